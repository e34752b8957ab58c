package dev.roi.benchmarks;

import dev.roi.benchmarks.peers.Answer;
import dev.roi.benchmarks.peers.Peer;
import dev.roi.benchmarks.peers.Peers;
import dev.roi.core.Decision;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import dev.roi.rules.facts.Fact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Before anything is timed: every peer fires the same rules and decides the same as a review does. */
public final class Equality {

    /** How many generated scorecards are compared, beside the policy's scenarios. */
    public static final int DRAWN = 400;

    private Equality() {}

    private record Case(List<Fact> facts, Answer expected) {}

    /**
     * Compares the answers of all peers with those of the engine. Every rule of the policy fires for some of them, and
     * every decision comes up.
     *
     * @return on how many scorecards they agree
     * @throws IllegalStateException when any answer differs, with the first ones that do, or something never comes up
     */
    public static int check() {
        Engine engine = Engine.builtIn(Inputs.POLICY);
        List<Case> cases = new ArrayList<>();
        Set<RuleId> fired = new HashSet<>(engine.policy().rules().keySet());
        Set<Decision> decided = EnumSet.allOf(Decision.class);
        for (Scorecard scorecard : Inputs.compared(engine, DRAWN)) {
            Verdict verdict = engine.verdict(scorecard, ReviewRequest.LATEST);
            cases.add(new Case(
                    Inputs.facts(engine, scorecard),
                    new Answer(verdict.decision(), verdict.levers(), verdict.fired())));
            fired.removeAll(verdict.fired());
            decided.remove(verdict.decision());
        }
        List<String> differences = new ArrayList<>();
        if (!fired.isEmpty() || !decided.isEmpty()) {
            differences.add("nothing is compared for %s and %s".formatted(fired, decided));
        }
        for (Peers peer : Peers.values()) {
            Peer decider = peer.with(engine.policy());
            for (Case each : cases) {
                Answer answer = decider.decide(each.facts()).get();
                if (!answer.equals(each.expected())) {
                    differences.add("%s: %s instead of %s".formatted(peer.title(), answer, each.expected()));
                }
            }
        }
        if (!differences.isEmpty()) {
            throw new IllegalStateException("%s answers differ:%n%s"
                    .formatted(
                            differences.size(),
                            String.join(
                                    System.lineSeparator(), differences.subList(0, Math.min(5, differences.size())))));
        }
        return cases.size();
    }
}
