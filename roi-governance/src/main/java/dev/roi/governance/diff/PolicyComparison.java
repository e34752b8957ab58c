package dev.roi.governance.diff;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Approval;
import dev.roi.core.Decision;
import dev.roi.core.Fault;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.Message;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyDiff.Change;
import dev.roi.core.PolicyDiff.Flip;
import dev.roi.core.PolicyDiff.Mistake;
import dev.roi.core.PolicyDiff.Move;
import dev.roi.core.PolicyDiff.Past;
import dev.roi.core.PolicyDiff.Recency;
import dev.roi.core.PolicyDiff.Refusal;
import dev.roi.core.PolicyDiff.Side;
import dev.roi.core.PolicyDiff.Stay;
import dev.roi.core.PolicyDiff.Tally;
import dev.roi.core.RecordFault;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.json.Json;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.Finding;
import dev.roi.rules.policy.HybridPolicy;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.WrongDecisions;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two policies, held against each other. Reads no clock and no file. Safe for use by several threads.
 */
public final class PolicyComparison {

    private final HybridPolicy blend;
    private final Engine before;
    private final Engine after;

    private PolicyComparison(HybridPolicy blend) {
        this.blend = blend;
        this.before = Engine.of(blend.before());
        this.after = before.adaptedTo(blend.after());
    }

    /**
     * Reads two policies.
     *
     * @param before the files of the one that is compared with
     * @param after the files of the one that might take its place
     * @return the comparison
     * @throws InvalidInput when anything is wrong with one of them, with everything that is; places begin with the name
     *     of the policy
     */
    public static PolicyComparison of(PolicyFiles before, PolicyFiles after) {
        return new PolicyComparison(Engine.blend(requireNonNull(before, "before"), requireNonNull(after, "after")));
    }

    /**
     * Returns the policy that is compared with.
     *
     * @return the policy before
     */
    public Policy before() {
        return blend.before();
    }

    /**
     * Returns the policy that might take its place.
     *
     * @return the policy after
     */
    public Policy after() {
        return blend.after();
    }

    /**
     * Returns what a history may report: what either policy knows.
     *
     * @return the indicators of both; where both have one, as the policy before has it
     */
    public IndicatorSet indicators() {
        return blend.indicators();
    }

    /**
     * Says what is different.
     *
     * @param language a language that both policies speak
     * @return the differences, without a look at the past
     * @throws dev.roi.core.UnknownName when one of the policies does not speak the language
     */
    public PolicyDiff diff(Language language) {
        return diff(language, changes(language), Optional.empty());
    }

    /**
     * Returns what an approval of the policy after puts on record of the comparison.
     *
     * @return the policy before, and the digest of the differences, without a look at the past
     * @throws InvalidInput when no language is spoken by both policies
     */
    public Approval.Change change() {
        List<Language> spoken = after().languages().stream()
                .filter(before().languages()::contains)
                .toList();
        if (spoken.isEmpty()) {
            throw new InvalidInput(List.of(RecordFault.OTHER_POLICY.of(
                    Message.of(
                            "policies %s and %s have no language in common",
                            before().ref().id(), after().ref().id()),
                    Message.of("Compare it with a policy that speaks one of its languages."))));
        }
        Language language = spoken.contains(Language.ENGLISH) ? Language.ENGLISH : spoken.get(0);
        return new Approval.Change(
                before().ref(), Hash.of(Json.write(diff(language)).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Says what is different, and decides every complete month of a history under both policies.
     *
     * <p>Readings of an indicator that one of the policies does not know are left out where that one decides.
     *
     * @param language a language that both policies speak
     * @param history the scorecards; each scope once
     * @param progress is told after each month how many are done
     * @return the differences, and what they do to past decisions
     * @throws dev.roi.core.UnknownName when one of the policies does not speak the language
     */
    public PolicyDiff diff(Language language, Collection<Scorecard> history, IntConsumer progress) {
        requireNonNull(history, "history");
        requireNonNull(progress, "progress");
        List<Change> changes = changes(language);
        return diff(language, changes, Optional.of(new Comparing(language, changes, progress).past(history)));
    }

    private List<Change> changes(Language language) {
        requireNonNull(language, "language");
        return Changes.between(blend.before(), blend.after(), blend.beforeInNumbersOfAfter(), language);
    }

    private PolicyDiff diff(Language language, List<Change> changes, Optional<Past> past) {
        return new PolicyDiff(side(blend.before(), language), side(blend.after(), language), language, changes, past);
    }

    private static Side side(Policy policy, Language language) {
        return new Side(policy.ref(), policy.texts(language).title());
    }

    /** Deciding one history under both policies. For use by one thread. */
    private final class Comparing {

        private final Language language;
        private final Causes causes;
        private final IntConsumer progress;
        private final List<Flip> flips = new ArrayList<>();
        private final List<Stay> stays = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();
        private final Set<IndicatorId> leftOut = new LinkedHashSet<>();
        private final List<YearMonth> months = new ArrayList<>();
        private final List<Scorecard> fittedBefore = new ArrayList<>();
        private final List<Scorecard> fittedAfter = new ArrayList<>();
        private final Map<Decision, Tally> tallies = new EnumMap<>(Decision.class);

        Comparing(Language language, List<Change> changes, IntConsumer progress) {
            this.language = language;
            this.causes = new Causes(blend, before, changes);
            this.progress = progress;
        }

        Past past(Collection<Scorecard> history) {
            history.stream().sorted(Comparator.comparing(Scorecard::scope)).forEach(this::compare);
            return new Past(
                    history.size(),
                    months.size(),
                    months.stream().min(Comparator.naturalOrder()),
                    months.stream().max(Comparator.naturalOrder()),
                    flips,
                    stays,
                    leftOut.stream().sorted().toList(),
                    refusals,
                    tallies,
                    mistakes(),
                    new NoteComparison(before, after, language)
                            .between(
                                    fittedBefore,
                                    fittedAfter,
                                    flips.stream().map(Flip::month).toList()));
        }

        /** What each way in which decisions change costs if it is wrong, where the policy after says so. */
        private Map<Move, Mistake> mistakes() {
            WrongDecisions costs = blend.after().wrongDecisions();
            Map<Move, Mistake> mistakes = new HashMap<>();
            if (!costs.equals(WrongDecisions.USUAL)) {
                flips.stream()
                        .map(Flip::move)
                        .forEach(move -> mistakes.put(
                                move,
                                new Mistake(
                                        costs.of(move.after(), move.before()), costs.of(move.before(), move.after()))));
            }
            return mistakes;
        }

        private void compare(Scorecard scorecard) {
            Fitted fitted = new Fitted(scorecard);
            Scorecard forBefore = fitted.to(blend.before());
            Scorecard forAfter = fitted.to(blend.after());
            leftOut.addAll(fitted.unknownTo(blend.before()));
            leftOut.addAll(fitted.unknownTo(blend.after()));
            boolean refusedBefore = refuses(before, forBefore);
            boolean refusedAfter = refuses(after, forAfter);
            if (refusedBefore || refusedAfter) {
                return;
            }
            fittedBefore.add(forBefore);
            fittedAfter.add(forAfter);
            List<YearMonth> complete = scorecard.completeMonths();
            for (YearMonth month : complete) {
                ReviewRequest request = ReviewRequest.LATEST.forMonth(month).in(language);
                Verdict was = before.verdict(forBefore, request);
                Verdict is = after.verdict(forAfter, request);
                Recency recency = month.equals(complete.get(complete.size() - 1)) ? Recency.LATEST : Recency.EARLIER;
                Set<RuleId> rulesBefore = rules(was);
                Set<RuleId> rulesAfter = rules(is);
                List<RuleId> silenced = without(blend.before(), rulesBefore, rulesAfter);
                List<RuleId> raised = without(blend.after(), rulesAfter, rulesBefore);
                if (was.decision() != is.decision()) {
                    Review reviewBefore = before.review(forBefore, request);
                    Review reviewAfter = after.review(forAfter, request);
                    flips.add(new Flip(
                            scorecard.scope(),
                            month,
                            recency,
                            new Move(was.decision(), is.decision()),
                            reviewBefore.headline(),
                            reviewAfter.headline(),
                            causes.of(fitted, month, is.decision()),
                            silenced,
                            raised,
                            Cost.of(blend.before().indicators(), forBefore, month)));
                } else if (!reasons(was).equals(reasons(is))) {
                    stays.add(new Stay(
                            scorecard.scope(),
                            month,
                            recency,
                            is.decision(),
                            levers(blend.before(), was),
                            levers(blend.after(), is),
                            silenced,
                            raised,
                            altered(was, is)));
                }
                tallies.merge(was.decision(), new Tally(1, 0), PolicyComparison::sum);
                tallies.merge(is.decision(), new Tally(0, 1), PolicyComparison::sum);
                months.add(month);
                progress.accept(months.size());
            }
        }

        private List<Lever> levers(Policy policy, Verdict verdict) {
            return verdict.levers().stream()
                    .map(id -> policy.texts(language).lever(id))
                    .toList();
        }

        private List<RuleId> altered(Verdict was, Verdict is) {
            return blend.after().rules().keySet().stream()
                    .filter(rule -> rules(was).contains(rule) && rules(is).contains(rule))
                    .filter(rule -> !reasons(was, rule).equals(reasons(is, rule)))
                    .toList();
        }

        private boolean refuses(Engine engine, Scorecard scorecard) {
            List<Fault> faults = ScorecardCheck.faults(scorecard, engine.indicators());
            if (!faults.isEmpty()) {
                refusals.add(new Refusal(scorecard.scope(), engine.policy().ref(), faults));
            }
            return !faults.isEmpty();
        }
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(one.before() + other.before(), one.after() + other.after());
    }

    private static Set<RuleId> rules(Verdict verdict) {
        return verdict.findings().stream().map(finding -> finding.rule().id()).collect(Collectors.toSet());
    }

    /** The rules of one set that the other has not, in the policy's order. */
    private static List<RuleId> without(Policy policy, Set<RuleId> all, Set<RuleId> less) {
        return policy.rules().keySet().stream()
                .filter(rule -> all.contains(rule) && !less.contains(rule))
                .toList();
    }

    /** What was found, apart from the numbers in it: which rules speak, to what effect, and of what. */
    private static Set<List<String>> reasons(Verdict verdict) {
        Set<List<String>> reasons = new HashSet<>();
        for (Finding finding : verdict.findings()) {
            reasons.add(Stream.concat(
                            Stream.of(finding.rule().id().value(), RuleText.says(finding.rule())),
                            finding.facts().stream().map(PolicyComparison::about))
                    .toList());
        }
        return reasons;
    }

    private static Set<List<String>> reasons(Verdict verdict, RuleId rule) {
        return reasons(verdict).stream()
                .filter(reason -> reason.get(0).equals(rule.value()))
                .collect(Collectors.toSet());
    }

    private static String about(Fact fact) {
        String indicator =
                fact instanceof Fact.OfIndicator about ? about.indicator().value() : "";
        String part = fact instanceof Fact.Part named ? named.dimension().word() + "/" + named.name() : "";
        return String.join("/", fact.type().word(), indicator, part);
    }
}
