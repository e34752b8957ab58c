package dev.roi.governance.catalogue.page;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.Range;
import dev.roi.core.Unit;
import dev.roi.core.ViewId;
import dev.roi.core.text.Template;
import dev.roi.governance.catalogue.page.CataloguePage.Chapter;
import dev.roi.governance.catalogue.page.CataloguePage.Entry;
import dev.roi.governance.catalogue.page.CataloguePage.OfBlock;
import dev.roi.governance.catalogue.page.CataloguePage.OfIndicator;
import dev.roi.governance.catalogue.page.CataloguePage.OfRule;
import dev.roi.governance.catalogue.page.CataloguePage.OfThreshold;
import dev.roi.governance.catalogue.page.CataloguePage.OfView;
import dev.roi.governance.catalogue.page.CataloguePage.Sentence;
import dev.roi.governance.catalogue.page.CataloguePage.Spoken;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Threshold;
import dev.roi.rules.policy.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a catalogue together. */
public final class PageMaker {

    private final Policy policy;
    private final Texts texts;
    private final Words words;
    private final RuleWords inWords;
    private final Map<String, OfThreshold> thresholds = new LinkedHashMap<>();

    /**
     * Begins the catalogue of a policy.
     *
     * @param policy the policy
     * @param language the language of the page
     */
    public PageMaker(Policy policy, Language language) {
        this.policy = policy;
        this.texts = policy.texts(language);
        this.words = new Words(language);
        this.inWords = new RuleWords(policy, texts, words);
        policy.thresholds().values().forEach(each -> thresholds.put(each.id().value(), threshold(each)));
    }

    /**
     * Puts it together.
     *
     * @return the page
     */
    public CataloguePage page() {
        return new CataloguePage(
                words,
                texts.title(),
                about(),
                chapters(),
                rules(rule -> rule.allConditions().anyMatch(PageMaker::isGeneral)),
                policy.indicators().blocks().stream().map(this::block).toList(),
                policy.monthKinds().stream().map(this::months).toList(),
                List.copyOf(thresholds.values()),
                policy.views().readers().entrySet().stream()
                        .map(view -> view(view.getKey(), view.getValue()))
                        .toList(),
                policy.levers().stream().map(this::lever).toList(),
                entries(texts.background().laws()),
                entries(texts.background().sources()).stream()
                        .filter(entry -> policy.allRules().stream()
                                .noneMatch(rule -> rule.source().equals(Optional.of(entry.name()))))
                        .toList());
    }

    private static List<Entry> entries(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Entry> about() {
        List<Entry> about = new ArrayList<>();
        about.add(new Entry(words.get("policy"), policy.ref().id().value()));
        about.add(new Entry(words.get("version"), policy.ref().version()));
        about.add(new Entry(words.get("owner"), policy.owner()));
        about.add(new Entry(words.get("fingerprint"), policy.ref().fingerprint().value()));
        policy.origin()
                .ifPresent(origin -> about.add(new Entry(
                        words.get("origin"),
                        "%s %s, %s".formatted(origin.id(), origin.version(), origin.fingerprint()))));
        about.add(new Entry(
                words.get("precedence"),
                words.then(policy.precedence().stream()
                        .map(decision -> words.get("decision." + decision.word()))
                        .toList())));
        return about;
    }

    private List<Chapter> chapters() {
        Map<String, List<Rule>> files = policy.allRules().stream()
                .collect(Collectors.groupingBy(Rule::file, LinkedHashMap::new, Collectors.toList()));
        return files.entrySet().stream()
                .map(file -> new Chapter(
                        file.getKey(),
                        texts.background().asks().getOrDefault(file.getKey(), ""),
                        file.getValue().stream().map(this::rule).toList()))
                .toList();
    }

    private OfRule rule(Rule rule) {
        return new OfRule(
                rule.id().value(),
                rule.consequence().effect().word(),
                inWords.says(rule),
                rule.elements().stream().map(inWords::element).toList(),
                rule.thresholds().stream()
                        .flatMap(id -> Optional.ofNullable(thresholds.get(id.value())).stream())
                        .toList(),
                rule.law()
                        .map(law -> cited(law, texts.background().laws().get(law)))
                        .orElse(""),
                rule.source()
                        .map(source ->
                                spoken(source, texts.background().sources().get(source))),
                policy.languages().stream()
                        .flatMap(language -> Optional.ofNullable(
                                policy.texts(language).rules().get(rule.id()))
                                .map(said -> new Sentence(language.tag(), inFull(said.headline()), inFull(said.text())))
                                .stream())
                        .toList());
    }

    /** A sentence with all of its parts, those too that it has only where they can be filled. */
    private static String inFull(Template sentence) {
        return sentence.toString().replace("[[", "").replace("]]", "");
    }

    private static String cited(String law, @org.jspecify.annotations.Nullable String sentence) {
        return sentence == null ? law : law + ". " + sentence;
    }

    private Entry months(MonthKind kind) {
        List<String> claims = new ArrayList<>();
        blocks("months.improved", kind.improved()).ifPresent(claims::add);
        blocks("months.none-improved", kind.noneImproved()).ifPresent(claims::add);
        blocks("months.one-worse", kind.oneWorse()).ifPresent(claims::add);
        if (kind.afterMonths() > 0) {
            claims.add(words.get("months.after", Map.of("months", months(kind.afterMonths()))));
        }
        claims.add(words.get("months.untold." + kind.onUnknownMonth().word()));
        return new Entry(kind.name(), String.join(", ", claims));
    }

    private Optional<String> blocks(String key, List<BlockId> blocks) {
        return Optional.of(blocks)
                .filter(some -> !some.isEmpty())
                .map(some -> words.get(
                        key,
                        Map.of(
                                "blocks",
                                texts.quantities()
                                        .list(some.stream().map(this::name).toList()))));
    }

    private String name(BlockId id) {
        Texts.BlockWords said = texts.blocks().get(id);
        return said == null ? id.value() : said.name();
    }

    private String name(IndicatorId id) {
        Texts.IndicatorWords said = texts.indicators().get(id);
        return said == null ? id.value() : said.name();
    }

    private OfView view(ViewId id, Views.ReaderView view) {
        List<Entry> shown = new ArrayList<>();
        shown.add(new Entry(
                words.get("rows"),
                view.rows().stream()
                        .map(row -> row.stream().map(this::name).collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" | "))));
        if (!view.parts().isEmpty()) {
            shown.add(new Entry(
                    words.get("parts"),
                    texts.quantities()
                            .list(view.parts().stream()
                                    .map(part -> words.of(part.word()))
                                    .toList())));
        }
        Texts.ViewWords said = texts.views().get(id);
        if (said != null) {
            shown.add(new Entry(words.get("headline"), inFull(said.headline())));
            said.questions().forEach(asked -> shown.add(new Entry(asked.question(), inFull(asked.answer()))));
        }
        return new OfView(id.value(), said == null ? id.value() : said.title(), shown);
    }

    private Entry lever(LeverId id) {
        Texts.LeverWords said = texts.levers().get(id);
        return said == null ? new Entry(id.value(), "") : new Entry(said.name(), said.action());
    }

    private OfThreshold threshold(Threshold threshold) {
        return new OfThreshold(
                threshold.id().value(),
                value(threshold),
                range(threshold.range(), threshold.unit()),
                words.get("step", Map.of("step", threshold.step().toString())),
                spoken(
                        threshold.because(),
                        texts.background().because().get(threshold.id().value())),
                policy.allRules().stream()
                        .filter(rule -> rule.thresholds().contains(threshold.id()))
                        .map(rule -> rule.id().value())
                        .toList());
    }

    private String value(Threshold threshold) {
        return Stream.concat(
                        Stream.of(format(threshold.value(), threshold.unit())),
                        threshold.exceptions().stream()
                                .map(exception -> words.get(
                                        "exception",
                                        Map.of(
                                                "value", format(exception.value(), threshold.unit()),
                                                "whom", exception.whom(),
                                                "because", exception.because()))))
                .collect(Collectors.joining("; "));
    }

    /** A text of the policy's first language, or what the texts of this page's language say instead. */
    private Spoken spoken(String text, @org.jspecify.annotations.Nullable String translated) {
        Language first = policy.languages().iterator().next();
        if (translated != null || first.equals(texts.language())) {
            return new Spoken(translated == null ? text : translated, "", "");
        }
        String name = first.locale().getDisplayLanguage(texts.language().locale());
        return new Spoken(text, first.tag(), words.get("in-language", Map.of("language", name)));
    }

    private String format(Exact number, Unit unit) {
        return texts.quantities().format(number, unit);
    }

    private String range(Range range, Unit unit) {
        Optional<String> least = range.least().map(value -> format(value, unit));
        Optional<String> most = range.most().map(value -> format(value, unit));
        if (least.isPresent() && most.isPresent()) {
            return words.get("from-to", Map.of("least", least.get(), "most", most.get()));
        }
        return least.map(value -> words.get("from", Map.of("least", value)))
                .or(() -> most.map(value -> words.get("to", Map.of("most", value))))
                .orElseGet(() -> words.get("any"));
    }

    private OfBlock block(Block block) {
        Texts.BlockWords said = texts.blocks().get(block.id());
        return new OfBlock(
                block.id().value(),
                said == null ? block.id().value() : said.name(),
                said == null ? "" : said.question(),
                policy.indicators().indicators().stream()
                        .filter(indicator -> indicator.block().equals(block.id()))
                        .map(indicator -> indicator(indicator, block))
                        .toList());
    }

    private OfIndicator indicator(Indicator indicator, Block block) {
        String id = indicator.id().value();
        Texts.IndicatorWords said = texts.indicators().get(indicator.id());
        boolean isNeeded = indicator.extendNeed() == Indicator.ExtendNeed.NEEDED;
        boolean judges = block.judgedBy().contains(indicator.id());
        List<String> named = rules(rule -> rule.allConditions()
                .anyMatch(condition -> names(condition, id) || (judges && reads(condition, block))));
        return new OfIndicator(
                id,
                said == null ? id : said.name(),
                indicator.unit().equals(Unit.CURRENCY)
                        ? words.get("money", Map.of("range", range(indicator.range(), Unit.COUNT)))
                        : range(indicator.range(), indicator.unit()),
                words.get("direction." + indicator.direction().word()),
                words.get("nature." + indicator.nature().word()),
                words.get(
                        !isNeeded
                                ? "needs.none"
                                : indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED
                                        ? "needs.compared"
                                        : "needs.reading"),
                months(indicator.lagMonths()),
                named,
                isNeeded,
                shown(indicator.id(), block, judges));
    }

    private String months(int months) {
        String key = months == 0 ? "months.none" : months == 1 ? "months.one" : "months.other";
        return words.get(key, Map.of("n", Integer.toString(months)));
    }

    private List<String> rules(Predicate<Rule> which) {
        return policy.allRules().stream()
                .filter(which)
                .map(rule -> rule.id().value())
                .toList();
    }

    private static boolean names(Condition condition, String indicator) {
        return about(condition, FieldKind.INDICATOR)
                .anyMatch(constraint -> constraint.words().contains(indicator) == isPositive(constraint));
    }

    /** Whether a condition asks about a block, or about months that the block makes to be of their kind. */
    private boolean reads(Condition condition, Block block) {
        boolean ofBlock = condition.type() == FactType.BLOCK
                && about(condition, FieldKind.BLOCK)
                        .allMatch(constraint ->
                                constraint.words().contains(block.id().value()) == isPositive(constraint));
        boolean ofMonths = about(condition, FieldKind.MONTH_KIND)
                .flatMap(constraint -> constraint.words().stream())
                .anyMatch(kind -> kinds(block).contains(kind));
        return ofBlock || ofMonths;
    }

    private Set<String> kinds(Block block) {
        return policy.monthKinds().stream()
                .filter(kind -> Stream.of(kind.improved(), kind.noneImproved(), kind.oneWorse())
                        .anyMatch(blocks -> blocks.contains(block.id())))
                .map(MonthKind::name)
                .collect(Collectors.toSet());
    }

    /** Whether a condition is about any indicator that extending needs, rather than about one that it names. */
    private static boolean isGeneral(Condition condition) {
        boolean aboutIndicators =
                condition.type().fields().values().stream().anyMatch(field -> field.kind() == FieldKind.INDICATOR);
        return aboutIndicators
                && about(condition, FieldKind.INDICATOR).findAny().isEmpty();
    }

    private static Stream<Constraint> about(Condition condition, FieldKind kind) {
        return condition.constraints().stream()
                .filter(constraint -> constraint.field().kind() == kind);
    }

    private static boolean isPositive(Constraint constraint) {
        return constraint.operator() == Operator.EQUAL || constraint.operator() == Operator.IN;
    }

    private List<String> shown(IndicatorId id, Block block, boolean judges) {
        List<String> shown = new ArrayList<>();
        if (policy.views().dashboard().stream().anyMatch(row -> row.contains(id))) {
            shown.add(words.get("dashboard"));
        }
        for (Views.Topic topic : policy.views().agenda()) {
            if (topic.indicators().contains(id)) {
                shown.add(words.get(
                        "agenda", Map.of("topic", texts.topics().getOrDefault(topic.name(), topic.name()))));
            }
        }
        policy.views().readers().forEach((view, shows) -> {
            if (shows.rows().stream().anyMatch(row -> row.contains(id))) {
                Texts.ViewWords said = texts.views().get(view);
                shown.add(words.get("view", Map.of("view", said == null ? view.value() : said.title())));
            }
        });
        if (judges) {
            Texts.BlockWords said = texts.blocks().get(block.id());
            shown.add(words.get(
                    "judges", Map.of("block", said == null ? block.id().value() : said.name())));
        }
        return shown;
    }
}
