package dev.roi.testkit;

import dev.roi.core.Breakdown;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.whatif.WhatIf;
import dev.roi.rules.whatif.WhatIf.Measure;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what unknown and uncertain readings leave open against fillings drawn by chance: what each is decided like, and
 * whether a reading makes the difference that it is said to make.
 */
final class WhatIfFillings {

    private static final int MOST_MEASURES = 5;
    private static final int SIGMAS = 5;

    private final WhatIf found;
    private final WhatIfTrials trials;
    private final WhatIfGrid grid;
    private final Random random;

    private WhatIfFillings(Engine engine, Scorecard scorecard, Random random) {
        this.found = engine.whatIf(scorecard, ReviewRequest.LATEST);
        this.trials = new WhatIfTrials(engine, scorecard, found.month());
        this.grid = new WhatIfGrid(engine.policy(), trials);
        this.random = random;
    }

    /** Decisions that fillings give and that were said not to be possible, and differences said not to be made. */
    static List<String> breaches(Engine engine, Scorecard scorecard, int fillings, Random random) {
        WhatIfFillings drawn = new WhatIfFillings(engine, scorecard, random);
        List<String> breaches = new ArrayList<>();
        if (drawn.found.possible().proved()) {
            for (int i = 0; i < fillings && breaches.isEmpty(); i++) {
                drawn.tryOne(breaches);
            }
        }
        drawn.checkShare(fillings, breaches);
        return breaches;
    }

    private void tryOne(List<String> breaches) {
        WhatIf.Possible possible = found.possible();
        Map<IndicatorId, Reading> readings = new TreeMap<>();
        possible.over().forEach(id -> readings.put(id, filling(trials.indicator(id))));
        Optional<Decision> decision = trials.decide(readings, Map.of(), 0);
        if (decision.isEmpty() || possible.over().isEmpty()) {
            return;
        }
        if (!possible.decisions().contains(decision.get())) {
            breaches.add("%s is possible: %s".formatted(decision.get(), readings));
        }
        IndicatorId other = possible.over().get(random.nextInt(possible.over().size()));
        Map<IndicatorId, Reading> otherwise = new TreeMap<>(readings);
        otherwise.put(other, filling(trials.indicator(other)));
        trials.decide(otherwise, Map.of(), 0)
                .filter(then -> then != decision.get())
                .filter(then -> !isSaidToDecide(other, EnumSet.of(then, decision.get())))
                .ifPresent(then -> breaches.add("%s makes a difference between %s and %s: %s and %s"
                        .formatted(other, decision.get(), then, readings, otherwise)));
    }

    /** Only so many are told, those that decide nothing last. */
    private boolean isSaidToDecide(IndicatorId id, Set<Decision> between) {
        List<Measure> told = found.measureNext();
        Optional<Measure> about =
                told.stream().filter(measure -> measure.indicator().equals(id)).findFirst();
        return about.map(measure -> measure.decisive() && measure.decisions().containsAll(between))
                .orElse(told.size() == MOST_MEASURES && told.stream().allMatch(Measure::decisive));
    }

    /** The share is about what as many of the drawn readings give; further off than that is no chance. */
    private void checkShare(int draws, List<String> breaches) {
        if (found.share().isEmpty()) {
            return;
        }
        WhatIf.Share share = found.share().get();
        int kept = 0;
        int allowed = 0;
        for (int i = 0; i < draws; i++) {
            Map<IndicatorId, Reading> readings = new TreeMap<>();
            for (IndicatorId id : share.over()) {
                readings.put(
                        id, plausible(trials.indicator(id), trials.known(id).orElseThrow()));
            }
            Optional<Decision> decision = trials.decide(readings, Map.of(), 0);
            allowed += decision.isPresent() ? 1 : 0;
            kept += decision.filter(found.decision()::equals).isPresent() ? 1 : 0;
        }
        double value = share.value().nearby();
        double off = SIGMAS * Math.sqrt(value * (1 - value) / Math.max(1, allowed)) + 1.0 / Math.max(1, allowed);
        if (Math.abs((double) kept / Math.max(1, allowed) - value) > off) {
            breaches.add("%s of %s drawn readings give %s, not %s".formatted(kept, allowed, found.decision(), share));
        }
    }

    private Reading filling(Indicator indicator) {
        Optional<Reading.Known> known = trials.known(indicator.id());
        if (known.isPresent()) {
            return plausible(indicator, known.get());
        }
        List<Exact> values = new ArrayList<>(grid.cuts(indicator));
        Exact value = values.isEmpty() ? Exact.ONE : values.get(random.nextInt(values.size()));
        if (random.nextBoolean()) {
            value = value.times(Exact.of(random.nextInt(300))).dividedBy(Exact.HUNDRED);
        }
        Reading.Known reading = Reading.of(whole(indicator, WhatIfTrials.within(indicator.range(), value)));
        Optional<Breakdown> breakdown =
                indicator.breakdown().filter(by -> !by.parts().isEmpty() && random.nextBoolean());
        return breakdown
                .<Reading>map(
                        by -> reading.by(by.dimension(), Map.of(by.parts().get(0), Reading.Part.of(reading.value()))))
                .orElse(reading);
    }

    /** Evenly over its uncertainty, as far as the range goes. */
    private Reading plausible(Indicator indicator, Reading.Known known) {
        Exact doubt = known.uncertainty().orElse(Exact.ZERO);
        Exact least = WhatIfTrials.within(indicator.range(), known.value().minus(doubt));
        Exact most = WhatIfTrials.within(indicator.range(), known.value().plus(doubt));
        Exact value = indicator.counting() == Indicator.Counting.WHOLE
                ? anyWhole(least, most)
                : least.plus(
                        most.minus(least).times(Exact.of(random.nextInt(2_001))).dividedBy(Exact.of(2_000)));
        return WhatIfTrials.moved(indicator, known, value).certain();
    }

    private Exact anyWhole(Exact least, Exact most) {
        long from = least.comparable().setScale(0, RoundingMode.CEILING).longValueExact();
        long to = most.comparable().setScale(0, RoundingMode.FLOOR).longValueExact();
        return from > to ? least : Exact.of(from + random.nextInt((int) (to - from) + 1));
    }

    private static Exact whole(Indicator indicator, Exact value) {
        return indicator.counting() == Indicator.Counting.WHOLE ? Exact.of(value.rounded(0)) : value;
    }
}
