package dev.roi.ledger;

/** A ledger cannot be read or added to as it is; the message names it, says why, and what can be done. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message one line, for the person who can mend it
     */
    public LedgerUnavailable(String message) {
        super(message);
    }

    /**
     * Says why.
     *
     * @param message one line, for the person who can mend it
     * @param cause what happened beneath
     */
    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
