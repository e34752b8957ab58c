package dev.roi.governance.scenario;

import dev.roi.core.Fault.Place;
import dev.roi.core.Message;
import dev.roi.core.RuleId;
import dev.roi.rules.Engine;
import dev.roi.rules.facts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scopes of which portfolio rules must say what the policy's owners expect.
 *
 * @param name what the case shows, as a sentence
 * @param place where it is written
 * @param facts what is given of the scopes
 * @param because portfolio rules that must speak
 * @param notBecause portfolio rules that must stay silent
 */
public record PortfolioScenario(
        String name, Place place, List<Fact> facts, List<RuleId> because, List<RuleId> notBecause) {

    /** Copies the lists. {@inheritDoc} */
    public PortfolioScenario {
        facts = List.copyOf(facts);
        because = List.copyOf(because);
        notBecause = List.copyOf(notBecause);
    }

    /**
     * What came of a portfolio scenario.
     *
     * @param scenario the scenario
     * @param fired the portfolio rules that spoke, in the order of the alphabet
     * @param differences what came otherwise than expected; empty where it passed
     */
    public record Came(PortfolioScenario scenario, List<RuleId> fired, List<Difference> differences) {

        /** Copies the lists. {@inheritDoc} */
        public Came {
            fired = List.copyOf(fired);
            differences = List.copyOf(differences);
        }

        /**
         * Tells whether everything came as expected.
         *
         * @return whether the scenario passed
         */
        public boolean isPassed() {
            return differences.isEmpty();
        }
    }

    /**
     * Runs the scenario.
     *
     * @param engine the engine to run it with
     * @return what came of it
     */
    public Came run(Engine engine) {
        Set<RuleId> fired = new TreeSet<>();
        engine.portfolioFindings(facts)
                .forEach(finding -> fired.add(finding.rule().id()));
        List<Difference> differences = new ArrayList<>();
        because.stream()
                .filter(rule -> !fired.contains(rule))
                .forEach(rule -> differences.add(
                        new Difference("because", Message.of("%s fires", rule), Message.of("stayed silent"))));
        notBecause.stream()
                .filter(fired::contains)
                .forEach(rule -> differences.add(
                        new Difference("not-because", Message.of("%s stays silent", rule), Message.of("fired"))));
        return new Came(this, List.copyOf(fired), differences);
    }
}
