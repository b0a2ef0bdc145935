package nl.peildatum.query.api.overview;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.dashboard.Counts;
import org.jspecify.annotations.Nullable;

/**
 * The whole publication of a programme on a cut, in the order in which it is printed.
 *
 * @param name null before the programme was adopted
 * @param total the sum of the lines
 * @param lines every line that is defined on the report date; last, with number null, the actions
 *     that belong to none, where there are any
 * @param notIncluded the actions that are planned and not monitored, in the order of their codes
 * @param withdrawn the actions that were withdrawn, in the order of their codes
 * @param unrecorded the codes of the actions that are known and have no state on the report date
 */
public record Overview(
        Cut cut,
        @Nullable String name,
        List<String> publishers,
        Counts total,
        List<Line> lines,
        List<NotIncluded> notIncluded,
        List<Withdrawn> withdrawn,
        List<String> unrecorded) {

    public Overview {
        publishers = List.copyOf(publishers);
        lines = List.copyOf(lines);
        notIncluded = List.copyOf(notIncluded);
        withdrawn = List.copyOf(withdrawn);
        unrecorded = List.copyOf(unrecorded);
    }

    /** What the programme is called, or else its key. */
    public String title() {
        return name == null ? cut.programme() : name;
    }

    /**
     * An action line with its counts and its actions.
     *
     * @param number null for what belongs to no line
     * @param title the short title of the dashboard
     * @param longTitle the title of the chapter
     */
    public record Line(
            @Nullable Integer number,
            String title,
            String longTitle,
            @Nullable String introduction,
            @Nullable String goalsIntroduction,
            List<String> goals,
            @Nullable String effectsIntroduction,
            List<String> effects,
            Counts counts,
            List<Block> blocks) {

        public Line {
            goals = List.copyOf(goals);
            effects = List.copyOf(effects);
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * One or more actions that print as one: they share a report label, stand next to one another
     * and agree in everything that is printed.
     *
     * @param parted whether the label is of other actions as well, which do not agree, are
     *     withdrawn, are not monitored, or are reported as something else
     * @param title null where it is not known
     */
    public record Block(
            String label,
            boolean parted,
            List<Member> actions,
            @Nullable String title,
            StatusCode status,
            List<Integer> executionYears,
            @Nullable String explanation) {

        public Block {
            actions = List.copyOf(actions);
            executionYears = List.copyOf(executionYears);
        }

        /** Whether the label is its own numbers with others among them. */
        boolean namesOthers() {
            List<String> named = List.of(label.split("/", -1));
            return named.size() > actions.size() && named.containsAll(codes());
        }

        /** The same, of which others that share its label do not agree. */
        Block apart() {
            return new Block(label, true, actions, title, status, executionYears, explanation);
        }

        /** What it says before its title: its own numbers with the label, where that is shared. */
        public String printed() {
            return parted ? Words.REPORTED_AS.text(String.join("/", codes()), label) : label;
        }

        /** The codes of its actions. */
        public List<String> codes() {
            return actions.stream().map(Member::action).toList();
        }
    }

    /** One action of a block, and its place in the publication where it has one. */
    public record Member(String action, @Nullable Integer position) {}

    /** An action that is planned and not monitored, with the reason where one was given. */
    public record NotIncluded(String action, @Nullable String title, @Nullable String reason) {}

    /** An action that was withdrawn, with the reason and the first day. */
    public record Withdrawn(
            String action, @Nullable String title, @Nullable String reason, LocalDate since) {}
}
