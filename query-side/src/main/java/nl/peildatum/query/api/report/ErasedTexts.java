package nl.peildatum.query.api.report;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.reportform.OverviewV1;
import org.springframework.stereotype.Component;

/**
 * Which texts of a report were erased since. Its digest covers what they were committed to, so that
 * it still holds; what they said is gone for everybody.
 */
@Component
class ErasedTexts {

    private final ErasedEntries entries;
    private final Cuts cuts;

    ErasedTexts(ErasedEntries entries, Cuts cuts) {
        this.entries = entries;
        this.cuts = cuts;
    }

    /** The journal numbers of the entries that gave the report those texts, in order. */
    List<Long> in(ReportEntry report) {
        Set<Long> erased = new HashSet<>(entries.upTo(report.programme(), report.knownUpTo()));
        if (erased.isEmpty()) {
            return List.of();
        }
        Cut cut = new Cut(report.programme(), report.reportDate(), report.knownUpTo(), null);
        return ReportForms.of(cuts.contents(cut)).acties().stream()
                .flatMap(ErasedTexts::texts)
                .map(OverviewV1.Text::journaalnummer)
                .filter(erased::contains)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<OverviewV1.Text> texts(OverviewV1.Action action) {
        return Stream.of(action.redenNietOpgenomen(), action.toelichting(), action.reden())
                .filter(Objects::nonNull);
    }
}
