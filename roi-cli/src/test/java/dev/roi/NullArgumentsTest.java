package dev.roi;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.roi.core.Language;
import dev.roi.core.PolicyDiff;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.json.Json;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.governance.diff.PolicyComparison;
import dev.roi.governance.live.LivePolicy;
import dev.roi.report.Report;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever forgets an argument is told which one. */
@NullUnmarked
class NullArgumentsTest {

    @TestFactory
    Stream<DynamicTest> a_missing_argument_is_named() {
        Engine engine = Engine.builtIn("coding-agent");
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("id", () -> Engine.builtIn(null));
        calls.put("directory", () -> Engine.load(null));
        calls.put("files", () -> Engine.of((PolicyFiles) null));
        calls.put("policy", () -> Engine.of((Policy) null));
        calls.put("path", () -> engine.read((Path) null));
        calls.put("stream", () -> engine.read("a.json", (InputStream) null));
        calls.put("scorecard", () -> engine.review((Scorecard) null));
        calls.put("portfolio", () -> engine.review((Portfolio) null, ReviewRequest.LATEST));
        calls.put("request", () -> engine.review((Scorecard) null, null));
        calls.put("policies", () -> Scorecards.checkedAgainst(null));
        calls.put(
                "sources",
                () -> Scorecards.checkedAgainst(PolicyLookup.always(engine.indicators()))
                        .read((java.util.List<dev.roi.core.json.Source>) null));
        calls.put("scorecards", () -> new Portfolio(null));
        calls.put("readings", () -> Snapshot.complete(YearMonth.of(2026, 1), null));
        calls.put("review", () -> Json.write((Review) null));
        calls.put(
                "decisions",
                () -> Report.of((java.util.List<dev.roi.core.PastDecision>) null, dev.roi.core.Language.ENGLISH));
        calls.put("ledger", () -> dev.roi.ledger.Records.in(null));
        calls.put("file", () -> dev.roi.ledger.FileLedger.at(null));
        calls.put("database", () -> dev.roi.ledger.JdbcLedger.in(null));
        calls.put(
                "basis",
                () -> dev.roi.core.DecisionRecord.on(
                        null, new dev.roi.core.Closing.Maintenance(), java.time.Instant.EPOCH, ""));
        calls.put("reviews", () -> Report.of((PortfolioReview) null));
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        PolicyComparison comparison = PolicyComparison.of(files, files);
        calls.put("before", () -> PolicyComparison.of(null, files));
        calls.put("after", () -> PolicyComparison.of(files, null));
        calls.put("language", () -> comparison.diff(null));
        calls.put("history", () -> comparison.diff(Language.ENGLISH, null, months -> {}));
        calls.put("progress", () -> comparison.diff(Language.ENGLISH, List.of(), null));
        calls.put("diff", () -> Json.write((PolicyDiff) null));
        calls.put("further", () -> LivePolicy.of(Path.of("pilot")).admitting(null));
        return calls.entrySet().stream()
                .map(call -> dynamicTest(
                        call.getKey(),
                        () -> assertThatNullPointerException()
                                .isThrownBy(call.getValue())
                                .withMessage(call.getKey())));
    }
}
