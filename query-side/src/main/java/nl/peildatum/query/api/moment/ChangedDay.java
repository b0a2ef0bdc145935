package nl.peildatum.query.api.moment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A day on which something begins to read otherwise with the knowledge of a range of journal
 * numbers. There may be several of one day: it is for questions, never loaded.
 */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // read in queries
@Entity
@Immutable
@Table(name = "changed_day")
@IdClass(ChangedDay.Key.class)
class ChangedDay {
    /** The day and from which number it is known. */
    record Key(String programme, LocalDate day, long knownFrom) {}

    @Id private String programme;
    @Id private LocalDate day;
    @Id private long knownFrom;
    private @Nullable Long knownTo;

    protected ChangedDay() {}
}
