package nl.peildatum.query.checking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What else is known of the links of a chain than what stands in it. */
interface Kept {

    /** Nothing else is known. */
    Kept NOTHING =
            new Kept() {
                @Override
                public List<String> hashes(long number) {
                    return List.of();
                }

                @Override
                public @Nullable String hashedText(long number) {
                    return null;
                }

                @Override
                public boolean looksAdded(Link last) {
                    return false;
                }
            };

    /** The hashes that were kept of the link with this number. */
    List<String> hashes(long number);

    /** The text under the hash of the link with this number, if it was kept; null if not. */
    @Nullable String hashedText(long number);

    /** Whether a last link that fits nowhere looks like one that was put there by hand. */
    boolean looksAdded(Link last);
}
