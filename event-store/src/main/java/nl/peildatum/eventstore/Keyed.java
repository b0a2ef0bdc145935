package nl.peildatum.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * A request that is to be answered once: the subject that made it, the key it gave, the SHA-256
 * (hex) of method, path, query and body, and the answer it will get.
 */
public record Keyed(
        String subject, String key, String request, int status, @Nullable String location) {}
