package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All readings of one scope for one month.
 *
 * @param month the month
 * @param completeness whether the month is over and fully reported; a partial month is shown, and carries no decision
 *     and no trend
 * @param readings what is known, and what is said not to be, by indicator; what is left out was not reported
 */
public record Snapshot(YearMonth month, Completeness completeness, Map<IndicatorId, Reading> readings) {

    private static final Reading NOT_REPORTED = Reading.unknown(UnknownReason.NOT_REPORTED);

    /** Copies the readings into a stable order. {@inheritDoc} */
    public Snapshot {
        requireNonNull(month, "month");
        requireNonNull(completeness, "completeness");
        // in order, and looked up much more often than it is made
        boolean isInOrder = requireNonNull(readings, "readings") instanceof SortedMap<IndicatorId, Reading> sorted
                && sorted.comparator() == null;
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(isInOrder ? readings : new TreeMap<>(readings)));
    }

    /**
     * Returns the snapshot of a complete month.
     *
     * @param month the month
     * @param readings the readings by indicator
     * @return the snapshot
     */
    public static Snapshot complete(YearMonth month, Map<IndicatorId, ? extends Reading> readings) {
        return new Snapshot(month, Completeness.COMPLETE, inOrder(readings));
    }

    /**
     * Returns the snapshot of a month that is not over, or not fully reported.
     *
     * @param month the month
     * @param readings the readings by indicator
     * @return the snapshot
     */
    public static Snapshot partial(YearMonth month, Map<IndicatorId, ? extends Reading> readings) {
        return new Snapshot(month, Completeness.PARTIAL, inOrder(readings));
    }

    private static SortedMap<IndicatorId, Reading> inOrder(Map<IndicatorId, ? extends Reading> readings) {
        SortedMap<IndicatorId, Reading> inOrder = new TreeMap<>(requireNonNull(readings, "readings"));
        inOrder.forEach((id, reading) -> requireNonNull(reading, id::value));
        return inOrder;
    }

    /**
     * Tells whether the month may carry a decision.
     *
     * @return whether it is complete
     */
    public boolean isComplete() {
        return completeness == Completeness.COMPLETE;
    }

    /**
     * Returns an indicator's reading.
     *
     * @param id the indicator
     * @return its reading; not reported, where it was left out
     */
    public Reading reading(IndicatorId id) {
        Reading reading = readings.get(requireNonNull(id, "id"));
        return reading != null ? reading : NOT_REPORTED;
    }

    /** Whether a month is over and fully reported. */
    public enum Completeness implements Keyword {
        /** It is. */
        COMPLETE,
        /** It is not yet. */
        PARTIAL
    }
}
