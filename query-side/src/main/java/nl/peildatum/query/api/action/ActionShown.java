package nl.peildatum.query.api.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.known.ActionVersion;
import nl.peildatum.query.api.known.ActionVersion.StoredLink;
import nl.peildatum.query.api.known.StatusPeriod;
import org.jspecify.annotations.Nullable;

/**
 * An action on a cut.
 *
 * @param status null where nothing is recorded for the report date; then everything but {@code
 *     actie} and {@code versie} is null or empty
 * @param statusSinds the first day of the unbroken run of days with this status
 * @param reden the reason of the entry that gave the status
 * @param versie how many entries up to the cut touch the action
 * @param perioden all its statuses, after the report date as well; absent unless asked for
 */
record ActionShown(
        String actie,
        @Nullable String gerapporteerdAls,
        @Nullable String titel,
        @Nullable Integer actielijn,
        @Nullable Integer volgorde,
        @Nullable StatusCode status,
        @Nullable String statusLabel,
        @Nullable LocalDate statusSinds,
        @Nullable Boolean openingsstand,
        @Nullable Boolean opgenomen,
        List<Integer> uitvoeringsjaren,
        @Nullable String toelichting,
        @Nullable String reden,
        @Nullable LocalDate verwachteAfronding,
        List<LinkShown> verbanden,
        long versie,
        @Nullable String redenNietOpgenomen,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PeriodShown> perioden) {

    /** A link to another action of the programme. */
    record LinkShown(LinkCode soort, String actie) {}

    /** A run of days with one status; the last day is null where it lasts. */
    record PeriodShown(
            StatusCode status,
            String statusLabel,
            LocalDate van,
            @Nullable LocalDate totEnMet,
            long journaalnummer) {

        static PeriodShown of(StatusPeriod period) {
            StatusCode status = StatusCode.of(period.status());
            return new PeriodShown(
                    status,
                    status.label(),
                    period.from(),
                    period.to() == null ? null : period.to().minusDays(1),
                    period.entry());
        }
    }

    static ActionShown of(
            ActionVersion action,
            List<StoredLink> links,
            LocalDate since,
            long version,
            @Nullable List<PeriodShown> periods) {
        StatusCode status = StatusCode.of(action.status());
        return new ActionShown(
                action.action(),
                action.reportLabel(),
                action.title(),
                action.line(),
                action.position(),
                status,
                status.label(),
                since,
                action.baseline(),
                action.included(),
                action.executionYears(),
                action.explanation(),
                action.statusReason(),
                action.expectedCompletion(),
                links.stream()
                        .map(link -> new LinkShown(LinkCode.of(link.kind()), link.action()))
                        .toList(),
                version,
                action.exclusionReason(),
                periods);
    }

    static ActionShown unrecorded(
            String action, long version, @Nullable List<PeriodShown> periods) {
        return new ActionShown(
                action, null, null, null, null, null, null, null, null, null, List.of(), null, null,
                null, List.of(), version, null, periods);
    }
}
