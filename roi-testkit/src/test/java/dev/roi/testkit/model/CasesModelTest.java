package dev.roi.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Decision;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The model gives the right answer for every case whose decision is known. */
class CasesModelTest {

    @TestFactory
    Stream<DynamicTest> the_model_decides_as_is_right() {
        Map<String, Decision> attack = new LinkedHashMap<>();
        attack.put("hours-no-destination-stop-avoided", Decision.STOP);
        attack.put("hours-no-destination-stop-reference", Decision.STOP);
        attack.put("rolling-8-maintain", Decision.MAINTAIN);
        attack.put("rolling-9-stop", Decision.STOP);
        attack.put("unknown-blocks-stop", Decision.ADJUST);
        attack.put("monthly-cost-uncertain-extends", Decision.MAINTAIN);
        attack.put("critical-on-uncertain", Decision.ADJUST);
        attack.put("duplicate-justifications", Decision.ADJUST);
        attack.put("order-depends-on-language", Decision.ADJUST);
        Map<String, Decision> assistant = new LinkedHashMap<>();
        assistant.put("a1-extend-quotes-dearer-interaction", Decision.EXTEND);
        assistant.put("a3-stop-with-all-objectives-met", Decision.EXTEND);
        assistant.put("a3b-same-without-response-baseline", Decision.EXTEND);
        assistant.put("a4b-precision-50-baseline-undefined", Decision.MAINTAIN);
        assistant.put("a5-stop-first-use-not-given", Decision.STOP);
        assistant.put("a6-roi-given-and-dropped", Decision.EXTEND);
        assistant.put("a8-newer-partial-month-not-shown", Decision.EXTEND);
        assistant.put("a9-no-cases-pulls-instrumentation", Decision.MAINTAIN);
        assistant.put("a10-budget-said-twice", Decision.ADJUST);
        assistant.put("a12-efficiency-and-no-efficiency", Decision.ADJUST);
        return Stream.concat(tests("coding-agent", "attack", attack), tests("assistant", "assistant", assistant));
    }

    private static Stream<DynamicTest> tests(String policy, String directory, Map<String, Decision> right) {
        Cases cases = Cases.of(policy, directory);
        DecisionModel model = DecisionModel.of(Engine.builtIn(policy));
        return right.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Scorecard scorecard = cases.read(entry.getKey());

                    assertThat(model.answer(scorecard, Cases.last(scorecard)).decision())
                            .isEqualTo(entry.getValue());
                }));
    }
}
