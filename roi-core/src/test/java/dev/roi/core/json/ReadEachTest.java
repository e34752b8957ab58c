package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.Scorecard;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadEachTest {

    private static final Scorecards READER =
            Scorecards.checkedAgainst(PolicyLookup.always(new IndicatorSet(List.of(), List.of())));

    private static String portfolio(int scopes) {
        List<String> scorecards = new ArrayList<>();
        for (int i = 0; i < scopes; i++) {
            scorecards.add("""
                    { "format": "roi-scorecard/1", "scope": { "level": "team", "id": "team-%s" },
                      "snapshots": [ { "month": "2026-01" } ] }""".formatted(i));
        }
        return "{ \"format\": \"roi-portfolio/1\", \"scorecards\": [\n" + String.join(",\n", scorecards) + "\n] }";
    }

    private static Source source(String document) {
        return Source.of("portfolio.json", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> ids(Scorecards reader, String document) {
        List<String> ids = new ArrayList<>();
        int count = reader.readEach(source(document), scorecard -> ids.add(id(scorecard)));
        assertThat(ids).hasSize(count);
        return ids;
    }

    private static String id(Scorecard scorecard) {
        return scorecard.scope().id();
    }

    @Test
    void scorecardsComeInTheOrderOfTheDocument() {
        assertThat(ids(READER, portfolio(3))).containsExactly("team-0", "team-1", "team-2");
    }

    @Test
    void theNumberOfValuesIsLimitedForEachScorecard() {
        Scorecards reader = READER.within(new Limits(1_000_000, 32, 20, 100, 100, 12));
        assertThat(ids(reader, portfolio(50))).hasSize(50);
        assertThatThrownBy(() -> reader.read(List.of(source(portfolio(50)))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("more than the limit of 20 values");
        assertThatThrownBy(() -> ids(READER.within(new Limits(1_000_000, 32, 8, 100, 100, 12)), portfolio(2)))
                .hasMessageContaining("more than the limit of 8 values");
    }

    @Test
    void theNumberOfBytesIsLimitedForEachScorecard() {
        Scorecards reader = READER.within(new Limits(40_000, 32, 1_000_000, 100, 100, 12));
        String document = portfolio(1_000);
        assertThat(document.length()).isGreaterThan(100_000);
        assertThat(ids(reader, document)).hasSize(1_000);
        assertThatThrownBy(() -> reader.read(List.of(source(document))))
                .hasMessageContaining("larger than the limit of 40,000 bytes");
        assertThatThrownBy(() -> ids(reader, document + " ".repeat(100_000)))
                .hasMessageContaining("larger than the limit of 40,000 bytes");
    }

    @Test
    void anEmptyPortfolioIsRefused() {
        assertThatThrownBy(() -> ids(READER, portfolio(0))).hasMessageContaining("`scorecards` has no scorecard");
    }

    @Test
    void whatTheConsumerThrowsEndsTheReading() {
        IllegalStateException enough = new IllegalStateException("enough");
        List<String> ids = new ArrayList<>();
        assertThatThrownBy(() -> READER.readEach(source(portfolio(3)), scorecard -> {
                    ids.add(id(scorecard));
                    throw enough;
                }))
                .isSameAs(enough);
        assertThat(ids).containsExactly("team-0");
    }
}
