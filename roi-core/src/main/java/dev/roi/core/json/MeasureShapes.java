package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.either;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.nothing;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.text;
import static dev.roi.core.format.Shape.wholeMap;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.DocumentObjections.name;
import static dev.roi.core.json.DocumentObjections.objection;

import dev.roi.core.Baseline;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.Keyword;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Reading;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Correction;
import dev.roi.core.Reading.Days;
import dev.roi.core.Reading.Part;
import dev.roi.core.Reading.Rate;
import dev.roi.core.Reading.Status;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.format.Field;
import dev.roi.core.format.Form;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.core.format.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How readings and baselines are written: as a number, or as an object that says more. */
final class MeasureShapes {

    private static final long BEYOND = BigDecimal.TEN.pow(Limits.NUMBER_DIGITS).longValueExact();

    private static final Shape<Exact> NUMBER =
            number().also("exclusiveMinimum", -BEYOND).also("exclusiveMaximum", BEYOND);
    private static final Shape<Exact> AMOUNT = number().also("minimum", 0).also("exclusiveMaximum", BEYOND);
    private static final Text<String> REMARK = text().also("maxLength", Limits.SCORECARD.textCharacters());

    private static final String NOTE = "A remark for the people who read the review.";

    /** The other reasons follow from what is given. */
    private static final Text<UnknownReason> REASON = reason(new EnumMap<>(Map.of(
            UnknownReason.NOT_INSTRUMENTED,
            "Nothing measures it.",
            UnknownReason.SCATTERED,
            "It is spread over places that nobody adds up.",
            UnknownReason.NOT_DUE,
            "It is too early for it: its effects, or the use itself, have not begun to show.",
            UnknownReason.NOT_REPORTED,
            "Nobody gave it.")));

    private static Text<UnknownReason> reason(Map<UnknownReason, String> means) {
        Text<UnknownReason> reason = Text.word(means);
        return reason.refusing(
                DocumentObjections.unknown(InputFault.UNKNOWN_REASON, Message.of("unknown reason"), reason.words()));
    }

    // baselines

    private static final Field<Baseline, Optional<Exact>> BASELINE_VALUE = maybe(
            "value",
            "The value, in the indicator's unit or else in `unit`.",
            NUMBER,
            baseline -> defined(baseline).map(Baseline.Defined::value));
    private static final Field<Baseline, Optional<String>> PERIOD = maybe(
            "period",
            "The time it was measured in, such as 2025-07/2025-12; it may overlap the months reviewed.",
            REMARK,
            baseline -> defined(baseline).flatMap(Baseline.Defined::period));
    private static final Field<Baseline, Optional<String>> METHOD = maybe(
            "method",
            "How it was obtained, such as the median of delivered tickets.",
            REMARK,
            baseline -> defined(baseline).flatMap(Baseline.Defined::method));
    private static final Field<Baseline, Optional<String>> BASELINE_DEFINITION = maybe(
            "definition",
            "How it was measured. A reading under another definition is not compared with it.",
            REMARK,
            baseline -> defined(baseline).flatMap(Baseline.Defined::definition));
    private static final Field<Baseline, Optional<Unit>> BASELINE_UNIT = maybe(
            "unit",
            "The unit it is given in, where it is not that of the indicator; it is converted where both are of one"
                    + " kind.",
            unit(Optional.empty()),
            baseline -> defined(baseline).flatMap(Baseline.Defined::unit));
    private static final Field<Baseline, Optional<UnknownReason>> BASELINE_UNKNOWN = maybe(
            "unknown",
            "Why there is no value. Unknown is never zero.",
            REASON,
            baseline -> defined(baseline).isPresent() ? Optional.empty() : Optional.of(UnknownReason.NOT_REPORTED));
    private static final Field<Baseline, Optional<String>> BASELINE_NOTE = maybe("note", NOTE, REMARK, Baseline::note);

    private static final Shape<Baseline> BARE_BASELINE =
            NUMBER.as(Baseline::of, baseline -> defined(baseline).orElseThrow().value());

    private static final Shape<Baseline> WHOLE_BASELINE = object(
            "What is said of it besides, or why it is not known.",
            List.of(
                    new Form<>(
                            "Value and what is said of it",
                            List.of(BASELINE_VALUE),
                            List.of(PERIOD, METHOD, BASELINE_DEFINITION, BASELINE_UNIT, BASELINE_NOTE)),
                    new Form<>("Not known", List.of(BASELINE_UNKNOWN), List.of(BASELINE_NOTE))),
            MeasureShapes::baseline,
            BASELINE_VALUE,
            PERIOD,
            METHOD,
            BASELINE_DEFINITION,
            BASELINE_UNIT,
            BASELINE_UNKNOWN,
            BASELINE_NOTE);

    /** How a baseline is written. */
    static final Shape<Baseline> BASELINE = either(
            "A number, an object that says more of it, or why it is not known; null is as if it were left out.",
            baseline -> defined(baseline)
                            .filter(known -> Baseline.of(known.value()).equals(known))
                            .isPresent()
                    ? BARE_BASELINE
                    : WHOLE_BASELINE,
            BARE_BASELINE,
            nothing(),
            WHOLE_BASELINE);

    private static Optional<Baseline.Defined> defined(Baseline baseline) {
        return baseline.fold(Optional::of, undefined -> Optional.empty());
    }

    private static Optional<Baseline> baseline(Read<Baseline> read) {
        if (read.has(BASELINE_UNKNOWN)) {
            return contradicts(
                            read,
                            BASELINE_UNKNOWN,
                            List.of(BASELINE_VALUE, PERIOD, METHOD, BASELINE_DEFINITION, BASELINE_UNIT))
                    ? Optional.empty()
                    : Optional.of(new Baseline.Undefined(read.get(BASELINE_NOTE)));
        }
        if (!read.has(BASELINE_VALUE)) {
            read.object(objection(
                    InputFault.NO_VALUE, Message.of("%s has neither `value` nor `unknown`", name(read.spot()))));
        }
        return read.get(BASELINE_VALUE)
                .filter(value -> !read.isWrong(BASELINE_UNIT))
                .map(value -> new Baseline.Defined(
                        value,
                        read.get(PERIOD),
                        read.get(METHOD),
                        read.get(BASELINE_DEFINITION),
                        read.get(BASELINE_UNIT),
                        read.get(BASELINE_NOTE)));
    }

    private static <R> boolean contradicts(Read<R> read, Field<R, ?> unknown, List<Field<R, ?>> others) {
        List<String> there =
                others.stream().filter(read::has).<String>map(Field::key).toList();
        if (!there.isEmpty()) {
            read.objectToKey(
                    unknown,
                    objection(
                            InputFault.CONTRADICTION,
                            Message.of("%s has `unknown` together with %s", name(read.spot()), Quoted.list(there)),
                            Message.of("Beside `unknown` only `note` may stand.")));
        }
        return !there.isEmpty();
    }

    // rates, and the parts of a reading

    private static final String NUMERATOR_MEANS = "The cases counted.";
    private static final String DENOMINATOR_MEANS = "The cases there were. 0 of 0 is unknown, for want of cases.";

    private static final Field<Rate, Exact> CASES = field("numerator", NUMERATOR_MEANS, AMOUNT, Rate::numerator);
    private static final Field<Rate, Exact> OF_CASES =
            field("denominator", DENOMINATOR_MEANS, AMOUNT, Rate::denominator);

    private static final Shape<Rate> RATE = object(
            "So many cases of so many; the percentage is computed.",
            read -> rate(read, CASES, read.find(CASES), OF_CASES, read.find(OF_CASES)),
            CASES,
            OF_CASES);

    private static <R> Optional<Rate> rate(
            Read<R> read, Field<R, ?> top, Optional<Exact> numerator, Field<R, ?> bottom, Optional<Exact> denominator) {
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        if (numerator.get().signum() < 0 || denominator.get().signum() < 0) {
            read.objectToKey(
                    numerator.get().signum() < 0 ? top : bottom,
                    objection(
                            InputFault.WRONG_RATE,
                            Message.of("%s of %s: neither may be negative", numerator.get(), denominator.get())));
            return Optional.empty();
        }
        if (denominator.get().isZero() && !numerator.get().isZero()) {
            read.objectToKey(
                    top,
                    objection(
                            InputFault.WRONG_RATE,
                            Message.of("%s of 0: cases were counted where there were none", numerator.get())));
            return Optional.empty();
        }
        return Optional.of(new Rate(numerator.get(), denominator.get()));
    }

    private static final Shape<Optional<Part>> BARE_PART = NUMBER.as(
            value -> Optional.of(Part.of(value)), part -> part.orElseThrow().value());

    /** A part without cases says nothing of the whole. */
    private static final Shape<Optional<Part>> RATE_OF_PART = RATE.as(
            rate -> Optional.of(rate)
                    .filter(counts -> !counts.denominator().isZero())
                    .map(Part::of),
            part -> part.flatMap(Part::rate).orElseThrow());

    private static final Text<String> PART_NAME = Text.of(
                    name -> Optional.of(name).filter(text -> !text.isBlank() && Names.isOneLine(text)), name -> name)
            .refusing((name, at) -> objection(
                    InputFault.WRONG_NAME,
                    name.isBlank()
                            ? Message.of("the name of a part is blank")
                            : Message.of("part %s: a name stands on one line", Quoted.of(name))))
            .also("maxLength", Limits.SCORECARD.keyCharacters())
            .also("pattern", Nouns.ONE_LINE);

    private static final Shape<Map<String, Part>> PARTS = wholeMap(
                    PART_NAME,
                    either(
                            "The part's value, in the reading's unit; or its cases, of a rate.",
                            part -> part.flatMap(Part::rate).isPresent() ? RATE_OF_PART : BARE_PART,
                            BARE_PART,
                            RATE_OF_PART))
            .unless((parts, at) ->
                    Optional.of(at).filter(none -> parts.isEmpty()).map(MeasureShapes::noParts))
            .<Map<String, Part>>as(
                    parts -> {
                        Map<String, Part> there = new LinkedHashMap<>();
                        parts.forEach((name, part) -> part.ifPresent(known -> there.put(name, known)));
                        return there;
                    },
                    parts -> {
                        Map<String, Optional<Part>> there = new LinkedHashMap<>();
                        parts.forEach((name, part) -> there.put(name, Optional.of(part)));
                        return there;
                    })
            .also("minProperties", 1)
            .also("description", "By name; `unassigned` is the part that belongs to no other.")
            .named("parts");

    private static Objection noParts(Spot at) {
        return objection(InputFault.NO_VALUE, Message.of("%s has no parts", name(at)), DocumentObjections.LEFT_OUT);
    }

    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::word).toList();

    private static final Text<Dimension> DIMENSION = word(Dimension.class)
            .refusing((word, at) -> objection(
                    InputFault.UNKNOWN_DIMENSION,
                    Message.of("parts by %s are not known", Quoted.of(word)),
                    Nearest.didYouMean(word, DIMENSIONS)
                            .orElseGet(() -> Message.of("There are parts by %s.", Quoted.list(DIMENSIONS)))));

    // readings

    private static final Field<Reading, Optional<Exact>> VALUE = maybe(
            "value",
            "The value, in the indicator's unit or else in `unit`.",
            NUMBER,
            reading -> known(reading).filter(known -> known.rate().isEmpty()).map(Reading.Known::value));
    private static final Field<Reading, Optional<Exact>> NUMERATOR = maybe(
            "numerator", NUMERATOR_MEANS, AMOUNT, reading -> cases(reading).map(Rate::numerator));
    private static final Field<Reading, Optional<Exact>> DENOMINATOR = maybe(
            "denominator", DENOMINATOR_MEANS, AMOUNT, reading -> cases(reading).map(Rate::denominator));
    private static final Field<Reading, Optional<UnknownReason>> UNKNOWN = maybe(
            "unknown",
            "Why there is no value. Unknown is never zero.",
            REASON,
            reading -> reading.fold(known -> Optional.empty(), unknown -> switch (unknown.reason()) {
                case NO_CASES -> Optional.empty();
                case OTHER_UNIT, OTHER_POPULATION, WITHOUT_BASIS -> Optional.of(UnknownReason.NOT_REPORTED);
                case NOT_INSTRUMENTED, SCATTERED, NOT_DUE, NOT_REPORTED -> Optional.of(unknown.reason());
            }));
    private static final Field<Reading, Map<Dimension, Map<String, Part>>> BY = usually(
            "by",
            "The value's parts, by dimension. Parts of an amount add up to it, of money but for rounding; parts of a"
                    + " rate enclose it, or have its cases.",
            wholeMap(DIMENSION, PARTS).named("by"),
            Map.of(),
            reading -> known(reading).map(Reading.Known::by).orElse(Map.of()));
    private static final Field<Reading, Optional<String>> DEFINITION = maybe(
            "definition",
            "How it was measured. Readings under two definitions are not compared.",
            REMARK,
            reading -> known(reading).flatMap(Reading.Known::definition));
    private static final Field<Reading, Optional<String>> SOURCE = maybe(
            "source", "Where it comes from.", REMARK, reading -> known(reading).flatMap(Reading.Known::source));
    private static final Field<Reading, Optional<Exact>> SAMPLE = maybe(
            "sample",
            "How many cases it rests on.",
            AMOUNT.unless(MeasureShapes::noSample).also("type", "integer"),
            reading -> known(reading).flatMap(Reading.Known::sample));
    private static final Field<Reading, Optional<Exact>> UNCERTAINTY = maybe(
            "uncertainty",
            "How far the true value may be away on either side, in the same unit.",
            AMOUNT.unless(MeasureShapes::noUncertainty),
            reading -> known(reading).flatMap(Reading.Known::uncertainty));
    private static final Field<Reading, Optional<Status>> STATUS = maybe(
            "status",
            "Whether it may still change, or has; final where nothing is said.",
            named(
                    Message.of("unknown status"),
                    Map.of(
                            Status.FINAL, "It will not change.",
                            Status.PROVISIONAL,
                                    "It may still change: no extending rests on it, and it excuses no alarm.",
                            Status.RESTATED, "It has changed after it was reported.")),
            reading -> known(reading).map(Reading.Known::status).filter(status -> status != Status.FINAL));
    private static final Field<Reading, Optional<Bound>> BOUND = maybe(
            "bound",
            "On which side of the value the true one lies; exact where nothing is said.",
            named(
                    Message.of("unknown bound"),
                    Map.of(
                            Bound.EXACT, "It is the value.",
                            Bound.AT_LEAST, "It is the value, or more.",
                            Bound.AT_MOST, "It is the value, or less.")),
            reading -> known(reading).map(Reading.Known::bound).filter(bound -> bound != Bound.EXACT));
    private static final Shape<LocalDate> DAY = Text.of(MeasureShapes::day, LocalDate::toString)
            .refusing((text, at) -> objection(
                    InputFault.WRONG_DAYS,
                    Message.of("%s is %s; a day is written as year, month and day", name(at), Quoted.of(text)),
                    Message.of("Such as `2026-05-22`.")))
            .also("format", "date")
            .suchAs("2026-05-22");
    private static final Field<Days, LocalDate> FROM = field("from", "The first day.", DAY, Days::from);
    private static final Field<Days, LocalDate> TO = field("to", "The last day.", DAY, Days::to);
    private static final Field<Reading, Optional<Days>> COVERS = maybe(
            "covers",
            "The days that it is of, ends included, where they are not the whole month: it is shown, and compared with "
                    + "nothing that is whole.",
            object("Days in a row.", MeasureShapes::days, FROM, TO).named("days"),
            reading -> known(reading).flatMap(Reading.Known::covers));
    private static final Field<Reading, Optional<Boolean>> CORRECTION = maybe(
            "correction",
            "Of money: whether it, or a part of it, is a credit, so that it may be below 0.",
            flag(),
            reading -> known(reading)
                    .map(Reading.Known::correction)
                    .filter(correction -> correction == Correction.CREDIT)
                    .map(credit -> true));
    private static final Field<Reading, Optional<String>> REMARKED = maybe("note", NOTE, REMARK, Reading::note);

    private static <E extends Enum<E> & Keyword> Text<E> named(Message what, Map<E, String> means) {
        Text<E> word = Text.word(new TreeMap<>(means));
        return word.refusing(DocumentObjections.unknown(InputFault.UNKNOWN_WORD, what, word.words()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Days> days(Read<Days> read) {
        if (!read.isRead(FROM, TO)) {
            return Optional.empty();
        }
        if (read.get(TO).isBefore(read.get(FROM))) {
            read.object(
                    TO,
                    objection(
                            InputFault.WRONG_DAYS,
                            Message.of("the last day, `%s`, is before the first, `%s`", read.get(TO), read.get(FROM))));
            return Optional.empty();
        }
        return Optional.of(new Days(read.get(FROM), read.get(TO)));
    }

    private static Optional<Reading.Known> known(Reading reading) {
        return reading.known();
    }

    private static Optional<Rate> cases(Reading reading) {
        return reading.fold(
                Reading.Known::rate,
                unknown -> unknown.reason() == UnknownReason.NO_CASES
                        ? Optional.of(new Rate(Exact.ZERO, Exact.ZERO))
                        : Optional.empty());
    }

    private static Optional<Objection> noSample(Exact number, Spot at) {
        if (number.signum() < 0) {
            return Optional.of(objection(InputFault.NEGATIVE, Message.of("`sample` %s is negative", number)));
        }
        return number.isWhole()
                ? Optional.empty()
                : Optional.of(objection(InputFault.FRACTIONAL_COUNT, Message.of("`sample` %s is not whole", number)));
    }

    private static Optional<Objection> noUncertainty(Exact number, Spot at) {
        return number.signum() < 0
                ? Optional.of(objection(
                        InputFault.NEGATIVE,
                        Message.of("`uncertainty` %s is negative", number),
                        Message.of("It is the distance on either side.")))
                : Optional.empty();
    }

    /** Measures whose indicators and units are checked later. */
    static final MeasureShapes OF_ANY_POLICY = new MeasureShapes(Optional.empty());

    private final Map<String, IndicatorId> indicators = new HashMap<>();
    private final Field<Reading, Optional<Unit>> unit;
    private final Text<IndicatorId> indicator;
    private final Shape<Reading> reading;

    /**
     * Describes readings.
     *
     * @param set what the policy measures, as far as that is known: what else could be meant is sought there
     */
    MeasureShapes(Optional<IndicatorSet> set) {
        set.stream()
                .flatMap(known -> known.indicators().stream())
                .forEach(known -> indicators.put(known.id().value(), known.id()));
        this.indicator = Text.of(this::indicator, IndicatorId::value)
                .refusing((name, at) -> new Objection(
                        InputFault.UNKNOWN_INDICATOR.code(),
                        Message.of("unknown indicator %s", Quoted.of(name)),
                        Nearest.didYouMean(name, indicators.keySet())))
                .also("maxLength", Names.MOST_CHARACTERS)
                .also("pattern", Nouns.KEBAB);
        this.unit = maybe(
                "unit",
                "The unit it is given in, where it is not that of the indicator: one of the policy's units, one that"
                        + " converts to it, or an ISO 4217 currency.",
                unit(set),
                reading -> known(reading).flatMap(Reading.Known::unit));
        List<Field<Reading, ?>> besides =
                List.of(BY, DEFINITION, unit, SOURCE, SAMPLE, UNCERTAINTY, STATUS, BOUND, COVERS, CORRECTION, REMARKED);
        Shape<Reading> bare =
                NUMBER.as(Reading::of, known -> known(known).orElseThrow().value());
        Shape<Reading> whole = object(
                "What is said of it besides, or why it is not known.",
                List.of(
                        new Form<>("Value and what is said of it", List.of(VALUE), besides),
                        new Form<>("Rate", List.of(NUMERATOR, DENOMINATOR), besides),
                        new Form<>("Not known", List.of(UNKNOWN), List.of(REMARKED))),
                this::reading,
                VALUE,
                NUMERATOR,
                DENOMINATOR,
                UNKNOWN,
                BY,
                DEFINITION,
                unit,
                SOURCE,
                SAMPLE,
                UNCERTAINTY,
                STATUS,
                BOUND,
                COVERS,
                CORRECTION,
                REMARKED);
        this.reading = either(
                "A number, an object that says more of it, or why it is not known; null is as if it were left out.",
                given -> known(given)
                                .filter(known -> Reading.of(known.value()).equals(known))
                                .isPresent()
                        ? bare
                        : whole,
                bare,
                nothing(),
                whole);
    }

    /** The check of the scorecard tells which of them the policy has; what cannot be a name is unknown already here. */
    private Optional<IndicatorId> indicator(String name) {
        IndicatorId known = indicators.get(name);
        return known != null
                ? Optional.of(known)
                : Optional.of(name).filter(Names::isKebab).map(IndicatorId::new);
    }

    /** The name of an indicator. */
    Text<IndicatorId> indicator() {
        return indicator;
    }

    /** How a reading is written. */
    Shape<Reading> reading() {
        return reading;
    }

    private static Text<Unit> unit(Optional<IndicatorSet> set) {
        return Text.of(
                        name -> Optional.of(name)
                                .filter(MeasureShapes::mayBeUnit)
                                .map(Unit::new),
                        Unit::id)
                .notBlank()
                .refusing((name, at) -> new Objection(
                        InputFault.UNKNOWN_UNIT.code(),
                        Message.of("unknown unit %s", Quoted.of(name)),
                        unitHelp(name, set)))
                .also("maxLength", Names.MOST_CHARACTERS);
    }

    /** What was probably meant, or else every unit there is but for currencies. */
    private static Optional<Message> unitHelp(String name, Optional<IndicatorSet> set) {
        return Nearest.didYouMean(name, units(set))
                .or(() -> set.map(known -> Message.of(
                        "It is %s, or the code of a currency.",
                        Quoted.list(List.copyOf(ScorecardCheck.units(known))))));
    }

    private static boolean mayBeUnit(String name) {
        return Names.isKebab(name) || ScorecardCheck.currencies().contains(name);
    }

    private static List<String> units(Optional<IndicatorSet> set) {
        List<String> units = new ArrayList<>(ScorecardCheck.currencies());
        set.ifPresent(known -> units.addAll(ScorecardCheck.units(known)));
        return units;
    }

    private Optional<Reading> reading(Read<Reading> read) {
        boolean isRate = read.has(NUMERATOR) || read.has(DENOMINATOR);
        if (read.has(UNKNOWN)) {
            List<Field<Reading, ?>> others = List.of(
                    VALUE,
                    NUMERATOR,
                    DENOMINATOR,
                    BY,
                    DEFINITION,
                    unit,
                    SOURCE,
                    SAMPLE,
                    UNCERTAINTY,
                    STATUS,
                    BOUND,
                    COVERS,
                    CORRECTION);
            return contradicts(read, UNKNOWN, others)
                    ? Optional.empty()
                    : read.get(UNKNOWN).map(reason -> new Reading.Unknown(reason, read.get(REMARKED)));
        }
        if (isRate && read.has(VALUE)) {
            read.objectToKey(
                    VALUE,
                    objection(
                            InputFault.CONTRADICTION,
                            Message.of("%s has `value` together with `numerator` and `denominator`", name(read.spot())),
                            Message.of("The value is computed from these two; leave it out.")));
            return Optional.empty();
        }
        if (!isRate && !read.has(VALUE)) {
            read.object(objection(
                    InputFault.NO_VALUE,
                    Message.of(
                            "%s has neither `value` nor `numerator` and `denominator` nor `unknown`",
                            name(read.spot()))));
            return Optional.empty();
        }
        Optional<Rate> counts = Optional.empty();
        if (isRate) {
            read.require(NUMERATOR);
            read.require(DENOMINATOR);
            counts = rate(read, NUMERATOR, read.get(NUMERATOR), DENOMINATOR, read.get(DENOMINATOR));
        }
        if (counts.isPresent() && counts.get().denominator().isZero()) {
            return Optional.of(new Reading.Unknown(UnknownReason.NO_CASES, read.get(REMARKED)));
        }
        Optional<Exact> value = counts.map(Rate::percent).or(() -> read.get(VALUE));
        boolean isWrong = read.isWrong(BY)
                || read.isWrong(unit)
                || read.isWrong(STATUS)
                || read.isWrong(BOUND)
                || read.isWrong(COVERS);
        if (value.isEmpty() || isWrong) {
            return Optional.empty();
        }
        return Optional.of(new Reading.Known(
                value.get(),
                counts,
                read.get(BY),
                read.get(DEFINITION),
                read.get(unit),
                read.get(SOURCE),
                read.get(SAMPLE),
                read.get(UNCERTAINTY),
                read.get(STATUS).orElse(Status.FINAL),
                read.get(BOUND).orElse(Bound.EXACT),
                read.get(COVERS),
                read.get(CORRECTION).orElse(false) ? Correction.CREDIT : Correction.NONE,
                read.get(REMARKED)));
    }
}
