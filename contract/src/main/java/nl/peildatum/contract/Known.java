package nl.peildatum.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What no schema can know, and a request is held against. */
@FunctionalInterface
public interface Known {

    /** The date it is: {@code x-hoogstens: vandaag}. */
    LocalDate today();

    /**
     * What is wrong with a value that the document holds against something by its name ({@code
     * x-bestaat}, {@code x-minstens}): a sentence, or null where nothing is.
     */
    default @Nullable String objection(String name, JsonNode value) {
        return null;
    }

    /** The kind of the entry that the request is about, which chooses in {@code x-naar-regel}. */
    default @Nullable String kind() {
        return null;
    }
}
