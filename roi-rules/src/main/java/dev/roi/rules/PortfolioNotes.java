package dev.roi.rules;

import static java.util.Objects.requireNonNull;

import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.PortfolioReview.Note;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import dev.roi.core.text.Template;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the portfolio rules of one policy say of scopes together, in words. A note is about the scope of the first condition;
 * what differs in the other scopes alone is one note where its text lists them. For use by one thread.
 */
final class PortfolioNotes {

    /** The names that a sentence lists before it only counts. */
    private static final int MOST_NAMES = 6;

    private final Engine engine;
    private final Policy policy;
    private final Texts texts;
    private final List<Scored> scored;
    private final YearMonth newest;
    private final Map<Scope, Scope> byId = new HashMap<>();
    private final Set<String> currencies = new TreeSet<>();

    private PortfolioNotes(Engine engine, List<Scored> scored, YearMonth newest) {
        this.engine = engine.standing(portfolio(scored), newest);
        this.policy = this.engine.policy();
        this.texts = policy.texts(scored.get(0).review().language());
        this.scored = scored;
        this.newest = newest;
        scored.forEach(each -> {
            byId.put(key(each.review().scope()), each.review().scope());
            each.scorecard().currency().ifPresent(currencies::add);
        });
    }

    /** Each policy of the portfolio is asked; what two of them say of the same scopes is said once. */
    static List<Note> of(List<Scored> scored, YearMonth newest) {
        Map<Object, Engine> engines = new LinkedHashMap<>();
        scored.forEach(each -> engines.putIfAbsent(each.review().policy(), each.engine()));
        List<Note> notes = new ArrayList<>();
        for (Engine engine : engines.values()) {
            if (!engine.policy().portfolioRules().isEmpty()) {
                List<Note> before = List.copyOf(notes);
                new PortfolioNotes(engine, scored, newest)
                        .notes().stream()
                                .filter(note -> before.stream()
                                        .noneMatch(said -> said.rule().equals(note.rule())
                                                && said.scopes().equals(note.scopes())))
                                .forEach(notes::add);
            }
        }
        return List.copyOf(notes);
    }

    /** Thresholds with exceptions have the value for the portfolio. */
    private static Scope portfolio(List<Scored> scored) {
        List<Scope> whole = scored.stream()
                .map(each -> each.review().scope())
                .filter(scope -> scope.level() == Level.PORTFOLIO)
                .toList();
        return whole.size() == 1 ? whole.get(0) : Scope.of(Level.PORTFOLIO, "portfolio");
    }

    private static Scope key(Scope scope) {
        return Scope.of(scope.level(), scope.id());
    }

    private List<Note> notes() {
        Map<RuleId, List<Finding>> found = new HashMap<>();
        engine.portfolioFindings(new PortfolioFacts(scored, newest).askedBy(policy))
                .forEach(finding -> found.computeIfAbsent(finding.rule().id(), id -> new ArrayList<>())
                        .add(finding));
        List<Note> notes = new ArrayList<>();
        for (Rule rule : policy.portfolioRules().values()) {
            if (currencies.size() > 1 && isAboutMoney(rule)) {
                notes.add(notAsked(rule));
            } else {
                groups(rule, found.getOrDefault(rule.id(), List.of())).forEach(group -> notes.add(note(rule, group)));
            }
        }
        return notes;
    }

    /** Money of several currencies is neither compared nor added up. */
    private boolean isAboutMoney(Rule rule) {
        return rule.allConditions()
                .filter(condition -> condition.type() == FactType.SCOPE_READING && asksForValue(condition))
                .anyMatch(condition -> policy.indicators().indicators().stream()
                        .filter(indicator -> indicator.unit().equals(Unit.CURRENCY))
                        .anyMatch(indicator -> condition.mayBeAbout(indicator)));
    }

    private static boolean asksForValue(Condition condition) {
        return condition.names("value")
                || condition.bindings().stream()
                        .anyMatch(binding -> binding.field().kind() == FieldKind.NUMBER);
    }

    private Note notAsked(Rule rule) {
        String headline = said(words(rule).headline(), Map.of());
        return new Note(
                rule.id(),
                headline,
                List.of(),
                said(texts.phrase(Phrase.PORTFOLIO_CURRENCIES), Map.of("headline", headline)));
    }

    private Texts.RuleWords words(Rule rule) {
        return requireNonNull(texts.rules().get(rule.id()), "words of every rule are checked when a policy is read");
    }

    /**
     * What one note rests on.
     *
     * @param about the scope of the first condition that is about one
     * @param others the other scopes, in order
     * @param findings what was found of them
     */
    private record Group(Optional<Scope> about, List<Scope> others, List<Finding> findings) {

        List<Scope> scopes() {
            return Stream.concat(about.stream(), others.stream()).toList();
        }
    }

    private List<Group> groups(Rule rule, List<Finding> findings) {
        boolean lists = words(rule).text().placeholders().contains("scopes");
        Map<Object, Group> groups = new LinkedHashMap<>();
        for (Finding finding : inOrder(findings)) {
            Set<Scope> scopes = scopes(finding);
            Optional<Scope> about = finding.facts().stream()
                    .flatMap(fact -> scope(fact).stream())
                    .findFirst();
            List<Scope> others = scopes.stream()
                    .filter(scope -> !about.equals(Optional.of(scope)))
                    .toList();
            Group group = new Group(about, others, List.of(finding));
            groups.merge(lists ? about : finding, group, PortfolioNotes::together);
        }
        return groups.values().stream()
                .map(group -> new Group(
                        group.about(),
                        group.others().stream().sorted().distinct().toList(),
                        group.findings()))
                .sorted((one, other) -> Arrays.compare(
                        one.scopes().toArray(Scope[]::new), other.scopes().toArray(Scope[]::new)))
                .toList();
    }

    /** What was found in no particular order, in one that hangs on nothing but the facts. */
    private static List<Finding> inOrder(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(finding -> finding.facts().toString()))
                .toList();
    }

    private static Group together(Group one, Group other) {
        return new Group(
                one.about(),
                Stream.concat(one.others().stream(), other.others().stream()).toList(),
                Stream.concat(one.findings().stream(), other.findings().stream())
                        .toList());
    }

    private Set<Scope> scopes(Finding finding) {
        Set<Scope> scopes = new LinkedHashSet<>();
        Stream.concat(finding.facts().stream(), finding.counted().stream())
                .forEach(fact -> scope(fact).ifPresent(scopes::add));
        return scopes;
    }

    private Optional<Scope> scope(Fact fact) {
        return fact instanceof Fact.OfScope of
                ? Optional.ofNullable(byId.get(Scope.of(of.level(), of.id())))
                : Optional.empty();
    }

    private Note note(Rule rule, Group group) {
        Map<String, String> details = new HashMap<>();
        group.about().ifPresent(scope -> details.put("scope", name(scope)));
        details.put("month", texts.quantities().month(newest));
        if (group.findings().size() == 1) {
            seen(group.findings().get(0), details);
        }
        Texts.RuleWords words = words(rule);
        return new Note(
                rule.id(),
                said(words.headline(), listed(words.headline(), group, details)),
                group.scopes(),
                said(words.text(), listed(words.text(), group, details)));
    }

    /** Of one other scope is said which, and of several how many: a sentence has words for either. */
    private Map<String, String> listed(Template sentence, Group group, Map<String, String> details) {
        Map<String, String> listed = new HashMap<>(details);
        List<Scope> others = group.others();
        Set<String> required = sentence.required();
        if (others.size() == 1 || (required.contains("other") && !others.isEmpty())) {
            listed.put("other", list(others));
        }
        if (others.size() > 1 || required.contains("scopes")) {
            listed.put("scopes", list(others));
        }
        if (others.size() > 1 || required.contains("count")) {
            listed.put("count", String.valueOf(others.size()));
        }
        return listed;
    }

    private void seen(Finding finding, Map<String, String> details) {
        int i = 0;
        for (Condition condition : finding.asked()) {
            Fact fact = finding.facts().get(i++);
            condition.constraints().stream()
                    .flatMap(constraint -> constraint.limit().stream())
                    .findFirst()
                    .ifPresent(limit -> threshold(limit.value()).ifPresent(text -> details.putIfAbsent("limit", text)));
            if (fact instanceof Fact.ScopeAuthorises authorises) {
                details.putIfAbsent("workflow", authorises.workflow());
            }
            if (fact instanceof Fact.ScopeReading reading) {
                details.putIfAbsent("indicator", brief(reading.indicator()));
                details.putIfAbsent("value", value(reading.indicator(), reading.value()));
            }
        }
    }

    private String brief(IndicatorId id) {
        Texts.IndicatorWords words = texts.indicators().get(id);
        return words == null ? id.value() : words.brief();
    }

    private String value(IndicatorId id, Figure value) {
        return texts.quantities()
                .format(value.estimate(), unit(policy.indicators().indicator(id).unit()));
    }

    private Unit unit(Unit unit) {
        return unit.equals(Unit.CURRENCY) && currencies.size() == 1
                ? new Unit(currencies.iterator().next())
                : unit;
    }

    private Optional<String> threshold(String name) {
        return policy.thresholds().values().stream()
                .filter(threshold -> threshold.id().value().equals(name))
                .findFirst()
                .map(threshold -> texts.quantities().limit(threshold.value(), unit(threshold.unit())));
    }

    private String said(Template sentence, Map<String, String> details) {
        return sentence.render(name -> Optional.ofNullable(details.get(name))
                .or(() -> threshold(name))
                .or(() -> sentence.required().contains(name)
                        ? Optional.of(texts.phrase(Phrase.UNKNOWN).toString())
                        : Optional.empty()));
    }

    private String name(Scope scope) {
        Phrase phrase = switch (scope.level()) {
            case WORKFLOW -> Phrase.PORTFOLIO_WORKFLOW;
            case TEAM -> Phrase.PORTFOLIO_TEAM;
            case PORTFOLIO -> Phrase.PORTFOLIO_WHOLE;
        };
        Map<String, String> details = new HashMap<>(Map.of("name", scope.name()));
        if (!scope.name().equals(scope.id())) {
            details.put("id", scope.id());
        }
        return said(texts.phrase(phrase), details);
    }

    private String list(List<Scope> scopes) {
        List<String> names = scopes.stream().map(this::name).toList();
        return names.size() <= MOST_NAMES
                ? texts.quantities().list(names)
                : said(
                        texts.phrase(Phrase.PORTFOLIO_MORE),
                        Map.of(
                                "some",
                                String.join(", ", names.subList(0, MOST_NAMES)),
                                "count",
                                String.valueOf(names.size() - MOST_NAMES)));
    }
}
