package dev.roi.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * One figure.
 *
 * @param name what was measured
 * @param of with whom or how, by name; may be empty
 * @param value the figure
 * @param error half of what lies between the quartiles of what it is the median of, in the same unit; 0 where it is a single
 *     figure
 * @param unit the unit of both
 */
public record Measure(String name, Map<String, String> of, double value, double error, String unit) {

    /** Sorts what it is of. {@inheritDoc} */
    public Measure {
        of = new TreeMap<>(of);
    }

    static Measure of(String name, Map<String, String> of, double value, String unit) {
        return new Measure(name, of, value, 0, unit);
    }

    static Measure median(String name, Map<String, String> of, Collection<Double> values, String unit) {
        Statistics all = new ListStatistics(
                values.stream().mapToDouble(Double::doubleValue).toArray());
        double error = (all.getPercentile(75) - all.getPercentile(25)) / 2;
        return new Measure(name, of, all.getPercentile(50), error, unit);
    }
}
