package nl.peildatum.query.api.cut;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.peildatum.query.api.known.ActionEntries;
import nl.peildatum.query.api.known.ActionEntries.Recorded;
import nl.peildatum.query.api.known.ActionVersion;
import nl.peildatum.query.api.known.ActionVersions;
import nl.peildatum.query.api.known.ActionVersions.Committed;
import nl.peildatum.query.api.known.LineVersion;
import nl.peildatum.query.api.known.LineVersions;
import nl.peildatum.query.api.known.ProgrammeVersion;
import nl.peildatum.query.api.known.ProgrammeVersions;
import nl.peildatum.query.api.known.StatusPeriod;
import nl.peildatum.query.api.known.StatusSpan;
import org.springframework.util.function.SingletonSupplier;

/**
 * What is known on a cut. Each part is read once, when it is first asked for; ask within the
 * snapshot of the answer.
 */
public final class Contents {
    private final Cut cut;
    private final Supplier<Optional<ProgrammeVersion>> programme;
    private final Supplier<List<LineVersion>> lines;
    private final Supplier<List<Committed>> actions;
    private final Supplier<List<Recorded>> recorded;
    private final Supplier<List<StatusSpan>> spans;

    Contents(
            Cut cut,
            ProgrammeVersions programmes,
            LineVersions lines,
            ActionVersions actions,
            ActionEntries entries) {
        this.cut = cut;
        String of = cut.programme();
        LocalDate day = cut.reportDate();
        long upTo = cut.knownUpTo();
        programme = SingletonSupplier.of(() -> programmes.on(of, day, upTo));
        this.lines = SingletonSupplier.of(() -> lines.on(of, day, upTo));
        this.actions = SingletonSupplier.of(() -> actions.on(of, day, upTo));
        recorded = SingletonSupplier.of(() -> entries.recorded(of, upTo));
        spans = SingletonSupplier.of(() -> actions.spans(of, day, upTo));
    }

    /** The cut itself. */
    public Cut cut() {
        return cut;
    }

    /** The programme as it is on the day; empty before it was adopted. */
    public Optional<ProgrammeVersion> programme() {
        return programme.get();
    }

    /** The lines that are defined on the day, in publication order. */
    public List<LineVersion> lines() {
        return lines.get();
    }

    /** The actions that have a state on the day, in no order. */
    public List<ActionVersion> actions() {
        return actions.get().stream().map(Committed::version).toList();
    }

    /** By the number of its entry the commitment over each text of these actions, in hex. */
    public Map<Long, String> commitments() {
        return actions.get().stream()
                .flatMap(Committed::texts)
                .collect(
                        toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    /** The codes of the actions that there are, with or without a state on the day. */
    public List<String> codes() {
        return recorded.get().stream()
                .filter(Recorded::isPlanned)
                .map(Recorded::getAction)
                .toList();
    }

    /** The codes of the actions that there are and that have no state on the day, in no order. */
    public Set<String> unrecorded() {
        return withoutState(codes());
    }

    /** The same, with those whose plan was retracted, which are told in the frozen form only. */
    public Set<String> unrecordedOrRetracted() {
        return withoutState(recorded.get().stream().map(Recorded::getAction).toList());
    }

    private Set<String> withoutState(List<String> codes) {
        Set<String> unrecorded = new HashSet<>(codes);
        actions().forEach(action -> unrecorded.remove(action.action()));
        return unrecorded;
    }

    /** Since when each of these actions has, without a break, the status it has on the day. */
    public Map<String, LocalDate> statusSince(Collection<String> actions) {
        return actions.isEmpty() ? Map.of() : StatusPeriod.since(spans.get(), actions);
    }
}
