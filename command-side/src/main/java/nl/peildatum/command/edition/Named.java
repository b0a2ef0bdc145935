package nl.peildatum.command.edition;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headings by which the parts of a publication are known. */
enum Named {
    LEGEND("legenda", "tijdslijn", "tijdlijn", "statusweergave van acties", "statusweergave"),
    DASHBOARD("totaal", "totaal alle actielijnen", "totaaloverzicht"),
    INTRODUCTION("inleiding"),
    GOALS("operationele doelen", "operationeel doel", "operationele doelstellingen", "doelen"),
    EFFECTS("beoogde effecten", "beoogd effect", "effecten"),
    ACTIONS("acties");

    private static final Map<String, Named> BY_WORDING = byWording();

    /** One to a line. */
    private final String wordings;

    Named(String... wordings) {
        this.wordings = String.join("\n", wordings);
    }

    private static Map<String, Named> byWording() {
        Map<String, Named> named = new HashMap<>();
        for (Named one : values()) {
            one.wordings.lines().forEach(wording -> named.put(wording, one));
        }
        return Map.copyOf(named);
    }

    static @Nullable Named of(String text) {
        if (text.length() > 80) {
            return null;
        }
        String plain = plain(text);
        if (plain.startsWith("dashboard") || plain.startsWith("totaal alle ")) {
            return DASHBOARD;
        }
        return BY_WORDING.get(plain);
    }

    static String plain(String text) {
        String plain = text.replace("**", "").replace("__", "").strip();
        if (plain.endsWith(":")) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        StringBuilder words = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); at++) {
            boolean space = Character.isWhitespace(plain.charAt(at));
            if (!space) {
                words.append(Character.toLowerCase(plain.charAt(at)));
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString();
    }
}
