package dev.roi.rules.whatif;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Limits;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Bindings;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Item;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What conditions see of facts: months that look the same to every condition are decided alike. What was seen of a fact is
 * remembered, since most facts are those of the trial before. For use by one thread.
 */
final class Sight {

    private static final List<Question> QUESTIONS = List.of(Question.values());

    private final Map<FactType, List<Watched>> watched = new EnumMap<>(FactType.class);
    private final List<Condition> joined;
    private final Bindings limits;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final IdentityHashMap<Fact, BitSet> met = new IdentityHashMap<>();
    private final IdentityHashMap<Fact, BitSet> glances = new IdentityHashMap<>();

    Sight(List<Condition> conditions, Limits limits) {
        this(conditions, List.of(), limits);
    }

    /** Of facts that are joined or counted all is seen, for any of it may count. */
    Sight(List<Condition> conditions, List<Condition> joined, Limits limits) {
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            watched.computeIfAbsent(condition.type(), none -> new ArrayList<>())
                    .add(new Watched(i, condition.tested()));
        }
        this.joined = joined;
        this.limits = Bindings.of(limits);
    }

    /** What a condition tests, and its number. */
    private record Watched(int condition, List<Item> tested) {}

    /** A condition and a question that a fact meets. */
    private record Glance(int met, String identity) {}

    /** Which fact meets which condition. */
    BitSet of(List<Fact> facts) {
        BitSet seen = new BitSet();
        for (Fact fact : facts) {
            seen.or(glances.computeIfAbsent(fact, this::glances));
        }
        return seen;
    }

    private BitSet glances(Fact fact) {
        BitSet glances = new BitSet();
        BitSet met = met(fact);
        if (!met.isEmpty()) {
            String identity = identity(fact);
            met.stream().forEach(some -> glances.set(number(new Glance(some, identity))));
        }
        if (joined.stream().anyMatch(condition -> mayBeAbout(condition, fact))) {
            glances.set(number(fact));
        }
        return glances;
    }

    private int number(Object seen) {
        return numbers.computeIfAbsent(seen, none -> numbers.size());
    }

    private boolean mayBeAbout(Condition condition, Fact fact) {
        return condition.type() == fact.type()
                && condition.naming().allMatch(constraint -> constraint.test(fact, limits, Question.POSSIBLY));
    }

    /** Which conditions some facts meet, whichever they are: from {@link #first} of a condition on, by question. */
    BitSet numbered(List<Fact> facts, Predicate<Fact> counted) {
        BitSet seen = new BitSet();
        for (Fact fact : facts) {
            if (counted.test(fact)) {
                seen.or(met.computeIfAbsent(fact, this::met));
            }
        }
        return seen;
    }

    /** The number of a condition's first question. */
    static int first(int condition) {
        return condition * QUESTIONS.size();
    }

    private BitSet met(Fact fact) {
        BitSet seen = new BitSet();
        for (Watched some : watched.getOrDefault(fact.type(), List.of())) {
            for (int question = 0; question < QUESTIONS.size(); question++) {
                if (isMet(some, fact, QUESTIONS.get(question))) {
                    seen.set(first(some.condition()) + question);
                }
            }
        }
        return seen;
    }

    private boolean isMet(Watched some, Fact fact, Question question) {
        for (Item item : some.tested()) {
            if (!item.test(fact, limits, question)) {
                return false;
            }
        }
        return true;
    }

    /** What tells facts apart that meet the same condition; what is uncertain may leave a limit undetermined. */
    private static String identity(Fact fact) {
        if (fact instanceof Fact.Block block) {
            return block.id().value();
        }
        if (!(fact instanceof Fact.OfIndicator about)) {
            return "";
        }
        String name = about.indicator().value() + (fact.type().isUncertain(fact) ? "~" : "");
        if (fact instanceof Fact.Part part) {
            return "%s/%s/%s".formatted(name, part.dimension(), part.name());
        }
        return fact instanceof Fact.Latest latest
                ? "%s/%s/%s".formatted(name, latest.stale(), latest.afterUnknown())
                : name;
    }
}
