package dev.roi.governance.scenario;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Localized;
import dev.roi.core.Message;
import dev.roi.core.Range;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import dev.roi.rules.explain.Explanation;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfCondition;
import dev.roi.rules.explain.Explanation.OfElement;
import dev.roi.rules.explain.Explanation.OfFact;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Expression;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Threshold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the scenarios of a policy went through.
 *
 * <p>A rule is to fire in one scenario and stay silent in another; each of its conditions and comparisons is to be true
 * in one and false in another, as is what stands in brackets or is counted, and each alternative of an {@code or} is to hold in
 * one; each decision that some rule asks for is to come about, and maintaining; and each threshold that rules compare with is to see a
 * value at it, one just below and one just above: at most one step away. A side on which no value is possible, such as
 * below no alerts at all, is left out. Thresholds that only say how readings are judged, such as a tolerance, are not
 * seen by rules; they are {@linkplain #with covered} where a scenario notices that they were moved.
 *
 * @param items everything that is to be covered, in the policy's order
 */
public record Coverage(List<Item> items) {

    private static final Range FROM_NOUGHT = new Range(Optional.of(Exact.ZERO), Optional.empty());

    /** Copies the list. {@inheritDoc} */
    public Coverage {
        items = List.copyOf(items);
    }

    /**
     * Runs scenarios and keeps what they went through.
     *
     * @param engine the engine to run them with
     * @param scenarios the scenarios
     * @return what they cover
     */
    public static Coverage of(Engine engine, Scenarios scenarios) {
        return of(
                engine.policy(),
                scenarios.run(engine),
                scenarios.portfolios().stream()
                        .map(scenario -> scenario.run(engine))
                        .toList());
    }

    /**
     * Gathers what scenarios went through when they were run.
     *
     * @param policy the policy that they were run with
     * @param outcomes what came of those of one scope
     * @param together what came of those of portfolios
     * @return what they cover
     */
    public static Coverage of(Policy policy, List<Outcome> outcomes, List<PortfolioScenario.Came> together) {
        Map<Key, Item> items = new LinkedHashMap<>();
        expected(policy).forEach(key -> items.put(key, new Item(key, Covered.NO)));
        for (Outcome outcome : outcomes) {
            cover(items, Kind.DECISION, outcome.review().decision().word(), Aspect.REACHED);
            for (OfRule rule : outcome.explanation().rules()) {
                cover(policy, items, rule);
            }
        }
        for (PortfolioScenario.Came came : together) {
            policy.portfolioRules()
                    .keySet()
                    .forEach(id -> cover(
                            items, Kind.RULE, id.value(), came.fired().contains(id) ? Aspect.FIRED : Aspect.SILENT));
        }
        return new Coverage(List.copyOf(items.values()));
    }

    /**
     * Adds the thresholds that no rule compares with, such as a tolerance: they are covered where a scenario notices that
     * they were moved by one step.
     *
     * @param policy the policy
     * @param mutation what came of moving them
     * @return this coverage, with those settings
     */
    public Coverage with(Policy policy, Mutation mutation) {
        Set<ThresholdId> compared = new HashSet<>();
        policy.rules().values().forEach(rule -> compared.addAll(rule.thresholds()));
        List<Item> more = new ArrayList<>(items);
        for (Mutation.Result result : mutation.results()) {
            result.threshold()
                    .filter(id -> !compared.contains(id))
                    .ifPresent(id -> more.add(new Item(
                            new Key(Kind.SETTING, id.value(), aspect(result.mutant())),
                            result.fate() == Mutation.Fate.SURVIVED ? Covered.NO : Covered.YES)));
        }
        return new Coverage(more);
    }

    private static Aspect truth(boolean holds) {
        return holds ? Aspect.TRUE : Aspect.FALSE;
    }

    private static Aspect aspect(String mutant) {
        return mutant.endsWith("/up") ? Aspect.MOVED_UP : Aspect.MOVED_DOWN;
    }

    private static List<Key> expected(Policy policy) {
        List<Key> keys = new ArrayList<>();
        for (Decision decision : Decision.values()) {
            if (isPossible(policy, decision)) {
                keys.add(new Key(Kind.DECISION, decision.word(), Aspect.REACHED));
            }
        }
        for (Rule rule : policy.rules().values()) {
            keys.add(new Key(Kind.RULE, rule.id().value(), Aspect.FIRED));
            keys.add(new Key(Kind.RULE, rule.id().value(), Aspect.SILENT));
            for (Condition condition : rule.conditions()) {
                String subject = label(rule, condition);
                keys.add(new Key(Kind.CONDITION, subject, Aspect.TRUE));
                keys.add(new Key(Kind.CONDITION, subject, Aspect.FALSE));
                condition.constraints().stream()
                        .filter(constraint -> !constraint.isNaming())
                        .forEach(constraint -> {
                            keys.add(new Key(Kind.CONDITION, label(subject, constraint), Aspect.TRUE));
                            keys.add(new Key(Kind.CONDITION, label(subject, constraint), Aspect.FALSE));
                        });
            }
            for (Element element : others(rule)) {
                keys.add(new Key(Kind.CONDITION, label(rule, element), Aspect.TRUE));
                keys.add(new Key(Kind.CONDITION, label(rule, element), Aspect.FALSE));
                branches(element)
                        .forEach(branch -> keys.add(
                                new Key(Kind.CONDITION, "%s: or %s".formatted(rule.id(), branch), Aspect.TRUE)));
            }
        }
        for (Rule rule : policy.portfolioRules().values()) {
            keys.add(new Key(Kind.RULE, rule.id().value(), Aspect.FIRED));
            keys.add(new Key(Kind.RULE, rule.id().value(), Aspect.SILENT));
        }
        for (Threshold threshold : policy.thresholds().values()) {
            List<Range> seen = seenValues(policy, threshold.id());
            if (!seen.isEmpty()) {
                if (seen.stream()
                        .anyMatch(
                                range -> isPossible(range, threshold.value().minus(threshold.step()), -1, threshold))) {
                    keys.add(new Key(Kind.THRESHOLD, threshold.id().value(), Aspect.JUST_BELOW));
                }
                keys.add(new Key(Kind.THRESHOLD, threshold.id().value(), Aspect.AT));
                if (seen.stream()
                        .anyMatch(range -> isPossible(range, threshold.value().plus(threshold.step()), 1, threshold))) {
                    keys.add(new Key(Kind.THRESHOLD, threshold.id().value(), Aspect.JUST_ABOVE));
                }
            }
        }
        return keys;
    }

    /** Tells whether a rule asks for the decision; maintaining needs none. */
    private static boolean isPossible(Policy policy, Decision decision) {
        Effect asking = switch (decision) {
            case STOP -> Effect.STOP;
            case ADJUST -> Effect.ADJUST;
            case EXTEND -> Effect.SUPPORTS;
            case MAINTAIN -> Effect.NOTE;
        };
        return decision == Decision.MAINTAIN
                || policy.rules().values().stream()
                        .anyMatch(rule -> rule.consequence().effect() == asking);
    }

    private static boolean isPossible(Range range, Exact beside, int side, Threshold threshold) {
        Optional<Exact> end = side < 0 ? range.least() : range.most();
        return range.contains(beside)
                || end.filter(last -> side < 0 ? last.isBelow(threshold.value()) : last.isAbove(threshold.value()))
                        .isPresent();
    }

    /** The values that comparisons with a threshold can see. */
    private static List<Range> seenValues(Policy policy, ThresholdId id) {
        List<Range> ranges = new ArrayList<>();
        for (Rule rule : policy.rules().values()) {
            rule.allConditions()
                    .forEach(condition -> condition.constraints().stream()
                            .filter(constraint -> constraint.limit().equals(Optional.of(id)))
                            .forEach(constraint -> ranges.addAll(ranges(policy, condition, constraint))));
            for (Element element : rule.elements()) {
                if (element instanceof Accumulate counted && isHeldAgainst(counted, id)) {
                    ranges.add(
                            counted.conditions().anyMatch(condition -> condition.type() == FactType.CHANGE)
                                    ? Range.ANY
                                    : FROM_NOUGHT);
                }
            }
        }
        return ranges;
    }

    /** Tells whether something that was worked out is compared with nothing but the threshold. */
    private static boolean isHeldAgainst(Accumulate counted, ThresholdId id) {
        return counted.asked().stream()
                .anyMatch(asked -> asked.left() instanceof Expression.Named
                        && asked.right() instanceof Expression.Limit limit
                        && limit.threshold().equals(id));
    }

    private static List<Range> ranges(Policy policy, Condition condition, Constraint constraint) {
        if (constraint.field().name().equals("value")
                && (condition.type() == FactType.READING
                        || condition.type() == FactType.LATEST
                        || condition.type() == FactType.HISTORY)) {
            return condition.constraints().stream()
                    .filter(named -> named.field().kind() == FieldKind.INDICATOR)
                    .flatMap(named -> named.words().stream())
                    .map(word -> policy.indicators()
                            .indicator(new dev.roi.core.IndicatorId(word))
                            .range())
                    .toList();
        }
        return List.of(
                condition.type() == FactType.CHANGE || condition.type() == FactType.SCOPE ? Range.ANY : FROM_NOUGHT);
    }

    private static void cover(Policy policy, Map<Key, Item> items, OfRule explained) {
        cover(
                items,
                Kind.RULE,
                explained.rule().value(),
                explained.outcome() == Explanation.Outcome.FIRED ? Aspect.FIRED : Aspect.SILENT);
        Rule rule = policy.rules().get(explained.rule());
        if (rule == null) {
            return;
        }
        coverOthers(policy, items, rule, explained);
        for (int i = 0; i < rule.conditions().size(); i++) {
            Condition condition = rule.conditions().get(i);
            OfCondition seen = explained.conditions().get(i);
            String subject = label(rule, condition);
            cover(items, Kind.CONDITION, subject, truth(seen.holds()));
            List<Constraint> asking = condition.constraints().stream()
                    .filter(constraint -> !constraint.isNaming())
                    .toList();
            for (OfFact fact : seen.facts()) {
                for (int j = 0; j < asking.size(); j++) {
                    OfComparison comparison = fact.comparisons().get(j);
                    cover(items, Kind.CONDITION, label(subject, asking.get(j)), truth(comparison.holds()));
                    comparison
                            .threshold()
                            .ifPresent(id -> side(policy, id, comparison)
                                    .ifPresent(side -> cover(items, Kind.THRESHOLD, id.value(), side)));
                }
            }
        }
    }

    /** What has to hold and is no condition by itself: groups, alternatives, and what is counted. */
    private static List<Element> others(Rule rule) {
        return rule.elements().stream()
                .filter(element -> !(element instanceof Condition))
                .toList();
    }

    private static String label(Rule rule, Element element) {
        return "%s: %s".formatted(rule.id(), element);
    }

    private static List<String> branches(Element element) {
        return element instanceof Either either
                ? either.branches().stream()
                        .map(branch -> branch.stream().map(Element::toString).collect(Collectors.joining(" and ")))
                        .toList()
                : List.of();
    }

    private static void coverOthers(Policy policy, Map<Key, Item> items, Rule rule, OfRule explained) {
        List<Element> others = others(rule);
        for (int i = 0; i < others.size(); i++) {
            OfElement seen = explained.others().get(i);
            cover(items, Kind.CONDITION, label(rule, others.get(i)), truth(seen.holds()));
            seen.comparisons()
                    .forEach(comparison -> comparison
                            .threshold()
                            .ifPresent(id -> side(policy, id, comparison)
                                    .ifPresent(side -> cover(items, Kind.THRESHOLD, id.value(), side))));
            branches(others.get(i)).stream()
                    .filter(seen.because()::contains)
                    .forEach(branch ->
                            cover(items, Kind.CONDITION, "%s: or %s".formatted(rule.id(), branch), Aspect.TRUE));
        }
    }

    private static Optional<Aspect> side(Policy policy, ThresholdId id, OfComparison comparison) {
        Threshold threshold = policy.thresholds().get(id);
        if (threshold == null || comparison.distance().isEmpty()) {
            return Optional.empty();
        }
        Exact distance = comparison.distance().get();
        if (distance.isZero()) {
            return Optional.of(Aspect.AT);
        }
        if (distance.magnitude().isAbove(threshold.step())) {
            return Optional.empty();
        }
        return Optional.of(distance.signum() < 0 ? Aspect.JUST_BELOW : Aspect.JUST_ABOVE);
    }

    private static String label(Rule rule, Condition condition) {
        String naming = condition.constraints().stream()
                .filter(Constraint::isNaming)
                .map(constraint -> (constraint.operator() == Operator.NOT_EQUAL ? "not " : "")
                        + String.join("|", constraint.words()))
                .collect(Collectors.joining(" "));
        return "%s: %s%s%s"
                .formatted(
                        rule.id(),
                        condition.presence() == Presence.ABSENT ? "not " : "",
                        condition.type().word(),
                        naming.isEmpty() ? "" : " " + naming);
    }

    private static String label(String subject, Constraint constraint) {
        return "%s, %s %s %s"
                .formatted(
                        subject,
                        constraint.field().name(),
                        constraint.operator().sign(),
                        constraint
                                .limit()
                                .map(ThresholdId::value)
                                .orElseGet(() -> String.join("|", constraint.words())));
    }

    private static void cover(Map<Key, Item> items, Kind kind, String subject, Aspect aspect) {
        items.computeIfPresent(new Key(kind, subject, aspect), (key, item) -> new Item(key, Covered.YES));
    }

    /**
     * Returns what is not covered.
     *
     * @return the items that no scenario went through, in order
     */
    public List<Item> missing() {
        return items.stream().filter(item -> item.covered() == Covered.NO).toList();
    }

    /**
     * Counts the items of one kind that are, or are not, covered.
     *
     * @param kind the kind
     * @param covered whether they are to be covered
     * @return how many there are
     */
    public int count(Kind kind, Covered covered) {
        return (int) items.stream()
                .filter(item -> item.key().kind() == kind && item.covered() == covered)
                .count();
    }

    /**
     * Returns how much of one kind is covered.
     *
     * @param kind the kind
     * @return in percent, rounded down; 100 where there is nothing to cover
     */
    public int percent(Kind kind) {
        return percent(items.stream().filter(item -> item.key().kind() == kind).toList());
    }

    /**
     * Returns how much is covered.
     *
     * @return in percent of all items, rounded down
     */
    public int percent() {
        return percent(items);
    }

    private static int percent(List<Item> items) {
        long covered =
                items.stream().filter(item -> item.covered() == Covered.YES).count();
        return items.isEmpty() ? 100 : (int) (covered * 100 / items.size());
    }

    /** What can be covered. */
    public enum Kind implements Keyword {
        /** A decision. */
        DECISION,
        /** A rule. */
        RULE,
        /** A condition of a rule, or a comparison within one. */
        CONDITION,
        /** A threshold that rules compare with. */
        THRESHOLD,
        /** A threshold that no rule compares with: it says how readings are judged. */
        SETTING
    }

    /** The side of something that is to be covered. */
    public enum Aspect implements Localized {
        /** A decision that came about. */
        REACHED,
        /** A rule that fired. */
        FIRED,
        /** A rule that did not. */
        SILENT,
        /** A condition that held. */
        TRUE,
        /** A condition that did not. */
        FALSE,
        /** A value just below a threshold. */
        JUST_BELOW,
        /** A value at a threshold. */
        AT,
        /** A value just above a threshold. */
        JUST_ABOVE,
        /** A threshold that was moved up. */
        MOVED_UP,
        /** A threshold that was moved down. */
        MOVED_DOWN;

        @Override
        public String in(Language language) {
            return words().in(language);
        }

        private Message words() {
            return switch (this) {
                case REACHED -> Message.of("reached");
                case FIRED -> Message.of("fired");
                case SILENT -> Message.of("silent");
                case TRUE -> Message.of("true");
                case FALSE -> Message.of("false");
                case JUST_BELOW -> Message.of("just below");
                case AT -> Message.of("at");
                case JUST_ABOVE -> Message.of("just above");
                case MOVED_UP -> Message.of("moved up");
                case MOVED_DOWN -> Message.of("moved down");
            };
        }

        @Override
        public String toString() {
            return in(Language.ENGLISH);
        }
    }

    /** Whether something was covered. */
    public enum Covered {
        /** A scenario went through it. */
        YES,
        /** None did. */
        NO
    }

    /**
     * Something to cover.
     *
     * @param kind what it is
     * @param subject the decision, rule, condition or threshold
     * @param aspect the side of it, such as {@code silent} or {@code just below}
     */
    public record Key(Kind kind, String subject, Aspect aspect) {}

    /**
     * Something to cover, and whether it was.
     *
     * @param key what it is
     * @param covered whether it was covered
     */
    public record Item(Key key, Covered covered) {

        /**
         * Writes the item for people.
         *
         * @return its kind, subject and side
         */
        @Override
        public String toString() {
            return "%s %s (%s)".formatted(key.kind().word(), key.subject(), key.aspect());
        }
    }
}
