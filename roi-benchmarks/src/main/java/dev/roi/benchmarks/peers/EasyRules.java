package dev.roi.benchmarks.peers;

import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/**
 * Easy Rules with its rule builder and lambdas. Its set of facts looks names up one by one, so that it is given one map
 * for each type of fact, by what the facts are about.
 */
final class EasyRules implements Peer {

    private static final String FIRED = "fired";

    private final Said said;
    private final Rules rules = new Rules();
    private final RulesEngine engine = new DefaultRulesEngine();

    EasyRules(Policy policy) {
        said = new Said(policy);
        for (Rule rule : policy.rules().values()) {
            RuleBuilder builder = new RuleBuilder().name(rule.id().value());
            List<Predicate<Facts>> conditions = rule.conditions().stream()
                    .map(condition -> condition(policy, condition))
                    .toList();
            if (conditions.size() == 1) {
                builder.when(conditions.get(0)::test);
            } else {
                builder.when(facts -> all(conditions, facts));
            }
            int position = said.position(rule.id().value());
            rules.register(builder.then(facts -> facts.<BitSet>get(FIRED).set(position))
                    .build());
        }
    }

    private static boolean all(List<Predicate<Facts>> conditions, Facts facts) {
        for (Predicate<Facts> condition : conditions) {
            if (!condition.test(facts)) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<Facts> condition(Policy policy, Condition condition) {
        String type = condition.type().word();
        boolean wanted = condition.presence() == Presence.PRESENT;
        Optional<List<String>> names = Tests.names(condition);
        Predicate<PlainFact> test = Tests.fact(policy, condition, names.isPresent());
        if (names.isEmpty()) {
            return facts -> anyOfAll(facts.get(type), test) == wanted;
        }
        List<String> about = names.get();
        return facts -> anyAbout(facts.get(type), about, test) == wanted;
    }

    private static boolean anyOfAll(Map<String, List<PlainFact>> facts, Predicate<PlainFact> test) {
        for (List<PlainFact> about : facts.values()) {
            if (any(about, test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyAbout(Map<String, List<PlainFact>> facts, List<String> names, Predicate<PlainFact> test) {
        for (String name : names) {
            if (any(facts.getOrDefault(name, List.of()), test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(List<PlainFact> facts, Predicate<PlainFact> test) {
        for (PlainFact fact : facts) {
            if (test.test(fact)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Supplier<Answer> decide(MonthFacts month) {
        BitSet fired = new BitSet();
        Facts given = new Facts();
        for (Map.Entry<Class<?>, Map<String, List<PlainFact>>> type :
                byName(month.plain()).entrySet()) {
            given.put(type.getKey().getSimpleName(), type.getValue());
        }
        given.put(FIRED, fired);
        engine.fire(rules, given);
        return said.settle(fired);
    }

    /** Sorts facts by their class and by what they are about. */
    static Map<Class<?>, Map<String, List<PlainFact>>> byName(List<PlainFact> facts) {
        Map<Class<?>, Map<String, List<PlainFact>>> byName = new HashMap<>();
        for (FactType type : FactType.values()) {
            byName.put(PlainFacts.record(type), new HashMap<>());
        }
        for (PlainFact fact : facts) {
            byName.computeIfAbsent(fact.getClass(), type -> new HashMap<>())
                    .computeIfAbsent(fact.about(), name -> new ArrayList<>(2))
                    .add(fact);
        }
        return byName;
    }
}
