package dev.roi.ledger;

import static java.util.Objects.requireNonNull;

import dev.roi.core.ActionId;
import dev.roi.core.ActionUpdate;
import dev.roi.core.Answer;
import dev.roi.core.Approval;
import dev.roi.core.Approvals;
import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.MonthAction;
import dev.roi.core.Nearest;
import dev.roi.core.PastDecision;
import dev.roi.core.PastScorecard;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.Quoted;
import dev.roi.core.RecordFault;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.core.json.LedgerEntry;
import dev.roi.core.json.LedgerEntry.Content;
import dev.roi.core.json.LedgerEntry.OfDecision;
import dev.roi.core.json.LedgerEntry.OfPolicy;
import dev.roi.core.json.LedgerLine;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The records of a ledger: adds them, reads them, and finds out whether they are as they were written.
 *
 * <p>Remembers how far it has read, so that adding many records does not read the ledger anew each time. Safe for use by
 * several threads; several processes may use the same ledger.
 */
public final class Records {

    /** The most tries in a row in which nobody else was first either. */
    private static final int MOST_IDLE_TRIES = 20;

    private final Ledger ledger;
    private final Index index;

    /** One at a time within this process; readers do not wait for it. */
    private final ReentrantLock appending = new ReentrantLock();

    private Records(Ledger ledger, Index index) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.index = index;
    }

    /**
     * Returns the records of a ledger.
     *
     * @param ledger where they are kept
     * @return the records
     */
    public static Records in(Ledger ledger) {
        requireNonNull(ledger, "ledger");
        return new Records(ledger, new Index(ledger.name()));
    }

    /**
     * Returns the records of the same ledger by another way to it: of {@link JdbcLedger#within}, in a transaction of the
     * application. They know at once what these know, and these learn nothing from them, so that a transaction may be rolled
     * back.
     *
     * @param way the same ledger
     * @return its records, for as long as the way is open
     */
    public Records within(Ledger way) {
        return new Records(way, index.copy());
    }

    /**
     * Reviews a scorecard for a decision: the scorecard as it will be recorded, so that the review can be made again.
     * What earlier decisions a review follows up on stands in the ledger already, and not in the record, unless rules of the
     * policy ask for them.
     *
     * @param engine the policy
     * @param scorecard the scope
     * @param request which month, in which language, and after which decisions
     * @return what the committee has before it
     * @throws InvalidInput when the scorecard has faults, or the month is absent or partial
     */
    public static Basis basis(Engine engine, Scorecard scorecard, ReviewRequest request) {
        String document = Json.line(scorecard);
        Review review = engine.review(read(engine, document), onRecord(engine, named(scorecard, request)));
        return new Basis(
                review.scope(),
                review.month(),
                review.language(),
                review.policy(),
                Engine.version(),
                review.decision(),
                review.headline(),
                Json.line(review),
                document);
    }

    private static ReviewRequest onRecord(Engine engine, ReviewRequest request) {
        return engine.policy().asksForRecord() ? request.heldAgainst(List.of()) : request.withoutLedger();
    }

    /** A record holds a review of its month, which reads nothing later, so that it can be made again. */
    private static ReviewRequest named(Scorecard scorecard, ReviewRequest request) {
        List<YearMonth> complete = scorecard.completeMonths();
        return request.month().isPresent() || complete.isEmpty()
                ? request
                : request.forMonth(complete.get(complete.size() - 1));
    }

    private static Scorecard read(Engine engine, String document) {
        return engine.read(
                        "the recorded scorecard", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                .scorecards()
                .get(0);
    }

    /**
     * Adds the record of a decision, after its policy where the ledger does not have that yet.
     *
     * @param record the record
     * @param engine the policy that its review was made with
     * @return where the ledger ends now; worth keeping elsewhere
     * @throws InvalidInput when nothing closes the decision, when the record answers no open action of its scope, names an
     *     indicator or a lever that the policy does not have, or was made with another policy; nothing was added
     * @throws LedgerUnavailable when the ledger cannot be added to, or is not as it was written
     */
    public Head append(DecisionRecord record, Engine engine) {
        return append(record, policy(record, engine));
    }

    Head append(DecisionRecord record, OfPolicy policy) {
        return append(() -> index.next(ledger, record, policy));
    }

    /**
     * Adds what became of an action, which needs no new decision.
     *
     * @param update what became of it
     * @return where the ledger ends now; worth keeping elsewhere
     * @throws InvalidInput when the scope has no such open action, or it is moved to a month that is over; nothing was added
     * @throws LedgerUnavailable when the ledger cannot be added to, or is not as it was written
     */
    public Head append(ActionUpdate update) {
        return append(() -> index.next(ledger, update));
    }

    /**
     * Adds the approval of a policy, after the policy's files where the ledger does not have them yet.
     *
     * @param approval who approved which version, why, and from when on it applies
     * @param engine the approved policy
     * @return where the ledger ends now; worth keeping elsewhere
     * @throws InvalidInput when the same person has approved the same version from the same month on, another policy was
     *     approved under the same version, or the engine has another policy; nothing was added
     * @throws LedgerUnavailable when the ledger cannot be added to, or is not as it was written
     */
    public Head append(Approval approval, Engine engine) {
        requireNonNull(approval, "approval");
        if (!engine.policy().ref().equals(approval.policy())) {
            throw new InvalidInput(List.of(RecordFault.OTHER_POLICY.of(
                    Message.of(
                            "the approval is of policy %s, and is to be kept with %s",
                            approval.policy().fingerprint(),
                            engine.policy().ref().fingerprint()),
                    Message.of("Keep it with the engine of the approved policy."))));
        }
        return append(approval, kept(engine));
    }

    Head append(Approval approval, OfPolicy policy) {
        return append(() -> index.next(ledger, approval, policy));
    }

    /**
     * Returns the approvals of policies.
     *
     * @return every approval, in the order of the ledger
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public Approvals approvals() {
        return index.approvals(ledger);
    }

    /**
     * Returns the files of a policy that decisions were made with or that was approved.
     *
     * @param policy which policy it is
     * @return its files, its scenarios aside; nothing where the ledger does not keep it
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public Optional<PolicyFiles> files(PolicyRef policy) {
        requireNonNull(policy, "policy");
        if (!index.keeps(ledger, policy.fingerprint())) {
            return Optional.empty();
        }
        List<OfPolicy> found = new ArrayList<>();
        Chain chain = new Chain(ledger.name(), (entry, line) -> {
            if (entry.content() instanceof OfPolicy kept
                    && kept.policy().fingerprint().equals(policy.fingerprint())) {
                found.add(kept);
            }
        });
        ledger.readAfter(0, chain);
        return found.stream()
                .findFirst()
                .map(kept -> PolicyFiles.of("%s %s".formatted(policy.id(), policy.version()), kept.files()));
    }

    /**
     * Returns the version of a policy that applied to a month by its approvals, from the files on record.
     *
     * @param policy the policy
     * @param month the month
     * @return its engine; nothing where no version was approved for a month as early
     * @throws InvalidInput when this version of the library does not read those files any more
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public Optional<Engine> engine(PolicyId policy, YearMonth month) {
        return approvals().appliesTo(policy, month).flatMap(this::files).map(Engine::ofRecorded);
    }

    private Head append(Supplier<Optional<Head>> next) {
        appending.lock();
        try {
            return appendInTurn(next);
        } finally {
            appending.unlock();
        }
    }

    private Head appendInTurn(Supplier<Optional<Head>> next) {
        long seen = -1;
        for (int idle = 0; idle < MOST_IDLE_TRIES; idle++) {
            Optional<Head> added = next.get();
            if (added.isPresent()) {
                return added.get();
            }
            if (index.number() != seen) {
                seen = index.number();
                idle = 0;
            }
        }
        throw new LedgerUnavailable(Message.of(
                "%s cannot be appended to: it takes no entry, and gets none from others either. Nothing was recorded;"
                        + " try again",
                ledger.name()));
    }

    /**
     * Finds what would keep a record from being added, before the record itself is complete: so that everything that is
     * wrong with a decision can be said at once.
     *
     * @param basis what the committee had before it
     * @param closing the decision, with what closes it
     * @param actions what somebody is to do
     * @param answers what became of earlier actions of the same scope
     * @param engine the policy that the review was made with
     * @return every fault; none where {@link #append} would add the record
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public List<Fault> faults(
            Basis basis, Closing closing, List<MonthAction> actions, List<Answer> answers, Engine engine) {
        List<Fault> faults = new ArrayList<>(policyFaults(basis, closing, actions, engine));
        faults.addAll(index.answerFaults(ledger, basis.scope(), answers));
        return faults;
    }

    /**
     * Finds whether a month was decided on already. That is no fault of a record by itself, since a committee may think
     * again; whoever records many decisions at once keeps by this from recording them twice.
     *
     * @param basis the scope and the month
     * @return what to say of it; nothing where the month was not decided on
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public Optional<Fault> decidedAlready(Basis basis) {
        return decisions().stream()
                .filter(past ->
                        basis.scope().goesOnFrom(past.scope()) && past.month().equals(basis.month()))
                .reduce((earlier, later) -> later)
                .map(past -> RecordFault.DECIDED_ALREADY.of(
                        Message.of(
                                "%s %s was decided on for %s already, by entry %s",
                                basis.scope().level().word(), basis.scope().id(), basis.month(), past.entry()),
                        Message.of("Leave it out, or record it alone: then both stand.")));
    }

    /**
     * Returns what stands at the end of the ledger and is no whole entry, line by line, as a crash leaves it: then nothing
     * that was acknowledged is in it. Where the ledger was cut off instead, only a head that was kept elsewhere tells. The
     * next record marks it.
     *
     * @return a remark on each line; none where the ledger ends with an entry
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public List<Fault> tornEnd() {
        return index.tornEnd(ledger);
    }

    private static List<Fault> policyFaults(Basis basis, Closing closing, List<MonthAction> actions, Engine engine) {
        List<Fault> faults = new ArrayList<>();
        if (!engine.policy().ref().equals(basis.policy())) {
            faults.add(RecordFault.OTHER_POLICY.of(
                    Message.of(
                            "the record was made with policy %s, and is to be kept with %s",
                            basis.policy().fingerprint(), engine.policy().ref().fingerprint()),
                    Message.of("Keep it with the engine that made the review.")));
        }
        actions.stream()
                .flatMap(action -> action.aimsAt().stream())
                .distinct()
                .forEach(id -> aimFault(engine, id, faults));
        List<String> levers =
                engine.policy().levers().stream().map(LeverId::value).toList();
        closing.levers().stream()
                .filter(lever -> !levers.contains(lever.value()))
                .forEach(lever -> faults.add(RecordFault.UNKNOWN_LEVER.of(
                        Message.of(
                                "the adjustment acts on %s, which is no lever of the policy", Quoted.of(lever.value())),
                        Nearest.suggest(lever.value(), levers))));
        return faults;
    }

    private static OfPolicy policy(DecisionRecord record, Engine engine) {
        Closing closing = record.resolution().closing();
        List<Fault> faults = policyFaults(record.basis(), closing, record.actions(), engine);
        if (closing instanceof Closing.Unclosed) {
            faults.add(RecordFault.NOT_CLOSED.of(
                    Message.of(
                            "nothing closes the decision to %s",
                            record.decision().word()),
                    Message.of("Say what it needs to be carried out.")));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return kept(engine);
    }

    private static OfPolicy kept(Engine engine) {
        PolicyFiles files = engine.files()
                .orElseThrow(
                        () -> new IllegalArgumentException("the engine was not loaded from files, which are kept"));
        return OfPolicy.of(engine.policy().ref(), files.texts());
    }

    private static void aimFault(Engine engine, IndicatorId id, List<Fault> faults) {
        if (engine.indicators().find(id).isEmpty()) {
            List<String> known = engine.indicators().indicators().stream()
                    .map(indicator -> indicator.id().value())
                    .toList();
            faults.add(RecordFault.UNKNOWN_AIM.of(
                    Message.of("the action aims at %s, which the policy does not measure", Quoted.of(id.value())),
                    Nearest.didYouMean(id.value(), known)
                            .orElse(Message.of(
                                    "An action aims at indicators of the policy, such as `%s`.", known.get(0)))));
        }
    }

    /**
     * Returns what was decided, to be followed up on by later reviews.
     *
     * @return every decision, in the order of the ledger, with what became of its action
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public List<PastDecision> decisions() {
        return index.decisions(ledger);
    }

    /**
     * Returns what the last decisions on some scopes rested on, so that a review may say what has changed since.
     *
     * @param today the scorecards of today
     * @param month the month that is reviewed; nothing for each scope's latest complete one
     * @return for each of the scopes, the scorecard of the last decision on an earlier month, in the order of the ledger;
     *     nothing where there is none, or where this version of the library no longer reads it
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public List<PastScorecard> scorecards(List<Scorecard> today, Optional<YearMonth> month) {
        PastScorecards past = new PastScorecards(decisions(), today, month);
        if (!past.isEmpty()) {
            ledger.readAfter(0, new Chain(ledger.name(), (entry, line) -> past.take(entry)));
        }
        return past.found();
    }

    /**
     * Gives everything that people recorded, in the order of the ledger: decisions, and what became of actions.
     *
     * @param reader where to give it
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public void forEach(Consumer<Recorded> reader) {
        decisions();
        Chain chain = new Chain(
                ledger.name(),
                (entry, line) -> scope(entry.content())
                        .ifPresent(scope -> reader.accept(new Recorded(entry.number(), scope, line))));
        ledger.readAfter(0, chain);
    }

    private static Optional<Scope> scope(Content content) {
        return content.fold(
                decided -> Optional.of(decided.record().basis().scope()),
                policy -> Optional.empty(),
                action -> Optional.of(action.update().scope()),
                approval -> Optional.empty(),
                torn -> Optional.empty());
    }

    /**
     * Returns where the ledger ends.
     *
     * @return its last entry; nothing where there is none
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public Optional<Head> head() {
        return index.head(ledger);
    }

    /**
     * Holds the ledger against its hashes: finds any entry that was altered, dropped or moved, and any byte that was
     * changed.
     *
     * @param known the hash of an entry that was kept elsewhere; without it, the loss of the last entries and a ledger
     *     that was written anew as a whole cannot be found
     * @return what was found
     * @throws LedgerUnavailable when the ledger cannot be read, or is none
     */
    public Verification verify(Optional<Hash> known) {
        List<Head> heads = new ArrayList<>();
        Chain chain = new Chain(ledger.name(), (entry, line) -> {
            if (known.filter(line.hash()::equals).isPresent()) {
                heads.add(new Head(entry.number(), line.hash()));
            }
        });
        ledger.readAfter(0, chain);
        chain.requireLedger();
        List<Fault> faults = new ArrayList<>(chain.faults());
        faults.addAll(chain.tornEndFaults());
        if (known.isPresent() && heads.isEmpty()) {
            faults.add(new Fault(
                    LedgerFault.HEAD_NOT_FOUND.code(),
                    Severity.ERROR,
                    new Place(ledger.name(), 0, 0, ""),
                    Message.of(
                            "no entry has the hash %s: the last entries were lost, or all were written anew",
                            known.get()),
                    Optional.empty()));
        }
        return new Verification(chain.number(), chain.head(), heads.stream().findFirst(), faults, chain.marked());
    }

    /**
     * Reviews every recorded scorecard again with its recorded policy, and compares what would be recorded now with what
     * was, byte by byte.
     *
     * @param reader where to give what came of each record, in the order of the ledger
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public void replay(Consumer<Replay> reader) {
        List<PastDecision> decisions = decisions();
        Map<Long, OfPolicy> policies = new HashMap<>();
        Map<Long, Engine> engines = new HashMap<>();
        Chain chain = new Chain(
                ledger.name(),
                (entry, line) -> entry.content()
                        .fold(
                                decided -> {
                                    reader.accept(
                                            replay(entry, decided, line, before(entry, decisions), policies, engines));
                                    return true;
                                },
                                policy -> policies.put(entry.number(), policy) == null,
                                action -> false,
                                approval -> false,
                                torn -> false));
        ledger.readAfter(0, chain);
    }

    /**
     * Finds what became of the indicators that an action aimed at, by the last scorecard of its scope on record.
     *
     * @param action the action
     * @param language the language to say it in
     * @return one for each indicator; none where no later month was decided on, or the recorded policy says nothing in the
     *     language
     * @throws LedgerUnavailable when the ledger cannot be read, or is not as it was written
     */
    public List<Movement> movements(ActionId action, Language language) {
        List<PastDecision> decisions = decisions();
        Optional<PastDecision> asked = decisions.stream()
                .filter(past -> past.actions().stream().anyMatch(one -> one.id().equals(action)))
                .findFirst();
        Map<Long, OfPolicy> policies = new HashMap<>();
        List<OfDecision> later = new ArrayList<>();
        Chain chain = new Chain(ledger.name(), (entry, line) -> {
            if (entry.content() instanceof OfPolicy policy) {
                policies.put(entry.number(), policy);
            } else if (entry.content() instanceof OfDecision decided
                    && asked.filter(past -> isLater(decided, past)).isPresent()) {
                later.clear();
                later.add(decided);
            }
        });
        ledger.readAfter(0, chain);
        return later.stream()
                .flatMap(decided -> review(decided, policies, language, decisions).stream())
                .flatMap(review -> review.followUps().stream())
                .filter(followUp ->
                        followUp.action().filter(one -> one.id().equals(action)).isPresent())
                .findFirst()
                .map(FollowUp::movements)
                .orElse(List.of());
    }

    private static boolean isLater(OfDecision decided, PastDecision past) {
        Basis basis = decided.record().basis();
        return basis.scope().compareTo(past.scope()) == 0 && basis.month().isAfter(past.month());
    }

    private static Optional<Review> review(
            OfDecision decided, Map<Long, OfPolicy> policies, Language language, List<PastDecision> decisions) {
        Basis basis = decided.record().basis();
        return Optional.ofNullable(policies.get(decided.policyEntry()))
                .map(policy -> Engine.ofRecorded(PolicyFiles.of("the recorded policy", policy.files())))
                .filter(engine -> engine.policy().languages().contains(language))
                .map(engine -> engine.review(
                        read(engine, basis.scorecard()),
                        ReviewRequest.LATEST
                                .forMonth(basis.month())
                                .in(language)
                                .after(decisions)));
    }

    /** What was on record when an entry was added. */
    private static List<PastDecision> before(LedgerEntry entry, List<PastDecision> decisions) {
        return decisions.stream()
                .filter(past -> past.entry() < entry.number())
                .map(past -> past.asOfEntry(entry.number()))
                .toList();
    }

    private static Replay replay(
            LedgerEntry entry,
            OfDecision decided,
            LedgerLine line,
            List<PastDecision> before,
            Map<Long, OfPolicy> policies,
            Map<Long, Engine> engines) {
        DecisionRecord record = decided.record();
        Optional<Message> detail;
        try {
            detail = difference(entry, decided, line, before, policies, engines);
        } catch (InvalidInput refused) {
            detail = Optional.of(Message.of(
                    "what was recorded is refused now: %s", refused.faults().get(0)));
        }
        String library = record.basis().library();
        Replay.Result result = library.equals(Engine.version()) ? Replay.Result.DIFFERENT : Replay.Result.OTHER_VERSION;
        return new Replay(
                PastDecision.of(entry.number(), record),
                detail.isEmpty() ? Replay.Result.SAME : result,
                library,
                detail);
    }

    private static Optional<Message> difference(
            LedgerEntry entry,
            OfDecision decided,
            LedgerLine line,
            List<PastDecision> before,
            Map<Long, OfPolicy> policies,
            Map<Long, Engine> engines) {
        OfPolicy policy = policies.get(decided.policyEntry());
        if (policy == null) {
            return Optional.of(Message.of("entry %s, which it names, keeps no policy", decided.policyEntry()));
        }
        Engine engine = engines.computeIfAbsent(
                decided.policyEntry(),
                number -> Engine.ofRecorded(PolicyFiles.of("the recorded policy", policy.files())));
        DecisionRecord record = decided.record();
        Basis then = record.basis();
        ReviewRequest request =
                ReviewRequest.LATEST.forMonth(then.month()).in(then.language()).after(before);
        Basis now = basis(engine, read(engine, then.scorecard()), request);
        if (!now.policy().equals(then.policy())) {
            return Optional.of(Message.of(
                    "the policy has the fingerprint %s now, and %s",
                    now.policy().fingerprint(),
                    now.recommended() == then.recommended()
                            ? Message.of(
                                    "still recommends to %s", now.recommended().word())
                            : Message.of(
                                    "recommends to %s, where it was to %s",
                                    now.recommended().word(), then.recommended().word())));
        }
        if (!now.review().equals(then.review())) {
            return Optional.of(Message.of("the review differs %s", place(then.review(), now.review())));
        }
        Basis again = new Basis(
                now.scope(),
                now.month(),
                now.language(),
                now.policy(),
                then.library(),
                now.recommended(),
                now.headline(),
                now.review(),
                now.scorecard());
        LedgerLine rewritten = LedgerLine.of(new LedgerEntry(
                entry.number(),
                entry.previous(),
                new OfDecision(
                        new DecisionRecord(again, record.resolution(), record.actions(), record.answers()),
                        decided.policyEntry())));
        return rewritten.equals(line)
                ? Optional.empty()
                : Optional.of(Message.of("the record differs %s", place(line.text(), rewritten.text())));
    }

    private static Message place(String then, String now) {
        int at = 0;
        while (at < Math.min(then.length(), now.length()) && then.charAt(at) == now.charAt(at)) {
            at++;
        }
        return Message.of(
                "from character %s on: %s was %s", at + 1, Quoted.of(around(now, at)), Quoted.of(around(then, at)));
    }

    private static String around(String text, int at) {
        return text.substring(Math.min(text.length(), Math.max(0, at - 20)), Math.min(text.length(), at + 40));
    }
}
