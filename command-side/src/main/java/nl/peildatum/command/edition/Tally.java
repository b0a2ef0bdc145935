package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/** The six numbers of a table on the dashboard. */
enum Tally {
    ACTIONS("Acties totaal"),
    COMPLETED("Afgerond"),
    IN_PROGRESS("In uitvoering"),
    DELAYED("In uitvoering, vertraging"),
    ONGOING("Doorlopend"),
    NOT_STARTED("Nog niet gestart");

    private static final List<String> ACTIONS_WORDINGS =
            List.of(
                    "Acties totaal",
                    "Totaal aantal acties",
                    "Totaal acties",
                    "Aantal acties",
                    "Totaal",
                    "Acties");

    private final String label;

    Tally(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Tally of(Status status) {
        return switch (status) {
            case COMPLETED -> COMPLETED;
            case IN_PROGRESS -> IN_PROGRESS;
            case DELAYED -> DELAYED;
            case ONGOING -> ONGOING;
            case NOT_STARTED -> NOT_STARTED;
        };
    }

    /**
     * A row of the dashboard.
     *
     * @param value null where the row has its name only; -1 where what follows is no number
     */
    record Row(Tally tally, @Nullable Integer value) {

        static @Nullable Row of(String text) {
            String plain = withoutSigns(text);
            int end = -1;
            Tally tally = ACTIONS;
            StatusLine.Start start = StatusLine.start(plain);
            if (start != null) {
                tally = Tally.of(start.status());
                end = start.end();
            }
            for (String wording : ACTIONS_WORDINGS) {
                int match = end < 0 ? StatusLine.match(plain, wording) : -1;
                if (match >= 0 && !isLetter(plain, match)) {
                    end = match;
                }
            }
            return end < 0 ? null : row(tally, plain.substring(end));
        }

        private static @Nullable Row row(Tally tally, String rest) {
            int from = 0;
            while (from < rest.length() && " \t|:.=".indexOf(rest.charAt(from)) >= 0) {
                from++;
            }
            String value = rest.substring(from).strip();
            if (value.isEmpty()) {
                return new Row(tally, null);
            }
            Integer number = number(value);
            if (number != null && from > 0) {
                return new Row(tally, number);
            }
            boolean cell = rest.substring(0, from).chars().anyMatch(c -> "\t|:".indexOf(c) >= 0);
            return cell ? new Row(tally, -1) : null;
        }

        private static boolean isLetter(String text, int at) {
            return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
        }
    }

    /** The number a cell of the dashboard holds, or null. */
    static @Nullable Integer number(String text) {
        String plain = text.replace("**", "").replace("|", "").strip();
        boolean digits =
                !plain.isEmpty()
                        && plain.length() <= 6
                        && plain.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.valueOf(plain) : null;
    }

    /** Takes away bold, cell borders and the bullet before the name. */
    private static String withoutSigns(String text) {
        String plain = text.replace("**", "").replace("__", "").strip();
        int at = 0;
        while (at < plain.length() && !Character.isLetterOrDigit(plain.codePointAt(at))) {
            if (Character.getType(plain.codePointAt(at)) == Character.UNASSIGNED) {
                return "";
            }
            at += Character.charCount(plain.codePointAt(at));
        }
        String row = plain.substring(at);
        return row.endsWith("|") ? row.substring(0, row.length() - 1).strip() : row;
    }

    static List<Tally> statuses() {
        List<Tally> statuses = new ArrayList<>(List.of(values()));
        statuses.remove(ACTIONS);
        return statuses;
    }
}
