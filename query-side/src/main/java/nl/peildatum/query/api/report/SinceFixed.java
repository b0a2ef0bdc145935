package nl.peildatum.query.api.report;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.action.NaturalOrder;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.cause.Causes;
import nl.peildatum.reportform.OverviewV1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known otherwise of a report date than when its report was fixed. */
@Component
class SinceFixed {

    private static final String NOT_RECORDED = "nietVastgelegd";
    private static final Set<String> OF_PROGRAMME =
            Set.of("naam", "startjaar", "eindjaar", "uitgevers");

    private final Cuts cuts;
    private final Journal journal;

    SinceFixed(Cuts cuts, Journal journal) {
        this.cuts = cuts;
        this.journal = journal;
    }

    /**
     * An action, a line, or where it is neither the programme itself, that reads otherwise.
     *
     * @param wat the fields that do, by the names of the interface
     * @param journaalnummers a smallest set of the entries since, without which it would not
     */
    record Change(
            @Nullable String actie,
            @Nullable Integer actielijn,
            List<String> wat,
            String zin,
            SortedSet<Long> journaalnummers) {}

    /** Everything that reads otherwise with the knowledge of a cut, actions first. */
    List<Change> changes(ReportEntry report, Cut now) {
        OverviewV1 fixed = form(report, report.knownUpTo());
        OverviewV1 known = form(report, now.knownUpTo());
        SortedSet<String> actions = new TreeSet<>(NaturalOrder.OF_CODES);
        actions.addAll(differing(fixed, known, OverviewV1::acties, OverviewV1.Action::actie));
        actions.addAll(differing(fixed, known, OverviewV1::nietVastgelegd, code -> code));
        SortedSet<Integer> lines =
                new TreeSet<>(
                        differing(fixed, known, OverviewV1::actielijnen, OverviewV1.Line::nummer));
        List<String> ofProgramme = differing(programme(fixed), programme(known));
        if (actions.isEmpty() && lines.isEmpty() && ofProgramme.isEmpty()) {
            return List.of();
        }
        ProgrammeId programme = new ProgrammeId(report.programme());
        Causes all = new Causes(programme, journal.of(programme, actions, now.knownUpTo()));
        List<Change> changes = new ArrayList<>();
        for (String code : actions) {
            OverviewV1.Action then = action(fixed, code);
            OverviewV1.Action is = action(known, code);
            List<String> fields = differing(fields(fixed, then, code), fields(known, is, code));
            changes.add(
                    new Change(
                            code,
                            null,
                            fields,
                            Wording.ACTION_SINCE_FIXED.text(code, said(fields, then, is)),
                            causes(
                                    all.ofAction(code),
                                    report,
                                    overview -> fields(overview, action(overview, code), code))));
        }
        for (int number : lines) {
            changes.add(
                    new Change(
                            null,
                            number,
                            List.of("actielijn"),
                            Wording.LINE_SINCE_FIXED.text(String.valueOf(number)),
                            causes(all.ofProgramme(), report, overview -> line(overview, number))));
        }
        if (!ofProgramme.isEmpty()) {
            changes.add(
                    new Change(
                            null,
                            null,
                            ofProgramme,
                            Wording.PROGRAMME_SINCE_FIXED.text(said(ofProgramme, null, null)),
                            causes(all.ofProgramme(), report, SinceFixed::programme)));
        }
        return changes;
    }

    private static SortedSet<Long> causes(
            Causes subject, ReportEntry report, Causes.Reading reading) {
        return subject.ofKnowing(report.reportDate(), report.knownUpTo(), reading);
    }

    private OverviewV1 form(ReportEntry report, long upTo) {
        return ReportForms.of(
                cuts.contents(new Cut(report.programme(), report.reportDate(), upTo, null)));
    }

    /** The keys of what is in one and not, or not the same, in the other. */
    private static <T, K> Set<K> differing(
            OverviewV1 then,
            OverviewV1 now,
            Function<OverviewV1, List<T>> part,
            Function<T, K> key) {
        Set<T> both = new HashSet<>(part.apply(then));
        both.retainAll(part.apply(now));
        return Stream.of(then, now)
                .flatMap(overview -> part.apply(overview).stream())
                .filter(one -> !both.contains(one))
                .map(key)
                .collect(Collectors.toSet());
    }

    private static OverviewV1.@Nullable Action action(OverviewV1 overview, String code) {
        return overview.acties().stream()
                .filter(action -> action.actie().equals(code))
                .findAny()
                .orElse(null);
    }

    private static OverviewV1.@Nullable Line line(OverviewV1 overview, int number) {
        return overview.actielijnen().stream()
                .filter(line -> line.nummer() == number)
                .findAny()
                .orElse(null);
    }

    private static Map<String, @Nullable Object> programme(OverviewV1 overview) {
        Map<String, @Nullable Object> fields = fields(overview);
        fields.keySet().retainAll(OF_PROGRAMME);
        return fields;
    }

    private static List<String> differing(
            Map<String, @Nullable Object> then, Map<String, @Nullable Object> now) {
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(then.get(name), now.get(name)))
                .toList();
    }

    private static String said(
            List<String> fields,
            OverviewV1.@Nullable Action then,
            OverviewV1.@Nullable Action now) {
        return fields.stream()
                .map(
                        field ->
                                field.equals("status")
                                        ? Wording.STATUS_SINCE_FIXED.text(status(then), status(now))
                                        : Wording.field(field))
                .collect(Collectors.joining(", "));
    }

    private static String status(OverviewV1.@Nullable Action action) {
        return action == null
                ? Wording.NOT_RECORDED.text()
                : StatusCode.valueOf(action.status()).label();
    }

    /** What a report says of an action; of one without a state on the report date only that. */
    private static Map<String, @Nullable Object> fields(
            OverviewV1 overview, OverviewV1.@Nullable Action action, String code) {
        Map<String, @Nullable Object> fields = fields(action);
        fields.put(NOT_RECORDED, overview.nietVastgelegd().contains(code));
        return fields;
    }

    /** Every field but the key of an action, by its name in the interface; none of nothing. */
    private static Map<String, @Nullable Object> fields(@Nullable Record whole) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        if (whole != null) {
            for (RecordComponent component : whole.getClass().getRecordComponents()) {
                try {
                    fields.put(component.getName(), component.getAccessor().invoke(whole));
                } catch (ReflectiveOperationException impossible) {
                    throw new LinkageError(impossible.getMessage(), impossible);
                }
            }
            fields.remove("actie");
        }
        return fields;
    }
}
