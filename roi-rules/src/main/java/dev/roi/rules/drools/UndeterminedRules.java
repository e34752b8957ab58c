package dev.roi.rules.drools;

import dev.roi.core.Effect;
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
import dev.roi.rules.language.Rule.Consequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a policy, asked what possibly holds. An uncertain figure matters only where it decides: where a rule that
 * stops, adjusts or blocks may apply and does not apply anyway. Immutable and safe for use by several threads.
 */
final class UndeterminedRules {

    private final AskedFacts asked;
    private final Supplier<RuleNetwork> network;

    UndeterminedRules(Map<RuleId, Rule> rules) {
        List<Rule> comparing = rules.values().stream()
                .filter(rule -> rule.elements().stream().anyMatch(Element::comparesNumbers))
                .toList();
        this.asked =
                new AskedFacts(comparing.stream().flatMap(Rule::allConditions).toList());
        this.network = new Once<>(() -> RuleNetwork.of(asked(comparing)));
    }

    private static Map<String, Asked> asked(List<Rule> rules) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (Rule rule : rules) {
            asked.put(asItIs(rule), new Asked(rule.elements(), rule.question()));
            asked.put(possibly(rule), new Asked(rule.elements(), Question.POSSIBLY));
            for (int i = 0; rule.isPlain() && i < rule.conditions().size(); i++) {
                Condition condition = rule.conditions().get(i);
                if (condition.presence() == Presence.ABSENT && condition.comparesNumbers()) {
                    asked.put(present(rule, i), new Asked(asked(rule, i), Question.POSSIBLY));
                }
            }
        }
        return asked;
    }

    /** Tells whether a fact has an uncertain number that some rule may compare. */
    boolean concern(List<Fact> facts) {
        for (Fact fact : facts) {
            if (asked.include(fact) && fact.type().isUncertain(fact)) {
                return true;
            }
        }
        return false;
    }

    /** What supports is asked for what is surely so, and helps no further; a note decides nothing. */
    static boolean decide(Effect effect) {
        return switch (effect) {
            case STOP, ADJUST, BLOCKS_EXTEND -> true;
            case SUPPORTS, NOTE -> false;
        };
    }

    private static String asItIs(Rule rule) {
        return rule.id() + "#as-it-is";
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
        for (Found match : network.get().run(facts, limits, new Budget(Budget.MOST))) {
            found.computeIfAbsent(match.name(), name -> new ArrayList<>()).add(match.facts());
        }
        Map<Consequence, Set<Set<Object>>> said = new HashMap<>();
        for (Rule rule : rules) {
            Set<Set<Object>> about = said.computeIfAbsent(rule.consequence(), none -> new HashSet<>());
            found.getOrDefault(asItIs(rule), List.of()).forEach(match -> about.add(subjects(match)));
        }
        Set<IndicatorId> open = new HashSet<>();
        for (Rule rule : rules) {
            if (!rule.isPlain()) {
                if (mayHoldOtherwise(found.get(possibly(rule)), found.get(asItIs(rule)))) {
                    open.addAll(uncertain(rule, facts));
                }
                continue;
            }
            Set<Set<Object>> saidAlready = said.getOrDefault(rule.consequence(), Set.of());
            List<List<Fact>> possible = found.getOrDefault(possibly(rule), List.of()).stream()
                    .filter(match -> !saidAlready.contains(subjects(match)))
                    .toList();
            open.addAll(fewest(rule.present().toList(), possible, limits));
            if (!found.containsKey(asItIs(rule)) && !possible.isEmpty()) {
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

    private static boolean mayHoldOtherwise(@Nullable List<List<Fact>> possible, @Nullable List<List<Fact>> asItIs) {
        return possible != null && (asItIs == null || !Set.copyOf(asItIs).containsAll(possible));
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

    /** What is done about an indicator's figure already hangs on no other of its figures, nor on another rule. */
    private static Set<Object> subjects(List<Fact> match) {
        return match.stream()
                .<Object>map(fact -> fact instanceof Fact.Latest latest ? latest.indicator() : fact)
                .collect(Collectors.toSet());
    }

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
