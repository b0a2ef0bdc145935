package nl.peildatum.query.api.report;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.cut.Cuts;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import org.springframework.stereotype.Component;

/** Says once more, by a plain fold over the events, what a cut says. */
@Component
class Reproduction {

    private final Journal journal;
    private final Cuts cuts;

    Reproduction(Journal journal, Cuts cuts) {
        this.journal = journal;
        this.cuts = cuts;
    }

    /** What the plain fold says of a cut. */
    OverviewV1 folded(String programme, LocalDate reportDate, long knownUpTo) {
        ProgrammeId id = new ProgrammeId(programme);
        List<JournalEntry<Event>> entries = journal.between(id, 1, knownUpTo);
        return PlainFold.overview(id, entries, reportDate, knownUpTo);
    }

    /** Whether a fixed report can be made again from the events, to the bit. */
    boolean reproduces(ReportEntry report) {
        return report.form().equals(OverviewV1.NAME)
                && report.digest()
                        .equals(
                                Digests.of(
                                        folded(
                                                report.programme(),
                                                report.reportDate(),
                                                report.knownUpTo())));
    }

    /** What both ways say of a cut. */
    BothWays bothWays(Cut cut) {
        return BothWays.of(
                ReportForms.of(cuts.contents(cut)),
                folded(cut.programme(), cut.reportDate(), cut.knownUpTo()));
    }
}
