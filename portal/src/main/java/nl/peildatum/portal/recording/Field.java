package nl.peildatum.portal.recording;

import gg.jte.Content;
import java.util.List;
import nl.peildatum.look.Look;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, under the name that the interface has for it.
 *
 * @param value what stands in it
 * @param choices what there is to choose from, for a kind that has that
 */
public record Field(
        String name,
        Kind kind,
        String label,
        @Nullable String help,
        boolean required,
        String value,
        List<Choice> choices) {

    /** What one does with a field. */
    public enum Kind {
        LINE("text"),
        TEXT("text"),
        DATE("date"),
        FILE("file"),
        ONE_OF("radio"),
        LIST("text");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The type of an input of this kind. */
        public String type() {
            return type;
        }
    }

    /** One of what there is to choose from. */
    public record Choice(String value, String word, Content shown) {

        /** Said in words alone. */
        public static Choice of(String value, String word) {
            return new Choice(value, word, Look.NOTHING);
        }
    }

    /** What its label and its help say stands with the words under this key. */
    public static Field of(Kind kind, String name, Filled filled, @Nullable String atFirst) {
        String key = "veld." + name.substring(name.lastIndexOf('.') + 1);
        return new Field(
                name,
                kind,
                Words.of(key),
                Words.has(key + "Hulp") ? Words.of(key + "Hulp") : null,
                false,
                filled.text(name, atFirst),
                List.of());
    }

    /** It has to be filled in. */
    public Field needed() {
        return new Field(name, kind, label, help, true, value, choices);
    }

    /** With another help than fields of its name have. */
    public Field helped(String key) {
        return new Field(name, kind, label, Words.of(key), required, value, choices);
    }

    /** With what there is to choose from. */
    public Field among(List<Choice> all) {
        return new Field(name, kind, label, help, required, value, List.copyOf(all));
    }

    /** The id of its place on the page, where the bar has a field for the day of the cut. */
    public String id() {
        return name.equals(Cut.REPORT_DATE) ? "dag" : name.replace('.', '-');
    }

    /** Whether a fault of the interface is about this field. */
    boolean named(String fault) {
        return fault.equals(name) || fault.startsWith(name + "[") || fault.startsWith(name + ".");
    }

    /** What is wrong with it. */
    public @Nullable String fault(List<Fault> faults) {
        return faults.stream()
                .filter(fault -> named(fault.veld()))
                .map(Fault::melding)
                .reduce((one, other) -> one + " " + other)
                .orElse(null);
    }

    /** What it is described by, for who cannot see it. */
    public @Nullable String describedBy(List<Fault> faults) {
        String told = help == null ? "" : id() + "-hulp";
        String wrong = fault(faults) == null ? "" : id() + "-fout";
        String both = (told + " " + wrong).strip();
        return both.isEmpty() ? null : both;
    }
}
