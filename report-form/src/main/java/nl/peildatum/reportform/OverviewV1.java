package nl.peildatum.reportform;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form {@code overzicht/1}: everything a fixed report says, and nothing else. Frozen: a
 * component that is added, renamed or read otherwise would change the digests of reports that were
 * fixed before; what is to be said differently becomes {@code overzicht/2}.
 *
 * <p>Lines stand in the order of their number, actions in the order of their code, character by
 * character. Free texts are named by the entry that holds them and that entry's commitment, so that
 * erasing one changes no digest.
 *
 * @param vorm always {@link #NAME}
 * @param aantallenPerActielijn by the number of the line; the empty key is what belongs to no line
 *     that is defined on the report date, there only when it counts something
 * @param nietVastgelegd the codes of the actions that are known and have no state on the report
 *     date
 */
public record OverviewV1(
        String vorm,
        String programma,
        @Nullable String naam,
        @Nullable Integer startjaar,
        @Nullable Integer eindjaar,
        List<String> uitgevers,
        LocalDate peildatum,
        long bekendTot,
        Counts totaal,
        Map<String, Counts> aantallenPerActielijn,
        List<Line> actielijnen,
        List<Action> acties,
        List<String> nietVastgelegd) {

    /** The name of the form. */
    public static final String NAME = "overzicht/1";

    /** How many actions count, and how many of them have each status of the legend. */
    public record Counts(
            int acties,
            int afgerond,
            int inUitvoering,
            int inUitvoeringVertraging,
            int doorlopend,
            int nogNietGestart) {}

    /** An action line that is defined on the report date. */
    public record Line(
            int nummer,
            String titel,
            String langeTitel,
            @Nullable String inleiding,
            @Nullable String doelenInleiding,
            List<String> doelen,
            @Nullable String effectenInleiding,
            List<String> effecten,
            int volgorde) {}

    /**
     * An action that has a state on the report date.
     *
     * @param status a status code of the interface, {@code VERVALLEN} included
     * @param statusSinds the first day of the unbroken run of days with this status
     */
    public record Action(
            String actie,
            String gerapporteerdAls,
            @Nullable String titel,
            @Nullable Integer actielijn,
            @Nullable Integer volgorde,
            String status,
            LocalDate statusSinds,
            boolean openingsstand,
            boolean opgenomen,
            @Nullable Text redenNietOpgenomen,
            List<Integer> uitvoeringsjaren,
            @Nullable Text toelichting,
            @Nullable Text reden,
            @Nullable LocalDate verwachteAfronding,
            List<Link> verbanden) {}

    /**
     * A free text, not itself but where it stands.
     *
     * @param journaalnummer the entry that holds it
     * @param verbintenis that entry's commitment over its salt and texts, in hex
     */
    public record Text(long journaalnummer, @Nullable String verbintenis) {}

    /** A link to another action, by the codes of the interface. */
    public record Link(String soort, String actie) {}
}
