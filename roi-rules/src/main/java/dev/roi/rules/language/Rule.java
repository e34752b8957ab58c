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
 * @param elements what must hold, in the order of the file
 * @param consequence what it says then
 * @param place where it stands
 */
public record Rule(
        RuleId id,
        Optional<String> law,
        Optional<String> source,
        List<Element> elements,
        Consequence consequence,
        Place place) {

    private static final String FOLDER = "rules/";

    /** Copies the elements. {@inheritDoc} */
    public Rule {
        elements = List.copyOf(elements);
    }

    /**
     * Returns the conditions that must all hold.
     *
     * @return those that stand in nothing else, in the order of the file
     */
    public List<Condition> conditions() {
        return elements.stream()
                .filter(Condition.class::isInstance)
                .map(Condition.class::cast)
                .toList();
    }

    /**
     * Returns everything that the rule asks of facts.
     *
     * @return its conditions, also those that stand in something else, in the order of the file
     */
    public Stream<Condition> allConditions() {
        return elements.stream().flatMap(Element::conditions);
    }

    /**
     * Returns the comparisons of facts.
     *
     * @return those of all conditions, also those of which one is enough
     */
    public Stream<Constraint> allConstraints() {
        return allConditions().flatMap(condition -> condition.items().stream()).flatMap(Item::constraints);
    }

    /**
     * Tells whether it asks for what is on record.
     *
     * @return whether it applies only where a ledger is given
     */
    public boolean asksForRecord() {
        return allConditions().anyMatch(condition -> condition.type().isOnRecord());
    }

    /**
     * Tells whether its conditions say all that it asks, each by itself.
     *
     * @return whether there is nothing but conditions, which look at one fact each
     */
    public boolean isPlain() {
        return elements.stream().allMatch(element -> element instanceof Condition condition && condition.isPlain());
    }

    /**
     * Returns the name of the file that it stands in.
     *
     * @return the path within the folder of rules, without its ending, such as {@code risk} or {@code portfolio/conflicts};
     *     the file asks one question
     */
    public String file() {
        return fileName(place.source());
    }

    /**
     * Returns the name of a rule file.
     *
     * @param path where it stands
     * @return the path within the folder of rules, without its ending
     */
    public static String fileName(String path) {
        int folder = path.lastIndexOf(FOLDER);
        String name = folder < 0 ? path.substring(path.lastIndexOf('/') + 1) : path.substring(folder + FOLDER.length());
        return name.endsWith(".drl") ? name.substring(0, name.length() - ".drl".length()) : name;
    }

    /**
     * Returns the thresholds that it compares or calculates with.
     *
     * @return the thresholds, each once, in order
     */
    public List<ThresholdId> thresholds() {
        return elements.stream()
                .flatMap(Element::allItems)
                .flatMap(Item::expressions)
                .flatMap(Expression::parts)
                .filter(Expression.Limit.class::isInstance)
                .map(part -> ((Expression.Limit) part).threshold())
                .distinct()
                .toList();
    }

    /**
     * Returns the conditions that ask for a fact.
     *
     * @return those that are not about an absence, in order
     */
    public Stream<Condition> present() {
        return conditions().stream().filter(condition -> condition.presence() == Condition.Presence.PRESENT);
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
     * Returns the same rule, asking for other things.
     *
     * @param others what must hold
     * @return the rule
     */
    public Rule with(List<? extends Element> others) {
        return new Rule(id, law, source, List.copyOf(others), consequence, place);
    }

    /**
     * Returns the same rule with another condition in the place of one.
     *
     * @param one a condition of it, wherever it stands
     * @param other what to put in its place
     * @return the rule
     */
    @SuppressWarnings("ReferenceEquality") // the one that stands there, and none that asks for the same
    public Rule with(Condition one, Condition other) {
        return with(Element.with(elements, condition -> condition == one ? other : condition));
    }

    /**
     * Tells whether the rule asks for the same as another, wherever they stand.
     *
     * @param other the other
     * @return whether both hold in the same months
     */
    public boolean asksTheSameAs(Rule other) {
        if (elements.size() != other.elements.size() || question() != other.question()) {
            return false;
        }
        for (int i = 0; i < elements.size(); i++) {
            if (!elements.get(i).asksTheSameAs(other.elements.get(i))) {
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
