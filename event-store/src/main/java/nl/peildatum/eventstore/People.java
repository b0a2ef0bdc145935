package nl.peildatum.eventstore;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The names behind the subjects of events, as tokens told them; each can be erased, for good. */
public final class People {

    private final JdbcClient jdbc;

    public People(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps the name that goes with a subject, unless that person was erased. */
    public void name(String subject, String name) {
        jdbc.sql("SELECT events.name_person(?, ?)").params(subject, name).query().singleRow();
    }

    /**
     * Erases the name that goes with a subject, for good, also where none is known yet; whether
     * that was not done before.
     */
    public boolean erase(String subject) {
        return jdbc.sql("SELECT events.erase_person(?)")
                .param(subject)
                .query(Boolean.class)
                .single();
    }

    /**
     * Somebody who was seen or erased.
     *
     * @param name null once erased
     */
    public record Person(String subject, @Nullable String name, @Nullable Instant erasedAt) {}

    /** Some of the people, in the order of their subjects. */
    public List<Person> some(long offset, int most) {
        return jdbc.sql(
                        """
                        SELECT subject, name, erased_at FROM events.person
                        ORDER BY subject COLLATE "C" OFFSET ? LIMIT ?""")
                .params(offset, most)
                .query(
                        (row, _) -> {
                            OffsetDateTime at = row.getObject("erased_at", OffsetDateTime.class);
                            return new Person(
                                    row.getString("subject"),
                                    row.getString("name"),
                                    at == null ? null : at.toInstant());
                        })
                .list();
    }

    /** How many people there are, those who were erased included. */
    public int count() {
        return jdbc.sql("SELECT count(*) FROM events.person").query(Integer.class).single();
    }

    /** The names of those subjects that are known; null for who was erased. */
    public Map<String, @Nullable String> names(Collection<String> subjects) {
        Map<String, @Nullable String> names = new HashMap<>();
        if (subjects.isEmpty()) {
            return names;
        }
        jdbc.sql("SELECT subject, name FROM events.person WHERE subject IN (:subjects)")
                .param("subjects", subjects)
                .query(
                        row -> {
                            names.put(row.getString("subject"), row.getString("name"));
                        });
        return names;
    }
}
