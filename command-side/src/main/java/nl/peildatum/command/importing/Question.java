package nl.peildatum.command.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Stream;
import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;

/**
 * What a document leaves open, and must be answered before anything is taken over.
 *
 * @param action the action it is about, by its provisional code where it has no other
 * @param kind the {@code soort} of the interface
 * @param printed what the document says
 * @param candidates the codes of the actions it can be about
 * @param message the question, in words
 * @param parameter the parameter that answers it first
 * @param answers the parameters that answer it, each with its value
 */
@JsonPropertyOrder("soort")
record Question(
        @JsonProperty("actie") String action,
        @JsonProperty("soort") String kind,
        @JsonProperty("gedrukt") @Nullable String printed,
        @JsonProperty("kandidaten") List<String> candidates,
        @JsonProperty("melding") String message,
        @JsonIgnore String parameter,
        @JsonProperty("antwoordMet") List<String> answers) {

    Question {
        candidates = List.copyOf(candidates);
        answers = List.copyOf(answers);
    }

    /** Whether a printed action that nobody knows is one of those that are not printed. */
    static Question whichAction(String code, @Nullable String title, List<String> candidates) {
        return new Question(
                code,
                "ACTIE_HERKENNEN",
                title,
                candidates,
                Wordings.of(
                        "import.whichAction",
                        title == null ? "" : title,
                        String.join(", ", candidates),
                        code),
                Answers.RECOGNISED,
                Stream.concat(
                                candidates.stream()
                                        .map(
                                                known ->
                                                        Answers.RECOGNISED
                                                                + "="
                                                                + code
                                                                + ":"
                                                                + known),
                                Stream.of(Answers.FRESH + "=" + code))
                        .toList());
    }

    /** Whether a text that differs in white space only is to be another text. */
    static Question whichWhiteSpace(String code, String text, int row) {
        return new Question(
                code,
                "WITRUIMTE",
                text,
                List.of(code),
                Wordings.of("import.whiteSpace", code, String.valueOf(row)),
                Answers.WHITE_SPACE,
                List.of(
                        Answers.WHITE_SPACE + "=" + code + ":behouden",
                        Answers.WHITE_SPACE + "=" + code + ":overnemen"));
    }
}
