package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What is known of an indicator for a month: a value, or the reason why there is none. */
public sealed interface Reading permits Reading.Known, Reading.Unknown {

    /**
     * Returns a reading with a value and nothing else said of it.
     *
     * @param value the value, in the indicator's unit
     * @return the reading
     */
    static Known of(Exact value) {
        return new Known(
                value,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Status.FINAL,
                Bound.EXACT,
                Optional.empty(),
                Correction.NONE,
                Optional.empty());
    }

    /**
     * Returns a reading with a value and nothing else said of it.
     *
     * @param value the decimal digits of the value, in the indicator's unit
     * @return the reading
     * @throws NumberFormatException when the text is no number
     */
    static Known of(String value) {
        return of(Exact.of(value));
    }

    /**
     * Returns a reading with a value and nothing else said of it.
     *
     * @param value the value, in the indicator's unit
     * @return the reading
     */
    static Known of(long value) {
        return of(Exact.of(value));
    }

    /**
     * Returns a reading with a value and nothing else said of it.
     *
     * @param value the value, in the indicator's unit, exactly as a database has it
     * @return the reading
     */
    static Known of(BigDecimal value) {
        return of(Exact.of(requireNonNull(value, "value")));
    }

    /**
     * Returns a rate's reading: so many cases of so many. 0 of 0 is not known, for want of cases.
     *
     * @param numerator the cases counted
     * @param denominator the cases there were
     * @return the reading, in percent
     * @throws IllegalArgumentException when either is negative, or cases were counted where there were none
     */
    static Reading rate(Exact numerator, Exact denominator) {
        Rate rate = new Rate(numerator, denominator);
        if (denominator.isZero()) {
            return unknown(UnknownReason.NO_CASES);
        }
        return of(rate.percent()).counted(rate);
    }

    /**
     * Returns a rate's reading: so many cases of so many. 0 of 0 is not known, for want of cases.
     *
     * @param numerator the cases counted
     * @param denominator the cases there were
     * @return the reading, in percent
     * @throws IllegalArgumentException when either is negative, or cases were counted where there were none
     */
    static Reading rate(long numerator, long denominator) {
        return rate(Exact.of(numerator), Exact.of(denominator));
    }

    /**
     * Returns a reading that is not known.
     *
     * @param reason why not
     * @return the reading
     */
    static Unknown unknown(UnknownReason reason) {
        return new Unknown(reason, Optional.empty());
    }

    /**
     * Returns what was remarked on the reading.
     *
     * @return the remark, if there is one
     */
    Optional<String> note();

    /**
     * Treats the two cases of a reading apart.
     *
     * @param ifKnown what to do with a value
     * @param ifUnknown what to do without one
     * @param <T> the type of the result
     * @return the result of the case that applies
     */
    <T> T fold(Function<? super Known, ? extends T> ifKnown, Function<? super Unknown, ? extends T> ifUnknown);

    /**
     * Returns the reading's value where there is one.
     *
     * @return the known reading, if this is one
     */
    default Optional<Known> known() {
        return fold(Optional::of, unknown -> Optional.empty());
    }

    /** Whether a reading may still change, or has. */
    enum Status implements Keyword {
        /** It will not change. */
        FINAL,
        /** It may still change: no extending rests on it, and it excuses no alarm. */
        PROVISIONAL,
        /** It has changed after it was reported. */
        RESTATED
    }

    /** On which side of a reading's value the true one lies. */
    enum Bound implements Keyword {
        /** On neither: it is the value. */
        EXACT,
        /** It is the value, or more. */
        AT_LEAST,
        /** It is the value, or less. */
        AT_MOST
    }

    /** Whether money may be below 0. */
    enum Correction implements Keyword {
        /** It may not. */
        NONE,
        /** It, or a part of it, is a credit. */
        CREDIT
    }

    /**
     * Days in a row.
     *
     * @param from the first of them
     * @param to the last of them; not before the first
     */
    record Days(LocalDate from, LocalDate to) {

        /** Checks the order. {@inheritDoc} */
        public Days {
            if (requireNonNull(to, "to").isBefore(requireNonNull(from, "from"))) {
                throw new IllegalArgumentException("the last day (%s) is before the first (%s)".formatted(to, from));
            }
        }

        /**
         * Tells whether days of a month are missing.
         *
         * @param month the month
         * @return whether these are not all days of it
         */
        public boolean isPartOf(YearMonth month) {
            return from.isAfter(month.atDay(1)) || to.isBefore(month.atEndOfMonth());
        }
    }

    /**
     * So many cases of so many.
     *
     * @param numerator the cases counted; 0 or more
     * @param denominator the cases there were; 0 or more, and not 0 where cases were counted
     */
    record Rate(Exact numerator, Exact denominator) {

        /** Checks that cases were counted of cases that there were. {@inheritDoc} */
        public Rate {
            if (numerator.signum() < 0 || denominator.signum() < 0) {
                throw new IllegalArgumentException(
                        "rate (%s of %s) must not be negative".formatted(numerator, denominator));
            }
            if (denominator.isZero() && !numerator.isZero()) {
                throw new IllegalArgumentException(
                        "rate (%s of 0) counts cases where there were none".formatted(numerator));
            }
        }

        /**
         * Returns the rate in percent, exactly.
         *
         * @return numerator / denominator, times 100
         * @throws ArithmeticException when there were no cases
         */
        public Exact percent() {
            return numerator.times(Exact.HUNDRED).dividedBy(denominator);
        }
    }

    /**
     * A value for the month.
     *
     * @param value the value, in {@code unit} or else the indicator's unit
     * @param rate the counts the value was computed from, where they are given
     * @param by the value's parts, by dimension and name; may be empty
     * @param definition how it was measured, where that is said
     * @param unit the unit it was given in, where that is said
     * @param source where it comes from, where that is said
     * @param sample how many cases it rests on, where that is said
     * @param uncertainty how far the true value may be away on either side, in the same unit; 0 or more
     * @param status whether it may still change, or has
     * @param bound on which side of the value the true one lies, where it is not the value itself
     * @param covers the days that it is of, where they are not the whole month
     * @param correction whether it, or a part of it, is a credit, so that it may be below 0
     * @param note a remark
     */
    record Known(
            Exact value,
            Optional<Rate> rate,
            Map<Dimension, Map<String, Part>> by,
            Optional<String> definition,
            Optional<Unit> unit,
            Optional<String> source,
            Optional<Exact> sample,
            Optional<Exact> uncertainty,
            Status status,
            Bound bound,
            Optional<Days> covers,
            Correction correction,
            Optional<String> note)
            implements Reading {

        /** Copies the parts into a stable order and checks the numbers. {@inheritDoc} */
        public Known {
            requireNonNull(value, "value");
            requireNonNull(status, "status");
            requireNonNull(bound, "bound");
            requireNonNull(correction, "correction");
            by = by.isEmpty() ? Map.of() : inOrder(by);
            if (uncertainty.isPresent() && uncertainty.get().signum() < 0) {
                throw new IllegalArgumentException(
                        "uncertainty (%s) must not be negative".formatted(uncertainty.get()));
            }
            if (sample.isPresent()
                    && (sample.get().signum() < 0 || !sample.get().isWhole())) {
                throw new IllegalArgumentException(
                        "sample (%s) must be a whole number, 0 or more".formatted(sample.get()));
            }
        }

        private static Map<Dimension, Map<String, Part>> inOrder(Map<Dimension, Map<String, Part>> by) {
            Map<Dimension, Map<String, Part>> copy = new EnumMap<>(Dimension.class);
            by.forEach((dimension, parts) -> copy.put(dimension, Collections.unmodifiableMap(new TreeMap<>(parts))));
            return Collections.unmodifiableMap(copy);
        }

        /**
         * Returns the reading with another value.
         *
         * @param other the value, in the same unit; it is not computed from counts
         * @return the same reading, with the value
         */
        public Known valued(Exact other) {
            return new Known(
                    other,
                    Optional.empty(),
                    by,
                    definition,
                    unit,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading computed from counts.
         *
         * @param counts the cases; of more than none
         * @return the same reading, with the percentage that they give
         */
        public Known counted(Rate counts) {
            return new Known(
                    requireNonNull(counts, "counts").percent(),
                    Optional.of(counts),
                    by,
                    definition,
                    unit,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading with parts in one dimension.
         *
         * @param dimension what the parts are
         * @param parts the parts by name
         * @return the same reading, with the parts
         */
        public Known by(Dimension dimension, Map<String, Part> parts) {
            Map<Dimension, Map<String, Part>> more = new EnumMap<>(Dimension.class);
            more.putAll(by);
            more.put(requireNonNull(dimension, "dimension"), requireNonNull(parts, "parts"));
            return by(more);
        }

        /**
         * Returns the reading with other parts.
         *
         * @param parts the parts, by dimension and name; may be empty
         * @return the same reading, with these parts only
         */
        public Known by(Map<Dimension, Map<String, Part>> parts) {
            return new Known(
                    value,
                    rate,
                    requireNonNull(parts, "parts"),
                    definition,
                    unit,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading with the way it was measured.
         *
         * @param text the definition
         * @return the same reading, with the definition
         */
        public Known definedAs(String text) {
            return new Known(
                    value,
                    rate,
                    by,
                    Optional.of(requireNonNull(text, "text")),
                    unit,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading in a unit of its own.
         *
         * @param other the unit it was given in
         * @return the same reading, with the unit
         */
        public Known in(Unit other) {
            return in(Optional.of(requireNonNull(other, "other")));
        }

        /**
         * Returns the reading in a unit, or in its indicator's.
         *
         * @param other the unit it was given in; nothing for the indicator's
         * @return the same reading, with the unit
         */
        public Known in(Optional<Unit> other) {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    requireNonNull(other, "other"),
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading with its source.
         *
         * @param text where it comes from
         * @return the same reading, with the source
         */
        public Known from(String text) {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    unit,
                    Optional.of(requireNonNull(text, "text")),
                    sample,
                    uncertainty,
                    status,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading with the number of its cases.
         *
         * @param cases how many cases it rests on; whole, 0 or more
         * @return the same reading, with its sample
         */
        public Known over(Exact cases) {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    unit,
                    source,
                    Optional.of(requireNonNull(cases, "cases")),
                    uncertainty,
                    status,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading with its uncertainty.
         *
         * @param distance how far the true value may be away on either side; 0 or more
         * @return the same reading, with the uncertainty
         */
        public Known within(Exact distance) {
            return within(Optional.of(requireNonNull(distance, "distance")));
        }

        /**
         * Returns the reading with its uncertainty, or with none.
         *
         * @param distance how far the true value may be away on either side; nothing where it is certain
         * @return the same reading, with the uncertainty
         */
        public Known within(Optional<Exact> distance) {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    unit,
                    source,
                    sample,
                    requireNonNull(distance, "distance"),
                    status,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading without its uncertainty.
         *
         * @return the same reading, as if its value were certain
         */
        public Known certain() {
            return within(Optional.empty());
        }

        /**
         * Returns the reading with its status.
         *
         * @param other whether it may still change, or has
         * @return the same reading, with the status
         */
        public Known as(Status other) {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    unit,
                    source,
                    sample,
                    uncertainty,
                    other,
                    bound,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading as a bound.
         *
         * @param other on which side of the value the true one lies
         * @return the same reading, with the bound
         */
        public Known bounded(Bound other) {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    unit,
                    source,
                    sample,
                    uncertainty,
                    status,
                    other,
                    covers,
                    correction,
                    note);
        }

        /**
         * Returns the reading of some days of the month.
         *
         * @param days the days that it is of
         * @return the same reading, of these days
         */
        public Known covering(Days days) {
            return covering(Optional.of(requireNonNull(days, "days")));
        }

        /**
         * Returns the reading of some days of the month, or of all.
         *
         * @param days the days that it is of; nothing for the whole month
         * @return the same reading, of these days
         */
        public Known covering(Optional<Days> days) {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    unit,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    requireNonNull(days, "days"),
                    correction,
                    note);
        }

        /**
         * Returns the reading as a credit.
         *
         * @return the same reading, which may be below 0
         */
        public Known corrected() {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    unit,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    covers,
                    Correction.CREDIT,
                    note);
        }

        /**
         * Returns the reading with a remark.
         *
         * @param text the remark
         * @return the same reading, with the remark
         */
        public Known noted(String text) {
            return new Known(
                    value,
                    rate,
                    by,
                    definition,
                    unit,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    covers,
                    correction,
                    Optional.of(requireNonNull(text, "text")));
        }

        @Override
        public <T> T fold(
                Function<? super Known, ? extends T> ifKnown, Function<? super Unknown, ? extends T> ifUnknown) {
            return ifKnown.apply(this);
        }
    }

    /**
     * A part of a value.
     *
     * @param value the part's value, in the reading's unit
     * @param rate the counts it was computed from, where they are given
     */
    record Part(Exact value, Optional<Rate> rate) {

        /**
         * Returns a part with a value.
         *
         * @param value the value, in the reading's unit
         * @return the part
         */
        public static Part of(Exact value) {
            return new Part(value, Optional.empty());
        }

        /**
         * Returns a part of a rate.
         *
         * @param rate its cases
         * @return the part, in percent
         */
        public static Part of(Rate rate) {
            return new Part(rate.percent(), Optional.of(rate));
        }
    }

    /**
     * No value for the month, and why.
     *
     * @param reason why there is none
     * @param note a remark
     */
    record Unknown(UnknownReason reason, Optional<String> note) implements Reading {

        /** Checks that there is a reason. {@inheritDoc} */
        public Unknown {
            requireNonNull(reason, "reason");
        }

        /**
         * Returns the reading with a remark.
         *
         * @param text the remark
         * @return the same reading, with the remark
         */
        public Unknown noted(String text) {
            return new Unknown(reason, Optional.of(requireNonNull(text, "text")));
        }

        @Override
        public <T> T fold(
                Function<? super Known, ? extends T> ifKnown, Function<? super Unknown, ? extends T> ifUnknown) {
            return ifUnknown.apply(this);
        }
    }
}
