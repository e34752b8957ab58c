package dev.roi.testkit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Exact;
import dev.roi.core.InvalidInput;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.Json;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.testkit.ScorecardArbitraries;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Reviews are read as they were written. */
class ReadBackTest {

    private static final Engine ENGINE = Engine.builtIn("coding-agent");

    @Provide
    Arbitrary<Scorecard> scorecards() {
        return ScorecardArbitraries.of(ENGINE.policy()).scorecards();
    }

    @Provide
    Arbitrary<Portfolio> portfolios() {
        return ScorecardArbitraries.of(ENGINE.policy()).portfolios();
    }

    @Property(tries = 300, seed = "7")
    void a_review_that_is_read_again_is_equal_and_written_alike(@ForAll("scorecards") Scorecard scorecard)
            throws ReflectiveOperationException {
        holds(ENGINE.review(scorecard));
    }

    @Property(tries = 100, seed = "8")
    void so_is_a_portfolios(@ForAll("portfolios") Portfolio portfolio) throws ReflectiveOperationException {
        PortfolioReview reviews = ENGINE.review(portfolio, ReviewRequest.LATEST);
        String document = Json.write(reviews);

        PortfolioReview again = Json.readPortfolioReview(document);

        assertThat(again).isEqualTo(Rounded.of(reviews));
        assertThat(Json.write(again)).isEqualTo(document);
    }

    @Test
    void so_is_one_with_assumptions() throws ReflectiveOperationException {
        Scorecard scorecard = ENGINE.read(Path.of("../roi-examples/data/first/scorecard.json"))
                .scorecards()
                .get(0);
        holds(ENGINE.assuming(Map.of(new ThresholdId("extend.months"), Exact.of(2)))
                .review(scorecard));
    }

    private static void holds(Review review) throws ReflectiveOperationException {
        String document = Json.write(review);

        Review again = Json.readReview(document);

        assertThat(again).isEqualTo(Rounded.of(review));
        assertThat(Json.write(again)).isEqualTo(document);
    }

    @Test
    void keys_that_later_versions_add_are_let_be() {
        String document = Json.write(review());
        String later = document.replaceFirst("\"headline\"", "\"added\": {\"later\": [1]}, \"headline\"");

        assertThat(Json.write(Json.readReview(later))).isEqualTo(document);
    }

    @Test
    void what_is_no_review_is_refused_with_everything_that_is_wrong_and_where() {
        String document = Json.write(review())
                .replaceFirst("\"decision\": \"adjust\"", "\"decision\": \"wait\"")
                .replaceFirst("\"needs\": \\[", "\"wants\": [");

        assertThatThrownBy(() -> Json.readReview(document))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the review:14:15: /decision: unknown decision `wait`")
                .hasMessageContaining("`needs` is missing");
        assertThatThrownBy(() -> Json.readReview("{\"format\":\"roi-scorecard/1\"}"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("It has to be `roi-review/1`");
    }

    @Test
    void lists_of_a_row_that_do_not_fit_together_are_refused() {
        String document = Json.write(review()).replaceFirst("\"names\": \\[", "\"names\": [\"one too many\", ");

        assertThatThrownBy(() -> Json.readReview(document))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("`names` has 2 items, and `indicators` has 1");
    }

    private static Review review() {
        return ENGINE.review(ENGINE.read(Path.of("../roi-examples/data/first/scorecard.json"))
                .scorecards()
                .get(0));
    }
}
