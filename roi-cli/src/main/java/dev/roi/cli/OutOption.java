package dev.roi.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The file that is written in place of standard output. */
final class OutOption {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to this file, whole or not at all, and nothing to standard output.")
    private Optional<String> out = Optional.empty();

    /**
     * Looks whether the file may be written.
     *
     * @param read what is read, and must not be written over
     * @return the file; nothing for standard output
     * @throws Refusal when it may not be
     */
    Optional<Output> find(List<Path> read) {
        return out.map(name -> Output.to(name, read));
    }
}
