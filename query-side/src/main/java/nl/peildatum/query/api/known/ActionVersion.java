package nl.peildatum.query.api.known;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An action as it was on a range of days, with the knowledge of a range of journal numbers. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "action_version")
@IdClass(ActionVersion.Key.class)
public class ActionVersion implements Countable {
    /** The action and from when it was like this, in both times. */
    public record Key(String programme, String action, LocalDate effectiveFrom, long knownFrom) {}

    /** A link to another action, as the projection keeps it. */
    public record StoredLink(String kind, String action) {}

    @Id private String programme;
    @Id private String action;
    @Id private LocalDate effectiveFrom;
    private @Nullable LocalDate effectiveTo;
    @Id private long knownFrom;
    private @Nullable Long knownTo;
    private String status;
    private long statusEntry;
    private boolean baseline;
    private @Nullable String statusReason;
    private @Nullable Long statusReasonEntry;
    private String reportLabel;
    private @Nullable String title;
    private @Nullable Integer line;
    private @Nullable Integer position;
    private boolean included;
    private @Nullable String exclusionReason;
    private @Nullable Long exclusionReasonEntry;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Integer> executionYears;

    private @Nullable String explanation;
    private @Nullable Long explanationEntry;
    private @Nullable LocalDate expectedCompletion;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<StoredLink> links;

    protected ActionVersion() {}

    /** The action's code. */
    public String action() {
        return action;
    }

    @Override
    public String status() {
        return status;
    }

    /** Whether a baseline gave the status. */
    public boolean baseline() {
        return baseline;
    }

    /** The reason of the entry that gave the status. */
    public @Nullable String statusReason() {
        return statusReason;
    }

    /** The entry in which that reason stands. */
    public @Nullable Long statusReasonEntry() {
        return statusReasonEntry;
    }

    /** The entry in which the reason for the exclusion stands. */
    public @Nullable Long exclusionReasonEntry() {
        return exclusionReasonEntry;
    }

    /** The entry in which the explanation stands. */
    public @Nullable Long explanationEntry() {
        return explanationEntry;
    }

    /** What the publication prints for it. */
    public String reportLabel() {
        return reportLabel;
    }

    /** The title, where it is known. */
    public @Nullable String title() {
        return title;
    }

    @Override
    public @Nullable Integer line() {
        return line;
    }

    /** Its place in the publication, where it has one. */
    public @Nullable Integer position() {
        return position;
    }

    @Override
    public boolean included() {
        return included;
    }

    /** Why it is not included. */
    public @Nullable String exclusionReason() {
        return exclusionReason;
    }

    /** The years in which it is carried out, ascending. */
    public List<Integer> executionYears() {
        return executionYears;
    }

    /** The text under the action. */
    public @Nullable String explanation() {
        return explanation;
    }

    /** When a delay is expected to end. */
    public @Nullable LocalDate expectedCompletion() {
        return expectedCompletion;
    }

    /** Its links to other actions. */
    public List<StoredLink> links() {
        return links;
    }
}
