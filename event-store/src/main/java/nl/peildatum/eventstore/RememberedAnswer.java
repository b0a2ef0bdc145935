package nl.peildatum.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * The first answer to a request with an idempotency key.
 *
 * @param request the SHA-256 (hex) of the request it answered
 * @param location the path of what was made, or null when that is the journal entry itself
 * @param receipt that of its last entry, or null where nothing changed
 */
public record RememberedAnswer(
        String request, int status, @Nullable String location, @Nullable Receipt receipt) {}
