package nl.peildatum.portal.recording;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where texts that are to be erased stand besides.
 *
 * @param ookMetTekst other entries of the same chain that have a text
 * @param zelfdeTekst other entries in which one of the texts stands word for word
 */
public record Elsewhere(List<Long> ookMetTekst, List<Long> zelfdeTekst) {

    public Elsewhere {
        ookMetTekst = List.copyOf(Objects.requireNonNullElse(ookMetTekst, List.of()));
        zelfdeTekst = List.copyOf(Objects.requireNonNullElse(zelfdeTekst, List.of()));
    }

    /** All of them, as a form sends them along. */
    public String all() {
        return Stream.of(ookMetTekst, zelfdeTekst)
                .flatMap(List::stream)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
