package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.Finding;
import java.util.BitSet;
import java.util.List;

/**
 * What came of a trial.
 *
 * @param decision the decision
 * @param findings what the rules found, notes aside
 * @param seen which fact meets which condition, by the numbers that {@link Sight} gives
 * @param assessment what the month says
 * @param facts the facts of it
 */
record Outcome(Decision decision, List<Finding> findings, BitSet seen, Assessment assessment, List<Fact> facts) {}
