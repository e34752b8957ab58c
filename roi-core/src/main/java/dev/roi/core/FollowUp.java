package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An earlier decision on the same scope, and whether what its action aimed at has moved since.
 *
 * @param decision the decision; one whose action has no answer comes before others
 * @param movements one for each indicator that the action aimed at, in its order
 */
public record FollowUp(PastDecision decision, List<Movement> movements) {

    /** Copies the movements. {@inheritDoc} */
    public FollowUp {
        requireNonNull(decision, "decision");
        movements = List.copyOf(movements);
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
     */
    public record Movement(
            IndicatorId indicator,
            String name,
            Course course,
            Optional<Exact> before,
            Optional<Exact> now,
            Optional<Unit> unit,
            String beforeText,
            String nowText) {}

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
