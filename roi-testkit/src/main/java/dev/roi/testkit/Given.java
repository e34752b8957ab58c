package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.ThresholdId;
import dev.roi.core.UnknownReason;
import java.util.Optional;

/**
 * Something that a test gives to a policy, or expects a reason to cite: a reading, a baseline or a threshold. Import its
 * factories statically.
 */
public sealed interface Given {

    /**
     * Gives a reading.
     *
     * @param indicator the indicator
     * @param value the digits of its value, in its unit
     * @return the reading
     * @throws NumberFormatException when the text is no number
     */
    static OfReading reading(String indicator, String value) {
        return reading(indicator, Reading.of(value));
    }

    /**
     * Gives a reading with everything that is said of it.
     *
     * @param indicator the indicator
     * @param reading the reading
     * @return the reading
     */
    static OfReading reading(String indicator, Reading reading) {
        return new OfReading(new IndicatorId(indicator), reading);
    }

    /**
     * Gives a reading that was not reported.
     *
     * @param indicator the indicator
     * @return the reading
     */
    static OfReading unknown(String indicator) {
        return unknown(indicator, UnknownReason.NOT_REPORTED);
    }

    /**
     * Gives a reading that is not known.
     *
     * @param indicator the indicator
     * @param reason why not
     * @return the reading
     */
    static OfReading unknown(String indicator, UnknownReason reason) {
        return reading(indicator, Reading.unknown(reason));
    }

    /**
     * Gives a baseline.
     *
     * @param indicator the indicator
     * @param value the digits of its baseline, in its unit
     * @return the baseline
     * @throws NumberFormatException when the text is no number
     */
    static OfBaseline baseline(String indicator, String value) {
        return new OfBaseline(new IndicatorId(indicator), Exact.of(value));
    }

    /**
     * Gives a threshold another value than the policy does.
     *
     * @param threshold the threshold
     * @param value the digits of its value, within its allowed range
     * @return the threshold
     * @throws NumberFormatException when the text is no number
     */
    static OfThreshold threshold(String threshold, String value) {
        return new OfThreshold(new ThresholdId(threshold), Exact.of(value));
    }

    /**
     * Writes it as failures do.
     *
     * @return a few words, such as {@code adoption-rate 39.9}
     */
    String words();

    /**
     * A reading.
     *
     * @param indicator the indicator
     * @param reading its reading
     */
    record OfReading(IndicatorId indicator, Reading reading) implements Given {

        @Override
        public String words() {
            return words(indicator, reading.known().map(Reading.Known::value));
        }

        static String words(IndicatorId indicator, Optional<Exact> value) {
            return indicator + " " + value.map(Exact::toString).orElse("unknown");
        }
    }

    /**
     * A baseline.
     *
     * @param indicator the indicator
     * @param value what its readings are compared with
     */
    record OfBaseline(IndicatorId indicator, Exact value) implements Given {

        @Override
        public String words() {
            return "baseline of %s %s".formatted(indicator, value);
        }

        Baseline baseline() {
            return Baseline.of(value);
        }
    }

    /**
     * A threshold.
     *
     * @param threshold the threshold
     * @param value its value
     */
    record OfThreshold(ThresholdId threshold, Exact value) implements Given {

        @Override
        public String words() {
            return "%s %s".formatted(threshold, value);
        }

        static OfThreshold of(ThresholdId id, Evidence evidence) {
            return new OfThreshold(id, evidence.limit().orElseThrow());
        }
    }
}
