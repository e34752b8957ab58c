package dev.roi.rules.policy;

import dev.roi.core.Effect;
import dev.roi.core.Fault.Place;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.core.Worded;
import java.util.List;
import java.util.Optional;

/**
 * A rule as its authors wrote it: when all conditions hold, it gives one reason.
 *
 * @param id its name, which a justification and a scenario cite
 * @param law the decision law it serves, where it says so
 * @param source what it rests on, where it says so
 * @param conditions what must hold, in the order of the file
 * @param consequence what it says then
 * @param place where it stands
 */
public record Rule(
        RuleId id,
        Optional<String> law,
        Optional<String> source,
        List<Condition> conditions,
        Consequence consequence,
        Place place) {

    /** Copies the conditions. {@inheritDoc} */
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /**
     * Returns the name of the file that it stands in.
     *
     * @return the name without folder and ending, such as {@code risk}; the file asks one question
     */
    public String file() {
        return fileName(place.source());
    }

    static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".drl") ? name.substring(0, name.length() - ".drl".length()) : name;
    }

    /**
     * Returns the thresholds that its conditions compare with.
     *
     * @return the thresholds, each once, in order
     */
    public List<ThresholdId> thresholds() {
        return conditions.stream()
                .flatMap(condition -> condition.constraints().stream())
                .flatMap(constraint -> constraint.limit().stream())
                .distinct()
                .toList();
    }

    /**
     * One thing that must hold: that there is, or that there is not, a fact with all of these properties.
     *
     * @param presence whether there must be one, or must not
     * @param type what the fact is
     * @param constraints what must be true of it
     * @param place where the condition stands
     */
    public record Condition(Presence presence, FactType type, List<Constraint> constraints, Place place) {

        /** Copies the constraints. {@inheritDoc} */
        public Condition {
            constraints = List.copyOf(constraints);
        }
    }

    /** Whether a condition asks for a fact or for its absence. */
    public enum Presence implements Worded {
        /** There is such a fact. */
        PRESENT,
        /** There is no such fact. */
        ABSENT
    }

    /**
     * A comparison of one property of a fact.
     *
     * @param field the property
     * @param operator how it is compared
     * @param words what it is compared with: the words of a list, or one word; {@code true} and {@code false} for a flag
     * @param limit what it is compared with: a threshold
     * @param place where the comparison stands
     */
    public record Constraint(
            FactType.Field field, Operator operator, List<String> words, Optional<ThresholdId> limit, Place place) {

        /** Checks that there is one thing to compare with. {@inheritDoc} */
        public Constraint {
            words = List.copyOf(words);
            if (words.isEmpty() == limit.isEmpty()) {
                throw new IllegalArgumentException("a comparison is with words or with a threshold");
            }
        }
    }

    /** How a property is compared. */
    public enum Operator {
        /** The same. */
        EQUAL("=="),
        /** Not the same. */
        NOT_EQUAL("!="),
        /** Smaller. */
        BELOW("<"),
        /** Smaller or the same. */
        AT_MOST("<="),
        /** Greater. */
        ABOVE(">"),
        /** Greater or the same. */
        AT_LEAST(">="),
        /** One of a list. */
        IN("in"),
        /** None of a list. */
        NOT_IN("not in");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /**
         * Returns the sign that rule files use.
         *
         * @return the sign
         */
        public String sign() {
            return sign;
        }

        /**
         * Tells whether numbers in an order meet the comparison.
         *
         * @param order what {@code compareTo} says of the two
         * @return whether they do
         */
        public boolean isMetBy(int order) {
            return switch (this) {
                case EQUAL, IN -> order == 0;
                case NOT_EQUAL, NOT_IN -> order != 0;
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }

        /**
         * Tells whether the operator orders numbers.
         *
         * @return whether it is one of the four signs below and above
         */
        public boolean orders() {
            return this == BELOW || this == AT_MOST || this == ABOVE || this == AT_LEAST;
        }
    }

    /**
     * What a rule says when its conditions hold.
     *
     * @param effect what it does to the decision
     * @param standing whether a reason against extending is a veto, or a condition for extending that is not met
     * @param lever what an adjustment acts on; there exactly when the effect is an adjustment
     */
    public record Consequence(Effect effect, Standing standing, Optional<LeverId> lever) {}

    /** What kind of reason against extending it is. */
    public enum Standing {
        /** It vetoes what would otherwise be extended; or it is no reason against extending. */
        VETO,
        /** Extending has not been earned. */
        NOT_EARNED
    }
}
