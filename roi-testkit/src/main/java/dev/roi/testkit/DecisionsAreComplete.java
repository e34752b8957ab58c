package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Review;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Law 13. */
final class DecisionsAreComplete {

    private static final String BLOCKED = "Extend blocked: ";

    private DecisionsAreComplete() {}

    static List<Clause> clauses() {
        return List.of(
                Clause.of("the decision follows from its reasons", DecisionsAreComplete::followsFromReasons),
                Clause.of("to maintain says why not to extend", DecisionsAreComplete::maintainSaysWhyNot),
                Clause.of(
                        "the levers are those of the adjusting reasons, and to adjust has one",
                        DecisionsAreComplete::adjustNamesLevers),
                Clause.of("what stops or adjusts is a reason against extending too", DecisionsAreComplete::hasTwin),
                Clause.of("the headline is the decision and its first reason", DecisionsAreComplete::headline),
                Clause.of("what the decision still needs is said", DecisionsAreComplete::needs));
    }

    private static boolean has(Review review, Effect effect) {
        return !review.justifications(effect).isEmpty();
    }

    private static void followsFromReasons(Trial trial) {
        Review review = trial.review();
        boolean follows = switch (review.decision()) {
            case STOP -> has(review, Effect.STOP);
            case ADJUST -> has(review, Effect.ADJUST) && !has(review, Effect.STOP);
            case MAINTAIN -> !has(review, Effect.STOP) && !has(review, Effect.ADJUST);
            case EXTEND ->
                has(review, Effect.SUPPORTS)
                        && !has(review, Effect.STOP)
                        && !has(review, Effect.ADJUST)
                        && !has(review, Effect.BLOCKS_EXTEND);
        };
        trial.expect(follows, () -> "a decision that follows from its reasons");
    }

    private static void maintainSaysWhyNot(Trial trial) {
        if (trial.review().decision() == Decision.MAINTAIN) {
            trial.expect(has(trial.review(), Effect.BLOCKS_EXTEND), () -> "a reason against extending");
        }
    }

    private static void adjustNamesLevers(Trial trial) {
        Review review = trial.review();
        List<LeverId> named = review.justifications(Effect.ADJUST).stream()
                .flatMap(reason -> reason.lever().stream())
                .map(Lever::id)
                .toList();
        List<LeverId> expected =
                trial.policy().levers().stream().filter(named::contains).toList();
        trial.expect(
                review.levers().stream().map(Lever::id).toList().equals(expected)
                        && (review.decision() != Decision.ADJUST || !expected.isEmpty()),
                () -> "these levers: %s".formatted(expected));
    }

    private static void hasTwin(Trial trial) {
        Review review = trial.review();
        Stream.concat(review.justifications(Effect.STOP).stream(), review.justifications(Effect.ADJUST).stream())
                .forEach(reason -> trial.expect(
                        review.justifications(Effect.BLOCKS_EXTEND).stream()
                                .anyMatch(twin -> twin.rule().equals(reason.rule())
                                        && twin.evidence().equals(reason.evidence())),
                        () -> "%s to be among the reasons against extending".formatted(reason.rule())));
    }

    /** Tells whether a review says that nothing but a block or an unknown stands between the scope and extending. */
    static boolean saysExtendBlocked(Review review) {
        return !review.language().equals(Language.ENGLISH) || review.headline().startsWith(BLOCKED);
    }

    private static Optional<Review> inEnglish(Trial trial) {
        return Optional.of(trial.review()).filter(review -> review.language().equals(Language.ENGLISH));
    }

    private static void headline(Trial trial) {
        Review review = trial.review();
        List<Effect> effects = switch (review.decision()) {
            case STOP -> List.of(Effect.STOP);
            case ADJUST -> List.of(Effect.ADJUST);
            case MAINTAIN -> List.of(Effect.BLOCKS_EXTEND);
            case EXTEND -> List.of(Effect.SUPPORTS);
        };
        boolean mayBeBlocked = review.decision() == Decision.ADJUST || review.decision() == Decision.MAINTAIN;
        if (inEnglish(trial).isPresent() && mayBeBlocked && review.headline().startsWith(BLOCKED)) {
            trial.expect(
                    review.headline().equals(BLOCKED + first(review, Effect.BLOCKS_EXTEND)),
                    () -> "the headline to give the first reason against extending");
            return;
        }
        String word = review.decision().word();
        String begin = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + ": ";
        boolean anyOfThem = review.decision() == Decision.MAINTAIN;
        trial.expect(
                effects.stream()
                        .flatMap(effect -> review.justifications(effect).stream())
                        .limit(anyOfThem ? Integer.MAX_VALUE : 1)
                        .map(Justification::headline)
                        .anyMatch(reason -> inEnglish(trial).isPresent()
                                ? review.headline().equals(begin + reason)
                                : review.headline().endsWith(reason)),
                () -> "the headline to be the decision and its first reason");
    }

    private static String first(Review review, Effect effect) {
        return review.justifications(effect).stream()
                .findFirst()
                .map(Justification::headline)
                .orElse("");
    }

    private static void needs(Trial trial) {
        Review review = trial.review();
        trial.expect(!review.needs().isEmpty(), () -> "something that the decision still needs");
        if (inEnglish(trial).isEmpty()) {
            return;
        }
        String needs = String.join("; ", review.needs());
        List<String> words = switch (review.decision()) {
            case EXTEND -> List.of("scope", "guardrails", "owner");
            case ADJUST -> List.of("owner of the month's action");
            case MAINTAIN -> List.of("why it is not extended", "what would allow it");
            case STOP -> List.of("document what stops", "what was learned");
        };
        trial.expect(
                words.stream().allMatch(needs::contains),
                () -> "needs that say %s, and not: %s".formatted(words, needs));
    }
}
