package dev.roi.rules.explain;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Keyword;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.json.Json;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Operator;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Every rule of a policy held against one scope and month. Data first; {@code dev.roi.report} renders it.
 *
 * @param rules the rules, in the policy's order
 */
public record Explanation(List<OfRule> rules) {

    /** How far is near, in shares of the number that a value is held against. */
    private static final Exact NEAR = Exact.ratio(Exact.ONE, Exact.of(3));

    /** Copies the list. {@inheritDoc} */
    public Explanation {
        rules = List.copyOf(rules);
    }

    /**
     * Returns the explanation as a part of a document, for Jackson: any of its mappers writes it from this.
     *
     * @return which rules nearly fired, and every rule, as {@code roi-explanation/1} has them
     */
    @JsonValue
    public Object document() {
        return Json.tree(ExplanationShape.EXPLANATION, this);
    }

    /**
     * Returns what happened to one rule.
     *
     * @param id the rule
     * @return its explanation
     * @throws NoSuchElementException when the policy does not have the rule
     */
    public OfRule rule(RuleId id) {
        return rules.stream()
                .filter(rule -> rule.rule().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no rule (%s)".formatted(id)));
    }

    /**
     * Returns the rules that nearly fired: those that one comparison with a number kept silent, a threshold or the end of
     * a tolerance, from which they were no further than a third of it.
     *
     * @return the nearest first, by the distance from that number in shares of it
     */
    public List<OfRule> nearlyFired() {
        return rules.stream()
                .filter(rule ->
                        rule.nearness().filter(away -> !away.isAbove(NEAR)).isPresent())
                .sorted(Comparator.comparing((OfRule rule) -> rule.nearness().orElseThrow())
                        .thenComparing(OfRule::rule))
                .toList();
    }

    /**
     * One rule.
     *
     * @param rule the rule
     * @param outcome whether it fired
     * @param conditions its conditions, in order
     * @param others what else has to hold, in order: groups, alternatives, and what is counted
     */
    public record OfRule(RuleId rule, Outcome outcome, List<OfCondition> conditions, List<OfElement> others) {

        /** Copies the lists. {@inheritDoc} */
        public OfRule {
            conditions = List.copyOf(conditions);
            others = List.copyOf(others);
        }

        /**
         * Returns how near a silent rule was to firing.
         *
         * @return the distance of the one comparison that failed, as a share of the number it was held against; nothing
         *     where the rule fired, or more than one comparison with a number stood in its way
         */
        public Optional<Exact> nearness() {
            List<OfCondition> failed =
                    conditions.stream().filter(condition -> !condition.holds()).toList();
            boolean isAlone = others.stream().allMatch(OfElement::holds);
            if (!isAlone || failed.size() != 1 || failed.get(0).presence() == Presence.ABSENT) {
                return Optional.empty();
            }
            return failed.get(0).facts().stream()
                    .flatMap(fact -> fact.nearness().stream())
                    .min(Comparator.naturalOrder());
        }
    }

    /**
     * Something that has to hold and is no condition by itself.
     *
     * @param written what it asks, as the rule file writes it, with the names of thresholds
     * @param holds whether it held
     * @param because where the rule fired, what made it hold: the alternatives that did, what was worked out, and each fact
     *     that was counted or that has to exist, with its numbers; in a stable order
     * @param comparisons what was held against thresholds: numbers of the facts that the conditions in it name, and what was
     *     worked out, whether the rule fired or not; once for each
     */
    public record OfElement(String written, boolean holds, List<String> because, List<OfComparison> comparisons) {

        /** Copies the lists. {@inheritDoc} */
        public OfElement {
            because = List.copyOf(because);
            comparisons = List.copyOf(comparisons);
        }
    }

    /** Whether a rule fired. */
    public enum Outcome implements Keyword {
        /** All its conditions held. */
        FIRED,
        /** At least one did not. */
        SILENT
    }

    /**
     * One condition of a rule.
     *
     * @param presence whether it asks for a fact, or for its absence
     * @param type what it asks for
     * @param subject which one it asks for, in the words of the rule file, such as {@code lead-time}; may be empty
     * @param holds whether it held
     * @param facts the facts of that type and subject; empty where there is none
     */
    public record OfCondition(Presence presence, FactType type, String subject, boolean holds, List<OfFact> facts) {

        /** Copies the list. {@inheritDoc} */
        public OfCondition {
            facts = List.copyOf(facts);
        }
    }

    /**
     * One fact that a condition looked at.
     *
     * @param indicator the indicator it is about, where it is about one
     * @param name the block, the kind of month or the part it is about; may be empty
     * @param measured the numbers behind it, where it holds a reading against its baseline
     * @param comparisons what the condition asked of it
     */
    public record OfFact(
            Optional<IndicatorId> indicator, String name, Optional<Measured> measured, List<OfComparison> comparisons) {

        /** Copies the list. {@inheritDoc} */
        public OfFact {
            comparisons = List.copyOf(comparisons);
        }

        /**
         * Tells whether the fact meets the condition.
         *
         * @return whether every comparison holds
         */
        public boolean holds() {
            return comparisons.stream().allMatch(OfComparison::holds);
        }

        private Optional<Exact> nearness() {
            List<OfComparison> failed = comparisons.stream()
                    .filter(comparison -> !comparison.holds())
                    .toList();
            return failed.size() == 1 ? failed.get(0).nearness() : Optional.empty();
        }
    }

    /**
     * A reading and the baseline that it is held against.
     *
     * @param unit what the numbers count; money in the scorecard's currency, where that is said
     * @param value the reading, in that unit; the last known one where this month has none
     * @param baseline the baseline, in the same unit
     * @param tolerance how far from the baseline still counts as the same, in percent of it
     */
    public record Measured(Unit unit, Exact value, Exact baseline, Exact tolerance) {

        /**
         * Returns how far the reading is from the baseline.
         *
         * @return the change in percent of the baseline, exactly; nothing where that is 0
         */
        public Optional<Exact> change() {
            return baseline.isZero()
                    ? Optional.empty()
                    : Optional.of(value.minus(baseline).times(Exact.HUNDRED).dividedBy(baseline.magnitude()));
        }

        Exact tolerated() {
            return baseline.magnitude().times(tolerance).dividedBy(Exact.HUNDRED);
        }
    }

    /**
     * One comparison.
     *
     * @param field what was compared
     * @param operator how
     * @param expected what it was compared with, in the words of the rule file, or the threshold's value
     * @param actual what the fact says
     * @param threshold the threshold, where it is one
     * @param limit the number at which the answer turns: the threshold's value or, where a reading is held against its
     *     baseline, the end of the tolerance that is nearer; nothing where words alone are compared
     * @param distance the value less that number, exactly; there where both are
     * @param unit what that number counts; there exactly when the number is
     * @param holds whether the comparison held
     */
    public record OfComparison(
            String field,
            Operator operator,
            String expected,
            String actual,
            Optional<ThresholdId> threshold,
            Optional<Exact> limit,
            Optional<Exact> distance,
            Optional<Unit> unit,
            boolean holds) {

        /** Checks that a limit and its unit come together, and no distance is from nothing. {@inheritDoc} */
        public OfComparison {
            if (limit.isPresent() != unit.isPresent() || (distance.isPresent() && limit.isEmpty())) {
                throw new IllegalArgumentException(
                        "limit (%s) and unit (%s) come together, and distance (%s) is from a limit"
                                .formatted(limit, unit, distance));
            }
        }

        private Optional<Exact> nearness() {
            return distance.map(away -> {
                Exact from = limit.orElseThrow().magnitude();
                return away.magnitude().dividedBy(from.isZero() ? Exact.ONE : from);
            });
        }
    }
}
