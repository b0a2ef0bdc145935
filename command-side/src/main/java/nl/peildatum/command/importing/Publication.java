package nl.peildatum.command.importing;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.edition.Edition;
import nl.peildatum.command.edition.PrintedAction;
import nl.peildatum.command.edition.Reconciliation;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.events.ProgrammeId;

/** A published overview, and how it is taken over. */
record Publication(ProgrammeId programme, Edition edition, Taking taking, Answers answers)
        implements Takeover {

    @Override
    public Set<String> actions() {
        return edition.actions().stream().map(PrintedAction::code).collect(Collectors.toSet());
    }

    @Override
    public Proposal propose(ProgrammeState held, Map<String, ActionTimeline> timelines) {
        return Proposing.propose(programme, edition, taking, answers, held, timelines);
    }

    @Override
    public Reconciliation sums() {
        return edition.reconciliation();
    }

    @Override
    public Map<String, Object> told() {
        return Map.of();
    }
}
