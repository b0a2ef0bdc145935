package nl.peildatum.reportform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import nl.peildatum.events.ActionEvent.ActionBaselined;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionEntryRetracted;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionLinked;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionEvent.ActionResumed;
import nl.peildatum.events.ActionEvent.ActionWithdrawn;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Event;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.ProgrammeEvent.ActionLineDefined;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.Status;
import nl.peildatum.eventstore.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The form never changes: what it said of this journal when it was made, it says for ever. {@code
 * -Dapprove=true} writes the file where it is missing; it never writes over it.
 */
class FrozenFormTest {

    private static final Path APPROVED = Path.of("src/test/resources/overzicht-1.json");
    private static final String DIGEST =
            "ec4b8e35bde2f496f60b5c0a87d4e722b90936627b32d8ebe405eb21968caa23";
    private static final ProgrammeId PROGRAMME = new ProgrammeId("proef");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private static Basis on(String date) {
        return new Basis(LocalDate.parse(date), "iemand", "een bron");
    }

    private static ActionId action(String code) {
        return new ActionId(PROGRAMME, code);
    }

    private static ActionPlanned planned(
            String code, @Nullable Integer line, boolean included, String day) {
        return new ActionPlanned(
                action(code),
                code.equals("3") || code.equals("4") ? "3/4" : code,
                "Titel “" + code + "” €",
                line,
                new TreeSet<>(List.of(2024, 2026)),
                included,
                included ? null : "start later",
                null,
                on(day),
                null,
                "uitleg " + code);
    }

    private static Correction dated(String day) {
        return new Correction(
                LocalDate.parse(day),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new TreeSet<>());
    }

    private static List<JournalEntry<Event>> journal() {
        List<Event> events =
                List.of(
                        new ProgrammeAdopted(
                                PROGRAMME,
                                "Proef & co",
                                2024,
                                2027,
                                List.of("Ministerie A", "Ministerie B"),
                                on("2024-01-01"),
                                null),
                        new ActionLineDefined(
                                PROGRAMME,
                                2,
                                new LineContent(
                                        "Kort",
                                        "Lang",
                                        "In",
                                        "Doelen",
                                        List.of("een", "twee"),
                                        null,
                                        List.of(),
                                        1),
                                on("2024-01-01"),
                                null),
                        planned("3", 2, true, "2025-11-30"),
                        planned("4", 2, true, "2025-11-30"),
                        planned("22", 9, true, "2025-11-30"),
                        planned("31", null, false, "2025-11-30"),
                        planned("laat", 2, true, "2026-05-01"),
                        new ActionBaselined(
                                action("3"), Status.IN_PROGRESS, on("2025-11-30"), null, null),
                        new ActionBaselined(
                                action("4"), Status.IN_PROGRESS, on("2025-11-30"), null, "tekst"),
                        new ActionBaselined(
                                action("22"), Status.DELAYED, on("2025-11-30"), "want", null),
                        new ActionDelayed(
                                action("3"),
                                LocalDate.of(2026, 9, 1),
                                on("2026-03-15"),
                                "ziekte",
                                null),
                        new ActionEntryCorrected(
                                action("3"),
                                11,
                                dated("2026-01-15"),
                                on("2026-05-04"),
                                "ouder",
                                "verlof",
                                null,
                                null),
                        new ActionResumed(action("22"), on("2026-02-01"), null, null),
                        new ActionEntryRetracted(action("22"), 13, on("2026-05-04"), "toch niet"),
                        new ActionExplained(action("4"), on("2026-02-01"), null, null),
                        new ActionLinked(
                                action("4"),
                                List.of(new Link(LinkKind.FOLLOWS, "3")),
                                on("2026-02-02"),
                                null),
                        new ActionMoved(action("4"), null, on("2026-02-03"), null),
                        new ActionExcluded(action("22"), on("2026-02-04"), "te groot"),
                        new ActionWithdrawn(action("31"), on("2026-02-05"), "vervalt", null));
        List<JournalEntry<Event>> journal = new ArrayList<>();
        for (Event event : events) {
            long number = journal.size() + 1L;
            journal.add(
                    new JournalEntry<>(
                            number,
                            0,
                            new UUID(0, number),
                            Instant.EPOCH.plusSeconds(number),
                            "00".repeat(32),
                            "%064x".formatted(number),
                            event));
        }
        return journal;
    }

    @Test
    void the_form_says_what_it_always_said() throws IOException {
        OverviewV1 form = PlainFold.overview(PROGRAMME, journal(), DAY, 19);
        String canonical = new String(Digests.canonical(form), StandardCharsets.UTF_8);
        if (Boolean.getBoolean("approve") && Files.notExists(APPROVED)) {
            Files.writeString(APPROVED, canonical);
        }

        assertThat(canonical).isEqualTo(Files.readString(APPROVED));
        assertThat(Digests.of(form)).isEqualTo(DIGEST);
    }

    @Test
    void what_was_known_earlier_still_says_so() {
        OverviewV1 before = PlainFold.overview(PROGRAMME, journal(), DAY, 11);

        assertThat(before.acties())
                .filteredOn(action -> action.actie().equals("3"))
                .singleElement()
                .satisfies(
                        action -> {
                            assertThat(action.statusSinds()).isEqualTo("2026-03-15");
                            assertThat(action.reden())
                                    .isEqualTo(new OverviewV1.Text(11, "%064x".formatted(11)));
                        });
        assertThat(before.totaal()).isEqualTo(new OverviewV1.Counts(3, 0, 1, 2, 0, 0));
        assertThat(before.aantallenPerActielijn())
                .containsOnlyKeys("2", "")
                .containsEntry("", new OverviewV1.Counts(1, 0, 0, 1, 0, 0));
        assertThat(before.nietVastgelegd()).containsExactly("laat");
    }

    @Test
    void a_correction_is_where_its_text_stands_and_a_retraction_leaves_nothing() {
        OverviewV1 form = PlainFold.overview(PROGRAMME, journal(), DAY, 19);

        assertThat(form.acties())
                .extracting(
                        OverviewV1.Action::actie,
                        OverviewV1.Action::status,
                        action -> action.statusSinds().toString(),
                        OverviewV1.Action::reden)
                .containsExactly(
                        tuple(
                                "22",
                                "IN_UITVOERING_VERTRAGING",
                                "2025-11-30",
                                new OverviewV1.Text(10, "%064x".formatted(10))),
                        tuple(
                                "3",
                                "IN_UITVOERING_VERTRAGING",
                                "2026-01-15",
                                new OverviewV1.Text(12, "%064x".formatted(12))),
                        tuple(
                                "31",
                                "VERVALLEN",
                                "2026-02-05",
                                new OverviewV1.Text(19, "%064x".formatted(19))),
                        tuple("4", "IN_UITVOERING", "2025-11-30", null));
    }

    @Test
    void before_the_first_entry_it_is_empty() {
        OverviewV1 form = PlainFold.overview(PROGRAMME, journal(), DAY, 0);

        assertThat(form.naam()).isNull();
        assertThat(form.acties()).isEmpty();
        assertThat(form.nietVastgelegd()).isEmpty();
    }
}
