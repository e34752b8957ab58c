package dev.roi.cli;

import dev.roi.core.Message;

/** The command cannot be carried out as it was given; the message says why in one sentence. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message what;

    Refusal(Message what) {
        super(what.toString());
        this.what = what;
    }

    Refusal(Message what, Throwable cause) {
        super(what.toString(), cause);
        this.what = what;
    }

    Message what() {
        return what;
    }
}
