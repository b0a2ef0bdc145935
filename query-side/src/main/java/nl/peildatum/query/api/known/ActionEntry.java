package nl.peildatum.query.api.known;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** That a journal entry touches an action. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // filled by Hibernate, read in queries
@Entity
@Immutable
@Table(name = "action_entry")
@IdClass(ActionEntry.Key.class)
public class ActionEntry {
    /** The action and the entry's number. */
    public record Key(String programme, String action, long number) {}

    @Id private String programme;
    @Id private String action;
    @Id private long number;

    protected ActionEntry() {}
}
