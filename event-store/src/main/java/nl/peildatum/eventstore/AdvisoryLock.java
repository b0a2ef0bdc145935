package nl.peildatum.eventstore;

/**
 * Whatever is done by one at a time of all who share a database, each with the number of its
 * advisory lock. The first two are taken by functions of the schema.
 */
public enum AdvisoryLock {
    /** Appending to the journals. */
    APPENDING(8_270_925_311L),
    /** Adding to the audit log. */
    AUDITING(8_270_925_312L),
    /** Checking every journal, once a day. */
    CHECKING(8_270_925_313L),
    /** Signing heads of journals, and changing the key. */
    SEALING(8_270_925_314L),
    /** Writing tables anew after an erasure. */
    REWRITING(8_270_925_315L);

    private final long number;

    AdvisoryLock(long number) {
        this.number = number;
    }

    public long number() {
        return number;
    }
}
