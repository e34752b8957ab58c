package dev.roi.rules.facts;

import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.FactType.FieldKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Constraint;
import dev.roi.rules.policy.Rule.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions of a policy's rules, numbered from 0 on and made ready to be held against facts. Conditions that ask for
 * the same have one number, whichever rule they stand in, and whether it asks for presence or absence.
 *
 * <p>Conditions are looked up by the first field of their type, which says what a fact is about, wherever they name it.
 * Immutable and safe for use by several threads.
 */
public final class Conditions {

    private final Map<Asked, Integer> numbers = new LinkedHashMap<>();
    private final Map<FactType, OfType> types = new EnumMap<>(FactType.class);

    /**
     * Makes the conditions of a policy ready.
     *
     * @param policy the policy
     */
    public Conditions(Policy policy) {
        for (Rule rule : policy.rules().values()) {
            for (Condition condition : rule.conditions()) {
                int number = numbers.size();
                if (numbers.putIfAbsent(Asked.of(condition), number) == null) {
                    types.computeIfAbsent(condition.type(), type -> new OfType())
                            .add(policy, condition, number);
                }
            }
        }
        types.values().forEach(OfType::finish);
    }

    /**
     * Returns how many conditions there are.
     *
     * @return one more than the greatest number
     */
    public int size() {
        return numbers.size();
    }

    /**
     * Returns the number of a condition.
     *
     * @param condition a condition of the policy
     * @return its number
     * @throws IllegalArgumentException when no rule of the policy asks for that
     */
    public int number(Condition condition) {
        Integer number = numbers.get(Asked.of(condition));
        if (number == null) {
            throw new IllegalArgumentException("no rule asks for (%s)".formatted(condition));
        }
        return number;
    }

    /**
     * Holds facts against all conditions.
     *
     * @param facts the facts
     * @return each fact with the number of each condition that it meets, in the order of the facts; most meet none
     */
    public List<Met> metBy(List<Fact> facts) {
        List<Met> met = new ArrayList<>();
        for (Fact fact : facts) {
            OfType ofType = types.get(fact.type());
            if (ofType != null) {
                ofType.add(fact, met);
            }
        }
        return met;
    }

    /**
     * A condition that a fact meets.
     *
     * @param condition the condition's number
     * @param fact the fact
     */
    public record Met(int condition, Fact fact) {}

    /** What a condition asks for, wherever it stands. */
    private record Asked(FactType type, List<Question> questions) {

        static Asked of(Condition condition) {
            return new Asked(
                    condition.type(),
                    condition.constraints().stream()
                            .map(constraint -> new Question(
                                    constraint.field().name(),
                                    constraint.operator(),
                                    constraint.words(),
                                    constraint.limit().map(Object::toString)))
                            .toList());
        }

        private record Question(String field, Operator operator, List<String> words, Optional<String> limit) {}
    }

    /** The conditions that ask for facts of one type. */
    private static final class OfType {

        private static final Ready[] NONE = {};

        private final Map<Object, List<Ready>> byName = new HashMap<>();
        private final Map<Object, Ready[]> named = new HashMap<>();
        private final List<Ready> others = new ArrayList<>();
        private Ready[] unnamed = NONE;

        void add(Policy policy, Condition condition, int number) {
            List<Test> tests = new ArrayList<>();
            Set<String> names = new LinkedHashSet<>();
            for (Constraint constraint : condition.constraints()) {
                int position = condition.type().position(constraint.field().name());
                if (names.isEmpty() && position == 0 && names(constraint.operator())) {
                    names.addAll(constraint.words());
                } else {
                    tests.add(Test.of(policy, position, constraint));
                }
            }
            Ready ready = new Ready(number, tests.toArray(Test[]::new));
            if (names.isEmpty()) {
                others.add(ready);
            }
            names.forEach(name ->
                    byName.computeIfAbsent(name, any -> new ArrayList<>()).add(ready));
        }

        private static boolean names(Operator operator) {
            return operator == Operator.EQUAL || operator == Operator.IN;
        }

        void finish() {
            byName.forEach((name, conditions) -> named.put(name, conditions.toArray(Ready[]::new)));
            unnamed = others.toArray(Ready[]::new);
        }

        void add(Fact fact, List<Met> met) {
            add(unnamed, fact, met);
            if (!named.isEmpty()) {
                Ready[] conditions = named.get(fact.field(0));
                if (conditions != null) {
                    add(conditions, fact, met);
                }
            }
        }

        private static void add(Ready[] conditions, Fact fact, List<Met> met) {
            for (Ready condition : conditions) {
                if (condition.isMetBy(fact)) {
                    met.add(new Met(condition.number, fact));
                }
            }
        }
    }

    /** A condition, without what it was looked up by. */
    private static final class Ready {

        private final int number;
        private final Test[] tests;

        Ready(int number, Test[] tests) {
            this.number = number;
            this.tests = tests;
        }

        boolean isMetBy(Fact fact) {
            for (Test test : tests) {
                if (!test.isMetBy(fact)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A comparison of one field. */
    private interface Test {

        boolean isMetBy(Fact fact);

        static Test of(Policy policy, int position, Constraint constraint) {
            return constraint
                    .limit()
                    .<Test>map(limit -> new WithNumber(position, constraint.operator(), policy.comparable(limit)))
                    .orElseGet(() -> ofWords(position, constraint));
        }

        private static Test ofWords(int position, Constraint constraint) {
            boolean flag = constraint.field().kind() == FieldKind.FLAG;
            List<Object> words = constraint.words().stream()
                    .map(word -> flag ? (Object) Boolean.valueOf(word) : word)
                    .toList();
            boolean among = switch (constraint.operator()) {
                case EQUAL, IN -> true;
                case NOT_EQUAL, NOT_IN -> false;
                case BELOW, AT_MOST, ABOVE, AT_LEAST ->
                    throw new IllegalStateException("words have no order: %s".formatted(words));
            };
            return words.size() == 1
                    ? new WithWord(position, among, words.get(0))
                    : new WithWords(position, among, Set.copyOf(words));
        }
    }

    private record WithNumber(int position, Operator operator, BigDecimal limit) implements Test {

        @Override
        public boolean isMetBy(Fact fact) {
            return operator.isMetBy(((BigDecimal) fact.field(position)).compareTo(limit));
        }
    }

    /** A flag is a word, too. */
    private record WithWord(int position, boolean same, Object word) implements Test {

        @Override
        public boolean isMetBy(Fact fact) {
            return word.equals(fact.field(position)) == same;
        }
    }

    private record WithWords(int position, boolean among, Set<Object> words) implements Test {

        @Override
        public boolean isMetBy(Fact fact) {
            return words.contains(fact.field(position)) == among;
        }
    }
}
