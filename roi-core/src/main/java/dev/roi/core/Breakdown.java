package dev.roi.core;

import java.util.List;

/**
 * How an indicator's readings are expected to be broken down.
 *
 * @param dimension what its parts are
 * @param parts the only names that parts may have; empty where any name will do
 */
public record Breakdown(Dimension dimension, List<String> parts) {

    /** The part that holds what belongs to no other part. */
    public static final String UNASSIGNED = "unassigned";

    /** Copies the list. {@inheritDoc} */
    public Breakdown {
        parts = List.copyOf(parts);
    }
}
