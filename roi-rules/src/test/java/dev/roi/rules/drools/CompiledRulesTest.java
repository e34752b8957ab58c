package dev.roi.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.BlockId;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.Engine;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.facts.BlockState;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Part.Authorised;
import dev.roi.rules.facts.Fact.Part.Priority;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a policy are found as often as facts meet them, whatever they are compiled with. */
class CompiledRulesTest {

    private static final RuleId CHANGED = new RuleId("months-missing");

    private static Policy noting(String conditions) {
        return Engine.of(BuiltInMonths.noting("    " + conditions + "\n")).policy();
    }

    private static List<List<Fact>> months(String policy) {
        return BuiltInMonths.assessments(policy).stream().map(Assessment::facts).toList();
    }

    private static Fact block(String name, BlockState state) {
        return new Fact.Block(new BlockId(name), state);
    }

    private static Fact part(String name) {
        Figure one = Figure.of(Exact.ONE);
        return new Fact.Part(
                new IndicatorId("cost-by-team"),
                new BlockId("finance"),
                Dimension.TEAM,
                name,
                one,
                one,
                one,
                Authorised.NOT_APPLICABLE,
                Priority.NOT_APPLICABLE,
                false);
    }

    private static List<Finding> found(String conditions, Fact... facts) {
        return CompiledRules.of(noting(conditions)).run(List.of(facts)).stream()
                .filter(finding -> finding.rule().id().equals(CHANGED))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Part()                                                   | 3",
                "Part( name == \"a\" )                                    | 1",
                "Part( name in ( \"a\", \"b\", \"z\" ) )                  | 2",
                "Part( name != \"a\" )                                    | 2",
                "Part( name not in ( \"a\", \"b\" ) )                     | 1",
                "Part() Part()                                            | 9",
                "Part( name == \"a\" ) not Part( name == \"z\" )          | 1",
                "Part( name == \"z\" )                                    | 0",
                "Part() not Part( name == \"b\" )                         | 0",
                "Part() Block( state == \"improved\" )                    | 3",
                "Part() Block( state == \"worse\" )                       | 0",
                "Part() not Block( state == \"worse\" )                   | 3",
                "Part() Block( id == \"quality\", state == \"improved\" ) | 0"
            })
    void a_rule_is_found_once_for_each_combination_of_facts_that_meet_its_conditions(String conditions, int expected) {
        assertThat(found(conditions, part("a"), part("b"), part("c"), block("delivery", BlockState.IMPROVED)))
                .hasSize(expected);
    }

    @Test
    void a_finding_holds_the_facts_in_the_order_of_the_conditions_that_ask_for_them() {
        String conditions = "Part( name == \"b\" ) not Part( name == \"z\" ) Block() Part( name == \"a\" )";
        Fact block = block("delivery", BlockState.SAME);
        assertThat(found(conditions, part("a"), block, part("b")))
                .extracting(Finding::facts)
                .containsExactly(List.of(part("b"), block, part("a")));
    }

    @Test
    void as_many_combinations_as_a_review_can_go_through_are_found_and_one_more_is_refused() {
        CompiledRules rules = CompiledRules.of(noting("Part()"));
        List<Fact> facts = new ArrayList<>(IntStream.range(0, (int) Budget.MOST)
                .mapToObj(i -> part("p" + i))
                .toList());
        assertThat(rules.run(facts)).hasSize((int) Budget.MOST);
        facts.add(part("b"));
        assertThatThrownBy(() -> rules.run(facts))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("rule `months-missing` asks for so many facts");
        assertThat(rules.run(List.of(part("a")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void a_run_leaves_nothing_behind_for_the_next(String name) {
        Policy policy = Engine.builtIn(name).policy();
        CompiledRules used = CompiledRules.of(policy);
        for (List<Fact> facts : months(name)) {
            assertThat(used.run(facts))
                    .containsExactlyInAnyOrderElementsOf(
                            CompiledRules.of(policy).run(facts))
                    .containsExactlyInAnyOrderElementsOf(used.run(facts));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void many_runs_at_once_find_the_same(String name) throws Exception {
        CompiledRules rules = CompiledRules.of(Engine.builtIn(name).policy());
        List<List<Fact>> months = months(name);
        List<Set<Finding>> expected =
                months.stream().map(facts -> Set.copyOf(rules.run(facts))).toList();
        ExecutorService threads = Executors.newFixedThreadPool(48);
        try {
            Callable<List<Set<Finding>>> all = () ->
                    months.stream().map(facts -> Set.copyOf(rules.run(facts))).toList();
            for (Future<List<Set<Finding>>> run : threads.invokeAll(Collections.nCopies(48, all))) {
                assertThat(run.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void rules_that_were_adapted_to_a_changed_policy_find_what_its_own_find(String name) {
        PolicyFiles files = PolicyFiles.builtIn(name).orElseThrow();
        Policy policy = Engine.builtIn(name).policy();
        CompiledRules rules = CompiledRules.of(policy);
        List<Policy> changed = new ArrayList<>();
        for (Rule rule : policy.rules().values()) {
            changed.add(policy.without(rule.id()));
            changed.add(policy.with(rule.with(rule.present().toList())));
        }
        ThresholdId threshold = new ThresholdId("extend.months");
        changed.add(Engine.read(files, Map.of(threshold, policy.limit(threshold).plus(Exact.ONE))));
        List<List<Fact>> months = months(name).stream().limit(5).toList();
        for (Policy other : changed) {
            CompiledRules own = CompiledRules.of(other);
            CompiledRules adapted = rules.adaptedTo(other);
            CompiledRules back = adapted.adaptedTo(policy);
            for (List<Fact> facts : months) {
                assertThat(count(adapted.run(adapted.complete(facts)))).isEqualTo(count(own.run(own.complete(facts))));
                assertThat(adapted.holding(facts)).isEqualTo(own.holding(facts));
                assertThat(count(back.run(facts))).isEqualTo(count(rules.run(facts)));
            }
        }
    }

    private static Map<RuleId, Long> count(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(finding -> finding.rule().id(), Collectors.counting()));
    }
}
