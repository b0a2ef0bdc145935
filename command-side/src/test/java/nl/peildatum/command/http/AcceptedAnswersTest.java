package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How to answer is decided before anything is recorded. */
class AcceptedAnswersTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();

    static Stream<Arguments> headers() {
        return Stream.of(
                        List.of("Accept", "application/json;charset=iso-8859-1", "201"),
                        List.of("Accept", "application/json;charset=utf-16", "201"),
                        List.of("Accept", "application/json;v=2;q=0.1", "201"),
                        List.of("Accept", "*/*;charset=x-onbekend", "406"),
                        List.of("Accept", "*/*;charset=iso-8859-1", "406"),
                        List.of("Accept", "text/html", "406"),
                        List.of("Accept", "text/html;q=0.9, application/*;q=0.1", "201"),
                        List.of("Accept", "application/json;q=0", "406"),
                        List.of("Accept", "application/json;q=0, */*", "406"),
                        List.of("Accept", "text/html;q=0, application/json", "201"),
                        List.of("Accept", "application/problem+json", "406"),
                        List.of("Accept", "geen type", "406"),
                        List.of("Accept", "application/json;q=2", "406"),
                        List.of("Accept", ",,,", "201"),
                        List.of("Accept-Charset", "utf-16", "201"),
                        List.of("Accept-Charset", "onbekend;q=9", "201"),
                        List.of("Accept-Encoding", "br;q=0, *;q=0", "201"),
                        List.of("Prefer", "return=minimal", "201"),
                        List.of("Prefer", "respond-async, wait=100", "201"))
                .map(each -> Arguments.of(each.toArray()));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void an_answer_that_cannot_be_given_records_nothing(
            String header, String value, String expected) {
        String programme = SERVER.programme();
        Answer answer =
                SERVER.post(
                        programme + "/acties",
                        """
                        {"actie": "22", "titel": "Titel", "opgenomen": true,
                         "uitvoeringsjaren": [2025], "ingangsdatum": "2025-11-30"}""",
                        header,
                        value);

        assertThat(answer.status()).isEqualTo(Integer.parseInt(expected));
        assertThat(SERVER.recorded(programme)).hasSize(answer.status() == 201 ? 2 : 1);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .isIn("application/json", "application/problem+json");
    }
}
