package nl.peildatum.command.http;

import java.time.LocalDate;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.EntryChecks;
import nl.peildatum.command.words.RefusalSentences;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.IsoDates;
import nl.peildatum.contract.Known;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is recorded of a programme, for the document to hold a request against. */
record HeldOfProgramme(ProgrammeState state, LocalDate today) implements Known {

    @Override
    public @Nullable String objection(String name, JsonNode value) {
        return switch (name) {
            case "actielijn" ->
                    !value.canConvertToInt() || state.hasLine(value.asInt())
                            ? null
                            : Wordings.of("input.unknownLine", value.asString());
            case "begin" -> tooEarly(IsoDates.read(value.asString("")));
            default -> null;
        };
    }

    private @Nullable String tooEarly(@Nullable LocalDate date) {
        return date == null || date.isAfter(today)
                ? null
                : EntryChecks.outside(date, state.bounds(today))
                        .map(RefusalSentences::of)
                        .orElse(null);
    }
}
