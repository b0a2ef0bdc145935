package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the lines once and gives each its place: what a line means depends on what it looks
 * like, on where it stands and on the first thing below it.
 */
final class Assembler {

    /** The part of the document the reading is in. */
    private enum Place {
        TITLE_PAGE,
        LEGEND,
        DASHBOARD,
        LINE,
        GOALS,
        EFFECTS,
        ACTIONS,
        ACTION;

        boolean isInLine() {
            return compareTo(LINE) >= 0;
        }
    }

    /** How far a heading without a stop may stand above what shows it to be one. */
    private static final int SIGHT = 4;

    private final Lines lines;
    private final EditionFaults faults;
    private final Outline outline = new Outline();
    private final int colophon;

    private Place place = Place.TITLE_PAGE;
    private Outline.@Nullable Section section;
    private Outline.@Nullable Table table;
    private Outline.@Nullable Block block;
    private boolean noteAbove;

    private Assembler(Lines lines, EditionFaults faults) {
        this.lines = lines;
        this.faults = faults;
        this.colophon = Colophon.start(lines, contentEnd());
    }

    static Outline assemble(Lines lines, EditionFaults faults) {
        Assembler assembler = new Assembler(lines, faults);
        int at = 0;
        while (at < lines.size()) {
            at = assembler.step(at);
        }
        return assembler.outline;
    }

    /** Reads what starts here and returns where the next thing starts. */
    private int step(int at) {
        Line line = lines.get(at);
        if (at >= colophon) {
            outline.colophon.add(line);
            return at + 1;
        }
        if (line instanceof Line.Blank) {
            keep(line);
            return at + 1;
        }
        Tally.Row row = countsHere() ? row(at) : null;
        if (row != null) {
            return count(row, at);
        }
        ActionLabel action = actionAt(at);
        if (action != null) {
            return startBlock(action, at);
        }
        LineLabel label = lineAt(at);
        if (label != null) {
            return startSection(label, at);
        }
        Named named = namedAt(at);
        if (named != null) {
            enter(named, line);
            return at + 1;
        }
        return text(at);
    }

    // --- what a line is ---

    /** The end of the last thing that can be nothing but content. */
    private int contentEnd() {
        int end = 0;
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            if (line instanceof Line.Blank) {
                continue;
            }
            boolean heading = line instanceof Line.Heading;
            if ((label(line) != null && hasStatusBelow(at)) || isNameless(at)) {
                int status = lines.visibleFrom(at + 1);
                int years = lines.yearsBelow(status);
                end = (years < lines.size() ? years : status) + 1;
            } else if (isOfUnknownStatus(at)) {
                end = lines.visibleFrom(at + 1) + 1;
            } else if ((heading && LineLabel.of(line.text()) != null)
                    || (isMarked(line) && Named.of(line.text()) != null)
                    || isLegibleRow(at)) {
                end = at + 1;
            }
        }
        return end;
    }

    /**
     * What can be nothing else but an action, whatever stands below it. Words in bold, such as a
     * postal code, can be something else.
     */
    private boolean isOfUnknownStatus(int at) {
        Line line = lines.get(at);
        ActionLabel label = label(line);
        int below = lines.visibleFrom(at + 1);
        boolean stopped =
                isMarked(line)
                        && ActionLabel.ofText(line.text(), List.of()) != null
                        && below < lines.size()
                        && !Colophon.opens(lines, below);
        return stopped || (label != null && label.numbered() && hasUnknownStatusBelow(at));
    }

    private static boolean isMarked(Line line) {
        return line instanceof Line.Heading heading && heading.marked();
    }

    private static @Nullable ActionLabel label(Line line) {
        return switch (line) {
            case Line.Heading heading -> ActionLabel.ofHeading(heading.text(), heading.codes());
            case Line.Text text -> ActionLabel.ofText(text.text(), text.codes());
            case Line.Blank _, Line.Rule _ -> null;
        };
    }

    /** What starts an action: a heading with a status below it, or one that can be nothing else. */
    private @Nullable ActionLabel actionAt(int at) {
        Line line = lines.get(at);
        ActionLabel label = label(line);
        boolean below = hasStatusBelow(at);
        if (label == null) {
            return isNamelessAction(at) ? new ActionLabel(List.of(), "", line.text(), false) : null;
        }
        if (!place.isInLine()) {
            return below && lines.hasStatusAndYearsBelow(at) ? label : null;
        }
        boolean certain = line instanceof Line.Heading && label.numbered();
        boolean unknown = label.numbered() && hasUnknownStatusBelow(at);
        return below || certain || unknown ? label : null;
    }

    /** In plain text an item of a list is an item of a list, whatever it says. */
    private boolean hasStatusBelow(int at) {
        return lines.statusBelow(at) != null
                && (lines.get(at) instanceof Line.Heading
                        || (!isListItem(lines.get(lines.visibleFrom(at + 1))) && !isNextItem(at)));
    }

    /** The next item of a numbered list, with a paragraph behind it that happens to be a status. */
    private boolean isNextItem(int at) {
        int before = at == 0 ? -1 : Bullet.number(lines.get(at - 1).raw());
        return before >= 0
                && Bullet.number(lines.get(at).raw()) == before + 1
                && !lines.hasStatusAndYearsBelow(at);
    }

    private static boolean isListItem(Line line) {
        return Bullet.endInText(line.raw()) >= 0 && !line.text().startsWith("\u25CF");
    }

    /** A heading without a number that nevertheless has a status below it. */
    private boolean isNamelessAction(int at) {
        return place.isInLine() && isNameless(at);
    }

    private boolean isNameless(int at) {
        Line line = lines.get(at);
        if (!(line instanceof Line.Heading) || label(line) != null || isStructure(at)) {
            return false;
        }
        return isMarked(line)
                ? lines.statusBelow(at) != null
                : StatusLine.of(line.text()) == null && lines.hasStatusAndYearsBelow(at);
    }

    private boolean hasUnknownStatusBelow(int at) {
        int below = lines.visibleFrom(at + 1);
        return below < lines.size() && StatusLine.hasShape(lines.get(below).text());
    }

    /** The heading of an action line; plain text is one when the parts of a line follow it. */
    private @Nullable LineLabel lineAt(int at) {
        Line line = lines.get(at);
        LineLabel label = LineLabel.of(line.text());
        if (label == null || line instanceof Line.Heading) {
            return label;
        }
        boolean sentence = label.title() != null && isSentence(at);
        boolean starts =
                lines.startsParagraph(at)
                        || isOnDashboard()
                        || place == Place.ACTIONS
                        || place == Place.ACTION;
        return !sentence && starts && leadsToParts(at) ? label : null;
    }

    private boolean leadsToParts(int at) {
        int below = at;
        for (int seen = 0; seen < SIGHT; seen++) {
            below = lines.visibleFrom(below + 1);
            if (below == lines.size() || LineLabel.of(lines.get(below).text()) != null) {
                return false;
            }
            Named named = Named.of(lines.get(below).text());
            if ((place != Place.ACTION && row(below) != null)
                    || named == Named.GOALS
                    || named == Named.EFFECTS
                    || named == Named.ACTIONS) {
                return true;
            }
            if (named == Named.LEGEND || named == Named.DASHBOARD) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Named namedAt(int at) {
        Line line = lines.get(at);
        Named named = Named.of(line.text());
        if (named == null || isMarked(line)) {
            return named;
        }
        // bold or plain, the same words inside an explanation are words
        return place == Place.ACTION ? null : named;
    }

    private boolean isSentence(int at) {
        return lines.get(at).text().endsWith(".");
    }

    private boolean isStructure(int at) {
        Line line = lines.get(at);
        return LineLabel.of(line.text()) != null || Named.of(line.text()) != null;
    }

    // --- the dashboard ---

    private boolean countsHere() {
        Outline.Section line = section;
        return switch (place) {
            case TITLE_PAGE, LEGEND, DASHBOARD -> true;
            case LINE -> line != null && line.goals == null && line.effects == null;
            case GOALS, EFFECTS, ACTIONS, ACTION -> false;
        };
    }

    /**
     * A row of the dashboard; its number may stand in a cell below its name. One without a number
     * is a row only where a row is all it can be.
     */
    private Tally.@Nullable Row row(int at) {
        Line line = lines.get(at);
        Tally.Row row = Tally.Row.of(line.text());
        if (row == null || isLegible(row)) {
            return row;
        }
        if (row.value() == null) {
            Integer value = valueBelow(at);
            if (value != null) {
                return new Tally.Row(row.tally(), value);
            }
        }
        boolean amongRows = isOnDashboard() && line instanceof Line.Text;
        boolean first = place == Place.LINE && isLegibleRow(lines.visibleFrom(at + 1));
        return amongRows || first ? row : null;
    }

    private @Nullable Integer valueBelow(int at) {
        int below = lines.visibleFrom(at + 1);
        return below == lines.size() ? null : Tally.number(lines.get(below).text());
    }

    private boolean isLegibleRow(int at) {
        Tally.Row row = at == lines.size() ? null : Tally.Row.of(lines.get(at).text());
        return row != null && isLegible(row);
    }

    private static boolean isLegible(Tally.Row row) {
        return row.value() != null && row.value() >= 0;
    }

    private int count(Tally.Row row, int at) {
        Line line = lines.get(at);
        Tally.Row own = Tally.Row.of(line.text());
        boolean below = own != null && own.value() == null && row.value() != null;
        Outline.Table into = tableHere(line);
        Integer value = row.value();
        if (into == null) {
            faults.add(line.number(), EditionFaultKind.COUNT_LOOSE, row.tally().label());
        } else if (value == null || value < 0) {
            faults.add(line.number(), EditionFaultKind.COUNT_UNREADABLE, row.tally().label());
            into.counts.putIfAbsent(row.tally(), new Outline.Count(0, line.number()));
        } else if (into.counts.containsKey(row.tally())) {
            faults.add(line.number(), EditionFaultKind.COUNT_DUPLICATE, row.tally().label());
        } else {
            into.counts.put(row.tally(), new Outline.Count(value, line.number()));
        }
        return below ? lines.visibleFrom(at + 1) + 1 : at + 1;
    }

    private Outline.@Nullable Table tableHere(Line line) {
        if (place == Place.LINE && section != null) {
            return section.table;
        }
        if (place != Place.DASHBOARD) {
            total(line);
        }
        return table;
    }

    private void total(Line line) {
        if (outline.total == null) {
            outline.total = new Outline.Table(line.number());
        }
        place = Place.DASHBOARD;
        section = null;
        block = null;
        table = outline.total;
    }

    private boolean isOnDashboard() {
        return place == Place.DASHBOARD
                || (place == Place.LINE && section != null && section.isTable());
    }

    // --- the parts ---

    private int startSection(LineLabel label, int at) {
        Line line = lines.get(at);
        int next = at + 1;
        String title = label.title();
        if (title == null) {
            int below = titleBelow(at);
            if (below < lines.size()) {
                title = lines.get(below).text();
                next = below + 1;
            }
        }
        Outline.Section started = new Outline.Section(label.number(), title, line.number());
        outline.sections.add(started);
        section = started;
        block = null;
        place = Place.LINE;
        return next;
    }

    /** Where the title stands that the heading of a line leaves to the next, or the size. */
    private int titleBelow(int at) {
        int below = lines.visibleFrom(at + 1);
        while (below < lines.size() && lines.get(below) instanceof Line.Rule) {
            below = lines.visibleFrom(below + 1);
        }
        if (below == lines.size() || isStructure(below) || row(below) != null) {
            return lines.size();
        }
        if (lines.get(below) instanceof Line.Heading) {
            boolean action = label(lines.get(below)) != null && hasStatusBelow(below);
            return action ? lines.size() : below;
        }
        int beyond = lines.visibleFrom(below + 1);
        boolean alone =
                lines.get(below) instanceof Line.Text
                        && beyond < lines.size()
                        && (isStructure(beyond)
                                || row(beyond) != null
                                || (beyond > below + 1 && !isSentence(below)));
        return alone ? below : lines.size();
    }

    private void enter(Named named, Line line) {
        switch (named) {
            case LEGEND -> leave(Place.LEGEND);
            case DASHBOARD -> total(line);
            case INTRODUCTION -> {
                if (place != Place.LINE && place.isInLine()) {
                    faults.add(line.number(), EditionFaultKind.HEADING_UNKNOWN, line.text());
                }
            }
            case GOALS, EFFECTS, ACTIONS -> {
                if (section != null) {
                    part(named, section, line);
                } else if (place != Place.TITLE_PAGE && place != Place.LEGEND) {
                    faults.add(line.number(), EditionFaultKind.HEADING_OUTSIDE_LINE, line.text());
                }
            }
        }
    }

    private void leave(Place to) {
        place = to;
        section = null;
        block = null;
        table = null;
    }

    private void part(Named named, Outline.Section into, Line line) {
        block = null;
        boolean twice = false;
        switch (named) {
            case GOALS -> {
                twice = into.goals != null;
                into.goals = twice ? into.goals : new ArrayList<>();
                place = Place.GOALS;
            }
            case EFFECTS -> {
                twice = into.effects != null;
                into.effects = twice ? into.effects : new ArrayList<>();
                place = Place.EFFECTS;
            }
            default -> {
                into.actions = true;
                place = Place.ACTIONS;
            }
        }
        if (twice) {
            faults.add(line.number(), EditionFaultKind.HEADING_DUPLICATE, line.text());
        }
    }

    // --- actions ---

    private int startBlock(ActionLabel label, int at) {
        Line line = lines.get(at);
        Outline.Block started = new Outline.Block(label, line.number(), section);
        outline.blocks.add(started);
        if (section == null) {
            faults.add(line.number(), EditionFaultKind.ACTION_OUTSIDE_LINE, name(label));
        } else {
            section.actions = true;
        }
        if (label.printed().isEmpty()) {
            faults.add(line.number(), EditionFaultKind.ACTION_NUMBER_MISSING, label.title());
        } else if (label.title().isEmpty()) {
            faults.add(line.number(), EditionFaultKind.ACTION_TITLE_MISSING, name(label));
        }
        place = Place.ACTION;
        block = started;
        return status(started, at);
    }

    /** Reads the status below the heading and the years behind or below it. */
    private int status(Outline.Block started, int heading) {
        int at = lines.visibleFrom(heading + 1);
        StatusLine status = at == lines.size() ? null : StatusLine.of(lines.get(at).text());
        if (status == null) {
            boolean another =
                    at < lines.size()
                            && lines.get(at) instanceof Line.Text
                            && at < colophon
                            && lineAt(at) == null
                            && actionAt(at) == null;
            if (!another) {
                faults.add(
                        started.lineNumber, EditionFaultKind.STATUS_MISSING, name(started.label));
                return heading + 1;
            }
            faults.add(
                    lines.get(at).number(),
                    EditionFaultKind.STATUS_UNKNOWN,
                    lines.get(at).text(),
                    name(started.label));
            return at + 1;
        }
        started.status = status.status();
        String written = status.years();
        if (written == null) {
            int below = lines.yearsBelow(at);
            if (below == lines.size()) {
                return at + 1;
            }
            at = below;
            written = lines.get(at).text().replace("**", "");
        }
        years(started, written, lines.get(at).number());
        return at + 1;
    }

    private void years(Outline.Block started, String written, int number) {
        switch (Years.read(written)) {
            case Years.Read.Known known -> started.years = known.years();
            case Years.Read.Reversed _ ->
                    faults.add(
                            number, EditionFaultKind.YEARS_REVERSED, written, name(started.label));
            case Years.Read.Illegible _ ->
                    faults.add(
                            number,
                            EditionFaultKind.YEARS_UNREADABLE,
                            written,
                            name(started.label));
        }
    }

    private static String name(ActionLabel label) {
        return label.isExtra() ? label.title() : label.printed();
    }

    // --- text ---

    private void keep(Line line) {
        switch (place) {
            case TITLE_PAGE, LEGEND, DASHBOARD, ACTIONS -> {}
            case LINE -> {
                if (section != null) {
                    section.introduction.add(line);
                }
            }
            case GOALS -> {
                if (section != null && section.goals != null) {
                    section.goals.add(line);
                }
            }
            case EFFECTS -> {
                if (section != null && section.effects != null) {
                    section.effects.add(line);
                }
            }
            case ACTION -> {
                if (block != null) {
                    block.explanation.add(line);
                }
            }
        }
    }

    /** Gives text its place, or names it when it has none. */
    private int text(int at) {
        Line line = lines.get(at);
        if (place == Place.TITLE_PAGE || place == Place.LEGEND) {
            if (place == Place.TITLE_PAGE) {
                outline.titlePage.add(line);
            }
            return at + 1;
        }
        if (isOnDashboard() || place == Place.ACTIONS) {
            return besides(at);
        }
        if (place == Place.LINE && isTableHead(at) && isLegibleRow(lines.visibleFrom(at + 2))) {
            return at + 2;
        }
        if (isMarked(line)) {
            faults.add(line.number(), EditionFaultKind.HEADING_UNKNOWN, line.text());
            return at + 1;
        }
        StatusLine status = StatusLine.of(line.text());
        if (place == Place.ACTION
                && status != null
                && status.years() != null
                && !isListItem(line)) {
            faults.add(line.number(), EditionFaultKind.STATUS_LOOSE, line.text());
            return at + 1;
        }
        keep(line);
        return at + 1;
    }

    /** Reads a paragraph that stands where only notes on actions and furniture may stand. */
    private int besides(int at) {
        Line line = lines.get(at);
        if (!isParagraph(at) || isFurniture(at)) {
            if (line instanceof Line.Heading && place == Place.ACTIONS) {
                faults.add(line.number(), EditionFaultKind.HEADING_UNKNOWN, line.text());
            } else if (line instanceof Line.Heading) {
                leave(Place.DASHBOARD);
            }
            return at + 1;
        }
        StatusLine status = StatusLine.of(line.text());
        if (place == Place.ACTIONS && status != null) {
            faults.add(line.number(), EditionFaultKind.STATUS_LOOSE, line.text());
            return at + 1;
        }
        Prose prose = new Prose();
        List<String> codes = new ArrayList<>();
        int end = at;
        while (end < lines.size() && isParagraph(end) && (end == at || !startsOwn(end))) {
            String raw = lines.get(end).raw();
            prose.add(new Line.Text(0, Furniture.withoutBullet(raw).strip(), List.of()));
            codes.addAll(lines.get(end).codes());
            end++;
        }
        note(prose, codes, line);
        return end;
    }

    /** Text; or a note that is bold from end to end. */
    private boolean isParagraph(int at) {
        Line line = lines.get(at);
        boolean bold = line instanceof Line.Heading && !isMarked(line);
        return line instanceof Line.Text || (bold && !Note.of(line.text(), line.codes()).isEmpty());
    }

    private boolean startsOwn(int at) {
        Line line = lines.get(at);
        return Bullet.end(line.raw()) >= 0
                || isFurniture(at)
                || StatusLine.of(line.text()) != null
                || (place != Place.ACTIONS && row(at) != null)
                || actionAt(at) != null
                || lineAt(at) != null
                || at >= colophon;
    }

    private void note(Prose prose, List<String> codes, Line line) {
        String paragraph = prose.layout();
        List<Note> notes = Note.of(paragraph, codes);
        if (notes.isEmpty() && !(noteAbove && Note.explains(paragraph))) {
            faults.add(line.number(), EditionFaultKind.TEXT_LOOSE, paragraph);
            return;
        }
        for (Note note : notes) {
            outline.notes.add(new Outline.PlacedNote(note, line.number()));
        }
        if (isOnDashboard()) {
            leave(Place.DASHBOARD);
        }
        noteAbove = true;
    }

    private boolean isTableHead(int at) {
        return lines.get(at).text().startsWith("|")
                && at + 1 < lines.size()
                && Furniture.isTableRule(lines.get(at + 1).text());
    }

    /** What may stand anywhere outside the content; of a table also its head. */
    private boolean isFurniture(int at) {
        Line line = lines.get(at);
        String text = line.text();
        return isTableHead(at)
                || line instanceof Line.Rule
                || Furniture.isMonth(text)
                || Furniture.isLink(text)
                || Furniture.isTableRule(text);
    }
}
