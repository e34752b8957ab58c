package dev.roi.imports.source;

import static dev.roi.imports.source.Exports.known;
import static dev.roi.imports.source.Exports.readings;
import static dev.roi.imports.source.Exports.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import dev.roi.imports.file.Imported;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traps of exports that are none of one reader's own tests, each with the smallest file that shows it. */
class TrapsTest {

    @TempDir
    Path directory;

    private Exports exports;

    @BeforeEach
    void inADirectory() {
        exports = new Exports(directory);
    }

    private static String pull(int number, String more) {
        return "{\"number\": %s, \"user\": {\"login\": \"ada\"}, \"created_at\": \"2026-05-01T08:00:00Z\", \"base\": {\"repo\": {\"full_name\": \"acme/pay\"}}, \"reviews\": [], %s}"
                .formatted(number, more);
    }

    @Test
    void a_draft_is_no_work_in_progress_and_what_is_open_or_closed_unmerged_is_said() {
        Imported imported = exports.file(
                        "pulls.ndjson",
                        pull(1, "\"state\": \"open\", \"draft\": false"),
                        pull(2, "\"state\": \"open\", \"draft\": true"),
                        pull(3, "\"state\": \"closed\", \"closed_at\": \"2026-05-02T08:00:00Z\""),
                        pull(4, "\"state\": \"closed\", \"merged_at\": \"2026-05-03T08:00:00Z\""))
                .read("{ read: github-pull-requests, files: [pulls.ndjson] }");

        assertThat(known(imported, "2026-05", "work-in-progress").value()).isEqualTo(Exact.ONE);
        assertThat(exports.remarks(imported))
                .contains("closed-without-merge 1 pulls.ndjson:3:1")
                .anyMatch(remark -> remark.startsWith("open"));
        assertThat(readings(imported)).as("nor is lead time known of it").noneMatch(each -> each.contains("lead-time"));
    }

    @Test
    void a_person_of_several_organisations_is_one_person() {
        String seat = "{\"assignee\": {\"login\": \"ada\", \"id\": 1, \"type\": \"User\"}, \"last_activity_at\":"
                + " \"2026-06-01T09:00:00Z\", \"organization\": {\"login\": \"%s\"}, \"assigning_team\":"
                + " {\"slug\": \"pay\"}}";
        Imported imported = exports.file("seats.ndjson", seat.formatted("one"), seat.formatted("two"))
                .read("{ read: copilot-seats, files: [seats.ndjson] }");

        assertThat(row(imported, "2026-06", "adoption-rate").figure()).hasToString("1/1");
    }

    @Test
    void the_month_that_is_billed_is_not_the_month_of_the_charge() {
        Imported imported = exports.file(
                        "focus.csv",
                        "BilledCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,SubAccountId",
                        "5,EUR,2026-06-01 00:00:00,2026-05-31 00:00:00,2026-06-01 00:00:00,CC-12")
                .read("{ read: focus-cost, files: [focus.csv], cost: BilledCost }");

        assertThat(readings(imported)).contains("2026-05 monthly-cost 5").noneMatch(each -> each.startsWith("2026-06"));
    }

    @Test
    void a_conversation_that_nobody_engaged_in_is_a_request_all_the_same() {
        Imported imported = exports.assistant()
                .file(
                        "conversations.csv",
                        "id,updated_at,created_at,assignee_type,state,conversation_rating_value,ai_agent_resolution_state",
                        "1,2026-05-01 10:00:00,2026-05-01 09:00:00,,closed,,confirmed_resolution",
                        "2,2026-05-01 10:00:00,2026-05-01 09:00:00,,closed,,")
                .read("{ read: intercom, files: [conversations.csv], scope: payments }");

        assertThat(known(imported, "2026-05", "request-volume").value()).isEqualTo(Exact.of(2));
    }

    @Test
    void a_status_that_an_issue_comes_back_to_in_another_time_zone_is_in_the_right_month() {
        Imported imported = exports.file(
                        "issues.ndjson",
                        "{\"key\": \"PAY-1\", \"id\": \"1\", \"fields\": {\"created\":"
                                + " \"2026-05-01T08:00:00.000+0200\", \"labels\": []}, \"changelog\": {\"histories\":"
                                + " [{\"id\": \"1\", \"created\": \"2026-05-30T12:00:00.000+0200\", \"items\":"
                                + " [{\"field\": \"status\", \"toString\": \"Doing\"}]},{\"id\": \"2\", \"created\":"
                                + " \"2026-06-01T05:00:00.000+1000\", \"items\": [{\"field\": \"status\", \"toString\":"
                                + " \"Done\"}]}]}}")
                .read("{ read: jira-changelog, files: [issues.ndjson], started: [Doing], done: [Done] }");

        assertThat(readings(imported)).anyMatch(each -> each.startsWith("2026-05 lead-time 1."));
    }
}
