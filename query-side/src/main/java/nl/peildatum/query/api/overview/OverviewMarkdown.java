package nl.peildatum.query.api.overview;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.action.ReportLabel;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.overview.Overview.Block;
import nl.peildatum.query.api.overview.Overview.Line;
import nl.peildatum.query.api.overview.Overview.NotIncluded;
import nl.peildatum.query.api.overview.Overview.Withdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The overview in the layout of the published text, so that taking it over again changes nothing.
 * Where a printed label does not say the codes of its actions, a comment in the heading does.
 */
public final class OverviewMarkdown implements OverviewFormat {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.of("nl"));

    /** A code that a list of numbers can hold as it is. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}[a-z]?");

    @Override
    public MediaType type() {
        return new MediaType("text", "markdown", StandardCharsets.UTF_8);
    }

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public byte[] write(Overview overview) {
        return text(overview).getBytes(StandardCharsets.UTF_8);
    }

    /** The document. */
    public static String text(Overview overview) {
        List<String> parts = new ArrayList<>();
        titlePage(overview, parts);
        legend(parts);
        dashboard(overview, parts);
        notes(overview, parts);
        for (Line line : overview.lines()) {
            chapter(line, parts);
        }
        colophon(overview, parts);
        return String.join("\n\n", parts) + "\n";
    }

    private static void titlePage(Overview overview, List<String> parts) {
        parts.add(Words.OVERVIEW.text());
        parts.add("# " + MarkdownText.heading(Words.PLAN.text(overview.title())));
        parts.add(
                Words.REPORT_DATE.text()
                        + ": "
                        + DutchDates.format(overview.cut().reportDate())
                        + "  \n"
                        + Words.KNOWN_UP_TO.text()
                        + ": "
                        + KnownAt.exactly(overview.cut()));
        if (!overview.unrecorded().isEmpty()) {
            parts.add(Words.UNRECORDED_CODES.text(String.join(", ", overview.unrecorded())));
        }
    }

    private static void legend(List<String> parts) {
        parts.add("# " + Words.LEGEND.text());
        parts.add("## " + Words.TIMELINE.text());
        parts.add(
                "**%s**  \n%s"
                        .formatted(
                                Words.EXECUTION_YEAR.text(), Words.EXECUTION_YEAR_MEANING.text()));
        parts.add(
                "**%s**  \n%s".formatted(Words.OTHER_YEAR.text(), Words.OTHER_YEAR_MEANING.text()));
        parts.add("## " + Words.STATUSES.text());
        parts.add(
                String.join(
                        "\n",
                        StatusCode.legend().stream()
                                .map(
                                        status ->
                                                "- **%s** %s"
                                                        .formatted(
                                                                status.label(),
                                                                Words.meaning(status)))
                                .toList()));
    }

    private static void dashboard(Overview overview, List<String> parts) {
        parts.add("# " + Words.DASHBOARD.text());
        parts.add("## " + Words.TOTAL.text());
        parts.add(table(overview.total()));
        for (Line line : overview.lines()) {
            String heading =
                    line.number() == null
                            ? line.title()
                            : numbered(line) + " " + MarkdownText.heading(line.title());
            parts.add("### " + heading);
            parts.add(table(line.counts()));
        }
    }

    private static String table(Counts counts) {
        StringBuilder rows = new StringBuilder();
        rows.append("<b>%s</b>\t<b>%d</b>".formatted(Words.ACTIONS_TOTAL.text(), counts.acties()));
        for (StatusCode status : StatusCode.legend()) {
            rows.append(
                    "\n<span style=\"color: %s;\">●</span> %s\t%d"
                            .formatted(colour(status), status.label(), counts.of(status)));
        }
        return rows.toString();
    }

    private static String colour(StatusCode status) {
        return switch (status) {
            case AFGEROND -> "green";
            case IN_UITVOERING -> "yellow";
            case IN_UITVOERING_VERTRAGING -> "orange";
            case DOORLOPEND -> "lightblue";
            case NOG_NIET_GESTART -> "red";
            case VERVALLEN -> "gray";
        };
    }

    private static void notes(Overview overview, List<String> parts) {
        Map<Optional<String>, List<String>> byReason = new LinkedHashMap<>();
        for (NotIncluded action : overview.notIncluded()) {
            byReason.computeIfAbsent(Optional.ofNullable(action.reason()), _ -> new ArrayList<>())
                    .add(action.action());
        }
        int left = byReason.size();
        for (Map.Entry<Optional<String>, List<String>> reason : byReason.entrySet()) {
            left--;
            parts.add(
                    notIncluded(
                            reason.getKey().orElse(null),
                            reason.getValue(),
                            left > 0
                                    ? ""
                                    : overview.notIncluded().size() == 1
                                            ? " " + Words.NOT_INCLUDED_ONE.text()
                                            : " " + Words.NOT_INCLUDED_MANY.text()));
        }
        overview.withdrawn().forEach(action -> parts.add(withdrawn(action)));
    }

    private static String notIncluded(
            @Nullable String reason, List<String> codes, String afterwards) {
        String told = reason == null ? Words.WITHOUT_REASON.text() : MarkdownText.sentence(reason);
        return names(codes) + " " + told + "." + afterwards + comment(codes, allNumbers(codes));
    }

    private static String withdrawn(Withdrawn action) {
        List<String> codes = List.of(action.action());
        String reason =
                action.reason() == null ? "" : ": " + MarkdownText.sentence(action.reason());
        return Words.WITHDRAWN_NOTE.text(action.action())
                + reason
                + ". "
                + Words.WITHDRAWN_SINCE.text(DutchDates.format(action.since()))
                + comment(codes, allNumbers(codes));
    }

    /** As a list in running text; a code that reads as the last comma stands first. */
    private static String names(List<String> codes) {
        if (codes.size() == 1) {
            return Words.ACTION.text() + " " + codes.getFirst();
        }
        List<String> inOrder = new ArrayList<>(codes);
        if (inOrder.remove(Words.AND.text())) {
            inOrder.addFirst(Words.AND.text());
        }
        return Words.ACTIONS.text()
                + " "
                + String.join(", ", inOrder.subList(0, inOrder.size() - 1))
                + " "
                + Words.AND.text()
                + " "
                + inOrder.getLast();
    }

    private static boolean allNumbers(List<String> codes) {
        return codes.stream().allMatch(code -> NUMBER.matcher(code).matches());
    }

    private static String comment(List<String> codes, boolean told) {
        return told
                ? ""
                : " <!-- %s: %s -->"
                        .formatted(
                                codes.size() == 1 ? "actie" : "acties", String.join(", ", codes));
    }

    private static void chapter(Line line, List<String> parts) {
        if (line.number() == null) {
            parts.add("# " + line.longTitle());
        } else {
            parts.add("# " + numbered(line));
            parts.add("## " + MarkdownText.heading(line.longTitle()));
        }
        if (line.introduction() != null) {
            parts.add(MarkdownText.prose(line.introduction(), "", false));
        }
        list(Words.GOALS, line.goalsIntroduction(), line.goals(), parts);
        list(Words.EFFECTS, line.effectsIntroduction(), line.effects(), parts);
        parts.add("## " + Words.ACTIONS.text().toUpperCase(Locale.ROOT));
        for (Block block : line.blocks()) {
            block(block, parts);
        }
    }

    private static String numbered(Line line) {
        return Words.LINE_NUMBER.text(String.valueOf(line.number()));
    }

    private static void list(
            Words heading, @Nullable String introduction, List<String> items, List<String> parts) {
        if (introduction == null && items.isEmpty()) {
            return;
        }
        parts.add("### " + heading.text());
        if (introduction != null) {
            parts.add(MarkdownText.prose(introduction, "", false));
        }
        if (!items.isEmpty()) {
            parts.add(
                    String.join(
                            "\n",
                            items.stream()
                                    .map(item -> "- " + MarkdownText.prose(item, "  ", false))
                                    .toList()));
        }
    }

    private static void block(Block block, List<String> parts) {
        List<String> codes = block.codes();
        String title =
                block.title() == null
                        ? Words.WITHOUT_TITLE.text()
                        : MarkdownText.title(block.title(), Words.WITHOUT_TITLE.text());
        boolean extra = !ReportLabel.isNumber(block.label());
        boolean told = block.label().equals(String.join("/", codes)) && allNumbers(codes);
        parts.add(
                "### "
                        + (extra ? block.label() + ": " : label(block) + ". ")
                        + title
                        + comment(codes, told));
        parts.add(
                " "
                        + block.status().label()
                        + (block.executionYears().isEmpty()
                                ? ""
                                : "  (" + Years.text(block.executionYears()) + ")"));
        if (block.explanation() != null) {
            parts.add(MarkdownText.prose(block.explanation(), "", true));
        }
    }

    private static String label(Block block) {
        String label = MarkdownText.label(block.label());
        return block.parted()
                ? Words.REPORTED_AS.text(MarkdownText.label(String.join("/", block.codes())), label)
                : label;
    }

    private static void colophon(Overview overview, List<String> parts) {
        if (overview.publishers().isEmpty()) {
            parts.add("# " + Words.COLOPHON.text());
        } else {
            parts.add(Words.PUBLISHED_BY.text());
            parts.add(
                    String.join(
                            "  \n",
                            overview.publishers().stream().map(MarkdownText::name).toList()));
        }
        parts.add(month(overview.cut().reportDate()));
    }

    private static String month(LocalDate date) {
        String month = MONTH.format(date);
        return month.substring(0, 1).toUpperCase(Locale.ROOT) + month.substring(1);
    }
}
