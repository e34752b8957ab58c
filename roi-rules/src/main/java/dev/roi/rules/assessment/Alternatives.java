package dev.roi.rules.assessment;

import static java.util.Objects.requireNonNull;

import dev.roi.core.DerivedReadings;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assesses scorecards that differ from some month on, one after the other: what the months before say is found out once, and
 * what a month says of an indicator is taken over where its readings are the same. Nothing is decided on record.
 *
 * <p>For use by one thread.
 */
public final class Alternatives {

    private final Policy policy;
    private final Scorecard scorecard;
    private final List<Snapshot> before;
    private final DerivedReadings implied;
    private final Map<YearMonth, Assessment> first = new HashMap<>();

    /**
     * Begins with what all of them have in common.
     *
     * @param policy the policy
     * @param scorecard one of them, without faults for the policy
     * @param from the first month in which they may differ
     */
    public Alternatives(Policy policy, Scorecard scorecard, YearMonth from) {
        this.policy = requireNonNull(policy, "policy");
        this.scorecard = requireNonNull(scorecard, "scorecard");
        this.before = scorecard.snapshots().stream()
                .filter(snapshot -> snapshot.month().isBefore(from))
                .toList();
        this.implied = DerivedReadings.of(scorecard, policy.indicators()).followedBy(before);
    }

    /**
     * Assesses one of them, for its last month.
     *
     * @param rest its other months, complete and in order, without faults for the policy
     * @return what {@link Assessment#of} says of the whole
     */
    public Assessment assess(List<Snapshot> rest) {
        YearMonth month = rest.get(rest.size() - 1).month();
        Months months = new Months(
                policy.indicators(), scorecard(rest), implied.followedBy(rest).scorecard(), month);
        Assessment known = first.get(month);
        if (known != null) {
            return known.alike(months, before.size());
        }
        Assessment assessment = Assessment.of(policy, months);
        first.put(month, assessment);
        return assessment;
    }

    /**
     * Puts one of them together.
     *
     * @param rest its other months
     * @return the whole scorecard
     */
    public Scorecard scorecard(List<Snapshot> rest) {
        List<Snapshot> all = new ArrayList<>(before);
        all.addAll(rest);
        return scorecard.withSnapshots(all);
    }
}
