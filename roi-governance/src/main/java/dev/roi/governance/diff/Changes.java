package dev.roi.governance.diff;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Computation;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.PolicyDiff.Aspect;
import dev.roi.core.PolicyDiff.Change;
import dev.roi.core.PolicyDiff.Happening;
import dev.roi.core.PolicyDiff.Kind;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.Range;
import dev.roi.core.RuleId;
import dev.roi.core.Trust;
import dev.roi.core.Unit;
import dev.roi.governance.catalogue.page.RuleWords;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Threshold;
import dev.roi.rules.policy.Views;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything in which two policies differ. Aspects have the names of keys of the policy's files. For use by one thread.
 */
final class Changes {

    private final Policy before;
    private final Policy after;
    private final Language language;
    private final List<Change> changes = new ArrayList<>();

    private Changes(Policy before, Policy after, Language language) {
        this.before = before;
        this.after = after;
        this.language = language;
    }

    /** What the policy before has otherwise in the numbers of the policy after is not the doing of a threshold. */
    static List<Change> between(Policy before, Policy after, Policy structure, Language language) {
        Changes changes = new Changes(before, after, language);
        changes.policy();
        changes.each(Kind.THRESHOLD, before.thresholds(), after.thresholds(), changes::threshold, id -> "");
        changes.each(Kind.RULE, all(before), all(after), changes::rule, changes::headline);
        changes.each(Kind.BLOCK, blocks(structure), blocks(after), (policy, block) -> block(block), changes::blockName);
        changes.each(
                Kind.INDICATOR, indicators(structure), indicators(after), changes::indicator, changes::indicatorName);
        changes.each(Kind.MONTHS, months(structure), months(after), (policy, kind) -> months(kind), name -> "");
        changes.one(Kind.TREND, trend(structure), trend(after));
        changes.lists(Kind.PRECEDENCE, "", words(before.precedence()), words(after.precedence()));
        changes.one(Kind.WRONG_DECISIONS, wrongDecisions(before), wrongDecisions(after));
        changes.lists(Kind.LEVERS, "", names(before.levers()), names(after.levers()));
        changes.order();
        changes.views();
        changes.texts();
        return changes.changes;
    }

    private static Map<RuleId, Rule> all(Policy policy) {
        Map<RuleId, Rule> all = new LinkedHashMap<>(policy.rules());
        all.putAll(policy.portfolioRules());
        return all;
    }

    // --- the kinds of things, each as its aspects
    // ---------------------------------------------------------------------

    private void policy() {
        one(Kind.POLICY, policy(before), policy(after));
    }

    private static List<Aspected> policy(Policy policy) {
        return List.of(
                new Aspected("id", policy.ref().id().value()),
                new Aspected("version", policy.ref().version()),
                new Aspected("owner", policy.owner()),
                new Aspected("languages", joined(policy.languages())));
    }

    private static List<Aspected> wrongDecisions(Policy policy) {
        return Stream.of(Decision.values())
                .map(taken -> new Aspected(
                        taken.word(),
                        Stream.of(Decision.values())
                                .filter(right -> right != taken)
                                .map(right -> "%s: %s"
                                        .formatted(
                                                right.word(),
                                                policy.wrongDecisions().of(taken, right)))
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private List<Aspected> threshold(Policy policy, Threshold threshold) {
        List<Aspected> aspects = new ArrayList<>(List.of(
                new Aspected("value", number(policy, threshold.value(), threshold.unit())),
                new Aspected("unit", threshold.unit().id()),
                new Aspected("range", range(policy, threshold.range(), threshold.unit())),
                new Aspected("step", number(policy, threshold.step(), threshold.unit())),
                new Aspected("because", threshold.because())));
        threshold
                .exceptions()
                .forEach(exception -> aspects.add(new Aspected(
                        "exception",
                        "%s: %s, %s"
                                .formatted(
                                        exception.whom(),
                                        number(policy, exception.value(), threshold.unit()),
                                        exception.because()))));
        return aspects;
    }

    private List<Aspected> rule(Policy policy, Rule rule) {
        List<Aspected> aspects = new ArrayList<>();
        RuleWords words = RuleWords.of(policy, language);
        rule.elements()
                .forEach(element -> aspects.add(new Aspected("condition", element.toString(), words.element(element))));
        aspects.add(new Aspected("says", RuleText.says(rule), words.says(rule)));
        rule.law().ifPresent(law -> aspects.add(new Aspected("law", law)));
        rule.source().ifPresent(source -> aspects.add(new Aspected("source", source)));
        return aspects;
    }

    private static List<Aspected> block(Block block) {
        return List.of(new Aspected("judged-by", joined(block.judgedBy())));
    }

    private List<Aspected> indicator(Policy policy, Indicator indicator) {
        List<Aspected> aspects = new ArrayList<>();
        aspects.add(new Aspected("block", indicator.block().value()));
        aspects.add(new Aspected("unit", indicator.unit().id()));
        aspects.add(new Aspected("range", range(policy, indicator.range(), indicator.unit())));
        aspects.add(new Aspected("counting", indicator.counting().word()));
        aspects.add(new Aspected("direction", indicator.direction().word()));
        indicator
                .target()
                .ifPresent(target -> aspects.add(new Aspected("target", range(policy, target, indicator.unit()))));
        aspects.add(new Aspected("nature", indicator.nature().word()));
        aspects.add(new Aspected("due-after", number(policy, Exact.of(indicator.lagMonths()), new Unit("months"))));
        aspects.add(new Aspected("tolerance", number(policy, indicator.tolerance(), Unit.PERCENT)));
        aspects.add(new Aspected("extending", extending(indicator)));
        aspects.add(new Aspected("parts", indicator.additivity().word()));
        indicator
                .breakdown()
                .ifPresent(breakdown -> aspects.add(new Aspected(
                        "breakdown",
                        String.join(
                                ": ",
                                Stream.of(
                                                breakdown.dimension().word(),
                                                String.join(", ", breakdown.parts()),
                                                breakdown.counting() == Breakdown.Counting.ALL
                                                        ? ""
                                                        : breakdown.counting().word())
                                        .filter(part -> !part.isEmpty())
                                        .toList()))));
        indicator.partOf().ifPresent(whole -> aspects.add(new Aspected("part-of", whole.value())));
        indicator.growsOver().ifPresent(other -> aspects.add(new Aspected("grows-over", other.value())));
        indicator.computed().ifPresent(computation -> aspects.add(new Aspected("computed", computed(computation))));
        if (!indicator.definitions().isEmpty()) {
            aspects.add(new Aspected("definitions", String.join(", ", indicator.definitions())));
        }
        indicator
                .objective()
                .ifPresent(objective -> aspects.add(new Aspected(
                        "objective",
                        "%s (ends %s)"
                                .formatted(
                                        range(policy, objective.range(), indicator.unit()),
                                        objective.ends().word()))));
        indicator.casesOf().ifPresent(cases -> aspects.add(new Aspected("cases-of", cases.value())));
        indicator
                .budget()
                .ifPresent(share -> aspects.add(new Aspected(
                        "budget",
                        "%s of %s".formatted(share.cost().value(), share.of().word()))));
        trust(policy, indicator.trust(), aspects);
        aspects.add(new Aspected("shown", indicator.shown().word()));
        return aspects;
    }

    private static String computed(Computation computation) {
        return computation.fold(
                share -> "%s / %s".formatted(share.part(), share.whole()),
                gain -> "(%1$s - %2$s) / %2$s".formatted(gain.gain(), gain.cost()),
                ratio -> "%s / %s".formatted(ratio.of(), ratio.each()));
    }

    private void trust(Policy policy, Trust trust, List<Aspected> aspects) {
        trust.leastSample()
                .ifPresent(least -> aspects.add(new Aspected("least-sample", number(policy, least, Unit.COUNT))));
        if (!trust.otherPopulations().isEmpty()) {
            aspects.add(new Aspected("other-populations", String.join(", ", trust.otherPopulations())));
        }
        trust.notAbove().ifPresent(other -> aspects.add(new Aspected("not-above", other.value())));
        trust.notAboveCasesOf().ifPresent(rate -> aspects.add(new Aspected("not-above-cases-of", rate.value())));
        trust.about()
                .ifPresent(ratio -> aspects.add(new Aspected(
                        "about",
                        "%s / %s".formatted(ratio.of().value(), ratio.each().value()))));
        if (!trust.notFreeWith().isEmpty()) {
            aspects.add(new Aspected("not-free-with", joined(trust.notFreeWith())));
        }
    }

    private static String extending(Indicator indicator) {
        return switch (indicator.extendNeed()) {
            case NOT_NEEDED -> "does-not-need-it";
            case NEEDED ->
                switch (indicator.baselineNeed()) {
                    case NEEDED -> "needs-it-compared";
                    case OPTIONAL -> "needs-it";
                };
        };
    }

    private static List<Aspected> months(MonthKind kind) {
        return List.of(
                new Aspected("improved", joined(kind.improved())),
                new Aspected("none-improved", joined(kind.noneImproved())),
                new Aspected("one-worse", joined(kind.oneWorse())),
                new Aspected("after", String.valueOf(kind.afterMonths())),
                new Aspected("unknown-months", kind.onUnknownMonth().word()));
    }

    private static List<Aspected> trend(Policy policy) {
        return List.of(
                new Aspected("signal-points", String.valueOf(policy.trend().signalPoints())),
                new Aspected("stable-points", String.valueOf(policy.trend().stablePoints())),
                new Aspected("run-length", String.valueOf(policy.trend().runLength())),
                new Aspected("steady-length", String.valueOf(policy.trend().steadyLength())));
    }

    /** Rules that both have and that moved among the others. */
    private void order() {
        List<String> orderBefore = names(all(before).keySet());
        List<String> orderAfter = names(all(after).keySet());
        List<String> both = orderBefore.stream().filter(orderAfter::contains).toList();
        List<String> bothAfter =
                orderAfter.stream().filter(orderBefore::contains).toList();
        List<Aspect> moved = Alignment.without(bothAfter, Alignment.common(both, bothAfter)).stream()
                .map(rule -> new Aspect(rule, Optional.of(place(both, rule)), Optional.of(place(bothAfter, rule))))
                .toList();
        if (!moved.isEmpty()) {
            changes.add(new Change(new Subject(Kind.REASONS, ""), Happening.CHANGED, "", moved, List.of()));
        }
    }

    private static String place(List<String> order, String name) {
        return "%s/%s".formatted(order.indexOf(name) + 1, order.size());
    }

    private void views() {
        Views one = before.views();
        Views other = after.views();
        lists(Kind.VIEW, "dashboard", rows(one.dashboard()), rows(other.dashboard()));
        lists(Kind.VIEW, "agenda", topics(one), topics(other));
        for (Views.Topic topic : other.agenda()) {
            one.agenda().stream()
                    .filter(same -> same.name().equals(topic.name()))
                    .findFirst()
                    .ifPresent(same -> lists(Kind.VIEW, "agenda/" + topic.name(), contents(same), contents(topic)));
        }
        lists(Kind.VIEW, "totals", names(one.totals()), names(other.totals()));
    }

    private static List<String> rows(List<List<IndicatorId>> dashboard) {
        return dashboard.stream().map(row -> String.join(" / ", names(row))).toList();
    }

    private static List<String> topics(Views views) {
        return views.agenda().stream().map(Views.Topic::name).toList();
    }

    private static List<String> contents(Views.Topic topic) {
        return Stream.concat(Stream.of(topic.shows().word()), names(topic.indicators()).stream())
                .toList();
    }

    private void texts() {
        for (Language spoken : before.languages()) {
            if (!after.languages().contains(spoken)) {
                continue;
            }
            Map<String, String> one = sentences(before.texts(spoken));
            Map<String, String> other = sentences(after.texts(spoken));
            Set<String> keys = new LinkedHashSet<>(one.keySet());
            keys.addAll(other.keySet());
            for (String key : keys) {
                Optional<String> was = Optional.ofNullable(one.get(key));
                Optional<String> is = Optional.ofNullable(other.get(key));
                if (!was.equals(is) && !belongsToWhatCameOrWent(key)) {
                    changes.add(new Change(
                            new Subject(Kind.TEXT, spoken + "/" + key),
                            happening(was.isPresent(), is.isPresent()),
                            "",
                            List.of(new Aspect("text", was, is)),
                            List.of()));
                }
            }
        }
    }

    private boolean belongsToWhatCameOrWent(String key) {
        return changes.stream()
                .filter(change -> change.happening() != Happening.CHANGED)
                .map(Change::subject)
                .anyMatch(subject ->
                        key.startsWith("%ss/%s/".formatted(subject.kind().word(), subject.name())));
    }

    private static Map<String, String> sentences(Texts texts) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("title", texts.title());
        texts.blocks().forEach((id, words) -> {
            all.put("blocks/%s/name".formatted(id), words.name());
            all.put("blocks/%s/question".formatted(id), words.question());
        });
        texts.indicators().forEach((id, words) -> {
            all.put("indicators/%s/name".formatted(id), words.name());
            all.put("indicators/%s/brief".formatted(id), words.brief());
        });
        texts.levers().forEach((id, words) -> {
            all.put("levers/%s/name".formatted(id), words.name());
            all.put("levers/%s/action".formatted(id), words.action());
        });
        texts.parts().forEach((name, words) -> all.put("parts/" + name, words));
        texts.rules().forEach((id, words) -> {
            all.put("rules/%s/headline".formatted(id), words.headline().toString());
            all.put("rules/%s/text".formatted(id), words.text().toString());
        });
        texts.topics().forEach((name, words) -> all.put("topics/" + name, words));
        all.put("questions/financed", texts.questions().financed().toString());
        all.put("questions/obtained", texts.questions().obtained().toString());
        all.put("questions/risked", texts.questions().risked().toString());
        all.put("questions/decided", texts.questions().decided().toString());
        for (Decision decision : Decision.values()) {
            int number = 0;
            for (Object need : texts.needs().getOrDefault(decision, List.of())) {
                number++;
                all.put("needs/%s/%s".formatted(decision.word(), number), need.toString());
            }
        }
        texts.phrases().forEach((phrase, words) -> all.put("phrases/" + phrase.key(), words.toString()));
        texts.units().forEach((unit, words) -> {
            all.put("units/%s/one".formatted(unit), words.one());
            all.put("units/%s/other".formatted(unit), words.other());
        });
        return all;
    }

    // --- words
    // --------------------------------------------------------------------------------------------------------

    private String headline(RuleId id) {
        return named(texts -> Optional.ofNullable(texts.rules().get(id))
                .map(words -> words.headline().toString()));
    }

    private String indicatorName(IndicatorId id) {
        return named(texts -> Optional.ofNullable(texts.indicators().get(id)).map(Texts.IndicatorWords::name));
    }

    private String blockName(BlockId id) {
        return named(texts -> Optional.ofNullable(texts.blocks().get(id)).map(Texts.BlockWords::name));
    }

    private String named(Function<Texts, Optional<String>> words) {
        return words.apply(after.texts(language))
                .or(() -> words.apply(before.texts(language)))
                .orElse("");
    }

    private String number(Policy policy, Exact number, Unit unit) {
        return policy.texts(language).quantities().format(number, unit);
    }

    private String range(Policy policy, Range range, Unit unit) {
        Optional<String> least = range.least().map(end -> number(policy, end, unit));
        Optional<String> most = range.most().map(end -> number(policy, end, unit));
        if (least.isPresent() && most.isPresent()) {
            return least.get() + " – " + most.get();
        }
        return least.map(end -> "≥ " + end)
                .or(() -> most.map(end -> "≤ " + end))
                .orElse("–");
    }

    private static Map<BlockId, Block> blocks(Policy policy) {
        Map<BlockId, Block> blocks = new LinkedHashMap<>();
        policy.indicators().blocks().forEach(block -> blocks.put(block.id(), block));
        return blocks;
    }

    private static Map<IndicatorId, Indicator> indicators(Policy policy) {
        Map<IndicatorId, Indicator> indicators = new LinkedHashMap<>();
        policy.indicators().indicators().forEach(indicator -> indicators.put(indicator.id(), indicator));
        return indicators;
    }

    private static Map<String, MonthKind> months(Policy policy) {
        Map<String, MonthKind> kinds = new LinkedHashMap<>();
        policy.monthKinds().forEach(kind -> kinds.put(kind.name(), kind));
        return kinds;
    }

    private static List<String> words(Collection<? extends Keyword> values) {
        return values.stream().map(Keyword::word).toList();
    }

    private static List<String> names(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static String joined(Collection<?> values) {
        return values.isEmpty() ? "–" : String.join(", ", names(values));
    }

    // --- comparing
    // ----------------------------------------------------------------------------------------------------

    /** One thing about something, as one policy has it; a thing may have several of one name. */
    private record Aspected(String name, String text, String words) {

        Aspected(String name, String text) {
            this(name, text, text);
        }
    }

    private <K, V> void each(
            Kind kind,
            Map<K, V> one,
            Map<K, V> other,
            BiFunction<Policy, V, List<Aspected>> aspects,
            Function<K, String> words) {
        Set<K> keys = new LinkedHashSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (K key : keys) {
            List<Aspected> was = Optional.ofNullable(one.get(key))
                    .map(value -> aspects.apply(before, value))
                    .orElse(List.of());
            List<Aspected> is = Optional.ofNullable(other.get(key))
                    .map(value -> aspects.apply(after, value))
                    .orElse(List.of());
            add(
                    new Subject(kind, key.toString()),
                    happening(one.containsKey(key), other.containsKey(key)),
                    words.apply(key),
                    was,
                    is);
        }
    }

    private void one(Kind kind, List<Aspected> was, List<Aspected> is) {
        add(new Subject(kind, ""), Happening.CHANGED, "", was, is);
    }

    private void add(Subject subject, Happening happening, String words, List<Aspected> was, List<Aspected> is) {
        List<Aspect> aspects = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(was.stream(), is.stream()).forEach(aspect -> names.add(aspect.name()));
        for (String name : names) {
            compare(name, named(was, name), named(is, name), aspects);
        }
        if (!aspects.isEmpty()) {
            changes.add(new Change(subject, happening, words, aspects, rules(subject)));
        }
    }

    private static List<Aspected> named(List<Aspected> aspects, String name) {
        return aspects.stream().filter(aspect -> aspect.name().equals(name)).toList();
    }

    private static List<String> texts(List<Aspected> aspects) {
        return aspects.stream().map(Aspected::text).toList();
    }

    /** Texts of one name are held against each other in order; what stays is left out. */
    private static void compare(String name, List<Aspected> was, List<Aspected> is, List<Aspect> aspects) {
        List<String> common = Alignment.common(texts(was), texts(is));
        List<String> gone = Alignment.without(texts(was), common);
        List<String> come = Alignment.without(texts(is), common);
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            Optional<String> before = at(gone, i);
            Optional<String> after = at(come, i);
            aspects.add(new Aspect(name, before, after, before.map(inWords(was)), after.map(inWords(is))));
        }
    }

    private static Optional<String> at(List<String> list, int index) {
        return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    private static Function<String, String> inWords(List<Aspected> aspects) {
        return text -> aspects.stream()
                .filter(aspect -> aspect.text().equals(text))
                .map(Aspected::words)
                .findFirst()
                .orElse(text);
    }

    /** Lists are the same, or have other items, or the same in another order. */
    private void lists(Kind kind, String name, List<String> was, List<String> is) {
        if (was.equals(is)) {
            return;
        }
        List<String> gone = Alignment.without(was, is);
        List<String> come = Alignment.without(is, was);
        List<Aspect> aspects = new ArrayList<>();
        gone.forEach(item -> aspects.add(new Aspect("item", Optional.of(item), Optional.empty())));
        come.forEach(item -> aspects.add(new Aspect("item", Optional.empty(), Optional.of(item))));
        if (!Alignment.without(was, gone).equals(Alignment.without(is, come))) {
            aspects.add(new Aspect("order", Optional.of(joined(was)), Optional.of(joined(is))));
        }
        changes.add(new Change(new Subject(kind, name), Happening.CHANGED, "", aspects, List.of()));
    }

    private static Happening happening(boolean was, boolean is) {
        if (was && is) {
            return Happening.CHANGED;
        }
        return is ? Happening.ADDED : Happening.REMOVED;
    }

    private List<RuleId> rules(Subject subject) {
        if (subject.kind() != Kind.THRESHOLD) {
            return List.of();
        }
        return Stream.concat(after.allRules().stream(), before.allRules().stream())
                .filter(rule ->
                        rule.thresholds().stream().anyMatch(id -> id.value().equals(subject.name())))
                .map(Rule::id)
                .distinct()
                .toList();
    }
}
