package dev.roi.benchmarks.peers;

import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final String FIRED = "fired";

    private final Said said;
    private final Map<Question, ValuesPredicate> present = new HashMap<>();
    private final Map<Integer, ValuesPredicate> absent = new HashMap<>();
    private final Knowledge knowledge;
    private final List<Missing> missing = new ArrayList<>();
    private final Set<Class<?>> matched = new HashSet<>();

    /**
     * That no fact meets a condition.
     *
     * @param condition the number of the condition
     */
    public record Absence(int condition) {}

    private record Missing(Class<?> type, Predicate<PlainFact> test, Absence absence) {}

    /** The same for the same question, so that the engine shares what answers it. */
    private record Question(
            FactType type, String field, Operator operator, List<String> words, Optional<ThresholdId> limit) {}

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
        Map<Integer, Absence> absences = new HashMap<>();
        for (int i = 0; i < rule.conditions().size(); i++) {
            Condition condition = rule.conditions().get(i);
            if (condition.presence() == Presence.ABSENT) {
                Absence absence = new Absence(missing.size());
                missing.add(new Missing(
                        PlainFacts.record(condition.type()), Tests.fact(policy, condition, false), absence));
                absences.put(i, absence);
                facts.add(FactBuilder.fact("$" + i, Absence.class));
            } else {
                matched.add(PlainFacts.record(condition.type()));
                facts.add(FactBuilder.fact("$" + i, PlainFacts.record(condition.type())));
            }
        }
        LhsBuilder<Knowledge> when = builder.newRule(rule.id().value()).forEach(facts.toArray(FactBuilder[]::new));
        for (int i = 0; i < rule.conditions().size(); i++) {
            Absence absence = absences.get(i);
            if (absence != null) {
                when = when.where(
                        absent.computeIfAbsent(
                                absence.condition(),
                                number -> values -> values.get(0, Integer.class).equals(number)),
                        "$" + i + ".condition");
                continue;
            }
            Condition condition = rule.conditions().get(i);
            for (Constraint constraint : condition.constraints()) {
                String field = constraint.field().name();
                Question question = new Question(
                        condition.type(), field, constraint.operator(), constraint.words(), constraint.limit());
                when = when.where(
                        present.computeIfAbsent(question, asked -> {
                            Predicate<Object> test = Tests.value(policy, constraint);
                            return values -> test.test(values.get(0));
                        }),
                        "$" + i + "." + field);
            }
        }
        int position = said.position(rule.id().value());
        when.execute(context -> context.getRuntime().<BitSet>get(FIRED).set(position));
    }

    @Override
    public Supplier<Answer> decide(MonthFacts month) {
        BitSet fired = new BitSet();
        List<Object> all = new ArrayList<>(month.plain().size());
        Map<Class<?>, List<PlainFact>> byType = new HashMap<>();
        for (PlainFact fact : month.plain()) {
            byType.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
            if (matched.contains(fact.getClass())) { // it complains of what no rule asks for
                all.add(fact);
            }
        }
        for (Missing one : missing) {
            if (isAbsent(one, byType.getOrDefault(one.type(), List.of()))) {
                all.add(one.absence());
            }
        }
        StatelessSession session = knowledge.newStatelessSession();
        session.set(FIRED, fired);
        session.insertAndFire(all);
        return said.settle(fired);
    }

    private static boolean isAbsent(Missing absent, List<PlainFact> facts) {
        for (PlainFact fact : facts) {
            if (absent.test().test(fact)) {
                return false;
            }
        }
        return true;
    }
}
