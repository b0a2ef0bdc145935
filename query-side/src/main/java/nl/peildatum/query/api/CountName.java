package nl.peildatum.query.api;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** One of the counts that a programme and each of its lines have, as the interface names it. */
public enum CountName {
    ACTIES("acties", null),
    AFGEROND("afgerond", StatusCode.AFGEROND),
    IN_UITVOERING("inUitvoering", StatusCode.IN_UITVOERING),
    IN_UITVOERING_VERTRAGING("inUitvoeringVertraging", StatusCode.IN_UITVOERING_VERTRAGING),
    DOORLOPEND("doorlopend", StatusCode.DOORLOPEND),
    NOG_NIET_GESTART("nogNietGestart", StatusCode.NOG_NIET_GESTART);

    private final String code;
    private final @Nullable StatusCode only;

    CountName(String code, @Nullable StatusCode only) {
        this.code = code;
        this.only = only;
    }

    /** The name in answers and parameters. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Whether it counts the included actions with this status; a withdrawn one is in no count. */
    public boolean counts(StatusCode status) {
        return only == null ? status != StatusCode.VERVALLEN : only == status;
    }
}
