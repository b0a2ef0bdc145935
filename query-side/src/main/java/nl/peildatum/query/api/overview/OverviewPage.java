package nl.peildatum.query.api.overview;

import java.util.List;
import java.util.Locale;
import nl.peildatum.contract.DutchDates;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.action.ReportLabel;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.overview.Overview.Block;
import nl.peildatum.query.api.overview.Overview.Line;
import nl.peildatum.query.api.overview.Overview.NotIncluded;
import nl.peildatum.query.api.overview.Overview.Withdrawn;
import org.jspecify.annotations.Nullable;

/** What the overview says on a page, on a screen as on paper; how it looks is for a style sheet. */
final class OverviewPage {
    private final Overview overview;
    private final Markup out = new Markup();

    private OverviewPage(Overview overview) {
        this.overview = overview;
    }

    /** The content of the page's body. */
    static String body(Overview overview) {
        OverviewPage page = new OverviewPage(overview);
        page.header();
        page.contents();
        page.out.raw("<main id=\"inhoud\">");
        page.legend();
        page.dashboard();
        page.leftOut();
        overview.lines().forEach(page::chapter);
        page.out.raw("</main>");
        page.footer();
        return page.out.toString();
    }

    static String title(Overview overview) {
        return Words.OVERVIEW.text()
                + " "
                + overview.title()
                + ", "
                + DutchDates.format(overview.cut().reportDate());
    }

    private void header() {
        out.raw("<header>");
        out.element("p", "class=\"kind\"", Words.OVERVIEW.text());
        out.said("h1", Words.PLAN.text(overview.title()));
        out.raw("<dl class=\"cut\">");
        out.raw("<div>");
        out.element("dt", Words.REPORT_DATE.text());
        out.element("dd", DutchDates.format(overview.cut().reportDate()));
        out.raw("</div><div>");
        out.element("dt", Words.KNOWN_UP_TO.text());
        out.element("dd", KnownAt.inWords(overview.cut()));
        out.raw("</div>");
        out.raw("</dl>");
        out.raw("</header>");
    }

    private void contents() {
        out.raw("<nav aria-label=\"" + Words.CONTENTS.text() + "\">");
        out.raw("<ul>");
        entry("legenda", Words.LEGEND.text());
        entry("totaal", Words.DASHBOARD.text());
        if (!overview.notIncluded().isEmpty()) {
            entry("niet-opgenomen", Words.NOT_INCLUDED.text());
        }
        if (!overview.withdrawn().isEmpty()) {
            entry("vervallen", Words.WITHDRAWN.text());
        }
        if (!overview.unrecorded().isEmpty()) {
            entry("niet-vastgelegd", Words.UNRECORDED.text());
        }
        for (Line line : overview.lines()) {
            entry(anchor(line), name(line));
        }
        out.raw("</ul>");
        out.raw("</nav>");
    }

    private void entry(String anchor, String text) {
        out.raw("<li>");
        out.said("a", "href=\"#" + anchor + "\"", text);
        out.raw("</li>");
    }

    /** The name by which a chapter is linked to. */
    static String anchor(Line line) {
        return line.number() == null ? "niet-ingedeeld" : "actielijn-" + line.number();
    }

    /** What a chapter is called where it is linked to. */
    static String name(Line line) {
        return line.number() == null
                ? line.title()
                : Words.LINE_NUMBER.text(line.number().toString()) + " – " + line.title();
    }

    private void legend() {
        out.raw("<section id=\"legenda\">");
        out.element("h2", Words.LEGEND.text());
        out.raw("<table class=\"legend\">");
        out.element("caption", Words.STATUSES.text());
        out.raw("<thead><tr>");
        columns(Words.STATUS.text(), Words.MEANING.text());
        out.raw("</tr></thead>");
        out.raw("<tbody>");
        for (StatusCode status : StatusCode.legend()) {
            out.raw("<tr><th scope=\"row\">");
            status(status);
            out.raw("</th>");
            out.element("td", Words.meaning(status));
            out.raw("</tr>");
        }
        out.raw("</tbody></table>");
        out.raw("</section>");
    }

    private void columns(String... names) {
        for (String name : names) {
            out.element("th", "scope=\"col\"", name);
        }
    }

    /** Sign and word; the colour only adds to them. */
    private void status(StatusCode status) {
        out.raw(
                "<span class=\"status "
                        + status.name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + "\"><span class=\"sign\" aria-hidden=\"true\">"
                        + sign(status)
                        + "</span> "
                        + Markup.escaped(status.label())
                        + "</span>");
    }

    private static String sign(StatusCode status) {
        return switch (status) {
            case AFGEROND -> "✓";
            case IN_UITVOERING -> "►";
            case IN_UITVOERING_VERTRAGING -> "▲";
            case DOORLOPEND -> "∞";
            case NOG_NIET_GESTART -> "○";
            case VERVALLEN -> "×";
        };
    }

    private void dashboard() {
        out.raw("<section id=\"totaal\">");
        out.element("h2", Words.DASHBOARD.text());
        if (overview.lines().isEmpty()) {
            out.element("p", Words.NO_LINES.text());
        }
        out.raw(
                "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\""
                        + Words.COUNTS.text()
                        + "\">");
        out.raw("<table class=\"counts\">");
        out.element("caption", Words.COUNTS.text());
        out.raw("<thead><tr>");
        columns(Words.LINE.text(), Words.ACTIONS_TOTAL.text());
        for (StatusCode status : StatusCode.legend()) {
            out.raw("<th scope=\"col\">");
            status(status);
            out.raw("</th>");
        }
        out.raw("</tr></thead>");
        out.raw("<tbody>");
        for (Line line : overview.lines()) {
            row(
                    line.number() == null ? line.title() : line.number() + ". " + line.title(),
                    "",
                    line.counts());
        }
        row(Words.TOTAL_ROW.text(), "class=\"total\"", overview.total());
        out.raw("</tbody></table></div>");
        out.raw("</section>");
    }

    private void row(String name, String attributes, Counts counts) {
        out.raw(attributes.isEmpty() ? "<tr>" : "<tr " + attributes + ">");
        out.said("th", "scope=\"row\"", name);
        out.element("td", Integer.toString(counts.acties()));
        for (StatusCode status : StatusCode.legend()) {
            out.element("td", Integer.toString(counts.of(status)));
        }
        out.raw("</tr>");
    }

    private void leftOut() {
        if (!overview.notIncluded().isEmpty()) {
            out.raw("<section id=\"niet-opgenomen\">");
            out.element("h2", Words.NOT_INCLUDED.text());
            out.element("p", Words.NOT_INCLUDED_MEANING.text());
            out.raw("<table>");
            out.raw("<thead><tr>");
            columns(Words.ACTION.text(), Words.TITLE.text(), Words.REASON.text());
            out.raw("</tr></thead><tbody>");
            for (NotIncluded action : overview.notIncluded()) {
                out.raw("<tr>");
                out.element("th", "scope=\"row\"", action.action());
                cell(action.title(), Words.WITHOUT_TITLE);
                cell(action.reason(), Words.WITHOUT_REASON);
                out.raw("</tr>");
            }
            out.raw("</tbody></table></section>");
        }
        if (!overview.withdrawn().isEmpty()) {
            out.raw("<section id=\"vervallen\">");
            out.element("h2", Words.WITHDRAWN.text());
            out.element("p", Words.WITHDRAWN_MEANING.text());
            out.raw("<table>");
            out.raw("<thead><tr>");
            columns(
                    Words.ACTION.text(),
                    Words.TITLE.text(),
                    Words.SINCE.text(),
                    Words.REASON.text());
            out.raw("</tr></thead><tbody>");
            for (Withdrawn action : overview.withdrawn()) {
                out.raw("<tr>");
                out.element("th", "scope=\"row\"", action.action());
                cell(action.title(), Words.WITHOUT_TITLE);
                out.element("td", DutchDates.format(action.since()));
                cell(action.reason(), Words.WITHOUT_REASON);
                out.raw("</tr>");
            }
            out.raw("</tbody></table></section>");
        }
        if (!overview.unrecorded().isEmpty()) {
            int many = overview.unrecorded().size();
            out.raw("<section id=\"niet-vastgelegd\">");
            out.element("h2", Words.UNRECORDED.text());
            out.element(
                    "p",
                    (many == 1
                                    ? Words.UNRECORDED_ONE.text()
                                    : Words.UNRECORDED_MANY.text(Integer.toString(many)))
                            + " "
                            + String.join(", ", overview.unrecorded())
                            + ".");
            out.raw("</section>");
        }
    }

    private void cell(@Nullable String text, Words without) {
        out.said("td", text == null ? without.text() : text);
    }

    private void chapter(Line line) {
        out.raw("<section class=\"line\" id=\"" + anchor(line) + "\">");
        if (line.number() != null) {
            out.element("p", "class=\"kind\"", Words.LINE_NUMBER.text(line.number().toString()));
        }
        out.said("h2", line.longTitle());
        if (line.introduction() != null) {
            out.prose(line.introduction());
        }
        list(Words.GOALS, line.goalsIntroduction(), line.goals());
        list(Words.EFFECTS, line.effectsIntroduction(), line.effects());
        out.element("h3", Words.ACTIONS.text());
        if (line.blocks().isEmpty()) {
            out.element("p", Words.NO_ACTIONS.text());
        }
        line.blocks().forEach(this::block);
        out.raw("</section>");
    }

    private void list(Words heading, @Nullable String introduction, List<String> items) {
        if (introduction == null && items.isEmpty()) {
            return;
        }
        out.element("h3", heading.text());
        if (introduction != null) {
            out.prose(introduction);
        }
        if (!items.isEmpty()) {
            out.list(items);
        }
    }

    private void block(Block block) {
        String title = block.title() == null ? Words.WITHOUT_TITLE.text() : block.title();
        boolean extra = !ReportLabel.isNumber(block.label());
        out.raw("<article>");
        out.said("h4", block.printed() + (extra ? ": " : ". ") + title);
        out.raw("<p class=\"facts\">");
        status(block.status());
        out.element(
                "span",
                "class=\"years\"",
                Words.YEARS.text()
                        + ": "
                        + (block.executionYears().isEmpty()
                                ? Words.NO_YEARS.text()
                                : Years.text(block.executionYears())));
        if (block.actions().size() > 1) {
            out.element(
                    "span",
                    "class=\"codes\"",
                    Words.TWO_ACTIONS.text(
                            Integer.toString(block.actions().size()),
                            String.join(", ", block.codes())));
        }
        out.raw("</p>");
        if (block.explanation() != null) {
            out.prose(block.explanation());
        }
        out.raw("</article>");
    }

    private void footer() {
        out.raw("<footer>");
        if (!overview.publishers().isEmpty()) {
            out.element("p", Words.PUBLISHED_BY.text());
            out.list(overview.publishers());
        }
        out.raw("</footer>");
    }
}
