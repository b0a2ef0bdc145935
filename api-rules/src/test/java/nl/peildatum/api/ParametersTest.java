package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.peildatum.contract.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void right_parameters_are_read_and_accepted() {
        Parameters parameters =
                Parameters.of(
                        "peildatum=2025-11-30&bekendTot=61&status=AF&proef=true&zoek=caf%C3%A9+x&zonder=24,+31&pagina=2&leeg=");
        assertThat(parameters.optionalDate("peildatum")).isEqualTo(LocalDate.of(2025, 11, 30));
        assertThat(parameters.optionalLong("bekendTot", 0)).isEqualTo(61);
        assertThat(parameters.optionalChoice("status", Map.of("AF", 1))).isEqualTo(1);
        assertThat(parameters.flag("proef")).isTrue();
        assertThat(parameters.flag("anders")).isFalse();
        assertThat(parameters.optionalText("zoek", 10)).isEqualTo("café x");
        assertThat(parameters.list("zonder", 5, 5)).containsExactly("24", "31");
        assertThat(parameters.optionalText("leeg", 5)).isNull();
        assertThat(Paging.from(parameters)).isEqualTo(new Paging(2, 50));
        assertThatCode(parameters::done).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00.123456Z, 2026-11-23T10:00:00.123456Z",
        "2026-11-23T10:00:00.123456999Z, 2026-11-23T10:00:00.123456Z",
        "2026-11-23T10:00:00.1234567891234Z, 2026-11-23T10:00:00.123456Z",
        "2026-11-23T10:00:00%2B01:00, 2026-11-23T09:00:00Z",
        "2026-11-23T10:00:00+01:00, 2026-11-23T09:00:00Z",
        "2026-11-23T10%3A00%3A00.5Z, 2026-11-23T10:00:00.500Z"
    })
    void moments_are_read_with_any_zone_and_precision(String query, Instant moment) {
        Parameters parameters = Parameters.of("m=" + query);
        assertThat(parameters.optionalInstant("m")).isEqualTo(moment);
        parameters.done();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-23",
                "2026-11-23T10:00:00",
                "2026-11-23T10:00Z",
                "2026-12-31T23:59:60Z",
                "2026-11-23T24:00:00Z",
                "2026-02-30T10:00:00Z",
                "10000-01-01T00:00:00Z",
                "0001-01-01T00:00:00%2B01:00",
                "2026-11-23T10:00:00%2B25:00",
                "2026-11-23T10:00:00.Z",
                "2026-11-23T10:00:00Z%00",
                "2026-11-23t10:00:00Z",
                "2026-11-23T10:00:00z",
                "2026-11-23T10:00:00-00:00",
                "nu"
            })
    void what_is_not_a_moment_is_a_fault(String query) {
        Parameters parameters = Parameters.of("m=" + query);
        parameters.optionalInstant("m");
        assertThat(fields(parameters)).containsExactly("m");
    }

    @Test
    void all_faults_are_told_at_once() {
        Parameters parameters =
                Parameters.of(
                        "peildatm=2025-11-30&a=1&a=2&b=x&c=-1&d=99999999999999999999&e=%zz&f=%FF&g=ja&h&i=%00");
        parameters.optionalDate("peildatum");
        parameters.optionalText("a", 5);
        parameters.optionalLong("b", 0);
        parameters.optionalLong("c", 0);
        parameters.optionalInteger("d", 0, 5);
        parameters.flag("g");
        parameters.optionalDate("h");
        parameters.optionalText("i", 5);
        assertThat(fields(parameters))
                .containsExactlyInAnyOrder("peildatm", "a", "b", "c", "d", "e", "f", "g", "h", "i");
    }

    @Test
    void an_unknown_parameter_gets_the_name_that_was_meant() {
        Parameters parameters = Parameters.of("Peildatum=2025-11-30&quatsch=1");
        parameters.optionalDate("peildatum");
        Problem problem = catchThrowableOfType(Problem.class, parameters::done);
        List<?> faults = problem.faults();
        assertThat(faults)
                .isEqualTo(
                        List.of(
                                new Fault(
                                        "Peildatum",
                                        "Deze parameter kennen we niet; bedoelt u ‘peildatum’?"),
                                new Fault(
                                        "quatsch",
                                        "Deze parameter kennen we hier niet."
                                                + " U kunt kiezen uit: peildatum.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pagina=0", "paginagrootte=201", "paginagrootte=0", "pagina=1.0"})
    void a_page_outside_the_bounds_is_a_fault(String query) {
        Parameters parameters = Parameters.of(query);
        Paging.from(parameters);
        assertThat(fields(parameters)).hasSize(1);
    }

    @Test
    void a_page_beyond_the_end_is_empty() {
        assertThat(new Paging(1, 2).of(List.of(1, 2, 3))).containsExactly(1, 2);
        assertThat(new Paging(2, 2).of(List.of(1, 2, 3))).containsExactly(3);
        assertThat(new Paging(1_000_000, 200).of(List.of(1, 2, 3))).isEmpty();
    }

    private static List<String> fields(Parameters parameters) {
        Problem problem = catchThrowableOfType(Problem.class, parameters::done);
        assertThat(problem).isNotNull();
        return problem.faults().stream().map(f -> ((Fault) f).veld()).toList();
    }
}
