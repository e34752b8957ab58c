package dev.roi.testkit;

import dev.roi.core.Exact;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** What rules mean, worked out by holding every fact against every condition: the second opinion on what Drools finds. */
final class PlainRules {

    private PlainRules() {}

    static List<Finding> run(Policy policy, List<Fact> facts) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : policy.rules().values()) {
            List<List<Fact>> matches = List.of(List.of());
            for (Condition condition : rule.conditions()) {
                List<Fact> found = facts.stream()
                        .filter(fact -> fact.type() == condition.type())
                        .filter(fact -> condition.constraints().stream()
                                .allMatch(constraint -> holds(policy, fact, constraint)))
                        .toList();
                if (condition.presence() == Presence.PRESENT) {
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
    private static boolean holds(Policy policy, Fact fact, Constraint constraint) {
        if (constraint.limit().isPresent()) {
            Exact held = ((Figure) constraint.field().of(fact)).estimate();
            Exact limit = policy.limit(constraint.limit().get());
            return switch (constraint.operator().sign()) {
                case "<" -> held.isBelow(limit);
                case "<=" -> !held.isAbove(limit);
                case ">" -> held.isAbove(limit);
                case ">=" -> !held.isBelow(limit);
                case "==" -> held.equals(limit);
                default -> !held.equals(limit);
            };
        }
        boolean isNamed = constraint.words().contains(constraint.field().text(fact));
        boolean isAskedFor = List.of("==", "in").contains(constraint.operator().sign());
        return isNamed == isAskedFor;
    }
}
