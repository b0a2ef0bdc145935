package nl.peildatum.query.api.signal;

/** What a signal points at, as the interface names it. */
enum SignalKind {
    /** The explanation speaks of delay, and the status does not. */
    VERTRAGING_NIET_IN_STATUS("vertraging"),
    /** The explanation contradicts that the action is completed. */
    AFRONDING_TEGENGESPROKEN("afronding"),
    /** Two actions that go together have different statuses. */
    VERBAND_VERSCHILT("verband"),
    /** An action started before the one it follows is completed. */
    TE_VROEG_GESTART("volgorde"),
    /** Actions that print as one block differ. */
    ZELFDE_NUMMER_VERSCHILT("nummer"),
    /** Nothing of an unfinished action changed since the last report. */
    ONGEWIJZIGD_SINDS_RAPPORTAGE("ongewijzigd"),
    /** The execution years are over, and the action is not finished. */
    UITVOERINGSJAREN_VOORBIJ("jaren"),
    /** The day on which a delayed action was expected to be completed is over. */
    VERWACHTE_AFRONDING_VOORBIJ("verwachting");

    private final String word;

    SignalKind(String word) {
        this.word = word;
    }

    /** The word for it in keys; letters only, so that a key can be taken apart. */
    String word() {
        return word;
    }
}
