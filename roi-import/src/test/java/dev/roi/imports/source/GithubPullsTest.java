package dev.roi.imports.source;

import static dev.roi.imports.source.Exports.known;
import static dev.roi.imports.source.Exports.readings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.imports.file.Imported;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GithubPullsTest {

    private static final String SOURCE = "{ read: github-pull-requests, files: [\"pulls*\"] }";

    @TempDir
    Path directory;

    private Exports exports;

    @BeforeEach
    void inADirectory() {
        exports = new Exports(directory);
    }

    private static String pull(int number, String created, String merged, String more) {
        return """
            {"number": %s, "state": "%s", "user": {"login": "ada", "type": "User"}, "draft": false,\
             "created_at": "%s", "updated_at": "%s", "merged_at": %s, "closed_at": %s,\
             "base": {"repo": {"full_name": "acme/pay"}}%s}\
            """.formatted(
                        number,
                        merged.isEmpty() ? "open" : "closed",
                        created,
                        merged.isEmpty() ? created : merged,
                        quoted(merged),
                        quoted(merged),
                        more);
    }

    private static String quoted(String moment) {
        return moment.isEmpty() ? "null" : "\"" + moment + "\"";
    }

    private static final String OPEN = pull(9, "2026-05-20T10:00:00Z", "", "");

    @Test
    void cycle_time_is_the_median_of_those_merged_in_the_month_of_the_time_zone() {
        Imported imported = exports.file(
                        "pulls.ndjson",
                        pull(1, "2026-05-01T10:00:00Z", "2026-05-02T10:00:00Z", ""),
                        pull(2, "2026-05-01T10:00:00Z", "2026-05-04T10:00:00Z", ""),
                        // in Paris this is June already
                        pull(3, "2026-05-01T10:00:00Z", "2026-05-31T22:30:00Z", ""),
                        OPEN)
                .read(SOURCE);

        assertThat(known(imported, "2026-05", "cycle-time").value()).isEqualTo(Exact.of(2));
        assertThat(known(imported, "2026-05", "cycle-time").sample()).contains(Exact.of(2));
        assertThat(known(imported, "2026-05", "cycle-time").definition()).contains("opened to merged, median");
        assertThat(known(imported, "2026-05", "work-in-progress").value()).isEqualTo(Exact.of(2));
    }

    @Test
    void of_one_number_read_many_times_the_latest_counts_also_across_files() {
        String before = pull(1, "2026-05-01T10:00:00Z", "", "");
        String after = pull(1, "2026-05-01T10:00:00Z", "2026-05-03T10:00:00Z", "");

        Imported imported = exports.file("pulls-1.json", "[" + after + "," + OPEN + "]")
                .file("pulls-2.json", "[" + before + "]", "[" + after + "]")
                .read(SOURCE);

        assertThat(known(imported, "2026-05", "cycle-time").sample()).contains(Exact.of(1));
        assertThat(known(imported, "2026-05", "work-in-progress").value()).isEqualTo(Exact.of(1));
    }

    @Test
    void bots_are_left_out_by_type_by_ending_and_by_list_and_are_no_reviewers() {
        Imported imported = exports.head("""
            format: roi-sources/1
            extracted-at: 2026-06-02T08:00:00Z
            people: { bots: ["*-agent"] }
            scopes: { payments: { level: team, repositories: [pay] } }
            """)
                .file(
                        "pulls.ndjson",
                        OPEN.replace("\"ada\"", "\"renovate[bot]\""),
                        OPEN.replace("\"type\": \"User\"", "\"type\": \"Bot\""),
                        OPEN.replace("\"ada\"", "\"coding-agent\""),
                        pull(
                                1,
                                "2026-05-01T10:00:00Z",
                                "2026-05-03T10:00:00Z",
                                ", \"reviews\": [" + review("copilot[bot]", "2026-05-01T10:01:00Z") + ","
                                        + review("ada", "2026-05-01T11:00:00Z") + ","
                                        + review("bob", "2026-05-01T16:00:00Z") + "]"))
                .read(SOURCE);

        assertThat(exports.leftOut(imported)).containsExactly("bot 3 pulls.ndjson:1:1");
        assertThat(known(imported, "2026-05", "review-time").value()).isEqualTo(Exact.of(6));
    }

    private static String review(String login, String at) {
        return "{\"user\": {\"login\": \"%s\", \"type\": \"User\"}, \"state\": \"APPROVED\", \"submitted_at\": \"%s\"}"
                .formatted(login, at);
    }

    @Test
    void merged_without_review_is_not_0_hours() {
        Imported imported = exports.file(
                        "pulls.ndjson",
                        pull(1, "2026-05-01T10:00:00Z", "2026-05-01T10:01:00Z", ", \"reviews\": []"),
                        pull(
                                2,
                                "2026-05-01T10:00:00Z",
                                "2026-05-03T10:00:00Z",
                                ", \"reviews\": [" + review("bob", "2026-05-01T14:00:00Z") + "]"))
                .read(SOURCE);

        assertThat(known(imported, "2026-05", "review-time").sample()).contains(Exact.of(1));
        assertThat(known(imported, "2026-05", "review-time").value()).isEqualTo(Exact.of(4));
        assertThat(exports.remarks(imported)).contains("merged-without-review 1 pulls.ndjson:1:1");
    }

    @Test
    void reviews_are_read_beside_and_count_from_when_it_was_ready() {
        Imported imported = exports.file(
                        "pulls.ndjson",
                        pull(
                                7,
                                "2026-05-01T10:00:00Z",
                                "2026-05-03T10:00:00Z",
                                ", \"ready_for_review_at\": \"2026-05-02T08:00:00Z\""))
                .file(
                        "pulls-reviews.ndjson",
                        "{\"pull_request_url\": \"https://api.github.com/repos/acme/pay/pulls/7\","
                                + " \"user\": {\"login\": \"bob\"}, \"state\": \"COMMENTED\","
                                + " \"submitted_at\": \"2026-05-02T10:00:00Z\"}")
                .read(SOURCE);

        assertThat(known(imported, "2026-05", "review-time").value()).isEqualTo(Exact.of(2));
    }

    @Test
    void one_that_ends_before_it_begins_is_left_out_and_lasts_no_0_days() {
        Imported imported = exports.file(
                        "pulls.ndjson",
                        pull(1, "2026-05-01T10:00:00Z", "2026-05-03T10:00:00Z", ""),
                        pull(2, "2026-05-04T10:00:00Z", "2026-05-03T10:00:00Z", ""))
                .read(SOURCE);

        assertThat(known(imported, "2026-05", "cycle-time").sample()).contains(Exact.of(1));
        assertThat(exports.leftOut(imported)).containsExactly("ends-first 1 pulls.ndjson:2:1");
    }

    @Test
    void without_reviews_in_the_export_the_time_to_review_is_unknown() {
        Imported imported = exports.file("pulls.ndjson", OPEN).read(SOURCE);

        assertThat(readings(imported)).noneMatch(reading -> reading.contains("review-time"));
        assertThat(exports.remarks(imported)).contains("reviews-unknown 1 pulls.ndjson:1:1", "open 1 pulls.ndjson:1:1");
    }

    @Test
    void what_gh_writes_and_what_graphql_answers_is_read_too() {
        String gh = "[{\"number\": 1, \"createdAt\": \"2026-05-01T10:00:00Z\", \"mergedAt\": \"2026-05-03T10:00:00Z\","
                + " \"author\": {\"login\": \"ada\", \"is_bot\": false}, \"isDraft\": false, \"state\": \"MERGED\","
                + " \"url\": \"https://github.com/acme/pay/pull/1\","
                + " \"reviews\": [{\"author\": {\"login\": \"bob\"}, \"submittedAt\": \"2026-05-01T12:00:00Z\"}]}]";
        String graph = "{\"data\": {\"repository\": {\"nameWithOwner\": \"acme/pay\", \"pullRequests\": {\"nodes\": ["
                + "{\"number\": 2, \"createdAt\": \"2026-05-01T10:00:00Z\", \"mergedAt\": \"2026-05-05T10:00:00Z\","
                + " \"author\": {\"login\": \"ada\", \"__typename\": \"User\"}, \"isDraft\": false},"
                + "{\"number\": 3, \"createdAt\": \"2026-05-01T10:00:00Z\", \"isDraft\": true},"
                + "{\"number\": 4, \"createdAt\": \"2026-05-01T10:00:00Z\", \"isDraft\": false}]}}}}";

        Imported imported =
                exports.file("pulls-1.json", gh).file("pulls-2.json", graph).read(SOURCE);

        assertThat(readings(imported))
                .containsExactly("2026-05 cycle-time 3", "2026-05 review-time 2", "2026-05 work-in-progress 1");
    }

    @Test
    void what_no_scope_claims_is_counted_and_not_guessed() {
        Imported imported = exports.file("pulls.ndjson", OPEN, OPEN.replace("acme/pay", "acme/other"))
                .read(SOURCE);

        assertThat(exports.leftOut(imported)).containsExactly("unassigned 1 pulls.ndjson:2:1");
    }

    @Test
    void a_month_that_the_export_does_not_reach_the_end_of_is_partial() {
        Imported imported = exports.without("extracted-at")
                .file("pulls.ndjson", pull(1, "2026-05-01T10:00:00Z", "2026-05-22T10:00:00Z", ""), OPEN)
                .read(SOURCE);

        assertThat(Exports.row(imported, "2026-05", "cycle-time").said().to()).contains(LocalDate.of(2026, 5, 22));
        assertThat(exports.remarks(imported)).anyMatch(remark -> remark.startsWith("taken-unknown "));
    }

    @Test
    void nothing_of_a_person_comes_out() {
        Imported imported = exports.file("pulls.ndjson", OPEN).read(SOURCE);

        assertThat(imported.toString()).doesNotContain("ada");
    }

    @Test
    void a_file_that_is_cut_off_or_of_another_tool_is_refused() {
        assertThat(exports.file("pulls.ndjson", OPEN.substring(0, OPEN.indexOf("\"created_at\"")))
                        .faults(SOURCE))
                .anyMatch(fault -> fault.startsWith("ROI-D04 pulls.ndjson:") && fault.contains("cut off"));
        assertThat(exports.file("pulls.ndjson", "{\"issues\": []}").faults(SOURCE))
                .anyMatch(fault -> fault.startsWith("ROI-T19 pulls.ndjson:1:1: "));
        assertThat(exports.file("pulls.ndjson", OPEN.replace("acme/pay", "acme/x"))
                        .faults(SOURCE))
                .anyMatch(fault -> fault.startsWith("ROI-T21 ") && fault.contains("no scope claims it"));
    }
}
