package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Portfolio;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewEachTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");
    private static final Portfolio PORTFOLIO = portfolio();
    private static final String DOCUMENT = Json.write(PORTFOLIO);

    private static Portfolio portfolio() {
        List<Scorecard> scorecards = new ArrayList<>();
        for (Scorecard seen : BuiltInMonths.scorecards("coding-agent")) {
            String id = "scope-" + scorecards.size();
            scorecards.add(seen.withScope(
                    new Scope(seen.scope().level(), id, id, seen.scope().firstUse())));
        }
        return new Portfolio(scorecards);
    }

    private static Source source(String document) {
        return Source.of("portfolio.json", stream(document));
    }

    private static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyReviewIsThatOfTheWholePortfolioByteForByte() {
        TreeMap<Scope, String> streamed = new TreeMap<>();
        int count = ENGINE.reviewEach(
                source(DOCUMENT), ReviewRequest.LATEST, review -> streamed.put(review.scope(), Json.write(review)));
        Portfolio read =
                new Portfolio(ENGINE.read("portfolio.json", stream(DOCUMENT)).scorecards());
        List<String> whole = ENGINE.review(read, ReviewRequest.LATEST).reviews().stream()
                .map(Json::write)
                .toList();
        assertThat(count).isEqualTo(whole.size()).isGreaterThan(50);
        assertThat(streamed.values()).containsExactlyElementsOf(whole);
    }

    @Test
    void aScorecardAndADirectoryAreReviewedToo(@TempDir Path directory) throws IOException {
        Scorecard first = PORTFOLIO.scorecards().get(0);
        Scorecard second = PORTFOLIO.scorecards().get(1);
        Files.writeString(directory.resolve("a.json"), Json.write(second));
        Files.writeString(directory.resolve("b.json"), Json.write(new Portfolio(List.of(first))));
        List<Review> reviews = new ArrayList<>();
        ENGINE.reviewEach(Source.of(directory), ReviewRequest.LATEST, reviews::add);
        assertThat(reviews).containsExactly(ENGINE.review(second), ENGINE.review(first));
    }

    @Test
    void theFirstReviewIsThereBeforeTheRestIsRead() {
        InputStream rest = stream(DOCUMENT);
        List<Integer> left = new ArrayList<>();
        ENGINE.reviewEach(Source.of("portfolio.json", rest), ReviewRequest.LATEST, review -> left.add(left(rest)));
        assertThat(left.get(0)).isGreaterThan(DOCUMENT.length() / 2);
        assertThat(left).last().isEqualTo(0);
    }

    private static int left(InputStream stream) {
        try {
            return stream.available();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lead-time\" | \"leed-time\"",
                "\"scope-7\" | \"Scope 7\"",
                "roi-portfolio/1 | roi-portfolio/2",
                "\"level\" | \"levels\"",
                "\"value\": | \"value\" ",
                "}\\n  ]\\n} | }",
            })
    void whatIsWrongIsSaidInTheSameWordsOfTheSamePlaces(String right, String wrong) {
        String document = DOCUMENT.replace(right.replace("\\n", "\n"), wrong);
        assertThat(document).isNotEqualTo(DOCUMENT);
        assertThat(faultsOfEach(document, ReviewRequest.LATEST))
                .isNotEmpty()
                .isEqualTo(faultsOfWhole(document, ReviewRequest.LATEST));
    }

    @Test
    void aMonthThatIsNotThereIsSaidOfEachScope() {
        ReviewRequest request = ReviewRequest.LATEST.of(YearMonth.of(2001, 1));
        assertThat(faultsOfEach(DOCUMENT, request))
                .hasSize(PORTFOLIO.scorecards().size())
                .isEqualTo(faultsOfWhole(DOCUMENT, request));
    }

    private static List<Fault> faultsOfEach(String document, ReviewRequest request) {
        return catchThrowableOfType(
                        InvalidInput.class, () -> ENGINE.reviewEach(source(document), request, review -> {}))
                .faults();
    }

    private static List<Fault> faultsOfWhole(String document, ReviewRequest request) {
        return catchThrowableOfType(
                        InvalidInput.class,
                        () -> Scorecards.checkedAgainst(PolicyLookup.always(ENGINE.indicators()))
                                .forReviewOf(request.month())
                                .read("portfolio.json", stream(document)))
                .faults();
    }

    @Test
    void nothingIsHandedOverFromTheFirstFaultOn() {
        List<Review> reviews = new ArrayList<>();
        String third = PORTFOLIO.scorecards().get(2).scope().id();
        String document = DOCUMENT.replace("\"id\": \"" + third + "\"", "\"id\": \"No Name\"");
        assertThatThrownBy(() -> ENGINE.reviewEach(source(document), ReviewRequest.LATEST, reviews::add))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("No Name");
        assertThat(reviews).extracting(Review::scope).containsExactly(scope(0), scope(1));
    }

    private static Scope scope(int index) {
        return PORTFOLIO.scorecards().get(index).scope();
    }

    @Test
    void aScopeThatIsThereTwiceIsReviewedTwice() {
        String document = DOCUMENT.replace("\"id\": \"" + scope(1).id() + "\"", "\"id\": \"" + scope(0).id() + "\"");
        assertThat(ENGINE.reviewEach(source(document), ReviewRequest.LATEST, review -> {}))
                .isEqualTo(PORTFOLIO.scorecards().size());
    }
}
