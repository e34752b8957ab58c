package dev.roi.report;

import dev.roi.core.Exact;
import dev.roi.core.Language;
import dev.roi.core.RuleId;
import dev.roi.core.Unit;
import dev.roi.core.text.Bundle;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes explanations for people, in the words of rule files and with the numbers of reviews, for a terminal of 80
 * columns; do not parse it.
 */
public final class ExplanationText {

    private static final Unit POINTS = new Unit("points");
    private static final String CONDITION = "    ";
    private static final String FACT = "      ";
    private static final String FURTHER = " ".repeat(11);
    private static final int MARK = 5;

    /** How many of the facts that a condition looked at are shown among many rules. */
    private static final int FEW = 3;

    private final Bundle bundle;
    private final Quantities quantities;
    private final StringBuilder text = new StringBuilder();

    private ExplanationText(Language language) {
        this.bundle = Bundle.of(ExplanationText.class, "explain", language);
        this.quantities = Quantities.of(language);
    }

    /**
     * Writes what happened to every rule: those that fired, those that nearly did, and the others. Of the facts that a
     * condition looked at, only those nearest to meeting it are shown.
     *
     * @param explanation the explanation
     * @return lines, each ended by a line feed
     */
    public static String of(Explanation explanation) {
        return of(explanation, Language.ENGLISH);
    }

    /**
     * Writes what happened to every rule, as {@link #of(Explanation)} does.
     *
     * @param explanation the explanation
     * @param language the language to write in; the words of rule files stay as they are
     * @return lines, each ended by a line feed
     */
    public static String of(Explanation explanation, Language language) {
        return new ExplanationText(language).all(explanation);
    }

    private String all(Explanation explanation) {
        List<OfRule> near = explanation.nearlyFired();
        section("fired", rules(explanation, rule -> rule.outcome() == Outcome.FIRED), FEW);
        section("near", near, FEW);
        section("silent", rules(explanation, rule -> rule.outcome() == Outcome.SILENT && !near.contains(rule)), FEW);
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
        return of(explanation, named, Language.ENGLISH);
    }

    /**
     * Writes what happened to some rules in full, as {@link #of(Explanation, Collection)} does.
     *
     * @param explanation the explanation
     * @param named the rules to write in full, and first; those that the policy does not have are left out
     * @param language the language to write in; the words of rule files stay as they are
     * @return lines, each ended by a line feed
     */
    public static String of(Explanation explanation, Collection<RuleId> named, Language language) {
        return new ExplanationText(language).named(explanation, named);
    }

    private String named(Explanation explanation, Collection<RuleId> named) {
        Predicate<OfRule> others = rule -> !named.contains(rule.rule());
        List<OfRule> first = rules(explanation, others.negate());
        List<OfRule> fired = rules(explanation, others.and(rule -> rule.outcome() == Outcome.FIRED));
        List<OfRule> near = explanation.nearlyFired().stream().filter(others).toList();
        section("question", first, Integer.MAX_VALUE);
        section(first.isEmpty() ? "fired" : "others", fired, FEW);
        section("near", near, FEW);
        int rest = explanation.rules().size() - first.size() - fired.size() - near.size();
        if (rest > 0) {
            text.append(text.length() > 0 ? "\n" : "")
                    .append(fill(rest == 1 ? "rest.one" : "rest", Map.of("count", String.valueOf(rest))))
                    .append('\n');
        }
        return text.toString();
    }

    private static List<OfRule> rules(Explanation explanation, Predicate<OfRule> kind) {
        return explanation.rules().stream().filter(kind).toList();
    }

    private void section(String title, List<OfRule> rules, int mostFacts) {
        if (rules.isEmpty()) {
            return;
        }
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(bundle.get(title)).append('\n');
        rules.forEach(rule -> rule(rule, mostFacts));
    }

    /**
     * Writes what happened to one rule, with everything that its conditions looked at.
     *
     * @param rule the rule's explanation
     * @return lines, each ended by a line feed
     */
    public static String of(OfRule rule) {
        return of(rule, Language.ENGLISH);
    }

    /**
     * Writes what happened to one rule, as {@link #of(OfRule)} does.
     *
     * @param rule the rule's explanation
     * @param language the language to write in; the words of rule files stay as they are
     * @return lines, each ended by a line feed
     */
    public static String of(OfRule rule, Language language) {
        ExplanationText one = new ExplanationText(language);
        one.rule(rule, Integer.MAX_VALUE);
        return one.text.toString();
    }

    private String fill(String key, Map<String, String> values) {
        return Template.parse(bundle.get(key)).render(name -> Optional.ofNullable(values.get(name)));
    }

    private void rule(OfRule rule, int mostFacts) {
        text.append("  ")
                .append(rule.rule())
                .append(bundle.get("label"))
                .append(bundle.get(rule.outcome() == Outcome.FIRED ? "rule.fired" : "rule.silent"))
                .append('\n');
        for (OfCondition condition : rule.conditions()) {
            condition(condition, mostFacts);
        }
        for (OfElement other : rule.others()) {
            text.append(Columns.paragraph(CONDITION + mark(other.holds()), FURTHER, other.written()));
            other.because().forEach(reason -> text.append(Columns.paragraph(FURTHER, FURTHER, reason)));
        }
    }

    private void condition(OfCondition condition, int mostFacts) {
        String asked = (condition.presence() == Presence.ABSENT ? bundle.get("not") + " " : "")
                + condition.type().word()
                + (condition.subject().isEmpty() ? "" : " " + condition.subject())
                + (condition.facts().isEmpty() ? bundle.get("label") + bundle.get("none") : "");
        text.append(Columns.paragraph(CONDITION + mark(condition.holds()), FURTHER, asked));
        List<OfFact> nearest = new ArrayList<>(condition.facts());
        if (nearest.size() > mostFacts) {
            nearest.sort(Comparator.comparingLong(ExplanationText::failures));
            nearest.subList(mostFacts, nearest.size()).clear();
        }
        nearest.forEach(fact -> fact(fact, label(condition, fact)));
        int left = condition.facts().size() - nearest.size();
        if (left > 0) {
            text.append(FURTHER)
                    .append(fill("more", Map.of("count", String.valueOf(left))))
                    .append('\n');
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

    private void fact(OfFact fact, String label) {
        if (fact.comparisons().isEmpty()) {
            text.append(Columns.paragraph(FURTHER, FURTHER, label.isEmpty() ? bundle.get("one") : label));
        }
        for (OfComparison comparison : fact.comparisons()) {
            String asked = "%s%s %s, %s %s %s%s"
                    .formatted(
                            label.isEmpty() ? "" : label + bundle.get("label"),
                            comparison.field(),
                            actual(comparison),
                            bundle.get("needs"),
                            comparison.operator().sign(),
                            expected(comparison),
                            comparison
                                    .threshold()
                                    .map(id -> " (%s)".formatted(id))
                                    .orElse(""));
            String told = told(fact, comparison);
            String begin = FACT + mark(comparison.holds());
            String both = told.isEmpty() ? asked : asked + bundle.get("label") + told;
            boolean fits = told.isEmpty() || Columns.width(begin + both) <= Columns.TERMINAL;
            text.append(Columns.paragraph(
                    begin, FURTHER + "  ", fits ? both : (asked + bundle.get("label")).stripTrailing()));
            if (!fits) {
                text.append(Columns.paragraph(FURTHER + "  ", FURTHER + "  ", told));
            }
        }
    }

    private String actual(OfComparison comparison) {
        if (comparison.threshold().isEmpty()) {
            return comparison.actual();
        }
        return comparison.distance().isPresent() ? against(value(comparison), comparison) : bundle.get("not-given");
    }

    private String expected(OfComparison comparison) {
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
    private String limit(OfComparison comparison) {
        Exact limit = comparison.limit().orElseThrow();
        return quantities.format(
                limit, unit(comparison), comparison.distance().map(limit::plus).orElse(limit));
    }

    private String against(Exact value, OfComparison comparison) {
        return quantities.format(value, unit(comparison), comparison.limit().orElseThrow());
    }

    /** The numbers behind a comparison; empty where words alone were compared, or nothing is given. */
    private String told(OfFact fact, OfComparison comparison) {
        if (comparison.distance().isEmpty()) {
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

    private String mark(boolean holds) {
        return Columns.padded(bundle.get(holds ? "yes" : "no"), MARK);
    }

    private String measured(Measured measured, OfComparison comparison) {
        return "%s %s %s%s, "
                .formatted(
                        against(measured.value(), comparison),
                        bundle.get("against"),
                        quantities.format(measured.baseline(), measured.unit(), measured.value()),
                        change(measured).map(" (%s)"::formatted).orElse(""));
    }

    private Optional<String> change(Measured measured) {
        return measured.unit().equals(Unit.PERCENT)
                ? Optional.of(quantities.change(measured.value().minus(measured.baseline()), POINTS))
                : measured.change().map(change -> quantities.change(change, Unit.PERCENT));
    }

    private String distance(OfComparison comparison) {
        Exact distance = comparison.distance().orElseThrow();
        boolean named = comparison.threshold().isPresent();
        if (distance.isZero()) {
            return bundle.get(named ? "at-it" : "at-limit");
        }
        String side = distance.signum() > 0 ? "above" : "below";
        return fill(
                named ? side + "-it" : side,
                Map.of(
                        "distance",
                        quantities.format(distance.magnitude(), unitOfDistance(comparison)),
                        "limit",
                        named ? "" : limit(comparison)));
    }
}
