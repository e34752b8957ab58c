package dev.roi.rules;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Justification;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.rules.Reasons.Reason;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Rule.Standing;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Settles the decision by the policy's precedence, and says it. */
final class Recommender {

    private static final RuleId NO_RULE = new RuleId("no-rule");

    private final Policy policy;
    private final Sentences sentences;

    Recommender(Policy policy, Sentences sentences) {
        this.policy = policy;
        this.sentences = sentences;
    }

    /** Reasons come in the policy's order. */
    Recommendation recommend(List<Reason> reasons) {
        Decision decision = decide(policy, reasons.stream().map(Reason::rule).toList());
        List<Justification> justifications = justifications(reasons);
        List<LeverId> levers = levers(policy, reasons.stream().map(Reason::rule).toList());
        return new Recommendation(decision, headline(decision, reasons), levers, justifications);
    }

    /** Says what comes of the rules that speak, without words. */
    static Verdict verdict(Policy policy, List<Finding> findings) {
        List<Rule> rules = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            rules.add(finding.rule());
        }
        return new Verdict(decide(policy, rules), levers(policy, rules), findings);
    }

    private static List<LeverId> levers(Policy policy, List<Rule> rules) {
        Set<LeverId> pulled = new HashSet<>();
        for (Rule rule : rules) {
            rule.consequence().lever().ifPresent(pulled::add);
        }
        List<LeverId> levers = new ArrayList<>(policy.levers());
        levers.retainAll(pulled);
        return levers;
    }

    /** Settles the decision by the rules that speak, whatever their reasons are in words. */
    static Decision decide(Policy policy, List<Rule> rules) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        for (Rule rule : rules) {
            effects.add(rule.consequence().effect());
        }
        for (Decision candidate : policy.precedence()) {
            if (applies(candidate, effects)) {
                return candidate;
            }
        }
        return Decision.MAINTAIN;
    }

    private static boolean applies(Decision decision, Set<Effect> effects) {
        return switch (decision) {
            case STOP -> effects.contains(Effect.STOP);
            case ADJUST -> effects.contains(Effect.ADJUST);
            case EXTEND -> effects.contains(Effect.SUPPORTS) && noneSpeaksAgainstExtending(effects);
            case MAINTAIN -> true;
        };
    }

    private static Predicate<Reason> has(Effect effect) {
        return reason -> reason.rule().consequence().effect() == effect;
    }

    private static boolean speaksAgainstExtending(Reason reason) {
        return speaksAgainstExtending(reason.rule().consequence().effect());
    }

    private static boolean noneSpeaksAgainstExtending(Set<Effect> effects) {
        for (Effect effect : effects) {
            if (speaksAgainstExtending(effect)) {
                return false;
            }
        }
        return true;
    }

    private static boolean speaksAgainstExtending(Effect effect) {
        return switch (effect) {
            case STOP, ADJUST, BLOCKS_EXTEND -> true;
            case SUPPORTS, NOTE -> false;
        };
    }

    private String headline(Decision decision, List<Reason> reasons) {
        if (isMerelyBlocked(decision, reasons)) {
            return say(Phrase.DECISION_EXTEND_BLOCKED, first(reasons, Recommender::speaksAgainstExtending));
        }
        return switch (decision) {
            case STOP -> say(Phrase.DECISION_STOP, first(reasons, has(Effect.STOP)));
            case ADJUST -> say(Phrase.DECISION_ADJUST, first(reasons, has(Effect.ADJUST)));
            case EXTEND -> say(Phrase.DECISION_EXTEND, first(reasons, has(Effect.SUPPORTS)));
            case MAINTAIN ->
                say(
                        Phrase.DECISION_MAINTAIN,
                        first(reasons, Recommender::isNotEarned)
                                .or(() -> first(reasons, Recommender::speaksAgainstExtending)));
        };
    }

    private static Optional<Reason> first(List<Reason> reasons, Predicate<Reason> kind) {
        return reasons.stream().filter(kind).findFirst();
    }

    private String say(Phrase phrase, Optional<Reason> reason) {
        return sentences.phrase(
                phrase,
                Map.of(
                        "headline",
                        reason.map(Reason::headline).orElseGet(() -> sentences.phrase(Phrase.NO_RULE_HEADLINE))));
    }

    private static boolean isNotEarned(Reason reason) {
        return reason.rule().consequence().standing() == Standing.NOT_EARNED;
    }

    /** Tells whether nothing but a veto or an unknown stands between the scope and extending. */
    private static boolean isMerelyBlocked(Decision decision, List<Reason> reasons) {
        return (decision == Decision.MAINTAIN || decision == Decision.ADJUST)
                && reasons.stream().anyMatch(Recommender::speaksAgainstExtending)
                && reasons.stream().noneMatch(Recommender::isNotEarned)
                && reasons.stream().filter(has(Effect.ADJUST)).allMatch(Reason::restsOnUnknown);
    }

    private List<Justification> justifications(List<Reason> reasons) {
        List<Justification> justifications = new ArrayList<>();
        for (Reason reason : reasons) {
            Effect effect = reason.rule().consequence().effect();
            justifications.add(
                    justification(reason, effect, reason.rule().consequence().lever()));
            if (effect == Effect.STOP || effect == Effect.ADJUST) {
                justifications.add(justification(reason, Effect.BLOCKS_EXTEND, Optional.empty()));
            }
        }
        if (justifications.isEmpty()) {
            justifications.add(new Justification(
                    NO_RULE,
                    Effect.NOTE,
                    Optional.empty(),
                    policy.indicators().blocks().get(0).id(),
                    sentences.phrase(Phrase.NO_RULE_HEADLINE),
                    sentences.phrase(Phrase.NO_RULE_TEXT),
                    List.of()));
        }
        justifications.sort(Comparator.comparing(Justification::effect));
        return justifications;
    }

    private Justification justification(Reason reason, Effect effect, Optional<LeverId> lever) {
        return new Justification(
                reason.rule().id(),
                effect,
                lever.map(sentences::lever),
                reason.block(),
                reason.headline(),
                reason.text(),
                reason.evidence());
    }
}
