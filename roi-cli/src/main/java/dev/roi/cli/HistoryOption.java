package dev.roi.cli;

import dev.roi.core.IndicatorSet;
import dev.roi.core.Language;
import dev.roi.core.Scorecard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The past that policies are tried on. */
final class HistoryOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--history",
            paramLabel = "INPUT",
            arity = "1..*",
            description = "Scorecards of the past, as `roi review` reads them: files, a directory, or - for standard "
                    + "input. They are decided under each version of the policy, whichever they name.")
    private List<String> history = new ArrayList<>();

    boolean isGiven() {
        return !history.isEmpty();
    }

    /**
     * Checks that there is a past.
     *
     * @throws MissingParameterException where none is given
     */
    void require() {
        if (!isGiven()) {
            throw new MissingParameterException(
                    command.commandLine(), command.findOption("--history"), "Missing required option");
        }
    }

    /** Returns the files and directories that are read. */
    List<Path> paths() {
        return Inputs.paths(history);
    }

    /**
     * Reads the past.
     *
     * @param indicators what the policies measure
     * @param language the language of an import's faults
     * @param session standard input, and progress
     * @return the scorecards, in order
     */
    List<Scorecard> read(IndicatorSet indicators, Language language, Session session) {
        return Inputs.history(history, indicators, language, session);
    }
}
