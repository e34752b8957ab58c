package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What built-in policies know of each month of the example scorecards, and a policy with a rule of its own. */
public final class BuiltInMonths {

    private static final Path DATA = Path.of("../roi-examples/data");
    private static final Map<String, List<String>> EXAMPLES =
            Map.of("coding-agent", List.of("first", "konflux", "rollout"), "assistant", List.of("assistant"));

    private BuiltInMonths() {}

    /** The example scorecards of a built-in policy, each as it stood after each of its complete months. */
    public static List<Scorecard> scorecards(String policy) {
        Engine engine = Engine.builtIn(policy);
        List<Scorecard> scorecards = new ArrayList<>();
        for (String example : Objects.requireNonNull(EXAMPLES.get(policy), policy)) {
            for (Scorecard whole : engine.read(DATA.resolve(example)).scorecards()) {
                whole.completeMonths().forEach(month -> scorecards.add(until(month, whole)));
            }
        }
        return scorecards;
    }

    private static Scorecard until(YearMonth month, Scorecard whole) {
        List<Snapshot> snapshots = whole.snapshots().stream()
                .filter(snapshot -> !snapshot.month().isAfter(month))
                .toList();
        return new Scorecard(
                whole.policy(), whole.scope(), whole.currency(), whole.workflows(), whole.baselines(), snapshots);
    }

    /** The same, assessed. */
    public static List<Assessment> assessments(String policy) {
        Engine engine = Engine.builtIn(policy);
        return scorecards(policy).stream()
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
