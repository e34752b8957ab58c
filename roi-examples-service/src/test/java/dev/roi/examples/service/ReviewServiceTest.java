package dev.roi.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.PolicyRef;
import dev.roi.core.Review;
import dev.roi.core.json.Json;
import dev.roi.governance.live.Reload;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.spring.PolicyInUse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestConstructor;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ReviewServiceTest {

    private static final Path FIRST = Path.of("../roi-examples/data/first/scorecard.json");

    private final HttpClient client = HttpClient.newHttpClient();

    private final int port;
    private final Records records;
    private final PolicyInUse policy;
    private final JdbcTemplate database;

    ReviewServiceTest(@LocalServerPort int port, Records records, PolicyInUse policy, JdbcTemplate database) {
        this.port = port;
        this.records = records;
        this.policy = policy;
        this.database = database;
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String first() throws IOException {
        return Files.readString(FIRST);
    }

    @Test
    void a_review_comes_back_as_the_library_writes_it() throws IOException, InterruptedException {
        Engine engine = Engine.builtIn("coding-agent");

        HttpResponse<String> answer = post("/reviews?lang=en", first());

        assertThat(answer.statusCode()).isEqualTo(200);
        Review review = Json.readReview(answer.body());
        assertThat(Json.line(review)).isEqualTo(answer.body());
        assertThat(review.justifications())
                .hasSameSizeAs(engine.review(engine.read(FIRST).scorecards().get(0), ReviewRequest.LATEST)
                        .justifications());
    }

    @Test
    void what_would_change_it_comes_back_as_a_document_too() throws IOException, InterruptedException {
        assertThat(post("/whatif", first()).body()).startsWith("{\"format\":\"roi-whatif/1\",\"policy\":{\"id\":");
    }

    @Test
    void a_decision_is_recorded_in_the_applications_database() throws IOException, InterruptedException {
        int before = records.decisions().size();

        HttpResponse<String> answer = post("/adjustments?by=Ana&action=Tag+the+uses&due=2027-01", first());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(records.decisions()).hasSize(before + 1);
        assertThat(post("/reviews", first()).statusCode()).isEqualTo(200);
    }

    @Test
    void bad_input_is_a_problem_with_every_fault() throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                "/reviews", first().replace("adoption-rate", "adoption-rat").replace("\"EUR\"", "\"EURO\""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"title\":\"The input cannot be used\"", "\"type\":\"urn:roi:problem:input\"")
                .contains("\"code\":\"ROI-S06\"", "Did you mean `adoption-rate`?", "\"code\":\"ROI-S09\"");
    }

    @Test
    void a_problem_is_in_french_for_whoever_asks_in_french() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/reviews"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "fr-CA, en;q=0.5")
                .POST(HttpRequest.BodyPublishers.ofString(
                        first().replace("adoption-rate", "adoption-rat").replace("\"EUR\"", "\"EURO\"")))
                .build());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Language")).contains("fr");
        assertThat(answer.body())
                .contains("\"title\":\"Les données envoyées sont inutilisables\"", "Vouliez-vous dire `adoption-rate`")
                .doesNotContain("Did you mean");
    }

    @Test
    void a_portfolio_is_not_taken_for_the_first_of_its_scopes() throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                "/reviews",
                "{\"format\":\"roi-portfolio/1\",\"scorecards\":[%s,%s]}"
                        .formatted(first(), first().replaceFirst("\"id\": \"api-tests\"", "\"id\": \"other\"")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("this is a portfolio of 2 scopes", "Send the scorecard of one scope.");
    }

    @Test
    void a_database_that_fails_is_a_clear_503_and_its_cause_is_logged(CapturedOutput log)
            throws IOException, InterruptedException {
        database.execute("ALTER TABLE roi_ledger RENAME TO elsewhere");
        try {
            HttpResponse<String> answer = post("/reviews", first());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .contains("The record of decisions is not available")
                    .doesNotContain("roi_ledger");
            assertThat(log).contains("ERROR", "table `roi_ledger` cannot be read: Table \"ROI_LEDGER\" not found");
        } finally {
            database.execute("ALTER TABLE elsewhere RENAME TO roi_ledger");
        }
        assertThat(post("/reviews", first()).statusCode()).isEqualTo(200);
    }

    @Test
    void what_becomes_of_a_policy_directory_is_logged(CapturedOutput log) {
        PolicyRef before = policy.engine().policy().ref();

        policy.heard(new Reload.Swapped(before, before));
        policy.heard(new Reload.Refused(
                before,
                List.of(new Fault(
                        "ROI-P01", Severity.ERROR, new Place("a.drl", 1, 2, ""), "wrong", Optional.empty()))));
        policy.heard(new Reload.Unchanged(before));

        assertThat(log.getOut().lines().filter(line -> line.contains("PolicyInUse")))
                .satisfiesExactly(
                        swapped -> assertThat(swapped).contains("INFO", "in use instead of"),
                        refused -> assertThat(refused).contains("WARN", "the other one was refused:"));
        assertThat(log).contains("ROI-P01 a.drl:1:2: wrong");
    }

    @Test
    void a_language_that_the_policy_does_not_speak_is_a_bad_request() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/reviews?lang=de", first());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("does not speak `de`");
    }

    @Test
    void what_spring_refuses_by_itself_is_a_problem_detail_too() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/reviews?lang=French", first());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("lang");
    }

    @Test
    void health_endpoint_and_meters_say_which_policy_is_in_use() throws IOException, InterruptedException {
        post("/reviews", first());
        String fingerprint =
                Engine.builtIn("coding-agent").policy().ref().fingerprint().value();

        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"", fingerprint);
        assertThat(get("/actuator/roi").body())
                .startsWith("{\"policy\":\"coding-agent\"")
                .contains(fingerprint);
        assertThat(get("/actuator/metrics/roi.review?tag=decision:adjust").body())
                .contains("\"statistic\":\"COUNT\"");
        assertThat(get("/actuator/metrics/roi.unknown").body()).contains("reason");
    }
}
