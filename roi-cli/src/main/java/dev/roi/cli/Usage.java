package dev.roi.cli;

import dev.roi.core.Language;
import dev.roi.core.Message;
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
     * @param language the language of whoever reads it
     * @return one line
     */
    static String sentence(ParameterException usage, Language language) {
        return command(usage) + ": " + fault(usage, language).in(language);
    }

    private static Message fault(ParameterException usage, Language language) {
        CommandSpec command = usage.getCommandLine().getCommandSpec();
        if (usage.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0) {
            return Message.of("option %s takes no value", Quoted.of(option.longestName()));
        }
        if (usage.getCause() instanceof WrongArgument wrong) {
            return wrong.what();
        }
        if (usage instanceof WrongUsage wrong) {
            return wrong.what();
        }
        if (usage.getCause() instanceof TypeConversionException conversion) {
            return Message.verbatim(String.valueOf(conversion.getMessage()));
        }
        if (usage instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        if (usage instanceof MissingParameterException missing) {
            List<String> unmatched = usage.getCommandLine().getUnmatchedArguments();
            return unmatched.isEmpty() ? missing(missing, language) : unmatched(command, unmatched.get(0));
        }
        if (usage instanceof OverwrittenOptionException twice) {
            return twice.getOverwritten() instanceof OptionSpec option
                    ? Message.of("option %s is given more than once", Quoted.of(option.longestName()))
                    : Message.of("it is given more than once");
        }
        return Message.verbatim(Quoted.visible(String.valueOf(usage.getMessage()), Quoted.MOST_CHARACTERS));
    }

    private static Message unmatched(CommandSpec command, String argument) {
        if (argument.startsWith("-")) {
            String name = argument.split("=", 2)[0];
            return Sentences.unknown(Message.of("option"), name, options(command));
        }
        if (command.subcommands().isEmpty()) {
            return Message.of("%s is one argument too many", Quoted.of(argument));
        }
        if (exists(argument)) {
            return Message.of(
                    "%s is no command. Did you mean `roi review %s`?",
                    Quoted.of(argument), Quoted.visible(argument, Quoted.MOST_CHARACTERS));
        }
        return Sentences.unknown(
                Message.of("command"),
                argument,
                List.copyOf(command.subcommands().keySet()));
    }

    private static List<String> options(CommandSpec command) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            names.add(option.longestName());
        }
        return names;
    }

    private static Message missing(MissingParameterException usage, Language language) {
        ArgSpec first = usage.getMissing().get(0);
        if (first.isPositional()) {
            return switch (first.paramLabel()) {
                case "INPUT" ->
                    Message.of("nothing is given to read: an INPUT is a file, a directory or `-` for standard input");
                case "FILE" ->
                    Message.of("nothing is given to read: a FILE is a table, a directory of tables, a `sources.yaml` or"
                            + " `-` for standard input");
                case "DIR" -> Message.of("no policy is given: a DIR is a policy directory, or a built-in policy");
                case "OLD", "NEW" ->
                    Message.of(
                            "%s is missing: a built-in policy, or else a policy directory",
                            Help.label(first, language));
                default -> Message.of("no %s is given", Help.label(first, language));
            };
        }
        if (!String.valueOf(usage.getMessage()).startsWith("Missing required option")) {
            return first instanceof OptionSpec option
                    ? Message.of("option %s needs a value", Quoted.of(option.longestName()))
                    : Message.of("%s needs a value", Help.label(first, language));
        }
        List<String> absent = usage.getMissing().stream()
                .filter(OptionSpec.class::isInstance)
                .map(argument -> ((OptionSpec) argument).longestName())
                .toList();
        return Message.of(absent.size() == 1 ? "%s is needed" : "%s are needed", Sentences.all(absent));
    }

    private static boolean exists(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (InvalidPathException noName) {
            return false;
        }
    }
}
