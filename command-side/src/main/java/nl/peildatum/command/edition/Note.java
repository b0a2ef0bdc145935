package nl.peildatum.command.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sentence on the dashboard that says of actions why they are not in it: {@code Acties 31, 34 en
 * 42 gaan pas van start in 2026.}, {@code Actie 12 is vervallen: samengevoegd met actie 11.}
 *
 * @param reason what the sentence says of the actions, without its last stop; empty if nothing
 * @param remark the sentences of the same paragraph that name no other actions
 */
record Note(List<String> codes, boolean withdrawal, String reason, @Nullable String remark) {

    Note {
        codes = List.copyOf(codes);
    }

    /** Reads a paragraph; empty when it does not begin with actions. */
    static List<Note> of(String paragraph, List<String> known) {
        List<Note> notes = new ArrayList<>();
        for (String sentence : sentences(paragraph)) {
            Note note = ofSentence(sentence, known);
            if (note != null) {
                notes.add(note);
            } else if (notes.isEmpty()) {
                return List.of();
            } else {
                notes.set(notes.size() - 1, notes.getLast().with(sentence));
            }
        }
        return notes;
    }

    private Note with(String sentence) {
        return new Note(
                codes, withdrawal, reason, remark == null ? sentence : remark + " " + sentence);
    }

    private static @Nullable Note ofSentence(String dressed, List<String> known) {
        String sentence = dressed.startsWith("**") ? dressed.replace("**", "") : dressed;
        int from = -1;
        for (String opening : List.of("De acties ", "Acties ", "Actie ")) {
            from = Math.max(from, StatusLine.match(sentence, opening));
        }
        CodeList list = from < 0 ? null : CodeList.at(sentence, from, known);
        if (list == null) {
            return null;
        }
        String rest = withoutColon(sentence.substring(list.end()).strip());
        rest = rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
        for (String words : List.of("is vervallen", "zijn vervallen")) {
            int end = StatusLine.match(rest, words);
            if (end >= 0 && (end == rest.length() || ":,. ".indexOf(rest.charAt(end)) >= 0)) {
                String reason = withoutColon(rest.substring(end).strip());
                return new Note(list.codes(), true, reason, null);
            }
        }
        return new Note(list.codes(), false, rest, null);
    }

    private static String withoutColon(String text) {
        return text.startsWith(":") ? text.substring(1).strip() : text;
    }

    /** Divides at a full stop, question or exclamation mark with a capital behind it. */
    private static List<String> sentences(String paragraph) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int at = 0; at + 1 < paragraph.length(); at++) {
            int next = CodeList.skipSpaces(paragraph, at + 1);
            boolean ends =
                    ".!?".indexOf(paragraph.charAt(at)) >= 0
                            && next > at + 1
                            && next < paragraph.length()
                            && Character.isUpperCase(paragraph.charAt(next));
            if (ends) {
                sentences.add(paragraph.substring(from, at + 1).strip());
                from = next;
            }
        }
        sentences.add(paragraph.substring(from).strip());
        return sentences;
    }

    /** Whether a paragraph right behind a note only explains what is left out. */
    static boolean explains(String paragraph) {
        String plain = paragraph.toLowerCase(Locale.ROOT);
        return plain.contains("opgenomen")
                && List.of("hoewel ", "deze acties ", "deze actie ", "ze ", "zij ").stream()
                        .anyMatch(plain::startsWith);
    }
}
