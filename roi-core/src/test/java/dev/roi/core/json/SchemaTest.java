package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roi.core.format.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    /** What a schema cannot see: other values of the same document, the policy, and how a number is written. */
    private static final Pattern BEYOND_A_SCHEMA = Pattern.compile(
            "ROI-(?:D07|S05|S06|S10|S12|S16|S17|S18|S21|S22|S25|S26|S27|S28|S29|S3[0-2]|S3[56]|D08) .*|.*numerator and denominator give.*"
                    + "|.* cases were counted .*|.*has numerator and denominator;.*|.*unknown currency.*");

    /** The formats that are described here; those of a policy's files are held by their own module. */
    private static final Map<Schema, Format<?>> FORMATS = new EnumMap<>(Map.of(
            Schema.SCORECARD, ScorecardFormat.WRITTEN,
            Schema.PORTFOLIO, ScorecardFormat.portfolio(),
            Schema.REVIEW, ReviewFormat.REVIEW,
            Schema.PORTFOLIO_REVIEW, PortfolioFormat.PORTFOLIO,
            Schema.VIEW, ViewFormat.VIEW,
            Schema.DIFF, DiffFormat.FORMAT,
            Schema.DECISION, LedgerFormat.DECISION_FORMAT));

    static {
        FORMATS.put(Schema.DECISION_FIRST, LedgerFormat.FIRST_DECISION_FORMAT);
        FORMATS.put(Schema.DECISION_ACTION, LedgerFormat.ACTION_FORMAT);
        FORMATS.put(Schema.DECISION_POLICY, LedgerFormat.POLICY_FORMAT);
        FORMATS.put(Schema.APPROVAL, LedgerFormat.APPROVAL_FORMAT);
        FORMATS.put(Schema.POLICY_LOG, ApprovalFormat.LOG);
        FORMATS.put(Schema.DECISION_TORN, LedgerFormat.TORN_FORMAT);
    }

    static Set<Schema> described() {
        return FORMATS.keySet();
    }

    @ParameterizedTest
    @MethodSource("described")
    void a_schema_says_what_its_format_says(Schema schema) {
        Schemas.hold(schema, Objects.requireNonNull(FORMATS.get(schema)));
    }

    private static JsonNode tree(Schema schema) throws JsonProcessingException {
        return new ObjectMapper().readTree(schema.text());
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_is_one_of_draft_2020_12_with_its_address(Schema schema) throws JsonProcessingException {
        assertThat(Schemas.faultsOfSchema(schema)).isEmpty();
        assertThat(tree(schema).path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(tree(schema).path("$id").asText()).isEqualTo(schema.id());
    }

    @Test
    void a_schema_holds_what_it_refers_to() throws JsonProcessingException {
        assertThat(tree(Schema.PORTFOLIO).at("/$defs/scorecard")).isEqualTo(tree(Schema.SCORECARD));
        assertThat(tree(Schema.PORTFOLIO_REVIEW).at("/$defs/review")).isEqualTo(tree(Schema.REVIEW));
        assertThat(tree(Schema.DECISION).at("/$defs/review")).isEqualTo(tree(Schema.REVIEW));
        assertThat(tree(Schema.DECISION).at("/$defs/scorecard")).isEqualTo(tree(Schema.SCORECARD));
    }

    @Test
    void a_scorecard_with_everything_in_it_is_valid_alone_and_in_a_portfolio() throws IOException {
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("scorecard.json"))) {
            String scorecard = new String(stream.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Schemas.faults(Schema.SCORECARD, scorecard)).isEmpty();
            assertThat(Schemas.faults(
                            Schema.PORTFOLIO, "{\"format\":\"roi-portfolio/1\",\"scorecards\":[" + scorecard + "]}"))
                    .isEmpty();
        }
    }

    static Stream<PinnedCases> refused() {
        return PinnedCases.in("refused-scorecards.txt")
                .filter(pinned -> pinned.expected()
                        .lines()
                        .anyMatch(line -> !BEYOND_A_SCHEMA.matcher(line).matches()))
                .filter(pinned -> !pinned.expected().contains("ends early"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_the_reader_refuses_for_its_form_an_editor_underlines(PinnedCases pinned) {
        Schema schema =
                pinned.input().contains("\"scorecards\"") || pinned.input().contains("roi-portfolio")
                        ? Schema.PORTFOLIO
                        : Schema.SCORECARD;

        assertThat(Schemas.faults(schema, pinned.input())).isNotEmpty();
    }
}
