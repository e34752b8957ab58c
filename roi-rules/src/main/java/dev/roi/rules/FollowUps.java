package dev.roi.rules;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Course;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.PastDecision;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.Comparison;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.policy.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks what became of earlier decisions on a scope: open actions first, then the last decision. For use by one thread. */
final class FollowUps {

    private final Assessment assessment;
    private final Sentences sentences;

    FollowUps(Assessment assessment, Sentences sentences) {
        this.assessment = assessment;
        this.sentences = sentences;
    }

    /** Follows up on what was decided on this scope for earlier months; nothing that was recorded later counts. */
    List<FollowUp> all() {
        List<PastDecision> earlier = assessment.onRecord();
        List<PastDecision> asked = new ArrayList<>(earlier.stream()
                .filter(PastDecision::isOpen)
                .sorted(Comparator.comparing(past -> past.action().orElseThrow().due()))
                .toList());
        earlier.stream()
                .skip(Math.max(0, earlier.size() - 1))
                .filter(last -> !last.isOpen())
                .forEach(asked::add);
        return asked.stream().map(past -> new FollowUp(past, movements(past))).toList();
    }

    private List<Movement> movements(PastDecision past) {
        return past.action().stream()
                .flatMap(action -> action.aimsAt().stream())
                .map(id -> movement(past, id))
                .toList();
    }

    private Movement movement(PastDecision past, IndicatorId id) {
        Optional<IndicatorState> state = assessment.find(id);
        String unknown = sentences.phrase(Phrase.UNKNOWN);
        if (state.isEmpty()) {
            return new Movement(
                    id,
                    id.value(),
                    Course.UNDETERMINED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    unknown,
                    unknown);
        }
        Indicator indicator = state.get().indicator();
        Optional<Reading.Known> before = assessment
                .scorecard()
                .find(past.month())
                .filter(Snapshot::isComplete)
                .flatMap(snapshot -> assessment.reading(indicator, snapshot).known());
        Optional<Reading.Known> now = state.get().reading().known();
        return new Movement(
                id,
                sentences.name(id),
                before.flatMap(then -> now.map(known -> course(indicator, then, known)))
                        .orElse(Course.UNDETERMINED),
                before.map(Reading.Known::value),
                now.map(Reading.Known::value),
                Optional.of(assessment.unit(indicator)),
                before.map(known -> sentences.knownText(state.get(), known)).orElse(unknown),
                sentences.readingText(state.get()));
    }

    /** The same comparison as with a baseline; the uncertainties of both readings count. */
    private static Course course(Indicator indicator, Reading.Known before, Reading.Known now) {
        Baseline.Defined then = Baseline.of(before.value());
        Exact doubt =
                before.uncertainty().orElse(Exact.ZERO).plus(now.uncertainty().orElse(Exact.ZERO));
        Comparison comparison = Comparison.of(
                indicator,
                now.within(doubt),
                Optional.of(before.definition().map(then::definedAs).orElse(then)));
        return switch (comparison.result()) {
            case BETTER -> Course.IMPROVED;
            case SAME, WITHIN_OBJECTIVE -> Course.SAME;
            case WORSE -> Course.WORSE;
            case UNDETERMINED, NOT_COMPARABLE -> Course.UNDETERMINED;
        };
    }
}
