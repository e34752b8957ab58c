package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The minutes of a meeting: what was decided on one month, and what was said of actions since the meeting before.
 *
 * @param month the month that was decided on
 * @param committee which committee it was, where only its decisions are told
 * @param decisions what was decided, in the order of scopes and of the ledger
 * @param answered the earlier actions of these scopes that something was said of, in the order of the ledger
 * @param open what is still to be done of earlier meetings, what is due first before the rest
 * @param head where the ledger ended when the minutes were written
 * @param headEntry the number of that entry
 */
public record Minutes(
        YearMonth month,
        Optional<String> committee,
        List<PastDecision> decisions,
        List<Told> answered,
        List<FollowUp> open,
        Hash head,
        long headEntry) {

    /** Copies the lists. {@inheritDoc} */
    public Minutes {
        requireNonNull(month, "month");
        requireNonNull(head, "head");
        decisions = List.copyOf(decisions);
        answered = List.copyOf(answered);
        open = List.copyOf(open);
    }

    /**
     * Something that was said of an action.
     *
     * @param decision the decision that asked for it
     * @param action the action
     * @param answered what was said
     */
    public record Told(PastDecision decision, PastAction action, PastAction.Answered answered) {}

    /**
     * Writes the minutes of a meeting.
     *
     * @param recorded every decision of the ledger, in its order
     * @param month the month that was decided on
     * @param committee the committee whose decisions are told; all of them where nothing is said
     * @param head where the ledger ends
     * @param headEntry the number of that entry
     * @return the minutes; without a decision where the committee decided nothing on that month
     */
    public static Minutes of(
            List<PastDecision> recorded, YearMonth month, Optional<String> committee, Hash head, long headEntry) {
        List<PastDecision> ofCommittee = recorded.stream()
                .filter(past -> committee.isEmpty()
                        || committee.equals(past.resolution().committee()))
                .toList();
        List<PastDecision> decisions = ofCommittee.stream()
                .filter(past -> past.month().equals(month))
                .sorted(Comparator.comparing(PastDecision::scope).thenComparing(PastDecision::entry))
                .toList();
        long last = decisions.stream().mapToLong(PastDecision::entry).max().orElse(0);
        long before = ofCommittee.stream()
                .filter(past -> past.month().isBefore(month))
                .mapToLong(PastDecision::entry)
                .filter(entry -> entry < last)
                .max()
                .orElse(0);
        List<Told> answered = ofCommittee.stream()
                .flatMap(past -> past.actions().stream()
                        .flatMap(action -> action.answers().stream().map(given -> new Told(past, action, given))))
                .filter(told ->
                        told.answered().entry() > before && told.answered().entry() <= last)
                .sorted(Comparator.comparing(told -> told.answered().entry()))
                .toList();
        List<FollowUp> open = ofCommittee.stream()
                .filter(past -> past.month().isBefore(month))
                .flatMap(past -> past.open().stream().map(action -> new FollowUp(past, Optional.of(action), List.of())))
                .sorted(Comparator.<FollowUp, YearMonth>comparing(
                                asked -> asked.action().orElseThrow().due())
                        .thenComparing(asked -> asked.action().orElseThrow().id()))
                .toList();
        return new Minutes(month, committee, decisions, answered, open, head, headEntry);
    }

    /**
     * Returns who was there.
     *
     * @return everybody who is known to have been, each once
     */
    public List<String> attendees() {
        Set<String> names = new LinkedHashSet<>();
        decisions.forEach(past -> names.addAll(past.resolution().attendees()));
        return List.copyOf(names);
    }

    /**
     * Returns what is to be done from now on.
     *
     * @return the open actions of this meeting and of those before it, what is due first before the rest
     */
    public List<FollowUp> actions() {
        List<FollowUp> all = new ArrayList<>(open);
        decisions.forEach(past ->
                past.open().forEach(action -> all.add(new FollowUp(past, Optional.of(action), List.of()))));
        all.sort(Comparator.<FollowUp, YearMonth>comparing(
                        asked -> asked.action().orElseThrow().due())
                .thenComparing(asked -> asked.action().orElseThrow().id()));
        return List.copyOf(all);
    }
}
