package nl.peildatum.command.action;

import static nl.peildatum.command.action.Told.ACTION;
import static nl.peildatum.command.action.Told.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.peildatum.command.action.ActionCommand.ChangeStatus;
import nl.peildatum.command.action.ActionCommand.MarkDelayed;
import nl.peildatum.command.status.Move;
import nl.peildatum.events.Basis;
import nl.peildatum.reportform.EntryKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusChangesTest {

    private static final LocalDate COMPLETION = LocalDate.of(2027, 1, 1);
    private static final Basis BASIS = on(3, 1);

    private static ChangeStatus command(Move move) {
        return StatusChanges.command(move, ACTION, BASIS, "reden", "toelichting", COMPLETION);
    }

    @ParameterizedTest
    @EnumSource
    void a_command_records_the_event_of_its_move_and_keeps_what_was_said(Move move) {
        ChangeStatus command = command(move);
        assertThat(command.event()).isInstanceOf(StatusChanges.event(move));
        assertThat(StatusChanges.of(command.event())).isEqualTo(move);
        assertThat(command.event().action()).isEqualTo(ACTION);
        assertThat(command.event().basis()).isEqualTo(BASIS);
        assertThat(command.event().reason()).isEqualTo("reden");
        assertThat(command.event().explanation()).isEqualTo("toelichting");
    }

    @Test
    void only_a_delay_expects_a_completion() {
        assertThat(command(Move.DELAY))
                .isEqualTo(new MarkDelayed(ACTION, COMPLETION, BASIS, "reden", "toelichting"));
    }

    @ParameterizedTest
    @EnumSource
    void a_code_names_one_move_and_the_entry_that_records_it(Move move) {
        assertThat(EntryKind.of(command(move).event())).isEqualTo(StatusChanges.code(move));
        assertThat(StatusChanges.byCode())
                .hasSize(Move.values().length)
                .containsEntry(StatusChanges.code(move), move);
    }
}
