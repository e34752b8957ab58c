package dev.roi.core;

import java.util.List;

/**
 * What is asked back of a month's figures, or contradicts in them. Nothing is changed for it, and no decision rests on it.
 *
 * @param indicators the indicators that it is about
 * @param text what is asked or said
 */
public record Remark(List<IndicatorId> indicators, String text) {

    /** Copies the list, and checks that something is said. {@inheritDoc} */
    public Remark {
        indicators = List.copyOf(indicators);
        Names.requireText("remark", text);
    }
}
