package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.Finding;
import dev.roi.rules.whatif.Axis.Side;
import dev.roi.rules.whatif.WhatIf.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How bad a reading may become in the months that are waited for. */
final class Lasting {

    private final Reach reach;
    private final Trials trials;
    private final Candidates candidates;
    private final Decision decision;
    private final Found found;

    Lasting(Reach reach, Trials trials, Candidates candidates, Decision decision, Found found) {
        this.reach = reach;
        this.trials = trials;
        this.candidates = candidates;
        this.decision = decision;
        this.found = found;
    }

    /** Of each outcome that the months waited for are counted by, the worst that still counts, all of them together. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Variation worst = found.variation();
        for (IndicatorId id : counted()) {
            Variation before = worst;
            Optional<Step> step = candidates
                    .axis(id, found.variation())
                    .filter(axis -> axis.from().isPresent())
                    .flatMap(axis -> step(axis, before));
            if (step.isPresent()) {
                steps.add(step.get());
                worst = worst.laterWith(id, step.get().axis().reading(step.get().to()));
            }
        }
        return steps;
    }

    /** The outcomes that make a month one of those that are not yet enough. */
    private Set<IndicatorId> counted() {
        Set<IndicatorId> counted = new LinkedHashSet<>();
        Variation now = found.variation().after(0);
        for (Finding finding : trials.of(now).orElseThrow().findings()) {
            for (Fact fact : finding.facts()) {
                if (fact instanceof Fact.Run run) {
                    counted.addAll(reach.improvedBy(run.of()));
                }
            }
        }
        return counted;
    }

    private Optional<Step> step(Axis axis, Variation others) {
        Step taken = found.steps().get(axis.id());
        Exact value = taken == null ? axis.from().orElseThrow() : taken.to();
        Optional<Side> worse = Candidates.betterSide(axis.indicator(), value).map(Side::opposite);
        if (worse.isEmpty()) {
            return Optional.empty();
        }
        List<Zone> zones = axis.zones();
        int at = 0;
        while (!zones.get(at).span().contains(value)) {
            at++;
        }
        int sign = worse.get().sign();
        while (at + sign >= 0 && at + sign < zones.size() && lasts(axis, zones.get(at + sign), others)) {
            at += sign;
        }
        boolean isAny = at + sign < 0 || at + sign >= zones.size();
        Span span = zones.get(at).span();
        return isAny
                ? Optional.empty()
                : (worse.get() == Side.UP ? axis.grid().last(span) : axis.grid().first(span))
                        .map(to -> new Step(axis, Kind.WAIT, span, to));
    }

    private boolean lasts(Axis axis, Zone zone, Variation others) {
        return trials.of(others.laterWith(axis.id(), axis.reading(axis.entry(zone))))
                .filter(outcome -> outcome.decision() == decision)
                .isPresent();
    }
}
