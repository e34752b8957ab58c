package dev.roi.report;

import dev.roi.core.Exact;
import dev.roi.core.Language;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.report.layout.Columns;
import dev.roi.rules.explain.Explanation;
import dev.roi.rules.explain.Explanation.Measured;
import dev.roi.rules.explain.Explanation.OfComparison;
import dev.roi.rules.explain.Explanation.OfCondition;
import dev.roi.rules.explain.Explanation.OfElement;
import dev.roi.rules.explain.Explanation.OfFact;
import dev.roi.rules.explain.Explanation.OfRule;
import dev.roi.rules.explain.Explanation.Outcome;
import dev.roi.rules.language.Condition.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes explanations for people, in the words of rule files and with the numbers of reviews, for a terminal of 80
 * columns; do not parse it.
 */
public final class ExplanationText {

    private static final Unit POINTS = new Unit("points");
    private static final Quantities QUANTITIES = Quantities.of(Language.ENGLISH);
    private static final String CONDITION = "    ";
    private static final String FACT = "      ";
    private static final String FURTHER = " ".repeat(11);

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
        for (OfElement other : rule.others()) {
            text.append(Columns.paragraph(CONDITION + mark(other.holds()), FURTHER, other.written()));
        }
    }

    private static void condition(StringBuilder text, OfCondition condition, int mostFacts) {
        String asked = (condition.presence() == Presence.ABSENT ? "not " : "")
                + condition.type().word()
                + (condition.subject().isEmpty() ? "" : " " + condition.subject())
                + (condition.facts().isEmpty() ? ": there is none" : "");
        text.append(Columns.paragraph(CONDITION + mark(condition.holds()), FURTHER, asked));
        List<OfFact> nearest = new ArrayList<>(condition.facts());
        if (nearest.size() > mostFacts) {
            nearest.sort(Comparator.comparingLong(ExplanationText::failures));
            nearest.subList(mostFacts, nearest.size()).clear();
        }
        nearest.forEach(fact -> fact(text, fact, label(condition, fact)));
        int left = condition.facts().size() - nearest.size();
        if (left > 0) {
            text.append(FURTHER).append("and ").append(left).append(" more\n");
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
            text.append(Columns.paragraph(FURTHER, FURTHER, label.isEmpty() ? "there is one" : label));
        }
        for (OfComparison comparison : fact.comparisons()) {
            String asked = "%s%s %s, needs %s %s%s"
                    .formatted(
                            label.isEmpty() ? "" : label + ": ",
                            comparison.field(),
                            actual(comparison),
                            comparison.operator().sign(),
                            expected(comparison),
                            comparison
                                    .threshold()
                                    .map(id -> " (%s)".formatted(id))
                                    .orElse(""));
            String told = told(fact, comparison);
            String begin = FACT + mark(comparison.holds());
            String both = told.isEmpty() ? asked : asked + ": " + told;
            boolean fits = told.isEmpty() || Columns.width(begin + both) <= Columns.TERMINAL;
            text.append(Columns.paragraph(begin, FURTHER + "  ", fits ? both : asked + ":"));
            if (!fits) {
                text.append(Columns.paragraph(FURTHER + "  ", FURTHER + "  ", told));
            }
        }
    }

    private static String actual(OfComparison comparison) {
        return comparison.threshold().isPresent() ? against(value(comparison), comparison) : comparison.actual();
    }

    private static String expected(OfComparison comparison) {
        return comparison.threshold().isPresent() ? limit(comparison) : comparison.expected();
    }

    private static Exact value(OfComparison comparison) {
        return comparison.limit().orElseThrow().plus(comparison.distance().orElseThrow());
    }

    private static Unit unit(OfComparison comparison) {
        return comparison.unit().orElseThrow();
    }

    /** What lies between two percentages is points. */
    private static Unit unitOfDistance(OfComparison comparison) {
        Unit unit = unit(comparison);
        return unit.equals(Unit.PERCENT) ? POINTS : unit;
    }

    /** Writes the number at which the answer turns so that it can be told from the value. */
    private static String limit(OfComparison comparison) {
        return QUANTITIES.format(comparison.limit().orElseThrow(), unit(comparison), value(comparison));
    }

    private static String against(Exact value, OfComparison comparison) {
        return QUANTITIES.format(value, unit(comparison), comparison.limit().orElseThrow());
    }

    /** The numbers behind a comparison; empty where words alone were compared. */
    private static String told(OfFact fact, OfComparison comparison) {
        if (comparison.limit().isEmpty()) {
            return "";
        }
        boolean withBaseline = comparison.threshold().isEmpty();
        return (withBaseline
                        ? fact.measured()
                                .map(measured -> measured(measured, comparison))
                                .orElse("")
                        : "")
                + distance(comparison);
    }

    private static String mark(boolean holds) {
        return holds ? "yes  " : "no   ";
    }

    private static String measured(Measured measured, OfComparison comparison) {
        return "%s against %s%s, "
                .formatted(
                        against(measured.value(), comparison),
                        QUANTITIES.format(measured.baseline(), measured.unit(), measured.value()),
                        measured.change()
                                .map(change -> " (%s)".formatted(QUANTITIES.change(change, Unit.PERCENT)))
                                .orElse(""));
    }

    private static String distance(OfComparison comparison) {
        Exact distance = comparison.distance().orElseThrow();
        boolean named = comparison.threshold().isPresent();
        if (distance.isZero()) {
            return named ? "exactly at it" : "exactly at the limit";
        }
        return "%s %s %s"
                .formatted(
                        QUANTITIES.format(distance.magnitude(), unitOfDistance(comparison)),
                        distance.signum() > 0 ? "above" : "below",
                        named ? "it" : limit(comparison));
    }
}
