package nl.peildatum.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * That an entry stands in the journal: its number, its event's id and when it was recorded
 * (microseconds).
 */
public record Receipt(long journalNumber, UUID id, Instant recordedAt) {}
