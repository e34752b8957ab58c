package dev.roi.benchmarks.peers;

import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Operator;
import dev.roi.rules.policy.Policy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Conditions as functions of Java, for engines that are given those. */
final class Tests {

    private Tests() {}

    /** Returns what a field's value has to be. */
    static Predicate<Object> value(Policy policy, Constraint constraint) {
        if (constraint.limit().isPresent()) {
            BigDecimal limit = policy.limit(constraint.limit().get()).comparable();
            return switch (constraint.operator()) {
                case BELOW -> value -> ((BigDecimal) value).compareTo(limit) < 0;
                case AT_MOST -> value -> ((BigDecimal) value).compareTo(limit) <= 0;
                case ABOVE -> value -> ((BigDecimal) value).compareTo(limit) > 0;
                case AT_LEAST -> value -> ((BigDecimal) value).compareTo(limit) >= 0;
                case EQUAL, IN -> value -> ((BigDecimal) value).compareTo(limit) == 0;
                case NOT_EQUAL, NOT_IN -> value -> ((BigDecimal) value).compareTo(limit) != 0;
            };
        }
        boolean wanted = constraint.operator() == Operator.EQUAL || constraint.operator() == Operator.IN;
        if (constraint.field().kind() == FieldKind.FLAG) {
            boolean flag = Boolean.parseBoolean(constraint.words().get(0)) == wanted;
            return value -> (Boolean) value == flag;
        }
        if (constraint.words().size() == 1) {
            String word = constraint.words().get(0);
            return wanted ? word::equals : value -> !word.equals(value);
        }
        Set<String> words = Set.copyOf(constraint.words());
        return wanted ? value -> words.contains((String) value) : value -> !words.contains((String) value);
    }

    /** Returns what a fact of the condition's type has to be, leaving out its name where that was looked up. */
    static Predicate<PlainFact> fact(Policy policy, Condition condition, boolean named) {
        Predicate<PlainFact> all = null;
        for (Constraint constraint : condition.constraints()) {
            if (named && isName(constraint)) {
                continue;
            }
            Function<PlainFact, Object> field =
                    PlainFacts.field(condition.type(), constraint.field().name());
            Predicate<Object> test = value(policy, constraint);
            Predicate<PlainFact> one = fact -> test.test(field.apply(fact));
            all = all == null ? one : all.and(one);
        }
        return all == null ? fact -> true : all;
    }

    /** Returns the names that a condition asks for, if it asks for any. */
    static Optional<List<String>> names(Condition condition) {
        return condition.constraints().stream()
                .filter(Tests::isName)
                .findFirst()
                .map(Constraint::words);
    }

    static boolean isName(Constraint constraint) {
        boolean names = switch (constraint.field().kind()) {
            case INDICATOR, MONTH_KIND -> true;
            case BLOCK -> constraint.field().name().equals("id");
            case THRESHOLD, WORD, NAME, NUMBER, FLAG -> false;
        };
        return names && (constraint.operator() == Operator.EQUAL || constraint.operator() == Operator.IN);
    }
}
