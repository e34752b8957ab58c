package dev.roi.rules.drools;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Limits;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.Match;

/**
 * Conditions of rules as a network of Drools, which matches and joins typed facts. Each pattern and comparison of it is
 * made of a {@link Condition} that was read and checked: no text of a policy reaches Drools, and nothing is compiled as
 * code. Thresholds are asked for when facts are matched, so one network serves whatever their values are.
 *
 * <p>Immutable and safe for use by several threads; each run has a session to itself, which is emptied and kept for the
 * next.
 */
final class RuleNetwork {

    private static final String PACKAGE = "dev.roi.rules";
    private static final Global<Limits> LIMITS = DSL.globalOf(Limits.class, PACKAGE, "limits");
    private static final Global<Budget> BUDGET = DSL.globalOf(Budget.class, PACKAGE, "matches");

    private final KieSessionsPool sessions;
    private final AskedFacts facts;

    private RuleNetwork(KieBase base, AskedFacts facts) {
        this.sessions = base.newKieSessionsPool(1);
        this.facts = facts;
    }

    /**
     * What a network is asked to match: conditions that all have to hold.
     *
     * @param conditions the conditions, in the order of the rule
     * @param question what is asked of numbers that are not certain
     */
    record Asked(List<Condition> conditions, Question question) {

        Asked {
            conditions = List.copyOf(conditions);
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
            asked.forEach((name, one) -> model.addRule(
                    PatternDSL.rule(PACKAGE, name).build(items(name, one).toArray(RuleItemBuilder<?>[]::new))));
            List<Condition> conditions = asked.values().stream()
                    .flatMap(one -> one.conditions().stream())
                    .toList();
            return new RuleNetwork(KieBaseBuilder.createKieBaseFromModel(model), new AskedFacts(conditions));
        });
    }

    private static List<RuleItemBuilder<?>> items(String name, Asked asked) {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        Optional<Variable<Fact>> before = Optional.empty();
        for (Condition condition : absentFirst(asked.conditions())) {
            Variable<Fact> variable = variable(condition);
            PatternDef<Fact> pattern = PatternDSL.pattern(variable);
            if (condition.presence() == Presence.ABSENT) {
                constrain(pattern, condition, asked.question().negated());
                items.add(DSL.not(pattern));
            } else {
                constrain(pattern, condition, asked.question());
                if (mayBeMany(condition)) {
                    before.ifPresent(
                            joined -> pattern.expr(name, joined, BUDGET, (fact, other, budget) -> budget.spend(name)));
                    before = Optional.of(variable);
                }
                items.add(pattern);
            }
        }
        items.add(PatternDSL.execute(() -> {}));
        return items;
    }

    /** What must not be there is looked for before anything is joined. */
    private static List<Condition> absentFirst(List<Condition> conditions) {
        return conditions.stream()
                .sorted(Comparator.comparing(Condition::presence).reversed())
                .toList();
    }

    /** One for each thing that it is about is one or two, which nobody has to count. */
    private static boolean mayBeMany(Condition condition) {
        return condition.type() == FactType.PART || condition.key().isEmpty();
    }

    @SuppressWarnings("unchecked") // a variable of a fact's own type is one of facts
    private static Variable<Fact> variable(Condition condition) {
        return (Variable<Fact>) DSL.declarationOf(condition.type().record());
    }

    /** The same name for the same comparison, so that conditions which begin alike share what tries them. */
    private static void constrain(PatternDef<Fact> pattern, Condition condition, Question question) {
        for (Constraint constraint : keysFirst(condition.constraints())) {
            if (constraint.limit().isPresent()) {
                pattern.expr(
                        "%s, %s".formatted(constraint, question),
                        LIMITS,
                        (fact, values) -> constraint.test(fact, values, question));
            } else if (constraint.key().isPresent()) {
                pattern.expr(
                        constraint.toString(),
                        fact -> constraint.test(fact, NONE, question),
                        PatternDSL.alphaIndexedBy(
                                String.class, // Drools hashes no objects
                                ConstraintType.EQUAL,
                                position(condition, constraint),
                                fact -> constraint.field().text(fact),
                                constraint.words().get(0)));
            } else {
                pattern.expr(constraint.toString(), fact -> constraint.test(fact, NONE, question));
            }
        }
    }

    /** What is looked up comes before what is tried. */
    private static List<Constraint> keysFirst(List<Constraint> constraints) {
        return constraints.stream()
                .sorted(Comparator.comparing(constraint -> constraint.key().isEmpty()))
                .toList();
    }

    private static final Limits NONE = id -> {
        throw new IllegalStateException("words are compared with no threshold: " + id);
    };

    private static int position(Condition condition, Constraint constraint) {
        return List.copyOf(condition.type().fields().keySet())
                .indexOf(constraint.field().name());
    }

    /**
     * Runs the network.
     *
     * @param given the facts of one scope and month
     * @param limits the values of thresholds
     * @return the matches, in no particular order
     * @throws Budget.Spent when there are more than anybody can go through
     */
    List<Found> run(Iterable<? extends Fact> given, Limits limits) {
        return LibraryLoader.in(() -> match(given, limits));
    }

    private List<Found> match(Iterable<? extends Fact> given, Limits limits) {
        KieSession session = sessions.newKieSession();
        try {
            Budget budget = new Budget();
            session.setGlobal(LIMITS.getName(), limits);
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
    private static boolean take(Match match, Budget budget, List<Found> found) {
        String name = match.getRule().getName();
        budget.spend(name);
        List<Fact> facts = new ArrayList<>();
        for (Object object : match.getObjects()) {
            if (object instanceof Fact fact) {
                facts.add(fact);
            }
        }
        found.add(new Found(name, facts));
        return false;
    }

    /**
     * A match.
     *
     * @param name what was asked for
     * @param facts one fact for each condition that asks for one, in the order of the conditions
     */
    record Found(String name, List<Fact> facts) {

        Found {
            facts = List.copyOf(facts);
        }
    }
}
