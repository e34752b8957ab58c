package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where an indicator is going over a scope's history, in the sense of its direction; noise is not a trend.
 *
 * @param course where it is going
 * @param reason why the course is undetermined; present exactly when it is
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
     * Returns a trend whose course is known.
     *
     * @param course where it is going
     * @return the trend
     */
    public static Trend of(Course course) {
        return new Trend(course, Optional.empty());
    }

    /**
     * Returns an undetermined trend.
     *
     * @param reason why it is undetermined
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
        /** Undetermined; the reason says why. */
        UNDETERMINED
    }

    /** Why a trend is undetermined. */
    public enum Reason implements Keyword {
        /** Too few comparable points to tell a trend from noise. */
        INSUFFICIENT_HISTORY,
        /** The month has no reading. */
        UNKNOWN_THIS_MONTH,
        /** Neither direction of the indicator is better. */
        NO_BETTER_SIDE,
        /** The indicators of one row have nothing in common. */
        SEVERAL_INDICATORS
    }
}
