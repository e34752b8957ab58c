package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meeting, from the table that it fills in to its minutes. */
class MeetingCommandsTest {

    private static final String ROLLOUT = "../roi-examples/data/rollout";

    @TempDir
    private Path directory;

    private Path card = Path.of("");

    @BeforeEach
    void write() throws IOException {
        card = Files.writeString(directory.resolve("card.json"), Cards.card("a"));
    }

    private String ledger() {
        return directory.resolve("decisions.jsonl").toString();
    }

    private static String run(String... args) {
        return Ran.of(args).done();
    }

    private void asked() {
        run(
                "decide",
                card.toString(),
                "--ledger",
                ledger(),
                "--by",
                "Ana",
                "--at",
                "2026-05-05T09:30:00Z",
                "--month",
                "2026-04",
                "--decision",
                "adjust",
                "--committee",
                "Investments",
                "--present",
                "Zoé",
                "--dissent",
                "Max=Too early",
                "--action",
                "Tie every use to a ticket",
                "--owner",
                "Jo",
                "--due",
                "2026-07",
                "--aims-at",
                "lead-time",
                "--action",
                "Train the team",
                "--owner",
                "Zoé",
                "--due",
                "2026-08");
    }

    private Ran act(String... args) {
        List<String> all = new ArrayList<>(List.of("act"));
        all.addAll(List.of(args));
        all.addAll(List.of("--ledger", ledger(), "--by", "Zoé"));
        return Ran.of(all.toArray(String[]::new));
    }

    private String shown(String text) {
        return text.replace(ledger(), "decisions.jsonl").replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
    }

    @Test
    void an_action_is_closed_without_a_decision_and_what_became_of_its_indicators_is_said() {
        asked();

        assertThat(shown(act("2", card.toString(), "--done").done())).isEqualTo("""
            Recorded as entry 3 of decisions.jsonl.
            Action 2 is done.
            - Lead time: 8.2 days, now 8 days - unchanged
            - Warning: nothing that it aimed at has improved
            Head: sha256:…
            Keep the head where whoever can write the ledger cannot. With it, `roi verify`
            finds a ledger that lost its end or was written anew.
            """);
        assertThat(run("review", card.toString(), "--ledger", ledger()))
                .contains(
                        "- Open: Train the team - Zoé, due August 2026",
                        "- Done: Tie every use to a ticket - Jo, due July 2026",
                        "  - Action 2 of entry 2, April 2026: Adjust, as recommended",
                        "  - Warning: nothing that it aimed at has improved");
        assertThat(act("2", "--done").refused()).isEqualTo("roi: action 2 is not open. Open are: 2.2\n");
    }

    @Test
    void closing_an_action_keeps_rates_that_have_no_end() {
        String scorecard = ROLLOUT + "/back-office.json";
        run(
                "decide",
                scorecard,
                "--ledger",
                ledger(),
                "--by",
                "Ana",
                "--month",
                "2026-10",
                "--decision",
                "adjust",
                "--committee",
                "Investments",
                "--action",
                "Tie every use to a ticket",
                "--owner",
                "Jo",
                "--due",
                "2026-12",
                "--aims-at",
                "traceability-rate");

        assertThat(act("2", scorecard, "--done").done()).contains("38%, now 38% - unchanged");
        assertThat(run("verify", ledger())).contains("3 entries");
        assertThat(run("minutes", "--ledger", ledger())).contains("Investments");
    }

    @Test
    void without_a_later_month_nothing_is_said_of_indicators_but_that_it_cannot_be_told() {
        asked();

        assertThat(act("2", "--done").done())
                .contains("What became of its indicators is not known yet: no later month is. Give the scorecard");
    }

    @Test
    void the_last_scorecard_on_record_tells_what_became_of_an_action() {
        asked();
        run(
                "decide",
                card.toString(),
                "--ledger",
                ledger(),
                "--by",
                "Ana",
                "--at",
                "2026-06-05T09:30:00Z",
                "--decision",
                "stop",
                "--stopped",
                "The agent",
                "--learned",
                "Nobody used it",
                "--reason",
                "No use",
                "--second",
                "Jo");

        assertThat(act("2", "--done").done()).contains("- Lead time: 8.2 days, now 8 days - unchanged");
    }

    @Test
    void an_action_is_moved_with_a_reason_and_asked_about_by_then() {
        asked();

        assertThat(act("2.2", "--due", "2027-01").refused())
                .isEqualTo("ROI-R02 the record: action 2.2 is moved, and no reason is given. Say why.\n");
        assertThat(act("2.2", "--dropped").refused()).startsWith("ROI-R02 ");
        assertThat(act("2.2", "--due", "2026-10", "--reason", "Holidays").refused())
                .startsWith("ROI-R06 the record: the action is moved to 2026-10, which is over.");
        assertThat(act("2.2", "--due", "2027-01", "--reason", "Holidays", "--lang", "fr")
                        .done())
                .contains("2.2", "janvier 2027");
        assertThat(run("history", ledger()))
                .contains(
                        "Action 2.2: Train the team - Zoé, due January 2027, moved from August 2026",
                        "Moved to January 2027 (entry 3, 1 December 2026): Holidays");
    }

    @Test
    void what_act_cannot_do_is_said_in_a_sentence() {
        asked();

        assertThat(act("2").refused())
                .isEqualTo("roi act: say one of `--done`, `--dropped` and `--due YYYY-MM`\nTry: roi act --help\n");
        assertThat(act("2", "--done", "--dropped").refused())
                .isEqualTo("roi act: say one of `--done`, `--dropped` and `--due YYYY-MM`\nTry: roi act --help\n");
        assertThat(act("two", "--done").refused())
                .isEqualTo("roi act: `two` is no action. One is named by its number as `roi history` shows it, such as "
                        + "`7` or `7.2`.\nTry: roi act --help\n");
        assertThat(act("9", "--done").refused()).isEqualTo("roi: action 9 is not open. Open are: 2, 2.2\n");
        assertThat(act("2", ROLLOUT, "--done").refused())
                .isEqualTo("roi: the input has no scorecard of the scope that action 2 is about, workflow/a\n");
        assertThat(act("2", "--done", "--at", "2030-01-01T00:00:00Z").refused()).contains("is in the future");
        assertThat(Ran.of("act").refused()).contains("Try: roi act --help");
        assertThat(run("verify", ledger())).contains("2 entries, all as written");
    }

    @Test
    void minutes_are_ready_to_be_sent_in_every_form() throws IOException {
        asked();
        act("2", card.toString(), "--done").done();
        Path out = directory.resolve("minutes.html");

        assertThat(shown(run("minutes", "--ledger", ledger()))).isEqualTo("""
            Minutes: decisions on April 2026
            ================================
            Committee:   Investments
            Decided on:  5 May 2026
            Present:     Ana, Zoé and Max

            Decisions
            ---------
            - Périmètre a (workflow a): Adjust, as recommended
              - Recommended: Adjust: budget consumption unknown
              - Acts on: instrumentation
              - Max disagreed: Too early
              - Entry 2, recorded by Ana, 5 May 2026, 09:30 UTC

            Actions agreed
            --------------
            - 2: Périmètre a (workflow a): Tie every use to a ticket - Jo, due July 2026
            - 2.2: Périmètre a (workflow a): Train the team - Zoé, due August 2026

            Head of the ledger:
            sha256:… (entry
            3). Whoever keeps these minutes can tell with it whether the ledger was changed.
            """);
        assertThat(run("minutes", ledger(), "--lang", "fr", "--format", "markdown"))
                .startsWith("# Compte rendu\u00a0: décisions pour avril 2026");
        assertThat(run("minutes", ledger(), "--format", "html", "--out", out.toString()))
                .isEmpty();
        assertThat(out).content().startsWith("<!DOCTYPE html>");
        assertThat(run("minutes", ledger(), "--format", "ics")).contains("SUMMARY:Zoé: Train the team\r\n");
        assertThat(run("minutes", ledger(), "--committee", "Investments")).contains("Committee:   Investments");
        assertThat(Ran.of("minutes", ledger(), "--committee", "Other").refused())
                .isEqualTo("roi: the ledger has no decision of the committee Other\n");
        assertThat(Ran.of("minutes", ledger(), "--month", "2026-05").refused())
                .isEqualTo("roi: nothing was decided on 2026-05. Decided on were: 2026-04\n");
        act("2.2", "--dropped", "--reason", "No longer needed").done();
        assertThat(Ran.of("minutes", ledger(), "--format", "ics").refused())
                .isEqualTo("roi: no action is open, so there is nothing for a calendar\n");
    }

    /** Fills in the table that a review prepares. */
    private Path filled(String name, Map<String, String> decision, Map<String, String> more) throws IOException {
        List<String> lines = run("review", ROLLOUT, "--format", "csv").lines().toList();
        List<String> columns = List.of(lines.get(0).split(",", -1));
        List<String> rows = new ArrayList<>(List.of(lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            String recommended = cells[columns.indexOf("# recommended")];
            cells[columns.indexOf("decision")] = decision.getOrDefault(recommended, "");
            more.forEach((column, text) -> cells[columns.indexOf(column)] = text);
            rows.add(String.join(",", cells));
        }
        return Files.writeString(directory.resolve(name), String.join("\n", rows) + "\n");
    }

    private Ran decided(Path table, String... more) {
        List<String> args =
                new ArrayList<>(List.of("decide", ROLLOUT, "--ledger", ledger(), "--by", "Ana", "--decisions"));
        args.add(table.toString());
        args.addAll(List.of(more));
        return Ran.of(args.toArray(String[]::new));
    }

    private static final Map<String, String> IN_FRENCH =
            Map.of("stop", "arrêter", "adjust", "Ajuster", "maintain", "maintenir", "extend", "étendre");

    private static final Map<String, String> EVERYTHING = Map.of(
            "reason", "Because",
            "scope", "All teams",
            "owner", "Jo",
            "guardrail", "Rework under 10%; Budget under 80%",
            "stopped", "The agent",
            "learned", "Review is the limit",
            "dissent", "Max=Too early");

    @Test
    void a_table_that_a_review_prepared_and_people_filled_in_is_recorded_at_once() throws IOException {
        Map<String, String> decisions = Map.of("stop", "arrêter", "maintain", "maintenir", "extend", "étendre");

        String said = decided(filled("may.csv", decisions, EVERYTHING), "--committee", "Investments")
                .done();

        assertThat(said).contains("Entry 2: ", ", as recommended\n", "Head: sha256:");
        assertThat(run("history", ledger()))
                .contains("All teams; Jo answers for it", "Guardrail: Rework under 10%", "Guardrail: Budget under 80%")
                .contains("Stops: The agent", "Max disagreed: Too early", "Committee: Investments")
                .doesNotContain("Adjust, as recommended");
        assertThat(run("replay", ledger())).doesNotContain("DIFFERENT");
    }

    @Test
    void what_is_wrong_with_a_table_is_said_at_once_with_row_and_column_and_nothing_is_recorded() throws IOException {
        Path lacking = filled("may.csv", IN_FRENCH, Map.of("second", "ana", "due", "2020-01"));

        String refused = decided(lacking).refused();

        assertThat(refused)
                .contains("may.csv:2:7: the decision is maintain, and lacks `reason`, `action`, `action_owner`. ")
                .contains("ROI-R04 ", "ROI-R06 ", "and lacks `scope`, `owner`, `guardrail`, ")
                .endsWith(" faults; nothing was written\n");
        assertThat(Path.of(ledger())).doesNotExist();
    }

    @Test
    void a_table_is_not_recorded_twice() throws IOException {
        Path table = filled("may.csv", Map.of("maintain", "maintain"), EVERYTHING);
        decided(table).done();

        assertThat(decided(table).refused())
                .contains("ROI-R12 ", "was decided on for 2026-", "Leave it out, or record it alone: then both stand.");
    }

    @Test
    void a_table_of_something_else_is_said_to_be_none() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.csv"), "");
        Path other = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");
        Path typo = Files.writeString(
                directory.resolve("typo.csv"),
                "scope_level,scope_id,decision,resaon\nteam,nobody,extand,\nworkflow,documentation,=1+1,\n");

        assertThat(decided(empty).refused()).startsWith("ROI-T02 ");
        assertThat(decided(other).refused())
                .contains("columns are missing in the table of decisions: `scope_level`, `scope_id`, `decision`");
        assertThat(decided(typo).refused())
                .contains("has no column `resaon`. Did you mean `reason`?")
                .contains("typo.csv:2:3: ", "Did you mean `extend`?")
                .contains("typo.csv:3:3: ", "formula");
        assertThat(decided(directory.resolve("nowhere.csv")).refused()).contains("is no file");
        assertThat(decided(directory).refused()).contains("is no file");
        assertThat(decided(typo, "--reason", "Because").refused())
                .isEqualTo("roi: with `--decisions`, what belongs to one decision is said in its row\n");
        assertThat(decided(typo, "--decision", "stop").refused())
                .isEqualTo("roi decide: `--decision` is one decision and `--decisions` a table of them; give one of the"
                        + " two\n"
                        + "Try: roi decide --help\n");
        assertThat(Ran.of("decide", card.toString(), "--ledger", ledger(), "--by", "Ana")
                        .refused())
                .isEqualTo("roi decide: `--decision` or `--decisions` is needed\nTry: roi decide --help\n");
    }

    @Test
    void a_workbook_that_a_review_prepared_is_read_and_decides_nothing_by_itself() throws IOException {
        Path workbook = directory.resolve("may.xlsx");
        run("review", ROLLOUT, "--format", "xlsx", "--lang", "fr", "--out", workbook.toString());

        assertThat(decided(workbook).done()).isEqualTo("No row has a decision; nothing was recorded.\n");
        assertThat(sheet(workbook, "xl/sharedStrings.xml")).contains("# recommand&#xe9;", "scope_level");
        assertThat(sheet(workbook, "xl/worksheets/sheet2.xml"))
                .contains("lead-time")
                .doesNotContain("<f>");
    }

    private static String sheet(Path workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook))) {
            while (true) {
                var entry = zip.getNextEntry();
                if (entry == null) {
                    throw new AssertionError(name + " is not in the workbook");
                }
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
    }

    @Test
    void no_cell_of_a_table_or_a_workbook_begins_a_formula() throws IOException {
        Files.writeString(card, Cards.card("a").replace("Périmètre a", "=HYPERLINK(0)"));
        run(
                "decide",
                card.toString(),
                "--ledger",
                ledger(),
                "--by",
                "@SUM(1)",
                "--decision",
                "adjust",
                "--action",
                "=1+1",
                "--owner",
                "-2+3",
                "--due",
                "2027-07");
        Path workbook = directory.resolve("history.xlsx");
        run("history", ledger(), "--format", "xlsx", "--out", workbook.toString());

        assertThat(run("history", ledger(), "--format", "csv"))
                .contains("'=HYPERLINK(0)", "'@SUM(1)", "'=1+1", "'-2+3")
                .doesNotContain(",=")
                .doesNotContain(",@");
        assertThat(run("review", card.toString(), "--format", "csv")).contains("'=HYPERLINK(0)");
        for (String name : List.of("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")) {
            assertThat(sheet(workbook, name)).doesNotContain("<f>");
        }
        assertThat(sheet(workbook, "xl/worksheets/sheet1.xml")).contains("=HYPERLINK(0)", "@SUM(1)");
        assertThat(Files.readAllBytes(workbook)).isEqualTo(written("history.xlsx"));
    }

    private byte[] written(String name) throws IOException {
        Path again = directory.resolve("again-" + name);
        run("history", ledger(), "--format", "xlsx", "--out", again.toString());
        return Files.readAllBytes(again);
    }

    @Test
    void a_table_is_of_whole_reviews() {
        assertThat(Ran.of("review", card.toString(), "--format", "xlsx", "--view", "finance")
                        .refused())
                .isEqualTo("roi: a table is of whole reviews; leave `--view`, `--explain` and `--set` out\n");
    }

    @Test
    void a_target_that_a_change_set_is_said_to_be_reached_or_missed_in_the_next_review() {
        String first = "../roi-examples/data/first/scorecard.json";
        run(
                "decide",
                first,
                "--ledger",
                ledger(),
                "--by",
                "Ana",
                "--month",
                "2026-04",
                "--decision",
                "adjust",
                "--from-whatif",
                "1",
                "--owner",
                "Platform lead");

        assertThat(run("review", first, "--ledger", ledger()).replace("\n", " ").replaceAll(" +", " "))
                .contains("Uses tied to a ticket or pull request: 42%, now 38% - unchanged, target 50% missed");
        assertThat(run("review", first, "--ledger", ledger(), "--format", "json"))
                .contains("\"attainment\": \"missed\"");
    }

    @Test
    void every_output_of_a_review_says_since_when_a_scope_is_stopped() throws IOException {
        run(
                "decide",
                card.toString(),
                "--ledger",
                ledger(),
                "--by",
                "Ana",
                "--month",
                "2026-04",
                "--decision",
                "stop",
                "--stopped",
                "The agent",
                "--learned",
                "Nobody used it",
                "--reason",
                "No use",
                "--second",
                "Jo");
        Path other = Files.writeString(directory.resolve("other.json"), Cards.card("b"));

        for (String format : List.of("text", "markdown", "html")) {
            String since = "since April 2026 (entry 2)";
            String words = format.equals("markdown") ? since.replace("(", "\\(").replace(")", "\\)") : since;
            assertThat(run("review", card.toString(), "--ledger", ledger(), "--format", format))
                    .satisfiesAnyOf(
                            said -> assertThat(said).contains(since),
                            said -> assertThat(said).contains(words));
            assertThat(run("review", card.toString(), other.toString(), "--ledger", ledger(), "--format", format)
                            .replaceAll("\\s+", " "))
                    .satisfiesAnyOf(
                            said -> assertThat(said).contains(since),
                            said -> assertThat(said).contains(words));
            assertThat(run("review", card.toString(), "--ledger", ledger(), "--format", format, "--view", "finance"))
                    .satisfiesAnyOf(
                            said -> assertThat(said).contains(since),
                            said -> assertThat(said).contains(words));
        }
        assertThat(run("review", card.toString(), "--ledger", ledger(), "--format", "json"))
                .contains("\"stopped\": {\n    \"entry\": 2,\n    \"month\": \"2026-04\"\n  }");
        assertThat(run("review", card.toString(), "--ledger", ledger(), "--lang", "fr"))
                .contains("depuis avril 2026 (entrée 2), par le comité");
    }
}
