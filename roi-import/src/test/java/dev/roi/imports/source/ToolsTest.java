package dev.roi.imports.source;

import static dev.roi.imports.source.Exports.known;
import static dev.roi.imports.source.Exports.readings;
import static dev.roi.imports.source.Exports.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Correction;
import dev.roi.core.Reading.Status;
import dev.roi.imports.file.Imported;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each tool with what is easily read wrongly of it. */
class ToolsTest {

    @TempDir
    Path directory;

    private Exports exports;

    @BeforeEach
    void inADirectory() {
        exports = new Exports(directory);
    }

    private static String[] rows(String header, String... rows) {
        String[] all = new String[rows.length + 1];
        all[0] = header;
        System.arraycopy(rows, 0, all, 1, rows.length);
        return all;
    }

    // GitLab

    @Test
    void notes_of_a_merge_request_are_no_review_unless_they_are_on_a_line_or_approve() {
        String request = "{\"iid\": 1, \"project_id\": 5, \"target_branch\": \"main\", \"state\": \"merged\","
                + " \"created_at\": \"2026-05-01T10:00:00.000+02:00\", \"merged_at\": \"2026-05-02T08:00:00Z\","
                + " \"user_notes_count\": 7, \"author\": {\"username\": \"ada\"}, \"draft\": false,"
                + " \"references\": {\"full\": \"acme/pay!1\"}, \"notes\": ["
                + "{\"author\": {\"username\": \"bob\"}, \"created_at\": \"2026-05-01T08:10:00Z\", \"type\": null},"
                + "{\"author\": {\"username\": \"group_7_bot_x\"}, \"created_at\": \"2026-05-01T08:20:00Z\", \"type\": \"DiffNote\"},"
                + "{\"author\": {\"username\": \"bob\"}, \"created_at\": \"2026-05-01T11:00:00Z\", \"type\": \"DiffNote\"}]}";
        Imported imported =
                exports.file("mr.ndjson", request).read("{ read: gitlab-merge-requests, files: [mr.ndjson] }");

        assertThat(readings(imported)).containsExactly("2026-05 cycle-time 1", "2026-05 review-time 3");
    }

    // Jira

    private static final String JIRA = "{ read: jira-changelog, files: [\"issues*\"], started: [In Progress, 开发中],"
            + " done: [Done], escaped: { label: production }, debt: { label: debt } }";

    private static String issue(String key, String labels, String... moves) {
        StringBuilder histories = new StringBuilder();
        for (int i = 0; i < moves.length; i += 2) {
            histories
                    .append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\": \"%s\", \"author\": {\"displayName\": \"Ada\"}, \"created\": \"%s\", \"items\": [{\"field\": \"status\", \"toString\": \"%s\"}]}"
                                    .formatted(i, moves[i], moves[i + 1]));
        }
        return "{\"key\": \"%s\", \"id\": \"%s\", \"fields\": {\"created\": \"2026-05-01T08:00:00.000+0200\", \"labels\": [%s]}, \"changelog\": {\"histories\": [%s]}}"
                .formatted(key, key.hashCode(), labels, histories);
    }

    @Test
    void an_issue_that_jumps_back_and_forth_lasts_from_its_first_start_to_its_last_end_and_is_rework() {
        Imported imported = exports.file(
                        "issues.json",
                        "{\"issues\": ["
                                + issue(
                                        "PAY-1",
                                        "\"debt\"",
                                        "2026-05-02T08:00:00.000+0800",
                                        "开发中",
                                        "2026-05-04T00:00:00Z",
                                        "Done",
                                        "2026-05-05T00:00:00Z",
                                        "In Progress",
                                        "2026-05-07T00:00:00Z",
                                        "done")
                                + "," + issue("PAY-2", "\"production\"", "2026-05-03T00:00:00Z", "Done") + ","
                                + issue("OPS-1", "") + "]}")
                .read(JIRA);

        assertThat(readings(imported))
                .containsExactly(
                        "2026-05 debt-treated 1",
                        "2026-05 escaped-defects 1",
                        "2026-05 lead-time 5",
                        "2026-05 rework-rate 1/2");
        assertThat(exports.leftOut(imported))
                .containsExactly("never-started 1 issues.json:1:1", "unassigned 1 issues.json:1:1");
        assertThat(imported.toString()).doesNotContain("Ada");
    }

    @Test
    void stages_are_parts_of_a_mean_since_those_of_a_median_do_not_add_up() {
        Imported imported = exports.file(
                        "issues.ndjson",
                        issue(
                                "PAY-1",
                                "",
                                "2026-05-02T00:00:00Z",
                                "In Progress",
                                "2026-05-03T08:00:00Z",
                                "In Review",
                                "2026-05-05T00:00:00Z",
                                "Done"))
                .read(
                        "{ read: jira-changelog, files: [\"issues*\"], started: [In Progress], done: [Done],"
                                + " stages: { production: In Progress, review: [In Review] }, definition: { lead-time: mean of issues } }");

        assertThat(known(imported, "2026-05", "lead-time").value()).isEqualTo(Exact.of(3));
        assertThat(known(imported, "2026-05", "lead-time").by().get(Dimension.STAGE))
                .containsOnlyKeys("production", "review", "unassigned");
    }

    @Test
    void statuses_are_the_users_to_name() {
        assertThat(exports.file("issues.ndjson", issue("PAY-1", ""))
                        .faults("{ read: jira-changelog, files: [issues.ndjson] }"))
                .containsExactly(
                        "ROI-T17 sources.yaml:14:5: /sources/0: `done` is missing",
                        "ROI-T17 sources.yaml:14:5: /sources/0: `started` is missing");
    }

    // DevLake

    @Test
    void minutes_of_devlake_become_days_and_what_is_empty_or_not_deployed_is_none() {
        Imported imported = exports.file(
                        "project_pr_metrics.csv",
                        rows(
                                "id,project_name,pr_pickup_time,pr_cycle_time,pr_created_date,pr_merged_date,pr_deployed_date,first_comment_date",
                                "pr0,project1,,44640,2026-05-01T04:51:47.000+00:00,2026-05-31T04:51:47.000+00:00,,",
                                "pr1,project1,90,4320,2026-05-11T04:51:47.000+00:00,2026-05-12T04:51:47.000+00:00,2026-05-13T07:29:14.000+00:00,2026-05-11T06:00:00.000+00:00"))
                .file(
                        "cicd_deployment_commits.csv",
                        rows(
                                "cicd_deployment_id,result,environment,finished_date,cicd_scope_id",
                                "d1,SUCCESS,PRODUCTION,2026-05-10T06:52:47.000+00:00,project1",
                                "d1,SUCCESS,PRODUCTION,2026-05-10T06:52:47.000+00:00,project1",
                                "d2,SUCCESS,PRODUCTION,2026-05-12T06:52:47.000+00:00,project1",
                                "d3,FAILURE,PRODUCTION,2026-05-12T06:52:47.000+00:00,project1",
                                "d4,SUCCESS,STAGING,2026-05-12T06:52:47.000+00:00,project1"))
                .file("incidents.csv", rows("id,created_date,scope_id", "i1,2026-05-13 01:07:21,repo1"))
                .file("between.csv", rows("id,project_name,deployment_id", "i1,project1,d2"))
                .read("{ read: devlake, files: [\"*.csv\"] }");

        assertThat(readings(imported))
                .containsExactly(
                        "2026-05 change-failure-rate 1/2",
                        "2026-05 cycle-time 15.5",
                        "2026-05 deployments 2",
                        "2026-05 incidents 1",
                        "2026-05 lead-time 3",
                        "2026-05 review-time 1.5");
        assertThat(exports.leftOut(imported)).anyMatch(reason -> reason.startsWith("not-deployed 1 "));
    }

    // FOCUS

    private static final String FOCUS =
            "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,SubAccountId,SubAccountName,Tags";
    private static final String COST = "{ read: focus-cost, files: [focus.csv], cost: BilledCost,"
            + " workflow: { tag: application, is: { api: api-tests } } }";

    private static String charge(String cost, String currency, String start, String centre, String tags) {
        return "%s,1,%s,2026-06-01 00:00:00,%s,%s,%s,NULL,%s"
                .formatted(cost, currency, start, start.replace(" 00:", " 23:"), centre, tags);
    }

    @Test
    void cost_is_added_up_to_the_last_digit_by_charge_period_with_credits() {
        Imported imported = exports.file(
                        "focus.csv",
                        rows(
                                FOCUS,
                                charge(
                                        "0.00000080000",
                                        "EUR",
                                        "2026-05-01 00:00:00",
                                        "CC-12",
                                        "\"{\"\"application\"\": \"\"api\"\"}\""),
                                charge("100.1", "EUR", "2026-05-31 00:00:00", "CC-12", "NULL"),
                                charge("-0.1", "EUR", "2026-05-31 00:00:00", "cc-12", "NULL"),
                                charge("7", "EUR", "2026-05-31 00:00:00", "CC-99", "NULL"),
                                charge("NULL", "EUR", "2026-05-31 00:00:00", "CC-12", "NULL")))
                .read(COST);

        assertThat(known(imported, "2026-05", "monthly-cost").value()).isEqualTo(Exact.of("100.0000008"));
        assertThat(known(imported, "2026-05", "cost-by-workflow").by().get(Dimension.WORKFLOW))
                .containsOnlyKeys("api-tests", "unassigned");
        assertThat(imported.readings().scorecards().get(0).currency()).contains("EUR");
        assertThat(exports.leftOut(imported))
                .containsExactly("no-amount 1 focus.csv:6:1", "unassigned 1 focus.csv:5:1");
    }

    @Test
    void a_month_of_credits_is_a_correction_and_two_currencies_are_not_added_up() {
        Imported imported = exports.file(
                        "focus.csv", rows(FOCUS, charge("-5", "EUR", "2026-05-31 00:00:00", "CC-12", "NULL")))
                .read(COST);
        assertThat(row(imported, "2026-05", "monthly-cost").said().correction()).isEqualTo(Correction.CREDIT);

        exports.file(
                "focus.csv",
                rows(
                        FOCUS,
                        charge("5", "EUR", "2026-05-31 00:00:00", "CC-12", "NULL"),
                        charge("5", "USD", "2026-05-31 00:00:00", "CC-12", "NULL")));
        assertThat(exports.faults(COST))
                .singleElement()
                .asString()
                .startsWith(
                        "ROI-T15 sources.yaml:14:1: money of scope `team/payments` is in several currencies: `EUR`, `USD`");
    }

    @Test
    void which_cost_is_meant_has_no_default() {
        assertThat(exports.file("focus.csv", FOCUS).faults("{ read: focus-cost, files: [focus.csv] }"))
                .containsExactly("ROI-T17 sources.yaml:14:5: /sources/0: `cost` is missing");
        assertThat(exports.file("focus.csv", "a,b", "1,2").faults(COST))
                .anyMatch(fault -> fault.startsWith("ROI-T19 focus.csv:1:1: columns are missing"));
    }

    // Copilot

    private static String user(String day, String user, String counts) {
        return "{\"report_start_day\": \"%s\", \"report_end_day\": \"%s\", \"day\": \"%s\", \"organization_id\": \"100\", \"user_id\": \"%s\", \"user_login\": \"%s\"%s}"
                .formatted(day, day, day, user, user, counts);
    }

    @Test
    void people_are_counted_once_in_a_month_and_missing_days_make_it_partial() {
        String counts = ", \"user_initiated_interaction_count\": 3, \"code_acceptance_activity_count\": 1";
        Imported imported = exports.file(
                        "usage.ndjson",
                        user("2026-05-01", "ada", counts),
                        user("2026-05-02", "ada", counts),
                        user("2026-05-02", "ada", counts),
                        user("2026-05-02", "bob", counts),
                        user("2026-05-02", "eve", ", \"user_initiated_interaction_count\": 0"))
                .read("{ read: copilot-usage, files: [usage.ndjson] }");

        assertThat(row(imported, "2026-05", "active-users").figure()).hasToString("2");
        assertThat(row(imported, "2026-05", "prompts").figure()).hasToString("9");
        assertThat(row(imported, "2026-05", "active-users").said().to()).contains(LocalDate.of(2026, 5, 2));
        assertThat(readings(imported)).noneMatch(reading -> reading.contains("generated-lines"));
    }

    @Test
    void a_window_of_28_days_is_no_month() {
        String page =
                "{\"report_start_day\": \"2026-04-20\", \"report_end_day\": \"2026-05-17\", \"organization_id\": \"100\", \"day_totals\": ["
                        + "{\"day\": \"2026-04-30\", \"daily_active_users\": 9, \"user_initiated_interaction_count\": 5},"
                        + "{\"day\": \"2026-05-01\", \"daily_active_users\": 9, \"user_initiated_interaction_count\": 7}]}";
        Imported imported = exports.file("usage.json", page).read("{ read: copilot-usage, files: [usage.json] }");

        assertThat(row(imported, "2026-05", "prompts").figure()).hasToString("7");
        assertThat(row(imported, "2026-05", "prompts").said().to()).contains(LocalDate.of(2026, 5, 17));
        assertThat(readings(imported)).noneMatch(reading -> reading.contains("active-users"));
        assertThat(exports.remarks(imported)).anyMatch(remark -> remark.startsWith("users-unknown"));
    }

    @Test
    void a_person_with_two_seats_is_one_and_only_the_month_of_the_export_is_told() {
        String seats = "{\"total_seats\": 3, \"seats\": ["
                + "{\"assignee\": {\"login\": \"ada\", \"id\": 1, \"type\": \"User\"}, \"last_activity_at\": \"2026-06-01T09:00:00+02:00\", \"assigning_team\": {\"slug\": \"pay\"}},"
                + "{\"assignee\": {\"login\": \"ada\", \"id\": 1, \"type\": \"User\"}, \"last_activity_at\": \"2026-05-16T00:53:32-06:00\", \"assigning_team\": {\"slug\": \"pay\"}},"
                + "{\"assignee\": {\"login\": \"bob\", \"id\": 2, \"type\": \"User\"}, \"last_activity_at\": null, \"assigning_team\": {\"slug\": \"pay\"}}]}";
        Imported imported = exports.file("seats.json", seats).read("{ read: copilot-seats, files: [seats.json] }");

        assertThat(imported.readings().rows()).singleElement().satisfies(row -> {
            assertThat(row.month()).hasToString("2026-06");
            assertThat(row.figure()).hasToString("1/2");
        });
        assertThat(exports.remarks(imported)).containsExactly("idle-seat 1 seats.json:1:1");
    }

    @Test
    void gross_and_net_are_two_figures_and_a_net_of_0_is_said() {
        String[] billing = rows(
                "\uFEFF\"date\",\"username\",\"product\",\"sku\",\"unit_type\",\"gross_amount\",\"discount_amount\",\"net_amount\",\"cost_center_name\"",
                "\"2026-05-27\",\"ada\",\"copilot\",\"copilot_premium_request\",\"requests\",\"0.036000000000000004\",\"0.036\",\"0\",\"CC-12\"",
                "\"2026-05-28\",\"ada\",\"copilot\",\"copilot_ai_credit\",\"ai-credits\",\"1.1\",\"0\",\"1.1\",\"CC-12\"",
                "\"2026-05-28\",\"ada\",\"actions\",\"linux\",\"minutes\",\"9\",\"0\",\"9\",\"CC-12\"");
        exports.file("billing.csv", billing);

        Imported net = exports.read("{ read: copilot-billing, files: [billing.csv], cost: net }");
        assertThat(readings(net)).containsExactly("2026-05 monthly-cost 1.1");
        assertThat(exports.remarks(net)).containsExactly("included 1 billing.csv:2:1");
        assertThat(exports.leftOut(net)).containsExactly("other-product 1 billing.csv:4:1");
        assertThat(row(
                                exports.read("{ read: copilot-billing, files: [billing.csv], cost: gross }"),
                                "2026-05",
                                "monthly-cost")
                        .figure())
                .hasToString("1.136000000000000004");
        assertThat(known(
                                exports.read("{ read: copilot-billing, files: [billing.csv], cost: gross }"),
                                "2026-05",
                                "monthly-cost")
                        .value())
                .isEqualTo(Exact.of("1.136"));
    }

    // others

    @Test
    void what_claude_code_reports_is_a_least_value_in_cents() {
        String page = "{\"data\": [{\"date\": \"2026-05-08T00:00:00Z\", \"organization_id\": \"100\","
                + " \"actor\": {\"email_address\": \"ada@example.org\", \"type\": \"user_actor\"}, \"core_metrics\": {\"lines_of_code\": {\"added\": 342}},"
                + " \"model_breakdown\": [{\"estimated_cost\": {\"amount\": 186, \"currency\": \"USD\"}}, {\"estimated_cost\": {\"amount\": 42.5, \"currency\": \"USD\"}}]}]}";
        Imported imported = exports.file("usage-1.json", page)
                .file("usage-2.json", page)
                .read("{ read: claude-code-analytics, files: [\"usage-*.json\"] }");

        assertThat(row(imported, "2026-05", "monthly-cost").figure()).hasToString("2.285");
        assertThat(row(imported, "2026-05", "monthly-cost").said().bound()).isEqualTo(Bound.AT_LEAST);
        assertThat(row(imported, "2026-05", "monthly-cost").said().definition()).contains("estimated cost");
        assertThat(imported.toString()).doesNotContain("ada@");
    }

    @Test
    void cursor_is_read_in_both_shapes_and_only_what_is_charged_is_cost() {
        Imported imported = exports.head("""
                        format: roi-sources/1
                        extracted-at: 2026-06-02T08:00:00Z
                        scopes: { payments: { level: team } }
                        """)
                .file(
                        "events-2025.json",
                        "{\"usageEvents\": [{\"timestamp\": \"1778000000000\", \"userEmail\": \"ada@example.org\", \"kindLabel\": \"Usage-based\", \"tokenUsage\": {\"totalCents\": 40.16699999999999}}]}")
                .file(
                        "events-2026.json",
                        "{\"usageEventsDisplay\": [{\"timestamp\": \"1778000000000\", \"userEmail\": \"bob@example.org\", \"kind\": \"USAGE_EVENT_KIND_USAGE_BASED\", \"chargedCents\": 15.66}]}")
                .file(
                        "spend.json",
                        "{\"teamMemberSpend\": [{\"spendCents\": 2450}], \"subscriptionCycleStart\": 1708992000000}")
                .read("{ read: cursor-usage, files: [\"*.json\"], scope: payments }");

        assertThat(readings(imported)).containsExactly("2026-05 active-users 2", "2026-05 monthly-cost 0.1566");
        assertThat(exports.leftOut(imported))
                .containsExactly("billing-cycle 1 spend.json:1:1", "not-charged 1 events-2025.json:1:1");
    }

    @Test
    void costs_of_openai_are_in_seconds_and_small_letters_and_a_page_that_is_missing_is_said() {
        String page =
                "{\"object\": \"page\", \"data\": [{\"object\": \"bucket\", \"start_time\": 1777593600, \"end_time\": 1777680000, \"results\": ["
                        + "{\"amount\": {\"value\": 0.06, \"currency\": \"usd\"}, \"project_id\": \"proj_pay\"}]}], \"has_more\": true}";
        Imported imported = exports.file("costs.json", page).read("{ read: openai-costs, files: [costs.json] }");

        assertThat(row(imported, "2026-05", "monthly-cost").figure()).hasToString("0.06");
        assertThat(row(imported, "2026-05", "monthly-cost").said().unit()).contains("USD");
        assertThat(row(imported, "2026-05", "monthly-cost").said().bound()).isEqualTo(Bound.AT_LEAST);
        assertThat(row(imported, "2026-05", "monthly-cost").said().to()).contains(LocalDate.of(2026, 5, 1));
    }

    @Test
    void incidents_are_those_of_the_services_claimed_without_drills_and_merged_ones() {
        String form =
                "{\"incident_number\": %s, \"id\": \"Q%s\", \"created_at\": \"2026-05-03T06:23:06.000000Z\", \"service\": {\"id\": \"P1\", \"summary\": \"%s\"}%s}";
        Imported imported = exports.file(
                        "incidents.ndjson",
                        form.formatted(1, 1, "Payments", ""),
                        form.formatted(1, 1, "Payments", ""),
                        form.formatted(2, 2, "Drills", ""),
                        form.formatted(3, 3, "Other", ""),
                        form.formatted(4, 4, "Payments", ", \"resolve_reason\": {\"type\": \"merge_resolve_reason\"}"))
                .read("{ read: pagerduty-incidents, files: [incidents.ndjson], leave-out: [Drills] }");

        assertThat(readings(imported)).containsExactly("2026-05 incidents 1");
        assertThat(exports.leftOut(imported))
                .containsExactly(
                        "drill 1 incidents.ndjson:3:1",
                        "merged 1 incidents.ndjson:5:1",
                        "unassigned 1 incidents.ndjson:4:1");
    }

    @Test
    void a_conversation_has_many_rows_and_an_implied_resolution_may_be_revised() {
        Imported imported = exports.assistant()
                .head("""
                        format: roi-sources/1
                        extracted-at: 2026-06-02T08:00:00Z
                        scopes: { helpdesk: { level: team } }
                        """)
                .file(
                        "conversations.csv",
                        rows(
                                "id,updated_at,created_at,assignee_type,state,conversation_rating_value,ai_agent_resolution_state",
                                "1,2026-05-01 10:00:00,2026-05-01 09:00:00,,open,,",
                                "1,2026-05-01 12:00:00,2026-05-01 09:00:00,admin,closed,4,routed_to_team",
                                "2,2026-05-01 12:00:00,2026-05-01 09:00:00,,closed,2,assumed_resolution"))
                .file(
                        "parts.csv",
                        rows(
                                "id,conversation_id,author_type,created_at,part_type",
                                "7,1,bot,2026-05-01 09:00:08,comment",
                                "8,1,admin,2026-05-01 09:00:02,assignment",
                                "9,1,admin,2026-05-01 10:00:02,comment"))
                .read("{ read: intercom, files: [\"*.csv\"], scope: helpdesk }");

        assertThat(row(imported, "2026-05", "response-time").figure()).hasToString("8");
        assertThat(row(imported, "2026-05", "csat").figure()).hasToString("1/2");
        assertThat(row(imported, "2026-05", "request-volume").said().status()).isEqualTo(Status.PROVISIONAL);
        assertThat(imported.readings().rows().stream()
                        .filter(row -> row.indicator().equals("request-volume"))
                        .map(row -> row.part().orElseThrow().name() + " " + row.figure()))
                .containsExactly("automated 1", "handed-over 1");
    }

    @Test
    void tickets_end_as_their_tags_say_and_merged_or_deleted_ones_are_none() {
        String form =
                "{\"id\": %s, \"requester_id\": 7, \"status\": \"%s\", \"created_at\": \"2026-05-01T09:00:00Z\", \"tags\": [\"%s\"], \"satisfaction_rating\": {\"score\": \"%s\"}}";
        Imported imported = exports.assistant()
                .head("""
                        format: roi-sources/1
                        extracted-at: 2026-06-02T08:00:00Z
                        scopes: { helpdesk: { level: team } }
                        """)
                .file(
                        "tickets.json",
                        "{\"tickets\": ["
                                + String.join(
                                        ",",
                                        form.formatted(1, "solved", "bot_solved", "good"),
                                        form.formatted(2, "solved", "agent", "bad"),
                                        form.formatted(3, "closed", "closed_by_merge", "unoffered"),
                                        form.formatted(4, "deleted", "agent", "good"))
                                + "]}")
                .read(
                        "{ read: zendesk, files: [tickets.json], scope: helpdesk, outcomes: { automated: [bot_solved], handed-over: agent } }");

        assertThat(readings(imported)).containsExactly("2026-05 csat 1/2", "2026-05 request-volume 2");
        assertThat(exports.leftOut(imported))
                .containsExactly("deleted 1 tickets.json:1:1", "merged 1 tickets.json:1:1");
    }
}
