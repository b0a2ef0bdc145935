package nl.peildatum.portal.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The heads of the journal that were signed, and the keys that signed them. */
public record Signed(List<Key> sleutels, List<Head> controlepunten) {

    public Signed {
        sleutels = List.copyOf(Objects.requireNonNullElse(sleutels, List.of()));
        controlepunten = List.copyOf(Objects.requireNonNullElse(controlepunten, List.of()));
    }

    /** A key, by its fingerprint. */
    public record Key(String vingerafdruk, Instant sinds) {}

    /** The last entry of a journal as it was, with the moment of its signature. */
    public record Head(long journaalnummer, String hash, Instant ondertekendOp) {}
}
