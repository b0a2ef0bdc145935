package nl.peildatum.command.http;

import java.time.Instant;
import java.util.UUID;
import nl.peildatum.eventstore.Receipt;

/** The answer to a command: its last entry. */
public record Recorded(long journaalnummer, UUID id, Instant geregistreerdOp) {

    static Recorded of(Receipt receipt) {
        return new Recorded(receipt.journalNumber(), receipt.id(), receipt.recordedAt());
    }
}
