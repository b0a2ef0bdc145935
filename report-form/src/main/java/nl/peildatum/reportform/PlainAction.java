package nl.peildatum.reportform;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMadeFinite;
import nl.peildatum.events.ActionEvent.ActionMadeOngoing;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReopened;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.Status;
import nl.peildatum.reportform.OverviewV1.Action;
import nl.peildatum.reportform.OverviewV1.Link;
import nl.peildatum.reportform.OverviewV1.Text;
import nl.peildatum.reportform.PlainFold.Reading;
import org.jspecify.annotations.Nullable;

/** An action while its entries are applied one by one. */
final class PlainAction {

    private static final String DELAYED = "IN_UITVOERING_VERTRAGING";

    private String status = "";
    private LocalDate statusSince = LocalDate.MIN;
    private String statusBefore = "";
    private LocalDate sinceBefore = LocalDate.MIN;
    private LocalDate lastDay = LocalDate.MIN;
    private boolean baseline;
    private @Nullable Long reason;
    private String reportLabel = "";
    private @Nullable String title;
    private @Nullable Integer line;
    private @Nullable Integer position;
    private boolean included;
    private @Nullable Long exclusionReason;
    private List<Integer> years = List.of();
    private @Nullable Long explanation;
    private @Nullable LocalDate expectedCompletion;
    private List<Link> links = List.of();

    void apply(Reading reading, ActionFact fact) {
        if (reading.on().isAfter(lastDay)) {
            lastDay = reading.on();
            statusBefore = status;
            sinceBefore = statusSince;
        }
        switch (fact) {
            case ActionPlanned e -> {
                become("NOG_NIET_GESTART", reading, e.explanation());
                explanation = e.explanation() == null ? null : reading.holding("explanation");
                reportLabel = e.reportLabel();
                title = e.title();
                line = e.line();
                position = e.position();
                included = e.included();
                exclusionReason =
                        e.included() || e.exclusionReason() == null
                                ? null
                                : (Long) reading.holding("exclusionReason");
                years = List.copyOf(e.executionYears());
                links = List.of();
            }
            case ActionBaselined e -> {
                become(code(e.status()), reading, e.explanation());
                baseline = true;
            }
            case StatusChange e -> {
                become(
                        switch (e) {
                            case ActionStarted _,
                                    ActionResumed _,
                                    ActionMadeFinite _,
                                    ActionReopened _ ->
                                    "IN_UITVOERING";
                            case ActionDelayed _ -> DELAYED;
                            case ActionMadeOngoing _ -> "DOORLOPEND";
                            case ActionCompleted _ -> "AFGEROND";
                            case ActionWithdrawn _ -> "VERVALLEN";
                        },
                        reading,
                        e.explanation());
                if (e instanceof ActionDelayed delayed) {
                    expectedCompletion = delayed.expectedCompletion();
                }
            }
            case ActionExplained e ->
                    explanation =
                            e.explanation() == null ? null : (Long) reading.holding("explanation");
            case ActionRetitled e -> title = e.title();
            case ActionRelabelled e -> reportLabel = e.reportLabel();
            case ActionRescheduled e -> years = List.copyOf(e.executionYears());
            case DelayRescheduled e -> {
                if (status.equals(DELAYED)) {
                    expectedCompletion = e.expectedCompletion();
                }
            }
            case ActionMoved e -> line = e.line();
            case ActionIncluded _ -> {
                included = true;
                exclusionReason = null;
            }
            case ActionExcluded e -> {
                included = false;
                exclusionReason = e.reason() == null ? null : (Long) reading.holding("reason");
            }
            case ActionLinked e ->
                    links =
                            e.links().stream()
                                    .map(link -> new Link(code(link.kind()), link.action()))
                                    .toList();
            case ActionReordered e -> position = e.position();
        }
    }

    /**
     * Gets a status. What counts is the status at the end of a day: one that was there before this
     * day and is there again goes on since then.
     */
    private void become(String next, Reading reading, @Nullable String newExplanation) {
        statusSince = next.equals(statusBefore) ? sinceBefore : reading.on();
        status = next;
        baseline = false;
        reason = reading.event().reason() == null ? null : (Long) reading.holding("reason");
        expectedCompletion = null;
        if (newExplanation != null) {
            explanation = reading.holding("explanation");
        }
    }

    Action shown(String code, Map<Long, String> commitments) {
        return new Action(
                code,
                reportLabel,
                title,
                line,
                position,
                status,
                statusSince,
                baseline,
                included,
                text(exclusionReason, commitments),
                years,
                text(explanation, commitments),
                text(reason, commitments),
                expectedCompletion,
                links);
    }

    private static @Nullable Text text(@Nullable Long entry, Map<Long, String> commitments) {
        return entry == null ? null : new Text(entry, commitments.get(entry));
    }

    private static String code(Status status) {
        return switch (status) {
            case COMPLETED -> "AFGEROND";
            case IN_PROGRESS -> "IN_UITVOERING";
            case DELAYED -> DELAYED;
            case ONGOING -> "DOORLOPEND";
            case NOT_STARTED -> "NOG_NIET_GESTART";
        };
    }

    private static String code(LinkKind kind) {
        return switch (kind) {
            case COINCIDES_WITH -> "VALT_SAMEN_MET";
            case TOGETHER_WITH -> "SAMEN_MET";
            case FOLLOWS -> "VOLGT_OP";
            case COUPLED_TO -> "GEKOPPELD_AAN";
        };
    }
}
