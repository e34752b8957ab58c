package dev.roi.cli;

import dev.roi.core.Exact;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.core.View;
import dev.roi.core.ViewId;
import dev.roi.core.json.Input;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Records;
import dev.roi.report.Explained;
import dev.roi.report.Site;
import dev.roi.rules.Dossier;
import dev.roi.rules.Engine;
import dev.roi.rules.Portfolios;
import dev.roi.rules.ReviewRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code review}: reviews scorecards. */
@CommandLine.Command(
        name = "review",
        header = "Review scorecards: the decision of the month, and why.",
        customSynopsis = {
            "roi review INPUT... [--policy ID|DIR] [--month YYYY-MM] [--ledger FILE]",
            "                  [--as-of-approvals] [--set THRESHOLD=VALUE]...",
            "                  [--view NAME | --explain [RULE]]",
            "                  [--format text|markdown|html|json|csv|xlsx] [--lang en|fr]",
            "                  [--out FILE|DIR]"
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
            "  roi review scorecard.json --view finance",
            "                                          what finance needs of it",
            "  roi review scorecard.json --set extend.months=2",
            "                                          as it would be with another threshold",
            "  roi review scorecard.json --explain     why each rule fired or stayed silent",
            "  roi review scopes/                      a directory: a portfolio",
            "  roi review a.json b.json --format json  two scopes: a portfolio, for programs",
            "  roi review scorecard.json --format html --out may.html",
            "                                          a page to look at, and to print on A4",
            "  roi review scopes/ --format xlsx --out may.xlsx",
            "                                          a workbook, to record decisions from",
            "  roi review scopes/ --format html --out pages",
            "                                          a page for each scope, and one for all",
            "  roi review - < scorecard.json           from standard input",
            "  roi review scorecard.json --policy ./my-policy",
            "                                          with a policy of your own",
            "  roi review scorecard.json --month 2026-04 --ledger decisions.jsonl \\",
            "      --as-of-approvals                   with the version approved for April"
        })
final class ReviewCommand implements Command {

    private static final String EVERY_RULE = "";

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = {
                "A scorecard or a portfolio file;",
                "a directory, for the *.json files in it, though not",
                "in directories within it;",
                "a table, a workbook or a sources.yaml, as",
                "`roi import` reads them;",
                "or - for one of these from standard input.",
                "Several inputs, or a directory, are a portfolio."
            })
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The complete month to review, in place of each scope's latest.")
    private Optional<YearMonth> month = Optional.empty();

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description = "Only what one reader needs, by a view of the policy's views.yaml, such as finance. For one "
                    + "scope.")
    private Optional<ViewId> view = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text, for a terminal, unless said; markdown, for a wiki or a ticket; html, for a browser or to"
                            + " print; json, for programs; xlsx, a workbook whose first sheet is prepared for `roi decide"
                            + " --decisions`; csv, that sheet alone.")
    private SheetFormat asked = SheetFormat.TEXT;

    private Format format = Format.TEXT;

    @Mixin
    private Spoken spoken = new Spoken();

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "Begin with what became of the decisions in this ledger, which `roi decide` writes.")
    private Optional<String> ledger = Optional.empty();

    @Option(
            names = "--as-of-approvals",
            description = "Review the month with the version of the policy that applied to it by its approvals in the "
                    + "ledger, from the files kept there.")
    private boolean asOfApprovals;

    @Option(
            names = "--set",
            paramLabel = "THRESHOLD=VALUE",
            description =
                    "Review as if a threshold had another value, such as extend.months=2; once for each. The review "
                            + "says so, and nothing is recorded from it.")
    private List<Arguments.Assumed> assumed = new ArrayList<>();

    @Option(
            names = "--explain",
            paramLabel = "RULE",
            arity = "0..1",
            fallbackValue = EVERY_RULE,
            preprocessor = NoRule.class,
            description =
                    "In place of the review, why each rule fired or stayed silent: every value that it looked at, how"
                            + " far from its threshold, and the rules that nearly fired. With the name of a rule, that one"
                            + " in full. As text, or as json.")
    private Optional<String> explain = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = "Write the review to this file, whole or not at all, and nothing to standard output. For a "
                    + "portfolio in HTML, a directory: a page for each scope, and an index that leads to them; the "
                    + "directory is new, or has such pages only, which are replaced.")
    private Optional<String> out = Optional.empty();

    @Override
    public Status run(Session session) throws IOException {
        if (asked.plain().isEmpty() && (explain.isPresent() || view.isPresent() || !assumed.isEmpty())) {
            throw new Refusal(Message.of("a table is of whole reviews; leave `--view`, `--explain` and `--set` out"));
        }
        format = asked.plain().orElse(Format.TEXT);
        if (explain.isPresent() && (format == Format.MARKDOWN || format == Format.HTML)) {
            throw new Refusal(Message.of("--explain writes `text` or `json`, and no `%s`", format.word()));
        }
        if (explain.isPresent() && view.isPresent()) {
            throw new Refusal(Message.of("--view and --explain are two ways of looking at a review; give one of them"));
        }
        if (!assumed.isEmpty() && (explain.isPresent() || view.isPresent())) {
            throw new Refusal(
                    Message.of("--set shows a whole review as it would be; leave `--view` and `--explain` out"));
        }
        if (asOfApprovals
                && (month.isEmpty() || ledger.isEmpty() || policy.name().isPresent())) {
            throw new Refusal(Message.of(
                    "`--as-of-approvals` finds the policy by the month and the ledger: give `--month` and `--ledger`,"
                            + " and leave `--policy` out"));
        }
        List<Path> read = Stream.concat(
                        Inputs.paths(inputs).stream(), ledger.stream().map(Arguments::path))
                .toList();
        // of a portfolio in HTML it names a directory, and only what is read says whether it is a portfolio
        Optional<Output> output = format == Format.HTML ? Optional.empty() : out.map(name -> Output.to(name, read));
        Policies policies = policy.among(session.policies());
        spoken.choose(session, policies, policy.name());
        Optional<Records> records = ledger.map(name -> Records.in(FileLedger.existing(Arguments.path(name))));
        ReviewRequest request = request(records, session);
        Optional<ApprovedVersions> approved = records.filter(given -> asOfApprovals)
                .map(given -> new ApprovedVersions(given, month.orElseThrow(), spoken.language()));
        Engines engines = new Engines(policies, policy.name(), spoken.language(), assumed(), approved);
        review(engines, request, records, read, output, session);
        if (approved.isPresent()) {
            for (Message line : approved.get().used()) {
                session.remark(line.in(session.language()) + "\n");
            }
        }
        return Status.DONE;
    }

    private void review(
            Engines engines,
            ReviewRequest asking,
            Optional<Records> records,
            List<Path> read,
            Optional<Output> output,
            Session session)
            throws IOException {
        Input input = Inputs.read(inputs, month, engines, spoken.language(), session);
        ReviewRequest request = records.map(given -> asking.heldAgainst(given.scorecards(input.scorecards(), month)))
                .orElse(asking);
        if (format == Format.HTML && out.isPresent()) {
            writePages(input, out.get(), read, engines, request, session.progress());
            return;
        }
        if (asked.plain().isEmpty()) {
            session.write(table(input, engines, request, session.progress()), output);
            return;
        }
        String text = explain.isPresent()
                ? explain(input, engines, request, session.progress())
                : review(input, engines, request, session.progress());
        session.write(text, output);
    }

    private Map<ThresholdId, Exact> assumed() {
        Map<ThresholdId, Exact> values = new TreeMap<>();
        for (Arguments.Assumed one : assumed) {
            if (values.put(one.threshold(), one.value()) != null) {
                throw new Refusal(Message.of("--set gives threshold `%s` two values; give it one", one.threshold()));
            }
        }
        return values;
    }

    private ReviewRequest request(Optional<Records> records, Session session) throws IOException {
        ReviewRequest request = Policies.request(month, spoken.language());
        if (records.isEmpty()) {
            return request;
        }
        session.remarkTornEnd(records.get());
        return request.after(records.get().decisions());
    }

    private void writePages(
            Input input, String name, List<Path> read, Engines engines, ReviewRequest request, Progress progress) {
        input.fold(
                scorecard -> {
                    Output output = Output.to(name, read);
                    output.write(review(input, engines, request, progress));
                    return output;
                },
                portfolio -> {
                    refuseView(portfolio);
                    OutputPages output = OutputPages.to(name);
                    PortfolioReview reviews = Portfolios.review(portfolio, progress.reviewing(engines::of), request);
                    PortfolioContext context = Portfolios.context(
                            portfolio, progress.lookingBack(engines::of), reviews, request.decisions());
                    output.write(Site.of(reviews, context, Portfolios.dossiers(portfolio, engines::of, request)));
                    return output;
                });
    }

    private byte[] table(Input input, Engines engines, ReviewRequest request, Progress progress) {
        List<Review> reviews = input.fold(
                scorecard -> List.of(engines.of(scorecard).review(scorecard, request)),
                portfolio -> Portfolios.review(portfolio, progress.reviewing(engines::of), request)
                        .reviews());
        ReviewSheets sheets = new ReviewSheets(reviews, spoken.language());
        return asked == SheetFormat.CSV ? sheets.csv() : sheets.workbook();
    }

    private String review(Input input, Engines engines, ReviewRequest request, Progress progress) {
        return input.fold(
                scorecard -> view.map(id -> format.write(viewed(engines.of(scorecard), scorecard, id, request)))
                        .orElseGet(() -> reviewed(engines.of(scorecard), scorecard, request)),
                portfolio -> {
                    refuseView(portfolio);
                    PortfolioReview reviews = Portfolios.review(portfolio, progress.reviewing(engines::of), request);
                    // only a page shows the past, which takes as long as a review of each month
                    PortfolioContext context = format == Format.HTML
                            ? Portfolios.context(
                                    portfolio, progress.lookingBack(engines::of), reviews, request.decisions())
                            : Portfolios.withoutPast(portfolio, engines::of, reviews);
                    return format.write(reviews, context);
                });
    }

    /** Programs get what the engine says; people get all that a page shows. */
    private String reviewed(Engine engine, Scorecard scorecard, ReviewRequest request) {
        return format.write(
                format == Format.JSON
                        ? Dossier.of(engine.review(scorecard, request))
                        : engine.dossier(scorecard, request));
    }

    private static View viewed(Engine engine, Scorecard scorecard, ViewId id, ReviewRequest request) {
        List<String> views = engine.policy().views().readers().keySet().stream()
                .map(ViewId::value)
                .toList();
        if (!views.contains(id.value())) {
            throw new Refusal(Sentences.unknown(Message.of("view"), id.value(), views));
        }
        return engine.view(scorecard, id, request);
    }

    private void refuseView(Portfolio portfolio) {
        view.ifPresent(id -> {
            throw new Refusal(Message.of(
                    "a view shows one scope, and this is a portfolio of %s. Give one scorecard with `--view %s`",
                    portfolio.scorecards().size(), id));
        });
    }

    private String explain(Input input, Engines engines, ReviewRequest request, Progress progress) {
        List<Explained> explained = input.fold(
                scorecard -> List.of(explained(engines, scorecard, request)),
                portfolio -> Portfolios.review(portfolio, progress.reviewing(engines::of), request).reviews().stream()
                        .map(review -> portfolio.scorecards().stream()
                                .filter(scorecard -> scorecard.scope().compareTo(review.scope()) == 0)
                                .findFirst()
                                .orElseThrow())
                        .map(scorecard -> explained(engines, scorecard, request))
                        .toList());
        Optional<RuleId> rule =
                explain.filter(named -> !named.equals(EVERY_RULE)).map(named -> rule(named, engines, input));
        return format == Format.JSON
                ? Explained.json(explained, rule)
                : explained.stream().map(each -> each.text(rule)).collect(Collectors.joining("\n"));
    }

    private static Explained explained(Engines engines, Scorecard scorecard, ReviewRequest request) {
        Engine engine = engines.of(scorecard);
        return new Explained(engine.review(scorecard, request), engine.explain(scorecard, request));
    }

    /** A rule of every policy that the input is reviewed with. */
    private static RuleId rule(String named, Engines engines, Input input) {
        for (Scorecard scorecard : input.scorecards()) {
            List<String> rules = engines.of(scorecard).policy().rules().keySet().stream()
                    .map(RuleId::value)
                    .toList();
            if (!rules.contains(named)) {
                throw new Refusal(Sentences.unknown(Message.of("rule"), named, rules));
            }
        }
        return new RuleId(named);
    }

    /** Leaves what follows {@code --explain} alone where it is an input, and so no rule. */
    static final class NoRule implements IParameterPreprocessor {

        @Override
        public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            boolean named = !args.isEmpty() && Names.isKebab(args.peek()) && !Files.exists(Path.of(args.peek()));
            if (!named && !"=".equals(info.get("separator"))) {
                option.setValue(Optional.of(EVERY_RULE));
                return true;
            }
            return false;
        }
    }
}
