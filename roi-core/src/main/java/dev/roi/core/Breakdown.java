package dev.roi.core;

import java.util.List;

/**
 * How an indicator's readings are expected to be broken down.
 *
 * @param dimension what its parts are
 * @param parts the only names that parts may have; empty where any name will do
 * @param counting how much of a reading counts where it is held against its baseline
 */
public record Breakdown(Dimension dimension, List<String> parts, Counting counting) {

    /** The part that holds what belongs to no other part. */
    public static final String UNASSIGNED = "unassigned";

    /** Copies the list. {@inheritDoc} */
    public Breakdown {
        parts = List.copyOf(parts);
    }

    /**
     * A breakdown of which all counts.
     *
     * @param dimension what its parts are
     * @param parts the only names that parts may have; empty where any name will do
     */
    public Breakdown(Dimension dimension, List<String> parts) {
        this(dimension, parts, Counting.ALL);
    }

    /** How much of a reading counts. */
    public enum Counting implements Keyword {
        /** All of it. */
        ALL,
        /** What belongs to a part that is named; what is unassigned proves nothing. */
        ASSIGNED
    }
}
