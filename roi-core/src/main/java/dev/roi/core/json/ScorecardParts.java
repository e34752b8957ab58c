package dev.roi.core.json;

import dev.roi.core.Baseline;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Reading;
import dev.roi.core.Workflow;
import java.util.List;
import java.util.Optional;

/**
 * Reads parts of scorecards that stand in other documents, in the form that they have in a scorecard. For use by one
 * thread.
 */
public final class ScorecardParts {

    private final MeasureShapes measures;
    private final DocumentObjections objections;

    /**
     * Makes a reader.
     *
     * @param indicators what the policy measures
     * @param faults where to put everything that is wrong
     */
    public ScorecardParts(IndicatorSet indicators, Faults faults) {
        this.measures = new MeasureShapes(Optional.of(indicators));
        this.objections = new DocumentObjections(faults);
    }

    /**
     * Reads a reading.
     *
     * @param node a number, or an object as a scorecard has it
     * @return the reading; nothing where it is null or wrong
     */
    public Optional<Reading> reading(Node node) {
        return measures.reading().read(node, objections);
    }

    /**
     * Reads a baseline.
     *
     * @param node a number, or an object as a scorecard has it
     * @return the baseline; nothing where it is null or wrong
     */
    public Optional<Baseline> baseline(Node node) {
        return MeasureShapes.BASELINE.read(node, objections);
    }

    /**
     * Reads a register of workflows.
     *
     * @param list a list as a scorecard has it
     * @return the workflows that are well written
     */
    public List<Workflow> workflows(Node list) {
        return ScorecardFormat.workflows().read(list, objections).orElse(List.of());
    }

    /**
     * Returns the pointer under which a reading stands in a scorecard, as its check reports it.
     *
     * @param snapshot the month's position, from 0
     * @param indicator the indicator
     * @return the JSON pointer
     */
    public static String pointer(int snapshot, IndicatorId indicator) {
        return "/snapshots/%s/readings/%s".formatted(snapshot, indicator);
    }
}
