package dev.roi.cli;

import dev.roi.core.json.Source;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** What a command is given to read: files, directories, and {@code -} for standard input. */
final class Inputs {

    private static final String STANDARD_INPUT = "-";

    private Inputs() {}

    /** Returns the files and directories among the inputs. */
    static List<Path> paths(List<String> inputs) {
        return inputs.stream()
                .filter(input -> !input.equals(STANDARD_INPUT))
                .map(Arguments::path)
                .toList();
    }

    /**
     * Returns the inputs, ready to be read.
     *
     * @param inputs their names
     * @param standardInput what {@code -} stands for
     * @return the inputs, in order
     * @throws Refusal when standard input is named twice
     */
    static List<Source> sources(List<String> inputs, InputStream standardInput) {
        if (inputs.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new Refusal("standard input (`-`) is given more than once, and can be read once");
        }
        return inputs.stream()
                .map(input -> input.equals(STANDARD_INPUT)
                        ? Source.of("standard input", standardInput)
                        : Source.of(Arguments.path(input)))
                .toList();
    }
}
