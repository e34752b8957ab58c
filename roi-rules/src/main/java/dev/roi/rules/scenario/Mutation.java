package dev.roi.rules.scenario;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Lever;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.FactType.FieldKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Threshold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Tests of the tests: a policy is changed in every small way, one at a time, and some scenario should notice each.
 *
 * @param results what came of each mutant, in a stable order
 */
public record Mutation(List<Result> results) {

    /** Copies the list. {@inheritDoc} */
    public Mutation {
        results = List.copyOf(results);
    }

    /**
     * Changes a policy in every small way and runs its scenarios over each.
     *
     * @param files the policy's files
     * @param policy the policy
     * @param scenarios its scenarios; all of them pass
     * @param progress told after each mutant how many are done, in percent
     * @return what came of it; the same for the same policy
     */
    public static Mutation of(PolicyFiles files, Policy policy, Scenarios scenarios, Consumer<Integer> progress) {
        Engine original = Engine.interpreting(policy);
        List<Mutant> mutants = Mutants.of(files, policy);
        List<Result> results = new ArrayList<>();
        for (Mutant mutant : mutants) {
            results.add(result(original, mutant, scenarios));
            progress.accept(results.size() * 100 / mutants.size());
        }
        return new Mutation(results);
    }

    private static Result result(Engine original, Mutant mutant, Scenarios scenarios) {
        Engine changed = Engine.interpreting(mutant.policy());
        Optional<Scenario> noticed = scenarios.list().stream()
                .filter(scenario -> !Scenarios.run(changed, scenario).isPassed())
                .findFirst();
        if (noticed.isPresent()) {
            return new Result(
                    mutant.name(), mutant.change(), Fate.NOTICED, noticed.get().name(), Optional.empty());
        }
        String accepted = scenarios.accepted().get(mutant.name());
        if (accepted != null) {
            return new Result(mutant.name(), mutant.change(), Fate.ACCEPTED, accepted, Optional.empty());
        }
        return new Result(
                mutant.name(), mutant.change(), Fate.SURVIVED, "", suggestion(original, changed, mutant, scenarios));
    }

    /** Looks for a case that the policy and the mutant decide differently, near the cases there are. */
    private static Optional<String> suggestion(Engine original, Engine changed, Mutant mutant, Scenarios scenarios) {
        for (Scenario scenario : scenarios.list()) {
            for (Variation variation : variations(original.policy(), mutant, scenario)) {
                Review before = original.review(variation.scorecard());
                Review after = changed.review(variation.scorecard());
                if (!same(before, after)) {
                    return Optional.of(paste(mutant, scenario, variation, before, after));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(Review one, Review other) {
        return one.decision() == other.decision()
                && one.levers().equals(other.levers())
                && fired(one).equals(fired(other));
    }

    private static Set<RuleId> fired(Review review) {
        Set<RuleId> fired = new TreeSet<>();
        review.justifications().forEach(justification -> fired.add(justification.rule()));
        return fired;
    }

    private record Variation(Map<IndicatorId, Exact> now, Scorecard scorecard) {}

    /** The case itself, and the case with an indicator of the changed rules at, or one step beside, a limit of theirs. */
    private static List<Variation> variations(Policy policy, Mutant mutant, Scenario scenario) {
        List<Variation> variations = new ArrayList<>();
        variations.add(new Variation(Map.of(), scenario.scorecard()));
        Set<Exact> values = new LinkedHashSet<>();
        Set<IndicatorId> ids = new LinkedHashSet<>();
        for (RuleId id : mutant.rules()) {
            Rule rule = policy.rules().get(id);
            if (rule == null) {
                continue;
            }
            rule.conditions().stream()
                    .flatMap(condition -> condition.constraints().stream())
                    .filter(constraint -> constraint.field().kind() == FieldKind.INDICATOR)
                    .forEach(constraint -> constraint.words().forEach(word -> ids.add(new IndicatorId(word))));
            rule.thresholds().forEach(limit -> {
                Threshold threshold = policy.thresholds().get(limit);
                if (threshold != null) {
                    values.add(threshold.value());
                    values.add(threshold.value().plus(threshold.step()));
                    values.add(threshold.value().minus(threshold.step()));
                }
            });
        }
        for (IndicatorId id : ids) {
            Indicator indicator = policy.indicators().indicator(id);
            for (Exact value : values) {
                if (indicator.range().contains(value)
                        && (indicator.counting() == Indicator.Counting.MEASURED || value.isWhole())) {
                    variations.add(new Variation(Map.of(id, value), with(scenario.scorecard(), id, value)));
                }
            }
        }
        variations.removeIf(variation -> !ScorecardCheck.faults(variation.scorecard(), policy.indicators())
                .isEmpty());
        return variations;
    }

    private static Scorecard with(Scorecard scorecard, IndicatorId id, Exact value) {
        List<Snapshot> snapshots = new ArrayList<>(scorecard.snapshots());
        Snapshot last = snapshots.get(snapshots.size() - 1);
        Map<IndicatorId, Reading> readings = new HashMap<>(last.readings());
        readings.put(id, Reading.of(value));
        snapshots.set(snapshots.size() - 1, new Snapshot(last.month(), last.completeness(), readings));
        return new Scorecard(
                scorecard.policy(),
                scorecard.scope(),
                scorecard.currency(),
                scorecard.workflows(),
                scorecard.baselines(),
                snapshots);
    }

    private static String paste(Mutant mutant, Scenario scenario, Variation variation, Review before, Review after) {
        Map<String, String> given = new LinkedHashMap<>(scenario.given());
        variation.now().forEach((id, value) -> {
            String now = given.getOrDefault("now", "{ }");
            String kept = now.substring(1, now.length() - 1).strip();
            String added = "%s: %s".formatted(id, value);
            given.put("now", kept.isEmpty() ? "{ %s }".formatted(added) : "{ %s, %s }".formatted(kept, added));
        });
        Set<RuleId> because = new TreeSet<>(fired(before));
        because.removeAll(fired(after));
        Set<RuleId> notBecause = new TreeSet<>(fired(after));
        notBecause.removeAll(fired(before));
        StringBuilder text = new StringBuilder();
        text.append("  - scenario: notices that ")
                .append(mutant.change().replace(": ", " ").replace("`", "'"));
        given.forEach(
                (key, value) -> text.append("\n    ").append(key).append(": ").append(value));
        text.append("\n    decision: ").append(before.decision().word());
        if (!before.levers().equals(after.levers())) {
            text.append("\n    levers: ")
                    .append(before.levers().stream().map(Lever::id).toList());
        }
        if (!because.isEmpty()) {
            text.append("\n    because: ").append(because);
        }
        if (!notBecause.isEmpty()) {
            text.append("\n    not-because: ").append(notBecause);
        }
        return text.append('\n').toString();
    }

    /**
     * Returns the mutants that no scenario noticed, and that nobody accepted.
     *
     * @return the survivors, in order
     */
    public List<Result> survivors() {
        return results.stream().filter(result -> result.fate() == Fate.SURVIVED).toList();
    }

    /**
     * Returns how many mutants were noticed or accepted.
     *
     * @return in percent of all mutants, rounded down; 100 where there are none
     */
    public int percent() {
        return results.isEmpty() ? 100 : (results.size() - survivors().size()) * 100 / results.size();
    }

    /** What came of a mutant. */
    public enum Fate {
        /** A scenario noticed it. */
        NOTICED,
        /** None did, and the policy's owners wrote down why none has to. */
        ACCEPTED,
        /** None did. */
        SURVIVED
    }

    /**
     * What came of one mutant.
     *
     * @param mutant its name
     * @param change what was changed, in words
     * @param fate what came of it
     * @param by the first scenario that noticed it, or why none has to; empty where it survived
     * @param suggestion a scenario that would notice it, ready to paste; nothing where none was found
     */
    public record Result(String mutant, String change, Fate fate, String by, Optional<String> suggestion) {}
}
