package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/** A document taken apart, while it is being read: nothing in it is checked yet. */
final class Outline {

    /** A number on the dashboard and the line it stands on. */
    record Count(int value, int lineNumber) {}

    /** A table of the dashboard. */
    static final class Table {
        final Map<Tally, Count> counts = new EnumMap<>(Tally.class);
        final int lineNumber;

        Table(int lineNumber) {
            this.lineNumber = lineNumber;
        }

        int lineOf(Tally tally) {
            Count count = counts.get(tally);
            return count == null ? lineNumber : count.lineNumber();
        }

        @Nullable Totals totals() {
            if (counts.size() < Tally.values().length) {
                return null;
            }
            return new Totals(
                    value(Tally.ACTIONS),
                    value(Tally.COMPLETED),
                    value(Tally.IN_PROGRESS),
                    value(Tally.DELAYED),
                    value(Tally.ONGOING),
                    value(Tally.NOT_STARTED));
        }

        int value(Tally tally) {
            Count count = counts.get(tally);
            return count == null ? 0 : count.value();
        }
    }

    /** What follows the heading of an action line: a table of the dashboard, or a chapter. */
    static final class Section {
        final int number;
        final int lineNumber;
        final Table table;
        final Prose introduction = new Prose();
        @Nullable String title;
        @Nullable List<Line> goals;
        @Nullable List<Line> effects;
        boolean actions;

        Section(int number, @Nullable String title, int lineNumber) {
            this.number = number;
            this.title = title;
            this.lineNumber = lineNumber;
            this.table = new Table(lineNumber);
        }

        boolean isTable() {
            return !table.counts.isEmpty();
        }

        boolean isEmpty() {
            return !isTable()
                    && introduction.isEmpty()
                    && goals == null
                    && effects == null
                    && !actions;
        }
    }

    /** A block of one or more actions. */
    static final class Block {
        final ActionLabel label;
        final int lineNumber;
        final @Nullable Section section;
        final Prose explanation = new Prose();
        @Nullable Status status;
        SortedSet<Integer> years = new TreeSet<>();

        Block(ActionLabel label, int lineNumber, @Nullable Section section) {
            this.label = label;
            this.lineNumber = lineNumber;
            this.section = section;
        }

        /** How many actions it counts for. */
        int size() {
            return Math.max(1, label.codes().size());
        }
    }

    /** A note on actions that are not in it, and the line it stands on. */
    record PlacedNote(Note note, int lineNumber) {}

    @Nullable Table total;
    final List<Section> sections = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final List<PlacedNote> notes = new ArrayList<>();
    final List<Line> titlePage = new ArrayList<>();
    final List<Line> colophon = new ArrayList<>();

    boolean isOverview() {
        return total != null || !sections.isEmpty() || !blocks.isEmpty();
    }

    boolean hasDashboard() {
        return (total != null && !total.counts.isEmpty())
                || sections.stream().anyMatch(Section::isTable);
    }
}
