package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.ActionId;
import dev.roi.core.AgendaItem;
import dev.roi.core.Baseline;
import dev.roi.core.BlockId;
import dev.roi.core.Budget;
import dev.roi.core.Closing;
import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.Dimension;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.Fingerprint;
import dev.roi.core.FollowUp;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Questions;
import dev.roi.core.Reading;
import dev.roi.core.Resolution;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.SampleDiff;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.SmallPolicy;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    private static final Scorecards SCORECARDS =
            Scorecards.checkedAgainst(PolicyLookup.always(SmallPolicy.indicators()));
    private static final Lever WORKFLOW = new Lever(new LeverId("workflow"), "Workflow", "tighten the frame");

    static Review review() {
        IndicatorId cost = new IndicatorId("monthly-cost");
        IndicatorId leadTime = new IndicatorId("lead-time");
        return new Review(
                new PolicyRef(new PolicyId("small"), "1.0.0", new Fingerprint("sha256:" + "0".repeat(64))),
                new Scope(Level.WORKFLOW, "api-tests", "API tests – équipe", Optional.empty()),
                YearMonth.of(2026, 5),
                Optional.of("EUR"),
                Language.ENGLISH,
                Decision.ADJUST,
                "Adjust: high adoption but dispersed usage",
                List.of(WORKFLOW),
                List.of(
                        new Justification(
                                new RuleId("dispersed"),
                                Effect.ADJUST,
                                Optional.of(WORKFLOW),
                                new BlockId("usage"),
                                "high adoption but dispersed usage",
                                "82 % use it.",
                                List.of(new Evidence(
                                        new IndicatorId("adoption-rate"),
                                        Optional.empty(),
                                        Optional.of(Exact.ratio(Exact.of(35), Exact.of(3))),
                                        Unit.PERCENT,
                                        Optional.empty(),
                                        Optional.of(new ThresholdId("adoption.high")),
                                        Optional.of(Exact.of("1e6")),
                                        Optional.of(3),
                                        Optional.empty()))),
                        new Justification(
                                new RuleId("note"),
                                Effect.NOTE,
                                Optional.empty(),
                                new BlockId("usage"),
                                "a note",
                                "A \"note\".",
                                List.of())),
                List.of(new UnknownIndicator(
                        new IndicatorId("escaped-defects"),
                        "Escaped defects",
                        UnknownReason.NOT_INSTRUMENTED,
                        Optional.empty())),
                new Dashboard(List.of(new Dashboard.Row(
                        new BlockId("finance"),
                        "Finance",
                        List.of(
                                new Dashboard.Cell(
                                        cost,
                                        "Total cost",
                                        Optional.of(Exact.of("0.1234567")),
                                        Unit.CURRENCY,
                                        Optional.empty(),
                                        Trend.of(Trend.Course.STABLE),
                                        "€0.12",
                                        "none",
                                        List.of(new Dashboard.Point(
                                                YearMonth.of(2026, 4),
                                                Snapshot.Completeness.PARTIAL,
                                                Optional.empty()))),
                                new Dashboard.Cell(
                                        leadTime,
                                        "Lead time",
                                        Optional.empty(),
                                        new Unit("days"),
                                        Optional.of(Exact.of("9.5")),
                                        Trend.undetermined(Trend.Reason.UNKNOWN_THIS_MONTH),
                                        "unknown",
                                        "9.5 days",
                                        List.of())),
                        Trend.undetermined(Trend.Reason.SEVERAL_INDICATORS),
                        "Costs what it did."))),
                new Questions("a", "b", "c", "d"),
                List.of(new AgendaItem("cost", "Cost", List.of("One point"))),
                List.of("name the owner of the month's action"));
    }

    static PortfolioReview portfolioReview() {
        return new PortfolioReview(
                List.of(review()),
                YearMonth.of(2026, 5),
                List.of(Scope.of(Level.TEAM, "late")),
                List.of(new PortfolioReview.Total(
                        Level.TEAM,
                        new IndicatorId("monthly-cost"),
                        "Total cost",
                        new Unit("EUR"),
                        Exact.of(12000),
                        "€12,000",
                        2,
                        List.of(Scope.of(Level.TEAM, "late")))),
                List.of(new PortfolioReview.Action(
                        Decision.ADJUST, Optional.of(new LeverId("workflow")), "Tighten", List.of(review().scope()))),
                "1 to adjust");
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(JsonTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_review_is_written_byte_for_byte() throws IOException {
        assertThat(Json.write(review())).isEqualTo(resource("written-review.json"));
    }

    @Test
    void a_stream_gets_the_same_bytes_and_stays_open_and_its_failure_is_the_caller_s() throws IOException {
        StringBuilder closed = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.append("closed");
            }
        };
        Json.write(review(), bytes);
        Json.write(portfolioReview(), bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(Json.write(review()) + Json.write(portfolioReview()));
        assertThat(closed).isEmpty();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> Json.write(review(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    @Test
    void the_reviews_of_a_portfolio_are_written_byte_for_byte() throws IOException {
        assertThat(Json.write(portfolioReview())).isEqualTo(resource("written-portfolio-review.json"));
    }

    @Test
    void a_comparison_is_written_byte_for_byte_and_valid_by_its_schema() throws IOException {
        String full = Json.write(SampleDiff.full(Language.ENGLISH));
        assertThat(full).isEqualTo(resource("written-diff.json"));
        assertThat(Schemas.faults(Schema.DIFF, full)).isEmpty();
        assertThat(Schemas.faults(Schema.DIFF, Json.write(SampleDiff.changesOnly())))
                .isEmpty();
        assertThat(Schemas.faults(Schema.DIFF, Json.write(SampleDiff.harmless())))
                .isEmpty();
    }

    @Test
    void a_schema_notices_a_comparison_that_lacks_a_key_or_says_something_else() throws IOException {
        String full = resource("written-diff.json");
        assertThat(Schemas.faults(Schema.DIFF, full.replace("\"kind\": \"months\"", "\"kind\": \"month\"")))
                .contains("kind");
        assertThat(Schemas.faults(Schema.DIFF, full.replace("\"otherReasons\"", "\"reasons\"")))
                .contains("otherReasons");
        assertThat(Schemas.faults(Schema.DIFF, full.replace("\"latest\": true", "\"latest\": \"yes\"")))
                .contains("latest");
    }

    @Test
    void a_scorecard_is_written_byte_for_byte_and_what_is_not_said_is_left_out() throws IOException {
        assertThat(Json.write(read(resource("scorecard.json")))).isEqualTo(resource("written-scorecard.json"));
    }

    @Test
    void what_is_written_is_valid_by_its_schema() throws IOException {
        assertThat(Schemas.faults(Schema.REVIEW, Json.write(review()))).isEmpty();
        assertThat(Schemas.faults(Schema.PORTFOLIO_REVIEW, Json.write(portfolioReview())))
                .isEmpty();
        assertThat(Schemas.faults(Schema.SCORECARD, resource("written-scorecard.json")))
                .isEmpty();
    }

    @Test
    void open_actions_that_no_review_asks_about_are_written_and_valid_by_the_schema() throws IOException {
        PortfolioReview review = portfolioReview();
        PastAction action = new PastAction(
                ActionId.of(2), new MonthAction("Do it", "Jo", YearMonth.of(2026, 6), List.of()), List.of());
        PastDecision open = new PastDecision(
                2,
                Scope.of(Level.TEAM, "gone"),
                YearMonth.of(2026, 4),
                Decision.ADJUST,
                "Adjust",
                Resolution.of(
                        new Closing.Adjustment(List.of(new LeverId("training"))),
                        Instant.parse("2026-05-05T09:30:00Z"),
                        "Ana"),
                List.of(action));
        String written = Json.write(new PortfolioReview(
                review.reviews(),
                review.newest(),
                review.stale(),
                review.totals(),
                review.actions(),
                review.headline(),
                List.of(new FollowUp(open, Optional.of(action), List.of())),
                List.of()));

        assertThat(written).contains("\"unasked\": [\n    {\n      \"entry\": 2,");
        assertThat(Schemas.faults(Schema.PORTFOLIO_REVIEW, written)).isEmpty();
        assertThat(Schemas.faults(Schema.PORTFOLIO_REVIEW, written.replace("\"owner\": \"Jo\"", "\"owner\": null")))
                .contains("owner");
    }

    @Test
    void what_portfolio_rules_note_is_written_and_read_and_left_out_where_there_is_nothing() {
        PortfolioReview review = portfolioReview();
        PortfolioReview noted = new PortfolioReview(
                review.reviews(),
                review.newest(),
                review.stale(),
                review.totals(),
                review.actions(),
                review.headline(),
                review.unasked(),
                List.of(new PortfolioReview.Note(
                        new RuleId("two-stop"), "two stop", List.of(review().scope()), "Two scopes should stop.")));

        assertThat(Json.write(noted))
                .contains(
                        "\"rule\": \"two-stop\"",
                        "\"headline\": \"two stop\"",
                        "\"text\": \"Two scopes should stop.\"");
        assertThat(Schemas.faults(Schema.PORTFOLIO_REVIEW, Json.write(noted))).isEmpty();
        assertThat(Json.write(review)).doesNotContain("\"notes\"");
    }

    @Test
    void a_schema_notices_a_review_that_lacks_a_key_or_says_something_else() throws IOException {
        String written = resource("written-review.json");

        assertThat(Schemas.faults(Schema.REVIEW, written.replace("\"headline\": \"Adjust", "\"heading\": \"Adjust")))
                .contains("headline");
        assertThat(Schemas.faults(Schema.REVIEW, written.replace("\"decision\": \"adjust\"", "\"decision\": \"wait\"")))
                .contains("decision");
        assertThat(Schemas.faults(Schema.REVIEW, written.replace("\"lever\": \"workflow\"", "\"lever\": null")))
                .contains("lever");
        assertThat(Schemas.faults(
                        Schema.PORTFOLIO_REVIEW,
                        resource("written-portfolio-review.json")
                                .replace("\"decision\": \"adjust\",\n      \"h", "\"decision\": \"wait\",\n      \"h")))
                .contains("decision");
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000000, 1000000000000",
        "999999999999999, 999999999999999",
        "0.000000000001, 0.000000000001",
        "-0.50, -0.5",
        "0, 0",
        "12.10, 12.1",
    })
    void a_number_is_written_plainly_and_exactly(String number, String written) {
        assertThat(writtenLeadTime(Exact.of(number))).isEqualTo(written);
    }

    @Test
    void a_number_that_does_not_end_is_rounded_to_six_decimals() {
        assertThat(writtenLeadTime(Exact.ratio(Exact.of(2), Exact.of(3)))).isEqualTo("0.666667");
        assertThat(writtenLeadTime(Exact.of("0.1234567890125"))).isEqualTo("0.1234567890125");
        assertThat(writtenLeadTime(Exact.of("0.123456789012345678"))).isEqualTo("0.123457");
    }

    private static String writtenLeadTime(Exact value) {
        String written = Json.write(Scorecard.of(Scope.of(Level.TEAM, "a"))
                .baseline(new IndicatorId("lead-time"), Baseline.of(value))
                .snapshot(Snapshot.complete(YearMonth.of(2026, 1), Map.of()))
                .build());
        Matcher number = Pattern.compile("\"lead-time\": (.*)").matcher(written);
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private static Scorecard read(String document) {
        return SCORECARDS
                .read("f.json", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                .scorecards()
                .get(0);
    }

    @Property(tries = 500, seed = "1")
    void a_scorecard_that_is_written_and_read_again_is_equal(@ForAll("scorecards") Scorecard scorecard) {
        String written = Json.write(scorecard);

        assertThat(read(written)).isEqualTo(scorecard);
        assertThat(Json.write(read(written))).isEqualTo(written);
        assertThat(Schemas.faults(Schema.SCORECARD, written)).isEmpty();
    }

    @Property(tries = 50, seed = "2")
    void a_portfolio_that_is_written_and_read_again_is_equal(@ForAll("scorecards") Scorecard scorecard) {
        Portfolio portfolio = new Portfolio(List.of(scorecard));
        String written = Json.write(portfolio);

        Input read = SCORECARDS.read("f.json", new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
        assertThat(read).isEqualTo(new Input.Several(portfolio));
        assertThat(Schemas.faults(Schema.PORTFOLIO, written)).isEmpty();
    }

    @Provide
    Arbitrary<Scorecard> scorecards() {
        Arbitrary<List<Snapshot>> months =
                snapshots().list().ofMinSize(1).ofMaxSize(6).uniqueElements(Snapshot::month);
        Arbitrary<Optional<YearMonth>> firstUse = month().optional();
        Arbitrary<Baseline> baselines = Arbitraries.oneOf(
                amounts().map(Baseline::of),
                amounts().flatMap(value -> said().map(text -> Baseline.of(value).definedAs(text))),
                said().optional().map(Baseline.Undefined::new));
        Arbitrary<Workflow> workflows = said().flatMap(owner -> Arbitraries.of("api-tests", "Über „x“", "y")
                .map(id -> new Workflow(
                        id, owner, Workflow.Authorisation.AUTHORISED, Workflow.Priority.ORDINARY, Optional.of(owner))));
        return Combinators.combine(
                        months,
                        firstUse,
                        Arbitraries.maps(Arbitraries.of("lead-time", "escaped-defects", "monthly-cost"), baselines)
                                .ofMaxSize(3),
                        workflows.list().ofMaxSize(3).uniqueElements(Workflow::id),
                        said(),
                        Arbitraries.of("EUR", "JPY").optional(),
                        Arbitraries.maps(Arbitraries.of("contract-end", "audit"), Arbitraries.of(YearMonth.of(2027, 3)))
                                .ofMaxSize(2))
                .as((snapshots, use, compared, register, name, currency, dates) -> {
                    Map<IndicatorId, Baseline> byId = new LinkedHashMap<>();
                    compared.forEach((id, baseline) -> byId.put(new IndicatorId(id), baseline));
                    return new Scorecard(
                            Optional.of(new PolicyId("small")),
                            new Scope(Level.TEAM, "a", name, use),
                            currency,
                            register,
                            byId,
                            dates,
                            dates.isEmpty() ? Optional.empty() : Budget.of(Exact.of(120000), "2026-01/2026-12"),
                            snapshots);
                })
                .filter(scorecard ->
                        ScorecardCheck.monthFault(scorecard, Optional.empty()).isEmpty());
    }

    private static Arbitrary<YearMonth> month() {
        return Arbitraries.integers()
                .between(0, 2_000)
                .map(months -> YearMonth.of(1900, 1).plusMonths(months));
    }

    private static Arbitrary<Exact> amounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("999999999999999"))
                .ofScale(Limits.NUMBER_DECIMALS)
                .map(Exact::of);
    }

    private static Arbitrary<String> said() {
        return Arbitraries.of(
                "plain", "with \"quotes\" \\ and /", "é ü \u4e2d \uD83D\uDE00", "x".repeat(300), "</script>");
    }

    private static Arbitrary<Snapshot> snapshots() {
        Arbitrary<Reading> unknown = Combinators.combine(
                        Arbitraries.of(
                                UnknownReason.NOT_INSTRUMENTED,
                                UnknownReason.SCATTERED,
                                UnknownReason.NOT_DUE,
                                UnknownReason.NOT_REPORTED,
                                UnknownReason.NO_CASES),
                        said().optional())
                .as(Reading.Unknown::new);
        Arbitrary<Reading> amount = Combinators.combine(
                        amounts(),
                        amounts(),
                        said().optional(),
                        amounts().optional(),
                        Arbitraries.of(Reading.Status.class),
                        Arbitraries.of(Reading.Bound.class))
                .as((one, other, text, uncertainty, status, bound) -> new Reading.Known(
                        one.plus(other),
                        Optional.empty(),
                        Map.of(
                                Dimension.TEAM,
                                Map.of("x/~\"", Reading.Part.of(one), "é", Reading.Part.of(other)),
                                Dimension.PROFILE,
                                Map.of("all", Reading.Part.of(one.plus(other)))),
                        text,
                        Optional.empty(),
                        text,
                        Optional.of(Exact.of(12)),
                        uncertainty,
                        status,
                        bound,
                        Optional.empty(),
                        Reading.Correction.NONE,
                        text))
                .filter(reading -> reading.value().isBelow(Exact.of("1e15")))
                .map(reading -> reading);
        Arbitrary<Reading> rate = Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.integers().between(500, 1_000))
                .as((cases, all) -> Reading.rate(Exact.of(cases), Exact.of(all)));
        Arbitrary<Map<IndicatorId, Reading>> readings = Combinators.combine(
                        Arbitraries.oneOf(unknown, amount, amounts().map(Reading::of)),
                        Arbitraries.oneOf(unknown, rate),
                        unknown)
                .as((hours, rework, defects) -> Map.of(
                        new IndicatorId("lead-time"),
                        hours,
                        new IndicatorId("rework-rate"),
                        rework,
                        new IndicatorId("escaped-defects"),
                        defects));
        return Combinators.combine(month(), readings, Arbitraries.of(Snapshot.Completeness.values()))
                .as((month, all, completeness) -> new Snapshot(month, completeness, all));
    }
}
