package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An earlier decision on the same scope, or one of its actions, and whether what that aimed at has moved since.
 *
 * @param decision the decision
 * @param action the action that is followed up on; nothing where the decision asked for none. One that is open comes
 *     before others
 * @param movements one for each indicator that the action aimed at, in its order
 */
public record FollowUp(PastDecision decision, Optional<PastAction> action, List<Movement> movements) {

    /** Copies the movements, and checks that the action is one of the decision. {@inheritDoc} */
    public FollowUp {
        requireNonNull(decision, "decision");
        movements = List.copyOf(movements);
        if (action.isPresent() && !decision.actions().contains(action.get())) {
            throw new IllegalArgumentException("entry (%s) did not ask for action %s"
                    .formatted(decision.entry(), action.get().id()));
        }
    }

    /**
     * An indicator in the month that was decided on, and in the reviewed month.
     *
     * @param indicator the indicator
     * @param name what people call it
     * @param course where it went
     * @param before its value in the month that was decided on, exactly; nothing where not known
     * @param now its value in the reviewed month, exactly; nothing where not known
     * @param unit what the values count; nothing where the policy no longer has the indicator
     * @param beforeText the earlier value in words
     * @param nowText the value in words
     * @param goal whether it is where the action was to bring it; nothing where no target was set
     */
    public record Movement(
            IndicatorId indicator,
            String name,
            Course course,
            Optional<Exact> before,
            Optional<Exact> now,
            Optional<Unit> unit,
            String beforeText,
            String nowText,
            Optional<Goal> goal) {

        private static final int KEPT_DECIMALS = 6;

        /**
         * Tells whether the action came to anything here.
         *
         * @return whether the target was reached, or the indicator is better where none was set
         */
        public boolean isGained() {
            return goal.map(set -> set.attainment() == Attainment.REACHED).orElse(course == Course.IMPROVED);
        }

        /** As it is kept on record, where a rate such as 1751 of 4607 has no end: rounded as documents are. */
        Movement kept() {
            return new Movement(
                    indicator,
                    name,
                    course,
                    before.map(Movement::kept),
                    now.map(Movement::kept),
                    unit,
                    beforeText,
                    nowText,
                    goal);
        }

        private static Exact kept(Exact value) {
            return value.decimals(Exact.COMPARABLE_DECIMALS + 1) <= Exact.COMPARABLE_DECIMALS
                    ? value
                    : Exact.of(value.rounded(KEPT_DECIMALS));
        }
    }

    /**
     * A target, and whether it was reached.
     *
     * @param target the target
     * @param targetText its value in words
     * @param attainment whether it was reached
     */
    public record Goal(Target target, String targetText, Attainment attainment) {

        /** Checks that everything is there. {@inheritDoc} */
        public Goal {
            requireNonNull(target, "target");
            requireNonNull(targetText, "targetText");
            requireNonNull(attainment, "attainment");
        }
    }

    /** Whether a target was reached. */
    public enum Attainment implements Keyword {
        /** It was. */
        REACHED,
        /** It was not. */
        MISSED,
        /** The reading is not known, or too uncertain to tell. */
        UNDETERMINED
    }

    /** Where an indicator went. */
    public enum Course implements Keyword {
        /** Better than it was, by more than its tolerance. */
        IMPROVED,
        /** Within its tolerance of what it was. */
        SAME,
        /** Worse than it was, by more than its tolerance. */
        WORSE,
        /** Not known for both months, measured in two ways, too uncertain to tell, or without a better side. */
        UNDETERMINED
    }
}
