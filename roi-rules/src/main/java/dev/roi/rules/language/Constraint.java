package dev.roi.rules.language;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison of one property of a fact. {@link #test} is the one place that decides whether it holds: what runs rules,
 * explains them, measures their coverage or checks them asks it.
 *
 * <p>Equal where it asks for the same, wherever it stands. Immutable and safe for use by several threads.
 */
public final class Constraint implements Item {

    private final Field field;
    private final Operator operator;
    private final List<String> words;
    private final Optional<Expression> expression;
    private final Optional<ThresholdId> limit;
    private final Place place;
    private final Set<Object> named;

    private Constraint(
            Field field, Operator operator, List<String> words, Optional<Expression> expression, Place place) {
        this.field = requireNonNull(field, "field");
        this.operator = requireNonNull(operator, "operator");
        this.words = List.copyOf(words);
        this.expression = expression;
        this.limit =
                expression.filter(Expression.Limit.class::isInstance).map(one -> ((Expression.Limit) one).threshold());
        this.place = place;
        Set<Object> values = new HashSet<>();
        words.forEach(word -> field.value(word).ifPresent(values::add));
        this.named = Set.copyOf(values);
    }

    /**
     * Compares a property with words.
     *
     * @param field the property; it holds no number
     * @param operator how it is compared; none that orders numbers
     * @param words the words of a list, or one word; {@code true} and {@code false} for a flag
     * @param place where the comparison stands
     * @return the comparison
     */
    public static Constraint withWords(Field field, Operator operator, List<String> words, Place place) {
        if (words.isEmpty() || operator.orders()) {
            throw new IllegalArgumentException("words (%s) cannot be compared by (%s)".formatted(words, operator));
        }
        return new Constraint(field, operator, words, Optional.empty(), place);
    }

    /**
     * Compares a number with a threshold.
     *
     * @param field the property; it holds a number
     * @param operator how it is compared
     * @param limit the threshold
     * @param place where the comparison stands
     * @return the comparison
     */
    public static Constraint withLimit(Field field, Operator operator, ThresholdId limit, Place place) {
        return withExpression(field, operator, new Expression.Limit(limit), place);
    }

    /**
     * Compares a property with what a rule works out, or with what a condition before gave a name.
     *
     * @param field the property; it holds a number, or a word where the other is the name of a word
     * @param operator how it is compared
     * @param expression what it is compared with
     * @param place where the comparison stands
     * @return the comparison
     */
    public static Constraint withExpression(Field field, Operator operator, Expression expression, Place place) {
        return new Constraint(field, operator, List.of(), Optional.of(expression), place);
    }

    /**
     * Returns the same comparison by another operator.
     *
     * @param other the operator
     * @return the comparison
     */
    public Constraint by(Operator other) {
        return new Constraint(field, other, words, expression, place);
    }

    /**
     * Returns the same comparison of a property of another type of facts.
     *
     * @param other a property that holds the same kind of thing
     * @return the comparison
     */
    Constraint of(Field other) {
        return new Constraint(other, operator, words, expression, place);
    }

    /**
     * Tells whether it compares with words or one threshold, and so by itself.
     *
     * @return whether it looks at nothing else
     */
    public boolean isPlain() {
        return expression.isEmpty() || limit.isPresent();
    }

    /**
     * Returns what is compared.
     *
     * @return the property
     */
    public Field field() {
        return field;
    }

    /**
     * Returns how it is compared.
     *
     * @return the operator
     */
    public Operator operator() {
        return operator;
    }

    /**
     * Returns the words that it is compared with.
     *
     * @return the words of a list, or one word; none where it is compared with a threshold
     */
    public List<String> words() {
        return words;
    }

    /**
     * Returns the threshold that it is compared with.
     *
     * @return the threshold, if it is one
     */
    public Optional<ThresholdId> limit() {
        return limit;
    }

    /**
     * Returns what it is compared with, where that is no word.
     *
     * @return the threshold, the name of something else, or what is worked out from such
     */
    public Optional<Expression> expression() {
        return expression;
    }

    /**
     * Returns where it stands.
     *
     * @return the place in the rule file
     */
    public Place place() {
        return place;
    }

    /**
     * Tells whether it says which fact is meant, rather than asking something of it.
     *
     * @return whether it names an indicator, a block, a kind of month, a dimension or a part
     */
    public boolean isNaming() {
        return switch (field.kind()) {
            case INDICATOR, BLOCK, MONTH_KIND, NAME, THRESHOLD -> true;
            case WORD -> field.name().equals("dimension");
            case NUMBER, FLAG -> false;
        };
    }

    /**
     * Returns the one thing that the property must be, where a fact can be looked up by that.
     *
     * @return what the property holds in every fact that meets the comparison; nothing where it may hold several
     */
    public Optional<Object> key() {
        return among().filter(one -> one.size() == 1)
                .flatMap(one -> one.stream().findFirst());
    }

    /**
     * Returns the few things that the property must be one of.
     *
     * @return what the property holds in every fact that meets the comparison; nothing where it may hold anything else
     */
    public Optional<Set<Object>> among() {
        return expression.isEmpty() && operator.isPositive() ? Optional.of(named) : Optional.empty();
    }

    /**
     * Tells whether it holds where the property is a word.
     *
     * @param word the word, as rule files write it
     * @return whether it may; true where it compares with no words
     */
    public boolean admits(String word) {
        return words.isEmpty() || words.contains(word) == operator.isPositive();
    }

    @Override
    public boolean test(Fact fact, Bindings bindings, Question question) {
        if (limit.isPresent()) {
            return field.of(fact) instanceof Figure held
                    ? test(held, bindings.limit(limit.get()), question)
                    : field.number(fact)
                            .filter(given -> test(given, bindings.limit(limit.get()), question))
                            .isPresent();
        }
        if (expression.isEmpty()) {
            return named.contains(field.of(fact)) == operator.isPositive();
        }
        if (field.kind() == FieldKind.NUMBER) {
            return field.number(fact)
                    .flatMap(held -> expression
                            .get()
                            .value(bindings, question)
                            .filter(other -> Span.of(held, question).test(operator, other, question)))
                    .isPresent();
        }
        Object other = bindings.word(((Expression.Named) expression.get()).name());
        return field.of(fact).equals(other) == operator.isPositive();
    }

    /** One threshold is most of what rules compare with, and so spared the general way. */
    private boolean test(Figure held, Exact against, Question question) {
        return switch (question) {
            case AS_MEASURED ->
                held.isBound()
                        ? isSurelyMet(operator, held, against)
                        : operator.isMetBy(held.estimate().compareTo(against));
            case SURELY -> isSurelyMet(operator, held, against);
            case POSSIBLY -> !isSurelyMet(operator.opposite(), held, against);
        };
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        expression.stream().flatMap(Expression::parts).forEach(part -> {
            if (part instanceof Expression.Named name) {
                names.add(name.name());
            }
        });
        return names;
    }

    @Override
    public Stream<Expression> expressions() {
        return field.kind() == FieldKind.NUMBER ? expression.stream() : Stream.of();
    }

    @Override
    public Stream<Constraint> constraints() {
        return Stream.of(this);
    }

    /** Either end decides for what orders; what is equal is so everywhere only where there is one number. */
    private static boolean isSurelyMet(Operator operator, Figure figure, Exact against) {
        int least = figure.least().compareTo(against);
        int most = figure.most().compareTo(against);
        return switch (operator) {
            case BELOW, AT_MOST, ABOVE, AT_LEAST, EQUAL, IN -> operator.isMetBy(least) && operator.isMetBy(most);
            case NOT_EQUAL, NOT_IN -> least > 0 || most < 0;
        };
    }

    /**
     * Writes the comparison as a rule file does, with the name of the threshold in the place of its value.
     *
     * @return the comparison on one line
     */
    @Override
    public String toString() {
        return "%s %s %s"
                .formatted(
                        field.name(),
                        operator.sign(),
                        expression.map(Object::toString).orElseGet(this::writtenWords));
    }

    private String writtenWords() {
        String written = words.stream()
                .map(word -> field.kind() == FieldKind.FLAG ? word : "\"%s\"".formatted(word))
                .collect(Collectors.joining(", "));
        return operator == Operator.IN || operator == Operator.NOT_IN ? "( %s )".formatted(written) : written;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constraint that
                && field == that.field
                && operator == that.operator
                && words.equals(that.words)
                && expression.equals(that.expression);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * field.hashCode() + operator.hashCode()) + words.hashCode() + expression.hashCode();
    }
}
