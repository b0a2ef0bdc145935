package nl.peildatum.query.api.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.action.NaturalOrder;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.query.api.known.ActionVersions;
import nl.peildatum.reportform.OverviewV1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known otherwise of a report date than when its report was fixed. */
@Component
class SinceFixed {

    private final Cuts cuts;
    private final ActionVersions actions;

    SinceFixed(Cuts cuts, ActionVersions actions) {
        this.cuts = cuts;
        this.actions = actions;
    }

    /**
     * An action or a line that reads otherwise.
     *
     * @param wat the fields that do, by the names of the interface
     * @param journaalnummers the entries since, by which it does; empty for a line
     */
    record Change(
            @Nullable String actie,
            @Nullable Integer actielijn,
            List<String> wat,
            String zin,
            SortedSet<Long> journaalnummers) {}

    /** Everything that reads otherwise with the knowledge of a cut, actions first. */
    List<Change> changes(ReportEntry report, Cut now) {
        LocalDate day = report.reportDate();
        OverviewV1 fixed = form(report, report.knownUpTo());
        OverviewV1 known = form(report, now.knownUpTo());
        Map<String, SortedSet<Long>> numbers =
                numbers(report.programme(), day, report.knownUpTo(), now.knownUpTo());
        List<Change> changes = new ArrayList<>();
        SortedMap<String, Both<OverviewV1.Action>> byCode = new TreeMap<>(NaturalOrder.OF_CODES);
        fixed.acties().forEach(action -> byCode.put(action.actie(), new Both<>(action, null)));
        known.acties()
                .forEach(
                        action ->
                                byCode.merge(
                                        action.actie(),
                                        new Both<>(null, action),
                                        (old, fresh) -> new Both<>(old.then(), fresh.now())));
        byCode.forEach(
                (code, both) -> {
                    List<String> fields = differing(fields(both.then()), fields(both.now()));
                    if (!fields.isEmpty()) {
                        changes.add(
                                new Change(
                                        code,
                                        null,
                                        fields,
                                        Wording.ACTION_SINCE_FIXED.text(code, said(fields, both)),
                                        numbers.getOrDefault(code, new TreeSet<>())));
                    }
                });
        Map<Integer, OverviewV1.Line> lines = new TreeMap<>();
        fixed.actielijnen().forEach(line -> lines.put(line.nummer(), line));
        TreeSet<Integer> other = new TreeSet<>();
        known.actielijnen()
                .forEach(
                        line -> {
                            if (!line.equals(lines.remove(line.nummer()))) {
                                other.add(line.nummer());
                            }
                        });
        other.addAll(lines.keySet());
        for (int line : other) {
            changes.add(
                    new Change(
                            null,
                            line,
                            List.of("actielijn"),
                            Wording.LINE_SINCE_FIXED.text(String.valueOf(line)),
                            new TreeSet<>()));
        }
        return changes;
    }

    private OverviewV1 form(ReportEntry report, long upTo) {
        return ReportForms.of(
                cuts.contents(new Cut(report.programme(), report.reportDate(), upTo, null)));
    }

    /** What was fixed and what is known now; null where the action has no state. */
    private record Both<T>(@Nullable T then, @Nullable T now) {}

    private Map<String, SortedSet<Long>> numbers(
            String programme, LocalDate day, long after, long upTo) {
        return actions.knowledge(programme, day).stream()
                .flatMap(version -> version.changesBetween(after, upTo))
                .collect(
                        Collectors.groupingBy(
                                ActionVersions.Known::action,
                                Collectors.mapping(
                                        ActionVersions.Known::number,
                                        Collectors.toCollection(TreeSet::new))));
    }

    private static List<String> differing(
            Map<String, @Nullable Object> then, Map<String, @Nullable Object> now) {
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(then.get(name), now.get(name)))
                .toList();
    }

    private static String said(List<String> fields, Both<OverviewV1.Action> both) {
        return fields.stream()
                .map(
                        field ->
                                field.equals("status")
                                        ? Wording.STATUS_SINCE_FIXED.text(
                                                status(both.then()), status(both.now()))
                                        : Wording.field(field))
                .collect(Collectors.joining(", "));
    }

    private static String status(OverviewV1.@Nullable Action action) {
        return action == null
                ? Wording.NOT_RECORDED.text()
                : StatusCode.valueOf(action.status()).label();
    }

    private static Map<String, @Nullable Object> fields(OverviewV1.@Nullable Action action) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (action == null) {
            return fields;
        }
        fields.put("gerapporteerdAls", action.gerapporteerdAls());
        fields.put("titel", action.titel());
        fields.put("actielijn", action.actielijn());
        fields.put("volgorde", action.volgorde());
        fields.put("status", action.status());
        fields.put("statusSinds", action.statusSinds());
        fields.put("opgenomen", action.opgenomen());
        fields.put("redenNietOpgenomen", action.redenNietOpgenomen());
        fields.put("uitvoeringsjaren", action.uitvoeringsjaren());
        fields.put("toelichting", action.toelichting());
        fields.put("reden", action.reden());
        fields.put("verwachteAfronding", action.verwachteAfronding());
        fields.put("verbanden", action.verbanden());
        return fields;
    }
}
