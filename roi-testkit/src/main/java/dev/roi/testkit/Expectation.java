package dev.roi.testkit;

import dev.roi.core.Exact;
import dev.roi.core.LeverId;
import dev.roi.core.Nearest;
import dev.roi.core.RuleId;
import dev.roi.rules.policy.Policy;
import java.util.List;
import java.util.stream.Stream;

/** What a test expects of a decision besides the decision itself. Import its factories statically. Immutable. */
public final class Expectation {

    private final Kind kind;
    private final List<String> words;

    private Expectation(Kind kind, List<String> words) {
        this.kind = kind;
        this.words = words;
    }

    /**
     * Expects rules to fire.
     *
     * @param rules their names
     * @return the expectation
     */
    public static Expectation because(String... rules) {
        return new Expectation(Kind.BECAUSE, List.of(rules));
    }

    /**
     * Expects rules to stay silent.
     *
     * @param rules their names
     * @return the expectation
     */
    public static Expectation notBecause(String... rules) {
        return new Expectation(Kind.NOT_BECAUSE, List.of(rules));
    }

    /**
     * Expects exactly these levers.
     *
     * @param levers their names, in any order; none where nothing is to be adjusted
     * @return the expectation
     */
    public static Expectation pulling(String... levers) {
        return new Expectation(Kind.PULLING, List.of(levers));
    }

    /**
     * Expects a headline, word for word, in the policy's first language.
     *
     * @param words the headline
     * @return the expectation
     */
    public static Expectation headline(String words) {
        return new Expectation(Kind.HEADLINE, List.of(words));
    }

    /**
     * Expects a rule to fire and to work a number out, or to fire through an alternative.
     *
     * @param rule its name
     * @param name the name that the rule gives to what it works out by {@code accumulate}, such as {@code $n}; or {@code or},
     *     and {@code or-2} for the second {@code or} of the rule
     * @param number the number; of an {@code or} which alternative holds, from 1 on
     * @return the expectation
     * @throws NumberFormatException when it is no decimal
     */
    public static Expectation saw(String rule, String name, String number) {
        return new Expectation(Kind.SAW, List.of(rule, name, Exact.of(number).toString()));
    }

    Kind kind() {
        return kind;
    }

    List<String> words() {
        return words;
    }

    /** Refuses names that the policy does not have, which would otherwise be expected for ever, or never. */
    void check(Policy policy) {
        List<String> known = switch (kind) {
            case HEADLINE -> words;
            case SAW ->
                Stream.concat(
                                policy.rules().keySet().stream().map(RuleId::value),
                                words.stream().skip(1))
                        .toList();
            case PULLING -> policy.levers().stream().map(LeverId::value).toList();
            case BECAUSE, NOT_BECAUSE ->
                policy.rules().keySet().stream().map(RuleId::value).toList();
        };
        for (String word : words) {
            if (!known.contains(word)) {
                throw new IllegalArgumentException("no %s (%s). %s"
                        .formatted(kind == Kind.PULLING ? "lever" : "rule", word, Nearest.suggest(word, known)));
            }
        }
    }

    /** What kind of thing is expected. */
    enum Kind {
        /** Rules that fire. */
        BECAUSE,
        /** Rules that stay silent. */
        NOT_BECAUSE,
        /** Levers. */
        PULLING,
        /** What a rule worked out. */
        SAW,
        /** The headline. */
        HEADLINE
    }
}
