package dev.roi.rules.language;

import dev.roi.rules.facts.Fact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule that holds, and the facts that made it hold.
 *
 * @param rule the rule
 * @param asked the conditions that ask for a fact, of those that stand in nothing else or in the branch that held
 * @param facts one fact for each of these, in their order
 * @param counted the facts that it rests on without being about each: those that were counted, or all that there are of
 *     what has to exist
 * @param saw what it worked out by {@code accumulate}, by name, and which alternative of each {@code or} held, by
 *     {@link #alternative}
 */
public record Finding(Rule rule, List<Condition> asked, List<Fact> facts, List<Fact> counted, Map<String, Span> saw) {

    /** Copies the lists. {@inheritDoc} */
    public Finding {
        asked = List.copyOf(asked);
        facts = List.copyOf(facts);
        counted = List.copyOf(counted);
        saw = Collections.unmodifiableMap(new LinkedHashMap<>(saw));
    }

    /**
     * Makes a finding of a rule that has conditions only.
     *
     * @param rule the rule
     * @param facts one fact for each condition that asks for a fact, in the rule's order
     */
    public Finding(Rule rule, List<Fact> facts) {
        this(rule, rule.present().toList(), facts, List.of(), Map.of());
    }

    /**
     * Returns what says which alternative held, as a number from 1 on.
     *
     * @param position the position of the {@code or} among those of a rule that stand in nothing else, from 0 on
     * @return {@code or}, {@code or-2} and so on
     */
    public static String alternative(int position) {
        return position == 0 ? "or" : "or-" + (position + 1);
    }
}
