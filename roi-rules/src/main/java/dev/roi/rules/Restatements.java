package dev.roi.rules;

import dev.roi.core.IndicatorId;
import dev.roi.core.PastScorecard;
import dev.roi.core.Reading;
import dev.roi.core.Remark;
import dev.roi.core.Snapshot;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.policy.Phrase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds figures of past months that are others than when somebody decided on them. Only the last decision counts: what had
 * changed before it was there to see when it was taken. For use by one thread.
 */
final class Restatements {

    private final Assessment assessment;
    private final Sentences sentences;

    Restatements(Assessment assessment, Sentences sentences) {
        this.assessment = assessment;
        this.sentences = sentences;
    }

    /** What has changed since, one remark for each indicator, in the policy's order. */
    List<Remark> since(List<PastScorecard> recorded) {
        return recorded.stream()
                .filter(past -> past.month().isBefore(assessment.month()))
                .filter(past -> assessment
                        .scorecard()
                        .scope()
                        .goesOnFrom(past.scorecard().scope()))
                .max(Comparator.comparing(PastScorecard::month).thenComparing(PastScorecard::entry))
                .map(this::since)
                .orElse(List.of());
    }

    private List<Remark> since(PastScorecard past) {
        List<Remark> remarks = new ArrayList<>();
        for (IndicatorState state : assessment.indicators()) {
            List<String> changes = past.scorecard().snapshots().stream()
                    .filter(then -> then.isComplete() && !then.month().isAfter(past.month()))
                    .flatMap(then -> change(state, then).stream())
                    .toList();
            if (!changes.isEmpty()) {
                IndicatorId id = state.indicator().id();
                String text = sentences.phrase(
                        Phrase.REMARK_RESTATED,
                        Map.of(
                                "indicator", sentences.brief(id),
                                "entry", String.valueOf(past.entry()),
                                "changes", sentences.texts().quantities().list(changes)));
                remarks.add(new Remark(List.of(id), sentences.capital(text)));
            }
        }
        return remarks;
    }

    /** What was known then, and is another number now, or none; what was unknown then has not changed by becoming known. */
    private Optional<String> change(IndicatorState state, Snapshot then) {
        Optional<Reading.Known> before = then.reading(state.indicator().id()).known();
        Optional<Reading.Known> now = now(state, then.month());
        if (before.isEmpty() || before.map(Reading.Known::value).equals(now.map(Reading.Known::value))) {
            return Optional.empty();
        }
        String was = sentences.valueText(state, before.get().value(), now.map(Reading.Known::value));
        String is = now.map(known -> sentences.valueText(state, known.value(), before.map(Reading.Known::value)))
                .orElseGet(() -> sentences.phrase(Phrase.UNKNOWN));
        return Optional.of(sentences.phrase(
                Phrase.REMARK_RESTATED_MONTH,
                Map.of("month", sentences.texts().quantities().month(then.month()), "was", was, "now", is)));
    }

    private Optional<Reading.Known> now(IndicatorState state, YearMonth month) {
        return assessment
                .givenScorecard()
                .find(month)
                .flatMap(snapshot -> snapshot.reading(state.indicator().id()).known());
    }
}
