package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.governance.addition.Addition;
import dev.roi.governance.addition.Additions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code new}: begins a rule, a threshold or an indicator in every file that has to name it. */
@CommandLine.Command(
        name = "new",
        header = "Begin a rule, a threshold or an indicator of a policy, in all its files.",
        customSynopsis = {
            "roi new rule NAME --policy DIR [--indicator ID] [--portfolio]",
            "       roi new threshold NAME --policy DIR [--unit UNIT]",
            "       roi new indicator NAME --policy DIR [--block ID] [--unit UNIT]"
        },
        description = {
            "Writes an example that works into every file that has to have it, all or none.",
            "A rule gets its file, its limit, its place among the reasons, its sentences in",
            "each language and scenarios in which it fires and stays silent. Comments and",
            "layout stay as they are. What is still to be said there is marked TODO."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi new rule few-prompts --policy my-policy --indicator prompts",
            "  roi new rule leaks-together --policy my-policy --portfolio",
            "  roi new threshold prompts.least --policy my-policy",
            "  roi new indicator agents-in-use --policy my-policy --block usage"
        })
final class NewCommand extends Speaking implements Command {

    private static final int MOST_NAME_CHARACTERS = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "KIND", description = "rule, threshold or indicator.")
    private Kind kind = Kind.RULE;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "Its name, such as few-prompts; of a threshold, such as prompts.least.")
    private String name = "";

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            required = true,
            description = "The policy directory; `roi init` makes one.")
    private String policy = "";

    @Option(
            names = "--indicator",
            paramLabel = "ID",
            description = "The indicator that a rule is about; one that no rule asks for yet unless said.")
    private Optional<String> indicator = Optional.empty();

    @Option(
            names = "--portfolio",
            description = "A rule about the scopes of a portfolio, in rules/portfolio/: it notes something.")
    private boolean isOfPortfolio;

    @Option(
            names = "--block",
            paramLabel = "ID",
            description = "The block that an indicator belongs to; the first unless said.")
    private Optional<String> block = Optional.empty();

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "What a threshold or an indicator counts, such as percent; count unless said.")
    private Optional<String> unit = Optional.empty();

    @Override
    public Status run(Session session) throws IOException {
        indicator.ifPresent(given -> requireKind("--indicator", Kind.RULE));
        if (isOfPortfolio) {
            requireKind("--portfolio", Kind.RULE);
        }
        block.ifPresent(given -> requireKind("--block", Kind.INDICATOR));
        unit.ifPresent(given -> requireKind("--unit", Kind.THRESHOLD, Kind.INDICATOR));
        Path directory = Arguments.path(policy);
        if (session.policies().names().contains(policy)) {
            throw new Refusal(Message.of(
                    "%s is built in and stays as it is: copy it with `roi init`, or write `./%s` for a directory of"
                            + " that name",
                    Quoted.of(policy), policy));
        }
        try {
            Additions additions = Additions.to(directory, session.language());
            Addition addition = switch (kind) {
                case RULE -> isOfPortfolio ? additions.portfolioRule(name, indicator) : additions.rule(name, indicator);
                case THRESHOLD -> additions.threshold(name, unit);
                case INDICATOR -> additions.indicator(name, block, unit);
            };
            addition.write();
            session.say(said(addition));
            return Status.DONE;
        } catch (UncheckedIOException failed) {
            throw new Refusal(
                    Message.verbatim(Quoted.visible(String.valueOf(failed.getMessage()), 2 * MOST_NAME_CHARACTERS)),
                    failed);
        }
    }

    private List<Message> said(Addition addition) {
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of("Wrote `%s` into the policy, as an example:", name));
        addition.paths()
                .forEach(path -> lines.add(Message.verbatim(
                        "  " + Quoted.visible(Path.of(policy, path).toString(), MOST_NAME_CHARACTERS))));
        lines.add(Message.of("Look for TODO there, and then run `roi check %s` and `roi test %s`.", shown(), shown()));
        return lines;
    }

    private String shown() {
        return Quoted.visible(policy, MOST_NAME_CHARACTERS);
    }

    private void requireKind(String option, Kind... kinds) {
        if (!List.of(kinds).contains(kind)) {
            throw new WrongUsage(
                    spec.commandLine(),
                    Message.of("option %s does not go with %s", Quoted.of(option), Quoted.of(kind.word())));
        }
    }

    /** What is begun. */
    enum Kind implements Keyword {
        /** When something is said, and what. */
        RULE,
        /** A number that the policy's owners may change. */
        THRESHOLD,
        /** What is measured. */
        INDICATOR
    }
}
