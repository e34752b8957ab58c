package dev.roi.rules.assessment;

import dev.roi.core.Baseline;
import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.rules.facts.Fact.Comparison.Result;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.policy.MonthKind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what blocks did month after month, and counts successive months of a kind. For use by one thread. */
final class Runs {

    private final IndicatorSet indicators;
    private final Months months;
    private final List<Map<BlockId, BlockOutcome>> outcomes = new ArrayList<>();

    Runs(IndicatorSet indicators, Months months) {
        this.indicators = indicators;
        this.months = months;
        months.history().forEach(snapshot -> outcomes.add(new HashMap<>()));
    }

    /** Takes over what was found out of its first months from one that has the same ones. */
    void takeOver(Runs other, int number) {
        for (int i = 0; i < number; i++) {
            outcomes.set(i, other.outcomes.get(i));
        }
    }

    /** What a block did in the reviewed month. */
    BlockOutcome outcome(BlockId id) {
        return outcome(id, months.history().size() - 1);
    }

    private BlockOutcome outcome(BlockId id, int at) {
        return outcomes.get(at)
                .computeIfAbsent(
                        id,
                        key -> indicators.blocks().stream()
                                .filter(block -> block.id().equals(key))
                                .findFirst()
                                .map(block -> outcome(block, at))
                                .orElse(BlockOutcome.NONE));
    }

    /** What is not known may be anything, so that hiding it does not help; without a baseline it can be neither. */
    private BlockOutcome outcome(Block block, int at) {
        BlockOutcome outcome = BlockOutcome.NONE;
        for (IndicatorId id : block.judgedBy()) {
            Indicator indicator = indicators.indicator(id);
            Optional<Baseline> baseline =
                    Optional.ofNullable(months.scorecard().baselines().get(id));
            boolean judges = indicator.hasBetterSide()
                    && baseline.flatMap(
                                    given -> given.fold(Optional::of, undefined -> Optional.<Baseline.Defined>empty()))
                            .isPresent();
            if (judges) {
                Reading reading = months.readings(indicator).get(at);
                Optional<Comparison> comparison = reading.known()
                        .map(known -> Comparison.of(indicator, known, baseline))
                        .filter(compared -> compared.result() != Result.NOT_COMPARABLE);
                boolean isNotWorse = reading.known()
                        .filter(known -> meetsObjective(indicator, known))
                        .isPresent();
                if (comparison.isPresent()) {
                    outcome = outcome.and(comparison.get());
                } else {
                    outcome = isNotWorse ? outcome.andNotWorse() : outcome.andUnknown();
                }
            }
        }
        return outcome;
    }

    private static boolean meetsObjective(Indicator indicator, Reading.Known reading) {
        Figure figure = Uncertainty.of(indicator, reading);
        return indicator
                .objective()
                .filter(objective -> objective.isMetBy(figure.least()) && objective.isMetBy(figure.most()))
                .isPresent();
    }

    Run count(MonthKind kind) {
        List<Snapshot> history = months.history();
        int sure = 0;
        int possible = 0;
        boolean counting = true;
        YearMonth earliest = history.get(0).month();
        int index = history.size() - 1;
        for (YearMonth at = months.month(); !at.isBefore(earliest); at = at.minusMonths(1)) {
            while (history.get(index).month().isAfter(at)) {
                index--;
            }
            Truth truth = is(kind, at, index);
            if (truth == Truth.NO) {
                break;
            }
            possible++;
            if (truth == Truth.YES && counting) {
                sure++;
            } else if (truth == Truth.UNKNOWN && kind.onUnknownMonth() == MonthKind.OnUnknownMonth.ENDS) {
                counting = false;
            }
        }
        return new Run(kind, sure, possible);
    }

    /**
     * Says why the first month, from the newest back, that may be of a kind and is not surely so is undetermined; nothing
     * where there is no such month.
     */
    Optional<Doubt> doubt(MonthKind kind) {
        List<Snapshot> history = months.history();
        int index = history.size() - 1;
        for (YearMonth at = months.month(); !at.isBefore(history.get(0).month()); at = at.minusMonths(1)) {
            while (history.get(index).month().isAfter(at)) {
                index--;
            }
            Truth truth = is(kind, at, index);
            if (truth == Truth.NO) {
                return Optional.empty();
            }
            if (truth == Truth.UNKNOWN) {
                boolean isThere = history.get(index).month().equals(at)
                        && history.get(index).isComplete();
                return Optional.of(isThere ? doubt(kind, at, index) : new Doubt(at, Doubt.Cause.MONTH));
            }
        }
        return Optional.empty();
    }

    private Doubt doubt(MonthKind kind, YearMonth at, int index) {
        Optional<IndicatorId> unjudged = Optional.empty();
        for (BlockId id : kind.blocks()) {
            for (IndicatorId judging : judgedBy(id)) {
                Indicator indicator = indicators.indicator(judging);
                Optional<Baseline> baseline =
                        Optional.ofNullable(months.scorecard().baselines().get(judging));
                boolean judges = baseline.map(given -> given.<Boolean>fold(defined -> true, undefined -> false))
                        .orElse(false);
                Optional<Reading.Known> known =
                        months.readings(indicator).get(index).known();
                if (!judges && unjudged.isEmpty()) {
                    unjudged = Optional.of(judging);
                }
                if (judges && known.isEmpty()) {
                    return new Doubt(at, Doubt.Cause.UNKNOWN, judging);
                }
                if (judges) {
                    Comparison compared = Comparison.of(indicator, known.orElseThrow(), baseline);
                    if (compared.result() == Result.NOT_COMPARABLE) {
                        return new Doubt(at, Doubt.Cause.DEFINITION, judging);
                    }
                    if (compared.result() == Result.UNDETERMINED) {
                        return new Doubt(at, Doubt.Cause.UNCERTAINTY, judging);
                    }
                }
            }
        }
        return unjudged.map(id -> new Doubt(at, Doubt.Cause.NO_BASELINE, id))
                .orElseGet(() -> new Doubt(at, Doubt.Cause.MONTH));
    }

    private List<IndicatorId> judgedBy(BlockId id) {
        return indicators.blocks().stream()
                .filter(block -> block.id().equals(id))
                .findFirst()
                .map(Block::judgedBy)
                .orElse(List.of());
    }

    /** The index is that of the month in the history or, where it is not there, of the one before. */
    private Truth is(MonthKind kind, YearMonth at, int index) {
        if (months.monthsOfUse(at) < kind.afterMonths()) {
            return Truth.NO;
        }
        Snapshot snapshot = months.history().get(index);
        if (!snapshot.month().equals(at) || !snapshot.isComplete()) {
            return Truth.UNKNOWN;
        }
        Truth truth = Truth.YES;
        for (BlockId id : kind.improved()) {
            truth = truth.and(outcome(id, index).improved());
        }
        for (BlockId id : kind.noneImproved()) {
            truth = truth.and(outcome(id, index).notImproved());
        }
        if (!kind.oneWorse().isEmpty()) {
            Truth worse = Truth.NO;
            for (BlockId id : kind.oneWorse()) {
                worse = worse.or(outcome(id, index).becameWorse());
            }
            truth = truth.and(worse);
        }
        return truth;
    }
}
