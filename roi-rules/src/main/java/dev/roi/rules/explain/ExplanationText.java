package dev.roi.rules.explain;

import dev.roi.core.Exact;
import dev.roi.core.RuleId;
import dev.roi.rules.explain.Explanation.Measured;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfCondition;
import dev.roi.rules.explain.Explanation.OfFact;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.explain.Explanation.Outcome;
import dev.roi.rules.policy.Rule.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Writes explanations for people, in the words of rule files; do not parse it. */
public final class ExplanationText {

    private static final int DECIMALS = 6;
    private static final int WIDTH = 80;
    private static final int INDENT = 11;

    /** How many of the facts that a condition looked at are shown among many rules. */
    private static final int FEW = 3;

    private ExplanationText() {}

    /**
     * Writes what happened to every rule: those that fired, those that nearly did, and the others. Of the facts that a
     * condition looked at, only those nearest to meeting it are shown.
     *
     * @param explanation the explanation
     * @return lines, each ended by a line feed
     */
    public static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        List<OfRule> near = explanation.nearlyFired();
        section(text, "Rules that fired", rules(explanation, rule -> rule.outcome() == Outcome.FIRED), FEW);
        section(text, "Rules that nearly fired, the nearest first", near, FEW);
        section(
                text,
                "Rules that stayed silent",
                rules(explanation, rule -> rule.outcome() == Outcome.SILENT && !near.contains(rule)),
                FEW);
        return text.toString();
    }

    /**
     * Writes what happened to some rules in full, then to those that fired, and to those that nearly did.
     *
     * @param explanation the explanation
     * @param named the rules to write in full, and first; those that the policy does not have are left out
     * @return lines, each ended by a line feed
     */
    public static String of(Explanation explanation, Collection<RuleId> named) {
        StringBuilder text = new StringBuilder();
        Predicate<OfRule> others = rule -> !named.contains(rule.rule());
        List<OfRule> first = rules(explanation, others.negate());
        List<OfRule> fired = rules(explanation, others.and(rule -> rule.outcome() == Outcome.FIRED));
        List<OfRule> near = explanation.nearlyFired().stream().filter(others).toList();
        section(text, "Rules in question", first, Integer.MAX_VALUE);
        section(text, first.isEmpty() ? "Rules that fired" : "Other rules that fired", fired, FEW);
        section(text, "Rules that nearly fired, the nearest first", near, FEW);
        int rest = explanation.rules().size() - first.size() - fired.size() - near.size();
        if (rest > 0) {
            text.append(text.length() > 0 ? "\n" : "")
                    .append(rest == 1 ? "One more rule" : rest + " more rules")
                    .append(" stayed silent.\n");
        }
        return text.toString();
    }

    private static List<OfRule> rules(Explanation explanation, Predicate<OfRule> kind) {
        return explanation.rules().stream().filter(kind).toList();
    }

    private static void section(StringBuilder text, String title, List<OfRule> rules, int mostFacts) {
        if (rules.isEmpty()) {
            return;
        }
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(title).append('\n');
        rules.forEach(rule -> rule(text, rule, mostFacts));
    }

    /**
     * Writes what happened to one rule, with everything that its conditions looked at.
     *
     * @param rule the rule's explanation
     * @return lines, each ended by a line feed
     */
    public static String of(OfRule rule) {
        StringBuilder text = new StringBuilder();
        rule(text, rule, Integer.MAX_VALUE);
        return text.toString();
    }

    private static void rule(StringBuilder text, OfRule rule, int mostFacts) {
        text.append("  ").append(rule.rule()).append(rule.outcome() == Outcome.FIRED ? ": fired\n" : ": silent\n");
        for (OfCondition condition : rule.conditions()) {
            condition(text, condition, mostFacts);
        }
    }

    private static void condition(StringBuilder text, OfCondition condition, int mostFacts) {
        text.append("    ")
                .append(mark(condition.holds()))
                .append(condition.presence() == Presence.ABSENT ? "not " : "")
                .append(condition.type().word())
                .append(condition.subject().isEmpty() ? "" : " " + condition.subject());
        if (condition.facts().isEmpty()) {
            text.append(": there is none\n");
            return;
        }
        text.append('\n');
        List<OfFact> nearest = new ArrayList<>(condition.facts());
        if (nearest.size() > mostFacts) {
            nearest.sort(Comparator.comparingLong(ExplanationText::failures));
            nearest.subList(mostFacts, nearest.size()).clear();
        }
        nearest.forEach(fact -> fact(text, fact, label(condition, fact)));
        int left = condition.facts().size() - nearest.size();
        if (left > 0) {
            text.append("           and ").append(left).append(" more\n");
        }
    }

    private static long failures(OfFact fact) {
        return fact.comparisons().stream()
                .filter(comparison -> !comparison.holds())
                .count();
    }

    /** What a fact is about, where the line above it does not say so. */
    private static String label(OfCondition condition, OfFact fact) {
        List<String> words = new ArrayList<>();
        fact.indicator().map(Object::toString).ifPresent(words::add);
        words.add(fact.name());
        List<String> said = List.of(condition.subject().split(", "));
        words.removeIf(word -> word.isEmpty() || said.contains(word));
        return String.join(" ", words);
    }

    private static void fact(StringBuilder text, OfFact fact, String label) {
        if (fact.comparisons().isEmpty()) {
            text.append("           ")
                    .append(label.isEmpty() ? "there is one" : label)
                    .append('\n');
        }
        for (OfComparison comparison : fact.comparisons()) {
            String asked = "%s%s %s, needs %s %s%s"
                    .formatted(
                            label.isEmpty() ? "" : label + ": ",
                            comparison.field(),
                            actual(comparison),
                            comparison.operator().sign(),
                            comparison.expected(),
                            comparison
                                    .threshold()
                                    .map(id -> " (%s)".formatted(id))
                                    .orElse(""));
            String told = told(fact, comparison);
            boolean fits = INDENT + asked.length() + 2 + told.length() <= WIDTH;
            text.append("      ").append(mark(comparison.holds())).append(asked);
            if (!told.isEmpty()) {
                text.append(fits ? ": " : ":\n" + " ".repeat(INDENT + 2)).append(told);
            }
            text.append('\n');
        }
    }

    private static String actual(OfComparison comparison) {
        return comparison.threshold().isPresent()
                ? plain(comparison
                        .limit()
                        .orElseThrow()
                        .plus(comparison.distance().orElseThrow()))
                : comparison.actual();
    }

    /** The numbers behind a comparison; empty where words alone were compared. */
    private static String told(OfFact fact, OfComparison comparison) {
        StringBuilder told = new StringBuilder();
        if (comparison.limit().isPresent()) {
            if (comparison.threshold().isEmpty()) {
                fact.measured().ifPresent(measured -> measured(told, measured));
            }
            distance(told, comparison);
        }
        return told.toString();
    }

    private static String mark(boolean holds) {
        return holds ? "yes  " : "no   ";
    }

    private static void measured(StringBuilder text, Measured measured) {
        text.append(plain(measured.value())).append(" against ").append(plain(measured.baseline()));
        measured.change()
                .ifPresent(change -> text.append(" (")
                        .append(change.signum() > 0 ? "+" : "")
                        .append(Exact.of(change.rounded(1)))
                        .append(" %)"));
        text.append(", ");
    }

    private static void distance(StringBuilder text, OfComparison comparison) {
        Exact distance = comparison.distance().orElseThrow();
        if (distance.isZero()) {
            text.append(comparison.threshold().isPresent() ? "exactly at it" : "exactly at the limit");
        } else {
            text.append(plain(distance.magnitude())).append(distance.signum() > 0 ? " above " : " below ");
            text.append(
                    comparison.threshold().isPresent()
                            ? "it"
                            : plain(comparison.limit().orElseThrow()));
        }
    }

    private static String plain(Exact number) {
        return Exact.of(number.rounded(DECIMALS)).toString();
    }
}
