package dev.roi.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.json.Schema;
import dev.roi.core.json.Schemas;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor knows of a {@code sources.yaml}. */
class SourcesFormatTest {

    private static final String SOUND = """
        # yaml-language-server: $schema=roi-sources-1.schema.json
        format: roi-sources/1
        time-zone: Europe/Paris
        extracted-at: 2026-06-02T08:00:00Z
        scopes:
          payments: { level: team, first-use: 2026-01, organisations: [100], repositories: acme/pay, budget: { amount: 12.5, period: 2026-01/2026-12 } }
        workflows: [{ id: api-tests, authorised: true }]
        baselines: { period: 2025-07/2025-12 }
        dates: { contract-end: 2027-03 }
        people: { bots: "*-agent" }
        sources:
          - { read: table, files: manual.csv }
          - { read: github-pull-requests, files: ["pulls-*.json"], definition: { cycle-time: "opened to merged, mean" } }
          - { read: jira-changelog, files: [issues.json], started: Doing, done: [Done], escaped: { label: bug }, stages: { review: [In Review] } }
          - { read: focus-cost, files: [focus.csv], cost: BilledCost, workflow: { tag: application, is: { api: api-tests } } }
        """;

    @Test
    void the_schema_says_what_the_format_says() {
        Schemas.hold(Schema.SOURCES, SourcesFormat.format());
    }

    @Test
    void every_kind_of_claim_is_a_key_of_a_scope() {
        assertThat(SourcesFormat.scopeKeys())
                .containsAll(Arrays.stream(Claims.Kind.values())
                        .map(Claims.Kind::word)
                        .toList());
    }

    @Test
    void what_is_read_an_editor_accepts() {
        assertThat(Schemas.faultsOfYaml(Schema.SOURCES, SOUND)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roi-sources/1=roi-sources/2",
                "level: team=level: squad",
                "level: team, =",
                "first-use: 2026-01=first-use: January",
                "payments:=Payments:",
                "time-zone:=timezone:",
                "authorised: true=authorised: 1",
                "period: 2025-07/2025-12=period: last year",
                "read: table=read: tables",
                ", started: Doing=",
                "cost: BilledCost=cost: billed",
                ", cost: BilledCost=",
                "read: table, files: manual.csv=read: table, files: manual.csv, cost: net",
                "tag: application=tags: application",
                "escaped: { label: bug }=escaped: bug"
            })
    void what_is_refused_for_its_form_an_editor_underlines(String change) {
        String[] ends = change.split("=", 2);
        assertThat(SOUND).contains(ends[0]);
        assertThat(Schemas.faultsOfYaml(Schema.SOURCES, SOUND.replace(ends[0], ends[1])))
                .isNotEmpty();
    }
}
