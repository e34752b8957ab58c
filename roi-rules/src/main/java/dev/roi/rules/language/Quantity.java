package dev.roi.rules.language;

import dev.roi.core.Exact;
import dev.roi.core.Unit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a number that a rule works out counts: units, each to a power. What is counted one by one is a plain number.
 *
 * @param powers the powers by the units' names; none of them is 0
 */
public record Quantity(Map<String, Integer> powers) {

    /** A plain number. */
    public static final Quantity NUMBER = new Quantity(Map.of());

    /** Parts of a hundred. */
    public static final Quantity PERCENT = new Quantity(Map.of(Unit.PERCENT.id(), 1));

    /** Whole months of the calendar. */
    public static final Quantity MONTHS = new Quantity(Map.of(Unit.MONTHS.id(), 1));

    private static final Set<Unit> PLAIN = Set.of(Unit.COUNT, Unit.NUMBER);

    /** Copies the powers. {@inheritDoc} */
    public Quantity {
        powers = Map.copyOf(powers);
    }

    /**
     * Returns what counts in a unit.
     *
     * @param unit the unit
     * @return the quantity
     */
    public static Quantity of(Unit unit) {
        return PLAIN.contains(unit) ? NUMBER : new Quantity(Map.of(unit.id(), 1));
    }

    /**
     * Returns what counts in a unit that is known to be the same each time, and no more.
     *
     * @param name what the unit is that of
     * @return the quantity
     */
    public static Quantity ofUnitOf(String name) {
        return new Quantity(Map.of("the unit of " + name, 1));
    }

    /**
     * Returns what a product counts.
     *
     * @param other what it is multiplied with
     * @return the quantity; a percentage counts as its share
     */
    public Quantity times(Quantity other) {
        if (equals(PERCENT)) {
            return other;
        }
        return other.equals(PERCENT) ? this : with(other, 1);
    }

    /**
     * Returns what a quotient counts.
     *
     * @param other what it is divided by
     * @return the quantity; a percentage counts as its share
     */
    public Quantity over(Quantity other) {
        return other.equals(PERCENT) && !equals(PERCENT) ? this : with(other, -1);
    }

    private Quantity with(Quantity other, int sign) {
        Map<String, Integer> both = new TreeMap<>(powers);
        other.powers.forEach((unit, power) -> both.merge(unit, sign * power, Integer::sum));
        both.values().removeIf(power -> power == 0);
        return new Quantity(both);
    }

    /**
     * Returns what a product has to be multiplied with.
     *
     * @param other what it is multiplied with
     * @return a hundredth where one of the two is a percentage
     */
    public Exact factorTimes(Quantity other) {
        return equals(PERCENT) || other.equals(PERCENT) ? Exact.ONE.dividedBy(Exact.HUNDRED) : Exact.ONE;
    }

    /**
     * Returns what a quotient has to be multiplied with.
     *
     * @param other what it is divided by
     * @return a hundred where that is a percentage, and the other is none
     */
    public Exact factorOver(Quantity other) {
        return other.equals(PERCENT) && !equals(PERCENT) ? Exact.HUNDRED : Exact.ONE;
    }

    /** Returns the units as a message names them, such as {@code currency / hours}. */
    @Override
    public String toString() {
        String over = written(1);
        String under = written(-1);
        if (under.isEmpty()) {
            return over.isEmpty() ? "plain numbers" : over;
        }
        return "%s / %s".formatted(over.isEmpty() ? "1" : over, under);
    }

    private String written(int sign) {
        return new TreeMap<>(powers)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() * sign > 0)
                        .map(entry ->
                                entry.getKey() + (entry.getValue() * sign == 1 ? "" : "^" + entry.getValue() * sign))
                        .collect(Collectors.joining(" × "));
    }
}
