package dev.roi.cli;

import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.governance.check.CodePages;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: looks for what is wrong with a policy directory. */
@CommandLine.Command(
        name = "check",
        header = "Check a policy directory: every fault, where it is, and the likely fix.",
        customSynopsis = {
            "roi check DIR [--strict] [--format text|json|sarif] [--out FILE]",
            "       roi check --explain CODE"
        },
        description = {
            "Reads all files of a policy and lists what is wrong with them, sorted by place.",
            "With an error, the policy cannot be loaded or its scenarios cannot be run. With",
            "a warning it can, and is likely not what was meant: a threshold that nothing",
            "uses, a rule that can never fire, bands with a gap. Nothing of it is run.",
            "Each finding has a code; --explain says what it means, with examples."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi check my-policy                     exit status 1 where there is an error",
            "  roi check my-policy --strict            and where there is a warning",
            "  roi check my-policy --format json       for programs, as roi-check/1",
            "  roi check my-policy --format sarif      for code hosts and editors",
            "  roi check --explain ROI-P45             what a code means"
        })
final class CheckCommand extends Speaking implements Command {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "A policy directory, or a built-in policy.")
    private Optional<String> directory = Optional.empty();

    @Option(names = "--strict", description = "Exit with 1 where there are warnings alone, too.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, for a terminal, unless said; json, for programs; sarif, for code hosts and editors.")
    private CheckFormat format = CheckFormat.TEXT;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write what was found to this file, whole or not at all, and nothing to standard output.")
    private Optional<String> out = Optional.empty();

    @Option(names = "--explain", paramLabel = "CODE", description = "Say what a code means, in place of a check.")
    private Optional<String> explain = Optional.empty();

    @Override
    public Status run(Session session) throws IOException {
        if (explain.isPresent()) {
            session.print(page(explain.get(), session.language()));
            return Status.DONE;
        }
        String policy =
                directory.orElseThrow(() -> usage(Message.of("nothing is given to check: DIR is a policy directory")));
        Path path = Arguments.path(policy);
        Optional<Output> output = out.map(name -> Output.to(name, List.of(path)));
        PolicyCheck check = PolicyFiles.builtIn(policy).map(PolicyCheck::of).orElseGet(() -> check(path));
        String text = format.write(check, session.language());
        session.write(text, output);
        boolean isFound = strict ? !check.isClean() : !check.errors().isEmpty();
        return isFound ? Status.FOUND : Status.DONE;
    }

    private ParameterException usage(Message sentence) {
        return new WrongUsage(spec.commandLine(), sentence);
    }

    private String page(String code, Language language) {
        if (directory.isPresent()) {
            throw usage(Message.of("either a directory is checked, or a code is explained"));
        }
        String upper = code.toUpperCase(Locale.ROOT);
        return CodePages.find(upper, language).orElseThrow(() -> new Refusal(unknown(upper)));
    }

    private static Message unknown(String code) {
        return Message.of(
                "unknown code %s. %s",
                Quoted.of(code),
                Nearest.didYouMean(code, CodePages.codes()).orElse(Message.of("A code is written such as `ROI-P08`.")));
    }

    private static PolicyCheck check(Path path) {
        if (!Files.exists(path)) {
            throw new Refusal(Message.of("there is no directory %s", Quoted.of(path.toString())));
        }
        try {
            return PolicyCheck.of(path);
        } catch (UncheckedIOException unreadable) {
            throw new Refusal(
                    Message.of("the policy directory %s cannot be read", Quoted.of(path.toString())), unreadable);
        }
    }
}
