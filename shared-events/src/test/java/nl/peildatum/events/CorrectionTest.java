package nl.peildatum.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.events.ActionEvent.ActionCompleted;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionEntryCorrected;
import nl.peildatum.events.ActionEvent.ActionMoved;
import nl.peildatum.events.Correction.Part;
import nl.peildatum.events.ProgrammeEvent.ProgrammeAdopted;
import nl.peildatum.events.ProgrammeEvent.ProgrammeEntryCorrected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static final ActionId ACTION = ActionId.of("samen/24");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);
    private static final Basis NOW = new Basis(LocalDate.of(2026, 5, 4), "auteur-2", null);
    private static final ActionDelayed DELAYED =
            new ActionDelayed(
                    ACTION,
                    LocalDate.of(2026, 9, 1),
                    new Basis(MARCH, "auteur-1", "een brief"),
                    "ziekte",
                    "toelichting");

    private static Correction as(
            @Nullable LocalDate effectiveOn, @Nullable String kind, SortedSet<Part> removed) {
        return new Correction(
                effectiveOn,
                null,
                kind,
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
                removed);
    }

    private static ActionEntryCorrected correction(
            Correction as, @Nullable String reason, @Nullable String explanation) {
        return new ActionEntryCorrected(
                ACTION, 62, as, NOW, "de brief was ouder", reason, explanation, null);
    }

    private static SortedSet<Part> nothing() {
        return new TreeSet<>();
    }

    @Test
    void what_is_not_named_stays() {
        assertThat(correction(as(JANUARY, null, nothing()), null, null).correct(DELAYED))
                .isEqualTo(
                        new ActionDelayed(
                                ACTION,
                                LocalDate.of(2026, 9, 1),
                                new Basis(JANUARY, "auteur-1", "een brief"),
                                "ziekte",
                                "toelichting"));
    }

    @Test
    void texts_of_the_entry_and_the_reason_of_the_correction_are_not_the_same() {
        ActionDelayed corrected =
                (ActionDelayed)
                        correction(as(null, null, nothing()), "verlof", "beter").correct(DELAYED);

        assertThat(corrected.reason()).isEqualTo("verlof");
        assertThat(corrected.explanation()).isEqualTo("beter");
    }

    @Test
    void what_is_removed_is_gone() {
        ActionDelayed corrected =
                (ActionDelayed)
                        correction(
                                        as(
                                                null,
                                                null,
                                                new TreeSet<>(
                                                        List.of(
                                                                Part.EXPECTED_COMPLETION,
                                                                Part.EXPLANATION,
                                                                Part.SOURCE))),
                                        null,
                                        null)
                                .correct(DELAYED);

        assertThat(corrected.expectedCompletion()).isNull();
        assertThat(corrected.explanation()).isNull();
        assertThat(corrected.basis().source()).isNull();
        assertThat(corrected.reason()).isEqualTo("ziekte");
    }

    @Test
    void an_entry_of_another_kind_keeps_what_that_kind_has() {
        assertThat(correction(as(null, "action-completed", nothing()), null, null).correct(DELAYED))
                .isEqualTo(new ActionCompleted(ACTION, DELAYED.basis(), "ziekte", "toelichting"));
    }

    @Test
    void a_part_that_the_entry_does_not_have_is_refused() {
        ActionMoved moved = new ActionMoved(ACTION, 3, NOW, null);

        assertThatThrownBy(
                        () -> correction(as(null, null, nothing()), null, "tekst").correct(moved))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                correction(
                                                as(
                                                        null,
                                                        null,
                                                        new TreeSet<>(List.of(Part.POSITION))),
                                                null,
                                                null)
                                        .correct(moved))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_programme_gets_another_name() {
        ProgrammeId programme = new ProgrammeId("samen");
        ProgrammeAdopted adopted =
                new ProgrammeAdopted(programme, "Samen", 2024, 2027, List.of(), NOW, null);
        Correction as =
                new Correction(
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
                        "Samen sterk",
                        null,
                        2028,
                        null,
                        nothing());

        assertThat(
                        new ProgrammeEntryCorrected(programme, 1, as, NOW, "tikfout", null)
                                .correct(adopted))
                .isEqualTo(
                        new ProgrammeAdopted(
                                programme, "Samen sterk", 2024, 2028, List.of(), NOW, null));
    }
}
