package dev.roi.benchmarks.measures;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roi.benchmarks.Inputs;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import dev.roi.report.Report;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import dev.roi.rules.explain.Explanation;
import dev.roi.rules.facts.Fact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One review, and what it is made of, of a scope with a history. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReviewBenchmark {

    /** How many scopes take turns. */
    public static final int SCOPES = 64;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The length of the history, in months. */
    @Param({"12", "60"})
    public int months = 12;

    private Engine engine = Engine.builtIn(Inputs.POLICY);
    private List<Scorecard> scorecards = List.of();
    private List<byte[]> documents = List.of();
    private List<Review> reviews = List.of();

    /** Which scope a thread reviews next. */
    @State(Scope.Thread)
    public static class Turn {

        private int next;

        int next() {
            next = (next + 1) % SCOPES;
            return next;
        }
    }

    /** Makes the scopes. */
    @Setup
    public void prepare() {
        engine = Engine.builtIn(Inputs.POLICY);
        scorecards = Inputs.scopes(engine, SCOPES, months);
        documents = scorecards.stream().map(Inputs::json).toList();
        reviews = scorecards.stream().map(engine::review).toList();
    }

    /**
     * Goes through the tokens of a scope's file: the least that reading it takes.
     *
     * @param turn which scope
     * @return how many there are
     * @throws IOException never
     */
    @Benchmark
    public int tokens(Turn turn) throws IOException {
        int count = 0;
        try (JsonParser parser = MAPPER.createParser(documents.get(turn.next()))) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }

    /**
     * Reads a scope's file as Jackson's tree and writes that: the least that a program does that understands nothing.
     *
     * @param turn which scope
     * @return the file
     * @throws IOException never
     */
    @Benchmark
    public byte[] tree(Turn turn) throws IOException {
        return MAPPER.writeValueAsBytes(MAPPER.readTree(documents.get(turn.next())));
    }

    /**
     * Reads a scope's file, and checks it.
     *
     * @param turn which scope
     * @return the scorecard
     */
    @Benchmark
    public Scorecard read(Turn turn) {
        return engine.read("scorecard.json", new ByteArrayInputStream(documents.get(turn.next())))
                .scorecards()
                .get(0);
    }

    /**
     * Assesses a scope: what rules can ask about, and nothing more.
     *
     * @param turn which scope
     * @return the facts
     */
    @Benchmark
    public List<Fact> facts(Turn turn) {
        return Inputs.facts(engine.policy(), scorecards.get(turn.next()));
    }

    /**
     * Decides without words.
     *
     * @param turn which scope
     * @return the verdict
     */
    @Benchmark
    public Verdict verdict(Turn turn) {
        return engine.verdict(scorecards.get(turn.next()), ReviewRequest.LATEST);
    }

    /**
     * Reviews a scope.
     *
     * @param turn which scope
     * @return the review
     */
    @Benchmark
    public Review review(Turn turn) {
        return engine.review(scorecards.get(turn.next()));
    }

    /**
     * Reads a scope's file and reviews it.
     *
     * @param turn which scope
     * @return the review
     */
    @Benchmark
    public Review reviewFromJson(Turn turn) {
        return engine.review(read(turn));
    }

    /**
     * Reads a scope's file, reviews it and writes the review.
     *
     * @param turn which scope
     * @return the review as JSON
     */
    @Benchmark
    public String reviewFromJsonToJson(Turn turn) {
        return Json.write(reviewFromJson(turn));
    }

    /**
     * Writes the page of a review.
     *
     * @param turn which scope
     * @return the page, as HTML
     */
    @Benchmark
    public String page(Turn turn) {
        return Report.of(reviews.get(turn.next())).html();
    }

    /**
     * Explains every rule for a scope.
     *
     * @param turn which scope
     * @return the explanation
     */
    @Benchmark
    public Explanation explain(Turn turn) {
        return engine.explain(scorecards.get(turn.next()), ReviewRequest.LATEST);
    }
}
