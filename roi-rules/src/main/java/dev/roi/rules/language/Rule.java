package dev.roi.rules.language;

import dev.roi.core.Effect;
import dev.roi.core.Fault.Place;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * Returns the name of a rule file.
     *
     * @param path where it stands
     * @return the name without folder and ending
     */
    public static String fileName(String path) {
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
     * Returns the conditions that ask for a fact.
     *
     * @return those that are not about an absence, in order
     */
    public Stream<Condition> present() {
        return conditions.stream().filter(condition -> condition.presence() == Condition.Presence.PRESENT);
    }

    /**
     * Returns what the rule asks of numbers that are not certain: stopping and supporting need what is surely so, and what
     * was measured on the bad side raises an alarm all the same.
     *
     * @return the question
     */
    public Question question() {
        return switch (consequence.effect()) {
            case STOP, SUPPORTS -> Question.SURELY;
            case ADJUST, BLOCKS_EXTEND, NOTE -> Question.AS_MEASURED;
        };
    }

    /**
     * Returns the same rule with other conditions.
     *
     * @param others the conditions
     * @return the rule
     */
    public Rule with(List<Condition> others) {
        return new Rule(id, law, source, others, consequence, place);
    }

    /**
     * Tells whether the rule asks for the same as another, wherever they stand.
     *
     * @param other the other
     * @return whether both hold in the same months
     */
    public boolean asksTheSameAs(Rule other) {
        if (conditions.size() != other.conditions.size() || question() != other.question()) {
            return false;
        }
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).asksTheSameAs(other.conditions.get(i))) {
                return false;
            }
        }
        return true;
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
