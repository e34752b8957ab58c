package dev.roi.ledger;

import dev.roi.core.Message;
import org.jspecify.annotations.Nullable;

/** A ledger cannot be read or added to as it is; the message names it, says why, and what can be done. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Message what;

    /**
     * Says why.
     *
     * @param what one line, for the person who can mend it
     */
    public LedgerUnavailable(Message what) {
        super(what.toString());
        this.what = what;
    }

    /**
     * Says why.
     *
     * @param what one line, for the person who can mend it
     * @param cause what happened beneath
     */
    public LedgerUnavailable(Message what, Throwable cause) {
        super(what.toString(), cause);
        this.what = what;
    }

    /**
     * Says why, in words of its own.
     *
     * @param message one line, for the person who can mend it, the same in every language
     */
    public LedgerUnavailable(String message) {
        this(Message.verbatim(message));
    }

    /**
     * Says why, in words of its own.
     *
     * @param message one line, for the person who can mend it, the same in every language
     * @param cause what happened beneath
     */
    public LedgerUnavailable(String message, Throwable cause) {
        this(Message.verbatim(message), cause);
    }

    /**
     * Returns why.
     *
     * @return one line, for the person who can mend it; in English alone once it was serialised
     */
    public Message what() {
        return what == null ? Message.verbatim(String.valueOf(getMessage())) : what;
    }
}
