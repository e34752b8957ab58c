package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Direction;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.UnknownReason;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.Run;
import dev.roi.rules.language.Rule;
import dev.roi.rules.whatif.Obstacles.Obstacle;
import dev.roi.rules.whatif.WhatIf.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the least that gives a decision. Whatever gives it takes every obstacle out of the way, so one obstacle after the
 * other is tried with each reading behind it; nothing else can help. For use by one thread.
 */
final class Search {

    /** How many months are waited for at the most. */
    static final int MOST_MONTHS = 12;

    private final IndicatorSet indicators;
    private final Reach reach;
    private final Trials trials;
    private final Candidates candidates;
    private final Obstacles obstacles;
    private final int most;

    Search(IndicatorSet indicators, Reach reach, Trials trials, Candidates candidates, Obstacles obstacles, int most) {
        this.indicators = indicators;
        this.reach = reach;
        this.trials = trials;
        this.candidates = candidates;
        this.obstacles = obstacles;
        this.most = most;
    }

    /** The least sets that give a better decision, the fewest readings first, then the smallest movement. */
    List<Found> better(Decision wanted) {
        Better better = new Better(wanted);
        for (int size = 0; size <= most; size++) {
            better.expand(new Found(Map.of(), 0), size);
        }
        return least(better.found.stream().map(found -> widened(found, wanted)).toList());
    }

    /** The least sets that give a worse decision: those of one reading or, where there is none, of as few as can be. */
    List<Found> worse(Decision wanted) {
        Map<IndicatorId, List<Step>> steps = new LinkedHashMap<>();
        for (Indicator indicator : indicators.indicators()) {
            List<Step> some = candidates.worse(indicator.id());
            if (!some.isEmpty()) {
                steps.put(indicator.id(), some);
            }
        }
        for (int size = 1; size <= most; size++) {
            List<Found> found = new ArrayList<>();
            for (Set<IndicatorId> set : size == 1 ? singles(steps.keySet()) : within(steps, wanted, size)) {
                combine(new ArrayList<>(set), steps, new Found(Map.of(), 0), wanted, found);
            }
            if (!found.isEmpty()) {
                return least(found);
            }
        }
        return List.of();
    }

    private static List<Set<IndicatorId>> singles(Set<IndicatorId> ids) {
        return ids.stream().map(Set::of).toList();
    }

    /** The sets of a size of which all have a part in a rule that can bring the decision about. */
    private List<Set<IndicatorId>> within(Map<IndicatorId, List<Step>> steps, Decision wanted, int size) {
        Set<Set<IndicatorId>> sets = new LinkedHashSet<>();
        for (Rule rule : reach.rules()) {
            List<IndicatorId> read =
                    reach.readBy(rule).stream().filter(steps::containsKey).toList();
            if (brings(rule.consequence().effect(), wanted)
                    && read.size() >= size
                    && speaksAtWorst(rule, read, steps)) {
                choose(read, size, 0, new ArrayList<>(), sets);
            }
        }
        return new ArrayList<>(sets);
    }

    private static void choose(
            List<IndicatorId> from, int size, int at, List<IndicatorId> chosen, Set<Set<IndicatorId>> sets) {
        if (chosen.size() == size) {
            sets.add(new LinkedHashSet<>(chosen));
            return;
        }
        for (int i = at; i < from.size(); i++) {
            List<IndicatorId> more = new ArrayList<>(chosen);
            more.add(from.get(i));
            choose(from, size, i + 1, more, sets);
        }
    }

    private boolean speaksAtWorst(Rule rule, List<IndicatorId> read, Map<IndicatorId, List<Step>> steps) {
        Found worst = new Found(Map.of(), 0);
        for (IndicatorId id : read) {
            List<Step> some = steps.getOrDefault(id, List.of());
            worst = worst.with(some.get(some.size() - 1));
        }
        return trials.of(worst.variation())
                .map(outcome -> outcome.findings().stream()
                        .anyMatch(finding -> finding.rule().id().equals(rule.id())))
                .orElse(true);
    }

    private static boolean brings(Effect effect, Decision wanted) {
        return switch (wanted) {
            case STOP -> effect == Effect.STOP;
            case ADJUST -> effect == Effect.ADJUST;
            case MAINTAIN -> effect == Effect.BLOCKS_EXTEND;
            case EXTEND -> effect == Effect.SUPPORTS;
        };
    }

    private void combine(
            List<IndicatorId> left,
            Map<IndicatorId, List<Step>> steps,
            Found taken,
            Decision wanted,
            List<Found> found) {
        if (left.isEmpty()) {
            if (isSo(taken, wanted)) {
                found.add(taken);
            }
            return;
        }
        for (Step step : steps.getOrDefault(left.get(0), List.of())) {
            combine(left.subList(1, left.size()), steps, taken.with(step), wanted, found);
        }
    }

    private boolean isSo(Found found, Decision wanted) {
        return trials.of(found.variation())
                .filter(outcome -> outcome.decision() == wanted)
                .isPresent();
    }

    /** Of what is measured any value does that gives the same; the worst of these says how bad it may be. */
    private Found widened(Found found, Decision wanted) {
        Found wide = found;
        for (Step step : found.steps().values()) {
            if (step.kind() == Kind.MEASURE) {
                wide = wide.with(widened(step, wide, wanted));
            }
        }
        return wide;
    }

    private Step widened(Step step, Found found, Decision wanted) {
        List<Zone> zones = step.axis().zones();
        int first = 0;
        while (!zones.get(first).span().contains(step.to())) {
            first++;
        }
        int last = first;
        while (first > 0 && isSo(found.with(measured(step, zones.get(first - 1))), wanted)) {
            first--;
        }
        while (last + 1 < zones.size() && isSo(found.with(measured(step, zones.get(last + 1))), wanted)) {
            last++;
        }
        Span span = zones.get(first).span().upTo(zones.get(last).span());
        boolean isOpenBelow = first == 0;
        boolean isOpenAbove = last == zones.size() - 1;
        if (isOpenBelow && isOpenAbove) {
            return new Step(step.axis(), Kind.MEASURE, Span.ANY, step.to());
        }
        boolean fromBelow =
                isOpenAbove || (!isOpenBelow && isHigherBetter(step.axis().indicator()));
        Optional<Exact> end =
                fromBelow ? step.axis().grid().first(span) : step.axis().grid().last(span);
        return new Step(step.axis(), Kind.MEASURE, span, end.orElse(step.to()));
    }

    private static boolean isHigherBetter(Indicator indicator) {
        return indicator.direction() == Direction.HIGHER_IS_BETTER;
    }

    private static Step measured(Step step, Zone zone) {
        return new Step(step.axis(), Kind.MEASURE, zone.span(), zone.sample());
    }

    /** Of each set the least movement, and none that asks for more than another does. */
    private List<Found> least(List<Found> found) {
        Comparator<Found> order = Comparator.<Found>comparingInt(
                        some -> some.steps().size())
                .thenComparing(Found::movement)
                .thenComparingInt(Found::months)
                .thenComparing(this::places);
        List<Found> kept = new ArrayList<>();
        for (Found one : found.stream().sorted(order).toList()) {
            boolean isSuperfluous = found.stream().anyMatch(other -> other.isLessThan(one))
                    || kept.stream()
                            .anyMatch(other ->
                                    other.steps().keySet().equals(one.steps().keySet())
                                            && other.months() == one.months());
            if (!isSuperfluous) {
                kept.add(one);
            }
        }
        return kept;
    }

    private String places(Found found) {
        StringBuilder places = new StringBuilder();
        found.steps().keySet().stream()
                .map(indicators::position)
                .sorted()
                .forEach(place -> places.append((char) ('!' + place)));
        return places.toString();
    }

    /** One search for a better decision. */
    private final class Better {

        private final Decision wanted;
        private final List<Found> found = new ArrayList<>();
        private final Map<Map<IndicatorId, Exact>, Integer> seen = new HashMap<>();

        Better(Decision wanted) {
            this.wanted = wanted;
        }

        /** Goes on from some steps, up to a number of further ones. */
        void expand(Found taken, int further) {
            Map<IndicatorId, Exact> values = new LinkedHashMap<>();
            taken.steps().forEach((id, step) -> values.put(id, step.to()));
            Integer before = seen.put(values, further);
            boolean isNew = before == null || before < further;
            Optional<Outcome> outcome = isNew ? trials.of(taken.variation()) : Optional.empty();
            if (outcome.isEmpty()) {
                return;
            }
            if (outcome.get().decision() == wanted) {
                found.add(taken);
                return;
            }
            List<Obstacle> against = obstacles.between(outcome.get(), wanted);
            List<Obstacle> standing =
                    against.stream().filter(obstacle -> !obstacle.isTimed()).toList();
            if (!standing.isEmpty()) {
                branch(standing, taken, further);
                return;
            }
            Optional<Outcome> later = await(taken, outcome.get());
            later.map(last -> obstacles.between(last, wanted).stream()
                            .filter(obstacle -> !obstacle.isTimed())
                            .toList())
                    .filter(left -> !left.isEmpty())
                    .ifPresent(left -> branch(left, taken, further));
            branch(against, taken, further);
        }

        /** Lets months pass until it is so; returns what came of the last of them where it never was. */
        private Optional<Outcome> await(Found taken, Outcome now) {
            Outcome before = now;
            for (int months = 1; months <= MOST_MONTHS; months++) {
                Found later = taken.after(months);
                Outcome outcome = trials.of(later.variation()).orElseThrow();
                if (outcome.decision() == wanted) {
                    found.add(later);
                    return Optional.empty();
                }
                if (isSettled(before, outcome)) {
                    return Optional.of(outcome);
                }
                before = outcome;
            }
            return Optional.of(before);
        }

        private void branch(List<Obstacle> against, Found taken, int further) {
            if (against.isEmpty()) {
                return;
            }
            List<List<IndicatorId>> behind = against.stream()
                    .map(obstacle -> behind(obstacle, taken))
                    .sorted(Comparator.comparingInt(List::size))
                    .toList();
            if (apart(behind) > further) {
                return;
            }
            for (IndicatorId id : behind.get(0)) {
                if (isFoundWith(taken, id)) {
                    continue;
                }
                for (Step step : candidates.better(id, taken.variation())) {
                    expand(taken.with(step), further - 1);
                }
            }
        }

        /** Tells whether fewer readings do it at once. */
        private boolean isFoundWith(Found taken, IndicatorId id) {
            Set<IndicatorId> ids = new HashSet<>(taken.steps().keySet());
            ids.add(id);
            return found.stream()
                    .anyMatch(one -> one.months() == 0
                            && one.steps().size() < ids.size()
                            && ids.containsAll(one.steps().keySet()));
        }

        /** How many readings it takes at the least: obstacles that have none in common need one each. */
        private int apart(List<List<IndicatorId>> behind) {
            Set<IndicatorId> used = new HashSet<>();
            int apart = 0;
            for (List<IndicatorId> some : behind) {
                if (some.stream().noneMatch(used::contains)) {
                    used.addAll(some);
                    apart++;
                }
            }
            return apart;
        }

        private List<IndicatorId> behind(Obstacle obstacle, Found taken) {
            return obstacle.behind().stream()
                    .filter(id -> !taken.steps().containsKey(id))
                    .filter(id -> !candidates.better(id, taken.variation()).isEmpty())
                    .sorted(Comparator.comparingInt(indicators::position))
                    .toList();
        }
    }

    /** Tells whether more months would bring nothing else. */
    private boolean isSettled(Outcome before, Outcome after) {
        Assessment assessment = after.assessment();
        boolean isStill = before.seen().equals(after.seen()) && counts(before).equals(counts(after));
        return isStill
                && assessment.indicators().stream()
                        .allMatch(state -> state.due()
                                && state.reading()
                                        .fold(known -> true, unknown -> unknown.reason() != UnknownReason.NO_CASES));
    }

    /** Months of a kind in a row, as far as rules count them. */
    private List<Integer> counts(Outcome outcome) {
        int enough = reach.mostMonths() + 1;
        List<Integer> counts = new ArrayList<>();
        for (Run run : outcome.assessment().runs().values()) {
            counts.add(Math.min(run.months(), enough));
            counts.add(Math.min(run.possible(), enough));
        }
        return counts;
    }
}
