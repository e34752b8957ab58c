package dev.roi.benchmarks;

import dev.roi.benchmarks.peers.Answer;
import dev.roi.benchmarks.peers.MonthFacts;
import dev.roi.benchmarks.peers.Peer;
import dev.roi.benchmarks.peers.Peers;
import dev.roi.core.Decision;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Before anything is timed: every peer fires the same rules and decides the same as a review does.
 *
 * @param alike on how many scorecards they agree
 * @param leftOut how many others they were not asked about, since what was measured does not settle them
 */
public record Equality(int alike, int leftOut) {

    /** How many generated scorecards are compared, beside the policy's scenarios. */
    public static final int DRAWN = 400;

    private static final int SHOWN = 5;

    private record Case(MonthFacts month, Answer expected) {}

    /**
     * Compares the answers of all peers with those of the engine. Every rule of the policy fires for some of them, and
     * every decision comes up.
     *
     * @return on what they agree
     * @throws IllegalStateException when any answer differs, with the first ones that do, or something never comes up
     */
    public static Equality check() {
        Engine engine = Engine.builtIn(Inputs.POLICY);
        Given given = new Given(engine.policy());
        List<Scorecard> scorecards = Inputs.compared(engine, DRAWN);
        List<Case> cases = new ArrayList<>();
        Set<RuleId> fired = new HashSet<>(engine.policy().rules().keySet());
        Set<Decision> decided = EnumSet.allOf(Decision.class);
        for (Scorecard scorecard : scorecards) {
            MonthFacts month = given.of(scorecard);
            if (given.isDecidedAsMeasured(month)) {
                Verdict verdict = engine.verdict(scorecard, ReviewRequest.LATEST);
                cases.add(new Case(month, new Answer(verdict.decision(), verdict.levers(), verdict.fired())));
                fired.removeAll(verdict.fired());
                decided.remove(verdict.decision());
            }
        }
        List<String> differences = differences(engine, cases);
        if (!fired.isEmpty() || !decided.isEmpty()) {
            differences.add(0, "nothing is compared for %s and %s".formatted(fired, decided));
        }
        if (!differences.isEmpty()) {
            throw new IllegalStateException("%s answers differ:%n%s"
                    .formatted(
                            differences.size(),
                            String.join(
                                    System.lineSeparator(),
                                    differences.subList(0, Math.min(SHOWN, differences.size())))));
        }
        return new Equality(cases.size(), scorecards.size() - cases.size());
    }

    private static List<String> differences(Engine engine, List<Case> cases) {
        List<String> differences = new ArrayList<>();
        for (Peers peer : Peers.values()) {
            Peer decider = peer.with(engine.policy());
            for (Case each : cases) {
                Answer answer = decider.decide(each.month()).get();
                if (!answer.equals(each.expected())) {
                    differences.add("%s: %s instead of %s".formatted(peer.title(), answer, each.expected()));
                }
            }
        }
        return differences;
    }
}
