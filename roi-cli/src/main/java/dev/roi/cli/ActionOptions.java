package dev.roi.cli;

import dev.roi.core.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The actions that a decision asks for: each {@code --action} begins one, and what follows belongs to it. */
final class ActionOptions {

    private static final String ACTION = "--action";
    private static final String OWNER = "--owner";
    private static final String DUE = "--due";
    private static final String AIMS_AT = "--aims-at";

    @Option(
            names = ACTION,
            paramLabel = "TEXT",
            parameterConsumer = InOrder.class,
            description =
                    "What is to be done; may be given several times. --owner, --due and --aims-at after it are its "
                            + "own.")
    private List<Said> texts = new ArrayList<>();

    @Option(
            names = OWNER,
            paramLabel = "NAME",
            parameterConsumer = InOrder.class,
            description = "Who answers for the action, or, before any --action, for the extension.")
    private List<Said> owners = new ArrayList<>();

    @Option(
            names = DUE,
            paramLabel = "YYYY-MM",
            parameterConsumer = InOrder.class,
            description = "The month in which the action is to be done.")
    private List<Said> dues = new ArrayList<>();

    @Option(
            names = AIMS_AT,
            paramLabel = "ID",
            parameterConsumer = InOrder.class,
            description = "An indicator that the action is to move; once for each.")
    private List<Said> aims = new ArrayList<>();

    /** What was said in one place of the command line. */
    private record Said(int place, String option, String value) {}

    /**
     * Puts the actions together.
     *
     * @return them, with what was said before the first
     * @throws Refusal when it is unclear what belongs to which
     */
    Asked asked() {
        List<Said> all = new ArrayList<>();
        List.of(texts, owners, dues, aims).forEach(all::addAll);
        all.sort(Comparator.comparingInt(Said::place));
        ActionDraft.Builder before = new ActionDraft.Builder();
        List<ActionDraft.Builder> actions = new ArrayList<>();
        for (Said said : all) {
            if (said.option().equals(ACTION)) {
                actions.add(new ActionDraft.Builder());
            }
            ActionDraft.Builder one = actions.isEmpty() ? before : actions.get(actions.size() - 1);
            boolean isNew = switch (said.option()) {
                case ACTION -> one.text(said.value());
                case OWNER -> one.owner(said.value());
                case DUE -> one.due(new Arguments.OfMonth().convert(said.value()));
                default -> one.aim(new Arguments.OfIndicator().convert(said.value()));
            };
            if (!isNew) {
                throw new Refusal(Message.of("`%s` is given more than once for one action", said.option()));
            }
        }
        return new Asked(
                before.draft(), actions.stream().map(ActionDraft.Builder::draft).toList());
    }

    /**
     * What was asked for.
     *
     * @param before what was said before the first action
     * @param actions the actions
     */
    record Asked(ActionDraft before, List<ActionDraft> actions) {

        /** Where there is one action, what stands before it is its own as well. */
        Asked {
            if (actions.size() == 1) {
                actions = List.of(actions.get(0).or(before));
            }
        }
    }

    /** Notes where on the command line an option stands. */
    static final class InOrder implements IParameterConsumer {

        @Override
        public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
            String name = ((OptionSpec) option).longestName();
            if (args.isEmpty()) {
                throw new MissingParameterException(command.commandLine(), option, name);
            }
            int place = -args.size();
            String value = args.pop();
            check(name, value, option, command);
            // not the list that is there: it is what the next run begins with
            List<Said> said = new ArrayList<>(option.<List<Said>>getValue());
            said.add(new Said(place, name, value));
            option.setValue(said);
        }

        private static void check(String name, String value, ArgSpec option, CommandSpec command) {
            try {
                Optional.<ITypeConverter<?>>of(new Arguments.OfMonth())
                        .filter(month -> name.equals(DUE))
                        .or(() -> Optional.of(new Arguments.OfIndicator()).filter(aim -> name.equals(AIMS_AT)))
                        .ifPresent(converter -> convert(converter, value));
            } catch (TypeConversionException wrong) {
                throw new ParameterException(
                        command.commandLine(), String.valueOf(wrong.getMessage()), wrong, option, value);
            }
        }

        private static void convert(ITypeConverter<?> converter, String value) {
            try {
                converter.convert(value);
            } catch (TypeConversionException wrong) {
                throw wrong;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
