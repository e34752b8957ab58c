package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Justification;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.whatif.Trials.Spent;
import dev.roi.rules.whatif.WhatIf.Change;
import dev.roi.rules.whatif.WhatIf.Impossible;
import dev.roi.rules.whatif.WhatIf.Keep;
import dev.roi.rules.whatif.WhatIf.Measure;
import dev.roi.rules.whatif.WhatIf.Possible;
import dev.roi.rules.whatif.WhatIf.Question;
import dev.roi.rules.whatif.WhatIf.Share;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out for one scope and month what would be otherwise. For use by one thread.
 */
public final class Exploration {

    /** How many trials each question may take. */
    public static final int MOST_TRIALS = 4_000;

    private static final int MOST_CHANGES = 5;
    private static final int MOST_MEASURES = 5;

    private final Policy policy;
    private final IndicatorSet indicators;
    private final CompiledRules rules;
    private final Judge judge;
    private final Options options;
    private final Reach reach;
    private final Trials trials;
    private final Axes axes;
    private final Candidates candidates;
    private final Search search;
    private final Review review;
    private final Words words;
    private final Set<Question> undecided = EnumSet.noneOf(Question.class);

    private Exploration(
            Policy policy, CompiledRules rules, Judge judge, Scorecard scorecard, YearMonth month, Options options) {
        this.policy = policy;
        this.indicators = policy.indicators();
        this.rules = rules;
        this.judge = judge;
        this.options = options;
        this.reach = new Reach(policy);
        this.trials = new Trials(policy, rules, judge, reach, scorecard, month, MOST_TRIALS);
        this.axes = new Axes(policy, reach, trials);
        this.candidates = new Candidates(indicators, reach, axes);
        this.search = new Search(indicators, reach, trials, candidates, new Obstacles(policy, reach), options.most());
        this.review = judge.review(scorecard, month);
        this.words = new Words(policy, review.language(), trials.asItIs().assessment());
    }

    /**
     * Explores a month.
     *
     * @param policy the policy, without rules that only note: they have no part in a decision
     * @param rules the rules of that policy
     * @param judge what an engine makes of what rules find
     * @param scorecard the scope, without faults
     * @param month a complete month of it
     * @param options what is asked for
     * @return what would change the decision, what keeps it, how sure it is and what to measure next
     */
    @SuppressWarnings("exports") // for the engine, which has compiled rules
    public static WhatIf of(
            Policy policy, CompiledRules rules, Judge judge, Scorecard scorecard, YearMonth month, Options options) {
        return new Exploration(policy, rules, judge, scorecard, month, options).found();
    }

    private WhatIf found() {
        List<Change> changes = new ArrayList<>();
        List<Impossible> impossible = new ArrayList<>();
        List<Decision> best = new ArrayList<>(List.of(Decision.values()));
        Collections.reverse(best);
        for (Decision decision : best) {
            boolean isAsked = options.to().map(decision::equals).orElse(true);
            if (isAsked && decision.compareTo(review.decision()) > 0) {
                better(decision, changes, impossible);
            }
        }
        changes.sort(Comparator.comparing(Change::to));
        impossible.sort(Comparator.comparing(Impossible::to));
        List<IndicatorId> open = open();
        Openly openly = new Openly(open);
        boolean isAll = options.extent() == Options.Extent.ALL;
        List<Change> worse = isAll || review.decision() == Decision.EXTEND ? worse() : List.of();
        List<Keep> keeps = isAll ? keeps() : List.of();
        Optional<Share> share = isAll ? share() : Optional.empty();
        return new WhatIf(
                review.policy(),
                review.scope(),
                review.month(),
                review.language(),
                review.decision(),
                review.headline(),
                changes,
                impossible,
                worse,
                keeps,
                openly.possible(),
                share,
                openly.measureNext(),
                List.copyOf(undecided));
    }

    private void better(Decision decision, List<Change> changes, List<Impossible> impossible) {
        trials.renew();
        try {
            List<Found> found = search.better(decision);
            List<Change> ways = new ArrayList<>(found.stream()
                    .map(one -> change(decision, one))
                    .limit(MOST_CHANGES)
                    .toList());
            if (options.policyChanges() == Options.PolicyChanges.ASKED_FOR) {
                policyChanges(decision).stream()
                        .limit((long) MOST_CHANGES - ways.size())
                        .forEach(ways::add);
            }
            changes.addAll(ways);
            if (ways.isEmpty()) {
                impossible.add(notFound(decision, changes));
            }
        } catch (Spent spent) {
            impossible.add(new Impossible(decision, options.most(), false, List.of(words.notDecided(MOST_TRIALS))));
        }
    }

    /** Where readings are joined or counted not every value was tried at which something turns. */
    private Impossible notFound(Decision decision, List<Change> changes) {
        if (!reach.joined().isEmpty()) {
            return new Impossible(decision, options.most(), false, List.of(words.joined()));
        }
        boolean isPassed = !changes.isEmpty();
        return new Impossible(
                decision,
                options.most(),
                true,
                isPassed ? List.of(words.passed(decision, changes.get(0).to())) : because(decision));
    }

    /** Each is reviewed under the policy as it would be, for something else of it may read the threshold too. */
    private List<Change> policyChanges(Decision decision) {
        List<Change> changes = new ArrayList<>();
        PolicyMoves moves = new PolicyMoves(policy, rules, judge, reach, trials.facts(Variation.NONE));
        for (WhatIf.Move move : moves.to(decision)) {
            judge.reviewAssuming(
                            trials.scorecard(Variation.NONE),
                            review.month(),
                            move.threshold().orElseThrow(),
                            move.to())
                    .filter(then -> then.decision() == decision)
                    .map(then -> new Change(
                            decision,
                            List.of(WhatIf.Kind.POLICY),
                            review.month(),
                            0,
                            List.of(move),
                            then.headline(),
                            words.change(review.decision(), decision, 0, review.month(), List.of(move))))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private List<String> because(Decision decision) {
        Set<Effect> against = EnumSet.of(Effect.STOP, Effect.ADJUST);
        if (decision == Decision.EXTEND) {
            against.add(Effect.BLOCKS_EXTEND);
        }
        List<String> because = review.justifications().stream()
                .filter(justification -> against.contains(justification.effect()))
                .map(Justification::headline)
                .distinct()
                .toList();
        return because.isEmpty() ? List.of(review.headline()) : because;
    }

    private List<Change> worse() {
        if (review.decision() == Decision.STOP) {
            return List.of();
        }
        List<Decision> order = List.of(Decision.values());
        Decision next = order.get(order.indexOf(review.decision()) - 1);
        trials.renew();
        try {
            return search.worse(next).stream()
                    .limit(MOST_CHANGES)
                    .map(found -> change(next, found))
                    .toList();
        } catch (Spent spent) {
            undecided.add(Question.WORSE);
            return List.of();
        }
    }

    private Change change(Decision decision, Found found) {
        List<WhatIf.Move> moves = new ArrayList<>();
        found.steps().values().stream()
                .sorted(Comparator.comparingInt(
                        step -> indicators.position(step.axis().id())))
                .map(words::move)
                .forEach(moves::add);
        if (found.months() > 0) {
            new Lasting(reach, trials, candidates, decision, found)
                    .steps().stream().map(words::move).forEach(moves::add);
        }
        Set<WhatIf.Kind> kinds = EnumSet.noneOf(WhatIf.Kind.class);
        moves.forEach(move -> kinds.add(move.kind()));
        if (found.months() > 0) {
            kinds.add(WhatIf.Kind.WAIT);
        }
        YearMonth earliest = review.month().plusMonths(found.months());
        Review then = judge.review(trials.scorecard(found.variation()), earliest);
        if (then.decision() != decision) {
            throw new IllegalStateException("a change (%s) is decided otherwise".formatted(found));
        }
        return new Change(
                decision,
                List.copyOf(kinds),
                earliest,
                found.months(),
                moves,
                then.headline(),
                words.change(review.decision(), decision, found.months(), earliest, moves));
    }

    private List<Keep> keeps() {
        trials.renew();
        List<Keep> keeps = new ArrayList<>();
        for (IndicatorState state : trials.asItIs().assessment().indicators()) {
            Indicator indicator = state.indicator();
            if (state.reading().known().isEmpty()) {
                continue;
            }
            try {
                if (!reach.matters(indicator.id())) {
                    keeps.add(words.keep(indicator, Span.ANY));
                } else if (!reach.isJoined(indicator.id())) {
                    candidates
                            .axis(indicator.id(), Variation.NONE)
                            .filter(axis -> axis.at().isPresent())
                            .map(axis -> words.keep(indicator, kept(axis)))
                            .ifPresent(keeps::add);
                }
            } catch (Spent spent) {
                undecided.add(Question.KEEPS);
                return keeps;
            }
        }
        return keeps;
    }

    private Span kept(Axis axis) {
        List<Zone> zones = axis.zones();
        int first = axis.at().orElseThrow();
        int last = first;
        while (first > 0 && keeps(axis, zones.get(first - 1))) {
            first--;
        }
        while (last + 1 < zones.size() && keeps(axis, zones.get(last + 1))) {
            last++;
        }
        Span least = first == 0 ? Span.ANY : zones.get(first).span();
        Span most = last == zones.size() - 1 ? Span.ANY : zones.get(last).span();
        return axis.grid().tightened(least.upTo(most));
    }

    private boolean keeps(Axis axis, Zone zone) {
        return trials.of(Variation.NONE.with(axis.id(), axis.reading(zone.sample())))
                .filter(outcome -> outcome.decision() == review.decision())
                .isPresent();
    }

    /** What is unknown or uncertain, and not computed from other readings. */
    private List<IndicatorId> open() {
        List<IndicatorId> open = new ArrayList<>();
        for (IndicatorState state : trials.asItIs().assessment().indicators()) {
            boolean isOpen = state.reading().fold(known -> known.uncertainty().isPresent(), unknown -> true);
            boolean isOwn = state.indicator().computed().isEmpty()
                    || candidates.axis(state.indicator().id(), Variation.NONE).isPresent();
            if (isOpen && isOwn) {
                open.add(state.indicator().id());
            }
        }
        open.removeIf(id -> followsFrom(id, open));
        return open;
    }

    /** What is computed from something that is open itself comes out of that. */
    private boolean followsFrom(IndicatorId id, List<IndicatorId> open) {
        return indicators.indicator(id).computed().isPresent()
                && open.stream()
                        .filter(other -> indicators.indicator(other).computed().isEmpty())
                        .anyMatch(other -> reach.influencedBy(other).contains(id));
    }

    private Optional<Share> share() {
        List<IndicatorId> uncertain = new ArrayList<>();
        for (IndicatorState state : trials.asItIs().assessment().indicators()) {
            if (state.indicator().computed().isEmpty()
                    && state.reading()
                            .known()
                            .flatMap(Reading.Known::uncertainty)
                            .isPresent()) {
                uncertain.add(state.indicator().id());
            }
        }
        if (uncertain.isEmpty() || uncertain.stream().anyMatch(reach::isJoined)) {
            return Optional.empty();
        }
        trials.renew();
        try {
            Fillings fillings = new Fillings(policy, reach, trials, axes, uncertain);
            Map<Decision, Exact> likelihood = fillings.likelihood(fillings.together(fillings.sources()));
            Exact all = likelihood.values().stream().reduce(Exact.ZERO, Exact::plus);
            Exact kept = likelihood.getOrDefault(review.decision(), Exact.ZERO).dividedBy(all);
            return Optional.of(new Share(kept, uncertain, words.method(), words.share(kept, review.decision())));
        } catch (Spent spent) {
            undecided.add(Question.SHARE);
            return Optional.empty();
        }
    }

    /** What is open, as a whole and reading by reading. */
    private final class Openly {

        private final List<IndicatorId> open;
        private final boolean isJoined;
        private Optional<Worth> worth = Optional.empty();

        Openly(List<IndicatorId> open) {
            this.open = open;
            this.isJoined = open.stream().anyMatch(reach::isJoined);
            if (isJoined) {
                return;
            }
            trials.renew();
            try {
                worth = Optional.of(
                        new Worth(new Fillings(policy, reach, trials, axes, open), policy.wrongDecisions()));
            } catch (Spent spent) {
                undecided.add(Question.MEASURE_NEXT);
                worth = Optional.empty();
            }
        }

        Possible possible() {
            List<Decision> decisions = worth.map(Worth::decisions).orElse(List.of(review.decision()));
            boolean isProved = worth.map(Worth::isComplete).orElse(false);
            return new Possible(
                    decisions,
                    open,
                    isProved,
                    words.possible(
                            decisions,
                            open.size(),
                            isProved
                                    ? Optional.empty()
                                    : Optional.of(
                                            isJoined || worth.isPresent()
                                                    ? words.joined()
                                                    : words.notDecided(MOST_TRIALS))));
        }

        List<Measure> measureNext() {
            List<Measure> measures = new ArrayList<>();
            for (IndicatorId id : open.stream().filter(reach::matters).toList()) {
                worth.ifPresent(known -> measures.add(measure(id, known)));
            }
            return measures.stream()
                    .sorted(Comparator.comparing(Measure::worth)
                            .reversed()
                            .thenComparing(measure -> !measure.decisive())
                            .thenComparingInt(measure -> indicators.position(measure.indicator())))
                    .limit(MOST_MEASURES)
                    .toList();
        }

        private Measure measure(IndicatorId id, Worth known) {
            List<Decision> between = known.between(id);
            Optional<YearMonth> due = due(id);
            return new Measure(
                    id,
                    between.size() > 1,
                    between.size() > 1 ? between : known.decisions(),
                    due,
                    known.of(List.of(id)),
                    words.measure(id, between, due));
        }

        private Optional<YearMonth> due(IndicatorId id) {
            YearMonth first = trials.asItIs()
                    .assessment()
                    .scorecard()
                    .firstUse()
                    .plusMonths(indicators.indicator(id).lagMonths());
            return Optional.of(first).filter(month -> month.isAfter(review.month()));
        }
    }
}
