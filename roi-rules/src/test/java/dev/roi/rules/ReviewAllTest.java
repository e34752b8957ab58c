package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.InvalidInput;
import dev.roi.core.Portfolio;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.core.json.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewAllTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final List<Scorecard> SCORECARDS = scorecards();
    private static final String DOCUMENT = Json.write(new Portfolio(SCORECARDS));

    private static List<Scorecard> scorecards() {
        List<Scorecard> scorecards = new ArrayList<>();
        for (Scorecard seen : BuiltInMonths.scorecards("coding-agent")) {
            String id = "scope-%03d".formatted(scorecards.size());
            scorecards.add(seen.withScope(
                    new Scope(seen.scope().level(), id, id, seen.scope().firstUse())));
        }
        return new Portfolio(scorecards).scorecards();
    }

    private static Source source(String document) {
        return Source.of("portfolio.json", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void reviews_come_in_the_order_of_the_scorecards_and_are_those_of_one_thread(int parallelism) {
        List<Review> expected = SCORECARDS.stream().map(ENGINE::review).toList();
        try (Stream<Review> given = ENGINE.reviewAll(SCORECARDS.stream(), parallelism);
                Stream<Review> read = ENGINE.reviewAll(source(DOCUMENT), ReviewRequest.LATEST, parallelism)) {
            assertThat(given.toList()).isEqualTo(expected);
            assertThat(read.toList()).isEqualTo(expected);
        }
    }

    @Test
    void a_directory_is_reviewed_file_by_file(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a.json"), Json.write(SCORECARDS.get(1)));
        Files.writeString(directory.resolve("b.json"), Json.write(SCORECARDS.get(0)));
        try (Stream<Review> reviews = ENGINE.reviewAll(directory, 2)) {
            assertThat(reviews.toList())
                    .containsExactly(ENGINE.review(SCORECARDS.get(1)), ENGINE.review(SCORECARDS.get(0)));
        }
    }

    @Test
    void no_more_than_a_few_scorecards_are_taken_before_their_reviews_are() {
        AtomicInteger taken = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        Stream<Scorecard> counted = SCORECARDS.stream().peek(scorecard -> taken.incrementAndGet());
        try (Stream<Review> reviews = ENGINE.reviewAll(counted, 3)) {
            reviews.forEach(review -> ahead.add(taken.get() - ahead.size()));
        }
        assertThat(ahead)
                .hasSameSizeAs(SCORECARDS)
                .allSatisfy(count -> assertThat(count).isBetween(1, 12));
    }

    @Test
    void all_faults_are_told_and_what_came_before_the_first_is_handed_out() {
        String document = DOCUMENT.replace("\"id\": \"scope-002\"", "\"id\": \"No Name\"")
                .replace("\"id\": \"scope-009\"", "\"id\": \"No Other\"");
        List<Review> reviews = new ArrayList<>();
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> {
            try (Stream<Review> all = ENGINE.reviewAll(source(document), ReviewRequest.LATEST, 2)) {
                all.forEach(reviews::add);
            }
        });
        assertThat(reviews)
                .isEqualTo(SCORECARDS.subList(0, 2).stream().map(ENGINE::review).toList());
        assertThat(refused.faults()).hasSize(2);
        assertThat(refused).hasMessageContaining("No Name").hasMessageContaining("No Other");
    }

    @Test
    void scorecards_made_in_java_are_refused_with_all_their_faults() {
        ReviewRequest request = ReviewRequest.LATEST.forMonth(YearMonth.of(2001, 1));
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> {
            try (Stream<Review> all = ENGINE.reviewAll(SCORECARDS.stream(), request, 2)) {
                all.forEach(review -> {});
            }
        });
        assertThat(refused.faults()).hasSameSizeAs(SCORECARDS);
    }

    @Test
    void what_takes_the_reviews_may_end_it_and_no_thread_is_left() throws InterruptedException {
        assertThatThrownBy(() -> {
                    try (Stream<Review> all = ENGINE.reviewAll(source(DOCUMENT), ReviewRequest.LATEST, 2)) {
                        all.forEach(review -> {
                            throw new IllegalStateException("enough");
                        });
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        try (Stream<Review> all = ENGINE.reviewAll(source(DOCUMENT), ReviewRequest.LATEST, 2)) {
            assertThat(all.limit(3).count()).isEqualTo(3);
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("roi-review") || thread.getName().equals("roi-read")) {
                thread.join(60_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void there_has_to_be_a_thread() {
        assertThatThrownBy(() -> ENGINE.reviewAll(SCORECARDS.stream(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parallelism (0)");
    }
}
