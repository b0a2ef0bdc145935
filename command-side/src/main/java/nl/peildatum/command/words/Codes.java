package nl.peildatum.command.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.Status;

/** The Dutch codes of the interface. */
public final class Codes {

    /** The statuses of the legend by their code. */
    public static final Map<String, Status> STATUSES =
            byCode(Status.values(), status -> of(Standing.of(status)));

    /** The kinds of links by their code. */
    public static final Map<String, LinkKind> LINKS = byCode(LinkKind.values(), Codes::of);

    private Codes() {}

    /** The status code of a standing. */
    public static String of(Standing standing) {
        return switch (standing) {
            case COMPLETED -> "AFGEROND";
            case IN_PROGRESS -> "IN_UITVOERING";
            case DELAYED -> "IN_UITVOERING_VERTRAGING";
            case ONGOING -> "DOORLOPEND";
            case NOT_STARTED -> "NOG_NIET_GESTART";
            case WITHDRAWN -> "VERVALLEN";
        };
    }

    /** The code of a kind of link. */
    public static String of(LinkKind kind) {
        return switch (kind) {
            case COINCIDES_WITH -> "VALT_SAMEN_MET";
            case TOGETHER_WITH -> "SAMEN_MET";
            case FOLLOWS -> "VOLGT_OP";
            case COUPLED_TO -> "GEKOPPELD_AAN";
        };
    }

    private static <T> Map<String, T> byCode(T[] values, Function<T, String> code) {
        return Stream.of(values)
                .collect(
                        Collectors.toMap(
                                code,
                                Function.identity(),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }
}
