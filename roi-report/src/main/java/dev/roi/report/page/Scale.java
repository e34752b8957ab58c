package dev.roi.report.page;

import dev.roi.core.Exact;
import java.util.Collections;
import java.util.List;

/**
 * From which to which value a picture reaches. The rule is the same for every picture: all that is drawn, and never less
 * than half of the greatest value, so that a change looks as large as it is and noise looks like noise.
 *
 * @param least the least value
 * @param most the greatest value
 */
record Scale(Exact least, Exact most) {

    private static final Exact HALF = Exact.of("0.5");

    static Scale of(List<Exact> drawn) {
        Exact least = Collections.min(drawn);
        Exact most = Collections.max(drawn);
        Exact magnitude = most.magnitude().isAbove(least.magnitude()) ? most.magnitude() : least.magnitude();
        Exact missing = magnitude.times(HALF).minus(most.minus(least));
        if (missing.signum() <= 0) {
            return new Scale(least, most);
        }
        Exact down = missing.times(HALF);
        Exact from = least.minus(down);
        // what cannot be negative is not drawn as if it could
        Exact floor = least.signum() >= 0 && from.signum() < 0 ? Exact.ZERO : from;
        return new Scale(floor, most.plus(down).plus(floor.minus(from)));
    }

    /** How far along so many pixels a value lies, from the least. */
    int at(Exact value, int pixels) {
        if (least.equals(most)) {
            return pixels / 2;
        }
        Exact share = value.minus(least).dividedBy(most.minus(least));
        int at = share.times(Exact.of(pixels)).rounded(0).intValue();
        return Math.max(0, Math.min(pixels, at));
    }
}
