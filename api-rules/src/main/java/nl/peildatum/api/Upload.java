package nl.peildatum.api;

import org.springframework.http.MediaType;

/** The body of a request as it came, no larger than {@code peildatum.grootste-import}. */
@SuppressWarnings("ArrayRecordComponent") // a body is read once, never compared
public record Upload(MediaType type, byte[] bytes) {}
