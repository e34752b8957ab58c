package dev.roi.core;

import java.util.List;

/**
 * A group of indicators with one executive question.
 *
 * @param id its name
 * @param judgedBy the indicators whose comparison with their baselines tells whether the block improved; may be empty
 */
public record Block(BlockId id, List<IndicatorId> judgedBy) {

    /** Copies the list. {@inheritDoc} */
    public Block {
        judgedBy = List.copyOf(judgedBy);
    }
}
