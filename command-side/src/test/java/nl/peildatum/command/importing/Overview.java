package nl.peildatum.command.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The published overview, and what a later edition of it could say. */
record Overview(String text) {

    private static final List<String> COUNTED =
            List.of(
                    "Afgerond",
                    "In uitvoering",
                    "In uitvoering, vertraging",
                    "Doorlopend",
                    "Nog niet gestart");

    static Overview november() {
        return of("/edition/monitoringsoverzicht-2025-11.md");
    }

    /** A document among the resources of the tests. */
    static Overview of(String resource) {
        return new Overview(new String(bytes(resource), StandardCharsets.UTF_8));
    }

    static byte[] bytes(String resource) {
        try (InputStream in =
                Objects.requireNonNull(Overview.class.getResourceAsStream(resource))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Overview with(String before, String after) {
        if (!text.contains(before)) {
            throw new IllegalArgumentException(before);
        }
        return new Overview(text.replace(before, after));
    }

    /** With an action at another status, in its block and in the counts. */
    Overview moved(int line, String action, String from, String to) {
        int block = at(action + ". ", 0);
        int status = at(from + "  (", block);
        return new Overview(text.substring(0, status) + to + text.substring(status + from.length()))
                .counted(line, from, -1)
                .counted(line, to, 1);
    }

    /** With the lines from one heading up to another left out. */
    Overview without(int line, String heading, String upTo, String status) {
        int from = at(heading, 0);
        return new Overview(text.substring(0, from) + text.substring(at(upTo, from)))
                .counted(line, status, -1)
                .counted(line, "Acties totaal", -1);
    }

    /** With a block more before a heading. */
    Overview added(int line, String before, String block, String status) {
        int at = at(before, 0);
        return new Overview(text.substring(0, at) + block + "\n\n" + text.substring(at))
                .counted(line, status, 1)
                .counted(line, "Acties totaal", 1);
    }

    private Overview counted(int line, String row, int more) {
        return counted("## Totaal alle actielijnen", row, more)
                .counted("### Actielijn " + line + " ", row, more);
    }

    private Overview counted(String table, String row, int more) {
        String name = COUNTED.contains(row) ? "</span> " + row + "\t" : row + "</b>\t<b>";
        int from = at(name, at(table, 0)) + name.length();
        int to = from;
        while (Character.isDigit(text.charAt(to))) {
            to++;
        }
        int count = Integer.parseInt(text.substring(from, to)) + more;
        return new Overview(text.substring(0, from) + count + text.substring(to));
    }

    private int at(String part, int from) {
        int at = text.indexOf(part, from);
        if (at < 0) {
            throw new IllegalArgumentException(part);
        }
        return at;
    }
}
