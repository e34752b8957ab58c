package dev.roi.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Review;
import dev.roi.core.json.Json;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReviewServiceTest {

    private static final Path FIRST = Path.of("../roi-examples/data/first/scorecard.json");

    private final HttpClient client = HttpClient.newHttpClient();

    private final int port;
    private final Records records;

    ReviewServiceTest(@LocalServerPort int port, Records records) {
        this.port = port;
        this.records = records;
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
                .contains("\"title\":\"The scorecard cannot be used\"")
                .contains("\"code\":\"ROI-S06\"", "Did you mean `adoption-rate`?", "\"code\":\"ROI-S09\"");
    }

    @Test
    void a_language_that_the_policy_does_not_speak_is_a_bad_request() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/reviews?lang=de", first());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("does not speak `de`");
    }

    @Test
    void health_endpoint_and_meters_say_which_policy_is_in_use() throws IOException, InterruptedException {
        post("/reviews", first());
        String fingerprint = Engine.builtIn("coding-agent").policy().ref().fingerprint().value();

        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"", fingerprint);
        assertThat(get("/actuator/roi").body())
                .startsWith("{\"policy\":\"coding-agent\"")
                .contains(fingerprint);
        assertThat(get("/actuator/metrics/roi.review?tag=decision:adjust").body())
                .contains("\"statistic\":\"COUNT\"");
        assertThat(get("/actuator/metrics/roi.unknown").body()).contains("reason");
    }
}
