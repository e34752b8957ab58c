package dev.roi.core.trend;

import dev.roi.core.Direction;
import dev.roi.core.Trend;

/** What the tests of a latest point found. */
enum Move {
    /** It moved up. */
    UP,
    /** It moved down. */
    DOWN,
    /** Every test could be made, and none found a move. */
    NONE,
    /** No test found a move, but there were too few moving ranges for limits. */
    UNTOLD;

    /** The move to the side that a sign points to. */
    static Move to(int sign) {
        return sign > 0 ? UP : DOWN;
    }

    Trend trend(Direction direction, boolean enoughPoints) {
        return switch (this) {
            case UP -> moved(direction == Direction.HIGHER_IS_BETTER, direction);
            case DOWN -> moved(direction != Direction.HIGHER_IS_BETTER, direction);
            case NONE -> enoughPoints ? Trend.of(Trend.Course.STABLE) : insufficient();
            case UNTOLD -> insufficient();
        };
    }

    private static Trend moved(boolean better, Direction direction) {
        return direction == Direction.CONTEXT
                ? Trend.undetermined(Trend.Reason.NO_BETTER_SIDE)
                : Trend.of(better ? Trend.Course.IMPROVING : Trend.Course.WORSENING);
    }

    private static Trend insufficient() {
        return Trend.undetermined(Trend.Reason.INSUFFICIENT_HISTORY);
    }
}
