package nl.peildatum.query.timeline;

import java.util.List;

/** What a programme says of itself on a day: its name, its first and last year, its publishers. */
public record ProgrammeState(String name, int firstYear, int lastYear, List<String> publishers) {

    public ProgrammeState {
        publishers = List.copyOf(publishers);
    }
}
