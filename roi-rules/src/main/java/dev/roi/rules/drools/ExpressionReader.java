package dev.roi.rules.drools;

import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.rules.language.Expression;
import dev.roi.rules.language.Expression.Arithmetic;
import dev.roi.rules.language.Expression.Limit;
import dev.roi.rules.language.Expression.Named;
import dev.roi.rules.language.Expression.Sign;
import dev.roi.rules.language.Quantity;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.RuleUnits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what a number is worked out from: names with {@code +}, {@code -}, {@code *}, {@code /} and brackets, and keeps
 * their units. For use by one thread.
 */
final class ExpressionReader {

    private final RuleFaults faults;
    private final RuleUnits units;

    /** Whether a threshold of the rule could not be read, so that any name may be its value's. */
    private boolean isUnsure;

    ExpressionReader(RuleFaults faults, RuleUnits units) {
        this.faults = faults;
        this.units = units;
    }

    /** From now on a name that is not known may be that of what could not be read. */
    void unsure() {
        isUnsure = true;
    }

    /**
     * What was read.
     *
     * @param expression the number
     * @param quantities what it may count; none where that is not known
     */
    record Worked(Expression expression, Set<Quantity> quantities) {}

    /** What is wrong with the way it is written. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;
    }

    /**
     * Reads an expression.
     *
     * @param tokens all that it is written with
     * @param scope the names it may use
     * @param place where it stands
     * @return what was read; nothing where something is wrong with it, which is said
     * @throws Unreadable when it is not written as one
     */
    Optional<Worked> read(List<Token> tokens, Scope scope, Place place) throws Unreadable {
        Cursor cursor = new Cursor(tokens, scope, place);
        Optional<Worked> worked = cursor.sum();
        if (cursor.next < tokens.size()) {
            throw new Unreadable();
        }
        return worked;
    }

    /** Reads a name alone. */
    Optional<Worked> name(String name, Scope scope, Place place) {
        Optional<Scope.Named> named = scope.find(name);
        if (named.isEmpty()) {
            unknown(name, scope, place);
            return Optional.empty();
        }
        if (named.get() instanceof Scope.OfThreshold threshold) {
            return Optional.of(new Worked(
                    new Limit(threshold.id()),
                    units.of(threshold.id()).map(Set::of).orElse(Set.of())));
        }
        if (named.get() instanceof Scope.OfResult result) {
            return Optional.of(new Worked(new Named(name), result.quantities()));
        }
        if (named.get() instanceof Scope.OfField property && property.isNumber()) {
            return Optional.of(new Worked(new Named(name), property.quantities()));
        }
        faults.add(
                PolicyCode.WRONG_COMPARISON,
                place,
                Message.of("`%s` is no number.", name),
                Optional.of(Message.of("Give a name to a number of the fact, such as `$cost : value`.")));
        return Optional.empty();
    }

    /** Says that a name is not known. */
    void unknown(String name, Scope scope, Place place) {
        if (isUnsure) {
            return;
        }
        if (scope.isHidden(name)) {
            faults.add(
                    PolicyCode.UNKNOWN_NAME,
                    place,
                    Message.of(
                            "`%s` is not seen here: it was given within `or`, `not`, `exists`, `forall` or `accumulate`.",
                            name),
                    Optional.of(Message.of("Give the name in a condition of its own, or compare where it was given.")));
            return;
        }
        faults.add(
                PolicyCode.UNKNOWN_NAME,
                place,
                Message.of("nothing above is called `%s`.", name),
                Optional.of(Nearest.didYouMean(name, scope.seen())
                        .orElse(Message.of(
                                "Ask for its threshold in a line above: "
                                        + "`Threshold( id == \"group.name\", %s : value )`.",
                                name))));
    }

    /** Checks that two numbers that are compared, added or subtracted count the same. */
    boolean countTheSame(Set<Quantity> one, Set<Quantity> other, String what, Place place) {
        if (one.isEmpty() || other.isEmpty()) {
            return true;
        }
        if (one.size() > 1 || other.size() > 1) {
            faults.add(
                    PolicyCode.OTHER_UNIT,
                    place,
                    Message.of(
                            "in `%s` stands a number that may be in %s.",
                            RuleFaults.shortened(what), written(one.size() > 1 ? one : other)),
                    Optional.of(Message.of("Name the indicator that it is of, such as `indicator == \"name\"`.")));
            return false;
        }
        if (!one.equals(other)) {
            boolean isShare = one.contains(Quantity.PERCENT) || other.contains(Quantity.PERCENT);
            faults.add(
                    PolicyCode.OTHER_UNIT,
                    place,
                    Message.of(
                            "in `%s` the one is in %s, and the other in %s.",
                            RuleFaults.shortened(what), written(one), written(other)),
                    Optional.of(
                            isShare
                                    ? Message.of(
                                            "A percentage is held against percentages; to take it of something, multiply, such as `$share * $whole`.")
                                    : Message.of("Only numbers in the same unit are compared, added and subtracted.")));
            return false;
        }
        return true;
    }

    private static String written(Set<Quantity> quantities) {
        return quantities.stream().map(Quantity::toString).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(" or "));
    }

    /** Goes through the tokens of one expression. */
    private final class Cursor {

        private final List<Token> tokens;
        private final Scope scope;
        private final Place place;
        private int next;

        Cursor(List<Token> tokens, Scope scope, Place place) {
            this.tokens = tokens;
            this.scope = scope;
            this.place = place;
        }

        private Optional<Sign> sign(Sign one, Sign other) {
            if (next < tokens.size() && tokens.get(next).kind() == Token.Kind.SIGN) {
                String text = tokens.get(next).text();
                for (Sign sign : List.of(one, other)) {
                    if (sign.sign().equals(text)) {
                        next++;
                        return Optional.of(sign);
                    }
                }
            }
            return Optional.empty();
        }

        Optional<Worked> sum() throws Unreadable {
            Optional<Worked> sum = product();
            for (Optional<Sign> sign = sign(Sign.PLUS, Sign.MINUS);
                    sign.isPresent();
                    sign = sign(Sign.PLUS, Sign.MINUS)) {
                sum = both(sign.get(), sum, product());
            }
            return sum;
        }

        private Optional<Worked> product() throws Unreadable {
            Optional<Worked> product = factor();
            for (Optional<Sign> sign = sign(Sign.TIMES, Sign.OVER);
                    sign.isPresent();
                    sign = sign(Sign.TIMES, Sign.OVER)) {
                product = both(sign.get(), product, factor());
            }
            return product;
        }

        private Optional<Worked> factor() throws Unreadable {
            if (next >= tokens.size()) {
                throw new Unreadable();
            }
            Token token = tokens.get(next++);
            switch (token.kind()) {
                case NAME -> {
                    return name(token.text(), scope, place);
                }
                case NUMBER -> {
                    faults.bareNumber(place, token.text());
                    return Optional.empty();
                }
                case SIGN -> {
                    if (token.text().equals("(")) {
                        Optional<Worked> inner = sum();
                        if (next < tokens.size() && tokens.get(next++).text().equals(")")) {
                            return inner;
                        }
                    }
                    throw new Unreadable();
                }
                case WORD -> {
                    faults.add(
                            PolicyCode.WRONG_COMPARISON,
                            place,
                            Message.of("`%s` has no name to calculate with.", token.text()),
                            Optional.of(
                                    Message.of("Give it one first, such as `$%s : %s`.", token.text(), token.text())));
                    return Optional.empty();
                }
                case TEXT -> throw new Unreadable();
            }
            throw new Unreadable();
        }

        private Optional<Worked> both(Sign sign, Optional<Worked> left, Optional<Worked> right) {
            if (left.isEmpty() || right.isEmpty()) {
                return Optional.empty();
            }
            Set<Quantity> one = left.get().quantities();
            Set<Quantity> other = right.get().quantities();
            String written = "%s %s %s"
                    .formatted(left.get().expression(), sign.sign(), right.get().expression());
            boolean isSum = sign == Sign.PLUS || sign == Sign.MINUS;
            boolean fit = isSum ? countTheSame(one, other, written, place) : areTold(one, other, written);
            if (!fit) {
                return Optional.empty();
            }
            Optional<Quantity> first = one.stream().findFirst();
            Optional<Quantity> second = other.stream().findFirst();
            boolean isKnown = first.isPresent() && second.isPresent();
            Exact factor = !isKnown || isSum
                    ? Exact.ONE
                    : sign == Sign.TIMES
                            ? first.get().factorTimes(second.get())
                            : first.get().factorOver(second.get());
            Set<Quantity> outcome = !isKnown
                    ? Set.of()
                    : switch (sign) {
                        case PLUS, MINUS -> Set.of(first.get());
                        case TIMES -> Set.of(first.get().times(second.get()));
                        case OVER -> Set.of(first.get().over(second.get()));
                    };
            return Optional.of(new Worked(
                    new Arithmetic(sign, left.get().expression(), right.get().expression(), factor), outcome));
        }

        private boolean areTold(Set<Quantity> one, Set<Quantity> other, String written) {
            return (one.size() <= 1 && other.size() <= 1) || countTheSame(one, other, written, place);
        }
    }
}
