package nl.peildatum.command.http;

import java.time.LocalDate;
import nl.peildatum.api.Asked;
import nl.peildatum.events.Basis;
import org.jspecify.annotations.Nullable;

/** On what an entry rests that somebody asks for. */
final class Bases {
    private Bases() {}

    /** Effective from a day on, which is today unless said otherwise. */
    static Basis of(Asked asked, @Nullable LocalDate effectiveOn, @Nullable String source) {
        return new Basis(
                effectiveOn == null ? asked.today() : effectiveOn, asked.caller().actor(), source);
    }
}
