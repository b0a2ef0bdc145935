package nl.peildatum.query.trail;

import static nl.peildatum.query.RecordedEvents.adopted;
import static nl.peildatum.query.RecordedEvents.on;
import static nl.peildatum.query.RecordedEvents.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionRelabelled;
import nl.peildatum.events.ActionEvent.ActionReordered;
import nl.peildatum.events.ActionEvent.ActionRescheduled;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionRetitled;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionEvent.DelayRescheduled;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Event;
import nl.peildatum.events.FreeText;
import nl.peildatum.events.ProgrammeEvent.ProgrammeRevised;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.query.ReadDatabase;
import nl.peildatum.query.RecordedEvents;
import nl.peildatum.query.journal.RecordedEntries;
import nl.peildatum.query.processing.EveryKindOfEvent;
import nl.peildatum.query.processing.Projection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

    private static final ProgrammeId PROGRAMME = new ProgrammeId("proef");
    private static final ActionId ACTION = new ActionId(PROGRAMME, "24");

    private final ReadDatabase database = new ReadDatabase();
    private final RecordedEvents events = new RecordedEvents(database.database().dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    private void recorded(List<Event> history) {
        events.record(history);
        List<Projection> projections =
                List.of(
                        new AuditTrail(database.jdbc(), database.journal(), database.known()),
                        new RecordedEntries(database.jdbc()));
        database.journal()
                .between(PROGRAMME, 1, history.size())
                .forEach(entry -> projections.forEach(projection -> projection.on(List.of(entry))));
    }

    private List<String> sentences(long known) {
        return database.jdbc()
                .sql(
                        """
                        SELECT sentence FROM audit_line
                        WHERE known_from <= ? AND (known_to IS NULL OR known_to > ?)
                        ORDER BY number""")
                .params(known, known)
                .query(String.class)
                .list();
    }

    @Test
    void every_kind_of_event_reads_as_a_sentence_of_its_own() {
        List<Event> history = EveryKindOfEvent.in(PROGRAMME);
        recorded(history);

        String delay =
                "Actie 24 ging op 15 januari 2026 van ‘In uitvoering’ naar ‘In uitvoering, vertraging’";
        assertThat(sentences(EveryKindOfEvent.FACTS).stream().limit(EveryKindOfEvent.FACTS))
                .containsExactly(
                        "Programma ‘Programma proef’ is vastgesteld op 1 januari 2024, voor de jaren 2024 tot en met 2027.",
                        "Actielijn 3 is vastgesteld vanaf 1 januari 2024, met de titel ‘Lijn 3’.",
                        "Actielijn 3 is herzien vanaf 1 december 2025: titel van ‘Lijn 3’ naar ‘Nieuwe titel’; lange titel van ‘De lange titel van Lijn 3’ naar ‘De lange titel van Nieuwe titel’. Reden: ‘nieuwe naam’",
                        "Actie 24 ‘Titel van 24’ is gepland vanaf 30 november 2025, in actielijn 3, en is nog niet gestart.",
                        "Actie 24 heeft op 30 november 2025 als openingsstand ‘Nog niet gestart’, overgenomen uit ‘het overzicht’.",
                        "Actie 24 ging op 5 december 2025 van ‘Nog niet gestart’ naar ‘In uitvoering’ en is daarmee gestart.",
                        delay
                                + ", met als verwachte afronding 1 september 2026. Reden: ‘de leverancier later levert.’",
                        "De verwachte afronding van actie 24 ging op 20 januari 2026 van 1 september 2026 naar 1 december 2026.",
                        "Actie 24 ging op 1 februari 2026 van ‘In uitvoering, vertraging’ naar ‘In uitvoering’ en ligt weer op schema, met een nieuwe toelichting.",
                        "Actie 24 ging op 2 februari 2026 van ‘In uitvoering’ naar ‘Doorlopend’ en heeft geen duidelijke einddatum.",
                        "Actie 24 ging op 3 februari 2026 van ‘Doorlopend’ naar ‘In uitvoering’ en heeft nu wel een einde.",
                        "Actie 24 ging op 4 februari 2026 van ‘In uitvoering’ naar ‘Afgerond’ en is daarmee klaar.",
                        "Actie 24 ging op 5 februari 2026 van ‘Afgerond’ naar ‘In uitvoering’ en is daarmee heropend. Reden: ‘er nog werk ligt’",
                        "De toelichting van actie 24 ging op 6 februari 2026 van ‘Het loopt weer’ naar ‘Een nieuwe toelichting’.",
                        "De titel van actie 24 ging op 7 februari 2026 van ‘Titel van 24’ naar ‘Een andere titel’.",
                        "De uitvoeringsjaren van actie 24 gingen op 8 februari 2026 van 2025, 2026 naar 2026, 2027.",
                        "Actie 24 ging op 9 februari 2026 van actielijn 3 naar geen actielijn.",
                        "Actie 24 ging op 10 februari 2026 van ‘opgenomen in de monitoring’ naar ‘niet opgenomen in de monitoring’ en telt vanaf die dag niet mee. Reden: ‘telt nu niet’",
                        "Actie 24 ging op 11 februari 2026 van ‘niet opgenomen in de monitoring’ naar ‘opgenomen in de monitoring’ en telt vanaf die dag mee.",
                        "De plaats van actie 24 in de publicatie ging op 12 februari 2026 van geen vaste plaats naar plaats 7.",
                        "Actie 25 ‘Titel van 25’ is gepland vanaf 15 december 2025, in actielijn 3, en is nog niet gestart.",
                        "De verbanden van actie 24 gingen op 13 februari 2026 van ‘geen verbanden’ naar ‘volgt op actie 25’.",
                        "Actie 24 ging op 14 februari 2026 van ‘In uitvoering’ naar ‘Vervallen’ en telt niet meer mee. Reden: ‘het plan is vervallen’");
    }

    @Test
    void what_stays_as_it_was_reads_so() {
        String day = "2025-12-20";
        recorded(
                List.of(
                        RecordedEvents.adopted(PROGRAMME),
                        RecordedEvents.planned(ACTION, null, "2025-12-01"),
                        new ActionLinked(ACTION, List.of(), on(day), null),
                        new ActionRescheduled(
                                ACTION, new TreeSet<>(Set.of(2025, 2026)), on(day), null),
                        new ActionRetitled(ACTION, "Titel van 24", on(day), null),
                        new ActionRelabelled(ACTION, "24", on(day), null),
                        new ActionMoved(ACTION, null, on(day), null),
                        new ActionReordered(ACTION, null, on(day), null),
                        new ActionExplained(ACTION, on(day), null, null),
                        new ActionExplained(ACTION, on(day), null, "Zo."),
                        new ActionExplained(ACTION, on(day), null, "Zo."),
                        new DelayRescheduled(ACTION, null, on(day), null),
                        new ProgrammeRevised(
                                PROGRAMME,
                                "Programma proef",
                                2027,
                                List.of("Ministerie"),
                                on(day),
                                null)));

        assertThat(sentences(13).stream().skip(2))
                .containsExactly(
                        "De verbanden van actie 24 bleven vanaf 20 december 2025 gelijk: ‘geen verbanden’.",
                        "De uitvoeringsjaren van actie 24 bleven vanaf 20 december 2025 gelijk: 2025, 2026.",
                        "De titel van actie 24 bleef vanaf 20 december 2025 gelijk: ‘Titel van 24’.",
                        "Het nummer waaronder actie 24 in de publicatie staat, bleef vanaf 20 december 2025 gelijk: ‘24’.",
                        "De indeling van actie 24 bleef vanaf 20 december 2025 gelijk: geen actielijn.",
                        "De plaats van actie 24 in de publicatie bleef vanaf 20 december 2025 gelijk: geen vaste plaats.",
                        "Actie 24 bleef vanaf 20 december 2025 zonder toelichting.",
                        "Actie 24 kreeg op 20 december 2025 de toelichting ‘Zo.’.",
                        "De toelichting van actie 24 bleef vanaf 20 december 2025 gelijk: ‘Zo.’.",
                        "De verwachte afronding van actie 24 bleef vanaf 20 december 2025 gelijk: onbekend.",
                        "Het programma is herzien vanaf 20 december 2025: er veranderde niets.");
    }

    @Test
    void what_was_many_is_retracted_as_one_entry() {
        String day = "2025-12-20";
        recorded(
                List.of(
                        RecordedEvents.adopted(PROGRAMME),
                        RecordedEvents.planned(ACTION, null, "2025-12-01"),
                        new ActionLinked(ACTION, List.of(), on(day), null),
                        new ActionRescheduled(ACTION, new TreeSet<>(Set.of(2026)), on(day), null),
                        new ActionEntryRetracted(ACTION, 3, on(day), "vergissing"),
                        new ActionEntryRetracted(ACTION, 4, on(day), "vergissing")));

        assertThat(sentences(6).subList(2, 5))
                .containsExactly(
                        "Wijziging van de verbanden van actie 24 per 20 december 2025 is ingetrokken met regel 5 en geldt niet meer.",
                        "Wijziging van de uitvoeringsjaren van actie 24 per 20 december 2025 is ingetrokken met regel 6 en geldt niet meer.",
                        "Regel 3 (wijziging van de verbanden van actie 24 per 20 december 2025) is ingetrokken en geldt niet meer. Reden: ‘vergissing’");
    }

    @Test
    void what_is_corrected_or_retracted_says_so_and_by_which_entry() {
        recorded(EveryKindOfEvent.in(PROGRAMME));
        List<String> last = sentences(EveryKindOfEvent.COUNT);

        assertThat(last.get(2))
                .isEqualTo(
                        "Herziening van actielijn 3 per 2 december 2025 is ingetrokken met regel 27 en geldt niet meer.");
        assertThat(last.get(6))
                .startsWith("Actie 24 ging op 10 januari 2026 van ‘In uitvoering’")
                .endsWith("(gecorrigeerd met regel 24). Reden: ‘de leverancier later levert.’");
        assertThat(last.get(19))
                .isEqualTo(
                        "Plaats in de publicatie van actie 24 per 12 februari 2026 is ingetrokken met regel 25 en geldt niet meer.");
        assertThat(last.subList(EveryKindOfEvent.FACTS, EveryKindOfEvent.COUNT))
                .containsExactly(
                        "Regel 7 (vertraging van actie 24 per 15 januari 2026) is gecorrigeerd: ingangsdatum van 15 januari 2026 naar 10 januari 2026. Reden: ‘de brief was ouder’",
                        "Regel 20 (plaats in de publicatie van actie 24 per 12 februari 2026) is ingetrokken en geldt niet meer. Reden: ‘verkeerde actie’",
                        "Regel 3 (herziening van actielijn 3 per 1 december 2025) is gecorrigeerd: ingangsdatum van 1 december 2025 naar 2 december 2025. Reden: ‘een dag later’",
                        "Regel 3 (herziening van actielijn 3 per 2 december 2025) is ingetrokken en geldt niet meer. Reden: ‘toch niet’",
                        "Signaal ‘tekst-24’ is op 19 februari 2026 geaccepteerd. Reden: ‘klopt zo’",
                        "Signaal ‘tekst-25’ is op 19 februari 2026 afgewezen. Reden: ‘niets aan de hand’",
                        "De rapportage over 31 januari 2026 is voorgesteld, met wat bekend was tot en met regel 25.",
                        "De rapportage over 31 januari 2026 is vastgesteld, met wat bekend was tot en met regel 25.",
                        "De vrije tekst van regel 5 is gewist op 22 februari 2026. Reden: ‘er stond een naam in’",
                        "Het nummer waaronder actie 24 in de publicatie staat, ging op 13 februari 2026 van ‘24’ naar ‘24a’. Reden: ‘los van 25’",
                        "Het programma is herzien vanaf 1 februari 2026: naam van ‘Programma proef’ naar ‘Samen verder’; laatste jaar van ‘2027’ naar ‘2030’; uitgevers van ‘Ministerie’ naar ‘Ministerie / Gemeenten’. Reden: ‘verlengd’");
        assertThat(
                        database.jdbc()
                                .sql(
                                        """
                                        SELECT number || ' ' || coalesce(refers_to::text, '-') || ' '
                                            || coalesce(ended_by::text, '-')
                                        FROM audit_line
                                        WHERE known_to IS NULL
                                            AND (refers_to IS NOT NULL OR ended_by IS NOT NULL)
                                        ORDER BY number""")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "3 - 27", "7 - 24", "20 - 25", "24 7 -", "25 20 -", "26 3 27", "27 3 -",
                        "30 - 31", "32 5 -");
    }

    @Test
    void a_reason_is_told_behind_a_colon_as_it_was_typed() {
        recorded(
                List.of(
                        adopted(PROGRAMME),
                        planned(ACTION, null, "2025-01-01"),
                        new ActionStarted(ACTION, on("2025-02-01"), null, null),
                        delayed("2025-03-01", "Leverancier te laat."),
                        new ActionResumed(ACTION, on("2025-04-01"), null, null),
                        delayed("2025-05-01", "geen  geld.\nOok geen mensen"),
                        new ActionResumed(ACTION, on("2025-06-01"), null, null),
                        delayed("2025-07-01", "de pilots liepen uit")));

        String told = "naar ‘In uitvoering, vertraging’. Reden: ";
        assertThat(sentences(8).stream().filter(s -> s.contains("naar ‘In uitvoering, ")))
                .satisfiesExactly(
                        s -> assertThat(s).endsWith(told + "‘Leverancier te laat.’"),
                        s -> assertThat(s).endsWith(told + "‘geen geld. Ook geen mensen’"),
                        s -> assertThat(s).endsWith(told + "‘de pilots liepen uit’"));
    }

    private static ActionDelayed delayed(String day, String reason) {
        return new ActionDelayed(ACTION, null, on(day), reason, null);
    }

    @Test
    void what_stays_in_or_out_of_the_monitoring_does_not_go_from_there_to_there() {
        recorded(
                List.of(
                        adopted(PROGRAMME),
                        planned(ACTION, null, "2025-01-01"),
                        new ActionExcluded(ACTION, on("2025-02-01"), "start later"),
                        new ActionExcluded(ACTION, on("2025-03-01"), "geen geld"),
                        new ActionIncluded(ACTION, on("2025-01-15"), null)));

        assertThat(sentences(5))
                .contains(
                        "Actie 24 bleef vanaf 1 maart 2025 buiten de monitoring. Reden: ‘geen geld’",
                        "Actie 24 bleef vanaf 15 januari 2025 opgenomen in de monitoring.");
    }

    @Test
    void a_long_text_is_shortened_between_characters() {
        String emoji = "a" + "\uD83D\uDE00".repeat(200);
        recorded(
                List.of(
                        adopted(PROGRAMME),
                        planned(ACTION, null, "2025-01-01"),
                        new ActionRetitled(ACTION, emoji, on("2025-02-01"), null)));

        assertThat(sentences(3).getLast())
                .contains("‘a" + "\uD83D\uDE00".repeat(79) + " …’")
                .doesNotContain("?");
    }

    @Test
    void every_kind_of_event_has_its_code() {
        List<Event> history = EveryKindOfEvent.in(PROGRAMME);
        recorded(history);

        assertThat(
                        database.jdbc()
                                .sql("SELECT kind FROM journal_entry ORDER BY number")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "PROGRAMMA_VASTGESTELD",
                        "ACTIELIJN_VASTGESTELD",
                        "ACTIELIJN_HERZIEN",
                        "ACTIE_GEPLAND",
                        "OPENINGSSTAND",
                        "START",
                        "VERTRAGING",
                        "PLANNING",
                        "HERVATTING",
                        "DOORLOPEND",
                        "AFBAKENING",
                        "AFRONDING",
                        "HEROPENING",
                        "TOELICHTING",
                        "TITEL",
                        "PLANNING",
                        "ACTIELIJN",
                        "UITSLUITING",
                        "OPNAME",
                        "VOLGORDE",
                        "ACTIE_GEPLAND",
                        "VERBAND",
                        "INTREKKING",
                        "CORRECTIE",
                        "RETRACTIE",
                        "CORRECTIE",
                        "RETRACTIE",
                        "SIGNAAL_GEACCEPTEERD",
                        "SIGNAAL_AFGEWEZEN",
                        "RAPPORTAGE_VOORGESTELD",
                        "RAPPORTAGE_VASTGESTELD",
                        "TEKST_GEWIST",
                        "BENAMING",
                        "PROGRAMMA_HERZIEN");
    }

    @Test
    void a_late_entry_changes_how_later_ones_read_from_then_on() {
        recorded(
                List.of(
                        adopted(PROGRAMME),
                        planned(ACTION, null, "2026-01-01"),
                        new ActionStarted(ACTION, on("2026-01-02"), null, null),
                        new ActionCompleted(ACTION, on("2026-01-10"), null, null),
                        new ActionRetitled(ACTION, "Anders", on("2026-01-11"), null),
                        new ActionDelayed(ACTION, null, on("2026-01-05"), "het later werd", null)));

        assertThat(sentences(5).get(3))
                .startsWith("Actie 24 ging op 10 januari 2026 van ‘In uitvoering’ naar");
        assertThat(sentences(6).get(3))
                .startsWith(
                        "Actie 24 ging op 10 januari 2026 van ‘In uitvoering, vertraging’ naar");
        assertThat(
                        database.jdbc()
                                .sql(
                                        """
                                        SELECT from_status || ' ' || known_from FROM audit_line
                                        WHERE number = 4 ORDER BY known_from""")
                                .query(String.class)
                                .list())
                .containsExactly("IN_PROGRESS 4", "DELAYED 6");
        assertThat(
                        database.jdbc()
                                .sql("SELECT count(*) FROM audit_line WHERE number <> 4")
                                .query(Long.class)
                                .single())
                .isEqualTo(5);
    }

    @Test
    void an_erased_reason_reads_as_erased() {
        recorded(
                List.of(
                        adopted(PROGRAMME),
                        planned(ACTION, null, "2026-01-01"),
                        new ActionStarted(ACTION, on("2026-01-02"), null, null),
                        new ActionDelayed(ACTION, null, on("2026-01-05"), FreeText.ERASED, null)));

        assertThat(sentences(4).getLast())
                .isEqualTo(
                        "Actie 24 ging op 5 januari 2026 van ‘In uitvoering’ naar ‘In uitvoering, vertraging’. Reden: tekst gewist.");
    }

    @Test
    void an_entry_says_the_date_from_which_it_holds_and_no_other() {
        recorded(List.of(adopted(PROGRAMME), planned(ACTION, null, "2025-01-02")));

        assertThat(sentences(2).getLast())
                .isEqualTo(
                        "Actie 24 ‘Titel van 24’ is gepland vanaf 2 januari 2025, zonder actielijn, en is nog niet gestart.");
    }
}
