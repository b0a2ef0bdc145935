package nl.peildatum.query.checking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is not as it was recorded, and how; the names are those of the interface.
 *
 * @param number the number at which it shows; null where it is about no number
 * @param sentence one plain Dutch sentence
 */
record Deviation(
        @JsonProperty("journaalnummer") @Nullable Long number,
        @JsonProperty("soort") Kind kind,
        @JsonProperty("melding") String sentence) {

    /** How something differs. */
    enum Kind {
        /** An entry is not what its hash was taken over. */
        GEWIJZIGD,
        /** An entry is gone, and later ones are there. */
        ONTBREEKT,
        /** An entry is there that the others do not know. */
        INGEVOEGD,
        /** An entry is not where it was recorded. */
        VERPLAATST,
        /** The last entries are gone. */
        STAART_AFGESNEDEN,
        /** Entries agree with one another, but not with what was kept of them. */
        HERSCHREVEN,
        /** A checkpoint is not signed by the key it names. */
        CONTROLEPUNT_ONGELDIG,
        /** A key is not introduced as it must be. */
        SLEUTEL_ONGELDIG,
        /** A projection holds something else than the entries it was built from. */
        PROJECTIE_WIJKT_AF,
        /** An entry belongs to no act, or to more than one. */
        HANDELINGEN_SLUITEN_NIET_AAN
    }
}
