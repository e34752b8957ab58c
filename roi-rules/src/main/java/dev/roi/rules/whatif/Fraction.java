package dev.roi.rules.whatif;

import dev.roi.core.Exact;
import java.util.List;
import java.util.Optional;

/**
 * A number that follows from another one as (a v + b) / (c v + d) does, which shares, sums of shares and growth do. Three
 * points of it say all, without a look at how it is calculated.
 *
 * @param points three numbers in rising order, and what follows from each
 */
record Fraction(List<Point> points) {

    /** A number and what follows from it. */
    record Point(Exact at, Exact value) {}

    Fraction {
        points = List.copyOf(points);
    }

    /** The number that gives a value; nothing where none does, or every one. */
    Optional<Exact> where(Exact value) {
        Point one = points.get(0);
        Point two = points.get(1);
        Point three = points.get(2);
        if (value.equals(three.value())) {
            return isFlat() ? Optional.empty() : Optional.of(three.at());
        }
        Exact bottom = value.minus(three.value()).times(two.value().minus(one.value()));
        if (bottom.isZero()) {
            return Optional.empty();
        }
        Exact ratio =
                value.minus(one.value()).times(two.value().minus(three.value())).dividedBy(bottom);
        Exact first = two.at().minus(three.at());
        Exact second = two.at().minus(one.at());
        Exact slope = first.minus(ratio.times(second));
        return slope.isZero()
                ? Optional.empty()
                : Optional.of(first.times(one.at())
                        .minus(ratio.times(second).times(three.at()))
                        .dividedBy(slope));
    }

    private boolean isFlat() {
        return points.stream().map(Point::value).distinct().count() == 1;
    }
}
