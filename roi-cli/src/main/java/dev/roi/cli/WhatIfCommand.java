package dev.roi.cli;

import dev.roi.core.Decision;
import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.Portfolio;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Input;
import dev.roi.report.Report;
import dev.roi.rules.whatif.Options;
import dev.roi.rules.whatif.WhatIf;
import dev.roi.rules.whatif.WhatIfJson;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code whatif}: what would change a decision. */
@CommandLine.Command(
        name = "whatif",
        header = "What would change the decision, how sure it is, what to measure next.",
        customSynopsis = {
            "roi whatif INPUT... [--policy ID|DIR] [--month YYYY-MM] [--to DECISION]",
            "                  [--most N] [--policy-changes]",
            "                  [--format text|markdown|json] [--lang en|fr] [--out FILE]"
        },
        description = {
            "For each better decision, the fewest readings that would have to be otherwise,",
            "and by how little; what has to be measured, and to which side it must fall; how",
            "many months have to pass. Each answer was tried: a scorecard with these readings",
            "is decided so. Then how near the next worse decision is, which decisions are",
            "possible whatever is unknown, and what is worth measuring next."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi whatif scorecard.json                 every better decision",
            "  roi whatif scorecard.json --to extend     what extending would take",
            "  roi whatif scorecard.json --format json   for programs",
            "  roi whatif scorecard.json --policy ./my-policy --policy-changes",
            "                                            and which threshold would do it"
        })
final class WhatIfCommand implements Command {

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "A scorecard or a portfolio, as `roi review` reads them: files, a directory, or - for "
                    + "standard input.")
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The complete month that is asked about, in place of each scope's latest.")
    private Optional<YearMonth> month = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "DECISION",
            description = "adjust, maintain or extend; every better decision unless said.")
    private Optional<Decision> to = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "How many readings may be otherwise together: 1, 2 or, unless said, 3.")
    private int most = Options.MOST_READINGS;

    @Option(
            names = "--policy-changes",
            description = "Say too which threshold would have to be another: for those who govern the policy.")
    private boolean policyChanges;

    @Mixin
    private PlainFormat.Asked asked = new PlainFormat.Asked();

    @Mixin
    private Spoken spoken = new Spoken();

    @Mixin
    private OutOption out = new OutOption();

    @Override
    public Status run(Session session) throws IOException {
        if (most < 1 || most > Options.MOST_READINGS) {
            throw new Refusal(Message.of("--most is from 1 to %s readings; `%s` is not", Options.MOST_READINGS, most));
        }
        if (to.filter(Decision.STOP::equals).isPresent()) {
            throw new Refusal(Message.of("no decision is worse than `stop`, so nothing is changed to it"));
        }
        Optional<Output> output = out.find(Inputs.paths(inputs));
        Policies policies = policy.among(session.policies());
        spoken.choose(session, policies, policy.name());
        Engines engines = new Engines(policies, policy.name(), spoken.language());
        Input input = Inputs.read(inputs, month, engines, spoken.language(), session);
        String text = input.fold(
                scorecard -> write(found(engines, scorecard)),
                portfolio -> write(found(engines, portfolio, session.progress())));
        session.write(text, output);
        return Status.DONE;
    }

    private WhatIf found(Engines engines, Scorecard scorecard) {
        return engines.of(scorecard)
                .whatIf(
                        scorecard,
                        Policies.request(month, spoken.language()),
                        new Options(
                                to,
                                most,
                                policyChanges ? Options.PolicyChanges.ASKED_FOR : Options.PolicyChanges.LEFT_OUT));
    }

    /** Scopes come in the order of their reviews; the faults of all are told together. */
    private List<WhatIf> found(Engines engines, Portfolio portfolio, Progress progress) {
        List<WhatIf> found = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        portfolio.scorecards().stream()
                .sorted(Comparator.comparing(Scorecard::scope))
                .forEach(scorecard -> {
                    try {
                        found.add(found(engines, scorecard));
                        progress.at(Message.of("Scopes explored"), found.size());
                    } catch (InvalidInput invalid) {
                        faults.addAll(invalid.faults());
                    }
                });
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return found;
    }

    private String write(WhatIf found) {
        return switch (asked.format()) {
            case TEXT -> Report.of(found).text();
            case MARKDOWN -> Report.of(found).markdown();
            case JSON -> WhatIfJson.write(found);
        };
    }

    private String write(List<WhatIf> found) {
        return asked.format() == PlainFormat.JSON
                ? WhatIfJson.write(found)
                : found.stream().map(this::write).collect(Collectors.joining("\n"));
    }
}
