package dev.roi.governance.check;

import dev.roi.core.Exact;
import dev.roi.core.Language;
import dev.roi.core.Localized;
import dev.roi.core.Message;
import dev.roi.core.Range;
import dev.roi.rules.language.Operator;
import java.util.Optional;

/**
 * Numbers from one end to another.
 *
 * @param lower where it begins; open where there is no such end
 * @param upper where it ends; open where there is no such end
 */
record Interval(Optional<End> lower, Optional<End> upper) implements Localized {

    static final Interval ANY = new Interval(Optional.empty(), Optional.empty());

    /** An end, and whether it belongs to the interval. */
    record End(Exact at, Ownership ownership) {
        boolean isIncluded() {
            return ownership == Ownership.INCLUDED;
        }
    }

    enum Ownership {
        INCLUDED,
        EXCLUDED
    }

    static Interval of(Range range) {
        return new Interval(
                range.least().map(end -> new End(end, Ownership.INCLUDED)),
                range.most().map(end -> new End(end, Ownership.INCLUDED)));
    }

    /** Returns the numbers that meet a comparison; all of them for one that leaves out a single number. */
    static Interval of(Operator operator, Exact limit) {
        Optional<End> included = Optional.of(new End(limit, Ownership.INCLUDED));
        Optional<End> excluded = Optional.of(new End(limit, Ownership.EXCLUDED));
        return switch (operator) {
            case EQUAL, IN -> new Interval(included, included);
            case BELOW -> new Interval(Optional.empty(), excluded);
            case AT_MOST -> new Interval(Optional.empty(), included);
            case ABOVE -> new Interval(excluded, Optional.empty());
            case AT_LEAST -> new Interval(included, Optional.empty());
            case NOT_EQUAL, NOT_IN -> ANY;
        };
    }

    Interval and(Interval other) {
        return new Interval(
                compareLower(lower, other.lower) >= 0 ? lower : other.lower,
                compareUpper(upper, other.upper) <= 0 ? upper : other.upper);
    }

    boolean isEmpty() {
        if (lower.isEmpty() || upper.isEmpty()) {
            return false;
        }
        int order = lower.get().at().compareTo(upper.get().at());
        return order > 0
                || (order == 0 && !(lower.get().isIncluded() && upper.get().isIncluded()));
    }

    /** Tells whether all of it lies in another one. */
    boolean within(Interval other) {
        return isEmpty() || (compareLower(lower, other.lower) >= 0 && compareUpper(upper, other.upper) <= 0);
    }

    boolean contains(Exact number) {
        return Interval.of(Operator.EQUAL, number).within(this);
    }

    /** Returns the only number it holds, if it is only one. */
    Optional<Exact> single() {
        return lower.isPresent()
                        && upper.isPresent()
                        && !isEmpty()
                        && lower.get().at().equals(upper.get().at())
                ? Optional.of(lower.get().at())
                : Optional.empty();
    }

    /** Returns the whole numbers in it, as an interval whose ends are whole and belong to it. */
    Interval whole() {
        return new Interval(
                lower.map(end -> new End(
                        end.isIncluded() ? ceiling(end.at()) : floor(end.at()).plus(Exact.ONE), Ownership.INCLUDED)),
                upper.map(end -> new End(
                        end.isIncluded() ? floor(end.at()) : ceiling(end.at()).minus(Exact.ONE), Ownership.INCLUDED)));
    }

    private static Exact floor(Exact number) {
        Exact near = Exact.of(number.rounded(0));
        return near.isAbove(number) ? near.minus(Exact.ONE) : near;
    }

    private static Exact ceiling(Exact number) {
        return floor(number.negated()).negated();
    }

    /** Orders by where intervals begin. */
    static int compareLower(Optional<End> one, Optional<End> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        int order = one.get().at().compareTo(other.get().at());
        return order != 0
                ? order
                : Boolean.compare(other.get().isIncluded(), one.get().isIncluded());
    }

    /** Orders by where intervals end. */
    static int compareUpper(Optional<End> one, Optional<End> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(other.isPresent(), one.isPresent());
        }
        int order = one.get().at().compareTo(other.get().at());
        return order != 0
                ? order
                : Boolean.compare(one.get().isIncluded(), other.get().isIncluded());
    }

    /** Says which numbers they are, such as {@code 30 to below 40}. */
    @Override
    public String in(Language language) {
        return words().in(language);
    }

    private Message words() {
        if (single().isPresent()) {
            return Message.of("exactly %s", single().get());
        }
        if (lower.isPresent() && upper.isPresent()) {
            return Message.of("%s to %s", begin(lower.get()), finish(upper.get()));
        }
        if (lower.isPresent()) {
            return lower.get().isIncluded()
                    ? Message.of("%s or more", lower.get().at())
                    : begin(lower.get());
        }
        if (upper.isPresent()) {
            return upper.get().isIncluded()
                    ? Message.of("%s or less", upper.get().at())
                    : finish(upper.get());
        }
        return Message.of("any number");
    }

    private static Message begin(End end) {
        return end.isIncluded() ? Message.of("%s", end.at()) : Message.of("above %s", end.at());
    }

    private static Message finish(End end) {
        return end.isIncluded() ? Message.of("%s", end.at()) : Message.of("below %s", end.at());
    }

    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
