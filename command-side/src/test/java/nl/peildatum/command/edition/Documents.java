package nl.peildatum.command.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Documents to read and what reading them must give. */
final class Documents {

    private static final List<String> STATUSES =
            List.of(
                    "Afgerond",
                    "In uitvoering",
                    "In uitvoering, vertraging",
                    "Doorlopend",
                    "Nog niet gestart");

    private Documents() {}

    static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(Documents.class.getResourceAsStream("/edition/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String november() {
        return resource("monitoringsoverzicht-2025-11.md");
    }

    /** A dashboard of one line with these five counts, then the chapter with these actions. */
    static String overview(String actions, int... counts) {
        return dashboard(counts) + chapter() + actions;
    }

    static String dashboard(int... counts) {
        return "# Dashboard totaaloverzicht\n\n## Totaal alle actielijnen\n\n"
                + table(counts)
                + "\n### Actielijn 1 Kort\n\n"
                + table(counts)
                + "\n";
    }

    static String table(int... counts) {
        StringBuilder table = new StringBuilder();
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        table.append("Acties totaal\t").append(total).append('\n');
        for (int i = 0; i < counts.length; i++) {
            table.append(STATUSES.get(i)).append('\t').append(counts[i]).append('\n');
        }
        return table.toString();
    }

    static String chapter() {
        return "## Actielijn 1\n\n# Lang\n\n### Operationele doelen\n\n- Doel\n\n"
                + "### Beoogde effecten\n\n- Effect\n\n## ACTIES\n\n";
    }

    static Edition edition(String document) {
        EditionReading reading = EditionReader.read(document);
        if (reading instanceof Unreadable unreadable) {
            assertThat(unreadable.faults()).isEmpty();
        }
        return (Edition) reading;
    }

    static PrintedAction action(String document) {
        List<PrintedAction> actions = edition(document).actions();
        assertThat(actions).hasSize(1);
        return actions.getFirst();
    }

    static List<EditionFault> faults(String document) {
        EditionReading reading = EditionReader.read(document);
        assertThat(reading).isInstanceOf(Unreadable.class);
        return ((Unreadable) reading).faults();
    }

    /** The 1-based number of the first line that contains this. */
    static int lineOf(String document, String part) {
        List<String> lines = document.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).contains(part)) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException(part);
    }
}
