package dev.roi.cli;

import dev.roi.ledger.FileLedger;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The ledger that a command is about, alone or by the option that other commands name it with. */
final class LedgerOf {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "LEDGER",
            arity = "0..1",
            description = "The ledger, a file that `roi decide` has written.")
    private Optional<String> alone = Optional.empty();

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "The same, as `roi decide` and `roi review` name it.")
    private Optional<String> named = Optional.empty();

    /**
     * Finds the ledger.
     *
     * @return it
     * @throws ParameterException when none was named, or two
     */
    FileLedger find() {
        return FileLedger.existing(path());
    }

    /**
     * Finds where the ledger is.
     *
     * @return its file
     * @throws ParameterException when none was named, or two
     */
    Path path() {
        if (alone.isPresent() && named.isPresent()) {
            throw new ParameterException(command.commandLine(), "one ledger is read at a time, and two are given");
        }
        return Arguments.path(alone.or(() -> named)
                .orElseThrow(() -> new MissingParameterException(
                        command.commandLine(), command.positionalParameters().get(0), "no ledger is given")));
    }
}
