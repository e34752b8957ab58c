package dev.roi.governance.check;

import dev.roi.core.Effect;
import dev.roi.core.Message;
import dev.roi.governance.check.Domain.Words;
import dev.roi.governance.check.Knowledge.Way;
import dev.roi.governance.check.State.Asked;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Not;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.PolicyCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for conditions that hold silently for what is not known. */
final class UnknownCheck {

    /** Which field says whether there is such a fact at all. */
    private static final Map<FactType, String> PRESENCE = Map.of(
            FactType.READING, States.KNOWN,
            FactType.PART, States.KNOWN,
            FactType.LATEST, States.EVER,
            FactType.COMPARISON, States.COMPARED,
            FactType.CHANGE, States.GROWN);

    private static final Set<String> UNTOLD = Set.of("undetermined", "not-comparable", "none");

    private final Knowledge knowledge;
    private final Doubts doubts;

    UnknownCheck(Knowledge knowledge, Doubts doubts) {
        this.knowledge = knowledge;
        this.doubts = doubts;
    }

    void check(List<RuleWorlds> rules) {
        for (RuleWorlds rule : rules) {
            if (!knowledge.judges(rule.rule())) {
                continue;
            }
            for (int i = 0; i < rule.rule().conditions().size(); i++) {
                Condition condition = rule.rule().conditions().get(i);
                if (condition.presence() == Presence.ABSENT) {
                    negation(rule, condition);
                } else {
                    comparisons(rule, condition, i);
                }
            }
        }
    }

    /** In a portfolio, too, there is no reading of what a scope does not know. */
    void checkPortfolio(List<Rule> rules) {
        for (Rule rule : rules) {
            rule.elements().stream()
                    .flatMap(UnknownCheck::negated)
                    .filter(condition -> condition.type() == FactType.SCOPE_READING && condition.names("value"))
                    .filter(condition -> !isKnownBesides(rule, condition))
                    .forEach(condition -> doubts.add(
                            PolicyCode.TRUE_FOR_UNKNOWN,
                            condition.place(),
                            Message.of(
                                    "rule `%s`: `not %s` holds too where nothing is known of %s.",
                                    rule.id(),
                                    condition.type().word(),
                                    condition
                                            .key()
                                            .map(key -> Message.of("`%s`", key))
                                            .orElse(Message.of("an indicator"))),
                            Message.of("Ask for the reading of the scope as well: a `ScopeReading` without `value`.")));
        }
    }

    private static Stream<Condition> negated(Element element) {
        if (element instanceof Not not) {
            return not.elements().size() == 1 ? not.conditions() : Stream.of();
        }
        return element instanceof Condition condition && condition.presence() == Presence.ABSENT
                ? Stream.of(condition)
                : Stream.of();
    }

    /** Tells whether the rule asks elsewhere for a reading of the indicator, or of any. */
    private static boolean isKnownBesides(Rule rule, Condition negated) {
        return rule.allConditions()
                .filter(other -> other.type() == FactType.SCOPE_READING && !other.equals(negated))
                .anyMatch(other -> other.key().isEmpty()
                        || negated.key().isEmpty()
                        || other.key().equals(negated.key()));
    }

    private void negation(RuleWorlds rule, Condition condition) {
        String presence = PRESENCE.get(condition.type());
        if (presence != null) {
            unknown(rule, condition, presence);
        } else if (condition.type() == FactType.BLOCK || condition.type() == FactType.TREND) {
            untold(rule, condition);
        }
    }

    /** A fact about an indicator is missing too where the indicator is not known. */
    private void unknown(RuleWorlds rule, Condition condition, String presence) {
        for (Way way : knowledge.ways(condition, Knowledge.ANY_POSITION)) {
            Subject indicator = Subject.indicator(way.subject().name());
            boolean isEverThere = !knowledge.initial(indicator).is(presence, Words.FALSE);
            boolean holds = rule.worlds().stream()
                    .map(world -> world.state(indicator, knowledge))
                    .anyMatch(state -> !state.is(presence, Words.TRUE) && !state.is(States.KNOWN, Words.FALSE));
            if (isEverThere && holds && !isAsked(rule, indicator)) {
                doubts.add(
                        PolicyCode.TRUE_FOR_UNKNOWN,
                        condition.place(),
                        Message.of(
                                "rule `%s`: `not %s` holds too where nothing is known of %s.",
                                rule.rule().id(), condition.type().word(), indicator),
                        Message.of(
                                "Say what is meant: ask for what is known, such as `%s( indicator == \"%s\" )`, or for"
                                        + " `Unknown( indicator == \"%s\" )`.",
                                condition.type() == FactType.PART
                                        ? "Reading"
                                        : condition.type().word(),
                                indicator.name(),
                                indicator.name()));
                return;
            }
        }
    }

    /** Tells whether the rule asks elsewhere that the indicator not be unknown. */
    private boolean isAsked(RuleWorlds rule, Subject indicator) {
        return RuleWorlds.absent(rule.rule()).stream()
                .filter(other -> other.type() == FactType.UNKNOWN)
                .flatMap(other -> knowledge.ways(other, Knowledge.ANY_POSITION).stream())
                .filter(way -> way.subject().equals(indicator))
                .anyMatch(way ->
                        way.ofSubject().stream().allMatch(asked -> asked.field().equals(States.KNOWN)));
    }

    /**
     * A block is undetermined, too, when it is not improved. Where a rule adjusts or blocks, that is the careful side; a
     * rule that stops, supports or remarks has to say it.
     */
    private void untold(RuleWorlds rule, Condition condition) {
        Effect effect = rule.rule().consequence().effect();
        if (effect == Effect.ADJUST || effect == Effect.BLOCKS_EXTEND) {
            return;
        }
        for (Way way : knowledge.ways(condition, Knowledge.ANY_POSITION)) {
            for (Asked asked : way.ofSubject()) {
                boolean holds = asked.domain() instanceof Words words
                        && UNTOLD.stream().noneMatch(words.words()::contains)
                        && rule.worlds().stream()
                                .map(world ->
                                        world.state(way.subject(), knowledge).field(asked.field()))
                                .anyMatch(UnknownCheck::mayBeUntoldOrTold);
                if (holds) {
                    doubts.add(
                            PolicyCode.TRUE_FOR_UNKNOWN,
                            condition.place(),
                            Message.of(
                                    "rule `%s`: `not %s` holds too where `%s` of %s is `undetermined`.",
                                    rule.rule().id(), condition.type().word(), asked.field(), way.subject()),
                            Message.of("Name the words that are meant, in a condition without `not`."));
                    return;
                }
            }
        }
    }

    private static boolean mayBeUntoldOrTold(Domain domain) {
        Set<String> words = ((Words) domain).words();
        return words.stream().anyMatch(UNTOLD::contains) && !UNTOLD.containsAll(words);
    }

    /** What is not worse may be undetermined. */
    private void comparisons(RuleWorlds rule, Condition condition, int position) {
        for (Constraint constraint : condition.constraints()) {
            boolean isNegation =
                    constraint.operator() == Operator.NOT_EQUAL || constraint.operator() == Operator.NOT_IN;
            boolean isOfUnknown = condition.type() == FactType.UNKNOWN
                    || constraint.field().words().stream().noneMatch(UNTOLD::contains);
            if (isNegation && !isOfUnknown) {
                untold(rule, condition, position, constraint);
            }
        }
    }

    private void untold(RuleWorlds rule, Condition condition, int position, Constraint constraint) {
        String field = constraint.field().name();
        Set<String> untold = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        for (Way way : knowledge.ways(condition, position)) {
            for (World world : rule.worlds()) {
                if (world.states().containsKey(way.subject())) {
                    Words words = (Words) world.state(way.subject(), knowledge).field(field);
                    words.words().forEach(word -> (UNTOLD.contains(word) ? untold : told).add(word));
                }
            }
        }
        if (!untold.isEmpty() && !told.isEmpty()) {
            doubts.add(
                    PolicyCode.TRUE_FOR_UNKNOWN,
                    constraint.place(),
                    Message.of(
                            "rule `%s`: this holds too where `%s` is %s.",
                            rule.rule().id(),
                            field,
                            Message.either(untold.stream()
                                    .map(word -> Message.of("`%s`", word))
                                    .toList())),
                    Message.of("Name the words that are meant, such as `%s`.", meant(field, told)));
        }
    }

    private static String meant(String field, Set<String> words) {
        Optional<String> only = words.size() == 1 ? words.stream().findFirst() : Optional.empty();
        return only.map(word -> "%s == \"%s\"".formatted(field, word))
                .orElseGet(() -> "%s in ( %s )"
                        .formatted(
                                field,
                                words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "))));
    }
}
