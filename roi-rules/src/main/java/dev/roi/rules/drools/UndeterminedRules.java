package dev.roi.rules.drools;

import dev.roi.core.IndicatorId;
import dev.roi.core.RuleId;
import dev.roi.rules.drools.RuleNetwork.Asked;
import dev.roi.rules.drools.RuleNetwork.Found;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Limits;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Bindings;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a policy, asked twice: what surely holds, and what possibly does. A limit matters only where it decides,
 * which is where a rule that is more than a note possibly speaks and does not surely do so. Immutable and safe for use by
 * several threads.
 */
final class UndeterminedRules {

    private final RuleNetwork network;

    private UndeterminedRules(RuleNetwork network) {
        this.network = network;
    }

    static UndeterminedRules of(Map<RuleId, Rule> rules) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (Rule rule : rules.values()) {
            if (rule.elements().stream().noneMatch(Element::comparesNumbers)) {
                continue;
            }
            asked.put(surely(rule), new Asked(rule.elements(), Question.SURELY));
            asked.put(possibly(rule), new Asked(rule.elements(), Question.POSSIBLY));
            for (int i = 0; rule.isPlain() && i < rule.conditions().size(); i++) {
                Condition condition = rule.conditions().get(i);
                if (condition.presence() == Presence.ABSENT && condition.comparesNumbers()) {
                    asked.put(present(rule, i), new Asked(asked(rule, i), Question.POSSIBLY));
                }
            }
        }
        return new UndeterminedRules(RuleNetwork.of(asked));
    }

    private static String surely(Rule rule) {
        return rule.id() + "#surely";
    }

    private static String possibly(Rule rule) {
        return rule.id() + "#possibly";
    }

    private static String present(Rule rule, int position) {
        return "%s#%s".formatted(rule.id(), position);
    }

    /** The conditions of a rule, with what must not be there asked for last, as if it had to be there. */
    private static List<Condition> asked(Rule rule, int position) {
        List<Condition> conditions = new ArrayList<>(rule.conditions());
        Condition absent = conditions.remove(position);
        conditions.add(absent.being(Presence.PRESENT));
        return conditions;
    }

    /** Returns the indicators whose uncertainty leaves open whether one of these rules speaks. */
    Set<IndicatorId> in(List<Fact> facts, List<Rule> rules, Limits limits) {
        Map<String, List<List<Fact>>> found = new HashMap<>();
        for (Found match : network.run(facts, limits)) {
            found.computeIfAbsent(match.name(), name -> new ArrayList<>()).add(match.facts());
        }
        Set<IndicatorId> open = new HashSet<>();
        for (Rule rule : rules) {
            List<List<Fact>> possible = found.get(possibly(rule));
            if (possible != null && !found.containsKey(surely(rule)) && !rule.isPlain()) {
                open.addAll(uncertain(rule, facts));
            } else if (possible != null && !found.containsKey(surely(rule))) {
                open.addAll(fewest(rule.present().toList(), possible, limits));
                for (int i = 0; i < rule.conditions().size(); i++) {
                    List<Condition> conditions = List.of(rule.conditions().get(i));
                    for (List<Fact> match : found.getOrDefault(present(rule, i), List.of())) {
                        open.addAll(open(conditions, List.of(match.get(match.size() - 1)), limits));
                    }
                }
            }
        }
        return open;
    }

    /** Of numbers that are joined or counted, any that is uncertain may be what the rule hangs on. */
    private static Set<IndicatorId> uncertain(Rule rule, List<Fact> facts) {
        Set<IndicatorId> open = new HashSet<>();
        rule.allConditions()
                .forEach(condition -> facts.stream()
                        .filter(fact ->
                                fact.type() == condition.type() && fact.type().isUncertain(fact))
                        .filter(fact -> condition.naming().allMatch(named -> named.test(fact, NONE, Question.POSSIBLY)))
                        .filter(Fact.OfIndicator.class::isInstance)
                        .forEach(fact -> open.add(((Fact.OfIndicator) fact).indicator())));
        return open;
    }

    private static final Bindings NONE = Bindings.of(id -> {
        throw new IllegalStateException("names are compared with no threshold: " + id);
    });

    /** What a rule hangs on where it hangs on as little as possible. */
    private static Set<IndicatorId> fewest(List<Condition> conditions, List<List<Fact>> matches, Limits limits) {
        Set<IndicatorId> fewest = new HashSet<>();
        int size = Integer.MAX_VALUE;
        for (List<Fact> match : matches) {
            Set<IndicatorId> open = open(conditions, match, limits);
            if (open.size() < size) {
                size = open.size();
                fewest.clear();
            }
            if (open.size() == size) {
                fewest.addAll(open);
            }
        }
        return fewest;
    }

    private static Set<IndicatorId> open(List<Condition> conditions, List<Fact> match, Limits limits) {
        Set<IndicatorId> open = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (match.get(i) instanceof Fact.OfIndicator about && isOpen(conditions.get(i), about, limits)) {
                open.add(about.indicator());
            }
        }
        return open;
    }

    private static boolean isOpen(Condition condition, Fact fact, Limits limits) {
        return condition.constraints().stream()
                .anyMatch(constraint -> !constraint.test(fact, Bindings.of(limits), Question.SURELY));
    }
}
