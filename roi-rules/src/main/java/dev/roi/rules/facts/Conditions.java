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
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The conditions of a policy's rules, numbered from 0 on and made ready to be held against facts. Conditions that ask for
 * the same have one number, whichever rule they stand in, and whether it asks for presence or absence.
 *
 * <p>Conditions are looked up by the first word that they ask for, in the order of their type's fields, of which the first
 * says what a fact is about. Immutable and safe for use by several threads.
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
     * @param facts the facts of one scope and month
     * @return what they meet
     */
    public Met metBy(List<Fact> facts) {
        Met met = new Met(size());
        for (Fact fact : facts) {
            OfType ofType = types.get(fact.type());
            if (ofType != null) {
                for (Lookup lookup : ofType.lookups) {
                    Ready[] named = lookup.byWord.get((String) fact.field(lookup.position));
                    if (named != null) {
                        add(named, fact, met);
                    }
                }
                if (ofType.unnamed.length > 0) {
                    add(ofType.unnamed, fact, met);
                }
            }
        }
        return met;
    }

    private static void add(Ready[] conditions, Fact fact, Met met) {
        for (Ready condition : conditions) {
            if (condition.isMetBy(fact)) {
                met.add(condition.number, fact);
            }
        }
    }

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

        private final SortedMap<Integer, Map<String, List<Ready>>> byPosition = new TreeMap<>();
        private final List<Ready> others = new ArrayList<>();
        private Lookup[] lookups = {};
        private Ready[] unnamed = NONE;

        void add(Policy policy, Condition condition, int number) {
            Optional<Constraint> naming = naming(condition);
            List<Test> tests = new ArrayList<>();
            for (Constraint constraint : condition.constraints()) {
                if (!naming.equals(Optional.of(constraint))) {
                    tests.add(Test.of(policy, position(condition, constraint), constraint));
                }
            }
            Collections.reverse(tests); // what is written last is the most special, and met least often
            Ready ready = new Ready(number, tests.toArray(Test[]::new));
            if (naming.isEmpty()) {
                others.add(ready);
                return;
            }
            Map<String, List<Ready>> byWord =
                    byPosition.computeIfAbsent(position(condition, naming.get()), any -> new HashMap<>());
            for (String word : new LinkedHashSet<>(naming.get().words())) {
                byWord.computeIfAbsent(own(policy, word), any -> new ArrayList<>())
                        .add(ready);
            }
        }

        private static Optional<Constraint> naming(Condition condition) {
            Optional<Constraint> first = Optional.empty();
            for (Constraint constraint : condition.constraints()) {
                if (names(constraint)
                        && (first.isEmpty() || position(condition, constraint) < position(condition, first.get()))) {
                    first = Optional.of(constraint);
                }
            }
            return first;
        }

        /** The policy's own text of a name, if there is one: facts have the same, which is found without comparing it. */
        private static String own(Policy policy, String word) {
            return policy.indicators()
                    .named(word)
                    .map(indicator -> indicator.id().value())
                    .orElse(word);
        }

        /** A flag tells too little to look anything up by it. */
        private static boolean names(Constraint constraint) {
            return constraint.limit().isEmpty()
                    && constraint.field().kind() != FieldKind.FLAG
                    && (constraint.operator() == Operator.EQUAL || constraint.operator() == Operator.IN);
        }

        private static int position(Condition condition, Constraint constraint) {
            return condition.type().position(constraint.field().name());
        }

        void finish() {
            List<Lookup> ready = new ArrayList<>();
            byPosition.forEach((position, byWord) -> ready.add(Lookup.of(position, byWord)));
            lookups = ready.toArray(Lookup[]::new);
            unnamed = others.toArray(Ready[]::new);
        }
    }

    /** Conditions by the word that they ask for in one field. */
    private record Lookup(int position, Map<String, Ready[]> byWord) {

        static Lookup of(int position, Map<String, List<Ready>> conditions) {
            Map<String, Ready[]> byWord = new HashMap<>();
            conditions.forEach((word, ofWord) -> byWord.put(word, ofWord.toArray(Ready[]::new)));
            return new Lookup(position, byWord);
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
            List<String> words = constraint.words();
            boolean among = switch (constraint.operator()) {
                case EQUAL, IN -> true;
                case NOT_EQUAL, NOT_IN -> false;
                case BELOW, AT_MOST, ABOVE, AT_LEAST ->
                    throw new IllegalStateException("words have no order: %s".formatted(words));
            };
            if (constraint.field().kind() == FieldKind.FLAG) {
                return new WithFlag(position, words.contains("true") == among, words.contains("false") == among);
            }
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

    private record WithFlag(int position, boolean byTrue, boolean byFalse) implements Test {

        @Override
        public boolean isMetBy(Fact fact) {
            return (boolean) fact.field(position) ? byTrue : byFalse;
        }
    }

    private record WithWord(int position, boolean same, String word) implements Test {

        @Override
        public boolean isMetBy(Fact fact) {
            return word.equals(fact.field(position)) == same;
        }
    }

    private record WithWords(int position, boolean among, Set<String> words) implements Test {

        @Override
        public boolean isMetBy(Fact fact) {
            return words.contains((String) fact.field(position)) == among;
        }
    }
}
