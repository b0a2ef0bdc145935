package nl.peildatum.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody was refused (401 with a bad token, or 403); published as an application event. */
public record AccessRefused(
        int status, @Nullable String subject, String method, String path, Instant at) {}
