package dev.roi.imports;

/**
 * A reading that was taken twice, and changed.
 *
 * @param before what was read first
 * @param after what was read last, which counts
 */
public record Restated(ReadingRow before, ReadingRow after) implements Comparable<Restated> {

    @Override
    public int compareTo(Restated other) {
        return Rows.ORDER.compare(after, other.after);
    }
}
