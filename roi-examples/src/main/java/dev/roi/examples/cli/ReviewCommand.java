package dev.roi.examples.cli;

import dev.roi.core.Language;
import dev.roi.core.PastDecision;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import dev.roi.rules.Portfolios;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.ledger.FileLedger;
import dev.roi.rules.ledger.Records;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code review}: reviews scorecards. */
@CommandLine.Command(
        name = "review",
        header = "Review scorecards: the decision of the month, and why.",
        customSynopsis = {
            "roi review INPUT... [--policy ID|DIR] [--month YYYY-MM] [--ledger FILE]",
            "                  [--format text|markdown|json] [--lang en|fr] [--out FILE]"
        },
        description = {
            "Reads one scorecard, or several as a portfolio, and recommends for each scope",
            "to maintain, adjust, extend or stop. A review has the decision, every reason",
            "with its figures, what is unknown, the dashboard and the committee's agenda.",
            "Each scope is reviewed at its own latest complete month unless --month names",
            "one; nothing later than that month is read."
        },
        footerHeading = "%nInput:%n",
        footer = {
            "  A scorecard is a JSON file in UTF-8: one scope, what it is compared with, and",
            "  its months. `roi template` writes an empty one to fill in. What is not known",
            "  is said to be unknown, and never left at 0:",
            "",
            "    { \"format\": \"roi-scorecard/1\", \"policy\": \"coding-agent\",",
            "      \"scope\": { \"level\": \"team\", \"id\": \"payments\" },",
            "      \"baselines\": { \"lead-time\": 9.5 },",
            "      \"snapshots\": [ { \"month\": \"2026-05\", \"readings\": {",
            "        \"lead-time\": 8, \"incidents\": { \"unknown\": \"not-instrumented\" } } } ] }",
            "",
            "  One input with faults refuses all of them: every fault is listed with its",
            "  file, line and column, and nothing is reviewed.",
            "",
            "Examples:",
            "  roi review scorecard.json               the latest complete month",
            "  roi review scorecard.json --lang fr     the same in French",
            "  roi review scorecard.json --month 2026-04 --format markdown --out april.md",
            "  roi review scopes/                      a directory: a portfolio",
            "  roi review a.json b.json --format json  two scopes: a portfolio, for programs",
            "  roi review - < scorecard.json           from standard input",
            "  roi review scorecard.json --policy ./my-policy",
            "                                          with a policy of your own"
        })
final class ReviewCommand implements Command {

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = {
                "A scorecard or a portfolio file;",
                "a directory, for the *.json files in it, though not",
                "in directories within it;",
                "or - for standard input.",
                "Several inputs, or a directory, are a portfolio."
            })
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--policy",
            paramLabel = "ID|DIR",
            description = "A built-in policy, or else a policy directory. It wins over the scorecard's own. Write "
                    + "./NAME for a directory that is called like a built-in policy.")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = Arguments.OfMonth.class,
            description = "The complete month to review, in place of each scope's latest.")
    private Optional<YearMonth> month = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Arguments.OfFormat.class,
            description = "text, for a terminal, unless said; markdown, for a wiki or a ticket; json, for programs.")
    private Format format = Format.TEXT;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            converter = Arguments.OfLanguage.class,
            description = "en, for English, unless said; fr, for French.")
    private Language language = Language.ENGLISH;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "Begin with what became of the decisions in this ledger, which `roi decide` writes.")
    private Optional<String> ledger = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the review to this file, whole or not at all, and nothing to standard output.")
    private Optional<String> out = Optional.empty();

    @Override
    public Status run(Session session) throws IOException {
        Optional<Output> output = out.map(name -> Output.to(name, Inputs.paths(inputs)));
        Engines engines = new Engines(session.policies(), policy, language);
        String text = review(Inputs.sources(inputs, session.in()), engines, session.progress());
        if (output.isPresent()) {
            output.get().write(text);
        } else {
            session.print(text);
        }
        return Status.DONE;
    }

    private String review(List<Source> sources, Engines engines, Progress progress) {
        List<PastDecision> decisions = ledger.map(
                        name -> Records.in(FileLedger.existing(Arguments.path(name))).decisions())
                .orElse(List.of());
        ReviewRequest request = new ReviewRequest(month, Optional.of(language), decisions);
        return Scorecards.checkedAgainst(progress.reading(engines))
                .forReviewOf(month)
                .read(sources)
                .fold(
                        scorecard -> format.write(engines.of(scorecard).review(scorecard, request)),
                        portfolio ->
                                format.write(Portfolios.review(portfolio, progress.reviewing(engines::of), request)));
    }
}
