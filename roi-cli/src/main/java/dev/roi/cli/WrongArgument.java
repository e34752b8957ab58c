package dev.roi.cli;

import dev.roi.core.Message;
import picocli.CommandLine.TypeConversionException;

/** A word on the command line that does not mean what should stand there. */
final class WrongArgument extends TypeConversionException {

    private static final long serialVersionUID = 1L;

    private final transient Message what;

    WrongArgument(Message what) {
        super(what.toString());
        this.what = what;
    }

    Message what() {
        return what;
    }
}
