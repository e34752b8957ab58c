package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a justification rests on: an indicator, what it showed, and what it was held against.
 *
 * @param indicator the indicator
 * @param part the part of it, where it is about a part
 * @param value what it showed this month; nothing where it is not known
 * @param unit what the numbers count
 * @param baseline what it was compared with, where it has a baseline
 * @param threshold the threshold it was held against, where there is one
 * @param limit the threshold's value; there exactly when the threshold is
 * @param months for how many months in a row, where the reason is about a run of months; the threshold is then one of
 *     months
 * @param latest what the reason rests on in place of this month's value, where that is not known or too uncertain: the
 *     last value that tells
 */
public record Evidence(
        IndicatorId indicator,
        Optional<String> part,
        Optional<Exact> value,
        Unit unit,
        Optional<Exact> baseline,
        Optional<ThresholdId> threshold,
        Optional<Exact> limit,
        Optional<Integer> months,
        Optional<Exact> latest) {

    /** Checks that threshold and limit come together. {@inheritDoc} */
    public Evidence {
        requireNonNull(indicator, "indicator");
        requireNonNull(unit, "unit");
        if (threshold.isPresent() != limit.isPresent()) {
            throw new IllegalArgumentException(
                    "threshold (%s) and limit (%s) come together".formatted(threshold, limit));
        }
    }
}
