package nl.peildatum.query.api.action;

import java.time.LocalDate;
import java.util.List;
import nl.peildatum.api.Problem;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.Wording;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.known.ActionEntries;
import nl.peildatum.query.api.known.ActionVersions;
import nl.peildatum.query.api.known.TitleSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which actions there are, and what they are called. */
@Component
public class KnownActions {
    private final ActionEntries entries;
    private final ActionVersions versions;
    private final Journal journal;

    KnownActions(ActionEntries entries, ActionVersions versions, Journal journal) {
        this.entries = entries;
        this.versions = versions;
        this.journal = journal;
    }

    /** Refuses (404) an action that was never recorded, be it still to be processed. */
    public void require(String programme, String action) {
        if (!ActionId.isValidCode(action)
                || (!entries.existsByProgrammeAndAction(programme, action)
                        && !journal.actionsOf(new ProgrammeId(programme)).contains(action))) {
            throw Problem.unknown(Wording.UNKNOWN_ACTION.text(action));
        }
    }

    /**
     * Refuses (404) in addition one whose plan was retracted, to whoever knows that: it never was.
     */
    public void requireNotRetracted(Cut cut, String action) {
        require(cut.programme(), action);
        if (entries.isRetracted(cut.programme(), action, cut.knownUpTo())) {
            throw Problem.unknown(Wording.UNKNOWN_ACTION.text(action));
        }
    }

    /**
     * What the action is called on the day, or before anything holds: at first; null where that is
     * not known.
     */
    public @Nullable String title(String programme, String action, LocalDate day, long upTo) {
        List<TitleSpan> titles = versions.titles(programme, action, upTo);
        return titles.stream()
                .filter(span -> !span.from().isAfter(day))
                .reduce((_, later) -> later)
                .or(() -> titles.stream().findFirst())
                .map(TitleSpan::title)
                .orElse(null);
    }
}
