package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Scorecard;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.scenario.Scenario;
import dev.roi.rules.scenario.Scenarios;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;

/** What built-in policies know of the latest months of their scenarios, and a policy with a rule of its own. */
public final class BuiltInMonths {

    private BuiltInMonths() {}

    /** The scenarios of a built-in policy, assessed. */
    public static List<Assessment> assessments(String policy) {
        PolicyFiles files = PolicyFiles.builtIn(policy).orElseThrow();
        Engine engine = Engine.of(files);
        return Scenarios.of(files, engine).list().stream()
                .map(Scenario::scorecard)
                .map(scorecard -> Assessment.of(engine.policy(), scorecard, latest(scorecard)))
                .toList();
    }

    private static YearMonth latest(Scorecard scorecard) {
        List<YearMonth> complete = scorecard.completeMonths();
        return complete.get(complete.size() - 1);
    }

    /** The coding-agent policy with the conditions of a note replaced. */
    public static PolicyFiles noting(String conditions) {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        String file = new String(files.find("rules/history.drl").orElseThrow(), StandardCharsets.UTF_8);
        assertThat(file).contains("    Scope( gap == true )\n");
        return files.with("rules/history.drl", file.replace("    Scope( gap == true )\n", conditions));
    }
}
