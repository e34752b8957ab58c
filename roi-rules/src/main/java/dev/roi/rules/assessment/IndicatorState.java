package dev.roi.rules.assessment;

import dev.roi.core.Baseline;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Reading;
import dev.roi.rules.facts.Fact.Part.Authorised;
import dev.roi.rules.facts.Figure;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the reviewed month says of one indicator.
 *
 * @param indicator the indicator
 * @param reading its reading this month; unknown too where it is in another unit, and not due only where that is true
 * @param unknownMonths how many months of use it has not been known for though it was due, this one included; 0 where it is
 *     known
 * @param lastCount its last known reading, this month's or an earlier complete month's
 * @param baseline its baseline, if one is given
 * @param comparison its last known reading held against the baseline; nothing where it was never known
 * @param earlier its last reading of a whole month, held against the baseline, where the last known one is of some days only
 * @param due whether its effects are due this month
 * @param parts the parts of this month's reading, by dimension and name; may be empty
 * @param lastParts where it is stale the parts of its last known reading; otherwise none
 * @param change its growth over the one it is read against; nothing where either is unknown
 */
public record IndicatorState(
        Indicator indicator,
        Reading reading,
        int unknownMonths,
        Optional<LastCount> lastCount,
        Optional<Baseline> baseline,
        Optional<Comparison> comparison,
        Optional<Earlier> earlier,
        boolean due,
        List<PartState> parts,
        List<PartState> lastParts,
        Optional<Growth> change) {

    /** Copies the parts. {@inheritDoc} */
    public IndicatorState {
        parts = List.copyOf(parts);
        lastParts = List.copyOf(lastParts);
    }

    /**
     * Returns its last known reading.
     *
     * @return the reading, if it was ever known
     */
    public Optional<Reading.Known> latest() {
        return lastCount.map(LastCount::reading);
    }

    /**
     * Tells whether the indicator was known once and is not this month.
     *
     * @return whether its last known reading is an earlier month's
     */
    public boolean isStale() {
        return lastCount.isPresent() && reading.known().isEmpty();
    }

    /**
     * Returns the value of the baseline.
     *
     * @return its value, where one is defined
     */
    public Optional<Exact> baselineValue() {
        return definedBaseline().map(Baseline.Defined::value);
    }

    /**
     * Returns the baseline.
     *
     * @return the baseline, where one is defined
     */
    public Optional<Baseline.Defined> definedBaseline() {
        return baseline.flatMap(given -> given.fold(Optional::of, undefined -> Optional.empty()));
    }

    /**
     * A reading of an earlier month.
     *
     * @param reading the reading
     * @param month its month
     * @param comparison the reading held against the baseline
     */
    public record Earlier(Reading.Known reading, YearMonth month, Comparison comparison) {}

    /**
     * A part of a reading.
     *
     * @param dimension what the parts are
     * @param name the part
     * @param figure its value
     * @param share its share of the whole, in percent; for a part of a rate its own value
     * @param authorised whether the register allows the workflow
     */
    public record PartState(Dimension dimension, String name, Figure figure, Figure share, Authorised authorised) {

        /**
         * Returns what the part was measured to be.
         *
         * @return its value, whatever its uncertainty
         */
        public Exact value() {
            return figure.estimate();
        }
    }
}
