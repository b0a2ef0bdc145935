package nl.peildatum.command.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.peildatum.events.Event;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a command: what is to be recorded, or everything for which it is refused.
 *
 * @param event what is to be recorded, or null where nothing changes or the command is refused
 * @param refusals every one there is, those of the input first; none where the command is allowed
 */
public record Decision<E extends Event>(@Nullable E event, List<Refusal> refusals) {

    public Decision {
        refusals = refusals.stream().sorted(Comparator.comparing(Refusal::ground)).toList();
    }

    /** It is allowed, and this is recorded, or nothing where nothing changes. */
    public static <E extends Event> Decision<E> allowed(Optional<? extends E> event) {
        return new Decision<>(event.orElse(null), List.of());
    }

    /** It is refused. */
    public static <E extends Event> Decision<E> refused(List<Refusal> refusals) {
        return new Decision<>(null, refusals);
    }

    /**
     * What is to be recorded, or empty where nothing changes.
     *
     * @throws Refused where the command is refused
     */
    public Optional<E> orRefuse() {
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return Optional.ofNullable(event);
    }
}
