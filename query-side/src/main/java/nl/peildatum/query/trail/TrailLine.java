package nl.peildatum.query.trail;

import org.jspecify.annotations.Nullable;

/** How an entry reads: the status before and after it where it gave one, and a sentence. */
record TrailLine(@Nullable String from, @Nullable String to, String sentence) {}
