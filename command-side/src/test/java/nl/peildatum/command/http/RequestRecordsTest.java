package nl.peildatum.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.words.Codes;
import nl.peildatum.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the document lets in, the records take: field by field, and code by code. */
class RequestRecordsTest {
    private static final JsonNode SCHEMAS =
            new JsonMapper().readTree(Contract.published().json(true)).at("/components/schemas");

    @ParameterizedTest
    @CsvSource({
        "NieuwProgramma, http.ProgrammeController$ProgrammeAsked",
        "Programmaherziening, http.ProgrammeController$RevisionAsked",
        "NieuweActielijn, http.ProgrammeController$LineAsked",
        "Actielijnherziening, http.ProgrammeController$LineAsked",
        "NieuweActie, http.ActionController$PlanAsked",
        "Openingsstand, http.ActionController$BaselineAsked",
        "Statuswijziging, http.ActionController$StatusAsked",
        "Toelichting, http.ActionController$ExplanationAsked",
        "Wijziging, http.ActionController$ChangesAsked",
        "NieuwVerband, http.LinkAsked",
        "Correctie, correcting.CorrectionController$CorrectionAsked",
        "Intrekking, correcting.CorrectionController$RetractionAsked",
        "Tekstwissing, forgetting.TextController$ErasureAsked",
        "NieuweBeoordeling, judging.SignalController$JudgementAsked",
        "NieuweRapportage, reporting.ReportController$ReportAsked",
        "Bevestiging, reporting.ReportController$ConfirmationAsked",
        "Sleutelvervanging, sealing.CheckpointController$ReplacementAsked"
    })
    void a_record_has_the_fields_of_its_schema(String schema, String type) throws Exception {
        assertThat(properties(schema)).isNotEmpty().isEqualTo(components(type));
    }

    @Test
    void what_reads_differently_has_the_fields_of_all_kinds_of_entries() throws Exception {
        Set<String> all = new TreeSet<>();
        SCHEMAS.path("Als")
                .path("anyOf")
                .forEach(
                        kind -> {
                            String name = kind.path("$ref").asString();
                            all.addAll(properties(name.substring(name.lastIndexOf('/') + 1)));
                        });
        assertThat(all).isEqualTo(components("correcting.AsAsked"));
    }

    @Test
    void the_codes_are_those_of_the_document() {
        assertThat(codes("Soort")).isEqualTo(StatusChanges.byCode().keySet());
        assertThat(codes("Status")).isEqualTo(Codes.STATUSES.keySet());
        assertThat(codes("Verbandsoort")).isEqualTo(Codes.LINKS.keySet());
    }

    private static Set<String> properties(String schema) {
        return new TreeSet<>(SCHEMAS.path(schema).path("properties").propertyNames());
    }

    private static Set<String> components(String type) throws ClassNotFoundException {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Class.forName("nl.peildatum.command." + type).getRecordComponents())
                .forEach(component -> names.add(component.getName()));
        return names;
    }

    private static Set<String> codes(String schema) {
        Set<String> codes = new TreeSet<>();
        SCHEMAS.path(schema).path("enum").forEach(code -> codes.add(code.asString()));
        return codes;
    }
}
