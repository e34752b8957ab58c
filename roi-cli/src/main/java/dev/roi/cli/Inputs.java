package dev.roi.cli;

import dev.roi.core.Fault;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.PolicyId;
import dev.roi.core.Portfolio;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.json.Input;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import dev.roi.imports.file.Import;
import dev.roi.imports.file.Imported;
import dev.roi.imports.file.Piped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a command is given to read: files, directories, and {@code -} for standard input, whatever comes through it. */
final class Inputs {

    private static final String STANDARD_INPUT = "-";
    private static final Message STANDARD_INPUT_NAME = Message.of("standard input");
    private static final String DEFAULT_POLICY = "coding-agent";

    private Inputs() {}

    /** Returns the files and directories among the inputs. */
    static List<Path> paths(List<String> inputs) {
        return inputs.stream()
                .filter(input -> !input.equals(STANDARD_INPUT))
                .map(Arguments::path)
                .toList();
    }

    /**
     * Begins an import.
     *
     * @param engines the policies; that of scopes that name none is the one of the command line, or else coding-agent
     * @param language the language of its faults
     * @param progress where it says how far it is
     * @return the import
     */
    static Import importing(Engines engines, Language language, Progress progress) {
        return importing(engines, engines.chosen(), language, progress);
    }

    private static Import importing(
            PolicyLookup policies, Optional<PolicyId> unnamed, Language language, Progress progress) {
        return Import.checkedAgainst(policies)
                .policy(unnamed.orElse(new PolicyId(DEFAULT_POLICY)))
                .in(language)
                .watchedBy(records -> progress.at(Message.of("Records read"), records));
    }

    /**
     * Reads scorecards, and tables, workbooks and files of sources as the scorecards that they come to.
     *
     * @param inputs their names
     * @param month the month to review, or nothing for each scope's latest complete one
     * @param engines the policies
     * @param language the language of an import's faults
     * @param session standard input, and progress
     * @return one scorecard, or several
     * @throws InvalidInput with every fault of all of them
     */
    static Input read(
            List<String> inputs, Optional<YearMonth> month, Engines engines, Language language, Session session) {
        return read(inputs, month, engines, engines.chosen(), language, session);
    }

    /**
     * Reads scorecards of the past, and what is imported as scorecards, which are decided under policies that are compared,
     * whichever they name.
     *
     * @param inputs their names
     * @param indicators what those policies measure
     * @param language the language of an import's faults
     * @param session standard input, and progress
     * @return the scorecards, in order
     * @throws InvalidInput with every fault of all of them
     */
    static List<Scorecard> history(List<String> inputs, IndicatorSet indicators, Language language, Session session) {
        return read(inputs, Optional.empty(), PolicyLookup.always(indicators), Optional.empty(), language, session)
                .scorecards();
    }

    private static Input read(
            List<String> inputs,
            Optional<YearMonth> month,
            PolicyLookup policies,
            Optional<PolicyId> unnamed,
            Language language,
            Session session) {
        requireOnce(inputs);
        InputStream standardInput = Piped.lookedAt(session.in());
        boolean isTable = inputs.contains(STANDARD_INPUT) && !isDocument(standardInput);
        List<String> imported = inputs.stream()
                .filter(input -> input.equals(STANDARD_INPUT) ? isTable : Import.isImported(Arguments.path(input)))
                .toList();
        List<String> documents =
                inputs.stream().filter(input -> !imported.contains(input)).toList();
        Scorecards reader =
                Scorecards.checkedAgainst(session.progress().reading(policies)).forReviewOf(month);
        String name = STANDARD_INPUT_NAME.in(language);
        if (imported.isEmpty()) {
            return reader.read(sources(inputs, name, standardInput));
        }
        List<Fault> faults = new ArrayList<>();
        List<Scorecard> scorecards = new ArrayList<>();
        try {
            Import importing = importing(policies, unnamed, language, session.progress());
            List<Scorecard> made = imported(importing, imported, name, standardInput)
                    .readings()
                    .scorecards();
            scorecards.addAll(made);
            String first = imported.get(0).equals(STANDARD_INPUT) ? name : imported.get(0);
            made.forEach(one -> ScorecardCheck.monthFault(one, month)
                    .map(fault -> new Fault(
                            fault.code(),
                            fault.severity(),
                            new Fault.Place(first, 0, 0, ""),
                            fault.what(),
                            fault.fix()))
                    .ifPresent(faults::add));
        } catch (InvalidInput invalid) {
            faults.addAll(invalid.faults());
        }
        if (!documents.isEmpty()) {
            try {
                scorecards.addAll(
                        reader.read(sources(documents, name, standardInput)).scorecards());
            } catch (InvalidInput invalid) {
                faults.addAll(invalid.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return inputs.size() == 1 && scorecards.size() == 1
                ? new Input.One(scorecards.get(0))
                : new Input.Several(portfolio(scorecards));
    }

    /**
     * Imports files, and standard input where it is named among them.
     *
     * @param importing the import
     * @param inputs their names
     * @param language the language that standard input is called in
     * @param session standard input
     * @return what came of them
     * @throws InvalidInput with every fault of all of them
     */
    static Imported imported(Import importing, List<String> inputs, Language language, Session session) {
        requireOnce(inputs);
        return imported(importing, inputs, STANDARD_INPUT_NAME.in(language), Piped.lookedAt(session.in()));
    }

    private static Imported imported(Import importing, List<String> inputs, String name, InputStream standardInput) {
        if (!inputs.contains(STANDARD_INPUT)) {
            return importing.read(paths(inputs));
        }
        try (Piped piped = Piped.of(name, standardInput)) {
            return importing.read(paths(inputs), piped);
        } catch (IOException broken) {
            Fault.Place place = new Fault.Place(name, 0, 0, "");
            throw new InvalidInput(List.of(new Fault(
                    InputFault.NOT_READABLE.code(),
                    Fault.Severity.ERROR,
                    place,
                    Message.of("it cannot be read"),
                    Optional.empty())));
        }
    }

    private static boolean isDocument(InputStream standardInput) {
        try {
            return Piped.isDocument(standardInput);
        } catch (IOException unreadable) {
            return true; // which is said where it is read
        }
    }

    private static void requireOnce(List<String> inputs) {
        if (inputs.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new Refusal(Message.of("standard input (`-`) is given more than once, and can be read once"));
        }
    }

    private static List<Source> sources(List<String> inputs, String name, InputStream standardInput) {
        return inputs.stream()
                .map(input -> input.equals(STANDARD_INPUT)
                        ? Source.of(name, standardInput)
                        : Source.of(Arguments.path(input)))
                .toList();
    }

    private static Portfolio portfolio(List<Scorecard> scorecards) {
        try {
            return new Portfolio(scorecards);
        } catch (IllegalArgumentException twice) {
            throw new Refusal(Message.verbatim(String.valueOf(twice.getMessage())), twice);
        }
    }
}
