package nl.peildatum.command.correcting;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.peildatum.api.Given;
import nl.peildatum.api.Problem;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.http.LinkAsked;
import nl.peildatum.command.http.Lists;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ActionEvent.ActionExcluded;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.ActionEvent.ActionIncluded;
import nl.peildatum.events.ActionEvent.StatusChange;
import nl.peildatum.events.Correction;
import nl.peildatum.events.Correction.Part;
import nl.peildatum.events.EventKinds;
import nl.peildatum.events.LineContent;
import nl.peildatum.events.ProgrammeEvent.LineFact;
import nl.peildatum.events.ProgrammeEvent.OwnFact;
import nl.peildatum.events.ProgrammeEvent.ProgrammeFact;
import nl.peildatum.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * What of an entry reads differently ({@code als}). Which fields there are depends on the kind of
 * the entry, as the document says; a field that is absent stays, and one that is null is removed.
 */
record AsAsked(
        @Nullable LocalDate ingangsdatum,
        Given<String> reden,
        Given<String> bron,
        @Nullable String soort,
        @Nullable Status status,
        Given<LocalDate> verwachteAfronding,
        @Nullable String gerapporteerdAls,
        @Nullable String titel,
        Given<Integer> actielijn,
        @Nullable SortedSet<Integer> uitvoeringsjaren,
        @Nullable Boolean opgenomen,
        Given<String> redenNietOpgenomen,
        Given<Integer> volgorde,
        Given<String> toelichting,
        @Nullable List<LinkAsked> verbanden,
        @Nullable String naam,
        @Nullable Integer startjaar,
        @Nullable Integer eindjaar,
        @Nullable List<String> uitgevers,
        @Nullable String langeTitel,
        Given<String> inleiding,
        Given<String> doelenInleiding,
        Given<List<String>> doelen,
        Given<String> effectenInleiding,
        Given<List<String>> effecten,
        @Nullable List<String> leegmaken) {

    AsAsked {
        if (Lists.isEmptied(leegmaken, "uitvoeringsjaren")) {
            uitvoeringsjaren = new TreeSet<>();
        }
        if (Lists.isEmptied(leegmaken, "verbanden")) {
            verbanden = List.of();
        }
        if (Lists.isEmptied(leegmaken, "uitgevers")) {
            uitgevers = List.of();
        }
        if (Lists.isEmptied(leegmaken, "doelen")) {
            doelen = new Given<>(true, List.of());
        }
        if (Lists.isEmptied(leegmaken, "effecten")) {
            effecten = new Given<>(true, List.of());
        }
    }

    /** What reads differently in an entry about an action. */
    Correction of(ActionFact now) {
        boolean inclusion = now instanceof ActionIncluded || now instanceof ActionExcluded;
        boolean delay = !(now instanceof StatusChange change) || move(change) == Move.DELAY;
        return new Correction(
                ingangsdatum,
                bron.value(),
                inclusion ? inclusion() : now instanceof StatusChange ? kind() : null,
                status,
                delay ? verwachteAfronding.value() : null,
                gerapporteerdAls,
                titel,
                actielijn.value(),
                uitvoeringsjaren,
                inclusion ? null : opgenomen,
                volgorde.value(),
                verbanden == null ? null : LinkAsked.links(verbanden, "als.verbanden"),
                null,
                null,
                null,
                null,
                null,
                removed(delay, true));
    }

    /**
     * What reads differently in an entry about a programme or a line.
     *
     * @param first the programme's first year
     */
    Correction of(ProgrammeFact now, int first) {
        if (now instanceof OwnFact itself
                && Objects.requireNonNullElse(eindjaar, itself.lastYear())
                        < Objects.requireNonNullElse(startjaar, first)) {
            throw Problem.invalid("als.eindjaar", Wordings.of("input.yearsReversed"));
        }
        return new Correction(
                ingangsdatum,
                bron.value(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now instanceof LineFact line ? content(line.content()) : null,
                naam,
                startjaar,
                eindjaar,
                uitgevers,
                removed(false, false));
    }

    private Move move(StatusChange now) {
        return soort == null
                ? StatusChanges.of(now)
                : Objects.requireNonNull(StatusChanges.byCode().get(soort));
    }

    private @Nullable String kind() {
        return soort == null
                ? null
                : EventKinds.nameOf(
                        StatusChanges.event(
                                Objects.requireNonNull(StatusChanges.byCode().get(soort))));
    }

    /** The kind of an entry that is about being included; what {@code soort} says goes first. */
    private @Nullable String inclusion() {
        if (soort == null && opgenomen == null) {
            return null;
        }
        boolean included = soort == null ? Boolean.TRUE.equals(opgenomen) : soort.equals("OPNAME");
        return EventKinds.nameOf(included ? ActionIncluded.class : ActionExcluded.class);
    }

    private @Nullable LineContent content(LineContent from) {
        LineContent differing =
                new LineContent(
                        titel == null ? from.title() : titel,
                        langeTitel == null ? from.longTitle() : langeTitel,
                        inleiding.or(from.introduction()),
                        doelenInleiding.or(from.goalsIntroduction()),
                        Objects.requireNonNullElse(doelen.or(from.goals()), List.of()),
                        effectenInleiding.or(from.effectsIntroduction()),
                        Objects.requireNonNullElse(effecten.or(from.effects()), List.of()),
                        volgorde.value() == null ? from.position() : volgorde.value());
        return differing.equals(from) ? null : differing;
    }

    private SortedSet<Part> removed(boolean delay, boolean action) {
        SortedSet<Part> removed = new TreeSet<>();
        add(removed, Part.REASON, reden);
        add(removed, Part.SOURCE, bron);
        if (action) {
            add(removed, Part.EXPLANATION, toelichting);
            add(removed, Part.EXCLUSION_REASON, redenNietOpgenomen);
            add(removed, Part.LINE, actielijn);
            add(removed, Part.POSITION, volgorde);
        }
        if (delay) {
            add(removed, Part.EXPECTED_COMPLETION, verwachteAfronding);
        }
        return removed;
    }

    private static void add(SortedSet<Part> removed, Part part, Given<?> field) {
        if (field.isNull()) {
            removed.add(part);
        }
    }
}
