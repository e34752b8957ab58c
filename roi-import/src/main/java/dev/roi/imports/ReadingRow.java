package dev.roi.imports;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Correction;
import dev.roi.core.Reading.Days;
import dev.roi.core.Reading.Status;
import dev.roi.core.UnknownReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * One reading of one scope and month, or one part of one: a row of the readings table.
 *
 * @param scope whose it is
 * @param month when
 * @param indicator the name of what was measured
 * @param figure the value, or why there is none
 * @param part which part of the reading it is; nothing for the whole
 * @param said what else it says of itself
 * @param extractedAt when it was taken, where that is said; of two rows for one reading the later counts
 * @param origin where it comes from
 */
public record ReadingRow(
        ScopeKey scope,
        YearMonth month,
        String indicator,
        Figure figure,
        Optional<Part> part,
        Said said,
        Optional<Instant> extractedAt,
        Origin origin) {

    /** Checks that nothing is missing. {@inheritDoc} */
    public ReadingRow {
        requireNonNull(scope, "scope");
        requireNonNull(month, "month");
        requireNonNull(indicator, "indicator");
        requireNonNull(figure, "figure");
    }

    /**
     * Returns a row that says nothing else of itself.
     *
     * @param scope whose it is
     * @param month when
     * @param indicator the name of what was measured
     * @param figure the value, or why there is none
     * @return the row
     */
    public static ReadingRow of(ScopeKey scope, YearMonth month, String indicator, Figure figure) {
        return new ReadingRow(
                scope, month, indicator, figure, Optional.empty(), Said.NOTHING, Optional.empty(), Origin.of("", 0));
    }

    /**
     * Returns the row as a part of a reading.
     *
     * @param dimension what the reading is broken down by
     * @param name the name of the part
     * @return the row
     */
    public ReadingRow part(Dimension dimension, String name) {
        Optional<Part> named = Optional.of(new Part(dimension, name));
        return new ReadingRow(scope, month, indicator, figure, named, said, extractedAt, origin);
    }

    /**
     * Returns the row with what it says of itself.
     *
     * @param other what it says
     * @return the row
     */
    public ReadingRow saying(Said other) {
        return new ReadingRow(scope, month, indicator, figure, part, other, extractedAt, origin);
    }

    /**
     * Returns the row with the moment it was taken.
     *
     * @param moment the moment
     * @return the row
     */
    public ReadingRow extractedAt(Instant moment) {
        return new ReadingRow(scope, month, indicator, figure, part, said, Optional.of(moment), origin);
    }

    /**
     * Returns the row with where it comes from.
     *
     * @param other where it comes from
     * @return the row
     */
    public ReadingRow from(Origin other) {
        return new ReadingRow(scope, month, indicator, figure, part, said, extractedAt, other);
    }

    /** The figure of a row. Exactly one of the three. */
    public sealed interface Figure permits Value, Counts, Unknown {}

    /**
     * A value.
     *
     * @param number the value, in the row's unit
     */
    public record Value(Exact number) implements Figure {
        @Override
        public String toString() {
            return number.toString();
        }
    }

    /**
     * So many of so many.
     *
     * @param numerator the cases counted
     * @param denominator the cases there were
     */
    public record Counts(Exact numerator, Exact denominator) implements Figure {
        @Override
        public String toString() {
            return "%s/%s".formatted(numerator, denominator);
        }
    }

    /**
     * No value, and why.
     *
     * @param reason why there is none
     */
    public record Unknown(UnknownReason reason) implements Figure {
        @Override
        public String toString() {
            return reason.word();
        }
    }

    /**
     * Which part of a reading a row is.
     *
     * @param dimension what the reading is broken down by
     * @param name the name of the part
     */
    public record Part(Dimension dimension, String name) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            int byDimension = dimension.compareTo(other.dimension);
            return byDimension != 0 ? byDimension : name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return dimension.word() + " " + name;
        }
    }

    /**
     * What a row says of its reading besides the figure.
     *
     * @param unit the unit it is in, where it is not the indicator's
     * @param definition how it was measured
     * @param source where it comes from
     * @param sample how many cases it rests on
     * @param uncertainty how far the true value may be away
     * @param status whether it may still change
     * @param bound which side the true value lies on
     * @param from the first day that it covers, where it is not the whole month
     * @param to the last day that it covers
     * @param correction whether it is a credit
     * @param note a remark
     */
    public record Said(
            Optional<String> unit,
            Optional<String> definition,
            Optional<String> source,
            Optional<Exact> sample,
            Optional<Exact> uncertainty,
            Status status,
            Bound bound,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Correction correction,
            Optional<String> note) {

        /** Nothing. */
        public static final Said NOTHING = new Said(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Status.FINAL,
                Bound.EXACT,
                Optional.empty(),
                Optional.empty(),
                Correction.NONE,
                Optional.empty());

        /**
         * Returns the same with a unit.
         *
         * @param text the unit
         * @return what is said
         */
        public Said in(String text) {
            return new Said(
                    Optional.of(text),
                    definition,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    from,
                    to,
                    correction,
                    note);
        }

        /**
         * Returns the same with a definition.
         *
         * @param text how it was measured
         * @return what is said
         */
        public Said definedAs(String text) {
            return new Said(
                    unit, Optional.of(text), source, sample, uncertainty, status, bound, from, to, correction, note);
        }

        /**
         * Returns the same with a source.
         *
         * @param text where it comes from
         * @return what is said
         */
        public Said by(String text) {
            return new Said(
                    unit,
                    definition,
                    Optional.of(text),
                    sample,
                    uncertainty,
                    status,
                    bound,
                    from,
                    to,
                    correction,
                    note);
        }

        /**
         * Returns the same with a number of cases.
         *
         * @param cases how many it rests on
         * @return what is said
         */
        public Said over(Exact cases) {
            return new Said(
                    unit,
                    definition,
                    source,
                    Optional.of(cases),
                    uncertainty,
                    status,
                    bound,
                    from,
                    to,
                    correction,
                    note);
        }

        /**
         * Returns the same with a status.
         *
         * @param other whether it may still change
         * @return what is said
         */
        public Said status(Status other) {
            return new Said(unit, definition, source, sample, uncertainty, other, bound, from, to, correction, note);
        }

        /**
         * Returns the same with a bound.
         *
         * @param other which side the true value lies on
         * @return what is said
         */
        public Said bound(Bound other) {
            return new Said(unit, definition, source, sample, uncertainty, status, other, from, to, correction, note);
        }

        /**
         * Returns the same for some days of the month.
         *
         * @param first the first day
         * @param last the last day
         * @return what is said
         */
        public Said covering(LocalDate first, LocalDate last) {
            return new Said(
                    unit,
                    definition,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    Optional.of(first),
                    Optional.of(last),
                    correction,
                    note);
        }

        /**
         * Returns the same as a credit.
         *
         * @return what is said
         */
        public Said corrected() {
            return new Said(
                    unit, definition, source, sample, uncertainty, status, bound, from, to, Correction.CREDIT, note);
        }

        /**
         * Returns the same with a remark.
         *
         * @param text the remark
         * @return what is said
         */
        public Said noted(String text) {
            return new Said(
                    unit,
                    definition,
                    source,
                    sample,
                    uncertainty,
                    status,
                    bound,
                    from,
                    to,
                    correction,
                    Optional.of(text));
        }

        /**
         * Returns the days that the figure is of.
         *
         * @param month the month
         * @return the days, where they are not all of the month
         */
        public Optional<Days> covers(YearMonth month) {
            return isPartial(month)
                    ? Optional.of(new Days(from.orElse(month.atDay(1)), to.orElse(month.atEndOfMonth())))
                    : Optional.empty();
        }

        /**
         * Tells whether the figure is of a part of the month only.
         *
         * @param month the month
         * @return whether days of it are missing
         */
        public boolean isPartial(YearMonth month) {
            boolean early = from.map(day -> day.isAfter(month.atDay(1))).orElse(false);
            return early || to.map(day -> day.isBefore(month.atEndOfMonth())).orElse(false);
        }
    }
}
