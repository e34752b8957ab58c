package dev.roi.cli;

/** What a command tells the shell. */
enum Status {
    /** It is done. */
    DONE(0),
    /** A check, a test or a comparison found something. */
    FOUND(1),
    /** The command or its input is wrong: the reasons are on standard error, and nothing is on standard output. */
    REFUSED(2);

    private final int code;

    Status(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
