package dev.roi.benchmarks.peers;

import java.math.BigDecimal;

/**
 * What the library's facts hold, as a user of another engine would write it: records of texts, decimals and flags, and
 * thresholds as facts like others. An uncertain number is what was measured. Each record has the components of the
 * {@linkplain dev.roi.rules.facts.Fact fact} of its name that a rule can ask for.
 */
public sealed interface PlainFact {

    /**
     * Returns what it is about.
     *
     * @return the name of an indicator, a block, a kind of month or a threshold; nothing for the scope
     */
    String about();

    /** About an indicator. */
    sealed interface OfIndicator extends PlainFact {

        /**
         * Returns the indicator.
         *
         * @return its name
         */
        String indicator();

        @Override
        default String about() {
            return indicator();
        }
    }

    /** A threshold. */
    record Threshold(String id, BigDecimal value) implements PlainFact {
        @Override
        public String about() {
            return id;
        }
    }

    /** An indicator that is known. */
    record Reading(
            String indicator,
            String block,
            BigDecimal value,
            boolean due,
            boolean neededToExtend,
            BigDecimal sample,
            String status,
            boolean partial,
            String bound)
            implements OfIndicator {}

    /** The last that is known of an indicator. */
    record Latest(
            String indicator,
            String block,
            BigDecimal value,
            boolean due,
            boolean neededToExtend,
            boolean stale,
            boolean afterUnknown,
            BigDecimal sample,
            BigDecimal age,
            String status,
            boolean partial,
            String bound)
            implements OfIndicator {}

    /** What an indicator was in a month before. */
    record History(String indicator, String block, BigDecimal monthsAgo, BigDecimal value) implements OfIndicator {}

    /** What an indicator is held against. */
    record Baseline(String indicator, String block, BigDecimal value) implements OfIndicator {}

    /** An indicator that is not known. */
    record Unknown(
            String indicator,
            String block,
            String reason,
            BigDecimal months,
            boolean neededToExtend,
            String baseline,
            boolean judges)
            implements OfIndicator {}

    /** An indicator that is not due. */
    record NotDue(String indicator, String block, boolean neededToExtend) implements OfIndicator {}

    /** An indicator held against its baseline. */
    record Comparison(
            String indicator,
            String block,
            String result,
            String estimate,
            String worstCase,
            boolean neededToExtend,
            boolean judges,
            String baseline,
            boolean oneSided,
            boolean stale,
            String caveat)
            implements OfIndicator {}

    /** An indicator on both sides of a limit. */
    record UndeterminedAtLimit(String indicator, String block, boolean neededToExtend, boolean afterUnknown)
            implements OfIndicator {}

    /** A block. */
    record Block(String id, String state) implements PlainFact {
        @Override
        public String about() {
            return id;
        }
    }

    /** Months in a row. */
    record Run(String of, BigDecimal months, BigDecimal possible) implements PlainFact {
        @Override
        public String about() {
            return of;
        }
    }

    /** A part of an amount. */
    record Part(
            String indicator,
            String block,
            String dimension,
            String name,
            BigDecimal value,
            BigDecimal share,
            BigDecimal outside,
            String authorised,
            String priority,
            boolean stale)
            implements OfIndicator {}

    /** How much an indicator changes. */
    record Change(
            String indicator,
            String block,
            String over,
            BigDecimal percent,
            BigDecimal amount,
            boolean stale,
            String obstacle)
            implements OfIndicator {}

    /** Where an indicator is going. */
    record Trend(String indicator, String block, String course, boolean neededToExtend) implements OfIndicator {}

    /** The scope. */
    record Scope(String level, String id, BigDecimal monthsOfUse, boolean firstUseAssumed, boolean gap, String budget)
            implements PlainFact {
        @Override
        public String about() {
            return "";
        }
    }

    /** The month that is reviewed. */
    record ReviewMonth(BigDecimal year, BigDecimal month, BigDecimal quarter) implements PlainFact {
        @Override
        public String about() {
            return "";
        }
    }

    /** A month that rules count to. */
    record Date(String name, BigDecimal monthsLeft) implements PlainFact {
        @Override
        public String about() {
            return name;
        }
    }

    /** What was decided before. */
    record Decided(String decision, BigDecimal monthsAgo, boolean overruled) implements PlainFact {
        @Override
        public String about() {
            return decision;
        }
    }

    /** What somebody was to do. */
    record Action(String lever, String state, BigDecimal monthsOverdue) implements PlainFact {
        @Override
        public String about() {
            return lever;
        }
    }

    /** What was recommended for a scope of a portfolio. */
    record ScopeReview(String level, String id, String decision, boolean stale) implements PlainFact {
        @Override
        public String about() {
            return id;
        }
    }

    /** What a scope of a portfolio reports. */
    record ScopeReading(String level, String id, String indicator, BigDecimal value, boolean stale)
            implements PlainFact {
        @Override
        public String about() {
            return id;
        }
    }

    /** What a scope of a portfolio allows. */
    record ScopeAuthorises(String level, String id, String workflow) implements PlainFact {
        @Override
        public String about() {
            return id;
        }
    }

    /** What a scope of a portfolio is made of. */
    record ScopeHolds(String level, String id, String partLevel, String part) implements PlainFact {
        @Override
        public String about() {
            return id;
        }
    }
}
