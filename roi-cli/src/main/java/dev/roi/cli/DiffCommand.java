package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.PolicyDiff;
import dev.roi.core.Scorecard;
import dev.roi.governance.diff.PolicyComparison;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: compares two policies. */
@CommandLine.Command(
        name = "diff",
        header = "Compare two policies: what changed, and which decisions.",
        customSynopsis = {
            "roi diff OLD NEW [--history INPUT...]",
            "                [--fail-on worse|any]",
            "                [--format text|markdown|html|json] [--lang en|fr] [--out FILE]"
        },
        description = {
            "Says in words what NEW has otherwise than OLD: thresholds, rules, indicators,",
            "order, views and texts. With a history, every complete month of every scope is",
            "decided under both, and for each decision that changes the threshold or rule",
            "that did it is named: each change is made to OLD alone and the month decided",
            "again; where none is enough alone, those are named that are together."
        },
        exitCodeList = {
            "0:no past decision changes; without a history, no change",
            "1:a decision changes or cannot be compared; without a history, any change",
            "2:bad usage or bad input: standard error says what, standard output is empty"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi diff coding-agent pilot                          what the copy changed",
            "  roi diff coding-agent pilot --history scopes/        and what it would do",
            "  roi diff pilot-1 pilot-2 --history a.json b.json --format markdown --out d.md"
        })
final class DiffCommand implements Command {

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "The policy that is compared with: a built-in policy, or else a policy directory.")
    private String old = "";

    @Parameters(
            index = "1",
            paramLabel = "NEW",
            description = "The policy that might take its place, likewise. Write ./NAME for a directory that is called "
                    + "like a built-in policy.")
    private String next = "";

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text, for a terminal, unless said; markdown, for a wiki or a ticket; html, for a browser or to "
                            + "print; json, for programs.")
    private Format format = Format.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "worse|any",
            description =
                    "What ends with exit status 1, for CI: worse, only where a past decision gets worse or cannot be "
                            + "compared; any, unless said, where any changes. It needs a history.")
    private Optional<FailOn> failOn = Optional.empty();

    @Mixin
    private Spoken spoken = new Spoken();

    @Mixin
    private OutOption out = new OutOption();

    /** What a comparison fails on. */
    enum FailOn implements Keyword {
        /** A past decision that gets worse. */
        WORSE,
        /** A past decision that changes. */
        ANY
    }

    @Override
    public Status run(Session session) throws IOException {
        if (failOn.isPresent() && !history.isGiven()) {
            throw new Refusal(Message.of("--fail-on looks at past decisions, and needs a `--history`"));
        }
        Optional<Output> output = out.find(history.paths());
        PolicyComparison comparison = PolicyComparison.of(
                session.policies().files(old), session.policies().files(next));
        Language language = spoken.choose(session, session.policies(), Optional.of(next));
        Policies.requireSpeaking(language, comparison.before());
        Policies.requireSpeaking(language, comparison.after());
        PolicyDiff diff = history.isGiven() ? past(comparison, language, session) : comparison.diff(language);
        String text = format.write(diff);
        session.write(text, output);
        boolean isFound = failOn.filter(FailOn.WORSE::equals).isPresent() ? diff.isWorse() : diff.isFound();
        return isFound ? Status.FOUND : Status.DONE;
    }

    private PolicyDiff past(PolicyComparison comparison, Language language, Session session) {
        Progress progress = session.progress();
        List<Scorecard> scorecards = history.read(comparison.indicators(), language, session);
        return comparison.diff(language, scorecards, months -> progress.at(Message.of("Months compared"), months));
    }
}
