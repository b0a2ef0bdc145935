package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The words of the interface, in which both sides hand out what is signed. */
class SignedLinesTest {

    private static final Instant MOMENT = Instant.parse("2026-03-31T10:00:00Z");
    private static final Checkpoint CHECKPOINT = new Checkpoint("p", 3, "ab", MOMENT, "cd", "ef==");
    private static final CheckpointKey FIRST =
            new CheckpointKey("cd", "MCow", MOMENT, "gh==", null, null);
    private static final CheckpointKey SECOND =
            new CheckpointKey("ij", "MCow", MOMENT, "kl==", "cd", "mn==");

    @Test
    void a_checkpoint_is_handed_out_in_these_words() {
        assertThat(json(CHECKPOINT))
                .isEqualTo(
                        """
                        {"vorm":"peildatum-controlepunt/1","programma":"p","journaalnummer":3,\
                        "hash":"ab","ondertekendOp":"2026-03-31T10:00:00.000000Z","sleutel":"cd",\
                        "handtekening":"ef=="}""");
    }

    @Test
    void a_key_is_handed_out_in_these_words() {
        assertThat(json(FIRST))
                .isEqualTo(
                        """
                        {"vorm":"peildatum-sleutel/1","vingerafdruk":"cd","publiekeSleutel":"MCow",\
                        "sinds":"2026-03-31T10:00:00.000000Z","handtekening":"gh==",\
                        "vorige":null,"handtekeningVorige":null}""");
        assertThat(json(SECOND)).endsWith("\"vorige\":\"cd\",\"handtekeningVorige\":\"mn==\"}");
    }

    private static String json(Object shown) {
        return JsonMapper.shared().writeValueAsString(shown);
    }
}
