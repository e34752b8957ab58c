package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/**
 * Since when a committee has had a scope stopped, with nothing decided since that lets it go on.
 *
 * @param entry the number of the decision that stopped it
 * @param month the month that was decided on
 */
public record Stopped(long entry, YearMonth month) {

    /** Checks that there is a month. {@inheritDoc} */
    public Stopped {
        requireNonNull(month, "month");
    }
}
