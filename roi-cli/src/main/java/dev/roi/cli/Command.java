package dev.roi.cli;

import java.io.IOException;

/** A command of the program. Its fields are what was said on the command line. */
interface Command {

    /**
     * Does what was asked for. Nothing is written before all of it is known.
     *
     * @param session what it has to work with
     * @return how it went
     * @throws Refusal when the command or its input is wrong
     * @throws IOException when standard output cannot be written
     */
    Status run(Session session) throws IOException;
}
