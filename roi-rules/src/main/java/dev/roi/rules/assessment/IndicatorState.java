package dev.roi.rules.assessment;

import dev.roi.core.Baseline;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Reading;
import dev.roi.rules.facts.Fact.Part.Authorised;
import dev.roi.rules.facts.Figure;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the reviewed month says of one indicator.
 *
 * @param indicator the indicator
 * @param reading its reading this month; unknown too where it is in another unit, and not due only where that is true
 * @param latest its last known reading: this month's or an earlier complete month's
 * @param held an earlier reading that counts beside the latest one: where that is too uncertain to tell on which side of
 *     a limit it lies, it ends no alarm, and the newest reading that could tell goes on to count
 * @param baseline its baseline, if one is given
 * @param comparison its latest reading held against the baseline; nothing where it was never known
 * @param due whether its effects are due this month
 * @param parts the parts of this month's reading, by dimension and name; may be empty
 * @param growth its growth over the one it is read against, in percent; nothing where either is unknown
 */
public record IndicatorState(
        Indicator indicator,
        Reading reading,
        Optional<Reading.Known> latest,
        Optional<Reading.Known> held,
        Optional<Baseline> baseline,
        Optional<Comparison> comparison,
        boolean due,
        List<PartState> parts,
        Optional<Figure> growth) {

    /** Copies the parts. {@inheritDoc} */
    public IndicatorState {
        parts = List.copyOf(parts);
    }

    /**
     * Tells whether the indicator was known once and is not this month.
     *
     * @return whether its latest reading is an earlier month's
     */
    public boolean isDark() {
        return latest.isPresent() && reading.known().isEmpty();
    }

    /**
     * Returns what the held reading counts as: its value or, where the latest reading excludes that, the nearest one that
     * it does not exclude. So a better reading never brings back more than a worse one did.
     *
     * @return the value; nothing where no reading is held
     */
    public Optional<Exact> heldValue() {
        return held.map(earlier -> {
            Reading.Known now = latest.orElseThrow();
            Exact least = Doubt.LEAST.end(now);
            Exact most = Doubt.MOST.end(now);
            if (earlier.value().isBelow(least)) {
                return least;
            }
            return earlier.value().isAbove(most) ? most : earlier.value();
        });
    }

    /**
     * Returns the value of the baseline.
     *
     * @return its value, where one is defined
     */
    public Optional<Exact> baselineValue() {
        return baseline.flatMap(
                given -> given.fold(defined -> Optional.of(defined.value()), undefined -> Optional.empty()));
    }

    /**
     * A part of a reading.
     *
     * @param dimension what the parts are
     * @param name the part
     * @param value its value
     * @param share its share of the whole, in percent; for a part of a rate its own value
     * @param authorised whether the register allows the workflow
     */
    public record PartState(Dimension dimension, String name, Exact value, Exact share, Authorised authorised) {}
}
