package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.rules.assessment.Alternatives;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.Finding;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tries what a scorecard would be decided like. What was tried once is remembered. For use by one thread. */
final class Trials {

    private final Policy policy;
    private final CompiledRules rules;
    private final Judge judge;
    private final Sight sight;
    private final YearMonth month;
    private final Scorecard base;
    private final Alternatives alternatives;
    private final Snapshot current;
    private final Map<Variation, Optional<Outcome>> tried = new HashMap<>();
    private final Map<BitSet, Ruling> rulings = new HashMap<>();
    private final int most;
    private int left;

    /** Rules that only note are no part of the policy, whose decisions are the same without them. */
    Trials(
            Policy policy,
            CompiledRules rules,
            Judge judge,
            Reach reach,
            Scorecard scorecard,
            YearMonth month,
            int most) {
        this.policy = policy;
        this.rules = rules;
        this.judge = judge;
        this.sight = new Sight(reach.conditions(), reach.joined(), policy);
        this.month = month;
        this.alternatives = new Alternatives(policy, scorecard, month);
        this.current = scorecard.find(month).orElseThrow();
        this.base = scorecard;
        this.most = most;
        this.left = most;
    }

    /** Thrown where more trials would be needed than are allowed. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Spent(int most) {
            super("not decided within %s reviews".formatted(most));
        }
    }

    Spent spent() {
        return new Spent(most);
    }

    /** What the rules found, which is the same wherever conditions see the same. */
    private record Ruling(Decision decision, List<Finding> findings) {}

    /** Allows as many trials again as at the beginning. */
    void renew() {
        left = most;
    }

    /** What comes of a variation; nothing where the scorecard would not be allowed. */
    Optional<Outcome> of(Variation variation) {
        Optional<Outcome> known = tried.get(variation);
        if (known != null) {
            return known;
        }
        if (left-- <= 0) {
            throw spent();
        }
        Optional<Outcome> outcome = isAllowed(variation) ? Optional.of(run(variation)) : Optional.empty();
        tried.put(variation, outcome);
        return outcome;
    }

    Outcome asItIs() {
        return of(Variation.NONE).orElseThrow();
    }

    /** The facts of a variation, whether or not its scorecard would be allowed. */
    List<Fact> facts(Variation variation) {
        Optional<Outcome> known = tried.getOrDefault(variation, Optional.empty());
        return known.map(Outcome::facts).orElseGet(() -> assess(variation).facts());
    }

    private Assessment assess(Variation variation) {
        return alternatives.assess(months(variation));
    }

    private Outcome run(Variation variation) {
        Assessment assessment = assess(variation);
        List<Fact> facts = assessment.facts();
        BitSet seen = sight.of(facts);
        Ruling ruling = rulings.get(seen);
        if (ruling == null) {
            List<Finding> findings = rules.run(rules.complete(facts));
            ruling = new Ruling(judge.decide(findings), findings);
            rulings.put(seen, ruling);
        }
        return new Outcome(ruling.decision(), ruling.findings(), seen, assessment, facts);
    }

    /** The scorecard as it was given is allowed, so that only what is otherwise has to be checked. */
    private boolean isAllowed(Variation variation) {
        return isAllowed(changed(variation.readings())) && (variation.later().isEmpty() || isAllowed(later(variation)));
    }

    private boolean isAllowed(Snapshot snapshot) {
        return ScorecardCheck.faults(base.withSnapshots(List.of(snapshot)), policy.indicators())
                .isEmpty();
    }

    Scorecard scorecard(Variation variation) {
        return alternatives.scorecard(months(variation));
    }

    /** The reviewed month and those after it. */
    private List<Snapshot> months(Variation variation) {
        List<Snapshot> snapshots = new ArrayList<>();
        snapshots.add(changed(variation.readings()));
        if (variation.months() > 0) {
            Snapshot later = later(variation);
            for (int i = 1; i <= variation.months(); i++) {
                snapshots.add(Snapshot.complete(month.plusMonths(i), later.readings()));
            }
        }
        return snapshots;
    }

    private Snapshot later(Variation variation) {
        Map<IndicatorId, Reading> readings = new TreeMap<>(variation.readings());
        readings.putAll(variation.later());
        return changed(readings);
    }

    private Snapshot changed(Map<IndicatorId, Reading> readings) {
        if (readings.isEmpty()) {
            return current;
        }
        Map<IndicatorId, Reading> all = new TreeMap<>(current.readings());
        all.putAll(readings);
        return new Snapshot(current.month(), current.completeness(), all);
    }
}
