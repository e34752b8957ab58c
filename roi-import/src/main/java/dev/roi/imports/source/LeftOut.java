package dev.roi.imports.source;

import dev.roi.core.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reader could not use: each row has a reason, counted, with the first example's place. */
public final class LeftOut {

    private final Map<String, Reason> reasons = new TreeMap<>();

    LeftOut() {}

    /** Counts a row. Of all places the first is kept, whatever the order that files are read in. */
    void add(String reason, Fault.Place place) {
        reasons.merge(reason, new Reason(reason, 1, place), Reason::and);
    }

    /**
     * Returns what was left out.
     *
     * @return the reasons, in the order of their names
     */
    public List<Reason> reasons() {
        return Collections.unmodifiableList(new ArrayList<>(reasons.values()));
    }

    /**
     * Rows that were left out for one reason.
     *
     * @param key the key of its words, after {@code left-out.}
     * @param count how many rows there are
     * @param example the place of the first
     */
    public record Reason(String key, long count, Fault.Place example) {

        Reason and(Reason other) {
            Fault.Place first = example.compareTo(other.example) <= 0 ? example : other.example;
            return new Reason(key, count + other.count, first);
        }
    }
}
