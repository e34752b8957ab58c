package dev.roi.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fingerprint;
import dev.roi.core.Language;
import dev.roi.core.json.Json;
import dev.roi.ledger.JdbcLedger;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/**
 * Load for as long as {@code load.time} says (ten minutes), with swaps of a mounted policy, appends, and a database that is
 * restarted once in the middle.
 */
@Tag("soak") // it takes the ten minutes that it is told to, and a PostgreSQL of its own
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LoadTest {

    private static final Duration TIME = Duration.parse(System.getProperty("load.time", "PT10M"));
    private static final int SWAPS = Integer.getInteger("load.swaps", 50);
    private static final int APPENDS = Integer.getInteger("load.appends", 10_000);

    private static final Path FIRST = Path.of("../roi-examples/data/first/scorecard.json");

    private static final int WRITERS = 4;
    private static final int READERS = 2;
    private static final int SAMPLES = 20;
    private static final long MEBIBYTE = 1L << 20;

    private static final Pattern FINGERPRINT = Pattern.compile("\"fingerprint\":\"(sha256:\\w+)\"");
    private static final Pattern ENTRY = Pattern.compile("\"entry\":(\\d+)");

    private static LoadSetting setting;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<Fingerprint, String> expected = new ConcurrentHashMap<>();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<Memory> memory = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reviews = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger restarts = new AtomicInteger();
    private final CountDownLatch appended = new CountDownLatch(APPENDS);
    private final CountDownLatch swapped = new CountDownLatch(SWAPS + 1);

    private final int port;
    private final PolicyInUse policy;
    private final DataSource database;
    private final String scorecard = Files.readString(FIRST);

    private volatile Fingerprint lying;

    LoadTest(@LocalServerPort int port, PolicyInUse policy, DataSource database) throws IOException {
        this.port = port;
        this.policy = policy;
        this.database = database;
    }

    @DynamicPropertySource
    static void started(DynamicPropertyRegistry properties) throws IOException {
        setting = new LoadSetting();
        properties.add(
                "spring.datasource.url", () -> "jdbc:postgresql://localhost:%s/postgres".formatted(setting.port()));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.hikari.connection-timeout", () -> "2000");
        properties.add("roi.policy.directory", () -> setting.mount().toString());
        properties.add("roi.policy.watch", () -> "500ms");
    }

    @AfterAll
    static void stop() throws IOException {
        setting.close();
    }

    @Test
    void every_answer_is_right_or_says_503_and_nothing_acknowledged_is_lost() throws Exception {
        expect(setting.mount());
        ScheduledExecutorService work = Executors.newScheduledThreadPool(WRITERS + READERS + 3);
        long micros = TimeUnit.MILLISECONDS.toMicros(TIME.toMillis());
        for (int i = 0; i < WRITERS; i++) {
            every(work, micros * WRITERS / APPENDS, this::append);
        }
        for (int i = 0; i < READERS; i++) {
            work.scheduleWithFixedDelay(checked(this::review), 0, 10, TimeUnit.MILLISECONDS);
        }
        every(work, micros / (SWAPS + SWAPS / 5 + 1), this::swap);
        every(work, micros / SAMPLES, () -> memory.add(Memory.now(acknowledged.size())));
        work.schedule(checked(this::restart), micros / 2, TimeUnit.MICROSECONDS);

        long patience = 2 * TIME.toSeconds() + 60;
        boolean allAppended = appended.await(patience, TimeUnit.SECONDS);
        boolean allSwapped = swapped.await(patience, TimeUnit.SECONDS);
        work.shutdown();
        assertThat(work.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        memory.add(Memory.now(acknowledged.size()));
        figures();

        assertThat(wrong).isEmpty();
        assertThat(allAppended).as("%s appended", acknowledged.size()).isTrue();
        assertThat(allSwapped).as("%s swaps missing", swapped.getCount()).isTrue();
        assertThat(restarts).hasValue(1);
        assertThat(reviews).hasPositiveValue();
        Records anew = Records.in(JdbcLedger.in(database));
        assertThat(anew.verify(Optional.empty()).faults()).isEmpty();
        assertThat(anew.decisions()).extracting(past -> past.entry()).containsAll(acknowledged);
        isFlat();
    }

    /** A fifth into the test everything is loaded; from there on only the decisions that the service knows take more. */
    private void isFlat() {
        List<Memory> all = List.copyOf(memory);
        Memory first = all.get(all.size() / 5);
        Memory last = all.get(all.size() - 1);
        long decisions = last.decisions() - first.decisions();
        assertThat(last.heap() - first.heap()).isLessThan(decisions * 8 * 1024 + 24 * MEBIBYTE);
        assertThat(last.classes() - first.classes()).isLessThan(24 * MEBIBYTE);
        assertThat(last.threads() - first.threads()).isLessThan(20);
    }

    private void figures() {
        System.out.printf(
                "%s reviews, %s of %s appends acknowledged, %s swaps, %s answers 503, %s wrong%n",
                reviews, acknowledged.size(), attempts, SWAPS - swapped.getCount(), unavailable, wrong.size());
        memory.forEach(System.out::println);
    }

    private void every(ScheduledExecutorService work, long micros, Step step) {
        work.scheduleAtFixedRate(checked(step), 0, micros, TimeUnit.MICROSECONDS);
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Whatever a step throws is kept: an executor would let it go, and the step with it. */
    private Runnable checked(Step step) {
        return () -> {
            try {
                step.run();
            } catch (Exception | AssertionError failure) {
                wrong.add(String.valueOf(failure));
            }
        };
    }

    /** What has to come of the policy in a directory, before anybody can ask for it. */
    private void expect(Path directory) {
        Engine engine = Engine.load(directory);
        lying = engine.policy().ref().fingerprint();
        expected.put(
                lying,
                Json.line(engine.review(
                        engine.read(FIRST).scorecards().get(0),
                        ReviewRequest.LATEST.in(Language.FRENCH).after(List.of()))));
    }

    private void swap() throws IOException {
        if (swapped.getCount() == 0 || !inUse().equals(lying)) {
            return;
        }
        swapped.countDown();
        if (swapped.getCount() > 0) {
            Path next = setting.prepared(SWAPS + 1 - (int) swapped.getCount());
            expect(next);
            setting.mount(next);
        }
    }

    private Fingerprint inUse() {
        return policy.engine().policy().ref().fingerprint();
    }

    private void restart() throws IOException {
        setting.restartDatabase();
        restarts.incrementAndGet();
    }

    private void append() throws IOException, InterruptedException {
        if (appended.getCount() == 0) {
            return;
        }
        String scope = "scope-" + attempts.incrementAndGet();
        HttpResponse<String> answer = post(
                "/adjustments?by=Ana&action=Tag+the+uses&due=2027-01",
                scorecard.replaceFirst("\"id\": \"api-tests\", \"name\"", "\"id\": \"%s\", \"name\"".formatted(scope)));
        if (isAnswer(answer)) {
            Matcher entry = ENTRY.matcher(answer.body());
            assertThat(entry.find()).as(answer.body()).isTrue();
            assertThat(acknowledged.add(Long.valueOf(entry.group(1))))
                    .as(answer.body())
                    .isTrue();
            appended.countDown();
        }
    }

    private void review() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/reviews?lang=fr", scorecard);
        if (isAnswer(answer)) {
            Matcher fingerprint = FINGERPRINT.matcher(answer.body());
            assertThat(fingerprint.find()).as(answer.body()).isTrue();
            assertThat(answer.body()).isEqualTo(expected.get(new Fingerprint(fingerprint.group(1))));
            reviews.incrementAndGet();
        }
    }

    /** Right, or a clear 503; anything else is neither. */
    private boolean isAnswer(HttpResponse<String> answer) {
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            unavailable.incrementAndGet();
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return true;
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
