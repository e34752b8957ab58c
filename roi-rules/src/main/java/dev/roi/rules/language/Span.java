package dev.roi.rules.language;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.Question;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a number lies, ends included, as far as a rule can work it out.
 *
 * @param least the least that it may be; nothing where it may be anything below
 * @param most the most that it may be; nothing where it may be anything above
 * @param isKnown whether there surely is such a number
 */
public record Span(Optional<Exact> least, Optional<Exact> most, boolean isKnown) {

    private static final Span ANYTHING = new Span(Optional.empty(), Optional.empty(), true);

    /** Checks the order. {@inheritDoc} */
    public Span {
        requireNonNull(least, "least");
        if (least.isPresent() && most.isPresent() && least.get().isAbove(most.get())) {
            throw new IllegalArgumentException("least (%s) is above most (%s)".formatted(least, most));
        }
    }

    /**
     * Returns a number that is certain.
     *
     * @param number the number
     * @return the span, which is that number
     */
    public static Span of(Exact number) {
        return of(number, number);
    }

    /**
     * Returns a number between two.
     *
     * @param least the least that it may be
     * @param most the most that it may be
     * @return the span
     */
    public static Span of(Exact least, Exact most) {
        return new Span(Optional.of(least), Optional.of(most), true);
    }

    /**
     * Returns where a number of a fact lies.
     *
     * @param figure the number
     * @param question what is asked of it
     * @return what was measured, or all that it may be; of a bound the latter in any case
     */
    public static Span of(Figure figure, Question question) {
        return question == Question.AS_MEASURED && !figure.isBound()
                ? of(figure.estimate())
                : of(figure.least(), figure.most());
    }

    /**
     * Tells whether a comparison holds.
     *
     * @param operator how the two are compared
     * @param other the other
     * @param question what is asked
     * @return whether it does, wherever the two lie, or somewhere where they may lie
     */
    public boolean test(Operator operator, Span other, Question question) {
        return switch (question) {
            case SURELY, AS_MEASURED -> isKnown && other.isKnown && isMetEverywhere(operator, other);
            case POSSIBLY -> !isMetEverywhere(operator.opposite(), other);
        };
    }

    private boolean isMetEverywhere(Operator operator, Span other) {
        return switch (operator) {
            case BELOW, AT_MOST -> isMet(operator, most, other.least);
            case ABOVE, AT_LEAST -> isMet(operator, least, other.most);
            case EQUAL, IN -> isMet(operator, least, other.most) && isMet(operator, most, other.least);
            case NOT_EQUAL, NOT_IN ->
                isMet(Operator.BELOW, most, other.least) || isMet(Operator.ABOVE, least, other.most);
        };
    }

    private static boolean isMet(Operator operator, Optional<Exact> one, Optional<Exact> other) {
        return one.isPresent()
                && other.isPresent()
                && operator.isMetBy(one.get().compareTo(other.get()));
    }

    /**
     * Tells whether a number may be the one.
     *
     * @param number the number
     * @return whether it lies within
     */
    public boolean contains(Exact number) {
        return least.filter(number::isBelow).isEmpty()
                && most.filter(number::isAbove).isEmpty();
    }

    /** Writes the number, or its two ends with two full stops between; an end that is open is left out. */
    @Override
    public String toString() {
        return least.equals(most)
                ? least.map(Exact::toString).orElse("..")
                : least.map(Exact::toString).orElse("") + ".."
                        + most.map(Exact::toString).orElse("");
    }

    Span plus(Span other) {
        return new Span(
                least.flatMap(one -> other.least.map(one::plus)),
                most.flatMap(one -> other.most.map(one::plus)),
                isKnown && other.isKnown);
    }

    Span negated() {
        return new Span(most.map(Exact::negated), least.map(Exact::negated), isKnown);
    }

    Span times(Span other) {
        Span product = least.isEmpty() || most.isEmpty() || other.least.isEmpty() || other.most.isEmpty()
                ? (isZero() || other.isZero() ? of(Exact.ZERO) : ANYTHING)
                : around(
                        least.get().times(other.least.get()),
                        least.get().times(other.most.get()),
                        most.get().times(other.least.get()),
                        most.get().times(other.most.get()));
        return new Span(product.least, product.most, isKnown && other.isKnown);
    }

    /** One over it: nothing where it is 0, and anything where it may be 0. */
    Optional<Span> inverse() {
        if (isZero()) {
            return Optional.empty();
        }
        boolean isAbove = least.filter(end -> end.signum() > 0).isPresent();
        boolean isBelow = most.filter(end -> end.signum() < 0).isPresent();
        if (!isAbove && !isBelow) {
            return Optional.of(new Span(Optional.empty(), Optional.empty(), false));
        }
        // the far end of what is open is near 0 when it is turned over
        Exact one = least.map(Exact.ONE::dividedBy).orElse(Exact.ZERO);
        Exact other = most.map(Exact.ONE::dividedBy).orElse(Exact.ZERO);
        Span around = around(one, other);
        return Optional.of(new Span(around.least, around.most, isKnown));
    }

    private boolean isZero() {
        return least.filter(Exact::isZero).isPresent()
                && most.filter(Exact::isZero).isPresent();
    }

    private static Span around(Exact... numbers) {
        return of(
                Stream.of(numbers).min(Exact::compareTo).orElseThrow(),
                Stream.of(numbers).max(Exact::compareTo).orElseThrow());
    }
}
