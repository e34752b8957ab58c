package dev.roi.cli;

import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Dissent;
import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.PastDecision;
import dev.roi.core.Scorecard;
import dev.roi.core.Target;
import dev.roi.core.json.Input;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Head;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.whatif.WhatIf.Bound;
import dev.roi.rules.whatif.WhatIf.Change;
import dev.roi.rules.whatif.WhatIf.Move;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decide}: records what a committee decided. */
@CommandLine.Command(
        name = "decide",
        header = "Record what the committee decided, and what it had before it.",
        customSynopsis = {
            "roi decide INPUT --ledger FILE --by NAME --decision DECISION",
            "                  [--reason TEXT] [--second NAME]",
            "                  [--lever ID]...                             to adjust",
            "                  [--action TEXT --owner NAME --due YYYY-MM",
            "                   [--aims-at ID]...]...",
            "                  [--from-whatif K --owner NAME]",
            "                  [--scope TEXT --owner NAME --guardrail TEXT...]  to extend",
            "                  [--stopped TEXT --learned TEXT]             to stop",
            "                  [--dissent NAME=TEXT]... [--present NAME]...",
            "                  [--committee NAME]",
            "                  [--done N=TEXT]... [--dropped N=TEXT]... [--at INSTANT]",
            "                  [--policy ID|DIR] [--month YYYY-MM] [--lang en|fr]",
            "       roi decide INPUT... --ledger FILE --by NAME --decisions FILE"
        },
        description = {
            "Reviews a scorecard and adds one record to a ledger: the decision and what",
            "closes it, who recorded it and when, and the whole review, scorecard and policy",
            "as they were. A ledger is a file of JSON Lines that is only ever added to; every",
            "line vouches for all lines before it.",
            "",
            "Each decision has to be closed, or nothing is recorded:",
            "  maintain   --reason: why it is not to extend",
            "  adjust     what it acts on (--lever, or what was recommended), and actions,",
            "             each with --action, --owner and --due",
            "  extend     --scope: what it covers; --owner; --guardrail: what has to hold",
            "  stop       --stopped: what stops; --learned: what was learned",
            "A decision that is not the recommended one needs --reason and --second as well.",
            "The words of a decision may be French: maintenir, ajuster, étendre, arrêter.",
            "",
            "With --decisions, a table has one row for each scope, as `roi review --format",
            "xlsx` prepares it: all rows are recorded, or none where anything is wrong. A row",
            "without a decision is left out.",
            "",
            "Next month `roi review --ledger` asks what became of the actions; `roi act` says",
            "so, or --done and --dropped, by the number that the review shows."
        },
        footerHeading = "%nWhat is printed:%n",
        footer = {
            "  The number of the record, and the head of the ledger: a hash that vouches for",
            "  every line so far. Keep it where whoever can write the ledger cannot: in the",
            "  minutes, a ticket, a mail. `roi verify --head` holds the ledger against it.",
            "",
            "Examples:",
            "  roi decide scorecard.json --ledger decisions.jsonl --by \"Ana Silva\" \\",
            "      --decision maintain --reason \"Two months of gains, not three\"",
            "  roi decide scorecard.json --ledger decisions.jsonl --by \"Ana Silva\" \\",
            "      --decision adjust --action \"Tie every use to a ticket\" \\",
            "      --owner \"Platform lead\" --due 2026-07 --aims-at traceability-rate",
            "  roi decide scorecard.json --ledger decisions.jsonl --by \"Ana Silva\" \\",
            "      --decision extend --scope \"The payments teams\" --owner \"Jo Berg\" \\",
            "      --guardrail \"Rework under 10%%\" --guardrail \"Budget under 80%%\"",
            "  roi decide scorecard.json --ledger decisions.jsonl --by \"Ana Silva\" \\",
            "      --decision stop --stopped \"The agent\" --learned \"Review is the limit\" \\",
            "      --second \"Jo Berg\" --reason \"Nobody uses it\" --dissent \"Max=Too early\"",
            "  roi review scopes/ --format xlsx --out may.xlsx       fill in its first sheet",
            "  roi decide scopes/ --ledger decisions.jsonl --by \"Ana Silva\" \\",
            "      --decisions may.xlsx"
        })
final class DecideCommand implements Command {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = {
                "The scorecard of one scope, or - for standard input;",
                "with --decisions, all that `roi review` reads."
            })
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--ledger",
            required = true,
            paramLabel = "FILE",
            description = "The ledger to add to. The first record begins it.")
    private String ledger = "";

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = "Who records the decision for the committee.")
    private String by = "";

    @Option(names = "--decision", paramLabel = "DECISION", description = "maintain, adjust, extend or stop.")
    private Optional<Decision> decision = Optional.empty();

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "A table (.csv) or workbook (.xlsx) with a decision for each scope.")
    private Optional<String> decisions = Optional.empty();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why: to maintain, and where it is not what was recommended.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--second", paramLabel = "NAME", description = "Another person who stands for the decision.")
    private Optional<String> second = Optional.empty();

    @Option(
            names = "--lever",
            paramLabel = "ID",
            description = "What an adjustment acts on, in place of what was recommended; once for each.")
    private List<String> levers = new ArrayList<>();

    @Mixin
    private ActionOptions actions = new ActionOptions();

    @Option(
            names = "--from-whatif",
            paramLabel = "K",
            description =
                    "Take the Kth change that `roi whatif` lists as the action: its sentence, its indicators and where"
                            + " they have to be, and its month, where --action, --aims-at and --due do not say otherwise.")
    private Optional<Integer> fromWhatIf = Optional.empty();

    @Option(names = "--scope", paramLabel = "TEXT", description = "What the extension covers.")
    private Optional<String> scope = Optional.empty();

    @Option(
            names = "--guardrail",
            paramLabel = "TEXT",
            description = "What has to hold for the extension to go on; once for each.")
    private List<String> guardrails = new ArrayList<>();

    @Option(names = "--stopped", paramLabel = "TEXT", description = "What stops.")
    private Optional<String> stopped = Optional.empty();

    @Option(names = "--learned", paramLabel = "TEXT", description = "What was learned.")
    private Optional<String> learned = Optional.empty();

    @Option(names = "--dissent", paramLabel = "NAME=TEXT", description = "Who disagrees, and why; once for each.")
    private List<Dissent> dissents = new ArrayList<>();

    @Option(names = "--present", paramLabel = "NAME", description = "Who else was there; once for each.")
    private List<String> present = new ArrayList<>();

    @Option(names = "--committee", paramLabel = "NAME", description = "Which committee, where there are several.")
    private Optional<String> committee = Optional.empty();

    @Option(names = "--done", paramLabel = "N=TEXT", description = "Action N was done, and what there is to say.")
    private List<Arguments.Numbered> done = new ArrayList<>();

    @Option(names = "--dropped", paramLabel = "N=TEXT", description = "Action N was given up, and why.")
    private List<Arguments.Numbered> dropped = new ArrayList<>();

    @Mixin
    private AtOption at = new AtOption();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The complete month that was decided on, in place of the latest.")
    private Optional<YearMonth> month = Optional.empty();

    @Mixin
    private Spoken spoken = new Spoken();

    @Override
    public Status run(Session session) throws IOException {
        if (decision.isPresent() == decisions.isPresent()) {
            throw new WrongUsage(
                    command.commandLine(),
                    decision.isPresent()
                            ? Message.of(
                                    "`--decision` is one decision and `--decisions` a table of them; give one of the"
                                            + " two")
                            : Message.of("`--decision` or `--decisions` is needed"));
        }
        Instant moment = at.moment(session);
        Policies policies = policy.among(session.policies());
        spoken.choose(session, policies, policy.name());
        Engines engines = new Engines(policies, policy.name(), spoken.language());
        Input input = Inputs.read(inputs, month, engines, spoken.language(), session);
        FileLedger file = FileLedger.at(Arguments.path(ledger));
        Records records = Records.in(file);
        Meeting meeting = new Meeting(records, moment, by, committee, present);
        ReviewRequest request = Policies.request(month, spoken.language()).after(records.decisions());
        List<Meeting.Ready> ready = decisions.isPresent()
                ? new DecisionRows(meeting, request, engines, input.scorecards(), spoken.language())
                        .read(alone(decisions.get()))
                : List.of(one(meeting, request, engines, input));
        return record(meeting, ready, file, session);
    }

    /** What belongs to one decision is said in the row of a table. */
    private String alone(String table) {
        ActionOptions.Asked asked = actions.asked();
        boolean isMore = reason.isPresent()
                || scope.isPresent()
                || stopped.isPresent()
                || learned.isPresent()
                || fromWhatIf.isPresent()
                || !levers.isEmpty()
                || !guardrails.isEmpty()
                || !asked.actions().isEmpty()
                || !asked.before().isNothing();
        if (isMore) {
            throw new Refusal(Message.of("with `--decisions`, what belongs to one decision is said in its row"));
        }
        if (!done.isEmpty() || !dropped.isEmpty() || !dissents.isEmpty() || second.isPresent()) {
            throw new Refusal(Message.of(
                    "with `--decisions`, the second name and dissent are said in the rows, and `roi act` says"
                            + " what became of an action"));
        }
        return table;
    }

    private Meeting.Ready one(Meeting meeting, ReviewRequest request, Engines engines, Input input) {
        Scorecard scorecard = input.fold(one -> one, portfolio -> {
            throw new Refusal(
                    Message.of("the input is a portfolio; `--decision` is on one scope: give its scorecard alone, or"
                            + " `--decisions` with a table"));
        });
        Engine engine = engines.of(scorecard);
        List<Fault> faults = new ArrayList<>();
        List<Answer> answers = Meeting.answers(done, dropped, faults);
        Optional<Meeting.Ready> ready = meeting.ready(
                scorecard, request, engine, draft(engine, scorecard, request), dissents, answers, "--"::concat, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return ready.orElseThrow();
    }

    private DecisionDraft draft(Engine engine, Scorecard scorecard, ReviewRequest request) {
        ActionOptions.Asked asked = actions.asked();
        boolean isExtension = decision.filter(Decision.EXTEND::equals).isPresent();
        List<ActionDraft> drafts = new ArrayList<>(asked.actions());
        Optional<String> owner = Optional.empty();
        ActionDraft before = asked.before();
        if (isExtension) {
            owner = before.owner().or(() -> drafts.size() == 1 ? drafts.get(0).owner() : Optional.empty());
            before = before.ownedBy(Optional.empty());
        }
        if (fromWhatIf.isPresent()) {
            ActionDraft taken = taken(fromWhatIf.get(), engine, scorecard, request);
            ActionDraft first = drafts.isEmpty() ? asked.before() : drafts.remove(0);
            drafts.add(0, first.or(taken));
        } else if (drafts.isEmpty() && !before.isNothing()) {
            drafts.add(before);
        } else if (drafts.size() > 1 && !before.isNothing()) {
            throw new Refusal(Message.of(
                    "`--owner`, `--due` and `--aims-at` belong to the `--action` before them; begin with `--action`"));
        }
        return new DecisionDraft(
                decision.orElseThrow(), reason, second, scope, owner, guardrails, levers, stopped, learned, drafts);
    }

    /** A change says what is to be done, by what it is seen, and when it may be reached. */
    private static ActionDraft taken(int number, Engine engine, Scorecard scorecard, ReviewRequest request) {
        List<Change> changes = engine.whatIf(scorecard, request).changes();
        if (number < 1 || number > changes.size()) {
            throw new Refusal(
                    changes.isEmpty()
                            ? Message.of("--from-whatif: `roi whatif` knows no change to a better decision")
                            : Message.of("--from-whatif is from 1 to %s here; `%s` is not", changes.size(), number));
        }
        Change change = changes.get(number - 1);
        // what is decided on a month is seen in the next one at the earliest
        YearMonth next = change.earliest().minusMonths(change.months()).plusMonths(1);
        return new ActionDraft(
                Optional.of(change.sentence()),
                Optional.empty(),
                Optional.of(change.earliest().isAfter(next) ? change.earliest() : next),
                change.moves().stream()
                        .flatMap(move -> move.indicator().stream())
                        .distinct()
                        .toList(),
                change.moves().stream().flatMap(move -> target(move).stream()).toList());
    }

    private static Optional<Target> target(Move move) {
        return move.indicator()
                .flatMap(indicator -> move.bound().map(bound -> new Target(indicator, move.to(), side(bound))));
    }

    private static Target.Side side(Bound bound) {
        return switch (bound) {
            case AT_LEAST, ABOVE -> Target.Side.AT_LEAST;
            case AT_MOST, BELOW -> Target.Side.AT_MOST;
        };
    }

    private Status record(Meeting meeting, List<Meeting.Ready> ready, FileLedger file, Session session)
            throws IOException {
        List<Message> lines = new ArrayList<>();
        Optional<Head> head = Optional.empty();
        for (Meeting.Ready each : ready) {
            DecisionRecord record = each.record();
            Head added = meeting.records().append(record, each.engine());
            head = Optional.of(added);
            lines.add(
                    decisions.isPresent()
                            ? Message.of(
                                    "Entry %s: %s/%s, %s: %s",
                                    added.entry(),
                                    record.basis().scope().level().word(),
                                    record.basis().scope().id(),
                                    Confirmation.month(record.basis().month()),
                                    Confirmation.decision(record))
                            : Message.of(
                                    "Recorded as entry %s of %s: %s.",
                                    added.entry(), file.name(), Confirmation.decision(record)));
            record.answers().forEach(answer -> lines.addAll(Confirmation.answer(answer)));
        }
        head.ifPresentOrElse(
                last -> lines.addAll(Confirmation.head(last)),
                () -> lines.add(Message.of("No row has a decision; nothing was recorded.")));
        if (decision.isPresent()) {
            again(meeting.records().decisions(), ready.get(0).record()).ifPresent(lines::add);
        }
        session.say(lines);
        return Status.DONE;
    }

    /** Nothing is taken back; a second decision on a month may be a mistake all the same. */
    private static Optional<Message> again(List<PastDecision> decisions, DecisionRecord record) {
        Basis basis = record.basis();
        List<Long> same = decisions.stream()
                .filter(past ->
                        basis.scope().goesOnFrom(past.scope()) && past.month().equals(basis.month()))
                .map(PastDecision::entry)
                .toList();
        return same.size() < 2
                ? Optional.empty()
                : Optional.of(Message.of(
                        "Entry %s decided on the same month already; both stand.", same.get(same.size() - 2)));
    }
}
