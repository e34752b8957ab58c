package dev.roi.benchmarks;

import dev.roi.benchmarks.peers.Answer;
import dev.roi.benchmarks.peers.Peer;
import dev.roi.benchmarks.peers.Peers;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import dev.roi.rules.facts.Fact;
import java.util.ArrayList;
import java.util.List;

/** Before anything is timed: every peer fires the same rules and decides the same as a review does. */
public final class Equality {

    /** How many generated scorecards are compared, beside the policy's scenarios. */
    public static final int DRAWN = 500;

    private Equality() {}

    /**
     * Compares the answers of peers.
     *
     * @param peers the peers to compare
     * @return on how many scorecards they agree
     * @throws IllegalStateException when any answer differs, with the first ones that do
     */
    public static int check(List<Peers> peers) {
        Engine engine = Engine.builtIn(Inputs.POLICY);
        List<Scorecard> scorecards = Inputs.compared(engine, DRAWN);
        List<String> differences = new ArrayList<>();
        for (Peers each : peers) {
            Peer peer = each.with(engine.policy());
            for (int i = 0; i < scorecards.size(); i++) {
                Verdict verdict = engine.verdict(scorecards.get(i), ReviewRequest.LATEST);
                Answer expected = new Answer(verdict.decision(), verdict.levers(), verdict.fired());
                List<Fact> facts = Inputs.facts(engine, scorecards.get(i));
                Answer answer = peer.decide(facts).get();
                if (!answer.equals(expected)) {
                    differences.add("%s, scorecard %s: %s instead of %s".formatted(each.title(), i, answer, expected));
                }
            }
        }
        if (!differences.isEmpty()) {
            throw new IllegalStateException("%s answers differ:%n%s"
                    .formatted(
                            differences.size(),
                            String.join(System.lineSeparator(), differences.subList(0, Math.min(5, differences.size())))));
        }
        return scorecards.size();
    }

    /**
     * Compares all peers, and says so.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        for (Peers peer : Peers.values()) {
            long start = System.nanoTime();
            String said;
            try {
                said = check(List.of(peer)) + " scorecards agree";
            } catch (RuntimeException fault) {
                said = fault.toString();
            }
            System.out.println(peer.title() + ": " + said + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }
}
