package dev.roi.cli;

import dev.roi.core.Quoted;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say about a command line that cannot be understood. */
final class Usage {

    private Usage() {}

    static String command(ParameterException usage) {
        return usage.getCommandLine().getCommandSpec().qualifiedName();
    }

    /**
     * Says what is wrong with a command line.
     *
     * @param usage what was found
     * @return one line
     */
    static String sentence(ParameterException usage) {
        return command(usage) + ": " + fault(usage);
    }

    private static String fault(ParameterException usage) {
        CommandSpec command = usage.getCommandLine().getCommandSpec();
        if (usage.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0) {
            return "option %s takes no value".formatted(Quoted.of(option.longestName()));
        }
        if (usage.getCause() instanceof TypeConversionException conversion) {
            return String.valueOf(conversion.getMessage());
        }
        if (usage instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        if (usage instanceof MissingParameterException missing) {
            List<String> unmatched = usage.getCommandLine().getUnmatchedArguments();
            return unmatched.isEmpty() ? missing(missing) : unmatched(command, unmatched.get(0));
        }
        if (usage instanceof OverwrittenOptionException twice) {
            return option(twice.getOverwritten()) + "is given more than once";
        }
        return Quoted.visible(String.valueOf(usage.getMessage()), Quoted.MOST_CHARACTERS);
    }

    private static String unmatched(CommandSpec command, String argument) {
        if (argument.startsWith("-")) {
            String name = argument.split("=", 2)[0];
            return Sentences.unknown("option", name, options(command));
        }
        if (command.subcommands().isEmpty()) {
            return "%s is one argument too many".formatted(Quoted.of(argument));
        }
        if (exists(argument)) {
            return "%s is no command. Did you mean `roi review %s`?"
                    .formatted(Quoted.of(argument), Quoted.visible(argument, Quoted.MOST_CHARACTERS));
        }
        return Sentences.unknown(
                "command", argument, List.copyOf(command.subcommands().keySet()));
    }

    private static List<String> options(CommandSpec command) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            names.add(option.longestName());
        }
        return names;
    }

    private static String missing(MissingParameterException usage) {
        ArgSpec first = usage.getMissing().get(0);
        if (first.isPositional()) {
            return switch (first.paramLabel()) {
                case "INPUT" -> "nothing is given to read: an INPUT is a file, a directory or `-` for standard input";
                case "FILE" -> "nothing is given to read: a FILE is a table, a directory of tables or a `sources.yaml`";
                case "DIR" -> "no policy is given: a DIR is a policy directory, or a built-in policy";
                case "OLD", "NEW" ->
                    "%s is missing: a built-in policy, or else a policy directory".formatted(first.paramLabel());
                default -> "no %s is given".formatted(first.paramLabel());
            };
        }
        if (!String.valueOf(usage.getMessage()).startsWith("Missing required option")) {
            return option(first) + "needs a value";
        }
        List<String> absent = usage.getMissing().stream()
                .filter(OptionSpec.class::isInstance)
                .map(argument -> ((OptionSpec) argument).longestName())
                .toList();
        return "%s %s needed".formatted(Sentences.list(absent, "and"), absent.size() == 1 ? "is" : "are");
    }

    private static String option(ArgSpec argument) {
        return argument instanceof OptionSpec option ? "option %s ".formatted(Quoted.of(option.longestName())) : "";
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException noName) {
            return false;
        }
    }
}
