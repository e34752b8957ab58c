package dev.roi.rules;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Attainment;
import dev.roi.core.FollowUp.Course;
import dev.roi.core.FollowUp.Goal;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.core.Stopped;
import dev.roi.core.Target;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.Comparison;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.policy.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Asks what became of earlier decisions on a scope: open actions first, then those that ended last, then the last decision
 * where it asked for nothing. For use by one thread.
 */
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
        if (earlier.isEmpty()) {
            return List.of();
        }
        PastDecision last = earlier.get(earlier.size() - 1);
        List<FollowUp> asked = new ArrayList<>();
        earlier.stream()
                .flatMap(past -> past.open().stream().map(action -> followUp(past, action)))
                .sorted(Comparator.comparing(
                        asking -> asking.action().orElseThrow().due()))
                .forEach(asked::add);
        earlier.stream()
                .flatMap(past -> past.actions().stream()
                        .filter(action -> isNew(action, past, last))
                        .map(action -> followUp(past, action)))
                .forEach(asked::add);
        if (asked.stream().noneMatch(followUp -> followUp.decision().equals(last))) {
            asked.add(new FollowUp(last, Optional.empty(), List.of()));
        }
        return List.copyOf(asked);
    }

    /** What ended since the decision before the last one has not been looked at by a review yet. */
    private static boolean isNew(PastAction action, PastDecision past, PastDecision last) {
        return action.end()
                .filter(given -> past.equals(last) || !given.month().isBefore(last.month()))
                .isPresent();
    }

    /** Finds out since when the scope has been stopped: nothing that was decided since lets it go on. */
    Optional<Stopped> stopped() {
        Optional<Stopped> since = Optional.empty();
        for (PastDecision past : assessment.onRecord()) {
            if (past.decision() != Decision.STOP) {
                since = Optional.empty();
            } else if (since.isEmpty()) {
                since = Optional.of(new Stopped(past.entry(), past.month()));
            }
        }
        return since;
    }

    private FollowUp followUp(PastDecision past, PastAction action) {
        return new FollowUp(past, Optional.of(action), movements(past, action));
    }

    /** Finds where each indicator that an action aimed at went, from the month that was decided on. */
    List<Movement> movements(PastDecision past, PastAction action) {
        return action.asked().aimsAt().stream()
                .map(id -> movement(past, id, action.asked().target(id)))
                .toList();
    }

    private Movement movement(PastDecision past, IndicatorId id, Optional<Target> target) {
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
                    unknown,
                    target.map(set -> new Goal(set, set.value().toString(), Attainment.UNDETERMINED)));
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
                sentences.readingText(state.get()),
                target.map(set -> new Goal(
                        set,
                        sentences.number(set.value(), assessment.unit(indicator)),
                        now.map(known -> attainment(set, known)).orElse(Attainment.UNDETERMINED))));
    }

    /** What is uncertain is taken as the worst that it may be, and as the best. */
    private static Attainment attainment(Target target, Reading.Known now) {
        Exact doubt = now.uncertainty().orElse(Exact.ZERO);
        boolean isReached = isReached(target, now.value().minus(doubt));
        return isReached != isReached(target, now.value().plus(doubt))
                ? Attainment.UNDETERMINED
                : isReached ? Attainment.REACHED : Attainment.MISSED;
    }

    private static boolean isReached(Target target, Exact value) {
        return switch (target.side()) {
            case AT_LEAST -> value.compareTo(target.value()) >= 0;
            case AT_MOST -> value.compareTo(target.value()) <= 0;
        };
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
