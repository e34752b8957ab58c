package dev.roi.core;

import java.util.List;
import java.util.Optional;

/** A policy's indicators, few of each kind, for tests. */
public final class SmallPolicy {

    private static final Range FROM_ZERO = new Range(Optional.of(Exact.ZERO), Optional.empty());
    private static final Range SHARE = Range.between(Exact.ZERO, Exact.HUNDRED);

    private SmallPolicy() {}

    /** Eight indicators in three blocks. */
    public static IndicatorSet indicators() {
        Unit days = new Unit("days");
        Unit hours = new Unit("hours");
        return new IndicatorSet(
                List.of(
                        new Block(new BlockId("finance"), List.of()),
                        new Block(new BlockId("delivery"), List.of(new IndicatorId("lead-time"))),
                        new Block(new BlockId("value"), List.of())),
                List.of(
                        indicator("monthly-cost", "finance", Unit.CURRENCY, FROM_ZERO, Indicator.Counting.MEASURED),
                        with(
                                indicator(
                                        "cost-by-workflow",
                                        "finance",
                                        Unit.CURRENCY,
                                        FROM_ZERO,
                                        Indicator.Counting.MEASURED),
                                new Breakdown(Dimension.WORKFLOW, List.of()),
                                Optional.of(new IndicatorId("monthly-cost"))),
                        indicator("lead-time", "delivery", days, FROM_ZERO, Indicator.Counting.MEASURED),
                        indicator("escaped-defects", "delivery", Unit.COUNT, FROM_ZERO, Indicator.Counting.WHOLE),
                        indicator("rework-rate", "delivery", Unit.PERCENT, SHARE, Indicator.Counting.MEASURED),
                        indicator("adoption-rate", "value", Unit.PERCENT, SHARE, Indicator.Counting.MEASURED),
                        indicator(
                                "nps",
                                "value",
                                new Unit("points"),
                                Range.between(Exact.of(-100), Exact.HUNDRED),
                                Indicator.Counting.MEASURED),
                        with(
                                indicator("reallocated-hours", "value", hours, FROM_ZERO, Indicator.Counting.MEASURED),
                                new Breakdown(
                                        Dimension.DESTINATION,
                                        List.of("cost-reduced", "flow-accelerated", "debt-reduced")),
                                Optional.empty()),
                        with(
                                indicator("requests", "value", Unit.COUNT, FROM_ZERO, Indicator.Counting.WHOLE),
                                new Breakdown(Dimension.OUTCOME, List.of("automated", "handed-over", "abandoned")),
                                Optional.empty()),
                        computed("automated-share", new Computation.Share(new IndicatorId("requests"), "automated")),
                        computed(
                                "handed-over-share", new Computation.Share(new IndicatorId("requests"), "handed-over")),
                        indicator("avoided-cost", "value", Unit.CURRENCY, FROM_ZERO, Indicator.Counting.MEASURED),
                        computed(
                                "return",
                                new Computation.Gain(new IndicatorId("avoided-cost"), new IndicatorId("monthly-cost"))),
                        defined("answer-time", "mean", "median", "p95")));
    }

    private static Indicator computed(String id, Computation computation) {
        Range range = computation.fold(share -> SHARE, gain -> Range.ANY, ratio -> Range.ANY);
        return with(
                indicator(id, "value", Unit.PERCENT, range, Indicator.Counting.MEASURED),
                Optional.of(computation),
                List.of());
    }

    private static Indicator defined(String id, String... definitions) {
        return with(
                indicator(id, "value", new Unit("hours"), FROM_ZERO, Indicator.Counting.MEASURED),
                Optional.empty(),
                List.of(definitions));
    }

    private static Indicator with(Indicator plain, Optional<Computation> computed, List<String> definitions) {
        return new Indicator(
                plain.id(),
                plain.block(),
                plain.unit(),
                plain.range(),
                plain.counting(),
                plain.direction(),
                plain.target(),
                plain.nature(),
                plain.lagMonths(),
                plain.tolerance(),
                plain.baselineNeed(),
                plain.extendNeed(),
                plain.additivity(),
                plain.breakdown(),
                plain.partOf(),
                plain.growsOver(),
                computed,
                definitions,
                Optional.empty(),
                Optional.empty());
    }

    private static Indicator indicator(String id, String block, Unit unit, Range range, Indicator.Counting counting) {
        boolean amount = !unit.equals(Unit.PERCENT) && !unit.id().equals("points");
        return new Indicator(
                new IndicatorId(id),
                new BlockId(block),
                unit,
                range,
                counting,
                Direction.CONTEXT,
                Optional.empty(),
                Nature.CONTEXT,
                0,
                Exact.of(10),
                Indicator.BaselineNeed.OPTIONAL,
                Indicator.ExtendNeed.NOT_NEEDED,
                amount ? Indicator.Additivity.ADDS_UP : Indicator.Additivity.ENCLOSES,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Indicator with(Indicator plain, Breakdown breakdown, Optional<IndicatorId> partOf) {
        return new Indicator(
                plain.id(),
                plain.block(),
                plain.unit(),
                plain.range(),
                plain.counting(),
                plain.direction(),
                plain.target(),
                plain.nature(),
                plain.lagMonths(),
                plain.tolerance(),
                plain.baselineNeed(),
                plain.extendNeed(),
                plain.additivity(),
                Optional.of(breakdown),
                partOf,
                plain.growsOver());
    }
}
