package dev.roi.testkit;

import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Objective;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws readings that an indicator allows: ranges, whole numbers, units, breakdowns and how parts relate to the value are
 * all taken from it. Where limits are known that values will be held against, many are drawn near them.
 */
final class ReadingGenerator {

    private static final List<Dimension> FREE = List.of(Dimension.STAGE, Dimension.STAGE, Dimension.TEAM);
    private static final List<UnknownReason> REASONS = List.of(
            UnknownReason.NOT_INSTRUMENTED,
            UnknownReason.SCATTERED,
            UnknownReason.NOT_DUE,
            UnknownReason.NOT_REPORTED,
            UnknownReason.NO_CASES);

    private final Map<IndicatorId, List<Exact>> limits;

    ReadingGenerator(Map<IndicatorId, List<Exact>> limits) {
        this.limits = Map.copyOf(limits);
    }

    boolean hasLimits(IndicatorId id) {
        return !limits(id).isEmpty();
    }

    private List<Exact> limits(IndicatorId id) {
        return limits.getOrDefault(id, List.of());
    }

    Reading next(Indicator indicator, Random random) {
        if (random.nextInt(6) == 0) {
            return unknown(random);
        }
        Exact base = base(indicator, random);
        Reading.Known reading = dressed(indicator, any(indicator, base, random), List.of("alpha", "beta"), random);
        if (random.nextInt(5) == 0) {
            reading = reading.within(rounded(indicator, base.magnitude().dividedBy(Exact.of(8))));
        }
        if (random.nextInt(5) == 0) {
            reading = reading.definedAs(definition(indicator, random.nextInt(2)));
        }
        return random.nextInt(20) == 0 ? inOtherUnit(reading, random) : reading;
    }

    /** Returns one of two definitions that readings of the indicator may have. */
    static String definition(Indicator indicator, int which) {
        List<String> allowed = indicator.definitions().isEmpty() ? List.of("A", "B") : indicator.definitions();
        return allowed.get(Math.min(which, allowed.size() - 1));
    }

    Reading.Unknown unknown(Random random) {
        UnknownReason reason = REASONS.get(random.nextInt(REASONS.size()));
        return new Reading.Unknown(reason, random.nextInt(8) == 0 ? Optional.of("nobody knows") : Optional.empty());
    }

    /** Draws a value that may be a baseline: inside the range, and not at its end. */
    Exact base(Indicator indicator, Random random) {
        Range range = indicator.range();
        Exact drawn;
        if (range.least().isPresent() && range.most().isPresent()) {
            Exact width = range.most().get().minus(range.least().get());
            drawn = range.least()
                    .get()
                    .plus(width.times(Exact.of(30 + random.nextInt(26))).dividedBy(Exact.HUNDRED));
        } else {
            int scale = new int[] {1, 1, 5, 10}[random.nextInt(4)];
            Exact offset = Exact.of((10L + random.nextInt(40)) * scale);
            drawn = range.least()
                    .map(offset::plus)
                    .or(() -> range.most().map(most -> most.minus(offset)))
                    .orElse(offset);
        }
        return fit(indicator, drawn);
    }

    /** Brings a value into the range, and makes it whole where that is needed. */
    private static Exact fit(Indicator indicator, Exact value) {
        Range range = indicator.range();
        Exact within = range.least().filter(value::isBelow).orElse(value);
        Exact fitted = range.most().filter(within::isAbove).orElse(within);
        if (indicator.counting() == Indicator.Counting.MEASURED || fitted.isWhole()) {
            return fitted;
        }
        Exact floor = Edit.floor(fitted);
        return range.contains(floor) ? floor : Edit.ceiling(fitted);
    }

    /** Rounds to a number that is easy to read; whole where that is needed. */
    Exact rounded(Indicator indicator, Exact value) {
        int decimals = indicator.counting() == Indicator.Counting.WHOLE ? 0 : 1;
        return fit(indicator, Exact.of(value.rounded(decimals)));
    }

    /** Returns a value so many percent of another one better, or worse where the percentage is negative. */
    Exact gained(Indicator indicator, Exact from, int percent, Direction direction) {
        int signed = direction == Direction.LOWER_IS_BETTER ? -percent : percent;
        Exact change = from.magnitude().times(Exact.of(signed)).dividedBy(Exact.HUNDRED);
        return rounded(indicator, from.plus(change));
    }

    Exact share(Indicator indicator, Exact whole, Random random) {
        return rounded(indicator, whole.times(Exact.of(20 + random.nextInt(80))).dividedBy(Exact.HUNDRED));
    }

    /** Draws a value that no limit objects to. */
    Exact good(Indicator indicator, Exact base, Random random) {
        return within(indicator, spread(indicator, base, random), random);
    }

    private Exact spread(Indicator indicator, Exact base, Random random) {
        return gained(indicator, base, random.nextInt(31) - 15, Direction.HIGHER_IS_BETTER);
    }

    /** Brings a value to the good side of its limits, or into its target range. */
    Exact within(Indicator indicator, Exact value, Random random) {
        if (indicator.target().isPresent()) {
            Range target = indicator.target().get();
            return fit(
                    indicator,
                    target.contains(value)
                            ? value
                            : target.least().or(target::most).orElse(value));
        }
        if (!hasLimits(indicator.id()) || !indicator.hasBetterSide()) {
            return value;
        }
        Exact least = limits(indicator.id()).stream().min(Exact::compareTo).orElseThrow();
        Exact most = limits(indicator.id()).stream().max(Exact::compareTo).orElseThrow();
        if (indicator.direction() == Direction.LOWER_IS_BETTER) {
            Exact below = least.times(Exact.of(random.nextInt(101))).dividedBy(Exact.HUNDRED);
            return value.isAbove(least) ? rounded(indicator, below) : value;
        }
        // what merely signals is mostly between its limits: above the low one, and not above the high one
        boolean between = SecondarySignals.isSecondary(indicator) && least.isBelow(most) && random.nextInt(100) < 65;
        if (between) {
            Exact part =
                    most.minus(least).times(Exact.of(10 + random.nextInt(80))).dividedBy(Exact.HUNDRED);
            return rounded(indicator, least.plus(part));
        }
        return value.isAbove(most) ? value : rounded(indicator, most.plus(Exact.of(2 + random.nextInt(20))));
    }

    /** Draws a value on the bad side of one of its limits, or else far on the bad side of another value. */
    Exact bad(Indicator indicator, Exact from, Random random) {
        boolean up = indicator.direction() != Direction.LOWER_IS_BETTER;
        List<Exact> own = limits(indicator.id());
        if (own.isEmpty()) {
            return gained(indicator, from, -(15 + random.nextInt(70)), indicator.direction());
        }
        Exact limit = own.get(random.nextInt(own.size()));
        Exact beyond = switch (random.nextInt(4)) {
            case 0 -> Exact.ZERO;
            case 1 -> Exact.ONE;
            case 2 -> Exact.of(1 + random.nextInt(20));
            default -> limit.magnitude().times(Exact.of(2)).plus(Exact.ONE);
        };
        return rounded(indicator, up ? limit.minus(beyond) : limit.plus(beyond));
    }

    Exact best(Indicator indicator, Random random) {
        Exact best = Values.best(indicator, Exact.HUNDRED);
        Exact slightlyLess = best.times(Exact.of(80 + random.nextInt(21))).dividedBy(Exact.HUNDRED);
        return rounded(indicator, indicator.direction() == Direction.HIGHER_IS_BETTER ? slightlyLess : best);
    }

    /** Draws any value that is allowed, preferably an edge or near one. */
    Exact any(Indicator indicator, Exact base, Random random) {
        Range range = indicator.range();
        List<Exact> limits = limits(indicator.id());
        Exact drawn = switch (random.nextInt(8)) {
            case 0 -> range.least().orElse(base.negated());
            case 1 -> range.most().orElse(base.times(Exact.of(3)));
            case 2, 3 -> limits.isEmpty() ? base : near(limits.get(random.nextInt(limits.size())), random);
            case 4 -> near(base.plus(base.times(indicator.tolerance()).dividedBy(Exact.HUNDRED)), random);
            case 5 -> near(base.minus(base.times(indicator.tolerance()).dividedBy(Exact.HUNDRED)), random);
            default -> base.times(Exact.of(random.nextInt(250))).dividedBy(Exact.HUNDRED);
        };
        return rounded(indicator, drawn);
    }

    /** Draws an uncertainty: a little, or such that the reading lies on both sides of a limit or of another value. */
    Exact doubt(Indicator indicator, Reading.Known known, Exact other, Random random) {
        List<Exact> edges = new ArrayList<>(limits(indicator.id()));
        edges.add(other);
        Exact distance =
                known.value().minus(edges.get(random.nextInt(edges.size()))).magnitude();
        return random.nextInt(3) == 0
                ? rounded(indicator, other.magnitude().dividedBy(Exact.of(20))).magnitude()
                : distance.plus(Exact.of(random.nextInt(4)));
    }

    /** Returns a value so many percent of the way from the end of an objective to the best; a missed one below 0. */
    Exact aimed(Indicator indicator, int percent) {
        boolean up = indicator.direction() == Direction.HIGHER_IS_BETTER;
        Optional<Range> range = indicator.objective().map(Objective::range);
        Exact end = range.flatMap(objective -> up ? objective.least() : objective.most())
                .orElse(Exact.ZERO);
        Exact best = up
                ? indicator.range().most().orElse(end.times(Exact.of(2)))
                : indicator.range().least().orElse(Exact.ZERO);
        return rounded(
                indicator, end.plus(best.minus(end).times(Exact.of(percent)).dividedBy(Exact.HUNDRED)));
    }

    private static Exact near(Exact edge, Random random) {
        return edge.plus(Exact.of(random.nextInt(3) - 1L));
    }

    // --- what a reading has besides its value

    /** Returns a reading of a value with what usually comes with it: its parts, sometimes others, sometimes its counts. */
    Reading.Known dressed(Indicator indicator, Exact value, List<String> workflows, Random random) {
        Reading.Known reading = Reading.of(value);
        if (indicator.breakdown().isPresent() && random.nextInt(100) < 97) {
            Breakdown breakdown = indicator.breakdown().get();
            reading = withParts(indicator, reading, breakdown.dimension(), names(breakdown, workflows), random);
        } else if (indicator.breakdown().isEmpty() && random.nextInt(100) < 15) {
            Dimension dimension = FREE.get(random.nextInt(FREE.size()));
            List<String> names = List.of(dimension.word() + "-a", dimension.word() + "-b", dimension.word() + "-c");
            reading = withParts(indicator, reading, dimension, names, random);
        }
        boolean share = indicator.unit().equals(Unit.PERCENT)
                && value.signum() >= 0
                && reading.by().isEmpty();
        return share && random.nextInt(100) < 10 ? counted(indicator, reading, random) : reading;
    }

    private static List<String> names(Breakdown breakdown, List<String> workflows) {
        if (!breakdown.parts().isEmpty()) {
            return breakdown.parts();
        }
        return breakdown.dimension() == Dimension.WORKFLOW
                ? workflows
                : List.of(
                        breakdown.dimension().word() + "-a",
                        breakdown.dimension().word() + "-b");
    }

    /** Breaks a reading down anew: with a rest, without parts, or in another dimension. */
    Reading.Known brokenDown(Indicator indicator, Reading.Known known, List<String> workflows, Random random) {
        Reading.Known bare = Edit.value(indicator, withoutParts(known), known.value());
        if (indicator.breakdown().isEmpty()) {
            return dressed(indicator, known.value(), workflows, random);
        }
        Breakdown breakdown = indicator.breakdown().get();
        return switch (random.nextInt(4)) {
            case 0 -> bare;
            case 1 -> withParts(indicator, bare, breakdown.dimension(), List.of(Breakdown.UNASSIGNED), random);
            default -> {
                List<String> names = new ArrayList<>(names(breakdown, workflows));
                names.add(Breakdown.UNASSIGNED);
                yield withParts(indicator, bare, breakdown.dimension(), names, random);
            }
        };
    }

    private static Reading.Known withoutParts(Reading.Known known) {
        return known.by(Map.of());
    }

    private Reading.Known withParts(
            Indicator indicator, Reading.Known reading, Dimension dimension, List<String> names, Random random) {
        Set<String> chosen = new LinkedHashSet<>();
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            chosen.add(names.get(random.nextInt(names.size())));
        }
        List<String> some = List.copyOf(chosen);
        Map<String, Reading.Part> parts = indicator.additivity() == Indicator.Additivity.ADDS_UP
                ? sum(indicator, reading.value(), some, random)
                : enclosing(indicator, reading.value(), some, random);
        return reading.by(dimension, parts);
    }

    private Map<String, Reading.Part> sum(Indicator indicator, Exact value, List<String> names, Random random) {
        Map<String, Reading.Part> parts = new TreeMap<>();
        Exact left = value;
        for (int i = 1; i < names.size(); i++) {
            Exact part = left.times(Exact.of(random.nextInt(90))).dividedBy(Exact.HUNDRED);
            int decimals = indicator.counting() == Indicator.Counting.WHOLE ? 0 : 1;
            Exact given = Exact.of(toZero(part, decimals));
            parts.put(names.get(i), Reading.Part.of(given));
            left = left.minus(given);
        }
        parts.put(names.get(0), Reading.Part.of(left));
        return parts;
    }

    private static BigDecimal toZero(Exact number, int decimals) {
        return number.comparable().setScale(decimals, RoundingMode.DOWN);
    }

    private Map<String, Reading.Part> enclosing(Indicator indicator, Exact value, List<String> names, Random random) {
        Map<String, Reading.Part> parts = new LinkedHashMap<>();
        Exact width = Exact.of(random.nextInt(10));
        for (int i = 0; i < names.size(); i++) {
            Exact part = i == 0 ? value : i == 1 ? value.minus(width) : value.plus(width);
            parts.put(names.get(i), Reading.Part.of(fit(indicator, part)));
        }
        return parts;
    }

    /** Gives a percentage as so many cases of so many; its value becomes theirs. */
    private static Reading.Known counted(Indicator indicator, Reading.Known reading, Random random) {
        Exact cases = Exact.of(20L * (1 + random.nextInt(10)));
        Exact counted =
                Exact.of(reading.value().times(cases).dividedBy(Exact.HUNDRED).rounded(0));
        return Reading.rate(counted, cases)
                .known()
                .filter(known -> indicator.range().contains(known.value()))
                .orElse(reading);
    }

    Reading.Known inOtherUnit(Reading.Known known, Random random) {
        List<Unit> units = List.of(new Unit("USD"), new Unit("CHF"), Unit.COUNT);
        boolean counted = known.rate().isPresent();
        return counted ? known : known.in(units.get(random.nextInt(units.size())));
    }
}
