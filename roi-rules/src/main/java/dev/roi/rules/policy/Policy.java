package dev.roi.rules.policy;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.ThresholdId;
import dev.roi.core.UnknownName;
import dev.roi.core.trend.TrendSettings;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.Limits;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a policy directory means, ready to be used: names resolved, numbers filled in.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Policy implements Limits {

    private final Parts parts;
    private final Map<RuleId, Rule> rules;
    private final Map<RuleId, Rule> portfolioRules;
    private final Map<IndicatorId, List<Limit>> limits;
    private final Map<Question, Boolean> mayAsk = new ConcurrentHashMap<>();
    private final Set<FactType> asked;
    private final Set<FactType> askedStale;
    private final boolean hasExceptions;
    private final Map<RuleId, Integer> positions;
    private volatile @Nullable PolicyRef ref;

    Policy(Parts parts) {
        this.parts = parts;
        this.rules = byId(parts.rules());
        this.portfolioRules = byId(parts.portfolioRules());
        Map<RuleId, Integer> order = new HashMap<>();
        rules.keySet().forEach(id -> order.put(id, order.size()));
        this.positions = Collections.unmodifiableMap(order);
        Set<FactType> types = EnumSet.noneOf(FactType.class);
        Set<FactType> stale = EnumSet.noneOf(FactType.class);
        Map<IndicatorId, List<Limit>> found = new LinkedHashMap<>();
        for (Rule rule : parts.rules()) {
            rule.allConditions().forEach(condition -> {
                types.add(condition.type());
                if (condition.names("stale")) {
                    stale.add(condition.type());
                }
                limitsOf(condition, found);
            });
        }
        this.asked = Collections.unmodifiableSet(types);
        this.askedStale = Collections.unmodifiableSet(stale);
        this.limits = Collections.unmodifiableMap(found);
        this.hasExceptions = parts.thresholds().values().stream()
                .anyMatch(threshold -> !threshold.exceptions().isEmpty());
    }

    private static Map<RuleId, Rule> byId(List<Rule> rules) {
        Map<RuleId, Rule> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        return Collections.unmodifiableMap(byId);
    }

    private void limitsOf(Condition condition, Map<IndicatorId, List<Limit>> found) {
        if (condition.type() != FactType.READING && condition.type() != FactType.LATEST) {
            return;
        }
        for (Constraint named : condition.constraints()) {
            if (named.field().kind() != FieldKind.INDICATOR
                    || (named.operator() != Operator.EQUAL && named.operator() != Operator.IN)) {
                continue;
            }
            for (Constraint held : condition.constraints()) {
                held.limit()
                        .ifPresent(threshold -> named.words()
                                .forEach(word -> found.computeIfAbsent(new IndicatorId(word), id -> new ArrayList<>())
                                        .add(new Limit(held.operator(), threshold, limit(threshold)))));
            }
        }
    }

    /**
     * Returns which policy this is.
     *
     * @return its name, version and fingerprint
     */
    public PolicyRef ref() {
        PolicyRef known = ref;
        if (known == null) { // to decide takes no fingerprint, which is slow to write
            known = new PolicyRef(parts.id(), parts.version(), Canonical.fingerprint(parts));
            ref = known; // whichever thread makes it, it is the same
        }
        return known;
    }

    /**
     * Returns who answers for the policy.
     *
     * @return its owner
     */
    public String owner() {
        return parts.owner();
    }

    /**
     * Returns what the policy is a copy of.
     *
     * @return the policy that was copied, as it was then, if this is a copy; it changes nothing, so it is no part of the
     *     fingerprint
     */
    public Optional<PolicyRef> origin() {
        return parts.origin();
    }

    /**
     * Returns the languages that the policy speaks.
     *
     * @return the languages, in order; the first is used where nothing is said
     */
    public List<Language> languages() {
        return List.copyOf(parts.texts().keySet());
    }

    /**
     * Returns the blocks and indicators.
     *
     * @return what a scorecard may report
     */
    public IndicatorSet indicators() {
        return parts.indicators();
    }

    /**
     * Returns the thresholds.
     *
     * @return all of them by name, in the order of the file
     */
    public Map<ThresholdId, Threshold> thresholds() {
        return parts.thresholds();
    }

    @Override
    public Exact limit(ThresholdId id) {
        Threshold threshold = parts.thresholds().get(id);
        if (threshold == null) {
            throw new NoSuchElementException("no threshold (%s)".formatted(id));
        }
        return threshold.value();
    }

    /**
     * Returns the levers.
     *
     * @return all of them, in the policy's order
     */
    public List<LeverId> levers() {
        return parts.levers();
    }

    /**
     * Returns the kinds of months that runs are counted of.
     *
     * @return all of them, in order
     */
    public List<MonthKind> monthKinds() {
        return parts.monthKinds();
    }

    /**
     * Returns the order in which decisions are considered.
     *
     * @return every decision, the first to apply first
     */
    public List<Decision> precedence() {
        return parts.precedence();
    }

    /**
     * Returns what wrong decisions cost.
     *
     * @return the costs, the usual ones where the policy gives none
     */
    public WrongDecisions wrongDecisions() {
        return parts.wrongDecisions();
    }

    /**
     * Returns the rules about one scope.
     *
     * @return all of them by name, in the order in which their reasons are given
     */
    public Map<RuleId, Rule> rules() {
        return rules;
    }

    /**
     * Returns the rules about the scopes of a portfolio together, which note something and change no decision.
     *
     * @return all of them by name, in the order in which their notes are given; may be none
     */
    public Map<RuleId, Rule> portfolioRules() {
        return portfolioRules;
    }

    /**
     * Returns the rules of both kinds.
     *
     * @return those about one scope, and then those about portfolios, in order
     */
    public List<Rule> allRules() {
        return Stream.concat(rules.values().stream(), portfolioRules.values().stream())
                .toList();
    }

    /**
     * Returns a rule's place in the policy's order.
     *
     * @param id its name
     * @return 0 for the first
     * @throws NoSuchElementException when the policy does not have it
     */
    public int position(RuleId id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new NoSuchElementException("no rule (%s)".formatted(id));
        }
        return position;
    }

    /**
     * Returns the limits that rules hold an indicator's value against.
     *
     * @param id the indicator
     * @return the limits; may be empty
     */
    public List<Limit> limitsOn(IndicatorId id) {
        return limits.getOrDefault(id, List.of());
    }

    /**
     * Tells whether any rule asks for facts of a type.
     *
     * @param type the type
     * @return whether one does
     */
    public boolean asksFor(FactType type) {
        return asked.contains(type);
    }

    /** What {@link #mayAskFor} was asked: every month asks the same. */
    private record Question(FactType type, String field, String word) {}

    /**
     * Tells whether any rule asks for what is on record.
     *
     * @return whether its reviews may hang on a ledger
     */
    public boolean asksForRecord() {
        return asked.stream().anyMatch(FactType::isOnRecord);
    }

    /**
     * Tells whether a condition of some rule asks for facts of an earlier month, by naming {@code stale}.
     *
     * @param type the type of facts that the condition is about
     * @return whether one does
     */
    public boolean asksForStale(FactType type) {
        return askedStale.contains(type);
    }

    /**
     * Tells whether a rule may ask for a fact with a word.
     *
     * @param type the type of the fact
     * @param field one of its fields
     * @param word what the field holds
     * @return whether some condition does not exclude it
     */
    public boolean mayAskFor(FactType type, String field, String word) {
        return mayAsk.computeIfAbsent(new Question(type, field, word), this::isAskedByARule);
    }

    private boolean isAskedByARule(Question question) {
        return rules.values().stream()
                .flatMap(Rule::allConditions)
                .filter(condition -> condition.type() == question.type())
                .anyMatch(condition -> condition.constraints().stream()
                        .filter(constraint -> constraint.field().name().equals(question.field()))
                        .filter(constraint -> !constraint.words().isEmpty())
                        .allMatch(constraint -> constraint.words().contains(question.word())
                                == constraint.operator().isPositive()));
    }

    /**
     * Returns the numbers that tell a trend from noise.
     *
     * @return the numbers
     */
    public TrendSettings trend() {
        return parts.trend();
    }

    /**
     * Returns what is shown.
     *
     * @return the views
     */
    public Views views() {
        return parts.views();
    }

    /**
     * Returns the sentences of a language.
     *
     * @param language the language
     * @return its sentences
     * @throws UnknownName when the policy does not speak it; it names those it does
     */
    public Texts texts(Language language) {
        Texts texts = parts.texts().get(language);
        if (texts == null) {
            throw UnknownName.of(
                    PolicyCode.UNKNOWN_NAME.id(),
                    Message.of("the policy `%s` does not speak `%s`.", parts.id(), language),
                    language.tag(),
                    languages().stream().map(Language::tag).toList());
        }
        return texts;
    }

    Map<Language, Texts> allTexts() {
        return parts.texts();
    }

    /**
     * Returns the policy without one of its rules.
     *
     * @param id the rule
     * @return the same policy without it, with a fingerprint of its own
     */
    public Policy without(RuleId id) {
        return with(rule -> rule.id().equals(id) ? Optional.empty() : Optional.of(rule));
    }

    /**
     * Returns the policy with one rule put in the place of the one with its name.
     *
     * @param other the rule
     * @return the same policy with that rule, with a fingerprint of its own
     */
    public Policy with(Rule other) {
        return with(rule -> Optional.of(rule.id().equals(other.id()) ? other : rule));
    }

    /**
     * Returns the policy with another value of a threshold.
     *
     * @param id the threshold
     * @param value its value, within its range
     * @param indicators makes of each indicator what it is under that value; whatever else reads the threshold, rules
     *     aside, stays as it is
     * @return the same policy with that value, with a fingerprint of its own
     */
    public Policy with(ThresholdId id, Exact value, UnaryOperator<Indicator> indicators) {
        Map<ThresholdId, Threshold> thresholds = new LinkedHashMap<>(parts.thresholds());
        thresholds.computeIfPresent(id, (same, threshold) -> threshold.with(value));
        IndicatorSet others = new IndicatorSet(
                parts.indicators().blocks(),
                parts.indicators().indicators().stream().map(indicators).toList());
        return with(others, thresholds, parts.rules(), parts.portfolioRules());
    }

    /**
     * Returns the policy with another threshold in the place of the one with its name.
     *
     * @param other the threshold; only rules may read it
     * @return the same policy with that threshold, with a fingerprint of its own
     */
    public Policy with(Threshold other) {
        Map<ThresholdId, Threshold> thresholds = new LinkedHashMap<>(parts.thresholds());
        thresholds.replace(other.id(), other);
        return with(parts.indicators(), thresholds, parts.rules(), parts.portfolioRules());
    }

    /**
     * Tells whether a threshold has exceptions.
     *
     * @return whether one has
     */
    public boolean hasExceptions() {
        return hasExceptions;
    }

    /**
     * Returns the policy as it stands for a scope and month: each threshold has the value of the exception that counts.
     *
     * @param scope the scope
     * @param month the month
     * @return the policy, which calls itself by the same fingerprint; this one where no exception counts
     */
    public Policy of(Scope scope, YearMonth month) {
        if (!hasExceptions) {
            return this;
        }
        Map<ThresholdId, Threshold> thresholds = new LinkedHashMap<>(parts.thresholds());
        thresholds.replaceAll((id, threshold) -> threshold.of(scope, month));
        if (thresholds.equals(parts.thresholds())) {
            return this;
        }
        Policy standing = with(parts.indicators(), thresholds, parts.rules(), parts.portfolioRules());
        standing.ref = ref();
        return standing;
    }

    /**
     * Returns the policy without the rules that only note something, whose decisions are the same.
     *
     * @return the same policy without them, with a fingerprint of its own
     */
    public Policy withoutNotes() {
        return with(rule -> Optional.of(rule).filter(one -> one.consequence().effect() != Effect.NOTE));
    }

    /**
     * Returns the policy without the rules that ask for what is on record, none of which applies without a ledger.
     *
     * @return the same policy without them, with a fingerprint of its own
     */
    public Policy withoutRecord() {
        return with(rule -> Optional.of(rule).filter(one -> !one.asksForRecord()));
    }

    private Policy with(Function<Rule, Optional<Rule>> change) {
        return with(
                parts.indicators(),
                parts.thresholds(),
                parts.rules().stream()
                        .flatMap(rule -> change.apply(rule).stream())
                        .toList(),
                parts.portfolioRules().stream()
                        .flatMap(rule -> change.apply(rule).stream())
                        .toList());
    }

    private Policy with(
            IndicatorSet indicators,
            Map<ThresholdId, Threshold> thresholds,
            List<Rule> changed,
            List<Rule> changedOfPortfolio) {
        Parts other = new Parts(
                parts.id(),
                parts.version(),
                parts.owner(),
                parts.origin(),
                parts.texts(),
                indicators,
                thresholds,
                parts.levers(),
                parts.monthKinds(),
                parts.precedence(),
                parts.wrongDecisions(),
                changed,
                changedOfPortfolio,
                parts.trend(),
                parts.views());
        return new Policy(other);
    }

    @Override
    public String toString() {
        return "%s %s".formatted(parts.id(), parts.version());
    }

    /**
     * A limit that a rule holds a value against.
     *
     * @param operator how the value is compared
     * @param threshold the threshold
     * @param value the threshold's value
     */
    public record Limit(Operator operator, ThresholdId threshold, Exact value) {

        /**
         * Tells whether a value meets the comparison.
         *
         * @param candidate the value
         * @return whether it does
         */
        public boolean isMetBy(Exact candidate) {
            return operator.isMetBy(candidate.compareTo(value));
        }
    }

    /** What a policy is put together from. */
    record Parts(
            PolicyId id,
            String version,
            String owner,
            Optional<PolicyRef> origin,
            Map<Language, Texts> texts,
            IndicatorSet indicators,
            Map<ThresholdId, Threshold> thresholds,
            List<LeverId> levers,
            List<MonthKind> monthKinds,
            List<Decision> precedence,
            WrongDecisions wrongDecisions,
            List<Rule> rules,
            List<Rule> portfolioRules,
            TrendSettings trend,
            Views views) {

        Parts {
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
            thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
            levers = List.copyOf(levers);
            monthKinds = List.copyOf(monthKinds);
            precedence = List.copyOf(precedence);
            rules = List.copyOf(rules);
            portfolioRules = List.copyOf(portfolioRules);
        }
    }
}
