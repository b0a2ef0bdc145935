package nl.peildatum.query.api.known;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day an action is called what. */
public record TitleSpan(LocalDate from, @Nullable String title) {}
