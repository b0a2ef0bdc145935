package nl.peildatum.query.processing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.Journal;

/**
 * Where acts end, of the entries that are processed in a transaction: read for many of them at
 * once.
 */
final class ActsAhead {

    private static final int ENTRIES = 50;

    private final Journal journal;
    private final PerTransaction<Map<ProgrammeId, List<Act>>> ahead =
            new PerTransaction<>(HashMap::new);

    ActsAhead(Journal journal) {
        this.journal = journal;
    }

    /** The last entry of the act to which an entry belongs. */
    long last(ProgrammeId programme, long number) {
        Map<ProgrammeId, List<Act>> read = ahead.get();
        List<Act> acts = read.getOrDefault(programme, List.of());
        if (acts.isEmpty() || acts.getLast().last() < number) {
            acts = journal.acts(programme, number, number + ENTRIES);
            read.put(programme, acts);
        }
        return acts.stream()
                .filter(act -> act.first() <= number && number <= act.last())
                .mapToLong(Act::last)
                .findFirst()
                .orElse(number);
    }
}
