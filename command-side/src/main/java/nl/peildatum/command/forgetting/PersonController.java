package nl.peildatum.command.forgetting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Longest;
import nl.peildatum.api.Problem;
import nl.peildatum.command.http.Paths;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.eventstore.AuditLog;
import nl.peildatum.eventstore.People;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Erases the name of a person, for good. Also of a subject that was never seen: where the name is
 * still to come from a token, it must not.
 */
@RestController
class PersonController {

    private final DataSource dataSource;

    PersonController(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @DeleteMapping(Paths.PERSON)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String subject, Asked asked) {
        asked.nothing();
        if (subject.isBlank()
                || subject.length() > Longest.SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw Problem.unknown(Wordings.of("person.noSubject"));
        }
        erase(subject, asked.caller());
    }

    /** Whose name is erased. */
    record PersonAsked(String subject) {}

    /** The same, with a subject that no address and so no log of addresses tells. */
    @PostMapping(Paths.PEOPLE + "/wissingen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(Asked asked) {
        erase(asked.body(PersonAsked.class).subject(), asked.caller());
    }

    private void erase(String subject, Caller caller) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                erase(subject, caller.actor(), connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        } catch (SQLException lost) {
            throw new DataAccessResourceFailureException("the person cannot be reached", lost);
        }
    }

    /** The line in the audit log comes with the erasure or not at all. */
    private static void erase(String subject, String by, Connection connection) {
        DataSource together = new SingleConnectionDataSource(connection, true);
        if (new People(together).erase(subject)) {
            new AuditLog(together)
                    .append(AuditLog.Kind.PERSOON_GEWIST, by, Map.of("persoon", subject));
        }
    }
}
