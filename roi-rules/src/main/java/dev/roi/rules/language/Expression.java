package dev.roi.rules.language;

import dev.roi.core.Exact;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.Question;
import java.util.Optional;
import java.util.stream.Stream;

/** A number that a rule works out: a threshold, a name that a condition before gave, or what is made of such. */
public sealed interface Expression {

    /**
     * Works the number out.
     *
     * @param bindings the values of thresholds and names
     * @param question what is asked of numbers that are not certain
     * @return where it lies; nothing where there is no such number, as there is none over 0
     */
    Optional<Span> value(Bindings bindings, Question question);

    /**
     * Returns this expression and all that it is made of.
     *
     * @return the expressions, the outermost first
     */
    Stream<Expression> parts();

    /**
     * A threshold.
     *
     * @param threshold its name
     */
    record Limit(ThresholdId threshold) implements Expression {

        @Override
        public Optional<Span> value(Bindings bindings, Question question) {
            return Optional.of(Span.of(bindings.limit(threshold)));
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of(this);
        }

        @Override
        public String toString() {
            return threshold.value();
        }
    }

    /**
     * What a condition before gave a name.
     *
     * @param name the name, such as {@code $cost}
     */
    record Named(String name) implements Expression {

        @Override
        public Optional<Span> value(Bindings bindings, Question question) {
            return bindings.number(name, question);
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.of(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Two numbers made into one.
     *
     * @param sign how
     * @param left the one
     * @param right the other
     * @param factor what the outcome is multiplied with, since a percentage counts as its share
     */
    record Arithmetic(Sign sign, Expression left, Expression right, Exact factor) implements Expression {

        @Override
        public Optional<Span> value(Bindings bindings, Question question) {
            return left.value(bindings, question)
                    .flatMap(one -> right.value(bindings, question).flatMap(other -> sign.of(one, other)))
                    .map(outcome -> factor.equals(Exact.ONE) ? outcome : outcome.times(Span.of(factor)));
        }

        @Override
        public Stream<Expression> parts() {
            return Stream.concat(Stream.of(this), Stream.concat(left.parts(), right.parts()));
        }

        @Override
        public String toString() {
            return "( %s %s %s )".formatted(left, sign.sign(), right);
        }
    }

    /** How two numbers are made into one. */
    enum Sign {
        /** Their sum. */
        PLUS("+"),
        /** Their difference. */
        MINUS("-"),
        /** Their product. */
        TIMES("*"),
        /** The first over the second. */
        OVER("/");

        private final String sign;

        Sign(String sign) {
            this.sign = sign;
        }

        /**
         * Returns the sign that rule files use.
         *
         * @return the sign
         */
        public String sign() {
            return sign;
        }

        private Optional<Span> of(Span one, Span other) {
            return switch (this) {
                case PLUS -> Optional.of(one.plus(other));
                case MINUS -> Optional.of(one.plus(other.negated()));
                case TIMES -> Optional.of(one.times(other));
                case OVER -> other.inverse().map(one::times);
            };
        }
    }
}
