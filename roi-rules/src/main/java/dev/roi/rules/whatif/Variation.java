package dev.roi.rules.whatif;

import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is otherwise than the scorecard has it.
 *
 * @param readings readings of the reviewed month, and of each month after it
 * @param later readings of the months after it, where they are others than those
 * @param months how many months come after it
 */
record Variation(Map<IndicatorId, Reading> readings, Map<IndicatorId, Reading> later, int months) {

    static final Variation NONE = new Variation(Map.of(), Map.of(), 0);

    Variation {
        readings = Collections.unmodifiableMap(new TreeMap<>(readings));
        later = Collections.unmodifiableMap(new TreeMap<>(later));
    }

    Variation with(IndicatorId id, Reading reading) {
        Map<IndicatorId, Reading> more = new TreeMap<>(readings);
        more.put(id, reading);
        return new Variation(more, later, months);
    }

    Variation laterWith(IndicatorId id, Reading reading) {
        Map<IndicatorId, Reading> more = new TreeMap<>(later);
        more.put(id, reading);
        return new Variation(readings, more, months);
    }

    Variation after(int number) {
        return new Variation(readings, later, number);
    }
}
