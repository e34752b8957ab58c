package dev.roi.rules.whatif;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Effect;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FactType.Topic;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.MonthKindName;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How far a reading reaches: which facts follow from it, and which rules that decide something ask about them. */
final class Reach {

    private final IndicatorSet indicators;
    private final List<MonthKind> kinds;
    private final Policy policy;
    private final List<Rule> rules;
    private final List<Condition> conditions;
    private final List<Condition> joined;
    private final Map<IndicatorId, Set<IndicatorId>> influenced = new LinkedHashMap<>();

    Reach(Policy policy) {
        this.policy = policy;
        this.indicators = policy.indicators();
        this.kinds = policy.monthKinds();
        this.rules = policy.rules().values().stream()
                .filter(rule -> rule.consequence().effect() != Effect.NOTE)
                .toList();
        this.conditions = distinct(rules.stream().filter(Reach::isOfOneReading));
        this.joined = distinct(rules.stream().filter(rule -> !isOfOneReading(rule)));
        for (Indicator indicator : indicators.indicators()) {
            Set<IndicatorId> found = new LinkedHashSet<>(Set.of(indicator.id()));
            boolean grows = true;
            while (grows) {
                grows = indicators.indicators().stream()
                        .filter(other -> follows(other, found))
                        .map(Indicator::id)
                        .map(found::add)
                        .reduce(false, Boolean::logicalOr);
            }
            influenced.put(indicator.id(), found);
        }
    }

    private static boolean follows(Indicator other, Set<IndicatorId> from) {
        return Stream.of(other.growsOver(), other.partOf(), other.casesOf())
                        .flatMap(Optional::stream)
                        .anyMatch(from::contains)
                || other.computed()
                        .filter(computation -> computation.sources().stream().anyMatch(from::contains))
                        .isPresent();
    }

    /** The rules that decide something. */
    List<Rule> rules() {
        return rules;
    }

    /** The conditions of those of these rules that hold one reading after the other against words and limits, each once. */
    List<Condition> conditions() {
        return conditions;
    }

    /** The conditions of those that join, count or calculate, or look at what was before, each once. */
    List<Condition> joined() {
        return joined;
    }

    /** Tells whether the values at which a rule turns can be told from its limits and one reading. */
    private static boolean isOfOneReading(Rule rule) {
        return rule.isPlain() && rule.conditions().stream().noneMatch(Reach::looksBack);
    }

    private static boolean looksBack(Condition condition) {
        FactType type = condition.type();
        return type.topic() == Topic.CALENDAR
                || type == FactType.HISTORY
                || (type == FactType.CHANGE && mayBeOverPast(condition));
    }

    /** Only what is held against its baseline, or against another indicator, is surely held against nothing before. */
    private static boolean mayBeOverPast(Condition condition) {
        return condition.constraints().stream()
                .noneMatch(constraint -> constraint.field().name().equals("over")
                        && constraint.operator().isPositive()
                        && !constraint.admits(Fact.Change.PREVIOUS_MONTH)
                        && !constraint.admits(Fact.Change.YEAR_BEFORE));
    }

    private static List<Condition> distinct(Stream<Rule> rules) {
        List<Condition> all = new ArrayList<>();
        rules.flatMap(Rule::allConditions).forEach(condition -> {
            if (condition.type() != FactType.THRESHOLD && all.stream().noneMatch(condition::asksTheSameAs)) {
                all.add(condition);
            }
        });
        return all;
    }

    /** Tells whether a reading has a part in a rule of which it is not known at which values it turns. */
    boolean isJoined(IndicatorId id) {
        return joined.stream().anyMatch(condition -> reads(condition, id));
    }

    /** The most months in a row that rules tell apart. */
    int mostMonths() {
        return conditions.stream()
                .filter(condition -> condition.type() == FactType.RUN)
                .flatMap(condition -> condition.constraints().stream())
                .flatMap(constraint -> constraint.limit().stream())
                .map(policy::limit)
                .mapToInt(limit -> limit.rounded(0).intValue() + 1)
                .max()
                .orElse(0);
    }

    /** The indicators about which facts follow from a reading of one: itself, and those that are held against it. */
    Set<IndicatorId> influencedBy(IndicatorId id) {
        return influenced.getOrDefault(id, Set.of());
    }

    /** Tells whether an indicator judges a block. */
    boolean judges(IndicatorId id) {
        return indicators.blocks().stream().anyMatch(block -> block.judgedBy().contains(id));
    }

    /** Tells whether a reading can have a part in a decision. */
    boolean matters(IndicatorId id) {
        return rules.stream().anyMatch(rule -> reads(rule, id));
    }

    /** Tells whether rules may see a difference in both at once: something that follows from each is asked about. */
    boolean areLinked(IndicatorId one, IndicatorId other) {
        return !one.equals(other)
                && influencedBy(one).stream()
                        .filter(influencedBy(other)::contains)
                        .map(indicators::indicator)
                        .anyMatch(about -> judges(about.id())
                                || rules.stream()
                                        .flatMap(Rule::allConditions)
                                        .anyMatch(condition -> asksOf(condition, about)));
    }

    boolean reads(Rule rule, IndicatorId id) {
        return rule.allConditions().anyMatch(condition -> reads(condition, id));
    }

    /** Tells whether facts that follow from a reading can meet a condition. */
    boolean reads(Condition condition, IndicatorId id) {
        return influencedBy(id).stream().map(indicators::indicator).anyMatch(about -> asksOf(condition, about));
    }

    /** Tells whether a condition can be about an indicator. */
    boolean asksOf(Condition condition, Indicator indicator) {
        return switch (condition.type().topic()) {
            case INDICATOR -> condition.type() != FactType.BASELINE && condition.mayBeAbout(indicator);
            case BLOCK ->
                blocks(condition).stream().anyMatch(block -> judgedBy(block).contains(indicator.id()));
            case MONTHS ->
                kindBlocks(condition).stream().anyMatch(block -> judgedBy(block).contains(indicator.id()));
            case POLICY, SCOPE, CALENDAR, RECORD, PORTFOLIO -> false;
        };
    }

    private List<BlockId> blocks(Condition condition) {
        return indicators.blocks().stream()
                .map(Block::id)
                .filter(id -> condition.mayBeAbout(FieldKind.BLOCK, id.value()))
                .toList();
    }

    private List<BlockId> kindBlocks(Condition condition) {
        return kinds.stream()
                .filter(kind -> condition.mayBeAbout(FieldKind.MONTH_KIND, kind.name()))
                .flatMap(kind -> kind.blocks().stream())
                .distinct()
                .toList();
    }

    private List<IndicatorId> judgedBy(BlockId id) {
        return indicators.blocks().stream()
                .filter(block -> block.id().equals(id))
                .flatMap(block -> block.judgedBy().stream())
                .toList();
    }

    /** The blocks whose months of a kind were counted. */
    List<IndicatorId> improvedBy(MonthKindName name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name.value()))
                .flatMap(kind -> kind.improved().stream())
                .flatMap(block -> judgedBy(block).stream())
                .distinct()
                .toList();
    }

    /** The indicators of which at least one has to be otherwise before a rule that speaks no longer does. */
    Set<IndicatorId> behind(Finding finding) {
        Set<IndicatorId> behind = new LinkedHashSet<>();
        for (Fact fact : finding.facts()) {
            if (fact instanceof Fact.OfIndicator about) {
                behind.addAll(influencing(List.of(about.indicator())));
                if (fact instanceof Fact.UndeterminedAtLimit) {
                    behind.addAll(besideOf(about.indicator()));
                }
            } else if (fact instanceof Fact.Block block) {
                behind.addAll(influencing(judgedBy(block.id())));
            } else if (fact instanceof Fact.Run run) {
                kinds.stream()
                        .filter(kind -> kind.name().equals(run.of().value()))
                        .flatMap(kind -> kind.blocks().stream())
                        .forEach(block -> behind.addAll(influencing(judgedBy(block))));
            }
        }
        if (!isOfOneReading(finding.rule())) {
            behind.addAll(readBy(finding.rule()));
        }
        finding.rule().conditions().stream()
                .filter(condition -> condition.presence() == Condition.Presence.ABSENT)
                .forEach(condition -> behind.addAll(readBy(condition)));
        return behind;
    }

    /** Tells whether a fact may follow from a reading. */
    boolean bearsOn(IndicatorId id, Fact fact) {
        Set<IndicatorId> reached = influencedBy(id);
        if (fact instanceof Fact.OfIndicator about) {
            return reached.contains(about.indicator());
        }
        if (fact instanceof Fact.Block block) {
            return judgedBy(block.id()).stream().anyMatch(reached::contains);
        }
        return fact instanceof Fact.Run run
                && kinds.stream()
                        .filter(kind -> kind.name().equals(run.of().value()))
                        .flatMap(kind -> kind.blocks().stream())
                        .anyMatch(block -> judgedBy(block).stream().anyMatch(reached::contains));
    }

    /** A limit is undetermined only while the other conditions of its rule hold, or may. */
    private Set<IndicatorId> besideOf(IndicatorId id) {
        Set<IndicatorId> beside = new LinkedHashSet<>();
        rules.stream().filter(rule -> reads(rule, id)).forEach(rule -> beside.addAll(readBy(rule)));
        return beside;
    }

    Set<IndicatorId> readBy(Rule rule) {
        Set<IndicatorId> read = new LinkedHashSet<>();
        rule.allConditions().forEach(condition -> read.addAll(readBy(condition)));
        return read;
    }

    private Set<IndicatorId> readBy(Condition condition) {
        Set<IndicatorId> read = new LinkedHashSet<>();
        for (Indicator indicator : indicators.indicators()) {
            if (reads(condition, indicator.id())) {
                read.add(indicator.id());
            }
        }
        return read;
    }

    private Set<IndicatorId> influencing(Collection<IndicatorId> about) {
        Set<IndicatorId> from = new LinkedHashSet<>();
        influenced.forEach((id, reached) -> {
            if (about.stream().anyMatch(reached::contains)) {
                from.add(id);
            }
        });
        return from;
    }

    /** Tells whether months that pass may alter what a rule sees, while every reading stays as it is. */
    static boolean isTimed(Rule rule) {
        return rule.allConditions()
                .anyMatch(condition -> looksBack(condition) || ofTime(condition.type()) || asksSinceWhen(condition));
    }

    private static boolean ofTime(FactType type) {
        return switch (type.topic()) {
            case MONTHS, SCOPE, CALENDAR -> true;
            case INDICATOR -> type == FactType.NOT_DUE || type == FactType.TREND;
            case POLICY, BLOCK, RECORD, PORTFOLIO -> false;
        };
    }

    private static boolean asksSinceWhen(Condition condition) {
        return condition.names("months") || condition.names("due");
    }
}
