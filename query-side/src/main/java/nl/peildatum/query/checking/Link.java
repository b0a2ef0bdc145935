package nl.peildatum.query.checking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.peildatum.eventstore.AuditLog;
import nl.peildatum.eventstore.StoredEntry;

/**
 * A link of a chain: the lines that its hash covers, of which one is its number and the last is the
 * hash of the link before it. It can be tried at another number and after another link.
 *
 * @param numberAt which line the number is
 * @param place its place among the links of all chains; where there is one chain only, its number
 */
record Link(
        List<String> lines,
        int numberAt,
        long number,
        Instant recordedAt,
        long place,
        String hash) {

    static Link of(StoredEntry entry) {
        return new Link(
                lines(entry.hashedText("")),
                2,
                entry.number(),
                entry.recordedAt(),
                entry.globalIndex(),
                entry.hash());
    }

    static Link of(AuditLog.Line line) {
        return new Link(
                lines(line.hashedText("")),
                1,
                line.number(),
                line.recordedAt(),
                line.number(),
                line.hash());
    }

    /** The lines of a text in which each line is ended by a line feed. */
    static List<String> lines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return lines.subList(0, lines.size() - 1);
    }

    /** The hash it would have with a number, after a link with a hash. */
    String recomputed(long number, String previous) {
        return sha256(text(lines, number, previous));
    }

    /** Whether it was recorded with this number, after a link with this hash. */
    boolean fits(long number, String previous) {
        return recomputed(number, previous).equals(hash);
    }

    /** Whether it was recorded where it stands, but with some of the other's lines as its own. */
    boolean fitsWithLinesOf(Link other, int which, long number, String previous) {
        List<String> exchanged = new ArrayList<>(lines);
        int first = numberAt + 1;
        for (int line = first; line < lines.size() - 1; line++) {
            if ((which >> (line - first) & 1) == 1) {
                exchanged.set(line, other.lines.get(line));
            }
        }
        return sha256(text(exchanged, number, previous)).equals(hash);
    }

    /** In how many ways lines of two links can be exchanged. */
    int exchanges() {
        return 1 << (lines.size() - 2 - numberAt);
    }

    private String text(List<String> of, long number, String previous) {
        StringBuilder text = new StringBuilder(700);
        for (int line = 0; line < of.size() - 1; line++) {
            if (line == numberAt) {
                text.append(number);
            } else {
                text.append(of.get(line));
            }
            text.append('\n');
        }
        return text.append(previous).append('\n').toString();
    }

    static String sha256(String text) {
        return sha256Of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256Of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
