package dev.roi.rules.facts;

import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Keyword;
import dev.roi.core.Level;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Known;
import dev.roi.core.Reading.Status;
import dev.roi.core.ThresholdId;
import dev.roi.core.Trend.Course;
import dev.roi.core.UnknownReason;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Something that rules can ask about. The name of each record is the word that rule files use, and its components are the
 * fields that a rule can ask for; {@link FactType} reads both off them.
 */
public sealed interface Fact {

    /**
     * Returns what kind of fact it is.
     *
     * @return its type
     */
    default FactType type() {
        return FactType.of(this);
    }

    /** A fact about one indicator. */
    sealed interface OfIndicator extends Fact {

        /**
         * Returns the indicator it is about.
         *
         * @return the indicator's name
         */
        IndicatorId indicator();
    }

    /**
     * A number that the policy's owners may change. Rules give its value a name, and compare with that.
     *
     * @param id the threshold
     * @param value its value
     */
    record Threshold(
            ThresholdId id, @In(Measure.OF_THE_THRESHOLD) Figure value) implements Fact {}

    /**
     * An indicator that is known in the reviewed month.
     *
     * @param indicator the indicator
     * @param block its block
     * @param value its value
     * @param due whether its effects are due
     * @param neededToExtend whether extending depends on it
     * @param sample how many cases it is of, where that is given
     * @param status whether it may still change, or has
     * @param partial whether it is of some days of the month only
     * @param bound on which side of the value the true one lies
     */
    record Reading(
            IndicatorId indicator,
            BlockId block,
            @In(Measure.OF_THE_INDICATOR) Figure value,
            boolean due,
            boolean neededToExtend,
            @In(Measure.COUNT) Optional<Figure> sample,
            Status status,
            boolean partial,
            Bound bound)
            implements OfIndicator {

        /**
         * Makes the fact of a reading of which nothing else is said.
         *
         * @param indicator the indicator
         * @param block its block
         * @param value its value
         * @param due whether its effects are due
         * @param neededToExtend whether extending depends on it
         */
        public Reading(IndicatorId indicator, BlockId block, Figure value, boolean due, boolean neededToExtend) {
            this(indicator, block, value, due, neededToExtend, Optional.empty(), Status.FINAL, false, Bound.EXACT);
        }
    }

    /**
     * The last known reading of an indicator: this month's or, where this month's is not known, the newest before it. An
     * alarm whose reading goes dark stays an alarm until it is measured again. Where the last reading is uncertain, what
     * still stands of an earlier one that was worse counts beside it, as far as the uncertain one does not exclude it.
     *
     * @param indicator the indicator
     * @param block its block
     * @param value its last known value
     * @param due whether its effects are due
     * @param neededToExtend whether extending depends on it
     * @param stale whether the value is an earlier month's
     * @param afterUnknown whether a month before it is unknown, and no certain reading since says that it was no alarm
     * @param sample how many cases it is of, where that is given
     * @param age how many months ago it was measured
     * @param status whether it may still change, or has
     * @param partial whether it is of some days of its month only
     * @param bound on which side of the value the true one lies
     * @param from the reading that the value is from
     * @param month the month of that reading
     */
    record Latest(
            IndicatorId indicator,
            BlockId block,
            @In(Measure.OF_THE_INDICATOR) Figure value,
            boolean due,
            boolean neededToExtend,
            boolean stale,
            boolean afterUnknown,
            @In(Measure.COUNT) Optional<Figure> sample,
            @In(Measure.MONTHS) Figure age,
            Status status,
            boolean partial,
            Bound bound,
            @Behind Known from,
            @Behind YearMonth month)
            implements OfIndicator {

        /**
         * Makes the fact of a reading of which nothing else is said.
         *
         * @param indicator the indicator
         * @param block its block
         * @param value its last known value
         * @param due whether its effects are due
         * @param neededToExtend whether extending depends on it
         * @param stale whether the value is an earlier month's
         * @param afterUnknown whether a month before it is unknown
         * @param sample how many cases it is of, where that is given
         * @param age how many months ago it was measured
         * @param from the reading that the value is from
         * @param month the month of that reading
         */
        public Latest(
                IndicatorId indicator,
                BlockId block,
                Figure value,
                boolean due,
                boolean neededToExtend,
                boolean stale,
                boolean afterUnknown,
                Optional<Figure> sample,
                Figure age,
                Known from,
                YearMonth month) {
            this(
                    indicator,
                    block,
                    value,
                    due,
                    neededToExtend,
                    stale,
                    afterUnknown,
                    sample,
                    age,
                    Status.FINAL,
                    false,
                    Bound.EXACT,
                    from,
                    month);
        }
    }

    /**
     * An indicator in a complete month up to the reviewed one, where it is known and measured as it is now.
     *
     * @param indicator the indicator
     * @param block its block
     * @param monthsAgo how many months before the reviewed one, which is 0
     * @param value its value then
     */
    record History(
            IndicatorId indicator,
            BlockId block,
            @In(Measure.MONTHS) Figure monthsAgo,
            @In(Measure.OF_THE_INDICATOR) Figure value)
            implements OfIndicator {}

    /**
     * What an indicator is compared with, where that is defined.
     *
     * @param indicator the indicator
     * @param block its block
     * @param value the value of its baseline
     */
    record Baseline(
            IndicatorId indicator,
            BlockId block,
            @In(Measure.OF_THE_INDICATOR) Figure value) implements OfIndicator {}

    /**
     * An indicator that is not known in the reviewed month, and why.
     *
     * @param indicator the indicator
     * @param block its block
     * @param reason why it is not known
     * @param months how many months of use it has not been known for though it was due, this one included
     * @param neededToExtend whether extending depends on it
     * @param baseline what is known of its baseline
     * @param judges whether the indicator is one of those that judge its block
     */
    record Unknown(
            IndicatorId indicator,
            BlockId block,
            UnknownReason reason,
            @In(Measure.MONTHS) Figure months,
            boolean neededToExtend,
            Comparison.BaselineState baseline,
            boolean judges)
            implements OfIndicator {

        /**
         * Makes the fact of an indicator that judges no block.
         *
         * @param indicator the indicator
         * @param block its block
         * @param reason why it is not known
         * @param months how many months of use it has not been known for though it was due
         * @param neededToExtend whether extending depends on it
         * @param baseline what is known of its baseline
         */
        public Unknown(
                IndicatorId indicator,
                BlockId block,
                UnknownReason reason,
                Figure months,
                boolean neededToExtend,
                Comparison.BaselineState baseline) {
            this(indicator, block, reason, months, neededToExtend, baseline, false);
        }
    }

    /**
     * An indicator whose effects are not due yet in the reviewed month, whether it is known or not.
     *
     * @param indicator the indicator
     * @param block its block
     * @param neededToExtend whether extending depends on it
     */
    record NotDue(IndicatorId indicator, BlockId block, boolean neededToExtend) implements OfIndicator {}

    /**
     * An indicator's last known reading, held against its baseline.
     *
     * @param indicator the indicator
     * @param block its block
     * @param result what came of the comparison
     * @param estimate what the value alone would say
     * @param worstCase what the worse end of its interval would say
     * @param neededToExtend whether extending needs the comparison
     * @param judges whether the indicator is one of those that judge its block
     * @param baseline what is known of its baseline
     * @param oneSided whether only one side says how it was measured
     * @param stale whether the reading is an earlier month's
     * @param caveat why the reading may be another number than the one that it gives
     */
    record Comparison(
            IndicatorId indicator,
            BlockId block,
            Result result,
            Estimate estimate,
            Estimate worstCase,
            boolean neededToExtend,
            boolean judges,
            BaselineState baseline,
            boolean oneSided,
            boolean stale,
            Caveat caveat)
            implements OfIndicator {

        /** What came of a comparison. */
        public enum Result implements Keyword {
            /** Better than the baseline, beyond the tolerance. */
            BETTER,
            /** Within the tolerance. */
            SAME,
            /** Worse than the baseline, beyond the tolerance, and inside the indicator's own objective. */
            WITHIN_OBJECTIVE,
            /** Worse than the baseline, beyond the tolerance. */
            WORSE,
            /** Too uncertain to tell, or without a better side. */
            UNDETERMINED,
            /** There is nothing to compare with. */
            NOT_COMPARABLE
        }

        /** What a value alone would say. */
        public enum Estimate implements Keyword {
            /** Better. */
            BETTER,
            /** The same. */
            SAME,
            /** Worse, and inside the indicator's own objective. */
            WITHIN_OBJECTIVE,
            /** Worse. */
            WORSE,
            /** Nothing. */
            NONE
        }

        /** What is known of a baseline. */
        public enum BaselineState implements Keyword {
            /** Its value. */
            DEFINED,
            /** That it is not known. */
            UNDEFINED,
            /** Nothing: nobody gave one. */
            NOT_GIVEN
        }
    }

    /**
     * A reading whose uncertainty lies on both sides of a limit, where a rule speaks on one side only: one that
     * is more than a note, and whose other conditions hold, or may.
     *
     * @param indicator the indicator
     * @param block its block
     * @param neededToExtend whether extending depends on it
     * @param afterUnknown whether a month before it is unknown, and no certain reading since says that it was no alarm
     */
    record UndeterminedAtLimit(IndicatorId indicator, BlockId block, boolean neededToExtend, boolean afterUnknown)
            implements OfIndicator {}

    /**
     * A block in the reviewed month.
     *
     * @param id the block
     * @param state what it did
     */
    record Block(BlockId id, BlockState state) implements Fact {}

    /**
     * How many successive months up to the reviewed one were of a kind.
     *
     * @param of the kind of month
     * @param months how many there surely were in a row
     * @param possible how many there may have been
     */
    record Run(
            MonthKindName of,
            @In(Measure.MONTHS) Figure months,
            @In(Measure.MONTHS) Figure possible) implements Fact {}

    /**
     * A part of an amount in the reviewed month.
     *
     * @param indicator the indicator
     * @param block its block
     * @param dimension what its parts are
     * @param name the part
     * @param value the part's value
     * @param share the part's share of the whole
     * @param outside for a part that is outside every authorised workflow, or unassigned, and not nought: the share that
     *     all such parts have together; otherwise 0
     * @param authorised whether the register allows the workflow
     * @param priority whether the register says that the workflow is a priority
     * @param stale whether it is a part of an earlier month's reading, since this month's is not known; a condition that does
     *     not name this field means this month's only
     */
    record Part(
            IndicatorId indicator,
            BlockId block,
            Dimension dimension,
            String name,
            @In(Measure.OF_THE_INDICATOR) Figure value,
            @In(Measure.SHARE) Figure share,
            @In(Measure.SHARE) Figure outside,
            Authorised authorised,
            Priority priority,
            boolean stale)
            implements OfIndicator {

        /** What the register of workflows says of a part's rank. */
        public enum Priority implements Keyword {
            /** It is a workflow that is a priority. */
            YES,
            /** It is a workflow that is none, or not in the register. */
            NO,
            /** It is no workflow. */
            NOT_APPLICABLE
        }

        /** What the register of workflows says of a part. */
        public enum Authorised implements Keyword {
            /** It is a workflow that is authorised. */
            YES,
            /** It is a workflow that is not authorised, or not in the register. */
            NO,
            /** It is no workflow. */
            NOT_APPLICABLE
        }
    }

    /**
     * How much an indicator changes over what it is held against, where the two are measured alike.
     *
     * @param indicator the indicator
     * @param block its block
     * @param over what it is held against: {@code baseline}, {@code previous-month}, {@code year-before}, or the indicator
     *     that it grows over
     * @param percent its change, in percent of that; not given over 0
     * @param amount its change
     * @param stale whether it is the change of an earlier month, since this month's is not known; a condition that does not
     *     name this field means this month's only
     * @param obstacle why there is no percentage
     */
    record Change(
            IndicatorId indicator,
            BlockId block,
            String over,
            @In(Measure.PERCENT) Optional<Figure> percent,
            @In(Measure.OF_THE_INDICATOR) Figure amount,
            boolean stale,
            Obstacle obstacle)
            implements OfIndicator {

        /** What a baseline is called that an indicator is held against. */
        public static final String BASELINE = "baseline";

        /** What the month before is called. */
        public static final String PREVIOUS_MONTH = "previous-month";

        /** What the same month of the year before is called. */
        public static final String YEAR_BEFORE = "year-before";

        /** Why no change in percent can be given. */
        public enum Obstacle implements Keyword {
            /** It can. */
            NONE,
            /** What it is held against is, or may be, 0 or less, and it is not that. */
            NOTHING_BEFORE,
            /** The two are measured in two ways, and not compared. */
            OTHER_DEFINITION
        }
    }

    /**
     * Where an indicator is going over the scope's history.
     *
     * @param indicator the indicator
     * @param block its block
     * @param course where it is going
     * @param neededToExtend whether extending depends on it
     */
    record Trend(IndicatorId indicator, BlockId block, Course course, boolean neededToExtend) implements OfIndicator {}

    /**
     * The scope and its history.
     *
     * @param level how wide the scope is
     * @param id its name
     * @param monthsOfUse how many months the tool had been used for before the reviewed one; negative before first use
     * @param firstUseAssumed whether the first use is not given, and was taken from the earliest month
     * @param gap whether a month between the first and the reviewed one is missing
     * @param budget what is known of the budget for the month
     */
    record Scope(
            Level level,
            String id,
            @In(Measure.MONTHS) Figure monthsOfUse,
            boolean firstUseAssumed,
            boolean gap,
            BudgetPeriod budget)
            implements Fact {

        /** What is known of the budget for the month. */
        public enum BudgetPeriod implements Keyword {
            /** No amount is given. */
            NOT_GIVEN,
            /** It is for this month alone. */
            MONTH,
            /** It is for several months. */
            MONTHS
        }
    }

    /**
     * A month that the scorecard names, such as that in which a contract ends.
     *
     * @param name what it is called
     * @param monthsLeft how many months are left until then; 0 in that month, and negative when it is over
     */
    record Date(String name, @In(Measure.MONTHS) Figure monthsLeft) implements Fact {}

    /**
     * A decision on record for an earlier month of the scope.
     *
     * @param decision what was decided
     * @param monthsAgo how many months before the reviewed one
     * @param overruled whether something else was recommended
     */
    record Decided(Decision decision, @In(Measure.MONTHS) Figure monthsAgo, boolean overruled) implements Fact {}

    /**
     * An action on record that a decision for an earlier month of the scope asked for, and that was not given up.
     *
     * @param lever what it acts on; empty where that is not on record
     * @param state what became of it
     * @param monthsOverdue how many months it should have been done for; 0 where it is done, or not due yet
     */
    record Action(
            String lever, State state, @In(Measure.MONTHS) Figure monthsOverdue) implements Fact {

        /** What became of an action. */
        public enum State implements Keyword {
            /** It is to be done, and not due before this month. */
            OPEN,
            /** It should have been done. */
            OVERDUE,
            /** It was done. */
            DONE
        }
    }

    /** A fact about one scope of a portfolio, which portfolio rules ask for. */
    sealed interface OfScope extends Fact {

        /**
         * Returns how wide the scope is.
         *
         * @return its level
         */
        Level level();

        /**
         * Returns which scope it is about.
         *
         * @return its name, once for each level
         */
        String id();
    }

    /**
     * A scope of the portfolio, and what is recommended for it.
     *
     * @param level how wide it is
     * @param id its name, once for each level
     * @param decision what is recommended
     * @param stale whether its latest complete month is before the newest of the portfolio
     */
    record ScopeReview(Level level, String id, Decision decision, boolean stale) implements OfScope {}

    /**
     * An indicator that is known for a scope of the portfolio, in the month for which the scope is reviewed.
     *
     * @param level how wide the scope is
     * @param id its name, once for each level
     * @param indicator the indicator
     * @param value its value
     * @param stale whether that month is before the newest of the portfolio
     */
    record ScopeReading(
            Level level,
            String id,
            IndicatorId indicator,
            @In(Measure.OF_THE_INDICATOR) Figure value,
            boolean stale) implements OfScope, OfIndicator {}

    /**
     * A scope of the portfolio whose register authorises a workflow.
     *
     * @param level how wide the scope is
     * @param id its name, once for each level
     * @param workflow the workflow, which need not be a scope of the portfolio
     */
    record ScopeAuthorises(Level level, String id, String workflow) implements OfScope {}

    /**
     * A scope of the portfolio that holds another one: a workflow is part of the wider scopes whose register names it, and
     * of the portfolio, as every scope is, where there is one portfolio only.
     *
     * @param level how wide the wider scope is
     * @param id its name, once for each level
     * @param partLevel how wide the scope within it is
     * @param part the name of the scope within it
     */
    record ScopeHolds(Level level, String id, Level partLevel, String part) implements OfScope {}

    /**
     * The reviewed month.
     *
     * @param year its year
     * @param month which of the year it is, from 1 to 12
     * @param quarter which quarter of the year it is in, from 1 to 4
     */
    record ReviewMonth(
            @In(Measure.COUNT) Figure year,
            @In(Measure.MONTHS) Figure month,
            @In(Measure.COUNT) Figure quarter) implements Fact {

        /**
         * Makes the fact of a month.
         *
         * @param month the month
         * @return what rules can ask of it
         */
        public static ReviewMonth of(YearMonth month) {
            return new ReviewMonth(
                    number(month.getYear()), number(month.getMonthValue()), number((month.getMonthValue() + 2) / 3));
        }

        private static Figure number(int value) {
            return Figure.of(Exact.of(value));
        }
    }
}
