package dev.roi.governance.sweep;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.PolicyRef;
import dev.roi.core.Range;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What past decisions would have been as a threshold moves through its range. Immutable and safe for use by several
 * threads.
 *
 * <p>Exact: between two neighbouring values that something is compared with, no decision can change, and each of these
 * values, and one between each two, was decided with. Reads no clock and no file.
 *
 * @param policy the policy as it is
 * @param threshold the threshold
 * @param value its value today
 * @param unit what it counts
 * @param range the values that it may have while all other thresholds stay as they are
 * @param intervals the range from its least to its most value, cut where a decision flips and nowhere else
 */
public record Sweep(
        PolicyRef policy, ThresholdId threshold, Exact value, Unit unit, Range range, List<Interval> intervals) {

    /** Copies the list. {@inheritDoc} */
    public Sweep {
        intervals = List.copyOf(intervals);
    }

    /**
     * Sweeps a threshold through its range.
     *
     * @param files the policy's files
     * @param threshold the threshold
     * @param scorecards the past; each scope once
     * @return what every complete month of every scope would be decided
     * @throws InvalidInput when anything is wrong with the policy or a scorecard, with everything that is; or when the
     *     policy has no such threshold, with the likely one
     */
    public static Sweep of(PolicyFiles files, ThresholdId threshold, Collection<Scorecard> scorecards) {
        requireNonNull(files, "files");
        requireNonNull(threshold, "threshold");
        requireNonNull(scorecards, "scorecards");
        Engine engine = Engine.of(files);
        engine.requireThreshold(threshold);
        return new Sweeping(files, engine.policy(), threshold).over(scorecards);
    }

    /**
     * Writes the sweep for programs.
     *
     * @return a document {@code roi-sweep/1}
     */
    public String json() {
        return SweepJson.of(this);
    }

    /**
     * Writes the sweep as text for a terminal.
     *
     * @param language the language
     * @return its lines, each ended by a line feed
     */
    public String text(Language language) {
        return new SweepText(this, language).text();
    }

    /**
     * Writes the sweep as Markdown.
     *
     * @param language the language
     * @return its lines, each ended by a line feed
     */
    public String markdown(Language language) {
        return new SweepText(this, language).markdown();
    }

    /**
     * Writes the sweep as a page that stands alone: how many months are decided how at which values, as bars and numbers.
     *
     * @param language the language
     * @return the page
     */
    public String html(Language language) {
        return new SweepText(this, language).html();
    }

    /**
     * Values of the threshold that give the same decisions.
     *
     * @param least the lower end
     * @param leastIncluded whether it belongs to the interval
     * @param most the upper end
     * @param mostIncluded whether it belongs to the interval
     * @param decisions how many months are decided so, the worst decision first
     * @param changes the months that are decided otherwise than today, by scope and month
     */
    public record Interval(
            Exact least,
            boolean leastIncluded,
            Exact most,
            boolean mostIncluded,
            Map<Decision, Integer> decisions,
            List<Change> changes) {

        /** Copies the map and the list. {@inheritDoc} */
        public Interval {
            Map<Decision, Integer> all = new EnumMap<>(Decision.class);
            for (Decision decision : Decision.values()) {
                all.put(decision, decisions.getOrDefault(decision, 0));
            }
            decisions = Collections.unmodifiableMap(all);
            changes = List.copyOf(changes);
        }

        /**
         * Tells whether a value belongs to the interval.
         *
         * @param candidate the value
         * @return whether it does
         */
        public boolean contains(Exact candidate) {
            int fromLeast = candidate.compareTo(least);
            int fromMost = candidate.compareTo(most);
            return (leastIncluded ? fromLeast >= 0 : fromLeast > 0) && (mostIncluded ? fromMost <= 0 : fromMost < 0);
        }
    }

    /**
     * A month that is decided otherwise than today.
     *
     * @param scope the scope
     * @param month the month
     * @param from the decision under today's value
     * @param to the decision under the values of the interval
     */
    public record Change(Scope scope, YearMonth month, Decision from, Decision to) {}
}
