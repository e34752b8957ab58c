package dev.roi.cli;

import dev.roi.core.ActionId;
import dev.roi.core.ActionUpdate;
import dev.roi.core.Answer;
import dev.roi.core.Fault;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Input;
import dev.roi.ledger.FileLedger;
import dev.roi.ledger.Head;
import dev.roi.ledger.Records;
import dev.roi.rules.ReviewRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code act}: says what became of an action. */
@CommandLine.Command(
        name = "act",
        header = "Say what became of an action: it is done, dropped, or due later.",
        customSynopsis = {
            "roi act N [INPUT] --ledger FILE --by NAME",
            "                  (--done | --dropped | --due YYYY-MM) [--reason TEXT]",
            "                  [--at INSTANT] [--policy ID|DIR] [--lang en|fr]"
        },
        description = {
            "Closes or moves an action that `roi decide` recorded; no new decision is needed.",
            "An action that is dropped or moved needs a reason. Where it is done or dropped,",
            "roi says what became of the indicators that it aimed at, and warns where none is",
            "better: by the scorecard that is given, or else by the last one on record."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi act 7 scorecard.json --ledger decisions.jsonl --by \"Ana Silva\" --done",
            "  roi act 7.2 --ledger decisions.jsonl --by \"Ana Silva\" --dropped \\",
            "      --reason \"No longer needed\"           the second action of decision 7",
            "  roi act 7 --ledger decisions.jsonl --by \"Ana Silva\" --due 2026-09 \\",
            "      --reason \"Holidays\""
        })
final class ActCommand extends Speaking implements Command {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "N",
            description = "The action, by the number that `roi history` shows, such as 7 or 7.2.")
    private ActionId action = ActionId.of(1);

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "INPUT",
            description = "The scorecard of its scope, or - for standard input.")
    private Optional<String> input = Optional.empty();

    @Option(names = "--ledger", required = true, paramLabel = "FILE", description = "The ledger to add to.")
    private String ledger = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who records it.")
    private String by = "";

    @Option(names = "--done", description = "It is done.")
    private boolean done;

    @Option(names = "--dropped", description = "It is given up.")
    private boolean dropped;

    @Option(names = "--due", paramLabel = "YYYY-MM", description = "It is due in this month now.")
    private Optional<YearMonth> due = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, or what there is to say.")
    private Optional<String> reason = Optional.empty();

    @Mixin
    private AtOption at = new AtOption();

    @Mixin
    private PolicyOption policy = new PolicyOption();

    @Override
    public Status run(Session session) throws IOException {
        long given =
                Stream.of(done, dropped, due.isPresent()).filter(said -> said).count();
        if (given != 1) {
            throw new WrongUsage(
                    command.commandLine(), Message.of("say one of `--done`, `--dropped` and `--due YYYY-MM`"));
        }
        FileLedger file = FileLedger.existing(Arguments.path(ledger));
        Records records = Records.in(file);
        session.remarkTornEnd(records);
        PastDecision decision = decision(records);
        PastAction asked = decision.actions().get(action.number() - 1);
        Instant moment = at.moment(session);
        List<Fault> faults = new ArrayList<>();
        Optional<Answer> answer = Checked.of(this::answer, faults)
                .map(said -> said.isEnd() ? said.with(seen(records, decision, asked, session)) : said);
        Optional<ActionUpdate> update =
                answer.flatMap(said -> Checked.of(() -> new ActionUpdate(decision.scope(), moment, by, said), faults));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        Head head = records.append(update.orElseThrow());
        List<Message> lines = new ArrayList<>();
        lines.add(Message.of("Recorded as entry %s of %s.", head.entry(), file.name()));
        lines.addAll(Confirmation.answer(update.get().answer()));
        if (answer.get().isEnd()
                && answer.get().movements().isEmpty()
                && !asked.asked().aimsAt().isEmpty()) {
            lines.add(Message.of(
                    "What became of its indicators is not known yet: no later month is. Give the scorecard."));
        }
        lines.addAll(Confirmation.head(head));
        session.say(lines);
        return Status.DONE;
    }

    private PastDecision decision(Records records) {
        List<PastDecision> decisions = records.decisions();
        return decisions.stream()
                .filter(past -> past.open().stream().anyMatch(open -> open.id().equals(action)))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> open = decisions.stream()
                            .flatMap(past -> past.open().stream())
                            .map(each -> each.id().toString())
                            .toList();
                    return new Refusal(
                            open.isEmpty()
                                    ? Message.of("action %s is not open; none is", action)
                                    : Message.of(
                                            "action %s is not open. Open are: %s", action, String.join(", ", open)));
                });
    }

    private Answer answer() {
        Answer.Outcome outcome = done ? Answer.Outcome.DONE : dropped ? Answer.Outcome.DROPPED : Answer.Outcome.MOVED;
        return new Answer(action, outcome, reason, due, List.of());
    }

    private List<Movement> seen(Records records, PastDecision decision, PastAction asked, Session session) {
        if (input.isEmpty()) {
            return records.movements(asked.id(), session.language());
        }
        Engines engines = new Engines(policy.among(session.policies()), policy.name(), session.language());
        Input read = Inputs.read(List.of(input.get()), Optional.empty(), engines, session.language(), session);
        Scorecard scorecard = read.scorecards().stream()
                .filter(one -> one.scope().goesOnFrom(decision.scope()))
                .findFirst()
                .orElseThrow(() -> new Refusal(Message.of(
                        "the input has no scorecard of the scope that action %s is about, %s/%s",
                        action,
                        decision.scope().level().word(),
                        decision.scope().id())));
        Review review = engines.of(scorecard)
                .review(scorecard, ReviewRequest.LATEST.in(session.language()).after(records.decisions()));
        return Meeting.withMovements(Answer.of(action, Answer.Outcome.DONE, "?"), review)
                .movements();
    }
}
