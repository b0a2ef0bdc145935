package nl.peildatum.query.api.action;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static nl.peildatum.query.api.action.NaturalOrder.OF_CODES;
import static nl.peildatum.query.api.cut.ProjectionName.VERSIONS;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Paging;
import nl.peildatum.query.api.CountName;
import nl.peildatum.query.api.QueryApi;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.action.ActionShown.PeriodShown;
import nl.peildatum.query.api.cut.Contents;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.CutAsked;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.cut.PageLinks;
import nl.peildatum.query.api.known.ActionEntries;
import nl.peildatum.query.api.known.ActionVersion;
import nl.peildatum.query.api.known.ActionVersion.StoredLink;
import nl.peildatum.query.api.known.ActionVersions;
import nl.peildatum.query.api.known.LineVersion;
import nl.peildatum.query.api.known.StatusPeriod;
import nl.peildatum.query.api.known.StatusSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The actions of a programme: what holds on a cut, and how that came to be day by day. */
@RestController
class ActionAnswers {
    private static final String UNASSIGNED = "geen";

    /** Nothing begins after it. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Cuts cuts;
    private final KnownActions known;
    private final ActionVersions versions;
    private final ActionEntries entries;

    ActionAnswers(Cuts cuts, KnownActions known, ActionVersions versions, ActionEntries entries) {
        this.cuts = cuts;
        this.known = known;
        this.versions = versions;
        this.entries = entries;
    }

    /** The list of a cut; {@code totaal} counts what fits the question on all pages together. */
    record ActionList(
            String programma,
            @JsonUnwrapped CutShown cut,
            List<ActionShown> acties,
            int totaal,
            int pagina,
            int paginagrootte) {}

    /** One action, and the cut it is told on. */
    record ActionAlone(@JsonUnwrapped ActionShown action, @JsonUnwrapped CutShown cut) {}

    /** The course of an action's status up to the report date. */
    record StatusCourse(String actie, @JsonUnwrapped CutShown cut, List<PeriodShown> perioden) {}

    /** The same, as the parameters say it. */
    record WantedAsked(
            @Nullable String actielijn,
            @Nullable CountName telling,
            @Nullable StatusCode status,
            @Nullable String zoek,
            @Nullable Boolean afrondingVoorbij,
            @Nullable Order sorteer) {}

    /** Whether every status of an action is told as well. */
    record PeriodsAsked(@Nullable Boolean perioden) {
        boolean wanted() {
            return Boolean.TRUE.equals(perioden);
        }
    }

    /** The orders of a list; those that are equal in it stand as in the publication. */
    enum Order {
        PUBLICATIE("publicatie"),
        NUMMER("nummer"),
        STATUS("status"),
        LAATST_VERANDERD("laatstVeranderd");

        private final String code;

        Order(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }

        List<Listed> of(List<Listed> inOrder, Contents contents) {
            return switch (this) {
                case PUBLICATIE -> inOrder;
                case NUMMER -> sorted(inOrder, Comparator.comparing(Listed::code, OF_CODES));
                case STATUS ->
                        sorted(
                                inOrder,
                                Comparator.comparing(Listed::status, nullsLast(naturalOrder())));
                case LAATST_VERANDERD -> {
                    Map<String, LocalDate> since =
                            contents.statusSince(inOrder.stream().map(Listed::code).toList());
                    yield sorted(
                            inOrder,
                            Comparator.comparing(
                                    (Listed action) -> since.get(action.code()),
                                    nullsLast(reverseOrder())));
                }
            };
        }

        private static List<Listed> sorted(List<Listed> inOrder, Comparator<Listed> order) {
            return inOrder.stream().sorted(order).toList();
        }
    }

    /**
     * Which actions of the cut are wanted.
     *
     * @param line only those of this line; none while it is not defined
     * @param unassigned only those whose line, if any, is not defined on the cut
     * @param count only those behind this count
     * @param overdue only those that were to be completed before the report date
     */
    private record Wanted(
            @Nullable Integer line,
            boolean unassigned,
            @Nullable CountName count,
            @Nullable StatusCode status,
            @Nullable String words,
            boolean overdue,
            Order order) {

        static Wanted of(WantedAsked asked) {
            String line = asked.actielijn();
            boolean unassigned = UNASSIGNED.equals(line);
            return new Wanted(
                    line == null || unassigned
                            ? null
                            // a number that no line can have is of none
                            : (Integer) (int) Math.min(Long.parseLong(line), Integer.MAX_VALUE),
                    unassigned,
                    asked.telling(),
                    asked.status(),
                    asked.zoek(),
                    Boolean.TRUE.equals(asked.afrondingVoorbij()),
                    Objects.requireNonNullElse(asked.sorteer(), Order.PUBLICATIE));
        }

        List<Listed> of(Stream<Listed> all, Set<Integer> defined, LocalDate day) {
            Search search = words == null ? null : new Search(words);
            return all.filter(
                            action -> line == null || (defined.contains(line) && action.isIn(line)))
                    .filter(action -> !unassigned || action.isInNoneOf(defined))
                    .filter(action -> count == null || action.isIn(count))
                    .filter(action -> status == null || action.has(status))
                    .filter(action -> !overdue || action.isOverdue(day))
                    .filter(action -> search == null || search.finds(action))
                    .toList();
        }
    }

    @GetMapping(path = QueryApi.PROGRAMME + "/acties", produces = "application/json")
    ResponseEntity<ActionList> list(@PathVariable String programma, Asked question) {
        CutAsked asked = CutAsked.of(question);
        Wanted wanted = Wanted.of(question.query(WantedAsked.class));
        boolean periods = question.query(PeriodsAsked.class).wanted();
        Paging paging = Paging.of(question);
        PageLinks links = new PageLinks(question);
        return cuts.restingOnTheCut(question)
                .answer(
                        programma,
                        asked,
                        Set.of(VERSIONS),
                        cut -> {
                            ActionList list = list(cut, wanted, periods, paging);
                            return links.pages(list, paging, list.totaal(), cut);
                        });
    }

    private ActionList list(Cut cut, Wanted wanted, boolean periods, Paging paging) {
        Contents contents = cuts.contents(cut);
        List<LineVersion> defined = contents.lines();
        List<Listed> matches =
                wanted.order()
                        .of(
                                wanted.of(
                                        all(contents).sorted(Listed.inOrderOf(defined)),
                                        defined.stream()
                                                .map(LineVersion::line)
                                                .collect(Collectors.toSet()),
                                        cut.reportDate()),
                                contents);
        return new ActionList(
                cut.programme(),
                CutShown.of(cut),
                shown(
                        paging.of(matches),
                        contents,
                        periods
                                ? versions.spans(cut.programme(), LAST_DAY, cut.knownUpTo())
                                : null),
                matches.size(),
                paging.page(),
                paging.size());
    }

    /** What is known by the cut, be it without a state on the report date: nothing is hidden. */
    private static Stream<Listed> all(Contents contents) {
        Map<String, ActionVersion> there =
                contents.actions().stream()
                        .collect(Collectors.toMap(ActionVersion::action, Function.identity()));
        return contents.codes().stream().map(code -> new Listed(code, there.get(code)));
    }

    /**
     * A page of the list.
     *
     * @param spans every status of at least these actions, each in order of day; null where they
     *     are not to be told
     */
    private List<ActionShown> shown(
            List<Listed> page, Contents contents, @Nullable List<StatusSpan> spans) {
        Cut cut = contents.cut();
        List<String> codes = page.stream().map(Listed::code).toList();
        Map<String, Long> touches =
                entries.touches(cut.programme(), codes, cut.knownUpTo()).stream()
                        .collect(
                                Collectors.toMap(
                                        ActionEntries.Touches::action,
                                        ActionEntries.Touches::entries));
        Map<String, LocalDate> since = contents.statusSince(codes);
        Map<String, List<StatusSpan>> own =
                spans == null
                        ? null
                        : spans.stream().collect(Collectors.groupingBy(StatusSpan::action));
        List<ActionShown> shown = new ArrayList<>();
        for (Listed action : page) {
            long version = touches.getOrDefault(action.code(), 0L);
            ActionVersion there = action.version();
            List<PeriodShown> periods =
                    own == null ? null : periods(own.getOrDefault(action.code(), List.of()));
            shown.add(
                    there == null
                            ? ActionShown.unrecorded(action.code(), version, periods)
                            : ActionShown.of(
                                    there,
                                    links(there, contents),
                                    Objects.requireNonNull(since.get(action.code())),
                                    version,
                                    periods));
        }
        return shown;
    }

    private static List<PeriodShown> periods(List<StatusSpan> spans) {
        return StatusPeriod.of(spans).stream().map(PeriodShown::of).toList();
    }

    /** Those to actions that there are. */
    private static List<StoredLink> links(ActionVersion action, Contents contents) {
        return action.links().isEmpty()
                ? List.of()
                : action.links().stream()
                        .filter(link -> contents.codes().contains(link.action()))
                        .toList();
    }

    @GetMapping(path = QueryApi.PROGRAMME + "/acties/{actie}", produces = "application/json")
    ActionAlone one(@PathVariable String programma, @PathVariable String actie, Asked question) {
        CutAsked asked = CutAsked.of(question);
        boolean periods = question.query(PeriodsAsked.class).wanted();
        return cuts.restingOnTheCut(question)
                .answer(programma, asked, Set.of(VERSIONS), cut -> one(actie, periods, cut));
    }

    private ActionAlone one(String action, boolean periods, Cut cut) {
        ActionVersion there =
                versions.of(cut.programme(), action, cut.reportDate(), cut.knownUpTo())
                        .orElse(null);
        if (there == null) {
            known.requireNotRetracted(cut, action);
        }
        return new ActionAlone(
                shown(
                                List.of(new Listed(action, there)),
                                cuts.contents(cut),
                                periods ? spans(action, LAST_DAY, cut) : null)
                        .getFirst(),
                CutShown.of(cut));
    }

    @GetMapping(
            path = QueryApi.PROGRAMME + "/acties/{actie}/statusverloop",
            produces = "application/json")
    StatusCourse course(
            @PathVariable String programma, @PathVariable String actie, Asked question) {
        CutAsked asked = CutAsked.of(question);
        return cuts.restingOnTheCut(question)
                .answer(programma, asked, Set.of(VERSIONS), cut -> course(actie, cut));
    }

    private StatusCourse course(String action, Cut cut) {
        known.requireNotRetracted(cut, action);
        return new StatusCourse(
                action, CutShown.of(cut), periods(spans(action, cut.reportDate(), cut)));
    }

    private List<StatusSpan> spans(String action, LocalDate day, Cut cut) {
        return versions.spans(cut.programme(), action, day, cut.knownUpTo());
    }
}
