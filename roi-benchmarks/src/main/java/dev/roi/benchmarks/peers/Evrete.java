package dev.roi.benchmarks.peers;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Constraint;
import dev.roi.rules.policy.Rule.Presence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.evrete.KnowledgeService;
import org.evrete.api.FactBuilder;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * Evrete with its rule builder and functional conditions, and a stateless session for each decision. It has no absent
 * facts, so that what is absent is found before and is a fact of its own.
 */
final class Evrete implements Peer {

    private final Said said;
    private final Knowledge knowledge;
    private final List<Missing> missing = new ArrayList<>();

    /**
     * That no fact meets a condition.
     *
     * @param condition the number of the condition
     */
    public record Absence(int condition) {}

    /**
     * Where the rules tell what fired.
     *
     * @param rules the positions of those that fired
     */
    public record Fired(BitSet rules) {}

    private record Missing(Class<? extends Fact> type, Predicate<Fact> test, Absence absence) {}

    Evrete(Policy policy) {
        said = new Said(policy);
        KnowledgeService service = new KnowledgeService();
        RuleSetBuilder<Knowledge> builder = service.newKnowledge().builder();
        for (Rule rule : policy.rules().values()) {
            add(policy, rule, builder);
        }
        knowledge = builder.build();
    }

    private void add(Policy policy, Rule rule, RuleSetBuilder<Knowledge> builder) {
        List<FactBuilder> facts = new ArrayList<>();
        facts.add(FactBuilder.fact("$fired", Fired.class));
        Map<Integer, Absence> absences = new HashMap<>();
        for (int i = 0; i < rule.conditions().size(); i++) {
            Condition condition = rule.conditions().get(i);
            if (condition.presence() == Presence.ABSENT) {
                Absence absence = new Absence(missing.size());
                missing.add(new Missing(Fact.classOf(condition.type()), Tests.fact(policy, condition, false), absence));
                absences.put(i, absence);
                facts.add(FactBuilder.fact("$" + i, Absence.class));
            } else {
                facts.add(FactBuilder.fact("$" + i, Fact.classOf(condition.type())));
            }
        }
        LhsBuilder<Knowledge> when = builder.newRule(rule.id().value()).forEach(facts.toArray(FactBuilder[]::new));
        for (int i = 0; i < rule.conditions().size(); i++) {
            Absence absence = absences.get(i);
            if (absence != null) {
                int number = absence.condition();
                when = when.where(
                        (ValuesPredicate) values -> values.get(0, Integer.class) == number, "$" + i + ".condition");
                continue;
            }
            for (Constraint constraint : rule.conditions().get(i).constraints()) {
                Predicate<Object> test = Tests.value(policy, constraint);
                when = when.where(
                        (ValuesPredicate) values -> test.test(values.get(0)),
                        "$" + i + "." + constraint.field().name());
            }
        }
        int position = said.position(rule.id().value());
        when.execute(context -> context.<Fired>get("$fired").rules().set(position));
    }

    @Override
    public Supplier<Answer> decide(List<Fact> facts) {
        BitSet fired = new BitSet();
        List<Object> all = new ArrayList<>(facts);
        all.add(new Fired(fired));
        for (Missing absent : missing) {
            if (isAbsent(absent, facts)) {
                all.add(absent.absence());
            }
        }
        StatelessSession session = knowledge.newStatelessSession();
        session.insertAndFire(all);
        return said.settle(fired);
    }

    private static boolean isAbsent(Missing absent, List<Fact> facts) {
        for (Fact fact : facts) {
            if (absent.type().isInstance(fact) && absent.test().test(fact)) {
                return false;
            }
        }
        return true;
    }
}
