package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A named measure of a policy: what may be reported for it, and what a report of it can prove.
 *
 * @param id its name
 * @param block the block it belongs to
 * @param unit what its values count, unless a reading says otherwise
 * @param range the values that are possible
 * @param counting whether values are whole numbers
 * @param direction which way it is good
 * @param target where it is wanted, for an indicator with a target range
 * @param nature what it can prove
 * @param lagMonths how many months after the first use its effects are late; 0 for none
 * @param tolerance how far from its baseline a reading may be and still count as the same, in percent of the baseline
 * @param baselineNeed whether extending needs it to be compared
 * @param extendNeed whether extending depends on it
 * @param additivity how its parts relate to its value
 * @param breakdown the parts that every reading of it is expected to have
 * @param partOf the indicator of which this one is that part which has a breakdown; what is missing has none
 * @param growsOver the indicator over which this one's growth is read
 * @param computed how its value follows from other indicators, for one that is computed
 * @param definitions the only definitions that readings and baselines may have, the first of which is meant where none is
 *     given; empty where any text will do
 * @param objective what it should reach, whatever it was before
 * @param casesOf the indicator that counts the cases it is measured over: where that is 0, there is nothing to measure
 * @param budget how its value follows from a scorecard's budget, where that has one for the month
 * @param trust what its readings are held against before they are believed
 * @param shown when a review shows it
 */
public record Indicator(
        IndicatorId id,
        BlockId block,
        Unit unit,
        Range range,
        Counting counting,
        Direction direction,
        Optional<Range> target,
        Nature nature,
        int lagMonths,
        Exact tolerance,
        BaselineNeed baselineNeed,
        ExtendNeed extendNeed,
        Additivity additivity,
        Optional<Breakdown> breakdown,
        Optional<IndicatorId> partOf,
        Optional<IndicatorId> growsOver,
        Optional<Computation> computed,
        List<String> definitions,
        Optional<Objective> objective,
        Optional<IndicatorId> casesOf,
        Optional<BudgetShare> budget,
        Trust trust,
        Shown shown) {

    /** Checks what can be checked of one indicator alone, and copies the list. {@inheritDoc} */
    public Indicator {
        requireNonNull(id, "id");
        definitions = List.copyOf(definitions);
        boolean isPercentage = computed.filter(Indicator::isPercentage).isPresent() || budget.isPresent();
        if (isPercentage && !unit.equals(Unit.PERCENT)) {
            throw new IllegalArgumentException("what is computed is a percentage, and %s is not".formatted(id));
        }
        if (lagMonths < 0) {
            throw new IllegalArgumentException("lag (%s months) of %s must not be negative".formatted(lagMonths, id));
        }
        if (tolerance.signum() < 0) {
            throw new IllegalArgumentException("tolerance (%s) of %s must not be negative".formatted(tolerance, id));
        }
        if ((direction == Direction.TARGET_RANGE) != target.isPresent()) {
            throw new IllegalArgumentException("a target belongs to a target-range indicator, and only there: " + id);
        }
    }

    /**
     * Returns the other indicators that this one is read with, and cannot be without.
     *
     * @return their names: the whole that it is part of, what it grows over, what counts its cases, what it is computed from,
     *     the cost that a budget is held against, and what says whether it is believed
     */
    public List<IndicatorId> refersTo() {
        List<IndicatorId> others = new ArrayList<>();
        partOf.ifPresent(others::add);
        growsOver.ifPresent(others::add);
        casesOf.ifPresent(others::add);
        computed.ifPresent(computation -> others.addAll(computation.sources()));
        budget.ifPresent(share -> others.add(share.cost()));
        others.addAll(trust.named());
        return others;
    }

    private static boolean isPercentage(Computation computation) {
        return computation.fold(share -> true, gain -> true, ratio -> false);
    }

    /**
     * Makes an indicator whose readings are held against nothing before they are believed, and which is always shown.
     *
     * @param id its name
     * @param block the block it belongs to
     * @param unit what its values count
     * @param range the values that are possible
     * @param counting whether values are whole numbers
     * @param direction which way it is good
     * @param target where it is wanted, for an indicator with a target range
     * @param nature what it can prove
     * @param lagMonths how many months after the first use its effects are late; 0 for none
     * @param tolerance how far from its baseline a reading still counts as the same, in percent of the baseline
     * @param baselineNeed whether extending needs it to be compared
     * @param extendNeed whether extending depends on it
     * @param additivity how its parts relate to its value
     * @param breakdown the parts that every reading of it is expected to have
     * @param partOf the indicator of which this one is a part
     * @param growsOver the indicator over which this one's growth is read
     * @param computed how its value follows from other indicators
     * @param definitions the only definitions that readings and baselines may have
     * @param objective what it should reach, whatever it was before
     * @param casesOf the indicator that counts the cases it is measured over
     */
    public Indicator(
            IndicatorId id,
            BlockId block,
            Unit unit,
            Range range,
            Counting counting,
            Direction direction,
            Optional<Range> target,
            Nature nature,
            int lagMonths,
            Exact tolerance,
            BaselineNeed baselineNeed,
            ExtendNeed extendNeed,
            Additivity additivity,
            Optional<Breakdown> breakdown,
            Optional<IndicatorId> partOf,
            Optional<IndicatorId> growsOver,
            Optional<Computation> computed,
            List<String> definitions,
            Optional<Objective> objective,
            Optional<IndicatorId> casesOf) {
        this(
                id,
                block,
                unit,
                range,
                counting,
                direction,
                target,
                nature,
                lagMonths,
                tolerance,
                baselineNeed,
                extendNeed,
                additivity,
                breakdown,
                partOf,
                growsOver,
                computed,
                definitions,
                objective,
                casesOf,
                Optional.empty(),
                Trust.NOTHING,
                Shown.ALWAYS);
    }

    /**
     * Makes an indicator that is not computed, and whose readings may be defined in any words.
     *
     * @param id its name
     * @param block the block it belongs to
     * @param unit what its values count
     * @param range the values that are possible
     * @param counting whether values are whole numbers
     * @param direction which way it is good
     * @param target where it is wanted, for an indicator with a target range
     * @param nature what it can prove
     * @param lagMonths how many months after the first use its effects are late; 0 for none
     * @param tolerance how far from its baseline a reading still counts as the same, in percent of the baseline
     * @param baselineNeed whether extending needs it to be compared
     * @param extendNeed whether extending depends on it
     * @param additivity how its parts relate to its value
     * @param breakdown the parts that every reading of it is expected to have
     * @param partOf the indicator of which this one is a part
     * @param growsOver the indicator over which this one's growth is read
     */
    public Indicator(
            IndicatorId id,
            BlockId block,
            Unit unit,
            Range range,
            Counting counting,
            Direction direction,
            Optional<Range> target,
            Nature nature,
            int lagMonths,
            Exact tolerance,
            BaselineNeed baselineNeed,
            ExtendNeed extendNeed,
            Additivity additivity,
            Optional<Breakdown> breakdown,
            Optional<IndicatorId> partOf,
            Optional<IndicatorId> growsOver) {
        this(
                id,
                block,
                unit,
                range,
                counting,
                direction,
                target,
                nature,
                lagMonths,
                tolerance,
                baselineNeed,
                extendNeed,
                additivity,
                breakdown,
                partOf,
                growsOver,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Tells whether its readings have a better and a worse side.
     *
     * @return whether higher or lower is better
     */
    public boolean hasBetterSide() {
        return direction == Direction.HIGHER_IS_BETTER || direction == Direction.LOWER_IS_BETTER;
    }

    /**
     * Returns the indicator with another tolerance.
     *
     * @param percent how far from its baseline a reading still counts as the same, in percent of the baseline; 0 or more
     * @return the same indicator, with the tolerance
     */
    public Indicator tolerating(Exact percent) {
        return new Indicator(
                id,
                block,
                unit,
                range,
                counting,
                direction,
                target,
                nature,
                lagMonths,
                percent,
                baselineNeed,
                extendNeed,
                additivity,
                breakdown,
                partOf,
                growsOver,
                computed,
                definitions,
                objective,
                casesOf,
                budget,
                trust,
                shown);
    }

    /** When a review shows an indicator. */
    public enum Shown implements Keyword {
        /** Whether it is known or not. */
        ALWAYS,
        /** Where it is known; nobody is asked for it. */
        WHEN_KNOWN
    }

    /** Whether values are whole numbers. */
    public enum Counting implements Keyword {
        /** Whole numbers only. */
        WHOLE,
        /** Any number. */
        MEASURED
    }

    /** Whether extending needs a reading to be compared with a baseline. */
    public enum BaselineNeed implements Keyword {
        /** Extending needs a comparable baseline. */
        NEEDED,
        /** A baseline is compared where it is given. */
        OPTIONAL
    }

    /** Whether extending depends on a reading. */
    public enum ExtendNeed implements Keyword {
        /** Not known means not extended. */
        NEEDED,
        /** Extending does not depend on it. */
        NOT_NEEDED
    }

    /** How the parts of a reading relate to its value. */
    public enum Additivity implements Keyword {
        /** Parts of an amount: they add up to the value exactly. */
        ADDS_UP,
        /** Parts of a rate or a mean: the value lies between the least and the greatest of them. */
        ENCLOSES
    }
}
