package dev.roi.governance.scenario;

import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.AnyOf;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Exists;
import dev.roi.rules.language.Expression;
import dev.roi.rules.language.Expression.Arithmetic;
import dev.roi.rules.language.Expression.Sign;
import dev.roi.rules.language.ForAll;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Not;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every small change of what a rule has beyond single comparisons: an alternative left out, what has to exist or not turned
 * round, another number worked out of many, a comparison of what was worked out, and a sign of arithmetic.
 */
final class NestedChanges {

    private NestedChanges() {}

    /**
     * Something with one small change.
     *
     * @param before what was changed, as a rule file writes it
     * @param after what it was changed into
     * @param now the whole
     */
    record Changed<T>(String before, String after, T now) {

        <U> Changed<U> within(Function<T, U> whole) {
            return new Changed<>(before, after, whole.apply(now));
        }
    }

    static List<Changed<List<Element>>> of(List<Element> elements) {
        return each(elements, NestedChanges::of).toList();
    }

    /** One of several changed, and the others as they are. */
    private static <T> Stream<Changed<List<T>>> each(
            List<? extends T> all, Function<T, Stream<? extends Changed<? extends T>>> change) {
        List<Changed<List<T>>> changed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int at = i;
            change.apply(all.get(i)).forEach(one -> {
                List<T> others = new ArrayList<>(all);
                others.set(at, one.now());
                changed.add(new Changed<>(one.before(), one.after(), List.copyOf(others)));
            });
        }
        return changed.stream();
    }

    private static <T, U extends T> Changed<T> turned(Object before, U after) {
        return new Changed<>(before.toString(), after.toString(), after);
    }

    private static Stream<Changed<Element>> of(Element element) {
        if (element instanceof Condition condition) {
            return Stream.concat(
                    condition.presence() == Presence.ABSENT
                            ? Stream.of(turned(condition, condition.being(Presence.PRESENT)))
                            : Stream.of(),
                    each(condition.items(), NestedChanges::of).map(one -> one.within(condition::with)));
        }
        if (element instanceof Not not) {
            return Stream.concat(
                    Stream.of(turned(not, new Exists(not.elements(), not.place()))),
                    each(not.elements(), NestedChanges::of).map(one -> one.within(all -> new Not(all, not.place()))));
        }
        if (element instanceof Exists exists) {
            return Stream.concat(
                    Stream.of(turned(exists, new Not(exists.elements(), exists.place()))),
                    each(exists.elements(), NestedChanges::of)
                            .map(one -> one.within(all -> new Exists(all, exists.place()))));
        }
        if (element instanceof ForAll all) {
            return Stream.of(turned(all, new Not(List.of(all), all.place())));
        }
        return element instanceof Either either ? of(either) : of((Accumulate) element);
    }

    private static Stream<Changed<Element>> of(Either either) {
        List<Changed<Element>> changed = new ArrayList<>();
        for (int i = 0; i < either.branches().size(); i++) {
            List<List<Element>> others = new ArrayList<>(either.branches());
            List<Element> gone = others.remove(i);
            changed.add(new Changed<>(
                    "or " + gone.stream().map(Object::toString).collect(Collectors.joining(" and ")),
                    "",
                    new Either(others, either.place())));
        }
        return Stream.concat(
                changed.stream(),
                NestedChanges.<List<Element>>each(either.branches(), branch -> each(branch, NestedChanges::of))
                        .map(one -> one.within(branches -> new Either(branches, either.place()))));
    }

    private static Stream<Changed<Element>> of(Accumulate accumulate) {
        Stream<Changed<Element>> source = each(accumulate.source(), NestedChanges::of)
                .map(one -> one.within(
                        all -> new Accumulate(all, accumulate.results(), accumulate.asked(), accumulate.place())));
        Stream<Changed<Element>> results = NestedChanges.<Accumulate.Result>each(
                        accumulate.results(),
                        result -> other(result.function()).stream()
                                .map(function ->
                                        turned(result, new Accumulate.Result(result.name(), function, result.over()))))
                .map(one -> one.within(
                        all -> new Accumulate(accumulate.source(), all, accumulate.asked(), accumulate.place())));
        Stream<Changed<Element>> asked = NestedChanges.<Relation>each(accumulate.asked(), NestedChanges::of)
                .map(one -> one.within(
                        all -> new Accumulate(accumulate.source(), accumulate.results(), all, accumulate.place())));
        return Stream.concat(source, Stream.concat(results, asked));
    }

    private static Optional<Accumulate.Function> other(Accumulate.Function function) {
        return switch (function) {
            case COUNT -> Optional.empty();
            case SUM -> Optional.of(Accumulate.Function.AVERAGE);
            case AVERAGE -> Optional.of(Accumulate.Function.SUM);
            case MIN -> Optional.of(Accumulate.Function.MAX);
            case MAX -> Optional.of(Accumulate.Function.MIN);
        };
    }

    /** A comparison that stands by itself is changed with the others of its rule; here is what it is made of. */
    private static Stream<Changed<Item>> of(Item item) {
        if (item instanceof AnyOf any) {
            return NestedChanges.<Item>each(any.items(), NestedChanges::compared)
                    .map(one -> one.within(AnyOf::new));
        }
        if (item instanceof Relation relation) {
            return of(relation).map(one -> one.within(changed -> changed));
        }
        return item instanceof Constraint constraint ? calculated(constraint) : Stream.of();
    }

    private static Stream<Changed<Item>> compared(Item item) {
        return item instanceof Constraint constraint
                ? Stream.concat(
                        others(constraint.operator()).map(other -> turned(constraint, constraint.by(other))),
                        calculated(constraint))
                : of(item);
    }

    private static Stream<Changed<Item>> calculated(Constraint constraint) {
        return constraint.expression().stream()
                .flatMap(NestedChanges::of)
                .map(one -> one.within(other -> Constraint.withExpression(
                        constraint.field(), constraint.operator(), other, constraint.place())));
    }

    private static Stream<Changed<Relation>> of(Relation relation) {
        return Stream.of(
                        others(relation.operator())
                                .map(other -> turned(
                                        relation,
                                        new Relation(relation.left(), other, relation.right(), relation.place()))),
                        of(relation.left())
                                .map(one -> one.within(other ->
                                        new Relation(other, relation.operator(), relation.right(), relation.place()))),
                        of(relation.right())
                                .map(one -> one.within(other ->
                                        new Relation(relation.left(), relation.operator(), other, relation.place()))))
                .flatMap(changes -> changes);
    }

    /** The comparison turned round and, where it orders numbers, with its limit taken in or left out. */
    private static Stream<Operator> others(Operator operator) {
        return operator.orders()
                ? Stream.of(operator.opposite(), Mutants.beside(operator))
                : Stream.of(operator.opposite());
    }

    private static Stream<Changed<Expression>> of(Expression expression) {
        if (!(expression instanceof Arithmetic sum)) {
            return Stream.of();
        }
        Sign other = switch (sum.sign()) {
            case PLUS -> Sign.MINUS;
            case MINUS -> Sign.PLUS;
            case TIMES -> Sign.OVER;
            case OVER -> Sign.TIMES;
        };
        return Stream.of(
                        Stream.<Changed<Expression>>of(
                                turned(sum, new Arithmetic(other, sum.left(), sum.right(), sum.factor()))),
                        of(sum.left())
                                .map(one -> one.<Expression>within(
                                        left -> new Arithmetic(sum.sign(), left, sum.right(), sum.factor()))),
                        of(sum.right())
                                .map(one -> one.<Expression>within(
                                        right -> new Arithmetic(sum.sign(), sum.left(), right, sum.factor()))))
                .flatMap(changes -> changes);
    }
}
