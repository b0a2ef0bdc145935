package nl.peildatum.command.edition;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What every publication carries besides its content: colophon, addresses, its month. */
final class Furniture {

    private static final List<String> MONTHS =
            List.of(
                    "januari",
                    "februari",
                    "maart",
                    "april",
                    "mei",
                    "juni",
                    "juli",
                    "augustus",
                    "september",
                    "oktober",
                    "november",
                    "december");

    private Furniture() {}

    /** The month a short line ends with, or null: "November 2025", "Den Haag, november 2025". */
    static @Nullable YearMonth monthAtEnd(String text) {
        String plain = Named.plain(text);
        if (plain.length() > 80) {
            return null;
        }
        List<String> words = List.of(plain.split(" ", -1));
        if (words.size() < 2 || words.size() > 8) {
            return null;
        }
        int month = MONTHS.indexOf(words.get(words.size() - 2)) + 1;
        String year = words.getLast();
        boolean legible =
                month > 0
                        && year.length() == 4
                        && year.startsWith("2")
                        && year.chars().allMatch(c -> c >= '0' && c <= '9');
        return legible ? YearMonth.of(Integer.parseInt(year), month) : null;
    }

    /** Whether a line is a month and nothing else. */
    static boolean isMonth(String text) {
        return monthAtEnd(text) != null && List.of(Named.plain(text).split(" ", -1)).size() == 2;
    }

    /** Whether a line is an address on the web and nothing else. */
    static boolean isLink(String text) {
        String plain = text.strip();
        if (plain.startsWith("[") && plain.endsWith(")") && plain.contains("](")) {
            return plain.indexOf(')') == plain.length() - 1;
        }
        boolean address =
                List.of("www.", "http://", "https://", "<http", "<www").stream()
                        .anyMatch(start -> plain.regionMatches(true, 0, start, 0, start.length()));
        return address && plain.indexOf(' ') < 0;
    }

    static boolean isMinistry(String text) {
        String plain = withoutBullet(text).strip();
        return plain.regionMatches(true, 0, "Ministerie van ", 0, 15)
                && plain.length() <= 120
                && ".!?;:".indexOf(plain.charAt(plain.length() - 1)) < 0;
    }

    static boolean isColophonHeading(String text) {
        return Named.plain(text).equals("colofon");
    }

    /** Whether a paragraph that begins so names who published the document. */
    static boolean namesPublishers(String text) {
        String head = text.length() > 120 ? text.substring(0, 120) : text;
        String plain = head.replace("**", "").strip().toLowerCase(Locale.ROOT);
        int at = plain.indexOf("uitgave van");
        if (at < 0) {
            return plain.startsWith("uitgegeven door");
        }
        String before = plain.substring(0, at).strip();
        return List.of(
                        "dit is een",
                        "dit overzicht is een",
                        "dit monitoringsoverzicht is een",
                        "deze publicatie is een",
                        "een",
                        "")
                .stream()
                .anyMatch(start -> isOpening(before, start));
    }

    private static boolean isOpening(String before, String start) {
        return before.equals(start)
                || before.equals((start + " gezamenlijke").strip())
                || before.equals((start + " gemeenschappelijke").strip());
    }

    /** Whether a row of a markdown table is only the line under its head. */
    static boolean isTableRule(String text) {
        return text.indexOf('-') >= 0
                && text.indexOf('|') >= 0
                && text.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0);
    }

    static String withoutBullet(String text) {
        int end = Bullet.end(text);
        return end < 0 ? text : text.substring(end);
    }
}
