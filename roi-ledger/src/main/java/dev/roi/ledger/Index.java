package dev.roi.ledger;

import dev.roi.core.ActionId;
import dev.roi.core.ActionUpdate;
import dev.roi.core.Answer;
import dev.roi.core.Approval;
import dev.roi.core.Approvals;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Fault;
import dev.roi.core.Fingerprint;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.PastAction.Answered;
import dev.roi.core.PastDecision;
import dev.roi.core.PolicyRef;
import dev.roi.core.Quoted;
import dev.roi.core.RecordFault;
import dev.roi.core.Resolution;
import dev.roi.core.Scope;
import dev.roi.core.json.LedgerEntry;
import dev.roi.core.json.LedgerEntry.Content;
import dev.roi.core.json.LedgerEntry.OfAction;
import dev.roi.core.json.LedgerEntry.OfApproval;
import dev.roi.core.json.LedgerEntry.OfDecision;
import dev.roi.core.json.LedgerEntry.OfPolicy;
import dev.roi.core.json.LedgerLine;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What there is to know of a ledger in order to add to it; reads on where it stopped. */
final class Index {

    private final Map<Fingerprint, Long> policies = new HashMap<>();
    private final SortedMap<Long, PastDecision> decisions = new TreeMap<>();
    private final List<Approvals.Recorded> approvals = new ArrayList<>();
    private final Map<Scope, YearMonth> lastMonths = new TreeMap<>();
    private final Chain chain;

    Index(String name) {
        this.chain = new Chain(name, (entry, line) -> add(entry));
    }

    private Index(Index other) {
        this.policies.putAll(other.policies);
        this.decisions.putAll(other.decisions);
        this.approvals.addAll(other.approvals);
        this.lastMonths.putAll(other.lastMonths);
        this.chain = new Chain(other.chain, (entry, line) -> add(entry));
    }

    /** An index that goes on by itself from here. */
    synchronized Index copy() {
        return new Index(this);
    }

    private void add(LedgerEntry entry) {
        entry.content()
                .fold(
                        decided -> add(entry.number(), decided.record()),
                        policy -> policies.putIfAbsent(policy.policy().fingerprint(), entry.number()) == null,
                        action -> add(entry.number(), action.update()),
                        approval -> approvals.add(new Approvals.Recorded(entry.number(), approval.approval())),
                        torn -> false);
    }

    private boolean add(long number, DecisionRecord record) {
        Resolution resolution = record.resolution();
        YearMonth month = record.basis().month();
        decisions.put(number, PastDecision.of(number, record));
        lastMonths.merge(record.basis().scope(), month, (one, other) -> one.isAfter(other) ? one : other);
        record.answers()
                .forEach(answer -> answer(new Answered(number, month, resolution.at(), resolution.by(), answer)));
        return true;
    }

    private boolean add(long number, ActionUpdate update) {
        Optional.ofNullable(lastMonths.get(update.scope()))
                .ifPresent(month -> answer(new Answered(number, month, update.at(), update.by(), update.answer())));
        return true;
    }

    private void answer(Answered given) {
        ActionId action = given.answer().action();
        decisions.computeIfPresent(action.entry(), (entry, past) -> isOpen(past, action) ? past.answered(given) : past);
    }

    private static boolean isOpen(PastDecision past, ActionId action) {
        return past.open().stream().anyMatch(open -> open.id().equals(action));
    }

    private void readOn(Ledger ledger) {
        chain.resume();
        ledger.readAfter(chain.number(), chain);
        chain.requireLedger();
        List<Fault> faults = chain.faults();
        if (!faults.isEmpty()) {
            throw new LedgerUnavailable(message(ledger.name(), faults));
        }
    }

    /** What to do about a later version is to use it; nobody has done anything to the ledger. */
    private static Message message(String name, List<Fault> faults) {
        boolean later = faults.stream().allMatch(fault -> fault.code().equals(LedgerFault.NOT_READABLE.code()));
        return later
                ? Message.of(
                        "%s cannot be read by this version of the library, and is neither read nor added to: %s. A"
                                + " later version probably wrote it: use that version, or a later one",
                        name, faults.get(0))
                : Message.of(
                        "%s is not as it was written, and is neither read nor added to: %s. Keep the ledger as it is,"
                                + " and begin another or restore it. Verifying it names everything that is wrong",
                        name, faults.get(0));
    }

    synchronized long number() {
        return chain.number();
    }

    synchronized List<PastDecision> decisions(Ledger ledger) {
        readOn(ledger);
        return List.copyOf(decisions.values());
    }

    synchronized Optional<Head> head(Ledger ledger) {
        readOn(ledger);
        return chain.head();
    }

    /** Tries to add what became of an action; nothing when somebody else was first. */
    Optional<Head> next(Ledger ledger, ActionUpdate update) {
        return append(ledger, entry(ledger, update));
    }

    private synchronized LedgerEntry entry(Ledger ledger, ActionUpdate update) {
        List<Fault> faults = answerFaults(ledger, update.scope(), List.of(update.answer()));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return entry(new OfAction(update));
    }

    /** Tries to add the record; nothing when somebody else was first, and all is to be looked at again. */
    Optional<Head> next(Ledger ledger, DecisionRecord record, OfPolicy policy) {
        LedgerEntry entry = entry(ledger, record, policy);
        Optional<Head> added = append(ledger, entry);
        return entry.content().equals(policy) ? Optional.empty() : added;
    }

    /** What comes next: the policy of the record where the ledger does not have it, or else the record. */
    private synchronized LedgerEntry entry(Ledger ledger, DecisionRecord record, OfPolicy policy) {
        List<Fault> faults = answerFaults(ledger, record.basis().scope(), record.answers());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        Long policyEntry = policies.get(policy.policy().fingerprint());
        return entry(policyEntry == null ? policy : new OfDecision(record, policyEntry));
    }

    synchronized Approvals approvals(Ledger ledger) {
        readOn(ledger);
        return new Approvals(approvals);
    }

    synchronized boolean keeps(Ledger ledger, Fingerprint policy) {
        readOn(ledger);
        return policies.containsKey(policy);
    }

    /** Tries to add the approval; nothing when somebody else was first, and all is to be looked at again. */
    Optional<Head> next(Ledger ledger, Approval approval, OfPolicy policy) {
        LedgerEntry entry = entry(ledger, approval, policy);
        Optional<Head> added = append(ledger, entry);
        return entry.content().equals(policy) ? Optional.empty() : added;
    }

    private synchronized LedgerEntry entry(Ledger ledger, Approval approval, OfPolicy policy) {
        readOn(ledger);
        approvalFault(approval).ifPresent(fault -> {
            throw new InvalidInput(List.of(fault));
        });
        Long policyEntry = policies.get(policy.policy().fingerprint());
        return entry(policyEntry == null ? policy : new OfApproval(approval, policyEntry));
    }

    private Optional<Fault> approvalFault(Approval approval) {
        PolicyRef policy = approval.policy();
        for (Approvals.Version version : new Approvals(approvals).versions(policy.id())) {
            if (version.policy().version().equals(policy.version())
                    && !version.policy().fingerprint().equals(policy.fingerprint())) {
                return Optional.of(RecordFault.SAME_VERSION.of(
                        Message.of(
                                "entry %s approves another policy as version %s of %s",
                                version.approvals().get(0).entry(), Quoted.of(policy.version()), policy.id()),
                        Message.of("Raise `version` in `policy.yaml`, so that people can tell the two apart.")));
            }
        }
        return new Approvals(approvals)
                .versions(policy.id()).stream()
                        .reduce((earlier, later) -> later)
                        .filter(last -> last.policy().fingerprint().equals(policy.fingerprint()))
                        .stream()
                        .flatMap(last -> last.approvals().stream())
                        .filter(one -> Names.areAlike(one.approval().by(), approval.by())
                                && one.approval().from().equals(approval.from()))
                        .findFirst()
                        .map(one -> RecordFault.APPROVED_ALREADY.of(
                                Message.of(
                                        "%s approved version %s from %s on already, by entry %s",
                                        approval.by(), Quoted.of(policy.version()), approval.from(), one.entry()),
                                Message.of("Nothing is left to do, unless somebody else has to approve it.")));
    }

    private LedgerEntry entry(Content content) {
        return new LedgerEntry(chain.number() + 1, chain.hash(), content);
    }

    /** Holds no lock: who only reads does not wait for a store that takes its time. */
    private static Optional<Head> append(Ledger ledger, LedgerEntry entry) {
        LedgerLine line = LedgerLine.of(entry);
        return ledger.append(entry.number(), line.bytes())
                ? Optional.of(new Head(entry.number(), line.hash()))
                : Optional.empty();
    }

    synchronized List<Fault> answerFaults(Ledger ledger, Scope scope, List<Answer> answers) {
        readOn(ledger);
        List<Fault> faults = new ArrayList<>();
        for (Answer answer : answers) {
            PastDecision past = decisions.get(answer.action().entry());
            if (past == null || !scope.goesOnFrom(past.scope()) || !isOpen(past, answer.action())) {
                faults.add(RecordFault.NOTHING_TO_ANSWER.of(
                        Message.of("%s is no open action of this scope", answer.action()), open(scope)));
            }
        }
        return faults;
    }

    synchronized List<Fault> tornEnd(Ledger ledger) {
        readOn(ledger);
        return chain.tornEndFaults();
    }

    private Message open(Scope scope) {
        List<String> open = decisions.values().stream()
                .filter(past -> scope.goesOnFrom(past.scope()))
                .flatMap(past -> past.open().stream())
                .map(action -> action.id().toString())
                .toList();
        return open.isEmpty()
                ? Message.of("It has no open action.")
                : Message.of("Open are: %s.", String.join(", ", open));
    }
}
