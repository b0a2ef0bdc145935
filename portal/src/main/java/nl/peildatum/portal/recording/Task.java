package nl.peildatum.portal.recording;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import nl.peildatum.look.Look;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** Something that the secretariat can record, on what is known now. */
interface Task {

    /** What it is called. */
    String title();

    /** What it is about, in words. */
    String about();

    /** The path of its page after the programme's, encoded. */
    String path();

    /** The path of its command after the programme's, encoded. */
    String command();

    /** What there is to fill in. */
    List<Field> fields(Filled filled);

    /** What is filled in, as the interface takes it. */
    Map<String, Object> body(Filled filled);

    /** The path of the page to go on to after the programme's, encoded. */
    String after();

    /** Whether its consequence can be asked for first. */
    default boolean canBeTried() {
        return true;
    }

    /** What is shown where its consequence cannot be asked for. */
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
