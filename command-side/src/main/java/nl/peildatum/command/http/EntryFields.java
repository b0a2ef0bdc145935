package nl.peildatum.command.http;

import java.time.LocalDate;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Input;
import nl.peildatum.api.Longest;
import nl.peildatum.api.Today;
import nl.peildatum.events.Basis;
import org.jspecify.annotations.Nullable;

/** The fields that every command takes: {@code ingangsdatum}, {@code reden} and {@code bron}. */
record EntryFields(Basis basis, @Nullable String reason) {

    /** Reads them, with the date that counts where none is given. */
    static EntryFields read(Input input, Caller caller, LocalDate defaultDate) {
        LocalDate given = input.optionalDate("ingangsdatum");
        LocalDate effectiveOn = given == null ? defaultDate : given;
        String reason = input.optionalText("reden", Longest.REASON);
        String source = input.optionalText("bron", Longest.SOURCE);
        return new EntryFields(new Basis(effectiveOn, caller.actor(), source), reason);
    }

    static EntryFields read(Input input, Caller caller, Today today) {
        return read(input, caller, today.today());
    }

    /** On what an entry rests, from today on unless said otherwise. */
    static Basis basis(Asked asked, @Nullable LocalDate effectiveOn, @Nullable String source) {
        return new Basis(
                effectiveOn == null ? asked.today() : effectiveOn, asked.caller().actor(), source);
    }
}
