package nl.peildatum.query.api.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.look.Bar;
import nl.peildatum.look.Sign;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.action.ReportLabel;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.overview.Overview.Block;
import nl.peildatum.query.api.overview.Overview.Line;
import nl.peildatum.query.api.overview.Overview.NotIncluded;
import nl.peildatum.query.api.overview.Overview.Withdrawn;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of the overview say, on a screen as on paper.
 *
 * @param named the codes of the actions that have a place on the page
 */
public record OverviewPage(Overview overview, Set<String> named) {

    /** A place on the page that is linked to, and what of it is. */
    public record Place(String anchor, String name, List<Place> within) {}

    static OverviewPage of(Overview overview) {
        return new OverviewPage(
                overview,
                Stream.of(
                                overview.lines().stream()
                                        .flatMap(line -> line.blocks().stream())
                                        .flatMap(block -> block.codes().stream()),
                                overview.notIncluded().stream().map(NotIncluded::action),
                                overview.withdrawn().stream().map(Withdrawn::action))
                        .flatMap(codes -> codes)
                        .collect(Collectors.toSet()));
    }

    /** What the page is about, as its title. */
    public String title() {
        return Words.OVERVIEW.text() + " " + overview.title() + ", " + reportDate();
    }

    /** What the page is about, as its heading. */
    public String heading() {
        return Words.PLAN.text(overview.title());
    }

    /** The report date. */
    public String reportDate() {
        return inWords(overview.cut().reportDate());
    }

    /** Up to which entry it knows, and when that was recorded. */
    public String knownUpTo() {
        return KnownAt.inWords(overview.cut());
    }

    /** The places of the table of contents. */
    public List<Place> contents() {
        List<Place> places = new ArrayList<>();
        places.add(new Place("legenda", Words.LEGEND.text(), List.of()));
        places.add(new Place("totaal", Words.DASHBOARD.text(), List.of()));
        if (!overview.notIncluded().isEmpty()) {
            places.add(new Place("niet-opgenomen", Words.NOT_INCLUDED.text(), List.of()));
        }
        if (!overview.withdrawn().isEmpty()) {
            places.add(new Place("vervallen", Words.WITHDRAWN.text(), List.of()));
        }
        if (!overview.unrecorded().isEmpty()) {
            places.add(new Place("niet-vastgelegd", Words.UNRECORDED.text(), List.of()));
        }
        for (Line line : overview.lines()) {
            String name =
                    line.number() == null
                            ? line.title()
                            : Words.LINE_NUMBER.text(line.number().toString())
                                    + " – "
                                    + line.title();
            places.add(
                    new Place(
                            anchor(line),
                            name,
                            line.blocks().stream()
                                    .map(
                                            block ->
                                                    new Place(
                                                            anchor(block.codes().getFirst()),
                                                            heading(block),
                                                            List.of()))
                                    .toList()));
        }
        return places;
    }

    /** The name by which a chapter is linked to. */
    public static String anchor(Line line) {
        return line.number() == null ? "niet-ingedeeld" : "actielijn-" + line.number();
    }

    /** The name by which an action is linked to. */
    public static String anchor(String action) {
        return "actie-" + action;
    }

    /** A line with its number, where it has one. */
    public static String numbered(Line line) {
        return line.number() == null ? line.title() : line.number() + ". " + line.title();
    }

    /** What stands above one or more actions. */
    public static String heading(Block block) {
        return block.printed()
                + (ReportLabel.isNumber(block.label()) ? ". " : ": ")
                + titled(block.title());
    }

    /** The years of execution, as people write them. */
    public static String years(Block block) {
        return block.executionYears().isEmpty()
                ? Words.NO_YEARS.text()
                : Years.text(block.executionYears());
    }

    /** The other actions that its label names and that have a place on the page. */
    public List<String> others(Block block) {
        return block.parted()
                ? Stream.of(block.label().split("/", -1))
                        .distinct()
                        .filter(code -> named.contains(code) && !block.codes().contains(code))
                        .toList()
                : List.of();
    }

    /** A title, or that there is none. */
    public static String titled(@Nullable String title) {
        return Objects.requireNonNullElseGet(title, Words.WITHOUT_TITLE::text);
    }

    /** A reason, or that there is none. */
    public static String reasoned(@Nullable String reason) {
        return Objects.requireNonNullElseGet(reason, Words.WITHOUT_REASON::text);
    }

    /** A date in words. */
    public static String inWords(LocalDate date) {
        return DutchDates.format(date);
    }

    /** Of which actions nothing is recorded yet. */
    public String unrecorded() {
        int many = overview.unrecorded().size();
        return (many == 1
                        ? Words.UNRECORDED_ONE.text()
                        : Words.UNRECORDED_MANY.text(Integer.toString(many)))
                + " "
                + String.join(", ", overview.unrecorded())
                + ".";
    }

    /** How a status looks. */
    public static Sign sign(StatusCode status) {
        return switch (status) {
            case AFGEROND -> Sign.AFGEROND;
            case IN_UITVOERING -> Sign.IN_UITVOERING;
            case IN_UITVOERING_VERTRAGING -> Sign.VERTRAGING;
            case DOORLOPEND -> Sign.DOORLOPEND;
            case NOG_NIET_GESTART -> Sign.NOG_NIET_GESTART;
            case VERVALLEN -> Sign.VERVALLEN;
        };
    }

    /** How many actions there are. */
    public static String actions(Counts counts) {
        return counts.acties() == 1
                ? Words.ONE_ACTION.text()
                : Words.SO_MANY_ACTIONS.text(Integer.toString(counts.acties()));
    }

    /** How many actions there are, and how many of them in each status. */
    public static String inWords(Counts counts) {
        String each =
                StatusCode.legend().stream()
                        .filter(status -> counts.of(status) > 0)
                        .map(status -> counts.of(status) + " " + Words.within(status))
                        .collect(Collectors.joining(", "));
        return each.isEmpty() ? actions(counts) : actions(counts) + ": " + each;
    }

    /** All actions as a bar as wide as the page. */
    public Bar bar() {
        return bar(Words.TOTAL_ROW.text(), overview.total(), overview.total().acties());
    }

    /** The actions of a line as a bar, on the scale of the longest. */
    public Bar bar(Line line) {
        int longest =
                overview.lines().stream()
                        .map(one -> one.counts().acties())
                        .max(Comparator.naturalOrder())
                        .orElse(0);
        return bar(numbered(line), line.counts(), longest);
    }

    private static Bar bar(String name, Counts counts, int scale) {
        return Bar.of(
                Words.BAR.text(name, inWords(counts)),
                scale,
                StatusCode.legend().stream()
                        .map(
                                status ->
                                        new Bar.Part(
                                                sign(status),
                                                counts.of(status),
                                                status.label(),
                                                null))
                        .toList());
    }
}
