package dev.roi.benchmarks.measures;

import dev.roi.benchmarks.Inputs;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.json.Json;
import dev.roi.report.Site;
import dev.roi.rules.Engine;
import dev.roi.rules.Portfolios;
import dev.roi.rules.ReviewRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A month's portfolio from its file to its pages, once at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PagesBenchmark {

    private static final int MONTHS = 12;

    /** How many scopes it has. */
    @Param("500")
    public int scopes = 500;

    private Engine engine = Engine.builtIn(Inputs.POLICY);
    private byte[] document = {};

    /** Writes the portfolio as a document. */
    @Setup
    public void prepare() {
        engine = Engine.builtIn(Inputs.POLICY);
        document =
                Json.write(new Portfolio(Inputs.scopes(engine, scopes, MONTHS))).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the portfolio, reviews it with its past and writes a page for each scope and one for all.
     *
     * @return the pages
     */
    @Benchmark
    public Site pages() {
        Portfolio portfolio = new Portfolio(engine.read("portfolio.json", new ByteArrayInputStream(document))
                .scorecards());
        PortfolioReview reviews = engine.review(portfolio, ReviewRequest.LATEST);
        return Site.of(reviews, Portfolios.context(portfolio, scorecard -> engine, reviews));
    }
}
