package nl.peildatum.command.http;

import java.util.List;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.events.LineContent;
import org.jspecify.annotations.Nullable;

/** How the fields of an action line are read, and what they may hold. */
public final class LineInput {

    private static final int MOST_ITEMS = 200;
    private static final int HIGHEST_POSITION = 1_000_000;

    private LineInput() {}

    /** A line as a whole; what is not given is absent, and the place then the default one. */
    static LineContent whole(Input input, int defaultPosition) {
        Integer position = input.optionalInteger("volgorde", 0, HIGHEST_POSITION);
        return new LineContent(
                input.line("titel", Longest.TITLE),
                input.line("langeTitel", Longest.TITLE),
                input.optionalText("inleiding", Longest.TEXT),
                input.optionalText("doelenInleiding", Longest.TEXT),
                texts(input, "doelen", List.of()),
                input.optionalText("effectenInleiding", Longest.TEXT),
                texts(input, "effecten", List.of()),
                position == null ? defaultPosition : position);
    }

    /** A line that differs from another in what is given; null is removed. */
    public static LineContent differing(Input input, LineContent from) {
        Integer position = input.optionalInteger("volgorde", 0, HIGHEST_POSITION);
        return new LineContent(
                input.has("titel") ? input.line("titel", Longest.TITLE) : from.title(),
                input.has("langeTitel")
                        ? input.line("langeTitel", Longest.TITLE)
                        : from.longTitle(),
                text(input, "inleiding", from.introduction()),
                text(input, "doelenInleiding", from.goalsIntroduction()),
                texts(input, "doelen", from.goals()),
                text(input, "effectenInleiding", from.effectsIntroduction()),
                texts(input, "effecten", from.effects()),
                position == null ? from.position() : position);
    }

    private static @Nullable String text(Input input, String name, @Nullable String otherwise) {
        return input.has(name) ? input.optionalText(name, Longest.TEXT) : otherwise;
    }

    private static List<String> texts(Input input, String name, List<String> otherwise) {
        List<String> given = input.optionalTexts(name, MOST_ITEMS, Longest.TEXT);
        if (given != null) {
            return given;
        }
        return input.isNull(name) ? List.of() : otherwise;
    }
}
