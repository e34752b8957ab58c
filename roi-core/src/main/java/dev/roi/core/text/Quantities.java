package dev.roi.core.text;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import dev.roi.core.Language;
import dev.roi.core.Unit;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with their units, months and lists, as a language writes them: {@code €12,000}, {@code 9.5 days} and
 * {@code 82%} in English, {@code 12 000 €}, {@code 9,5 jours} and {@code 82 %} in French.
 *
 * <p>Rounding is {@link Exact#rounded(int)}'s, half away from zero, to
 *
 * <ul>
 *   <li>as many decimals as the currency has, for money; none where nothing but zeros would follow;
 *   <li>one decimal at the most for a percentage, two for a score;
 *   <li>one decimal at the most for everything else, two below 1.
 * </ul>
 *
 * <p>A time of five minutes or more is written in minutes, one of five hours or more in hours: {@code 25 minutes} for 1,500
 * seconds. A limit is so only where it comes out even; a policy's own words for seconds or minutes stay.
 *
 * <p>A number that is not zero is not written as zero: it gets more decimals, up to {@value #MOST_DECIMALS}. Nothing is
 * ever written with an exponent. The minus sign is U+2212, and the spaces within French numbers are the narrow and
 * no-break ones that its locale data has. A unit with neither words here nor words of its own is written by its id, with
 * spaces for hyphens. The machine's own locale plays no part. Immutable and safe for use by several threads.
 */
public final class Quantities {

    /** The most decimals that are written to tell a number from zero, or from what it is held against. */
    public static final int MOST_DECIMALS = 6;

    private static final String OTHER = ".other";
    private static final char MINUS = '\u2212';
    private static final Unit SCORE = new Unit("score");

    /** What is said in a larger unit, from so many of that one on. */
    private static final Map<Unit, Unit> LARGER =
            Map.of(new Unit("seconds"), new Unit("minutes"), new Unit("minutes"), new Unit("hours"));

    private static final Exact ENOUGH = Exact.of(5);

    private final Locale locale;
    private final Bundle bundle;
    private final Map<Unit, Words> words;
    private final boolean oneIsBelowTwo;
    private final Map<Currency, Digits> money = new ConcurrentHashMap<>();
    private volatile @Nullable Forms forms;

    private Quantities(Language language, Map<Unit, Words> words) {
        this.locale = language.locale();
        this.bundle = Bundle.of(Quantities.class, "units", language);
        this.words = Map.copyOf(words);
        this.oneIsBelowTwo = bundle.get("one").equals("below-2");
    }

    /** What a locale's numbers and months look like, which takes long to load and is not needed to decide. */
    private record Forms(Digits plain, Digits percent, DateTimeFormatter month, DateTimeFormatter day) {

        static Forms of(Locale locale) {
            return new Forms(
                    new Digits(withMinus((DecimalFormat) NumberFormat.getNumberInstance(locale)), false),
                    new Digits(withMinus((DecimalFormat) NumberFormat.getPercentInstance(locale)), false),
                    DateTimeFormatter.ofPattern("LLLL uuuu", locale),
                    DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
        }
    }

    private Forms forms() {
        Forms known = forms;
        if (known == null) {
            known = Forms.of(locale);
            forms = known; // whichever thread makes them, they are the same
        }
        return known;
    }

    /**
     * Returns the quantities of a language.
     *
     * @param language the language; one without words here has English ones, and its own numbers and months
     * @return its quantities
     */
    public static Quantities of(Language language) {
        return of(language, Map.of());
    }

    /**
     * Returns the quantities of a language, with the words of further units.
     *
     * @param language the language; one without words here has English ones, and its own numbers and months
     * @param words the words of units in that language; they come before the words that are here
     * @return its quantities
     */
    public static Quantities of(Language language, Map<Unit, Words> words) {
        return new Quantities(requireNonNull(language, "language"), words);
    }

    /**
     * Returns the units that have words, or a sign, here.
     *
     * @return their names, in order
     */
    public static List<String> units() {
        Set<String> units = new TreeSet<>(
                Set.of(Unit.PERCENT.id(), Unit.CURRENCY.id(), Unit.COUNT.id(), Unit.NUMBER.id(), SCORE.id()));
        for (String key : Bundle.of(Quantities.class, "units", Language.ENGLISH).keys()) {
            if (key.endsWith(OTHER)) {
                units.add(key.substring(0, key.length() - OTHER.length()));
            }
        }
        return List.copyOf(units);
    }

    /**
     * Writes a number with its unit.
     *
     * @param number the number
     * @param unit what it counts
     * @return the number, rounded as the class page says, with its unit
     */
    public String format(Exact number, Unit unit) {
        Unit said = said(number, unit);
        Exact shown = in(said, number, unit);
        return write(shown, said, decimals(shown, said), false);
    }

    /**
     * Writes a number with its unit so that it can be told from another one: 59.96 % is not written as 60 % where it is
     * held against 60 %.
     *
     * @param number the number
     * @param unit what it counts
     * @param against the number that the reader compares it with, in the same unit
     * @return the number with as many further decimals as it takes, up to {@value #MOST_DECIMALS}
     */
    public String format(Exact number, Unit unit, Exact against) {
        Unit said = said(number, unit);
        Exact shown = in(said, number, unit);
        return write(shown, said, decimals(shown, said, in(said, against, unit)), false);
    }

    /**
     * Writes a limit with its unit, with all its decimals, so that whatever is held against it can be.
     *
     * @param limit the limit
     * @param unit what it counts
     * @return the limit with its unit, rounded only where it has more than {@value #MOST_DECIMALS} decimals
     */
    public String limit(Exact limit, Unit unit) {
        Unit larger = said(limit, unit);
        Unit said = in(larger, limit, unit).isWhole() ? larger : unit;
        Exact shown = in(said, limit, unit);
        return write(shown, said, Math.max(decimals(shown, said), ownDecimals(shown)), false);
    }

    /**
     * Writes a number in the very unit that it was given in, with all its decimals, for whoever gave it.
     *
     * @param number the number
     * @param unit what it counts
     * @return the number with its unit, rounded only where it has more than {@value #MOST_DECIMALS} decimals
     */
    public String asGiven(Exact number, Unit unit) {
        return write(number, unit, Math.max(decimals(number, unit), ownDecimals(number)), false);
    }

    /** The unit that people say a number in. */
    private Unit said(Exact number, Unit unit) {
        Unit larger = words.containsKey(unit) ? null : LARGER.get(unit);
        if (larger == null || in(larger, number, unit).magnitude().isBelow(ENOUGH)) {
            return unit;
        }
        return said(in(larger, number, unit), larger);
    }

    private static Exact in(Unit said, Exact number, Unit unit) {
        return said.equals(unit) ? number : number.times(unit.in(said).orElseThrow());
    }

    private static int ownDecimals(Exact number) {
        return Math.max(0, number.rounded(MOST_DECIMALS).scale());
    }

    private static int decimals(Exact number, Unit unit, Exact against) {
        int decimals = decimals(number, unit);
        while (decimals < MOST_DECIMALS
                && !number.equals(against)
                && number.rounded(decimals).compareTo(against.rounded(decimals)) == 0) {
            decimals++;
        }
        return decimals;
    }

    /**
     * Writes a change with its sign, as in {@code +18%}, {@code −12 %} or {@code +3 days}.
     *
     * @param change the difference
     * @param unit what it counts
     * @return the difference with its unit and its sign, which zero does not have
     */
    public String change(Exact change, Unit unit) {
        Unit said = said(change, unit);
        Exact shown = in(said, change, unit);
        return write(shown, said, decimals(shown, said), true);
    }

    /**
     * Writes a change with its sign so that it can be told from a limit on its own side, as {@link #format(Exact, Unit,
     * Exact)} does: beyond a tolerance of 10 %, +10.001 % is not written as +10 %.
     *
     * @param change the difference
     * @param unit what it counts
     * @param limit the size that the reader compares it with, up or down, in the same unit
     * @return the difference with its unit, its sign and as many further decimals as it takes, up to
     *     {@value #MOST_DECIMALS}
     */
    public String change(Exact change, Unit unit, Exact limit) {
        Exact against = change.signum() < 0 ? limit.negated() : limit;
        Unit said = said(change, unit);
        Exact shown = in(said, change, unit);
        return write(shown, said, decimals(shown, said, in(said, against, unit)), true);
    }

    /**
     * Writes a month, as in {@code May 2026}.
     *
     * @param when the month
     * @return its name and year
     */
    public String month(YearMonth when) {
        return forms().month().format(when);
    }

    /**
     * Writes a day, as in {@code 5 June 2026}.
     *
     * @param when the day
     * @return its number, month and year
     */
    public String day(LocalDate when) {
        String day = forms().day().format(when);
        boolean isFrenchFirst =
                when.getDayOfMonth() == 1 && locale.getLanguage().equals("fr");
        return isFrenchFirst ? day.replaceFirst("1", "1er") : day;
    }

    /**
     * Joins words to a list, as in {@code a, b and c}.
     *
     * @param items the words, in order
     * @return the list; empty where there are no words
     */
    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(bundle.get("list.separator"), items.subList(0, last))
                + bundle.get("list.last")
                + items.get(last);
    }

    private static int decimals(Exact number, Unit unit) {
        int decimals = usualDecimals(number, unit);
        while (decimals < MOST_DECIMALS
                && !number.isZero()
                && number.rounded(decimals).signum() == 0) {
            decimals++;
        }
        return decimals;
    }

    private static int usualDecimals(Exact number, Unit unit) {
        if (unit.isMoney()) {
            return currency(unit)
                    .map(Currency::getDefaultFractionDigits)
                    .filter(digits -> digits >= 0)
                    .orElse(2);
        }
        if (unit.equals(Unit.CURRENCY) || unit.equals(Unit.NUMBER) || unit.equals(SCORE)) {
            return 2;
        }
        if (unit.equals(Unit.PERCENT)) {
            return 1;
        }
        return number.magnitude().isBelow(Exact.ONE) ? 2 : 1;
    }

    private String write(Exact number, Unit unit, int decimals, boolean signed) {
        BigDecimal rounded = number.rounded(decimals);
        if (unit.equals(Unit.PERCENT)) {
            return forms().percent().write(rounded, Math.max(0, rounded.scale()), signed);
        }
        boolean moneyLike = unit.isMoney() || unit.equals(Unit.CURRENCY);
        int shown = moneyLike && rounded.scale() > 0 ? decimals : Math.max(0, rounded.scale());
        if (unit.equals(Unit.CURRENCY) || unit.equals(Unit.COUNT) || unit.equals(Unit.NUMBER) || unit.equals(SCORE)) {
            return forms().plain().write(rounded, shown, signed);
        }
        Optional<Currency> currency = currency(unit);
        if (currency.isPresent()) {
            return money.computeIfAbsent(currency.get(), this::digits).write(rounded, shown, signed);
        }
        return forms().plain().write(rounded, shown, signed) + " " + word(unit, rounded);
    }

    private String word(Unit unit, BigDecimal shown) {
        BigDecimal size = shown.abs();
        boolean one = oneIsBelowTwo ? size.compareTo(BigDecimal.valueOf(2)) < 0 : size.compareTo(BigDecimal.ONE) == 0;
        Words own = words.get(unit);
        if (own != null) {
            return one ? own.one() : own.other();
        }
        return bundle.find(unit.id() + (one ? ".one" : ".other"))
                .orElseGet(() -> unit.id().replace('-', ' '));
    }

    private Digits digits(Currency currency) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return new Digits(withMinus(format), true);
    }

    private static DecimalFormat withMinus(DecimalFormat format) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setMinusSign(MINUS);
        format.setDecimalFormatSymbols(symbols);
        return format;
    }

    private static Optional<Currency> currency(Unit unit) {
        if (!unit.isMoney()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Currency.getInstance(unit.id()));
        } catch (IllegalArgumentException noCurrency) {
            return Optional.empty();
        }
    }

    /**
     * The words of a unit in one language.
     *
     * @param one the word for one of it, as in {@code 1 ticket}
     * @param other the word for any other number of it, as in {@code 3 tickets}
     */
    public record Words(String one, String other) {

        /**
         * Checks that both words are there.
         *
         * @param one the word for one of it
         * @param other the word for any other number of it
         */
        public Words {
            if (one.isBlank() || other.isBlank()) {
                throw new IllegalArgumentException("words (%s, %s) of a unit must not be blank".formatted(one, other));
            }
        }
    }
}
