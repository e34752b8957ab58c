package dev.roi.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Effect;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.rules.ReviewRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** How reasons are given, over scorecards drawn at random. */
class ReasonsTest {

    private static final int SAMPLE = 150;
    private static final int SOAK = 5_000;

    @TestFactory
    Stream<DynamicTest> no_reason_is_given_twice_and_their_order_is_one_in_every_language() {
        return Subject.each(subject -> assertThat(breaches(subject, SAMPLE)).isEmpty());
    }

    @Tag("soak")
    @TestFactory
    Stream<DynamicTest> no_reason_is_given_twice_and_their_order_is_one_in_every_language_many_times() {
        return Subject.each(subject -> assertThat(breaches(subject, SOAK)).isEmpty());
    }

    private static List<String> breaches(Subject subject, int scorecards) {
        List<String> breaches = new ArrayList<>();
        for (long seed = 1; seed <= scorecards; seed++) {
            Scorecard scorecard = subject.draws().draw(seed);
            ReviewRequest request = ReviewRequest.LATEST.forMonth(Draws.month(scorecard, seed));
            Review english = subject.engine().review(scorecard, request.in(Language.ENGLISH));
            Review french = subject.engine().review(scorecard, request.in(Language.FRENCH));
            if (!order(english).equals(order(french))) {
                breaches.add("another order in French: of seed %s %s".formatted(seed, Json.line(scorecard)));
            }
            for (Review review : List.of(english, french)) {
                said(review).forEach(twice -> breaches.add("twice: %s".formatted(twice)));
            }
        }
        return breaches;
    }

    private static List<Object> order(Review review) {
        return review.justifications().stream()
                .<Object>map(reason -> List.of(reason.rule(), reason.effect(), reason.evidence()))
                .toList();
    }

    /** Returns the sentences that are there twice with one effect: what adjusts is said again among what blocks. */
    private static List<String> said(Review review) {
        List<String> twice = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            Set<String> texts = new HashSet<>();
            for (Justification reason : review.justifications(effect)) {
                if (!texts.add(reason.text())) {
                    twice.add("%s %s".formatted(reason.rule(), reason.text()));
                }
            }
        }
        return twice;
    }
}
