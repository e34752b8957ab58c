package dev.roi.governance.diff;

import dev.roi.core.Decision;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyDiff.Change;
import dev.roi.core.PolicyDiff.Happening;
import dev.roi.core.PolicyDiff.Kind;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.HybridPolicy;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which changes turn a decision, by deciding again with some of them made. Policies between are made once each, and
 * compiled as far as they differ. For use by one thread.
 */
final class Causes {

    private final HybridPolicy blend;
    private final Engine before;
    private final List<Subject> subjects;
    private final Map<Set<Subject>, Optional<Engine>> engines = new HashMap<>();

    Causes(HybridPolicy blend, Engine before, List<Change> changes) {
        this.blend = blend;
        this.before = before;
        this.subjects =
                changes.stream().filter(Causes::canDecide).map(Change::subject).toList();
    }

    /** A threshold decides by its value; one that came or went does so through the rules that read it. */
    private static boolean canDecide(Change change) {
        boolean isThreshold = change.subject().kind() == Kind.THRESHOLD;
        return change.decides()
                && (!isThreshold
                        || (change.happening() == Happening.CHANGED
                                && change.find("value").isPresent()));
    }

    /**
     * Finds what gives a month the decision that it has under the policy after.
     *
     * @param fitted the scope
     * @param month the month
     * @param decision the decision
     * @return every change that is enough alone; or else one set of changes of which none can be left out; nothing where
     *     no policy between can be made
     */
    List<List<Subject>> of(Fitted fitted, YearMonth month, Decision decision) {
        Case flipped = new Case(fitted, month, decision);
        List<List<Subject>> alone = subjects.stream()
                .filter(subject -> isEnough(Set.of(subject), flipped))
                .map(List::of)
                .toList();
        if (!alone.isEmpty()) {
            return alone;
        }
        Set<Subject> together = new LinkedHashSet<>(subjects);
        if (!isEnough(together, flipped)) {
            return List.of();
        }
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Subject subject : List.copyOf(together)) {
                together.remove(subject);
                if (isEnough(together, flipped)) {
                    smaller = true;
                } else {
                    together.add(subject);
                }
            }
        }
        return List.of(together.stream().sorted().toList());
    }

    private record Case(Fitted fitted, YearMonth month, Decision decision) {}

    private boolean isEnough(Set<Subject> taken, Case flipped) {
        return engines.computeIfAbsent(Set.copyOf(taken), key -> blend.with(key).map(before::adaptedTo))
                .filter(engine -> decides(engine, flipped))
                .isPresent();
    }

    private static boolean decides(Engine engine, Case flipped) {
        try {
            return engine.decide(flipped.fitted().to(engine.policy()), ReviewRequest.LATEST.forMonth(flipped.month()))
                    == flipped.decision();
        } catch (InvalidInput doesNotFit) {
            return false;
        }
    }
}
