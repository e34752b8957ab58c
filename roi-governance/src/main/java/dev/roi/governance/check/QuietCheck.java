package dev.roi.governance.check;

import dev.roi.core.Effect;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Message;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Exists;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.PolicyCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for alarms that go quiet when their figure is hidden: rules that stop or adjust on what is then not there. */
final class QuietCheck {

    private static final String STALE = "stale";
    private static final String MONTHS = "months";

    /** What makes an unknown indicator no cause for an alarm by itself. */
    private static final Set<String> INNOCENT = Set.of("not-due", "no-cases");

    private final IndicatorSet indicators;
    private final Doubts doubts;

    QuietCheck(IndicatorSet indicators, Doubts doubts) {
        this.indicators = indicators;
        this.doubts = doubts;
    }

    void check(List<Rule> rules) {
        for (Rule rule : rules) {
            Effect effect = rule.consequence().effect();
            if (effect == Effect.STOP || effect == Effect.ADJUST) {
                rule.elements().stream()
                        .flatMap(QuietCheck::asked)
                        .filter(condition -> goesQuiet(condition) && !isSaidOtherwise(condition, rule, rules))
                        .forEach(condition -> warn(rule, condition));
            }
        }
    }

    /** The conditions for which a fact has to be there. */
    private static Stream<Condition> asked(Element element) {
        if (element instanceof Condition condition) {
            return condition.presence() == Presence.PRESENT ? Stream.of(condition) : Stream.of();
        }
        if (element instanceof Exists exists) {
            return exists.elements().stream().flatMap(QuietCheck::asked);
        }
        if (element instanceof Either either) {
            return either.branches().stream().flatMap(List::stream).flatMap(QuietCheck::asked);
        }
        return element instanceof Accumulate accumulate
                ? accumulate.source().stream().flatMap(QuietCheck::asked)
                : Stream.of();
    }

    private static boolean goesQuiet(Condition condition) {
        FactType type = condition.type();
        return type == FactType.READING
                || type == FactType.HISTORY
                || (type.isFreshUnlessNamed() && !condition.names(STALE));
    }

    /** Tells whether, for every indicator that may be meant, the same is done where it is not known. */
    private boolean isSaidOtherwise(Condition condition, Rule rule, List<Rule> rules) {
        Effect effect = rule.consequence().effect();
        return indicators.indicators().stream()
                .filter(indicator -> condition.mayBeAbout(indicator))
                .allMatch(indicator -> isAsked(rule, indicator)
                        || rules.stream()
                                .filter(other -> other.consequence().effect() == effect
                                        || other.consequence().effect() == Effect.STOP)
                                .anyMatch(other -> saysUnknown(other, indicator)));
    }

    /** Tells whether the rule itself speaks where the indicator is not known, as another branch of it does. */
    private static boolean isAsked(Rule rule, Indicator indicator) {
        return rule.elements().stream()
                .filter(Either.class::isInstance)
                .flatMap(QuietCheck::asked)
                .anyMatch(condition -> condition.type() == FactType.UNKNOWN && condition.mayBeAbout(indicator));
    }

    private static boolean saysUnknown(Rule rule, Indicator indicator) {
        List<Element> elements = rule.elements();
        return elements.size() == 1
                && elements.get(0) instanceof Condition condition
                && condition.presence() == Presence.PRESENT
                && condition.type() == FactType.UNKNOWN
                && condition.isPlain()
                && condition.mayBeAbout(indicator)
                && condition.constraints().stream().allMatch(QuietCheck::isOfAnyUnknown);
    }

    private static boolean isOfAnyUnknown(Constraint constraint) {
        return switch (constraint.field().name()) {
            case "reason" -> !constraint.operator().isPositive() && INNOCENT.containsAll(constraint.words());
            case MONTHS, "baseline" -> false;
            default -> true;
        };
    }

    private void warn(Rule rule, Condition condition) {
        doubts.add(
                PolicyCode.GOES_QUIET,
                condition.place(),
                Message.of(
                        "rule `%s` goes quiet where a figure is hidden: `%s` is there only while it is known.",
                        rule.id(), condition.type().word()),
                switch (condition.type()) {
                    case READING -> Message.of("Write `Latest( … )`, which stays until it is measured again.");
                    case HISTORY ->
                        Message.of(
                                "Ask for `Latest( … )`, which stays until it is measured again; or let a rule speak of"
                                        + " `Unknown( … )` too.");
                    default ->
                        Message.of(
                                "Add `stale == true || stale == false`, so that what was known last counts until it is"
                                        + " measured again.");
                });
    }
}
