package dev.roi.rules.assessment;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Names;
import dev.roi.core.Reading;
import dev.roi.rules.facts.Fact.Change.Obstacle;
import dev.roi.rules.facts.Figure;
import java.util.Optional;

/**
 * How much an indicator grows over another in the same month.
 *
 * @param percent its growth, in percent of the other; nothing where there is an obstacle
 * @param amount how much it is above the other
 * @param obstacle why there is no percentage
 */
public record Growth(Optional<Figure> percent, Figure amount, Obstacle obstacle) {

    static Growth of(Indicator indicator, Reading.Known now, Indicator over, Reading.Known base) {
        Figure value = Uncertainty.of(indicator, now);
        Figure other = Uncertainty.of(over, base);
        Figure amount = Uncertainty.less(value, other);
        boolean isOtherwise = now.definition().isPresent()
                && base.definition().isPresent()
                && !Names.areAlike(now.definition().get(), base.definition().get());
        if (isOtherwise) {
            return new Growth(Optional.empty(), amount, Obstacle.OTHER_DEFINITION);
        }
        if (amount.isCertain() && amount.estimate().isZero()) {
            return new Growth(Optional.of(Figure.of(Exact.ZERO)), amount, Obstacle.NONE);
        }
        Optional<Figure> percent = other.estimate().signum() > 0 ? Uncertainty.change(value, other) : Optional.empty();
        return new Growth(percent, amount, percent.isPresent() ? Obstacle.NONE : Obstacle.NOTHING_BEFORE);
    }
}
