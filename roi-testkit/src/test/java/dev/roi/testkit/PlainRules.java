package dev.roi.testkit;

import dev.roi.core.Exact;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What rules mean, worked out by holding every fact against every condition: the second opinion on what Drools finds. */
final class PlainRules {

    private PlainRules() {}

    static List<Finding> run(Policy policy, List<Fact> facts) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : policy.rules().values()) {
            List<List<Fact>> matches = List.of(List.of());
            for (Condition condition : rule.conditions()) {
                boolean isAsked = condition.presence() == Presence.PRESENT;
                Question question = isAsked ? rule.question() : rule.question().negated();
                List<Fact> found = facts.stream()
                        .filter(fact -> fact.type() == condition.type())
                        .filter(fact -> condition.constraints().stream()
                                .allMatch(constraint -> holds(policy, fact, constraint, question)))
                        .toList();
                if (isAsked) {
                    matches = matches.stream()
                            .flatMap(match -> found.stream().map(fact -> with(match, fact)))
                            .toList();
                } else if (!found.isEmpty()) {
                    matches = List.of();
                }
            }
            matches.forEach(match -> findings.add(new Finding(rule, match)));
        }
        return findings;
    }

    private static List<Fact> with(List<Fact> match, Fact fact) {
        List<Fact> longer = new ArrayList<>(match);
        longer.add(fact);
        return longer;
    }

    /** By words and signs, and not by what the rules are compiled to. */
    private static boolean holds(Policy policy, Fact fact, Constraint constraint, Question question) {
        if (constraint.limit().isPresent()) {
            Optional<Figure> given = constraint.field().number(fact);
            if (given.isEmpty()) {
                return false;
            }
            Figure held = given.get();
            Exact limit = policy.limit(constraint.limit().get());
            String sign = constraint.operator().sign();
            boolean mayBeLimit = !held.least().isAbove(limit) && !held.most().isBelow(limit);
            return switch (question) {
                case AS_MEASURED -> holds(held.estimate(), sign, limit);
                case SURELY ->
                    holds(held.least(), sign, limit)
                            && holds(held.most(), sign, limit)
                            && !(mayBeLimit && sign.equals("!="));
                case POSSIBLY ->
                    holds(held.least(), sign, limit)
                            || holds(held.most(), sign, limit)
                            || (mayBeLimit && sign.equals("=="));
            };
        }
        boolean isNamed = constraint.words().contains(constraint.field().text(fact));
        boolean isAskedFor = List.of("==", "in").contains(constraint.operator().sign());
        return isNamed == isAskedFor;
    }

    private static boolean holds(Exact held, String sign, Exact limit) {
        return switch (sign) {
            case "<" -> held.isBelow(limit);
            case "<=" -> !held.isAbove(limit);
            case ">" -> held.isAbove(limit);
            case ">=" -> !held.isBelow(limit);
            case "==" -> held.equals(limit);
            default -> !held.equals(limit);
        };
    }
}
