package dev.roi.cli;

import dev.roi.core.Message;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command line whose words do not go together. */
final class WrongUsage extends ParameterException {

    private static final long serialVersionUID = 1L;

    private final transient Message what;

    WrongUsage(CommandLine command, Message what) {
        super(command, what.toString());
        this.what = what;
    }

    Message what() {
        return what;
    }
}
