package nl.peildatum.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.query.proof.Unpacked.Outcome;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.AnyHistory.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

class AnyReportTest {

    private static final AtomicInteger PROGRAMMES = new AtomicInteger();
    private static @Nullable ProvenJournal journal;

    @BeforeContainer
    static void open() {
        journal = new ProvenJournal();
    }

    @AfterContainer
    static void close() {
        journal().close();
    }

    private static ProvenJournal journal() {
        return Objects.requireNonNull(journal);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return AnyHistory.changes();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.MIXIN, shrinking = ShrinkingMode.BOUNDED)
    void the_verifier_folds_every_report_of_any_history_to_the_digest_of_the_plain_fold(
            @ForAll("changes") List<Change> changes) throws IOException {
        ProgrammeId programme = new ProgrammeId("p" + PROGRAMMES.incrementAndGet());
        journal().record(AnyHistory.of(programme, changes));
        long head = journal().head(programme);
        List<ReportFixed> reports = new ArrayList<>();
        for (int day = -1; day <= AnyHistory.DAYS; day++) {
            LocalDate date = AnyHistory.FIRST_DAY.plusDays(day);
            reports.add(journal().report(programme, date, head, null));
            reports.add(journal().report(programme, date, head * (day + 1) / 12, "eerder"));
        }
        journal().record(reports);

        Path folder = Files.createTempDirectory("bewijs");
        try {
            Outcome outcome = journal().proof(programme, folder.resolve("p")).run();
            assertThat(outcome.out())
                    .startsWith("IN ORDE")
                    .contains("waarvan opnieuw berekend " + reports.size());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
