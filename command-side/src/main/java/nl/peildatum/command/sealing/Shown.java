package nl.peildatum.command.sealing;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import org.jspecify.annotations.Nullable;

/** What is signed as it is handed out: in the Dutch names of the interface, in order. */
sealed interface Shown {

    /** The head of a journal, signed. */
    @JsonPropertyOrder({"vorm", "programma", "journaalnummer", "hash", "ondertekendOp", "sleutel"})
    record CheckpointShown(
            String vorm,
            String programma,
            long journaalnummer,
            String hash,
            String ondertekendOp,
            String sleutel,
            String handtekening)
            implements Shown {}

    /** A key; {@code vorige} is null where there is none before it. */
    @JsonPropertyOrder({
        "vorm",
        "vingerafdruk",
        "publiekeSleutel",
        "sinds",
        "handtekening",
        "vorige"
    })
    record KeyShown(
            String vorm,
            String vingerafdruk,
            String publiekeSleutel,
            String sinds,
            String handtekening,
            @Nullable String vorige,
            @Nullable String handtekeningVorige)
            implements Shown {}

    static CheckpointShown of(Checkpoint checkpoint) {
        return new CheckpointShown(
                Checkpoint.FORM,
                checkpoint.programme(),
                checkpoint.number(),
                checkpoint.hash(),
                checkpoint.signedAtText(),
                checkpoint.key(),
                checkpoint.signature());
    }

    static KeyShown of(CheckpointKey key) {
        return new KeyShown(
                CheckpointKey.FORM,
                key.fingerprint(),
                key.publicKey(),
                key.sinceText(),
                key.signature(),
                key.previous(),
                key.previousSignature());
    }
}
