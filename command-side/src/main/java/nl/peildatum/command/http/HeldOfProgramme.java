package nl.peildatum.command.http;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.words.RefusalSentences;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.IsoDates;
import nl.peildatum.contract.Known;
import nl.peildatum.events.ActionEvent.ActionFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is recorded of a programme, for the document to hold a request against.
 *
 * @param ofActions what is recorded of its actions, read where the request names one
 * @param action the code of the action that the request is about, or null for none
 */
public record HeldOfProgramme(
        ProgrammeState state,
        Supplier<List<Entry<ActionFact>>> ofActions,
        @Nullable String action,
        LocalDate today)
        implements Known {

    @Override
    public @Nullable String objection(String name, JsonNode value) {
        return switch (name) {
            case "begin" -> tooEarly(IsoDates.read(value.asString("")));
            case "startjaar" -> reversed(value);
            case "jaren" -> outside(value);
            case "actielijn" -> unknownLine(value);
            case "actie" -> unknownAction(value.asString(""));
            default -> null;
        };
    }

    private Bounds bounds() {
        return state.bounds(today);
    }

    private @Nullable String tooEarly(@Nullable LocalDate date) {
        return date == null || date.isAfter(today)
                ? null
                : EntryChecks.outside(date, bounds()).map(RefusalSentences::of).orElse(null);
    }

    private @Nullable String reversed(JsonNode year) {
        return year.canConvertToInt() && year.asInt() < bounds().firstYear()
                ? Wordings.of("input.yearsReversed")
                : null;
    }

    private @Nullable String outside(JsonNode years) {
        SortedSet<Integer> outside = new TreeSet<>();
        years.forEach(
                year -> {
                    if (year.canConvertToInt() && !bounds().hasYear(year.asInt())) {
                        outside.add(year.asInt());
                    }
                });
        return outside.isEmpty()
                ? null
                : RefusalSentences.of(
                        new Refusal.YearsOutside(
                                outside, bounds().firstYear(), bounds().lastYear()));
    }

    private @Nullable String unknownLine(JsonNode line) {
        return !line.canConvertToInt() || state.hasLine(line.asInt())
                ? null
                : Wordings.of("input.unknownLine", line.asString());
    }

    private @Nullable String unknownAction(String code) {
        if (code.equals(action)) {
            return Wordings.of("input.selfLink");
        }
        boolean known =
                ofActions.get().stream()
                        .anyMatch(entry -> entry.event().action().code().equals(code));
        return code.isEmpty() || known ? null : Wordings.of("input.unknownAction", code);
    }
}
