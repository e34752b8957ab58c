package dev.roi.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * One figure.
 *
 * @param name what was measured
 * @param of with whom or how, by name; may be empty
 * @param value the figure
 * @param error half of its confidence interval of 99.9 %, or its range, in the same unit; 0 where it is a single figure
 * @param unit the unit of both
 */
public record Measure(String name, Map<String, String> of, double value, double error, String unit) {

    /** Sorts what it is of. {@inheritDoc} */
    public Measure {
        of = new TreeMap<>(of);
        error = Double.isNaN(error) ? 0 : error;
    }

    static Measure of(String name, Map<String, String> of, double value, String unit) {
        return new Measure(name, of, value, 0, unit);
    }
}
