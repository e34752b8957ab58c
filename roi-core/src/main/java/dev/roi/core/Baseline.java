package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** What an indicator's readings are compared with; or the finding that nobody defined it. */
public sealed interface Baseline permits Baseline.Defined, Baseline.Undefined {

    /**
     * Returns a baseline with a value and nothing else said of it.
     *
     * @param value the value, in the indicator's unit
     * @return the baseline
     */
    static Defined of(Exact value) {
        return new Defined(
                value, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns a baseline with a value and nothing else said of it.
     *
     * @param value the decimal digits of the value, in the indicator's unit
     * @return the baseline
     * @throws NumberFormatException when the text is no number
     */
    static Defined of(String value) {
        return of(Exact.of(value));
    }

    /**
     * Returns a baseline with a value and nothing else said of it.
     *
     * @param value the value, in the indicator's unit
     * @return the baseline
     */
    static Defined of(long value) {
        return of(Exact.of(value));
    }

    /**
     * Returns a baseline with a value and nothing else said of it.
     *
     * @param value the value, in the indicator's unit, exactly as a database has it
     * @return the baseline
     */
    static Defined of(BigDecimal value) {
        return of(Exact.of(requireNonNull(value, "value")));
    }

    /**
     * Returns a baseline that nobody knows, which is a finding of its own.
     *
     * @return the baseline
     */
    static Undefined unknown() {
        return new Undefined(Optional.empty());
    }

    /**
     * Returns what was remarked on the baseline.
     *
     * @return the remark, if there is one
     */
    Optional<String> note();

    /**
     * Treats the two cases of a baseline apart.
     *
     * @param ifDefined what to do with a value
     * @param ifUndefined what to do without one
     * @param <T> the type of the result
     * @return the result of the case that applies
     */
    <T> T fold(Function<? super Defined, ? extends T> ifDefined, Function<? super Undefined, ? extends T> ifUndefined);

    /**
     * A value to compare with.
     *
     * @param value the value, in {@code unit} or else the indicator's unit
     * @param period the time it was measured in, such as {@code 2025-07/2025-12}; it may overlap the reviewed months
     * @param method how it was obtained, such as the median of delivered tickets
     * @param definition how it was measured; a reading under another definition is not comparable
     * @param unit the unit it was given in, where that is said
     * @param note a remark
     */
    record Defined(
            Exact value,
            Optional<String> period,
            Optional<String> method,
            Optional<String> definition,
            Optional<Unit> unit,
            Optional<String> note)
            implements Baseline {

        /** Checks that there is a value. {@inheritDoc} */
        public Defined {
            requireNonNull(value, "value");
        }

        /**
         * Returns the baseline with the time it was measured in.
         *
         * @param text the period, such as {@code 2025-07/2025-12}
         * @return the same baseline, with the period
         */
        public Defined during(String text) {
            return new Defined(value, Optional.of(requireNonNull(text, "text")), method, definition, unit, note);
        }

        /**
         * Returns the baseline with the way it was obtained.
         *
         * @param text the method, such as the median of delivered tickets
         * @return the same baseline, with the method
         */
        public Defined obtainedBy(String text) {
            return new Defined(value, period, Optional.of(requireNonNull(text, "text")), definition, unit, note);
        }

        /**
         * Returns the baseline with a remark.
         *
         * @param text the remark
         * @return the same baseline, with the remark
         */
        public Defined noted(String text) {
            return new Defined(value, period, method, definition, unit, Optional.of(requireNonNull(text, "text")));
        }

        /**
         * Returns the baseline with the way it was measured.
         *
         * @param text the definition
         * @return the same baseline, with the definition
         */
        public Defined definedAs(String text) {
            return new Defined(value, period, method, Optional.of(requireNonNull(text, "text")), unit, note);
        }

        /**
         * Returns the baseline with another value.
         *
         * @param other the value
         * @param in the unit it is in; nothing for the indicator's
         * @return the same baseline, with the value
         */
        public Defined valued(Exact other, Optional<Unit> in) {
            return new Defined(other, period, method, definition, requireNonNull(in, "in"), note);
        }

        @Override
        public <T> T fold(
                Function<? super Defined, ? extends T> ifDefined,
                Function<? super Undefined, ? extends T> ifUndefined) {
            return ifDefined.apply(this);
        }
    }

    /**
     * Said to be unknown: a finding of its own.
     *
     * @param note a remark
     */
    record Undefined(Optional<String> note) implements Baseline {

        /**
         * Returns the baseline with a remark.
         *
         * @param text the remark
         * @return the same baseline, with the remark
         */
        public Undefined noted(String text) {
            return new Undefined(Optional.of(text));
        }

        @Override
        public <T> T fold(
                Function<? super Defined, ? extends T> ifDefined,
                Function<? super Undefined, ? extends T> ifUndefined) {
            return ifUndefined.apply(this);
        }
    }
}
