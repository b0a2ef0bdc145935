package nl.peildatum.portal.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of a text that stayed, went or came. */
public record WordChange(Kind kind, String text) {

    /** What became of it. */
    public enum Kind {
        STAYED,
        WENT,
        CAME
    }

    /** A word with the white space after it, and white space at the beginning. */
    private static final Pattern AFTER_A_WORD = Pattern.compile("(?<=\\s)(?=\\S)");

    /** Above this many comparisons a text is told as a whole: nobody reads such a difference. */
    private static final long MOST_COMPARISONS = 1_000_000;

    /** How one text became another: the fewest words that went and came. */
    public static List<WordChange> between(String before, String after) {
        String[] old = AFTER_A_WORD.split(before);
        String[] young = AFTER_A_WORD.split(after);
        int start = 0;
        while (start < Math.min(old.length, young.length)
                && old[start].strip().equals(young[start].strip())) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old.length, young.length) - start
                && old[old.length - 1 - end]
                        .strip()
                        .equals(young[young.length - 1 - end].strip())) {
            end++;
        }
        List<WordChange> changes = new ArrayList<>();
        add(changes, Kind.STAYED, old, 0, start);
        middle(changes, old, young, start, end);
        add(changes, Kind.STAYED, old, old.length - end, old.length);
        return List.copyOf(changes);
    }

    /** What is between the words that both begin and end with. */
    private static void middle(
            List<WordChange> changes, String[] old, String[] young, int start, int end) {
        int oldEnd = old.length - end;
        int youngEnd = young.length - end;
        int i = start;
        int j = start;
        if ((long) (oldEnd - start) * (youngEnd - start) <= MOST_COMPARISONS) {
            int[][] common = common(old, young, start, oldEnd, youngEnd);
            while (i < oldEnd && j < youngEnd) {
                if (old[i].strip().equals(young[j].strip())) {
                    add(changes, Kind.STAYED, old, i, ++i);
                    j++;
                } else if (common[i + 1 - start][j - start] >= common[i - start][j + 1 - start]) {
                    add(changes, Kind.WENT, old, i, ++i);
                } else {
                    add(changes, Kind.CAME, young, j, ++j);
                }
            }
        }
        add(changes, Kind.WENT, old, i, oldEnd);
        add(changes, Kind.CAME, young, j, youngEnd);
    }

    /** How many words are left in common, from each pair of places on. */
    private static int[][] common(
            String[] old, String[] young, int start, int oldEnd, int youngEnd) {
        int[][] common = new int[oldEnd - start + 1][youngEnd - start + 1];
        for (int i = oldEnd - 1; i >= start; i--) {
            for (int j = youngEnd - 1; j >= start; j--) {
                common[i - start][j - start] =
                        old[i].strip().equals(young[j].strip())
                                ? common[i + 1 - start][j + 1 - start] + 1
                                : Math.max(
                                        common[i + 1 - start][j - start],
                                        common[i - start][j + 1 - start]);
            }
        }
        return common;
    }

    private static void add(
            List<WordChange> changes, Kind kind, String[] words, int from, int until) {
        if (from == until) {
            return;
        }
        String text = String.join("", List.of(words).subList(from, until));
        if (!changes.isEmpty()) {
            WordChange last = changes.removeLast();
            boolean apart = Character.isWhitespace(last.text().charAt(last.text().length() - 1));
            String before = apart ? last.text() : last.text() + " ";
            if (last.kind() == kind) {
                text = before + text;
            } else {
                changes.add(new WordChange(last.kind(), before));
            }
        }
        changes.add(new WordChange(kind, text));
    }
}
