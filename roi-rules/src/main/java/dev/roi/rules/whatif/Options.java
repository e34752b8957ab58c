package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param to the one better decision that is asked about; all of them unless said
 * @param most how many readings may be otherwise together, from 1 to {@value #MOST_READINGS}
 * @param policyChanges whether changes of thresholds are asked for too
 * @param extent how much is answered
 */
public record Options(Optional<Decision> to, int most, PolicyChanges policyChanges, Extent extent) {

    /** How many readings may be otherwise together at the most. */
    public static final int MOST_READINGS = 3;

    /** Every better decision, by up to {@value #MOST_READINGS} readings, under the policy as it is. */
    public static final Options USUAL = new Options(Optional.empty(), MOST_READINGS, PolicyChanges.LEFT_OUT);

    /** What a page says first: the ways to better decisions, and what to measure next. */
    public static final Options BRIEF =
            new Options(Optional.empty(), MOST_READINGS, PolicyChanges.LEFT_OUT, Extent.BETTER_ONLY);

    /** Checks the number. {@inheritDoc} */
    public Options {
        if (most < 1 || most > MOST_READINGS) {
            throw new IllegalArgumentException("readings (%s) must be from 1 to %s".formatted(most, MOST_READINGS));
        }
    }

    /**
     * Asks for all that there is to say.
     *
     * @param to the one better decision that is asked about; all of them unless said
     * @param most how many readings may be otherwise together, from 1 to {@value #MOST_READINGS}
     * @param policyChanges whether changes of thresholds are asked for too
     */
    public Options(Optional<Decision> to, int most, PolicyChanges policyChanges) {
        this(to, most, policyChanges, Extent.ALL);
    }

    /**
     * Asks about one decision.
     *
     * @param decision the decision
     * @return these options, for that decision
     */
    public Options to(Decision decision) {
        return new Options(Optional.of(decision), most, policyChanges, extent);
    }

    /**
     * Sets how many readings may be otherwise together.
     *
     * @param number from 1 to {@value #MOST_READINGS}
     * @return these options, for so many
     */
    public Options upTo(int number) {
        return new Options(to, number, policyChanges, extent);
    }

    /**
     * Asks for changes of thresholds too.
     *
     * @return these options, with such changes
     */
    public Options withPolicyChanges() {
        return new Options(to, most, PolicyChanges.ASKED_FOR, extent);
    }

    /** How much is answered. */
    public enum Extent {
        /** Everything. */
        ALL,
        /**
         * What gives a better decision and, where there is none, a worse one; what to measure next. What keeps the decision,
         * and how much of what is uncertain does, is left out: a third of the time.
         */
        BETTER_ONLY
    }

    /** Whether changes of thresholds are asked for. */
    public enum PolicyChanges {
        /** They are not: a committee decides on readings. */
        LEFT_OUT,
        /** They are: whoever governs the policy asks. */
        ASKED_FOR
    }
}
