package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The few lines that a committee reads. Its last line, the decision, is the review's own.
 *
 * @param rows the rows of the policy's view, in order
 */
public record Dashboard(List<Row> rows) {

    /** Copies the rows. {@inheritDoc} */
    public Dashboard {
        rows = List.copyOf(rows);
    }

    /**
     * One line: one indicator, or a few that are read together.
     *
     * @param block the block
     * @param blockName what people call the block
     * @param cells the indicators, in order; at least one
     * @param trend the worst trend among them: worsening, then undetermined, stable, improving
     * @param note what the line says for the decision
     */
    public record Row(BlockId block, String blockName, List<Cell> cells, Trend trend, String note) {

        /** Copies the cells. {@inheritDoc} */
        public Row {
            requireNonNull(block, "block");
            cells = List.copyOf(cells);
            if (cells.isEmpty()) {
                throw new IllegalArgumentException("a dashboard row has at least one indicator");
            }
        }
    }

    /**
     * One indicator of a line.
     *
     * @param indicator the indicator
     * @param name what people call it
     * @param value this month's value; nothing where it is not known
     * @param unit what the numbers count
     * @param baseline the baseline; nothing where there is none
     * @param trend where it is going
     * @param valueText this month's value with its unit, or that it is unknown, in the review's language
     * @param baselineText the baseline with its unit, or that there is none, in the review's language
     * @param history the indicator's months up to the reviewed one, in order
     * @param limits what the policy's rules hold the value against, in its unit, each once from the least; may be empty
     * @param definition how this month's value was measured, where that is said
     */
    public record Cell(
            IndicatorId indicator,
            String name,
            Optional<Exact> value,
            Unit unit,
            Optional<Exact> baseline,
            Trend trend,
            String valueText,
            String baselineText,
            List<Point> history,
            List<Exact> limits,
            Optional<String> definition) {

        /** Copies the lists. {@inheritDoc} */
        public Cell {
            requireNonNull(indicator, "indicator");
            history = List.copyOf(history);
            limits = List.copyOf(limits);
        }

        /**
         * Makes a cell of an indicator that is held against no limit, and of which nobody says how it was measured.
         *
         * @param indicator the indicator
         * @param name what people call it
         * @param value this month's value; nothing where it is not known
         * @param unit what the numbers count
         * @param baseline the baseline; nothing where there is none
         * @param trend where it is going
         * @param valueText this month's value with its unit, or that it is unknown, in the review's language
         * @param baselineText the baseline with its unit, or that there is none, in the review's language
         * @param history the indicator's months up to the reviewed one, in order
         */
        public Cell(
                IndicatorId indicator,
                String name,
                Optional<Exact> value,
                Unit unit,
                Optional<Exact> baseline,
                Trend trend,
                String valueText,
                String baselineText,
                List<Point> history) {
            this(
                    indicator,
                    name,
                    value,
                    unit,
                    baseline,
                    trend,
                    valueText,
                    baselineText,
                    history,
                    List.of(),
                    Optional.empty());
        }
    }

    /**
     * One month of an indicator.
     *
     * @param month the month
     * @param completeness whether the month is complete
     * @param value its value; nothing where it is not known
     * @param comparability whether it was measured as the baseline was
     */
    public record Point(
            YearMonth month, Snapshot.Completeness completeness, Optional<Exact> value, Comparability comparability) {

        /**
         * Makes a month that was measured as the baseline was.
         *
         * @param month the month
         * @param completeness whether the month is complete
         * @param value its value; nothing where it is not known
         */
        public Point(YearMonth month, Snapshot.Completeness completeness, Optional<Exact> value) {
            this(month, completeness, value, Comparability.COMPARABLE);
        }
    }

    /** Whether a month's value can be held against the others. */
    public enum Comparability {
        /** Nothing says that it was measured in another way. */
        COMPARABLE,
        /** It was measured under another definition than the baseline or, without one, than the latest known month. */
        OTHER_DEFINITION
    }
}
