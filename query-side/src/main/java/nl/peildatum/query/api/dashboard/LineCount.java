package nl.peildatum.query.api.dashboard;

import org.jspecify.annotations.Nullable;

/** How many actions of a line, or of none, have a status, as the projections name it. */
public record LineCount(@Nullable Integer line, String status, int actions) {}
