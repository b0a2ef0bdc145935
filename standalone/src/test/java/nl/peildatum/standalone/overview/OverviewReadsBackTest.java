package nl.peildatum.standalone.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.peildatum.command.edition.Edition;
import nl.peildatum.command.edition.EditionReader;
import nl.peildatum.command.edition.EditionReading;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.overview.Overview;
import nl.peildatum.query.api.overview.OverviewMarkdown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the query-side publishes as Markdown, the reader of publications takes over as it is. */
class OverviewReadsBackTest {

    static Stream<String> traps() {
        return AnyOverview.TRAPS.stream();
    }

    @ParameterizedTest
    @MethodSource("traps")
    void every_trap_reads_back_wherever_it_stands(String trap) {
        assertReadsBack(AnyOverview.with(trap));
        assertReadsBack(AnyOverview.with("Vooraf.\n" + trap + "\nAchteraf."));
        assertReadsBack(AnyOverview.with("Vooraf.\n\n" + trap));
    }

    @Test
    void any_overview_reads_back() {
        for (int seed = 0; seed < 500; seed++) {
            assertReadsBack(AnyOverview.of(seed));
        }
    }

    @Test
    void a_long_text_reads_back() {
        assertReadsBack(AnyOverview.with("<&| *_# ".repeat(2_500).strip()));
    }

    private static void assertReadsBack(Overview overview) {
        String document = OverviewMarkdown.text(overview);
        EditionReading reading = EditionReader.read(document);
        assertThat(reading).as(() -> reading + "\n" + document).isInstanceOf(Edition.class);
        Edition edition = (Edition) reading;
        assertThat(lines(edition)).as(document).isEqualTo(lines(overview));
        assertThat(actions(edition)).as(document).isEqualTo(actions(overview));
        assertThat(leftOut(edition)).as(document).isEqualTo(leftOut(overview));
        assertThat(edition.reconciliation().total().printed())
                .isEqualTo(edition.reconciliation().total().counted());
    }

    private static List<List<Object>> lines(Edition edition) {
        return edition.lines().stream()
                .map(
                        line ->
                                list(
                                        line.number(),
                                        line.title(),
                                        line.longTitle(),
                                        line.introduction(),
                                        line.goalsIntroduction(),
                                        line.goals(),
                                        line.effectsIntroduction(),
                                        line.effects()))
                .toList();
    }

    private static List<List<Object>> lines(Overview overview) {
        return overview.lines().stream()
                .filter(line -> line.number() != null)
                .map(
                        line ->
                                list(
                                        line.number(),
                                        line.title(),
                                        line.longTitle(),
                                        line.introduction(),
                                        line.goalsIntroduction(),
                                        line.goals(),
                                        line.effectsIntroduction(),
                                        line.effects()))
                .toList();
    }

    private static List<List<Object>> actions(Edition edition) {
        return edition.actions().stream()
                .map(
                        action ->
                                list(
                                        action.code(),
                                        action.reportLabel(),
                                        action.title(),
                                        action.actionLine(),
                                        StatusCode.of(action.status().name()),
                                        List.copyOf(action.executionYears()),
                                        action.explanation()))
                .toList();
    }

    private static List<List<Object>> actions(Overview overview) {
        List<List<Object>> actions = new ArrayList<>();
        for (Overview.Line line : overview.lines()) {
            for (Overview.Block block : line.blocks()) {
                for (String code : block.codes()) {
                    actions.add(
                            list(
                                    code,
                                    block.label(),
                                    block.title(),
                                    line.number(),
                                    block.status(),
                                    block.executionYears(),
                                    block.explanation()));
                }
            }
        }
        return actions;
    }

    private static Map<String, Object> leftOut(Edition edition) {
        Map<String, Object> left = new HashMap<>();
        edition.exclusions()
                .forEach(
                        note ->
                                note.codes()
                                        .forEach(
                                                code ->
                                                        left.put(
                                                                code, list("uit", note.reason()))));
        edition.withdrawals()
                .forEach(
                        note ->
                                note.codes()
                                        .forEach(
                                                code ->
                                                        left.put(
                                                                code, list("weg", note.reason()))));
        return left;
    }

    private static Map<String, Object> leftOut(Overview overview) {
        Map<String, Object> left = new HashMap<>();
        overview.notIncluded()
                .forEach(action -> left.put(action.action(), list("uit", action.reason())));
        overview.withdrawn()
                .forEach(action -> left.put(action.action(), list("weg", action.reason())));
        return left;
    }

    /** A list that can hold null. */
    private static List<Object> list(@Nullable Object... values) {
        return Stream.of(values).<Object>map(Optional::ofNullable).toList();
    }
}
