package dev.roi.rules.drools;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Message;
import dev.roi.core.Reading;
import dev.roi.core.RuleId;
import dev.roi.rules.drools.RuleNetwork.Asked;
import dev.roi.rules.drools.RuleNetwork.Found;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Span;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rules of a policy, compiled to networks of Drools. Immutable and safe for use by several threads.
 *
 * <p>Thresholds are no part of what is compiled, nor is what a rule says when it holds: a policy that differs in these
 * alone is run by the same network, and one that differs in a few rules by the same and a small one for these.
 */
public final class CompiledRules {

    private final Policy policy;
    private final Map<RuleId, Rule> rules;
    private final long most;
    private final List<Part> parts;

    private CompiledRules(Policy policy, Map<RuleId, Rule> rules, long most, List<Part> parts) {
        this.policy = policy;
        this.rules = rules;
        this.most = most;
        this.parts = List.copyOf(parts);
    }

    /**
     * Rules that were compiled together.
     *
     * @param compiled the rules
     * @param counting those of them that count
     * @param whole their networks
     * @param conditions each of their conditions by itself
     * @param undetermined what can be told of them where numbers are uncertain
     */
    private record Part(
            Map<RuleId, Rule> compiled,
            Set<RuleId> counting,
            RuleNetwork whole,
            Supplier<RuleNetwork> conditions,
            Supplier<RuleNetwork> numbers,
            UndeterminedRules undetermined) {

        static Part of(Map<RuleId, Rule> rules) {
            Map<String, Asked> asked = new LinkedHashMap<>();
            rules.forEach((id, rule) -> asked.put(id.value(), new Asked(rule.elements(), rule.question())));
            return new Part(
                    rules,
                    rules.keySet(),
                    RuleNetwork.of(asked),
                    new Once<>(() -> RuleNetwork.of(conditions(rules))),
                    new Once<>(() -> RuleNetwork.of(numbers(rules))),
                    new UndeterminedRules(rules));
        }

        private static Map<String, Asked> conditions(Map<RuleId, Rule> rules) {
            Map<String, Asked> asked = new LinkedHashMap<>();
            rules.forEach((id, rule) -> {
                for (int i = 0; i < rule.elements().size(); i++) {
                    asked.put(ConditionName.of(id, i), new Asked(alone(rule.elements(), i), rule.question()));
                }
            });
            return asked;
        }

        /** What is counted, whatever is asked of its numbers. */
        private static Map<String, Asked> numbers(Map<RuleId, Rule> rules) {
            Map<String, Asked> asked = new LinkedHashMap<>();
            rules.forEach((id, rule) -> {
                for (int i = 0; i < rule.elements().size(); i++) {
                    if (rule.elements().get(i) instanceof Accumulate counted
                            && !counted.asked().isEmpty()) {
                        List<Element> elements = new ArrayList<>(rule.elements());
                        elements.set(
                                i, new Accumulate(counted.source(), counted.results(), List.of(), counted.place()));
                        asked.put(ConditionName.of(id, i), new Asked(alone(elements, i), rule.question()));
                    }
                }
            });
            return asked;
        }

        /** An element, after those before it whose names it looks at. */
        private static List<Element> alone(List<Element> elements, int position) {
            List<Element> alone = new ArrayList<>(List.of(elements.get(position)));
            Set<String> names = new HashSet<>(elements.get(position).names());
            for (int i = position - 1; i >= 0; i--) {
                Element before = elements.get(i);
                if (before.given().stream().anyMatch(names::contains)) {
                    alone.add(0, before);
                    names.addAll(before.names());
                }
            }
            return alone;
        }

        /** Returns this part with what another policy still asks for in the same way. */
        Part within(Policy other) {
            Set<RuleId> same = new LinkedHashSet<>();
            for (RuleId id : counting) {
                Rule rule = other.rules().get(id);
                Rule here = compiled.get(id);
                if (rule != null && here != null && rule.asksTheSameAs(here)) {
                    same.add(id);
                }
            }
            return new Part(compiled, same, whole, conditions, numbers, undetermined);
        }
    }

    /**
     * Compiles the rules of a policy.
     *
     * @param policy the policy
     * @return its rules, ready to run
     */
    public static CompiledRules of(Policy policy) {
        return new CompiledRules(policy, policy.rules(), Budget.MOST, List.of(Part.of(policy.rules())));
    }

    /**
     * Compiles the portfolio rules of a policy.
     *
     * @param policy the policy
     * @return its portfolio rules, ready to run
     */
    public static CompiledRules ofPortfolio(Policy policy) {
        return new CompiledRules(
                policy, policy.portfolioRules(), Budget.MOST_OF_PORTFOLIO, List.of(Part.of(policy.portfolioRules())));
    }

    /**
     * Compiles the rules of a policy that differs little from this one: only what it asks for in another way.
     *
     * @param other the other policy
     * @return its rules, ready to run
     */
    public CompiledRules adaptedTo(Policy other) {
        List<Part> adapted = new ArrayList<>();
        Map<RuleId, Rule> missing = new LinkedHashMap<>(other.rules());
        for (Part part : parts) {
            Part kept = part.within(other);
            if (!kept.counting().isEmpty()) {
                adapted.add(kept);
                missing.keySet().removeAll(kept.counting());
            }
        }
        if (!missing.isEmpty()) {
            adapted.add(Part.of(missing));
        }
        return new CompiledRules(other, other.rules(), Budget.MOST, adapted);
    }

    /**
     * Adds to the facts of a month the readings whose uncertainty leaves open whether a rule speaks.
     *
     * @param facts the facts of one scope and month
     * @return all facts that rules see
     * @throws InvalidInput when the rules hold for more combinations of the facts than a review can go through
     */
    public List<Fact> complete(List<Fact> facts) {
        Set<IndicatorId> open = new HashSet<>();
        for (Part part : parts) {
            if (part.undetermined().concern(facts)) {
                List<Rule> asked = part.counting().stream()
                        .map(this::rule)
                        .filter(rule ->
                                UndeterminedRules.decide(rule.consequence().effect()))
                        .toList();
                open.addAll(refusing(() -> part.undetermined().in(facts, asked, policy)));
            }
        }
        for (Fact fact : facts) {
            if (fact instanceof Fact.Reading reading && isPreliminary(reading)) {
                open.add(reading.indicator());
            }
        }
        if (open.isEmpty()) {
            return facts;
        }
        List<Fact> complete = new ArrayList<>(facts);
        for (Indicator indicator : policy.indicators().indicators()) {
            if (open.contains(indicator.id())) {
                complete.add(new Fact.UndeterminedAtLimit(
                        indicator.id(),
                        indicator.block(),
                        indicator.extendNeed() == Indicator.ExtendNeed.NEEDED,
                        isAfterUnknown(indicator.id(), facts)));
            }
        }
        return complete;
    }

    /** No extending rests on what may still change, or is not the whole month, wherever it lies. */
    private static boolean isPreliminary(Fact.Reading reading) {
        return reading.neededToExtend() && (reading.partial() || reading.status() == Reading.Status.PROVISIONAL);
    }

    private static boolean isAfterUnknown(IndicatorId id, List<Fact> facts) {
        return facts.stream()
                .anyMatch(fact ->
                        fact instanceof Fact.Latest latest && latest.indicator().equals(id) && latest.afterUnknown());
    }

    /**
     * Runs all rules.
     *
     * @param facts all facts that rules see, {@linkplain #complete completed}
     * @return what the rules found, in no particular order
     * @throws InvalidInput when the rules hold for more combinations of the facts than a review can go through
     */
    public List<Finding> run(List<Fact> facts) {
        return eachOnce(matches(facts));
    }

    /**
     * Finds every way in which the rules hold, those too that rest on the same facts.
     *
     * @param facts all facts that rules see, {@linkplain #complete completed}
     * @return the ways, in no particular order
     * @throws InvalidInput when the rules hold for more combinations of the facts than a review can go through
     */
    public List<Finding> matches(List<Fact> facts) {
        return refusing(() -> {
            List<Finding> findings = new ArrayList<>();
            for (Part part : parts) {
                for (Found found : part.whole().run(facts, policy, new Budget(most))) {
                    RuleId id = new RuleId(found.name());
                    if (part.counting().contains(id)) {
                        findings.add(new Finding(rule(id), found.asked(), found.facts(), found.counted(), found.saw()));
                    }
                }
            }
            return findings;
        });
    }

    /** What holds in several ways because of the same facts is found once. */
    private static List<Finding> eachOnce(List<Finding> findings) {
        Set<List<Object>> seen = new HashSet<>();
        return findings.stream()
                .filter(finding -> finding.rule().isPlain()
                        || seen.add(List.of(
                                finding.rule().id(), Set.copyOf(finding.facts()), Set.copyOf(finding.counted()))))
                .toList();
    }

    private Rule rule(RuleId id) {
        return Optional.ofNullable(rules.get(id))
                .orElseThrow(() -> new NoSuchElementException("no rule (%s)".formatted(id)));
    }

    /**
     * Finds the elements that hold, each by itself and with those before it at whose names it looks.
     *
     * @param facts all facts that rules see, {@linkplain #complete completed}
     * @return of each rule the positions of its elements that hold, from 0
     */
    public Map<RuleId, Set<Integer>> holding(List<Fact> facts) {
        Map<RuleId, Set<Integer>> holding = new LinkedHashMap<>();
        rules.keySet().forEach(id -> holding.put(id, new HashSet<>()));
        for (Part part : parts) {
            for (Found found : refusing(() -> part.conditions().get().run(facts, policy, new Budget(most)))) {
                RuleId id = ConditionName.rule(found.name());
                Set<Integer> positions = holding.get(id);
                if (positions != null && part.counting().contains(id)) {
                    positions.add(ConditionName.position(found.name()));
                }
            }
        }
        return holding;
    }

    /**
     * Works out the numbers of each {@code accumulate}, whether what is asked of them holds or not.
     *
     * @param facts all facts that rules see, {@linkplain #complete completed}
     * @return of each rule that counts, by the position of the element, the numbers by name, once for each way in which the
     *     conditions that it looks back at hold
     */
    public Map<RuleId, Map<Integer, Set<Map<String, Span>>>> worked(List<Fact> facts) {
        Map<RuleId, Map<Integer, Set<Map<String, Span>>>> worked = new LinkedHashMap<>();
        for (Part part : parts) {
            for (Found found : refusing(() -> part.numbers().get().run(facts, policy, new Budget(most)))) {
                RuleId id = ConditionName.rule(found.name());
                if (part.counting().contains(id)) {
                    worked.computeIfAbsent(id, rule -> new LinkedHashMap<>())
                            .computeIfAbsent(ConditionName.position(found.name()), at -> new LinkedHashSet<>())
                            .add(found.saw());
                }
            }
        }
        return worked;
    }

    private <T> T refusing(Supplier<T> run) {
        try {
            return run.get();
        } catch (Budget.Spent spent) {
            Rule worst = rule(ConditionName.rule(spent.name()));
            throw new InvalidPolicy(List.of(new Fault(
                    PolicyCode.TOO_LARGE.id(),
                    Severity.ERROR,
                    worst.place(),
                    Message.of(
                            "rule `%s` asks for so many facts that the rules hold for more than %s combinations of"
                                    + " them, which is the most.",
                            worst.id(), most),
                    Optional.of(Message.of("Name the indicator that each condition is about.")))));
        }
    }

    /** What a network calls a rule, or a condition of one. */
    private static final class ConditionName {

        private static final char MARK = '#';

        private ConditionName() {}

        static String of(RuleId rule, int position) {
            return "%s%s%s".formatted(rule, MARK, position);
        }

        static RuleId rule(String name) {
            int mark = name.indexOf(MARK);
            return new RuleId(mark < 0 ? name : name.substring(0, mark));
        }

        static int position(String name) {
            return Integer.parseInt(name.substring(name.indexOf(MARK) + 1));
        }
    }
}
