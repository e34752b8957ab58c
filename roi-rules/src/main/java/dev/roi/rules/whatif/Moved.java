package dev.roi.rules.whatif;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Indicator.Additivity;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A reading with another value. Parts move with their whole: of an amount the largest, of a rate or a mean each. */
final class Moved {

    private Moved() {}

    static Reading.Known to(Exact value, Indicator indicator, Reading.Known reading) {
        if (value.equals(reading.value())) {
            return reading;
        }
        Exact distance = value.minus(reading.value());
        Map<Dimension, Map<String, Reading.Part>> by = new EnumMap<>(Dimension.class);
        reading.by()
                .forEach((dimension, parts) -> by.put(
                        dimension,
                        indicator.additivity() == Additivity.ADDS_UP
                                ? withLargestMoved(parts, distance)
                                : allMoved(parts, distance, indicator.range())));
        return reading.valued(value).by(by);
    }

    static Reading.Known certain(Reading.Known reading) {
        return reading.certain();
    }

    private static Map<String, Reading.Part> withLargestMoved(Map<String, Reading.Part> parts, Exact distance) {
        Map<String, Reading.Part> moved = new TreeMap<>(parts);
        largest(parts)
                .ifPresent(name -> moved.computeIfPresent(
                        name, (same, part) -> Reading.Part.of(part.value().plus(distance))));
        return moved;
    }

    /** The name of the largest part; of several, the first. */
    static Optional<String> largest(Map<String, Reading.Part> parts) {
        return parts.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Reading.Part>, Exact>comparing(
                                part -> part.getValue().value())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private static Map<String, Reading.Part> allMoved(Map<String, Reading.Part> parts, Exact distance, Range range) {
        Map<String, Reading.Part> moved = new TreeMap<>();
        parts.forEach((name, part) ->
                moved.put(name, Reading.Part.of(within(range, part.value().plus(distance)))));
        return moved;
    }

    private static Exact within(Range range, Exact value) {
        Optional<Exact> least = range.least().filter(value::isBelow);
        Optional<Exact> most = range.most().filter(value::isAbove);
        return least.or(() -> most).orElse(value);
    }
}
