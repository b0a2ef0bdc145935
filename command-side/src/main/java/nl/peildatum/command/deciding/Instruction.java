package nl.peildatum.command.deciding;

import java.util.List;
import java.util.Set;
import nl.peildatum.command.rules.Command;
import nl.peildatum.eventstore.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * Commands for one programme that are all carried out or none, in this order, by one append.
 *
 * @param expectedVersions how many entries the first command's subject may have, by what the caller
 *     saw; null where any number will do
 * @param expectedHead the journal's last number as the caller saw it
 * @param keyed the request that is to be answered once
 */
public record Instruction(
        List<Command> commands,
        @Nullable Set<Long> expectedVersions,
        @Nullable Long expectedHead,
        @Nullable Keyed keyed) {

    public Instruction {
        commands = List.copyOf(commands);
        if (commands.stream().map(Command::programme).distinct().count() > 1) {
            throw new IllegalArgumentException("an instruction is about one programme");
        }
    }
}
