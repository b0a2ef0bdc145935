package nl.peildatum.command.deciding;

import java.util.List;
import java.util.function.Supplier;
import nl.peildatum.eventstore.AppendingUnit;
import nl.peildatum.eventstore.Receipt;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Gives instructions, and waits until they are stored. */
public class Instructions {

    private static final int ATTEMPTS = 10;

    private final CommandGateway gateway;

    Instructions(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Looks at what is there and gives an instruction about it; where something was recorded
     * meanwhile that it looked at, once more on what is there then.
     *
     * @throws ConcurrencyException when something was recorded meanwhile every time
     */
    public <T> T anew(Supplier<T> look) {
        for (int attempt = 1; ; attempt++) {
            try {
                return look.get();
            } catch (ConcurrencyException movedOn) {
                if (attempt == ATTEMPTS) {
                    throw movedOn;
                }
            }
        }
    }

    /**
     * The receipts of everything that was recorded, in order; empty where nothing changes. An
     * instruction that lost a race is decided anew on what the winner recorded.
     *
     * @throws nl.peildatum.command.rules.Refused when the rules do not allow it
     * @throws nl.peildatum.eventstore.AlreadyAnswered when its key has its answer
     * @throws ConcurrencyException when the expected head has passed, or it lost every race
     */
    public List<Receipt> give(Instruction instruction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.<AppendingUnit>sendAndWait(instruction).receipts();
            } catch (ConcurrencyException
                    | AggregateStreamCreationException
                    | DeadlockException lost) {
                if (attempt == ATTEMPTS || instruction.expectedHead() != null) {
                    throw new ConcurrencyException("the instruction lost the race", lost);
                }
            }
        }
    }
}
