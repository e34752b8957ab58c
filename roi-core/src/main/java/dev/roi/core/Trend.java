package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where an indicator is going over a scope's history, in the sense of its direction; noise is not a trend.
 *
 * @param course where it is going
 * @param reason why that cannot be told; there exactly when the course is undetermined
 */
public record Trend(Course course, Optional<Reason> reason) {

    /** Checks that a reason is there when, and only when, it is needed. {@inheritDoc} */
    public Trend {
        requireNonNull(course, "course");
        if ((course == Course.UNDETERMINED) != reason.isPresent()) {
            throw new IllegalArgumentException("trend (%s) and reason (%s) do not agree".formatted(course, reason));
        }
    }

    /**
     * Returns a trend that could be told.
     *
     * @param course where it is going
     * @return the trend
     */
    public static Trend of(Course course) {
        return new Trend(course, Optional.empty());
    }

    /**
     * Returns a trend that could not be told.
     *
     * @param reason why not
     * @return the trend
     */
    public static Trend undetermined(Reason reason) {
        return new Trend(Course.UNDETERMINED, Optional.of(reason));
    }

    /** Where an indicator is going. */
    public enum Course implements Keyword {
        /** To its better side. */
        IMPROVING,
        /** Nowhere, as far as enough points can tell. */
        STABLE,
        /** To its worse side. */
        WORSENING,
        /** It cannot be told. */
        UNDETERMINED
    }

    /** Why a trend cannot be told. */
    public enum Reason implements Keyword {
        /** Too few comparable points to tell a trend from noise. */
        INSUFFICIENT_HISTORY,
        /** The month has no reading. */
        UNKNOWN_THIS_MONTH,
        /** The indicator has no better side. */
        NO_BETTER_SIDE,
        /** The indicators of one row have nothing in common. */
        SEVERAL_INDICATORS
    }
}
