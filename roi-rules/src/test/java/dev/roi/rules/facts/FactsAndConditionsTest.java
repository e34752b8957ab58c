package dev.roi.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.Engine;
import dev.roi.rules.drools.RuleBase;
import dev.roi.rules.explain.Interpreter;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsAndConditionsTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THRESHOLD")
    void theFieldsOfATypeAreTheComponentsOfItsFactsInOrder(FactType type) {
        assertThat(Arrays.stream(Fact.classOf(type).getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyElementsOf(type.fields().keySet());
    }

    @Test
    void aFieldIsReadByItsPlace() throws ReflectiveOperationException {
        for (Fact fact : BuiltInMonths.assessments("coding-agent").get(0).facts()) {
            RecordComponent[] components = fact.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                assertThat(fact.field(i)).isEqualTo(components[i].getAccessor().invoke(fact));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void aFactMeetsTheConditionsWhoseComparisonsAllHold(String name) {
        Policy policy = Engine.builtIn(name).policy();
        Conditions conditions = new Conditions(policy);
        int found = 0;
        for (Assessment assessment : BuiltInMonths.assessments(name)) {
            List<Fact> facts = assessment.facts();
            Met met = conditions.metBy(facts);
            for (Rule rule : policy.rules().values()) {
                for (Condition condition : rule.conditions()) {
                    int number = conditions.number(condition);
                    List<Fact> expected = facts.stream()
                            .filter(fact -> fact.type() == condition.type())
                            .filter(fact -> condition.constraints().stream()
                                    .allMatch(constraint -> FieldValue.holds(policy, fact, constraint)))
                            .toList();
                    assertThat(met.facts(number)).containsExactlyElementsOf(expected);
                    assertThat(met.count(number)).isEqualTo(expected.size());
                    found += expected.size();
                }
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void aRunLeavesNothingBehindForTheNext(String name) {
        Policy policy = Engine.builtIn(name).policy();
        RuleBase used = RuleBase.compile(policy);
        for (Assessment assessment : BuiltInMonths.assessments(name)) {
            List<Fact> facts = assessment.facts();
            assertThat(used.run(facts))
                    .containsExactlyInAnyOrderElementsOf(
                            RuleBase.compile(policy).run(facts))
                    .containsExactlyInAnyOrderElementsOf(used.run(facts));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void moreRunsAtOnceThanSessionsAreKeptFindTheSame(String name) throws Exception {
        RuleBase rules = RuleBase.compile(Engine.builtIn(name).policy());
        List<List<Fact>> months =
                BuiltInMonths.assessments(name).stream().map(Assessment::facts).toList();
        List<Set<Finding>> expected =
                months.stream().map(facts -> Set.copyOf(rules.run(facts))).toList();
        ExecutorService threads = Executors.newFixedThreadPool(48);
        try {
            List<Callable<List<Set<Finding>>>> runs = Collections.nCopies(
                    48,
                    () -> months.stream()
                            .map(facts -> Set.copyOf(rules.run(facts)))
                            .toList());
            for (Future<List<Set<Finding>>> run : threads.invokeAll(runs)) {
                assertThat(run.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void rulesFindTheSameWithoutTheTrendsThatNoneAsksFor(String name) {
        Interpreter rules = new Interpreter(Engine.builtIn(name).policy());
        boolean leftOut = false;
        for (Assessment assessment : BuiltInMonths.assessments(name)) {
            List<Fact> facts = assessment.facts();
            List<Fact> asked = assessment.askedFacts();
            assertThat(facts).containsAll(asked);
            assertThat(rules.run(asked)).isEqualTo(rules.run(facts));
            leftOut |= asked.size() < facts.size();
        }
        assertThat(leftOut || !Engine.builtIn(name).policy().asksFor(FactType.TREND))
                .isTrue();
    }
}
