package nl.peildatum.portal.importing;

import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.importing.Proposal.Row;
import nl.peildatum.portal.pages.Attached;
import nl.peildatum.portal.recording.Fault;
import nl.peildatum.portal.recording.Field;
import nl.peildatum.portal.recording.Wrong;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Taking over a document, as it is shown: what is chosen, and what that would change.
 *
 * @param key one for each time that a document is taken over
 * @param document the one that is chosen, where there is any that can be read
 * @param along what was chosen before and cannot be shown now
 * @param wrongLines the lines of the document that something is wrong with
 * @param sums where a document that cannot be read does not add up
 */
public record Takeover(
        String address,
        String back,
        String key,
        List<Field> fields,
        List<Fault> faults,
        Wrong wrong,
        @Nullable Attached document,
        List<CutBar.Hidden> along,
        List<Line> wrongLines,
        Proposal.@Nullable Balance sums,
        @Nullable Seen seen) {

    /** Where a sheet to fill in is to be had, but for its extension. */
    public String template() {
        return back + "/sjabloon";
    }

    /** A line of a document. */
    public record Line(int number, String text) {

        /** What the interface calls it. */
        public String place() {
            return Words.of("inlezen.regel", number);
        }

        /** The id of it on the page. */
        public String id() {
            return "regel-" + number;
        }

        boolean is(String place) {
            return place.equals(place());
        }
    }

    /**
     * A proposal as it is shown.
     *
     * @param mark what it is a proposal for
     * @param asked what is to be answered
     * @param lines the changes of action lines, which belong to all that is taken over
     * @param goes the actions that can be taken over
     * @param cannot those that cannot
     * @param unchanged the names of the actions that stay as they are
     * @param deviation the sentence to agree with where counts will differ
     * @param accepted whether that was agreed with
     */
    public record Seen(
            Proposal proposal,
            String mark,
            @Nullable String day,
            List<Asked> asked,
            List<Group> lines,
            List<Group> goes,
            List<Group> cannot,
            List<String> unchanged,
            @Nullable String deviation,
            boolean accepted) {

        /** The same, where it is not what would be recorded. */
        Seen untried() {
            return new Seen(
                    proposal, "", day, asked, lines, goes, cannot, unchanged, deviation, false);
        }

        /** How many changes there are. */
        public int all() {
            return proposal.changes().size();
        }

        /** How many of them are taken over. */
        public int chosen() {
            return lines.stream().mapToInt(group -> group.rows().size()).sum()
                    + goes.stream()
                            .filter(Group::taken)
                            .mapToInt(group -> group.rows().size())
                            .sum();
        }

        /** In words, as it stays in view. */
        public String sum() {
            return Words.counted("voorstel.som", all(), chosen());
        }

        /** The codes of the actions that can be ticked. */
        public String offered() {
            return codes(goes);
        }

        /** Those of the actions that cannot. */
        public String obstructed() {
            return codes(cannot);
        }

        private static String codes(List<Group> groups) {
            return String.join(
                    ",", groups.stream().map(Group::code).filter(Objects::nonNull).toList());
        }
    }

    /**
     * What is asked about an action.
     *
     * @param about the action
     * @param told the question
     * @param answer the choice that was made
     * @param open whether it has to be answered still
     */
    public record Asked(
            String about,
            String name,
            String id,
            String told,
            List<Field.Choice> choices,
            @Nullable String answer,
            boolean open) {

        static Asked of(
                String code,
                String told,
                List<Field.Choice> choices,
                @Nullable String answer,
                boolean open) {
            return new Asked(
                    Words.of("vraag.over", code),
                    code + Chosen.ANSWER,
                    "vraag-" + code,
                    told,
                    choices,
                    answer,
                    open);
        }
    }

    /** The changes of an action, or of a line, which has no code. */
    public record Group(
            @Nullable String code,
            String name,
            @Nullable String title,
            boolean taken,
            List<Row> rows) {}
}
