package dev.roi.rules.drools;

import dev.roi.core.Exact;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactOrder;
import dev.roi.rules.facts.Limits;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Bindings;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.PatternDSL;
import org.drools.model.RuleItemBuilder;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.Match;

/**
 * What rules ask for as a network of Drools, which matches, joins and accumulates typed facts. Each pattern and comparison
 * of it is made of an {@link Element} that was read and checked: no text of a policy reaches Drools, and nothing is
 * compiled as code. Thresholds are asked for when facts are matched, so one network serves whatever their values are.
 *
 * <p>Immutable and safe for use by several threads; each run has a session to itself, which is emptied and kept for the
 * next.
 */
final class RuleNetwork {

    private static final String PACKAGE = "dev.roi.rules";
    private static final Global<Bindings> LIMITS = DSL.globalOf(Bindings.class, PACKAGE, "limits");
    private static final Global<Budget> BUDGET = DSL.globalOf(Budget.class, PACKAGE, "matches");

    private final KieSessionsPool sessions;
    private final AskedFacts facts;
    private final Map<String, Variant> variants;

    private RuleNetwork(KieBase base, AskedFacts facts, Map<String, Variant> variants) {
        this.sessions = base.newKieSessionsPool(1);
        this.facts = facts;
        this.variants = Map.copyOf(variants);
    }

    /**
     * What a network is asked to match: elements that all have to hold.
     *
     * @param elements the elements, in the order of the rule
     * @param question what is asked of numbers that are not certain
     */
    record Asked(List<? extends Element> elements, Question question) {

        Asked {
            elements = List.copyOf(elements);
        }
    }

    /** One way in which what is asked can hold. */
    private record Variant(
            String name,
            Question question,
            List<Condition> asked,
            List<Integer> alternatives,
            Map<String, RuleVariables.Source> results) {

        static Variant of(
                String name,
                Question question,
                List<Element> elements,
                List<Integer> alternatives,
                Map<String, RuleVariables.Source> results) {
            return new Variant(
                    name,
                    question,
                    elements.stream()
                            .filter(Condition.class::isInstance)
                            .map(Condition.class::cast)
                            .filter(condition -> condition.presence() == Presence.PRESENT)
                            .toList(),
                    alternatives,
                    results);
        }

        /** What was worked out on the way, and which alternatives held. */
        Map<String, Span> saw(Match match) {
            if (alternatives.isEmpty() && results.isEmpty()) {
                return Map.of();
            }
            Map<String, Span> saw = new LinkedHashMap<>();
            for (int i = 0; i < alternatives.size(); i++) {
                saw.put(Finding.alternative(i), Span.of(Exact.of(alternatives.get(i))));
            }
            results.forEach((name, source) -> source.reader()
                    .number(
                            source.variables().stream()
                                    .map(variable -> match.getDeclarationValue(variable.getName()))
                                    .toArray(),
                            question)
                    .ifPresent(span -> saw.put(name, span)));
            return saw;
        }
    }

    /**
     * Makes a network.
     *
     * @param asked what to match
     * @return the network
     */
    static RuleNetwork of(Map<String, Asked> asked) {
        return LibraryLoader.in(() -> {
            ModelImpl model = new ModelImpl();
            model.addGlobal(LIMITS);
            model.addGlobal(BUDGET);
            Map<String, Variant> variants = new HashMap<>();
            List<Condition> conditions = new ArrayList<>();
            asked.forEach((name, one) -> {
                List<List<Integer>> alternatives = Variants.alternatives(one.elements());
                int way = 0;
                for (List<Element> elements : Variants.of(one.elements())) {
                    String rule = "%s, %s".formatted(variants.size(), name);
                    elements.stream().flatMap(Element::conditions).forEach(conditions::add);
                    RuleModel parts = new RuleModel(name, LIMITS, BUDGET);
                    List<RuleItemBuilder<?>> items = new ArrayList<>(parts.of(elements, one.question()));
                    variants.put(
                            rule, Variant.of(name, one.question(), elements, alternatives.get(way++), parts.results()));
                    items.add(PatternDSL.execute(() -> {}));
                    model.addRule(PatternDSL.rule(PACKAGE, rule).build(items.toArray(RuleItemBuilder<?>[]::new)));
                }
            });
            return new RuleNetwork(KieBaseBuilder.createKieBaseFromModel(model), new AskedFacts(conditions), variants);
        });
    }

    /**
     * Runs the network.
     *
     * @param given the facts of one scope and month
     * @param limits the values of thresholds
     * @param budget how much it may go through
     * @return the matches, in no particular order
     * @throws Budget.Spent when there are more than anybody can go through
     */
    List<Found> run(Iterable<? extends Fact> given, Limits limits, Budget budget) {
        return LibraryLoader.in(() -> match(given, limits, budget));
    }

    private List<Found> match(Iterable<? extends Fact> given, Limits limits, Budget budget) {
        KieSession session = sessions.newKieSession();
        try {
            session.setGlobal(LIMITS.getName(), Bindings.of(limits));
            session.setGlobal(BUDGET.getName(), budget);
            for (Fact fact : given) {
                if (facts.include(fact)) {
                    session.insert(fact);
                }
            }
            List<Found> found = new ArrayList<>();
            session.fireAllRules(match -> take(match, budget, found));
            return found;
        } catch (RuntimeException failed) {
            throw Budget.spent(failed).<RuntimeException>map(spent -> spent).orElse(failed);
        } finally {
            session.dispose();
        }
    }

    /** Rules say what they say outside of Drools, so none of them fires there. */
    private boolean take(Match match, Budget budget, List<Found> found) {
        Variant variant = variants.get(match.getRule().getName());
        if (variant == null) {
            throw new IllegalStateException("no rule " + match.getRule().getName());
        }
        budget.spend(variant.name());
        List<Fact> facts = new ArrayList<>();
        Set<Fact> counted = new LinkedHashSet<>();
        for (Object object : match.getObjects()) {
            if (object instanceof Fact fact) {
                facts.add(fact);
            } else if (object instanceof Tally tally && tally.question() == variant.question()) {
                tally.facts().forEach(counted::add);
            }
        }
        found.add(new Found(
                variant.name(),
                variant.asked(),
                facts,
                counted.stream().sorted(FactOrder.BY_FIELDS).toList(),
                variant.saw(match)));
        return false;
    }

    /**
     * A match.
     *
     * @param name what was asked for
     * @param asked the conditions that ask for a fact, of those that held
     * @param facts one fact for each of these, in their order
     * @param counted the facts that were counted, or of which one has to exist, each once and in a stable order
     * @param saw what was worked out, and which alternatives held
     */
    record Found(String name, List<Condition> asked, List<Fact> facts, List<Fact> counted, Map<String, Span> saw) {

        Found {
            facts = List.copyOf(facts);
        }
    }
}
