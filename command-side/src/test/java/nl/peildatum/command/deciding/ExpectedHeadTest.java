package nl.peildatum.command.deciding;

import static nl.peildatum.command.deciding.Samples.TODAY;
import static nl.peildatum.command.deciding.Samples.on;
import static nl.peildatum.command.deciding.Samples.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import nl.peildatum.api.Today;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.programme.ProgrammeCommand.AdoptProgramme;
import nl.peildatum.command.programme.ProgrammeCommand.DefineLine;
import nl.peildatum.command.rules.Command;
import nl.peildatum.events.LineContent;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.TestDatabase;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class ExpectedHeadTest {

    private static Command line(int number) {
        LineContent content =
                new LineContent("Kort", "Lang", null, null, List.of(), null, List.of(), number);
        return new DefineLine(programme(), number, content, on(2024, 1, 1), null);
    }

    private static Instruction after(long head, Command command) {
        return new Instruction(List.of(command), null, head, null);
    }

    @Test
    void what_was_decided_on_a_journal_that_has_gone_on_is_not_recorded() {
        try (TestDatabase database = TestDatabase.create()) {
            Deciding deciding = new Deciding();
            EmbeddedEventStore store = deciding.eventStore(database.dataSource());
            Today today =
                    new Today(
                            Clock.fixed(
                                    TODAY.atTime(12, 0).atZone(Today.AMSTERDAM).toInstant(),
                                    Today.AMSTERDAM));
            Instructions instructions =
                    deciding.instructions(
                            deciding.commandBus(
                                    store, new Held(new Journal(database.dataSource())), today));
            Journal journal = new Journal(database.dataSource());
            instructions.give(
                    Fixtures.instruction(
                            new AdoptProgramme(
                                    programme(),
                                    "Samen",
                                    2024,
                                    2027,
                                    List.of(),
                                    on(2024, 1, 1),
                                    null)));
            instructions.give(after(1, line(1)));

            assertThatThrownBy(() -> instructions.give(after(1, line(2))))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(journal.head(programme()).number()).isEqualTo(2);
            assertThat(instructions.give(after(2, line(2)))).hasSize(1);
            store.shutDown();
        }
    }
}
