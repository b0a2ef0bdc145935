package nl.peildatum.query.api.difference;

import nl.peildatum.query.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** Where an action counts: its status, and its line where that is defined on the day. */
record Place(StatusCode status, @Nullable Integer actielijn) {}
