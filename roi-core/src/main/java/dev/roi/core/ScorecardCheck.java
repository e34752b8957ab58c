package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a policy's indicators allow a scorecard to say: the one place where that is decided, for scorecards that were
 * read and for those built in Java.
 *
 * <p>Checked are: that the first use is not after every month; that each indicator is one of the policy's; ranges, of values, parts and baselines; that no number has
 * more digits than a document may hold; that counts are
 * whole, baselines aside, which may be means; that units and currencies are known; that parts have the names that the
 * indicator expects, and give the value (an amount's add up to it exactly, of money to one minor unit, or to half of one
 * for each part where that is more; a rate's or mean's enclose it, to half a unit of the value's last decimal, or have the
 * same cases as it, where both are given); that an indicator which is part of another is not above it in the same month and
 * unit, by more than money may miss its sum; that what is given agrees with what is computed, to half a unit of its last
 * decimal, and shares of one whole are at most 100 % together; that days are days of the month, and corrections are of
 * money, which alone may then be below 0; and that definitions are those the policy lists, where it lists them, without
 * regard to case and white space. A reading in a unit that converts to its indicator's is held against everything in that; in
 * another it is held only against the sign that the range allows, and money in another currency against the whole range.
 */
public final class ScorecardCheck {

    /** A number of a scorecard must be nearer to zero than ten to this power: no more digits before its point. */
    public static final int NUMBER_DIGITS = 15;

    private static final Exact BEYOND = Exact.of(BigDecimal.TEN.pow(NUMBER_DIGITS));
    private static final Exact BELOW = BEYOND.negated();

    private static final NavigableSet<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.equals("XXX") && !code.equals("XTS"))
            .collect(Collectors.collectingAndThen(
                    Collectors.toCollection(TreeSet::new), Collections::unmodifiableNavigableSet));

    private final Scorecard scorecard;
    private final Scorecard own;
    private final IndicatorSet indicators;
    private final List<Indicator> related;
    private final boolean hasComputed;
    private final Unit money;
    private final List<Fault> faults = new ArrayList<>();

    private ScorecardCheck(Scorecard scorecard, IndicatorSet indicators) {
        this.scorecard = scorecard;
        this.own = OwnTerms.of(scorecard, indicators).translated(scorecard);
        this.indicators = indicators;
        this.related = indicators.indicators().stream()
                .filter(indicator ->
                        indicator.partOf().isPresent() || indicator.computed().isPresent())
                .toList();
        this.hasComputed =
                related.stream().anyMatch(indicator -> indicator.computed().isPresent());
        this.money = scorecard.currency().map(Unit::new).orElse(Unit.CURRENCY);
    }

    /** A JSON pointer, which is written only where there is a fault. */
    private record Pointer(@Nullable Pointer before, String token) {

        static Pointer of(String token) {
            return new Pointer(null, token);
        }

        Pointer to(String next) {
            return new Pointer(this, next);
        }

        @Override
        public String toString() {
            String here = "/" + token.replace("~", "~0").replace("/", "~1");
            return before == null ? here : before + here;
        }
    }

    /**
     * Checks a scorecard.
     *
     * @param scorecard the scorecard
     * @param indicators what the policy measures
     * @return everything that is wrong, by JSON pointer within the scorecard's document, its months in order of time;
     *     empty where nothing is
     */
    public static List<Fault> faults(Scorecard scorecard, IndicatorSet indicators) {
        ScorecardCheck check =
                new ScorecardCheck(requireNonNull(scorecard, "scorecard"), requireNonNull(indicators, "indicators"));
        check.run();
        Collections.sort(check.faults);
        return Collections.unmodifiableList(check.faults);
    }

    /**
     * Checks that there is a month to review.
     *
     * @param scorecard the scorecard
     * @param asked the month to review, or nothing for the latest complete one
     * @return what is wrong where it is absent, partial or before the first use, with the complete months; the same
     *     where nothing is asked for and none is complete; nothing where it can be reviewed
     */
    public static Optional<Fault> monthFault(Scorecard scorecard, Optional<YearMonth> asked) {
        List<YearMonth> complete = scorecard.completeMonths();
        if (asked.isPresent() ? complete.contains(asked.get()) : !complete.isEmpty()) {
            return Optional.empty();
        }
        Message message = asked.map(month -> Message.of("month `%s` %s", month, state(scorecard, month)))
                .orElse(Message.of("no month is complete"));
        Message help = complete.isEmpty()
                ? Message.of(
                        "A month before the first use, `%s`, or with `complete` false is not reviewed.",
                        scorecard.firstUse())
                : Message.of(
                        complete.size() == 1
                                ? "The month that can be reviewed: %s."
                                : "The months that can be reviewed: %s.",
                        runs(complete));
        return Optional.of(new Fault(
                InputFault.MONTH_NOT_COMPLETE.code(),
                Fault.Severity.ERROR,
                new Fault.Place("", 0, 0, "/snapshots"),
                Message.of("scope %s: %s", Quoted.of(scorecard.scope().id()), message),
                Optional.of(help)));
    }

    /** Months in order, those that follow one another from the first to the last of them. */
    private static Message runs(List<YearMonth> months) {
        List<Message> runs = new ArrayList<>();
        for (int first = 0, next = 1; first < months.size(); first = next, next++) {
            while (next < months.size()
                    && months.get(next).equals(months.get(next - 1).plusMonths(1))) {
                next++;
            }
            YearMonth last = months.get(next - 1);
            runs.add(next - first > 1 ? Message.of("%s to %s", months.get(first), last) : Message.of("%s", last));
        }
        return Message.joined(", ", runs);
    }

    private static Message state(Scorecard scorecard, YearMonth month) {
        Optional<Snapshot> snapshot = scorecard.find(month);
        if (snapshot.isEmpty()) {
            return Message.of("is not there");
        }
        return snapshot.get().isComplete()
                ? Message.of("is before the first use, `%s`", scorecard.firstUse())
                : Message.of("is partial");
    }

    /**
     * Returns the currencies that a scorecard may name.
     *
     * @return the codes of ISO 4217, in order
     */
    public static NavigableSet<String> currencies() {
        return CURRENCIES;
    }

    /**
     * Returns the units that a reading may be given in, currencies aside.
     *
     * @param indicators what the policy measures
     * @return the names of the units, in order
     */
    public static NavigableSet<String> units(IndicatorSet indicators) {
        NavigableSet<String> units = new TreeSet<>(List.of(Unit.PERCENT.id(), Unit.COUNT.id(), Unit.CURRENCY.id()));
        for (Indicator indicator : indicators.indicators()) {
            units.add(indicator.unit().id());
            indicator.unit().kin().forEach(unit -> units.add(unit.id()));
        }
        return units;
    }

    private void run() {
        YearMonth newest =
                scorecard.snapshots().get(scorecard.snapshots().size() - 1).month();
        scorecard
                .scope()
                .firstUse()
                // a month that a reader could not understand is far in the past
                .filter(month -> month.isAfter(newest) && newest.getYear() > 1)
                .ifPresent(month -> add(
                        InputFault.FIRST_USE_TOO_LATE,
                        Pointer.of("scope").to("firstUse"),
                        Message.of("first use `%s` is after the newest month, `%s`", month, newest),
                        Optional.of(Message.of("It is the month in which the tool was first used."))));
        Pointer baselines = Pointer.of("baselines");
        scorecard.baselines().forEach((id, baseline) -> checkBaseline(baselines.to(id.value()), id, baseline));
        Pointer snapshots = Pointer.of("snapshots");
        for (int i = 0; i < scorecard.snapshots().size(); i++) {
            Snapshot given = scorecard.snapshots().get(i);
            Snapshot snapshot = own.snapshots().get(i);
            Pointer at = snapshots.to(String.valueOf(i)).to("readings");
            given.readings()
                    .forEach((id, reading) ->
                            checkReading(at.to(id.value()), id, reading, snapshot.reading(id), given.month()));
            for (Indicator indicator : related) {
                Pointer pointer = at.to(indicator.id().value());
                indicator.partOf().ifPresent(whole -> checkPartOf(pointer, snapshot, indicator, whole));
                indicator.computed().ifPresent(computation -> checkComputed(pointer, snapshot, indicator, computation));
            }
            if (hasComputed) {
                checkShares(at, snapshot);
            }
        }
    }

    private Optional<Indicator> find(Pointer pointer, IndicatorId id) {
        Optional<Indicator> indicator = indicators.find(id);
        if (indicator.isEmpty()) {
            List<String> known = indicators.indicators().stream()
                    .map(candidate -> candidate.id().value())
                    .toList();
            add(
                    InputFault.UNKNOWN_INDICATOR,
                    pointer,
                    Message.of("unknown indicator %s", Quoted.of(id.value())),
                    Nearest.didYouMean(id.value(), known));
        }
        return indicator;
    }

    private void checkBaseline(Pointer pointer, IndicatorId id, Baseline baseline) {
        find(pointer, id).ifPresent(indicator -> {
            Optional<Exact> value =
                    baseline.fold(defined -> Optional.of(defined.value()), undefined -> Optional.empty());
            value.ifPresent(number -> checkDigits(pointer, "value", () -> "baseline", number));
            Optional<Unit> unit = baseline.fold(Baseline.Defined::unit, undefined -> Optional.empty());
            if (unit.isPresent() && !isConverted(pointer, unit.get(), indicator)) {
                return;
            }
            Optional.ofNullable(own.baselines().get(id))
                    .flatMap(same ->
                            same.fold(defined -> Optional.of(defined.value()), undefined -> Optional.<Exact>empty()))
                    .filter(number -> !indicator.range().contains(number))
                    .ifPresent(number -> addOutside(pointer.to("value"), "baseline", number, indicator));
            baseline.fold(Baseline.Defined::definition, undefined -> Optional.<String>empty())
                    .ifPresent(definition -> checkDefinition(pointer, indicator, definition));
        });
    }

    /** A number that was converted is named as it was given, too. */
    private static String whatWasGiven(Reading.Known given, Reading.Known reading) {
        return given.value().equals(reading.value()) || given.unit().isEmpty()
                ? "value"
                : "value %s in %s, that is,"
                        .formatted(shown(given.value()), given.unit().get());
    }

    /** Nothing is compared with a baseline that is in a unit of another kind, so that it is of no use. */
    private boolean isConverted(Pointer pointer, Unit unit, Indicator indicator) {
        if (!isKnownUnit(pointer, unit)) {
            return false;
        }
        Unit expected = scorecardUnit(indicator.unit());
        if (scorecardUnit(unit).equals(expected) || unit.in(expected).isPresent()) {
            return true;
        }
        add(
                InputFault.UNKNOWN_UNIT,
                pointer.to("unit"),
                Message.of(
                        "unit %s does not convert to %s, the unit of %s",
                        Quoted.of(unit.id()),
                        Quoted.of(expected.id()),
                        Quoted.of(indicator.id().value())),
                Optional.empty());
        return false;
    }

    private void checkReading(Pointer pointer, IndicatorId id, Reading given, Reading own, YearMonth month) {
        Optional<Indicator> indicator = find(pointer, id);
        Optional<Reading.Known> known = given.known();
        if (indicator.isPresent() && known.isPresent()) {
            checkSaid(pointer, indicator.get(), known.get(), month);
            checkKnown(
                    pointer,
                    indicator.get(),
                    known.get(),
                    own == given ? known.get() : own.known().orElseThrow());
        }
    }

    private void checkSaid(Pointer pointer, Indicator indicator, Reading.Known reading, YearMonth month) {
        reading.covers()
                .filter(days -> !YearMonth.from(days.from()).equals(month)
                        || !YearMonth.from(days.to()).equals(month))
                // a month that a reader could not understand is far in the past
                .filter(days -> month.getYear() > 0)
                .ifPresent(days -> add(
                        InputFault.WRONG_DAYS,
                        pointer.to("covers"),
                        Message.of("days `%s` to `%s` are not days of `%s`", days.from(), days.to(), month),
                        Optional.empty()));
        if (reading.correction() == Reading.Correction.CREDIT && !isMoney(unit(indicator, reading))) {
            add(
                    InputFault.CONTRADICTION,
                    pointer.to("correction"),
                    Message.of(
                            "%s is in %s; only money is corrected",
                            Quoted.of(indicator.id().value()), unit(indicator, reading)),
                    Optional.empty());
        }
    }

    /** A number that is read from a document has no more digits; one that was made in Java may. */
    private void checkDigits(Pointer pointer, String token, Exact number) {
        checkDigits(pointer, token, () -> token, number);
    }

    private void checkDigits(Pointer pointer, String token, Supplier<String> what, Exact number) {
        if (hasTooManyDigits(number)) {
            add(
                    InputFault.NUMBER_TOO_LARGE,
                    pointer.to(token),
                    Message.of("%s is beyond the limit of %s digits before the point", what.get(), NUMBER_DIGITS),
                    Optional.empty());
        }
    }

    private static boolean hasTooManyDigits(Exact number) {
        return !(number.isBelow(BEYOND) && number.isAbove(BELOW));
    }

    private void checkDigits(Pointer pointer, Reading.Rate rate) {
        checkDigits(pointer, "numerator", rate.numerator());
        checkDigits(pointer, "denominator", rate.denominator());
    }

    private void checkDigits(Pointer pointer, Reading.Known reading) {
        if (reading.rate().isPresent()) {
            checkDigits(pointer, reading.rate().get());
        } else {
            checkDigits(pointer, "value", reading.value());
        }
        reading.sample().ifPresent(sample -> checkDigits(pointer, "sample", sample));
        reading.uncertainty().ifPresent(doubt -> checkDigits(pointer, "uncertainty", doubt));
        reading.by().forEach((dimension, parts) -> {
            Pointer by = pointer.to("by").to(dimension.word());
            parts.forEach((name, part) -> {
                if (part.rate().isPresent()) {
                    checkDigits(by.to(name), part.rate().get());
                } else {
                    checkDigits(by, name, () -> "part " + Quoted.of(name), part.value());
                }
            });
        });
    }

    private void checkKnown(Pointer pointer, Indicator indicator, Reading.Known given, Reading.Known reading) {
        checkDigits(pointer, given);
        given.definition().ifPresent(definition -> checkDefinition(pointer, indicator, definition));
        if (given.unit().filter(unit -> !isKnownUnit(pointer, unit)).isPresent()) {
            return;
        }
        boolean rateOfAnAmount =
                reading.rate().isPresent() && !unit(indicator, reading).equals(Unit.PERCENT);
        if (rateOfAnAmount) {
            add(
                    InputFault.CONTRADICTION,
                    pointer.to("numerator"),
                    Message.of(
                            "numerator and denominator give a percentage; %s is in %s",
                            Quoted.of(indicator.id().value()), unit(indicator, reading)),
                    Optional.of(Message.of("Give its `value`.")));
            return;
        }
        checkNumber(
                valuePointer(pointer, reading),
                () -> whatWasGiven(given, reading),
                reading.value(),
                indicator,
                reading);
        reading.by().forEach((dimension, parts) -> checkParts(pointer, indicator, reading, dimension, parts));
    }

    private boolean isKnownUnit(Pointer pointer, Unit unit) {
        String name = unit.id();
        NavigableSet<String> known = unit.isMoney() ? CURRENCIES : units(indicators);
        if (known.contains(name)) {
            return true;
        }
        add(
                InputFault.UNKNOWN_UNIT,
                pointer.to("unit"),
                Message.of("unknown unit %s", Quoted.of(name)),
                Nearest.didYouMean(name, known)
                        .or(() -> Optional.of(Message.of(
                                "It is %s, or the code of a currency.", Quoted.list(List.copyOf(units(indicators)))))));
        return false;
    }

    private void checkNumber(
            Pointer pointer, Supplier<String> what, Exact number, Indicator indicator, Reading.Known reading) {
        Unit given = unit(indicator, reading);
        Unit expected = scorecardUnit(indicator.unit());
        if (reading.correction() == Reading.Correction.CREDIT && isMoney(given)) {
            return;
        }
        boolean comparable = given.equals(expected) || (isMoney(given) && isMoney(expected));
        if (!comparable) {
            boolean mayBeNegative =
                    indicator.range().least().map(least -> least.signum() < 0).orElse(true);
            if (number.signum() < 0 && !mayBeNegative) {
                addOutside(pointer, what.get(), number, indicator);
            }
            return;
        }
        if (!indicator.range().contains(number)) {
            addOutside(pointer, what.get(), number, indicator);
        } else if (indicator.counting() == Indicator.Counting.WHOLE && !number.isWhole() && given.equals(expected)) {
            add(
                    InputFault.FRACTIONAL_COUNT,
                    pointer,
                    Message.of(
                            "%s %s is not whole; %s counts whole things",
                            what.get(), number, Quoted.of(indicator.id().value())),
                    Optional.of(Message.of("Give the whole number that was counted.")));
        }
    }

    private Unit unit(Indicator indicator, Reading.Known reading) {
        return scorecardUnit(reading.unit().orElse(indicator.unit()));
    }

    /** Money without a code is in the scorecard's currency, where that is said. */
    private Unit scorecardUnit(Unit unit) {
        return unit.equals(Unit.CURRENCY) ? money : unit;
    }

    private static boolean isMoney(Unit unit) {
        return unit.isMoney() || unit.equals(Unit.CURRENCY);
    }

    private void checkParts(
            Pointer readingPointer,
            Indicator indicator,
            Reading.Known reading,
            Dimension dimension,
            Map<String, Reading.Part> parts) {
        Pointer pointer = readingPointer.to("by").to(dimension.word());
        boolean amount = indicator.additivity() == Indicator.Additivity.ADDS_UP;
        parts.forEach((name, part) -> {
            Pointer partPointer = pointer.to(name);
            checkPartName(partPointer, indicator, dimension, name);
            if (amount && part.rate().isPresent()) {
                add(
                        InputFault.CONTRADICTION,
                        partPointer,
                        Message.of(
                                "part %s has numerator and denominator; %s is an amount, whose parts are numbers",
                                Quoted.of(name), Quoted.of(indicator.id().value())),
                        Optional.empty());
            } else {
                checkNumber(partPointer, () -> "part " + Quoted.of(name), part.value(), indicator, reading);
            }
        });
        if (amount && !hasRate(parts)) {
            checkSum(pointer, indicator, reading, dimension, parts);
        } else if (!amount) {
            checkEnclosing(pointer, reading, dimension, parts);
        }
    }

    private static boolean hasRate(Map<String, Reading.Part> parts) {
        for (Reading.Part part : parts.values()) {
            if (part.rate().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void checkPartName(Pointer pointer, Indicator indicator, Dimension dimension, String name) {
        List<String> names = indicator
                .breakdown()
                .filter(breakdown -> breakdown.dimension() == dimension)
                .map(Breakdown::parts)
                .orElse(List.of());
        if (!names.isEmpty() && !names.contains(name) && !name.equals(Breakdown.UNASSIGNED)) {
            add(
                    InputFault.UNKNOWN_PART,
                    pointer,
                    Message.of("%s has no %s %s", Quoted.of(indicator.id().value()), dimension.word(), Quoted.of(name)),
                    Nearest.didYouMean(name, names)
                            .or(() -> Optional.of(Message.of(
                                    "It may have %s and `%s`.", Nearest.listed(names), Breakdown.UNASSIGNED))));
        }
    }

    private void checkSum(
            Pointer pointer,
            Indicator indicator,
            Reading.Known reading,
            Dimension dimension,
            Map<String, Reading.Part> parts) {
        Exact sum = Exact.ZERO;
        for (Reading.Part part : parts.values()) {
            sum = sum.plus(part.value());
        }
        Exact missed = sum.minus(reading.value()).magnitude();
        if (missed.isAbove(roundingOfSum(unit(indicator, reading), parts.size()))) {
            add(
                    InputFault.PARTS_DO_NOT_ADD_UP,
                    pointer,
                    Message.of("parts by %s add up to %s, not to the value %s", dimension.word(), sum, reading.value()),
                    Optional.of(
                            sum.isBelow(reading.value())
                                    ? Message.of("What belongs to no part stands under `%s`.", Breakdown.UNASSIGNED)
                                    : Message.of("The value may be that of another month, or a part may be counted"
                                            + " twice.")));
        }
    }

    /**
     * Tells by how much the sum of rounded amounts may miss its total.
     *
     * @param unit the unit of both; only money is rounded to a minor unit
     * @param parts how many amounts there are
     * @return one minor unit of the currency, or half of one for each part where that is more; 0 of what is no money
     */
    public static Exact roundingOfSum(Unit unit, int parts) {
        if (!isMoney(unit)) {
            return Exact.ZERO;
        }
        int decimals = unit.isMoney() ? Currency.getInstance(unit.id()).getDefaultFractionDigits() : 2;
        Exact minor = Exact.of(BigDecimal.valueOf(1, Math.max(0, decimals)));
        Exact halves = minor.times(Exact.of(parts)).dividedBy(Exact.of(2));
        return halves.isAbove(minor) ? halves : minor;
    }

    private void checkEnclosing(
            Pointer pointer, Reading.Known reading, Dimension dimension, Map<String, Reading.Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        List<Reading.Rate> rates =
                parts.values().stream().flatMap(part -> part.rate().stream()).toList();
        Exact rounding = rounding(reading);
        Exact cases = rates.stream().map(Reading.Rate::numerator).reduce(Exact.ZERO, Exact::plus);
        Exact all = rates.stream().map(Reading.Rate::denominator).reduce(Exact.ZERO, Exact::plus);
        if (reading.rate().isPresent() && rates.size() == parts.size()) {
            Reading.Rate whole = reading.rate().get();
            if (!cases.equals(whole.numerator()) || !all.equals(whole.denominator())) {
                add(
                        InputFault.PARTS_DO_NOT_ENCLOSE,
                        pointer,
                        Message.of(
                                "parts by %s have %s of %s together, not %s of %s",
                                dimension.word(), cases, all, whole.numerator(), whole.denominator()),
                        Optional.empty());
            }
            return;
        }
        if (rates.size() == parts.size() && !all.isZero()) {
            Exact pooled = cases.times(Exact.HUNDRED).dividedBy(all);
            if (pooled.minus(reading.value()).magnitude().isAbove(rounding)) {
                add(
                        InputFault.PARTS_DO_NOT_ENCLOSE,
                        pointer,
                        Message.of(
                                "parts by %s have %s of %s together, which is %s and not %s",
                                dimension.word(), cases, all, shown(pooled), shown(reading.value())),
                        Optional.empty());
            }
            return;
        }
        Exact least = parts.values().stream()
                .map(Reading.Part::value)
                .reduce((one, other) -> one.isAbove(other) ? other : one)
                .orElseThrow();
        Exact most = parts.values().stream()
                .map(Reading.Part::value)
                .reduce((one, other) -> one.isBelow(other) ? other : one)
                .orElseThrow();
        if (reading.value().isBelow(least.minus(rounding)) || reading.value().isAbove(most.plus(rounding))) {
            add(
                    InputFault.PARTS_DO_NOT_ENCLOSE,
                    pointer,
                    Message.of(
                            "parts by %s are from %s to %s; they cannot give the value %s",
                            dimension.word(), shown(least), shown(most), shown(reading.value())),
                    Optional.empty());
        }
    }

    private static Pointer valuePointer(Pointer pointer, Reading.Known reading) {
        return pointer.to(reading.rate().isPresent() ? "numerator" : "value");
    }

    /** A value that was computed from counts was not rounded. */
    private static Exact rounding(Reading.Known reading) {
        return reading.rate().isPresent() ? Exact.ZERO : halfUnitOfLastDecimal(reading.value());
    }

    private static Exact halfUnitOfLastDecimal(Exact value) {
        int decimals = Math.max(0, value.comparable().scale());
        return Exact.of(BigDecimal.valueOf(5, decimals + 1));
    }

    private void checkPartOf(Pointer pointer, Snapshot snapshot, Indicator indicator, IndicatorId wholeId) {
        Optional<Reading.Known> part = snapshot.reading(indicator.id()).known();
        Optional<Reading.Known> whole = snapshot.reading(wholeId).known();
        if (part.isEmpty() || whole.isEmpty()) {
            return;
        }
        Unit unit = unit(indicator, part.get());
        boolean sameUnit = unit.equals(unit(indicators.indicator(wholeId), whole.get()));
        Exact above = part.get().value().minus(whole.get().value());
        if (sameUnit && above.isAbove(roundingOfSum(unit, partCount(indicator, part.get())))) {
            add(
                    InputFault.PART_ABOVE_WHOLE,
                    pointer,
                    Message.of(
                            "%s (%s) is above %s (%s), of which it is a part",
                            Quoted.of(indicator.id().value()),
                            shown(part.get().value()),
                            Quoted.of(wholeId.value()),
                            shown(whole.get().value())),
                    Optional.empty());
        }
    }

    /**
     * Counts the parts that an indicator's value is the sum of.
     *
     * @param indicator the indicator
     * @param reading its reading
     * @return how many there are; 1 where it is not broken down
     */
    public static int partCount(Indicator indicator, Reading.Known reading) {
        return indicator
                .breakdown()
                .map(breakdown -> reading.by().getOrDefault(breakdown.dimension(), Map.of()))
                .map(Map::size)
                .filter(size -> size > 0)
                .orElse(1);
    }

    private void checkDefinition(Pointer pointer, Indicator indicator, String definition) {
        List<String> known = indicator.definitions();
        if (known.contains(definition)) {
            return;
        }
        boolean isKnown = known.stream().map(OwnTerms::folded).anyMatch(OwnTerms.folded(definition)::equals);
        if (!known.isEmpty() && !isKnown) {
            add(
                    InputFault.UNKNOWN_DEFINITION,
                    pointer.to("definition"),
                    Message.of(
                            "%s is not measured as %s", Quoted.of(indicator.id().value()), Quoted.of(definition)),
                    Nearest.didYouMean(definition, known)
                            .or(() -> Optional.of(Message.of(
                                    "It may be %s; without a definition it is the first of them.",
                                    Nearest.listed(known)))));
        }
    }

    /** Returns a reading in the indicator's own unit: another one cannot be held against what is computed. */
    private Optional<Reading.Known> inOwnUnit(Snapshot snapshot, Indicator indicator) {
        return snapshot.reading(indicator.id())
                .known()
                .filter(known -> unit(indicator, known).equals(scorecardUnit(indicator.unit())));
    }

    private void checkComputed(Pointer pointer, Snapshot snapshot, Indicator indicator, Computation computation) {
        Optional<Reading.Known> given = inOwnUnit(snapshot, indicator);
        Optional<Computed> computed = Computed.of(indicator, computation, snapshot, indicators, scorecard.currency());
        if (given.isEmpty()
                || computed.isEmpty()
                || computed.get().allows(given.get().value(), rounding(given.get()))) {
            return;
        }
        Message sources = Message.all(computation.sources().stream()
                .map(source -> Message.verbatim(Quoted.of(source.value())))
                .toList());
        add(
                InputFault.CONTRADICTS_COMPUTED,
                valuePointer(pointer, given.get()),
                computed.get().isOfNothing()
                        ? Message.of(
                                "value %s contradicts %s, where there is nothing to divide by",
                                shown(given.get().value()), sources)
                        : Message.of(
                                "value %s contradicts the %s computed from %s",
                                shown(given.get().value()), shown(computed.get()), sources),
                Optional.of(Message.of("Leave it out, or correct what is wrong.")));
    }

    private static Message shown(Computed computed) {
        String least = shown(computed.least().orElseThrow());
        String most = shown(computed.most().orElseThrow());
        return least.equals(most) ? Message.verbatim(least) : Message.of("%s to %s", least, most);
    }

    /** Shares of one whole exclude each other; where the whole is broken down, each of them is checked by itself. */
    private void checkShares(Pointer at, Snapshot snapshot) {
        Map<IndicatorId, List<Indicator>> shares = new LinkedHashMap<>();
        for (Indicator indicator : related) {
            if (indicator.computed().isEmpty() || inOwnUnit(snapshot, indicator).isEmpty()) {
                continue;
            }
            Computation computation = indicator.computed().get();
            Optional<IndicatorId> whole = computation.fold(
                    share -> Optional.of(share.whole()), gain -> Optional.empty(), ratio -> Optional.empty());
            if (whole.isPresent()
                    && Computed.of(indicator, computation, snapshot, indicators, scorecard.currency())
                            .isEmpty()) {
                shares.computeIfAbsent(whole.get(), none -> new ArrayList<>()).add(indicator);
            }
        }
        shares.forEach((whole, parts) -> {
            Exact sum = parts.stream()
                    .map(indicator ->
                            inOwnUnit(snapshot, indicator).orElseThrow().value())
                    .reduce(Exact.ZERO, Exact::plus);
            if (sum.isAbove(Exact.HUNDRED)) {
                Indicator last = parts.get(parts.size() - 1);
                add(
                        InputFault.SHARES_ABOVE_WHOLE,
                        valuePointer(
                                at.to(last.id().value()),
                                inOwnUnit(snapshot, last).orElseThrow()),
                        Message.of(
                                "%s are %s %% of %s together, and exclude each other",
                                Message.all(parts.stream()
                                        .map(part -> Message.of(
                                                "%s (%s)",
                                                Quoted.of(part.id().value()),
                                                shown(inOwnUnit(snapshot, part)
                                                        .orElseThrow()
                                                        .value())))
                                        .toList()),
                                shown(sum),
                                Quoted.of(whole.value())),
                        Optional.of(Message.of("At most 100 %% is possible.")));
            }
        });
    }

    private void addOutside(Pointer pointer, String what, Exact number, Indicator indicator) {
        add(
                InputFault.OUTSIDE_RANGE,
                pointer,
                Message.of(
                        "%s %s is outside the range of %s, %s",
                        what, shown(number), Quoted.of(indicator.id().value()), indicator.range()),
                Optional.empty());
    }

    private static String shown(Exact number) {
        return number.rounded(6).toPlainString();
    }

    private void add(InputFault fault, Pointer pointer, Message message, Optional<Message> help) {
        Fault.Place place = new Fault.Place("", 0, 0, Quoted.visible(pointer.toString(), 500));
        faults.add(new Fault(fault.code(), Fault.Severity.ERROR, place, message, help));
    }
}
