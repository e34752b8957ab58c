package dev.roi.testkit;

/**
 * What a generated scorecard is like before it is disturbed. Shapes are made from directions, natures, ranges, baselines
 * and limits alone, so that they fit any policy.
 */
public enum Shape {
    /** Outcomes become better month by month, and everything else is in order. */
    RISING,
    /** Outcomes stay at their baselines, and everything else is in order. */
    FLAT,
    /** Outcomes become worse month by month. */
    FALLING,
    /** Rising, but for one outcome that is far beyond its limits. */
    ALARMED,
    /** Much activity and a good perception, but outcomes without baselines are on the bad side of their limits. */
    DISPERSED,
    /** Each indicator has a course of its own. */
    MIXED,
    /** Each reading is drawn by itself, preferably near an edge. */
    RANDOM
}
