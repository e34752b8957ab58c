package dev.roi.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidInput;
import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.Engine;
import dev.roi.rules.explain.Interpreter;
import dev.roi.rules.facts.Assessment;
import dev.roi.rules.facts.Combinations;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.RuleRunner;
import dev.roi.rules.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled rules find what interpreted ones find, month after month. */
class RuleBaseTest {

    private static Policy noting(String conditions) {
        return Engine.of(BuiltInMonths.noting(conditions)).policy();
    }

    private static List<List<Fact>> months() {
        return BuiltInMonths.assessments("coding-agent").stream()
                .map(Assessment::facts)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reading()",
                "Comparison( needed == true )",
                "Comparison( needed != true, oneSided == false )",
                "Comparison( result != \"same\" )",
                "Comparison( result not in ( \"same\", \"better\" ) )",
                "Comparison( result in ( \"same\", \"better\" ), result != \"same\" )",
                "Comparison( needed == true, atWorst == \"worse\" )",
                "Comparison( indicator == \"lead-time\", indicator == \"review-time\" )",
                "Comparison( result == \"same\" )\n    Comparison( result == \"same\" )",
                "Comparison( result == \"better\" )\n    not Comparison( result == \"worse\" )",
                "Comparison( result == \"better\" )\n    not Comparison( result == \"better\" )",
                "Scope( level != \"team\" )\n    Unknown( reason != \"not-due\" )\n    Block( state == \"improved\" )"
            })
    void compiledRulesFindWhatInterpretedOnesFind(String conditions) {
        Policy policy = noting("    " + conditions + "\n");
        RuleBase compiled = RuleBase.compile(policy);
        RuleRunner interpreted = new Interpreter(policy);
        for (List<Fact> facts : months()) {
            assertThat(compiled.run(facts)).containsExactlyInAnyOrderElementsOf(interpreted.run(facts));
        }
    }

    @Test
    void anyNumberOfCombinationsUpToTheMostIsFoundAndOneMoreIsRefused() {
        Policy policy = noting("    Part()\n    Scope()\n");
        RuleBase compiled = RuleBase.compile(policy);
        RuleRunner interpreted = new Interpreter(policy);
        List<Fact> month = months().get(0);
        int others = compiled.run(month).size();
        List<Fact> most = with((int) Combinations.MOST - others, month);
        List<Fact> tooMany = with((int) Combinations.MOST - others + 1, month);
        assertThat(compiled.run(most)).hasSize((int) Combinations.MOST);
        assertThat(interpreted.run(most)).hasSize((int) Combinations.MOST);
        for (RuleRunner rules : List.of(compiled, interpreted)) {
            assertThatThrownBy(() -> rules.run(tooMany))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("rule `months-missing` asks for so many facts");
        }
        assertThat(compiled.run(month)).containsExactlyInAnyOrderElementsOf(interpreted.run(month));
    }

    private static List<Fact> with(int parts, List<Fact> month) {
        List<Fact> facts = new ArrayList<>(month);
        facts.addAll(Collections.nCopies(
                parts,
                new Fact.PartFact(
                        "lead-time",
                        "delivery",
                        "team",
                        "any",
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        "not-applicable")));
        return facts;
    }
}
