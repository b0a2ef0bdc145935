package nl.peildatum.command.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.words.Codes;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.Link;
import org.jspecify.annotations.Nullable;

/** How the fields of an action are read, and what they may hold. */
public final class ActionFields {

    private static final int MOST_LINKS = 200;
    private static final int HIGHEST_LINE = 9_999;
    private static final int HIGHEST_POSITION = 1_000_000;

    private ActionFields() {}

    /** The line an action belongs to, or null for none; one that does not exist is a fault. */
    public static @Nullable Integer line(Input input, Predicate<Integer> exists) {
        Integer line = input.optionalInteger("actielijn", 1, HIGHEST_LINE);
        if (line != null && !exists.test(line)) {
            input.fault("actielijn", Wordings.of("input.unknownLine", String.valueOf(line)));
        }
        return line;
    }

    /** The place in the publication, or null for none. */
    public static @Nullable Integer position(Input input) {
        return input.optionalInteger("volgorde", 0, HIGHEST_POSITION);
    }

    /**
     * The links of an action to others, each known and named once.
     *
     * @param ofActions what is recorded of all actions of the programme
     */
    public static List<Link> links(Input input, String action, List<Entry<ActionFact>> ofActions) {
        Set<String> known =
                ofActions.stream()
                        .map(entry -> entry.event().action().code())
                        .collect(Collectors.toSet());
        Set<Link> seen = new HashSet<>();
        return input.objects(
                "verbanden",
                MOST_LINKS,
                item -> {
                    Link link =
                            new Link(
                                    item.choice("soort", Codes.LINKS),
                                    item.line("actie", Longest.CODE));
                    if (link.action().equals(action)) {
                        item.fault("actie", Wordings.of("input.selfLink"));
                    } else if (!link.action().isEmpty() && !known.contains(link.action())) {
                        item.fault("actie", Wordings.of("input.unknownAction", link.action()));
                    } else if (!item.faulty() && !seen.add(link)) {
                        item.fault("actie", Wordings.of("input.duplicateLink"));
                    }
                    return link;
                });
    }
}
