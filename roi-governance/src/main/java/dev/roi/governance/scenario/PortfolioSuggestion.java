package dev.roi.governance.scenario;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Rule;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for a small portfolio of which a policy and a mutant of it say different things: one to three scopes, or a few alike,
 * with the decisions, registers and readings that the changed rules ask for. For use by one thread.
 */
final class PortfolioSuggestion {

    /** How many portfolios are tried before the search is given up. */
    private static final int MOST_TRIES = 20_000;

    private static final int MOST_ALIKE = 4;

    private static final List<List<Level>> LAYOUTS = List.of(
            List.of(Level.WORKFLOW),
            List.of(Level.TEAM),
            List.of(Level.PORTFOLIO),
            List.of(Level.TEAM, Level.WORKFLOW),
            List.of(Level.PORTFOLIO, Level.WORKFLOW),
            List.of(Level.PORTFOLIO, Level.TEAM),
            List.of(Level.PORTFOLIO, Level.TEAM, Level.WORKFLOW));

    private final Engine original;
    private final Engine changed;
    private final List<Rule> rules;
    private final List<Exact> limits;

    PortfolioSuggestion(Engine original, Engine changed, Mutant mutant) {
        this.original = original;
        this.changed = changed;
        this.rules = mutant.rules().stream()
                .flatMap(id ->
                        Optional.ofNullable(original.policy().portfolioRules().get(id)).stream())
                .toList();
        Set<ThresholdId> ids = new LinkedHashSet<>();
        mutant.threshold().ifPresent(ids::add);
        rules.forEach(rule -> ids.addAll(rule.thresholds()));
        this.limits = ids.stream()
                .flatMap(
                        id -> Optional.ofNullable(original.policy().thresholds().get(id)).stream())
                .flatMap(threshold -> Stream.of(
                        threshold.value(),
                        threshold.value().plus(threshold.step()),
                        threshold.value().minus(threshold.step())))
                .distinct()
                .toList();
    }

    /** Returns what a scenario that notices the mutant says after its name; nothing where none was found. */
    Optional<String> found() {
        return rules.isEmpty()
                ? Optional.empty()
                : Stream.concat(
                                LAYOUTS.stream().flatMap(this::portfolios),
                                IntStream.rangeClosed(2, MOST_ALIKE).boxed().flatMap(this::alike))
                        .flatMap(scopes -> months().map(month -> paste(scopes, month)))
                        .limit(MOST_TRIES)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Stream<Condition> asked(FactType type) {
        return rules.stream().flatMap(Rule::allConditions).filter(condition -> condition.type() == type);
    }

    private boolean names(String field) {
        return rules.stream().flatMap(Rule::allConditions).anyMatch(condition -> condition.names(field));
    }

    /** Every portfolio of a layout: each scope with every choice of what is asked of it. */
    private Stream<List<GivenScope>> portfolios(List<Level> layout) {
        Stream<List<GivenScope>> some = Stream.of(List.of());
        for (Level level : layout) {
            List<GivenScope> choices = choices(level, name(level), layout.contains(Level.WORKFLOW));
            some = some.flatMap(scopes -> choices.stream()
                    .map(choice ->
                            Stream.concat(scopes.stream(), Stream.of(choice)).toList()));
        }
        return some;
    }

    /** Teams of which some are of one kind and the others of another, for rules that count. */
    private Stream<List<GivenScope>> alike(int number) {
        List<GivenScope> choices = choices(Level.TEAM, name(Level.TEAM), false);
        return choices.stream()
                .flatMap(one -> choices.stream()
                        .flatMap(other -> IntStream.rangeClosed(1, number)
                                .mapToObj(ofOne -> IntStream.range(0, number)
                                        .mapToObj(i -> numbered(i < ofOne ? one : other, i + 1))
                                        .toList())));
    }

    private static GivenScope numbered(GivenScope like, int number) {
        return new GivenScope(
                Scope.of(like.scope().level(), "%s-%s".formatted(like.scope().id(), number)),
                like.decision(),
                like.stale(),
                like.authorises(),
                like.registers(),
                like.readings());
    }

    private List<GivenScope> choices(Level level, String id, boolean hasWorkflow) {
        List<Decision> decisions = names("decision") ? List.of(Decision.values()) : List.of(Decision.MAINTAIN);
        List<Boolean> stales = names("stale") ? List.of(false, true) : List.of(false);
        List<String> registered =
                hasWorkflow || asked(FactType.SCOPE_AUTHORISES).findAny().isPresent()
                        ? List.of("", "registers", "authorises")
                        : List.of("");
        List<GivenScope> choices = new ArrayList<>();
        for (Decision decision : decisions) {
            for (boolean stale : stales) {
                for (String register : level == Level.WORKFLOW ? List.of("") : registered) {
                    for (Map<IndicatorId, Exact> readings : readings()) {
                        choices.add(new GivenScope(
                                Scope.of(level, id),
                                decision,
                                stale,
                                register.equals("authorises") ? List.of(name(Level.WORKFLOW)) : List.of(),
                                register.equals("registers") ? List.of(name(Level.WORKFLOW)) : List.of(),
                                readings));
                    }
                }
            }
        }
        return choices;
    }

    /** The first scope of a level that the rules name, or one that anybody may have. */
    private String name(Level level) {
        Set<String> fields = level == Level.WORKFLOW ? Set.of("workflow", "part") : Set.of("id");
        return rules.stream()
                .flatMap(Rule::allConstraints)
                .filter(constraint -> constraint.field().kind() == FieldKind.NAME
                        && fields.contains(constraint.field().name()))
                .flatMap(constraint -> constraint.words().stream())
                .findFirst()
                .orElse(
                        switch (level) {
                            case WORKFLOW -> "legacy";
                            case TEAM -> "platform";
                            case PORTFOLIO -> "everything";
                        });
    }

    /** No reading, and one of each indicator that is asked for, at a limit and beside it. */
    private List<Map<IndicatorId, Exact>> readings() {
        List<Map<IndicatorId, Exact>> readings = new ArrayList<>(List.of(Map.of()));
        asked(FactType.SCOPE_READING)
                .flatMap(condition -> condition.constraints().stream())
                .filter(constraint -> constraint.field().kind() == FieldKind.INDICATOR)
                .map(Constraint::words)
                .flatMap(List::stream)
                .distinct()
                .map(word -> original.policy().indicators().indicator(new IndicatorId(word)))
                .forEach(indicator -> values(indicator).forEach(value -> readings.add(Map.of(indicator.id(), value))));
        return readings;
    }

    private Stream<Exact> values(Indicator indicator) {
        return (limits.isEmpty() ? Stream.of(Exact.ONE) : limits.stream())
                .filter(indicator.range()::contains)
                .filter(value -> indicator.counting() != Indicator.Counting.WHOLE || value.isWhole());
    }

    private Stream<YearMonth> months() {
        Stream<YearMonth> asked = asked(FactType.REVIEW_MONTH).findAny().isEmpty()
                ? Stream.of()
                : limits.stream()
                        .filter(Exact::isWhole)
                        .map(limit -> limit.rounded(0).intValue())
                        .filter(month -> month >= 1 && month <= 12)
                        .map(month -> YearMonth.of(GivenScope.SOME_MONTH.getYear(), month));
        return Stream.concat(Stream.of(GivenScope.SOME_MONTH), asked);
    }

    private Optional<String> paste(List<GivenScope> scopes, YearMonth month) {
        List<Fact> facts = GivenScope.facts(scopes, month);
        Set<RuleId> before = fired(original, facts);
        Set<RuleId> after = fired(changed, facts);
        if (before.equals(after)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        if (!month.equals(GivenScope.SOME_MONTH)) {
            text.append("\n    month: ").append(month);
        }
        text.append("\n    scopes:");
        scopes.forEach(scope -> text.append("\n      - ").append(scope.written()));
        said(text, "because", before, after);
        said(text, "not-because", after, before);
        return Optional.of(text.append('\n').toString());
    }

    private static void said(StringBuilder text, String key, Set<RuleId> all, Set<RuleId> less) {
        String rules = all.stream()
                .filter(rule -> !less.contains(rule))
                .map(RuleId::value)
                .collect(Collectors.joining(", "));
        if (!rules.isEmpty()) {
            text.append("\n    ").append(key).append(": [").append(rules).append(']');
        }
    }

    private static Set<RuleId> fired(Engine engine, List<Fact> facts) {
        return engine.portfolioFindings(facts).stream()
                .map(finding -> finding.rule().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
