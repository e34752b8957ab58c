package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a number counts: {@code percent}, {@code days}, {@code count}, a currency such as {@code EUR}.
 *
 * <p>Units are the policy's words; the constants are those with a meaning of their own here. A percentage is given in
 * points: 12.5 means 12.5 %, never 0.125.
 *
 * @param id a name in kebab-case, or an ISO 4217 currency code
 */
public record Unit(String id) {

    /** Parts of a hundred; 12.5 means 12.5 %. */
    public static final Unit PERCENT = new Unit("percent");

    /** The currency of the scorecard, whichever it is. */
    public static final Unit CURRENCY = new Unit("currency");

    /** Months of the calendar. */
    public static final Unit MONTHS = new Unit("months");

    /** A plain number of things. */
    public static final Unit COUNT = new Unit("count");

    /** A plain number of nothing, such as a factor. */
    public static final Unit NUMBER = new Unit("number");

    private static final Unit FRACTION = new Unit("fraction");
    private static final Unit CENTS = new Unit("cents");

    /** What one of each is in seconds. */
    private static final Map<String, Exact> TIMES = Map.of(
            "milliseconds", Exact.of("0.001"),
            "seconds", Exact.ONE,
            "minutes", Exact.of(60),
            "hours", Exact.of(3_600),
            "days", Exact.of(86_400));

    /** Checks the name. {@inheritDoc} */
    public Unit {
        if (!isCode(id)) {
            Names.requireKebab("unit", id);
        }
    }

    /**
     * Tells whether this is money of a stated currency.
     *
     * @return whether the unit is an ISO 4217 code
     */
    public boolean isMoney() {
        return isCode(id);
    }

    /**
     * Tells what one of these is in another unit of its kind. Days have 24 hours.
     *
     * @param other the other unit
     * @return how many of the other unit one of these is; nothing where the two are not of one kind
     */
    public Optional<Exact> in(Unit other) {
        if (equals(other)) {
            return Optional.of(Exact.ONE);
        }
        if (TIMES.containsKey(id) && TIMES.containsKey(other.id)) {
            return Optional.of(time(id).dividedBy(time(other.id)));
        }
        if (equals(FRACTION) && other.equals(PERCENT)) {
            return Optional.of(Exact.HUNDRED);
        }
        if (equals(CENTS) && (other.equals(CURRENCY) || other.isMoney())) {
            return Optional.of(Exact.ONE.dividedBy(Exact.HUNDRED));
        }
        return Optional.empty();
    }

    private static Exact time(String id) {
        return requireNonNull(TIMES.get(id), id);
    }

    /**
     * Tells whether this is a length of time.
     *
     * @return whether it converts to days
     */
    public boolean isTime() {
        return TIMES.containsKey(id);
    }

    /**
     * Returns the units that convert to this one.
     *
     * @return the others of its kind, in the order of their names; may be empty
     */
    public List<Unit> kin() {
        return Stream.concat(TIMES.keySet().stream().sorted().map(Unit::new), Stream.of(FRACTION, CENTS))
                .filter(other -> !other.equals(this) && other.in(this).isPresent())
                .toList();
    }

    private static boolean isCode(String id) {
        return id.length() == 3 && isCapital(id.charAt(0)) && isCapital(id.charAt(1)) && isCapital(id.charAt(2));
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    @Override
    public String toString() {
        return id;
    }
}
