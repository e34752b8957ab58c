package dev.roi.governance.addition;

import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Range;
import dev.roi.core.Unit;
import dev.roi.rules.policy.PolicyFiles;

/**
 * Numbers to begin with, for a threshold that has not been chosen yet.
 *
 * @param value the threshold
 * @param range what it may be
 * @param step by how much it is moved
 */
record Example(Exact value, Range range, Exact step) {

    /** From where one counts or measures without an end, an example is as far. */
    private static final Exact FAR = Exact.HUNDRED;

    private static final Exact NARROW = Exact.of(4);

    static Example in(Unit unit) {
        return in(unit.equals(Unit.PERCENT) ? Range.between(Exact.ZERO, Exact.HUNDRED) : Range.ANY);
    }

    static Example in(Range possible) {
        Exact least = possible.least()
                .orElseGet(() -> possible.most().map(most -> most.minus(FAR)).orElse(Exact.ZERO));
        Exact most = possible.most().orElseGet(() -> least.plus(FAR));
        Exact width = most.minus(least);
        boolean isNarrow = width.isBelow(NARROW);
        Exact middle = least.plus(width.dividedBy(Exact.of(2)));
        return new Example(
                isNarrow ? middle : middle.roundedHalfEven(0),
                Range.between(least, most),
                isNarrow ? width.dividedBy(Exact.TEN) : Exact.ONE);
    }

    /** The reading that a limit in its place is for, one step beyond it. */
    Exact beyond(Indicator indicator) {
        return isLower(indicator) ? value.minus(step) : value.plus(step);
    }

    /** The reading one step on the good side of it. */
    Exact within(Indicator indicator) {
        return isLower(indicator) ? value.plus(step) : value.minus(step);
    }

    /** Whether low readings are what an indicator is watched for. */
    static boolean isLower(Indicator indicator) {
        return indicator.direction() == Direction.HIGHER_IS_BETTER;
    }

    /** The entry of {@link PolicyFiles#THRESHOLDS}. */
    Entry entry(String id, Unit unit, String because) {
        return Entry.of(id)
                .with("value", value.toString())
                .with("unit", unit.id())
                .with(
                        "range",
                        "{ least: %s, most: %s }"
                                .formatted(
                                        range.least().orElseThrow(),
                                        range.most().orElseThrow()))
                .with("step", step.toString())
                .with("because", because);
    }
}
