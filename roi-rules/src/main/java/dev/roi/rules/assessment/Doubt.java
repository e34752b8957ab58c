package dev.roi.rules.assessment;

import dev.roi.core.Exact;
import dev.roi.core.Reading;
import dev.roi.rules.facts.Figure;

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

    static Figure figure(Reading.Known reading) {
        return reading.uncertainty().isEmpty()
                ? Figure.of(reading.value())
                : new Figure(reading.value(), LEAST.end(reading), MOST.end(reading));
    }

    Doubt opposite() {
        return switch (this) {
            case NONE -> NONE;
            case LEAST -> MOST;
            case MOST -> LEAST;
        };
    }
}
