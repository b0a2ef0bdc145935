package nl.peildatum.command.edition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action line as it is printed: the short title of the dashboard, the long one of the chapter,
 * its goals and effects with their introductions, and the line of the document its chapter starts
 * on.
 */
public record PrintedLine(
        int number,
        String title,
        String longTitle,
        @Nullable String introduction,
        @Nullable String goalsIntroduction,
        List<String> goals,
        @Nullable String effectsIntroduction,
        List<String> effects,
        int lineNumber) {

    public PrintedLine {
        goals = List.copyOf(goals);
        effects = List.copyOf(effects);
    }
}
