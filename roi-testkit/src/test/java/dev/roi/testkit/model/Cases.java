package dev.roi.testkit.model;

import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Scorecards that were found or reported, and others of their kind. */
final class Cases {

    private final Engine engine;
    private final String directory;

    private Cases(String policy, String directory) {
        this.engine = Engine.builtIn(policy);
        this.directory = directory;
    }

    static Cases of(String policy, String directory) {
        return new Cases(policy, directory);
    }

    Scorecard read(String name) {
        String path = "/dev/roi/testkit/cases/%s/%s.json".formatted(directory, name);
        try (InputStream stream = Objects.requireNonNull(Cases.class.getResourceAsStream(path), path)) {
            return engine.read(name, stream).scorecards().get(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Review review(Scorecard scorecard) {
        return engine.review(scorecard);
    }

    Review review(Scorecard scorecard, Language language) {
        return engine.review(scorecard, ReviewRequest.LATEST.in(language));
    }

    // --- others of a kind

    static IndicatorId id(String name) {
        return new IndicatorId(name);
    }

    static YearMonth last(Scorecard scorecard) {
        List<YearMonth> complete = scorecard.completeMonths();
        return complete.get(complete.size() - 1);
    }

    static Scorecard last(Scorecard scorecard, String indicator, Reading reading) {
        return Change.reading(scorecard, last(scorecard), id(indicator), reading);
    }

    /** Changes the month before the last. */
    static Scorecard before(Scorecard scorecard, String indicator, Reading reading) {
        return Change.reading(scorecard, last(scorecard).minusMonths(1), id(indicator), reading);
    }

    static Scorecard all(Scorecard scorecard, String indicator, Reading reading) {
        return Change.months(scorecard, snapshot -> Change.reading(snapshot, id(indicator), reading));
    }

    static Reading.Known within(String value, String doubt) {
        return Reading.of(value).within(Exact.of(doubt));
    }

    static Scorecard later(Scorecard scorecard, int months) {
        UnaryOperator<YearMonth> move = month -> month.plusMonths(months);
        return Change.snapshots(
                firstUse(scorecard, scorecard.scope().firstUse().map(move)),
                scorecard.snapshots().stream()
                        .map(snapshot -> Change.at(snapshot, move.apply(snapshot.month())))
                        .toList());
    }

    static Scorecard firstUse(Scorecard scorecard, Optional<YearMonth> month) {
        Scope scope = scorecard.scope();
        return Change.scope(scorecard, new Scope(scope.level(), scope.id(), scope.name(), month));
    }

    static Scorecard and(Scorecard scorecard, Snapshot... more) {
        return Change.snapshots(
                scorecard,
                Stream.concat(scorecard.snapshots().stream(), Stream.of(more)).toList());
    }

    // --- what a review says

    static List<String> texts(Review review) {
        return review.justifications().stream().map(Justification::text).toList();
    }

    static List<String> levers(Review review) {
        return review.levers().stream().map(Lever::id).map(Object::toString).toList();
    }

    static List<Justification> about(Review review, Effect effect, String indicator) {
        return review.justifications(effect).stream()
                .filter(reason -> reason.evidence().stream()
                        .anyMatch(evidence -> evidence.indicator().equals(id(indicator))))
                .toList();
    }
}
