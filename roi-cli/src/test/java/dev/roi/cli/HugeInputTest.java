package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HugeInputTest {

    private static final int MEBIBYTE = 1024 * 1024;

    /** A scorecard of ten years, as large as they come. */
    private static String large(String id, int months) {
        String snapshots = IntStream.range(0, months)
                .mapToObj(month -> """
                        { "month": "%04d-%02d", "readings": { "monthly-cost": %d, "lead-time": 9.%d, "rework-rate": 11,
                          "reallocated-hours": { "value": 30, "source": "%s",
                            "by": { "destination": { "debt-reduced": 20, "flow-accelerated": 10 } } } } }""".formatted(
                                2000 + month / 12, 1 + month % 12, 10_000 + month, month % 10, "survey ".repeat(20)))
                .collect(Collectors.joining(",\n"));
        return """
                { "format": "roi-scorecard/1", "policy": "coding-agent", "currency": "EUR",
                  "scope": { "level": "team", "id": "%s" }, "baselines": { "lead-time": 10 },
                  "snapshots": [ %s ] }
                """.formatted(id, snapshots);
    }

    @Test
    void a_portfolio_of_ten_megabytes_is_reviewed() {
        int scopes = 300;
        String portfolio = "{ \"format\": \"roi-portfolio/1\", \"scorecards\": [\n%s] }"
                .formatted(IntStream.range(0, scopes)
                        .mapToObj(scope -> large("team-" + scope, 120))
                        .collect(Collectors.joining(",\n")));
        assertThat(portfolio.length()).isGreaterThan(10 * MEBIBYTE);
        String review =
                Ran.reading(portfolio, "review", "-", "--format", "json").done();
        assertThat(review.lines().filter(line -> line.contains("\"format\": \"roi-review/1\"")))
                .hasSize(scopes);
        assertThat(review).endsWith("}\n");
    }

    @Test
    void a_scorecard_of_a_hundred_years_is_reviewed() {
        assertThat(Ran.reading(large("team", 1_200), "review", "-").done()).contains("December 2099");
    }

    @Test
    void an_input_beyond_the_limit_is_refused_and_the_limit_named() {
        byte[] spaces = new byte[65 * MEBIBYTE];
        java.util.Arrays.fill(spaces, (byte) ' ');
        assertThat(Ran.reading(spaces, "review", "-").refused())
                .startsWith("ROI-D11 standard input")
                .contains("limit of 67,108,864 bytes");
    }
}
