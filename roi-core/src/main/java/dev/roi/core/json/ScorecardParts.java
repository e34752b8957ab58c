package dev.roi.core.json;

import dev.roi.core.Baseline;
import dev.roi.core.Budget;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Reading;
import dev.roi.core.Workflow;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Reads parts of scorecards that stand in other documents, in the form that they have in a scorecard. For use by one
 * thread.
 */
public final class ScorecardParts {

    /** How a reading is written. */
    public static final Shape<Reading> READING = new MeasureShapes(Optional.empty()).reading();

    /** How a baseline is written. */
    public static final Shape<Baseline> BASELINE = MeasureShapes.BASELINE;

    /** How a budget is written. */
    public static final Shape<Budget> BUDGET = ScorecardFormat.AMOUNT_FOR_A_PERIOD;

    /** How a register of workflows is written. */
    public static final Shape<List<Workflow>> WORKFLOWS = ScorecardFormat.workflows();

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
     * @param value a number, or an object as a scorecard has it
     * @return the reading; nothing where it is null or wrong
     */
    public Optional<Reading> reading(Cursor value) {
        return measures.reading().read(value, objections);
    }

    /**
     * Reads a baseline.
     *
     * @param value a number, or an object as a scorecard has it
     * @return the baseline; nothing where it is null or wrong
     */
    public Optional<Baseline> baseline(Cursor value) {
        return MeasureShapes.BASELINE.read(value, objections);
    }

    /**
     * Reads a register of workflows.
     *
     * @param list a list as a scorecard has it
     * @return the workflows that are well written
     */
    public List<Workflow> workflows(Cursor list) {
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
