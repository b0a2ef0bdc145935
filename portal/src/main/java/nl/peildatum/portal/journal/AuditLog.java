package nl.peildatum.portal.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page of the audit log: who checked, erased, changed a key or was refused. */
public record AuditLog(List<Line> regels, long totaal, int pagina, int paginagrootte) {

    public AuditLog {
        regels = List.copyOf(Objects.requireNonNullElse(regels, List.of()));
    }

    /** One line of it. */
    public record Line(
            long nummer,
            Instant geregistreerdOp,
            String soort,
            @Nullable String door,
            String zin,
            String hash) {

        /** When it was recorded, as HTML takes it: to the millisecond. */
        public String recordedAt() {
            return geregistreerdOp.truncatedTo(ChronoUnit.MILLIS).toString();
        }
    }

    /** How many pages there are. */
    public long pages() {
        return Math.max(1, (totaal + paginagrootte - 1) / Math.max(1, paginagrootte));
    }
}
