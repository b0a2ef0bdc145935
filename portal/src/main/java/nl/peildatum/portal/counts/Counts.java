package nl.peildatum.portal.counts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.peildatum.look.Bar;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** How many actions there are, and how many of them in each status that is counted. */
public record Counts(
        int acties,
        int afgerond,
        int inUitvoering,
        int inUitvoeringVertraging,
        int doorlopend,
        int nogNietGestart) {

    /** Nothing counted. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    /** The statuses that are counted, in the order of the legend. */
    public static final List<StatusCode> STATUSES =
            List.of(
                    StatusCode.AFGEROND,
                    StatusCode.IN_UITVOERING,
                    StatusCode.IN_UITVOERING_VERTRAGING,
                    StatusCode.DOORLOPEND,
                    StatusCode.NOG_NIET_GESTART);

    /** How many are in a status. */
    public int of(StatusCode status) {
        return switch (status) {
            case AFGEROND -> afgerond;
            case IN_UITVOERING -> inUitvoering;
            case IN_UITVOERING_VERTRAGING -> inUitvoeringVertraging;
            case DOORLOPEND -> doorlopend;
            case NOG_NIET_GESTART -> nogNietGestart;
            case VERVALLEN -> 0;
        };
    }

    /** All of it in words: {@code 44 acties: 13 afgerond, 20 in uitvoering en 11 doorlopend}. */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        for (StatusCode status : STATUSES) {
            if (of(status) > 0) {
                parts.add(of(status) + " " + status.inSentence());
            }
        }
        String all = Words.counted("aantal.acties", acties);
        return parts.isEmpty() ? all : all + ": " + enumerated(parts);
    }

    /** The same as a stacked bar, whose parts lead to the actions they stand for. */
    public Bar bar(String name, int scale, Cut cut, @Nullable String line) {
        return bar(name, scale, status -> actions(cut, line, status));
    }

    /** The same as a stacked bar that leads nowhere. */
    public Bar bar(String name, int scale) {
        return bar(name, scale, _ -> null);
    }

    private Bar bar(String name, int scale, Function<StatusCode, @Nullable String> address) {
        return Bar.of(
                Words.of("aantal.balk", name, inWords()),
                scale,
                STATUSES.stream()
                        .map(
                                status ->
                                        new Bar.Part(
                                                status.sign(),
                                                of(status),
                                                Words.of(
                                                        "aantal.deel",
                                                        name,
                                                        of(status),
                                                        status.inSentence()),
                                                address.apply(status)))
                        .toList());
    }

    /** Where the actions behind a count are listed; of no status, all that are counted. */
    public static String actions(Cut cut, @Nullable String line, @Nullable StatusCode status) {
        return cut.page(
                "/acties",
                "telling",
                status == null ? "acties" : status.count(),
                "actielijn",
                line);
    }

    private static String enumerated(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : Words.of(
                        "aantal.en",
                        String.join(", ", parts.subList(0, parts.size() - 1)),
                        parts.getLast());
    }
}
