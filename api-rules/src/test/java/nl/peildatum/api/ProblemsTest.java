package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.peildatum.contract.Fault;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class ProblemsTest {
    private final Problems problems = new Problems(List.of());

    @Test
    void a_database_that_is_away_is_known_by_its_exceptions() {
        for (Exception away :
                List.of(
                        new DataAccessResourceFailureException("x"),
                        new QueryTimeoutException("x"),
                        new CannotCreateTransactionException("x"),
                        new SQLTransientConnectionException("pool"),
                        new SQLException("x", "08006"),
                        new SQLException("x", "57P03"),
                        new SQLException("x", "53300"))) {
            assertThat(problems.of(new RuntimeException(away)).status()).isEqualTo(503);
        }
    }

    @Test
    void who_changes_something_at_the_same_time_gets_a_conflict() {
        assertThat(problems.of(new OptimisticLockingFailureException("x")).status()).isEqualTo(409);
        assertThat(problems.of(new CannotAcquireLockException("x")).status()).isEqualTo(409);
    }

    @Test
    void a_hundred_faults_are_named_and_the_others_counted() {
        List<Fault> faults =
                IntStream.range(0, 123).mapToObj(i -> new Fault("veld" + i, "Fout.")).toList();

        assertThat((List<?>) Problem.invalid(faults.subList(0, 100)).members("/").get("fouten"))
                .isEqualTo(faults.subList(0, 100));
        assertThat((List<?>) Problem.invalid(faults).members("/").get("fouten"))
                .hasSize(101)
                .last()
                .isEqualTo(
                        new Fault(
                                "fouten",
                                "En nog 23. Herstel eerst wat hierboven staat en probeer het"
                                        + " opnieuw."));
    }

    @Test
    void any_other_failure_of_the_database_is_a_failure_of_ours() {
        assertThat(problems.of(new DataIntegrityViolationException("x")).status()).isEqualTo(500);
        assertThat(problems.of(new SQLException("x", "42601")).status()).isEqualTo(500);
    }

    @Test
    void a_side_is_asked_before_the_general_rules() {
        Problems asked =
                new Problems(
                        List.of(
                                e ->
                                        e instanceof DataIntegrityViolationException
                                                ? Optional.of(Problem.conflict("Bestaat al."))
                                                : Optional.empty()));
        assertThat(
                        asked.of(
                                        new IllegalStateException(
                                                new DataIntegrityViolationException("x")))
                                .status())
                .isEqualTo(409);
    }

    @Test
    void causes_that_go_round_in_a_circle_end() {
        RuntimeException one = new RuntimeException("1");
        RuntimeException two = new RuntimeException("2", one);
        one.initCause(two);
        assertThat(problems.of(two).status()).isEqualTo(500);
    }
}
