package dev.roi.governance.scenario;

import dev.roi.core.Language;
import dev.roi.core.Review;
import dev.roi.rules.explain.Explanation;
import java.util.List;

/**
 * What came of a scenario.
 *
 * @param scenario the scenario
 * @param review the review of what it gives
 * @param explanation what every rule saw of it
 * @param differences what came otherwise than expected, in the order of a scenario's keys; empty where it passed
 */
public record Outcome(Scenario scenario, Review review, Explanation explanation, List<Difference> differences) {

    /** Copies the list. {@inheritDoc} */
    public Outcome {
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

    /**
     * Writes what was expected beside what came, and below it why: the rules that the scenario names in full, those that
     * fired, and those that nearly did.
     *
     * @return lines for people, each ended by a line feed; do not parse them
     */
    public String text() {
        return text(Language.ENGLISH);
    }

    /**
     * Writes the same in a language.
     *
     * @param language the language of whoever reads it
     * @return lines for people, each ended by a line feed; do not parse them
     */
    public String text(Language language) {
        return OutcomeText.of(this, language);
    }
}
