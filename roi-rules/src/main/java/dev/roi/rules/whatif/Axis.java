package dev.roi.rules.whatif;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An indicator whose reading of the month may be another.
 *
 * @param indicator the indicator
 * @param from its value now; nothing where it is not known
 * @param grid the values that can be written down
 * @param step by how much it usually moves, above 0
 * @param zones the values that it can have, in order
 * @param making makes a reading of a value
 */
record Axis(
        Indicator indicator,
        Optional<Exact> from,
        Grid grid,
        Exact step,
        List<Zone> zones,
        Function<Exact, Reading> making) {

    Axis {
        zones = List.copyOf(zones);
    }

    IndicatorId id() {
        return indicator.id();
    }

    Reading reading(Exact value) {
        return making.apply(value);
    }

    /** The place of the zone that its value lies in now; nothing where it is not known. */
    Optional<Integer> at() {
        for (int i = 0; i < zones.size(); i++) {
            if (from.filter(zones.get(i).span()::contains).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The zones to one side of the value, the nearest first. */
    List<Zone> towards(Side side) {
        List<Zone> found = new ArrayList<>();
        int here = at().orElseThrow();
        for (int i = here + side.sign(); i >= 0 && i < zones.size(); i += side.sign()) {
            found.add(zones.get(i));
        }
        return found;
    }

    /** The nearest value of a zone. */
    Exact entry(Zone zone) {
        return from.flatMap(value -> grid.nearest(zone.span(), value)).orElse(zone.sample());
    }

    /** How far a value is away, in usual steps; what is not known yet moves nowhere. */
    Exact movement(Exact value) {
        return from.map(now -> value.minus(now).magnitude().dividedBy(step)).orElse(Exact.ZERO);
    }

    /** Up or down. */
    enum Side {
        UP(1),
        DOWN(-1);

        private final int sign;

        Side(int sign) {
            this.sign = sign;
        }

        int sign() {
            return sign;
        }

        Side opposite() {
            return this == UP ? DOWN : UP;
        }
    }
}
