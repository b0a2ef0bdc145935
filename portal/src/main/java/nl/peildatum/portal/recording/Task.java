package nl.peildatum.portal.recording;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import nl.peildatum.look.Look;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that can be recorded, on what is known now. Its paths come after the programme's own
 * address where it belongs to one, and are encoded.
 */
interface Task {

    /** What it is called. */
    String title();

    /** What it is about, in words. */
    String about();

    /** The path of its page. */
    String path();

    /** The path of its command. */
    String command();

    /** What there is to fill in. */
    List<Field> fields(Filled filled);

    /** What is filled in, as the interface takes it. */
    Map<String, Object> body(Filled filled);

    /** The path of the page to go on to. */
    String after();

    /** The path of the page that one came from. */
    default String back() {
        return after();
    }

    /** The programme that it made, where it belonged to none. */
    default Cut cut() {
        throw new IllegalStateException(title());
    }

    /** The address of the page that says that it is recorded. */
    default String receipt(Cut now, long entry) {
        return now.page(after(), "vastgelegd", entry) + "#melding";
    }

    /** How its command is sent. */
    default String method() {
        return "POST";
    }

    /** Whether its command takes a key by which it is done once. */
    default boolean hasKey() {
        return true;
    }

    /** Why it cannot be sent as it is filled in, if it cannot. */
    default Outcome.@Nullable Refused refusal(Filled filled) {
        return null;
    }

    /** What is to be read before it is recorded; nothing where a trial of the command tells it. */
    default @Nullable Content preview() {
        return null;
    }

    /** What the button says by which one sees first what would be. */
    default String first() {
        return Words.of("formulier.gevolg");
    }

    /** What is said of a trial; nothing where that is told as for every entry. */
    default @Nullable Content consequence(JsonNode answer) {
        return null;
    }

    /** Whether its consequence can be asked for first. */
    default boolean canBeTried() {
        return true;
    }

    /** What the button says by which it is recorded. */
    default String button() {
        return Words.of("formulier.vast");
    }

    /** The version of what it is about, where the command takes it. */
    default @Nullable String version() {
        return null;
    }

    /** The entries of what it is about that were recorded after this one, in words. */
    default List<String> since(long entry) {
        return List.of();
    }

    /** What is said under the fields. */
    default Content extra() {
        return Look.NOTHING;
    }
}
