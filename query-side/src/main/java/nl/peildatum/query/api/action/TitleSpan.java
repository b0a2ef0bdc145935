package nl.peildatum.query.api.action;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day an action is called what. */
public record TitleSpan(LocalDate from, @Nullable String title) {}
