package dev.roi.testkit;

import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Justification;
import dev.roi.core.Nature;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.UnknownReason;
import java.util.List;
import java.util.Optional;

/** Law 14. */
final class PerceptionIsSaid {

    private PerceptionIsSaid() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("a gain that people report and the measures contradict is said", PerceptionIsSaid::claimed)
                        .where(PerceptionIsSaid::applies),
                Clause.of("a measured gain that people do not feel is said", PerceptionIsSaid::notFelt)
                        .where(PerceptionIsSaid::applies),
                Clause.of(
                                "what people report changes no decision, lever or other reason",
                                PerceptionIsSaid::changesNothing)
                        .where(terms -> terms.policy().indicators().indicators().stream()
                                .anyMatch(PerceptionIsSaid::isMerelyPerceived)));
    }

    private static boolean applies(LawTerms.In terms) {
        return terms.perceived.isPresent() && terms.months.isPresent();
    }

    private static boolean isMerelyPerceived(Indicator indicator) {
        return indicator.nature() == Nature.PERCEPTION && !LawTerms.isNeeded(indicator);
    }

    private static LawTerms.Perceived perceived(Trial trial) {
        return trial.terms().perceived.orElseThrow();
    }

    private static Optional<Exact> value(Trial trial) {
        return trial.oracle().known(perceived(trial).indicator()).map(Reading.Known::value);
    }

    private static void claimed(Trial trial) {
        Exact limit = trial.oracle().limit(perceived(trial).claimed());
        boolean contradicted =
                trial.terms().months.orElseThrow().better().stream().allMatch(trial.oracle()::isToldNotImproved);
        if (value(trial).filter(gain -> gain.isAbove(limit)).isPresent() && contradicted) {
            expectSaid(trial, "a gain above %s is reported, and none is measured".formatted(limit));
        }
    }

    private static void notFelt(Trial trial) {
        Exact limit = trial.oracle().limit(perceived(trial).felt());
        boolean measured = trial.terms().months.orElseThrow().better().stream().allMatch(trial.oracle()::improved);
        if (value(trial).filter(gain -> gain.isBelow(limit)).isPresent() && measured) {
            expectSaid(trial, "a gain is measured, and none above %s is felt".formatted(limit));
        }
    }

    private static void expectSaid(Trial trial, String why) {
        trial.expect(
                Trial.names(trial.review(), Effect.NOTE, perceived(trial).indicator()),
                () -> "a note that names %s: %s".formatted(perceived(trial).indicator(), why));
    }

    private static void changesNothing(Trial trial) {
        for (Indicator indicator : trial.indicators()) {
            if (!isMerelyPerceived(indicator)) {
                continue;
            }
            for (Reading reading : readings(indicator)) {
                Review after = trial.review(Edit.month(
                        trial.scorecard(), trial.month(), snapshot -> Edit.reading(snapshot, indicator.id(), reading)));
                trial.expect(
                        after.decision() == trial.review().decision()
                                && after.levers().equals(trial.review().levers())
                                && reasons(after).equals(reasons(trial.review())),
                        () -> "the same decision, levers and reasons, notes aside, with %s of %s at %s"
                                .formatted(
                                        indicator.id(),
                                        trial.month(),
                                        reading.known()
                                                .map(known -> known.value()
                                                        + known.uncertainty()
                                                                .map(doubt -> " ± " + doubt)
                                                                .orElse(""))
                                                .orElse("nothing that is known")),
                        after);
            }
        }
    }

    private static List<Justification> reasons(Review review) {
        return review.justifications().stream()
                .filter(reason -> reason.effect() != Effect.NOTE)
                .toList();
    }

    private static List<Reading> readings(Indicator indicator) {
        Range range = indicator.range();
        return List.of(
                Reading.unknown(UnknownReason.NOT_REPORTED),
                Reading.of(range.least().orElse(Exact.of(-40))),
                Reading.of(range.most().orElse(Exact.of(12))).within(Exact.of(25)));
    }
}
