package nl.peildatum.command.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.Edition;
import nl.peildatum.command.edition.PrintedAction;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A published overview, and how it is taken over.
 *
 * @param unseen the lines of which something that nobody sees was not taken over
 */
record Publication(
        ProgrammeId programme,
        Edition edition,
        List<Integer> unseen,
        Taking taking,
        Answers answers)
        implements Takeover {

    @Override
    public Set<String> actions() {
        return edition.actions().stream().map(PrintedAction::code).collect(Collectors.toSet());
    }

    @Override
    public Proposal propose(ProgrammeState held, Map<String, ActionTimeline> timelines) {
        Draft draft = new Draft(programme, taking.today(), held, timelines);
        if (!unseen.isEmpty()) {
            int others = unseen.size() - 1;
            draft.remark(
                    Wordings.of("import.line", unseen.getFirst().toString()),
                    others == 0
                            ? Wordings.of("import.unseen")
                            : Wordings.of("import.unseenMore", others));
        }
        return Proposing.propose(edition, taking, answers, draft);
    }

    @Override
    public Reconciliation sums() {
        return edition.reconciliation();
    }

    @Override
    public @Nullable String readAs() {
        return null;
    }
}
