package dev.roi.cli;

import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.MonthAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Head;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.whatif.WhatIf.Change;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decide}: records what a committee decided. */
@CommandLine.Command(
        name = "decide",
        header = "Record what the committee decided, and what it had before it.",
        customSynopsis = {
            "roi decide INPUT --ledger FILE --decision DECISION --by NAME",
            "                  [--reason TEXT] [--second NAME]",
            "                  [--action TEXT --owner NAME --due YYYY-MM [--aims-at ID]...]",
            "                  [--from-whatif K --owner NAME]",
            "                  [--done N=TEXT]... [--dropped N=TEXT]... [--at INSTANT]",
            "                  [--policy ID|DIR] [--month YYYY-MM] [--lang en|fr]"
        },
        description = {
            "Reviews one scorecard and adds one record to a ledger: the decision, who",
            "recorded it and when, the action it asks for, and the whole review, scorecard",
            "and policy as they were. A ledger is a file of JSON Lines that is only ever",
            "added to; every line vouches for all lines before it.",
            "",
            "A decision that is not the recommended one needs a reason and the name of a",
            "second person. A decision to adjust needs an action with its owner and month.",
            "Next month `roi review --ledger` asks what became of it; --done and --dropped",
            "say so, by the number that the review and `roi history` show."
        },
        footerHeading = "%nWhat is printed:%n",
        footer = {
            "  The number of the record, and the head of the ledger: a hash that vouches for",
            "  every line so far. Keep it where whoever can write the ledger cannot: in the",
            "  minutes, a ticket, a mail. `roi verify --head` holds the ledger against it.",
            "",
            "Examples:",
            "  roi decide scorecard.json --ledger decisions.jsonl --decision maintain \\",
            "      --by \"Ana Silva\"                    as recommended",
            "  roi decide scorecard.json --ledger decisions.jsonl --decision adjust \\",
            "      --by \"Ana Silva\" --action \"Tie every use to a ticket\" \\",
            "      --owner \"Platform lead\" --due 2026-07 --aims-at traceability-rate",
            "  roi decide scorecard.json --ledger decisions.jsonl --decision extend \\",
            "      --by \"Ana Silva\" --second \"Jo Berg\" --reason \"The pilot ends in May\"",
            "                                          another decision than recommended",
            "  roi decide scorecard.json --ledger decisions.jsonl --decision maintain \\",
            "      --by \"Ana Silva\" --done 2=\"Every use has its ticket now\""
        })
final class DecideCommand implements Command {

    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "INPUT", description = "The scorecard of one scope, or - for standard input.")
    private String input = "";

    @Option(
            names = "--ledger",
            required = true,
            paramLabel = "FILE",
            description = "The ledger to add to. The first record begins it.")
    private String ledger = "";

    @Option(
            names = "--decision",
            required = true,
            paramLabel = "DECISION",
            description = "maintain, adjust, extend or stop.")
    private Decision decision = Decision.MAINTAIN;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = "Who records the decision for the committee.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, where it is not what was recommended.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--second", paramLabel = "NAME", description = "Another person who stands for the decision.")
    private Optional<String> second = Optional.empty();

    @Option(names = "--action", paramLabel = "TEXT", description = "What is to be done.")
    private Optional<String> action = Optional.empty();

    @Option(
            names = "--from-whatif",
            paramLabel = "K",
            description =
                    "Take the Kth change that `roi whatif` lists as the action: its sentence, its indicators and its "
                            + "month, where --action, --aims-at and --due do not say otherwise.")
    private Optional<Integer> fromWhatIf = Optional.empty();

    @Option(names = "--owner", paramLabel = "NAME", description = "Who answers for the action.")
    private Optional<String> owner = Optional.empty();

    @Option(names = "--due", paramLabel = "YYYY-MM", description = "The month in which the action is to be done.")
    private Optional<YearMonth> due = Optional.empty();

    @Option(
            names = "--aims-at",
            paramLabel = "ID",
            description = "An indicator that the action is to move; once for each.")
    private List<IndicatorId> aimsAt = new ArrayList<>();

    @Option(
            names = "--done",
            paramLabel = "N=TEXT",
            description = "The action of decision N was done, and what there is to say.")
    private List<Arguments.Numbered> done = new ArrayList<>();

    @Option(names = "--dropped", paramLabel = "N=TEXT", description = "The action of decision N was given up, and why.")
    private List<Arguments.Numbered> dropped = new ArrayList<>();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When it was decided, such as 2026-06-05T09:30:00Z; now unless said.")
    private Optional<Instant> at = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "ID|DIR",
            description = "A built-in policy, or else a policy directory. It wins over the scorecard's own.")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The complete month that was decided on, in place of the latest.")
    private Optional<YearMonth> month = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "The language of the recorded review: en, for English, unless said; fr, for French.")
    private Language language = Language.ENGLISH;

    @Override
    public Status run(Session session) throws IOException {
        Instant now = session.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        at.filter(now::isBefore).ifPresent(future -> {
            throw new Refusal("`--at %s` is in the future: it is %s on this machine, and a record says what was decided"
                    .formatted(future, now));
        });
        Engines engines = new Engines(session.policies(), policy, language);
        Scorecard scorecard = Scorecards.checkedAgainst(engines)
                .forReviewOf(month)
                .read(List.of(source(session)))
                .fold(one -> one, portfolio -> {
                    throw new Refusal("the input is a portfolio; a decision is on one scope: give its scorecard alone");
                });
        Engine engine = engines.of(scorecard);
        fromWhatIf.ifPresent(number -> take(number, engine, scorecard));
        FileLedger file = FileLedger.at(Arguments.path(ledger));
        Records records = Records.in(file);
        DecisionRecord record = record(
                Records.basis(engine, scorecard, Policies.request(month, language)),
                records,
                engine,
                at.orElse(now));
        Head head = records.append(record, engine);
        session.print("""
                Recorded as entry %s of %s: %s.
                Head: %s
                Keep the head where whoever can write the ledger cannot. With it, `roi verify`
                finds a ledger that lost its end or was written anew.
                %s""".formatted(head.entry(), file.name(), said(record), head, again(records.decisions(), record)));
        return Status.DONE;
    }

    /** A change says what is to be done, by what it is seen, and when it may be reached. */
    private void take(int number, Engine engine, Scorecard scorecard) {
        List<Change> changes = engine.whatIf(scorecard, Policies.request(month, language))
                .changes();
        if (number < 1 || number > changes.size()) {
            throw new Refusal(
                    changes.isEmpty()
                            ? "--from-whatif: `roi whatif` knows no change to a better decision"
                            : "--from-whatif is from 1 to %s here; `%s` is not".formatted(changes.size(), number));
        }
        Change change = changes.get(number - 1);
        action = action.or(() -> Optional.of(change.sentence()));
        // what is decided on a month is seen in the next one at the earliest
        YearMonth next = change.earliest().minusMonths(change.months()).plusMonths(1);
        due = due.or(() -> Optional.of(change.earliest().isAfter(next) ? change.earliest() : next));
        if (aimsAt.isEmpty()) {
            change.moves().forEach(move -> move.indicator().ifPresent(aimsAt::add));
        }
    }

    /** Nothing is taken back; a second decision on a month may be a mistake all the same. */
    private static String again(List<PastDecision> decisions, DecisionRecord record) {
        Basis basis = record.basis();
        List<Long> same = decisions.stream()
                .filter(past -> past.scope().compareTo(basis.scope()) == 0
                        && past.month().equals(basis.month()))
                .map(PastDecision::entry)
                .toList();
        return same.size() < 2
                ? ""
                : "Entry %s decided on the same month already; both stand.\n".formatted(same.get(same.size() - 2));
    }

    private Source source(Session session) {
        return input.equals(STANDARD_INPUT)
                ? Source.of("standard input", session.in())
                : Source.of(Arguments.path(input));
    }

    private static String said(DecisionRecord record) {
        Decision recommended = record.basis().recommended();
        return record.decision() == recommended
                ? "%s, as recommended".formatted(recommended.word())
                : "%s, where %s was recommended".formatted(record.decision().word(), recommended.word());
    }

    /** The record, or every fault of all that was given. */
    private DecisionRecord record(Basis basis, Records records, Engine engine, Instant when) {
        List<Fault> faults = new ArrayList<>();
        Optional<MonthAction> asked = action(faults);
        List<Answer> answers = new ArrayList<>();
        answers(done, Answer.Outcome.DONE, answers, faults);
        answers(dropped, Answer.Outcome.DROPPED, answers, faults);
        Optional<DecisionRecord> record =
                checked(() -> new DecisionRecord(basis, decision, when, by, reason, second, asked, answers), faults);
        faults.addAll(records.faults(basis, asked, answers, engine));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return record.orElseThrow();
    }

    /** The action; where it has faults, one in its place, so that the rest can be looked at all the same. */
    private Optional<MonthAction> action(List<Fault> faults) {
        boolean asked = action.isPresent() || owner.isPresent() || due.isPresent() || !aimsAt.isEmpty();
        if (!asked) {
            return Optional.empty();
        }
        if (action.isEmpty() || owner.isEmpty() || due.isEmpty()) {
            throw new Refusal("an action needs all of `--action`, `--owner` and `--due`");
        }
        return checked(() -> new MonthAction(action.get(), owner.get(), due.get(), aimsAt), faults)
                .or(() -> Optional.of(new MonthAction("?", "?", due.get(), aimsAt)));
    }

    /** The answers; where one has faults, another in its place, so that what it answers can be looked at all the same. */
    private static void answers(
            List<Arguments.Numbered> given, Answer.Outcome outcome, List<Answer> answers, List<Fault> faults) {
        given.forEach(numbered ->
                answers.add(checked(() -> new Answer(numbered.number(), outcome, numbered.text()), faults)
                        .orElseGet(() -> new Answer(numbered.number(), outcome, "?"))));
    }

    private static <T> Optional<T> checked(Supplier<T> value, List<Fault> faults) {
        try {
            return Optional.of(value.get());
        } catch (InvalidInput invalid) {
            faults.addAll(invalid.faults());
            return Optional.empty();
        }
    }
}
