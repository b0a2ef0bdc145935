package nl.peildatum.command.sealing;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.peildatum.eventstore.Checkpoint;
import nl.peildatum.eventstore.CheckpointKey;
import org.jspecify.annotations.Nullable;

/** What is signed as it is handed out: in the Dutch names of the interface, in order. */
final class Shown {

    private Shown() {}

    static Map<String, @Nullable Object> of(Checkpoint checkpoint) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("vorm", Checkpoint.FORM);
        shown.put("programma", checkpoint.programme());
        shown.put("journaalnummer", checkpoint.number());
        shown.put("hash", checkpoint.hash());
        shown.put("ondertekendOp", checkpoint.signedAtText());
        shown.put("sleutel", checkpoint.key());
        shown.put("handtekening", checkpoint.signature());
        return shown;
    }

    /** Null where there is no key before it. */
    static Map<String, @Nullable Object> of(CheckpointKey key) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("vorm", CheckpointKey.FORM);
        shown.put("vingerafdruk", key.fingerprint());
        shown.put("publiekeSleutel", key.publicKey());
        shown.put("sinds", key.sinceText());
        shown.put("handtekening", key.signature());
        shown.put("vorige", key.previous());
        shown.put("handtekeningVorige", key.previousSignature());
        return shown;
    }
}
