package dev.roi.rules.facts;

import dev.roi.core.Exact;
import dev.roi.core.Reading;

/** Which end of a reading's interval is meant. */
enum Doubt {
    /** The value itself. */
    NONE,
    /** The value less its uncertainty. */
    LEAST,
    /** The value and its uncertainty. */
    MOST;

    Exact end(Reading.Known reading) {
        Exact doubt = reading.uncertainty().orElse(Exact.ZERO);
        return switch (this) {
            case NONE -> reading.value();
            case LEAST -> reading.value().minus(doubt);
            case MOST -> reading.value().plus(doubt);
        };
    }

    Doubt opposite() {
        return switch (this) {
            case NONE -> NONE;
            case LEAST -> MOST;
            case MOST -> LEAST;
        };
    }
}
