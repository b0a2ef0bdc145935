package nl.peildatum.portal.operations;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page of the people whose names are known, or were. */
public record People(List<Person> personen, int totaal, int pagina, int paginagrootte) {

    public People {
        personen = List.copyOf(Objects.requireNonNullElse(personen, List.of()));
    }

    /** Somebody who asked or recorded something; without a name where that was erased. */
    public record Person(String subject, @Nullable String naam, @Nullable Instant gewistOp) {}

    /** How many pages there are. */
    public int pages() {
        return Math.max(1, (totaal + paginagrootte - 1) / Math.max(1, paginagrootte));
    }
}
