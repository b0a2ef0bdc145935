package nl.peildatum.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action line says: its short title (dashboard) and long title (chapter), its operational
 * goals and intended effects, each with an optional introduction, and its place in the publication.
 */
public record LineContent(
        String title,
        String longTitle,
        @Nullable String introduction,
        @Nullable String goalsIntroduction,
        List<String> goals,
        @Nullable String effectsIntroduction,
        List<String> effects,
        int position) {

    public LineContent {
        goals = List.copyOf(goals);
        effects = List.copyOf(effects);
    }
}
