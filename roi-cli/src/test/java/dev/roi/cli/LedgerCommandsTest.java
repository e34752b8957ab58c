package dev.roi.cli;

import static dev.roi.core.Pinned.assertPinned;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A committee's months, from the command line. */
class LedgerCommandsTest {

    private static final Pattern HEAD = Pattern.compile("Head: (sha256:[0-9a-f]{64})\n");

    @TempDir
    private Path directory;

    private String ledger() {
        return directory.resolve("decisions.jsonl").toString();
    }

    private Ran decide(String month, String decision, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "decide",
                "-",
                "--ledger",
                ledger(),
                "--by",
                "Ana Silva",
                "--at",
                "2026-06-05T09:30:00Z",
                "--month",
                month));
        args.addAll(List.of("--decision", decision));
        args.addAll(List.of(more));
        return Ran.reading(Cards.card("a"), args.toArray(String[]::new));
    }

    private String asked(String month) {
        return decide(
                        month,
                        "adjust",
                        "--action",
                        "Tie every use to a ticket",
                        "--owner",
                        "Zoé",
                        "--due",
                        "2026-07",
                        "--aims-at",
                        "lead-time",
                        "--aims-at",
                        "monthly-cost",
                        "--aims-at",
                        "rework-rate")
                .done();
    }

    private static String head(String printed) {
        Matcher head = HEAD.matcher(printed);
        assertThat(head.find()).isTrue();
        return head.group(1);
    }

    private String shown(String text) {
        return text.replace(ledger(), "decisions.jsonl").replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
    }

    @Test
    void a_decision_is_recorded_with_its_policy_and_its_head_is_printed() {
        assertThat(shown(asked("2026-04"))).isEqualTo("""
            Recorded as entry 2 of decisions.jsonl: adjust, as recommended.
            Head: sha256:…
            Keep the head where whoever can write the ledger cannot. With it, `roi verify`
            finds a ledger that lost its end or was written anew.
            """);
    }

    @Test
    void a_second_decision_on_the_same_month_is_recorded_and_said_to_be_one() {
        asked("2026-04");

        assertThat(asked("2026-04")).endsWith("Entry 2 decided on the same month already; both stand.\n");
        assertThat(asked("2026-05")).doesNotContain("already");
    }

    @Test
    void what_a_decision_lacks_is_said_all_at_once_and_nothing_is_recorded() {
        assertThat(decide("2026-04", "extend", "--action", " ", "--owner", " ", "--due", "2026-04")
                        .refused())
                .isEqualTo("""
                    ROI-R01 the record: the action is blank. Say it, or leave it out.
                    ROI-R01 the record: the owner of the action is blank. Say it, or leave it out.
                    ROI-R01 the record: the owner of the extension is blank. Say it, or leave it out.
                    ROI-R11 the record: the decision is extend where adjust was recommended, and lacks `--reason`, `--second`, `--scope`, `--guardrail`. Give the committee's reason. Name another person who stands for it. Say what it covers, who answers for it and what has to hold.
                    4 faults; nothing was written
                    """);
        assertThat(Path.of(ledger())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maintain | `--reason`, `--second`",
                "adjust | `--action`, `--owner`, `--due`",
                "extend | `--reason`, `--second`, `--scope`, `--owner`, `--guardrail`",
                "stop | `--reason`, `--second`, `--stopped`, `--learned`"
            })
    void what_closes_a_decision_is_asked_for_by_the_options_that_say_it(String decision, String options) {
        assertThat(decide("2026-04", decision).refused()).contains("ROI-R11 ", "and lacks %s. ".formatted(options));
        assertThat(Path.of(ledger())).doesNotExist();
    }

    @Test
    void what_is_maintained_as_recommended_says_why_it_is_not_extended() {
        String card = Path.of("../roi-examples/data/rollout/refactoring.json").toString();
        List<String> args = List.of("decide", card, "--ledger", ledger(), "--by", "Ana", "--decision", "maintain");

        assertThat(Ran.of(args.toArray(String[]::new)).refused())
                .isEqualTo("ROI-R11 the record: the decision is maintain, and lacks `--reason`. "
                        + "Say why it is not to extend.\n");
        List<String> whole = new ArrayList<>(args);
        whole.addAll(List.of("--reason", "Two months of gains, not three"));
        assertThat(Ran.of(whole.toArray(String[]::new)).done()).startsWith("Recorded as entry 2");
    }

    @ParameterizedTest
    @CsvSource({"adjust", "ajuster", "Ajuster", "AJUSTER"})
    void the_words_of_a_decision_and_of_levers_may_be_of_either_language(String word) {
        assertThat(decide(
                                "2026-04",
                                word,
                                "--lever",
                                "Formation",
                                "--lever",
                                "data policy",
                                "--action",
                                "Do it",
                                "--owner",
                                "Jo",
                                "--due",
                                "2026-07")
                        .done())
                .startsWith("Recorded as entry 2");
        assertThat(Ran.of("history", ledger()).done()).contains("Acts on: training and data policy");
        assertThat(decide("2026-04", "étendre").refused()).contains("the decision is extend");
        assertThat(decide("2026-04", "arreter").refused()).contains("the decision is stop");
        assertThat(decide("2026-04", "maintenir").refused()).contains("the decision is maintain");
        assertThat(decide("2026-04", "wait").refused())
                .startsWith("roi decide: unknown decision `wait`. There are `stop`, `adjust`, `maintain`, `extend`,"
                        + " `arrêter`, `ajuster`, `maintenir` and `étendre`.");
    }

    @Test
    void a_decision_asks_for_several_actions_each_with_its_own_owner_month_and_indicators() {
        decide("2026-04", "adjust", "--due", "2026-07", "--action", "First", "--owner", "Jo", "--aims-at", "lead-time")
                .done();
        decide(
                        "2026-04",
                        "adjust",
                        "--action",
                        "First",
                        "--owner",
                        "Jo",
                        "--due",
                        "2026-07",
                        "--action",
                        "Second",
                        "--due",
                        "2026-08",
                        "--owner",
                        "Zoé")
                .done();

        assertThat(Ran.of("history", ledger()).done())
                .contains("Action 2: First - Jo, due July 2026", "Action 3.2: Second - Zoé, due August 2026");
        assertThat(decide("2026-04", "adjust", "--action", "First", "--action", "Second", "--owner", "Jo")
                        .refused())
                .contains("and lacks `--owner`, `--due`");
        assertThat(decide("2026-04", "adjust", "--owner", "Jo", "--action", "First", "--action", "Second")
                        .refused())
                .isEqualTo("roi: `--owner`, `--due` and `--aims-at` belong to the `--action` before them; "
                        + "begin with `--action`\n");
        assertThat(decide("2026-04", "adjust", "--action", "First", "--owner", "Jo", "--owner", "Zoé")
                        .refused())
                .isEqualTo("roi: `--owner` is given more than once for one action\n");
        assertThat(decide("2026-04", "adjust", "--action", "First", "--due", "July")
                        .refused())
                .startsWith("roi decide: `July` is no month.");
        assertThat(decide("2026-04", "adjust", "--action").refused()).contains("option `--action` needs a value");
    }

    @Test
    void the_owner_of_an_extension_stands_before_its_actions_or_owns_the_only_one() {
        List<String> extension = List.of(
                "--reason", "All agree", "--second", "Jo", "--scope", "All teams", "--guardrail", "Rework under 10%");
        List<String> both = new ArrayList<>(extension);
        both.addAll(List.of("--owner", "Ana S", "--action", "Tell them", "--owner", "Zoé", "--due", "2026-07"));
        List<String> one = new ArrayList<>(extension);
        one.addAll(List.of("--action", "Tell them", "--owner", "Zoé", "--due", "2026-07"));

        decide("2026-04", "extend", both.toArray(String[]::new)).done();
        decide("2026-04", "extend", one.toArray(String[]::new)).done();

        assertThat(Ran.of("history", ledger()).done())
                .contains(
                        "All teams; Ana S answers for it",
                        "All teams; Zoé answers for it",
                        "Guardrail: Rework under 10%");
    }

    @Test
    void what_the_ledger_and_the_policy_object_to_is_said_with_what_the_record_lacks() {
        assertThat(decide(
                                "2026-05",
                                "adjust",
                                "--lever",
                                "trainings",
                                "--action",
                                "Do it",
                                "--owner",
                                " ",
                                "--due",
                                "2026-07",
                                "--aims-at",
                                "led-time",
                                "--done",
                                "7=Done",
                                "--dropped",
                                "8= ")
                        .refused())
                .isEqualTo("""
                    ROI-R01 the record: the answer to action 8 is blank. Say it, or leave it out.
                    ROI-R01 the record: the owner of the action is blank. Say it, or leave it out.
                    ROI-R08 the record: 7 is no open action of this scope. It has no open action.
                    ROI-R13 the record: the adjustment acts on `trainings`, which is no lever of the policy. Did you mean `training`?
                    4 faults; nothing was written
                    """);
        assertThat(decide(
                                "2026-05",
                                "adjust",
                                "--action",
                                "Do it",
                                "--owner",
                                "Jo",
                                "--due",
                                "2026-07",
                                "--aims-at",
                                "led-time")
                        .refused())
                .isEqualTo("ROI-R07 the record: the action aims at `led-time`, which the policy does not measure. "
                        + "Did you mean `lead-time`?\n");
        assertThat(Path.of(ledger())).doesNotExist();
    }

    @Test
    void a_character_that_needs_two_of_java_counts_as_one() {
        String emoji = "😀".repeat(300);
        String card = Cards.card("a").replace("\"name\": \"Périmètre a\"", "\"name\": \"%s\"".formatted(emoji));

        assertThat(Ran.reading(card, "review", "-").done()).contains("😀");
        assertThat(Ran.reading(card.replace(emoji, emoji + "😀"), "review", "-").refused())
                .contains("is longer than the limit of 300 characters");
        assertThat(decide(
                                "2026-04",
                                "stop",
                                "--reason",
                                "No use",
                                "--stopped",
                                "All",
                                "--learned",
                                "It",
                                "--second",
                                emoji)
                        .done())
                .contains("Recorded as entry 2");
        assertThat(decide(
                                "2026-04",
                                "stop",
                                "--reason",
                                "No use",
                                "--stopped",
                                "All",
                                "--learned",
                                "It",
                                "--second",
                                emoji + "😀")
                        .refused())
                .contains("the second name is longer than the limit of 300 characters");
    }

    @Test
    void nobody_decides_on_a_month_that_has_not_begun() {
        assertThat(Ran.reading(
                                Cards.card("a"),
                                "decide",
                                "-",
                                "--ledger",
                                ledger(),
                                "--decision",
                                "adjust",
                                "--by",
                                "Ana",
                                "--at",
                                "2025-06-05T09:30:00Z")
                        .refused())
                .contains("ROI-R11 ", "ROI-R10 the record: the decision is of 2025-06-05T09:30:00Z, before 2026-05, ");
    }

    @Test
    void a_decision_is_on_one_scope() {
        assertThat(Ran.reading(
                                Cards.portfolio("a", "b"),
                                "decide",
                                "-",
                                "--ledger",
                                ledger(),
                                "--decision",
                                "stop",
                                "--by",
                                "Ana")
                        .refused())
                .isEqualTo("roi: the input is a portfolio; `--decision` is on one scope: give its scorecard alone, or"
                        + " `--decisions` with a table\n");
    }

    @Test
    void next_month_the_review_opens_with_the_decision_its_owner_and_what_moved() {
        asked("2026-04");

        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--ledger", ledger())
                        .done())
                .contains("""

                    Earlier decisions
                    -----------------
                    - Open: Tie every use to a ticket - Zoé, due July 2026
                      - Entry 2, April 2026: Adjust, as recommended
                      - Lead time: 8.2 days, now 8 days - unchanged
                      - Total monthly cost: €11,400, now €11,800 - unchanged
                      - Rework: unknown, now 11.7% - undetermined

                    """);
        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--ledger", ledger(), "--lang", "fr")
                        .done())
                .contains(
                        "- En cours : Tie every use to a ticket - Zoé, échéance juillet 2026".replace(" :", "\u00a0:"));
        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--ledger", ledger(), "--month", "2026-04")
                        .done())
                .isEqualTo(Ran.reading(Cards.card("a"), "review", "-", "--month", "2026-04")
                        .done());
    }

    @Test
    void an_action_does_not_vanish_from_the_portfolio_when_its_scope_stops_reporting() {
        asked("2026-04");

        assertThat(Ran.reading(Cards.portfolio("b", "c"), "review", "-", "--ledger", ledger())
                        .done())
                .contains("""
                    Open actions
                    ------------
                    - Open: Périmètre a (workflow a), not in this portfolio: Tie every use to a
                      ticket - Zoé, due July 2026 (entry 2)
                    """);
        for (String format : List.of("markdown", "html", "json")) {
            assertThat(Ran.reading(
                                    Cards.portfolio("b", "c"),
                                    "review",
                                    "-",
                                    "--ledger",
                                    ledger(),
                                    "--format",
                                    format,
                                    "--lang",
                                    "fr")
                            .done())
                    .contains("Périmètre a", "Tie every use to a ticket");
        }
        assertThat(Ran.reading(Cards.portfolio("b", "c"), "review", "-", "--ledger", ledger(), "--month", "2026-04")
                        .done())
                .doesNotContain("Tie every use");
    }

    @Test
    void an_answer_closes_the_action() {
        asked("2026-03");
        assertThat(decide("2026-04", "adjust", "--done", "2").refused())
                .isEqualTo("roi decide: `2` does not say of which action it is. Write its number first, such as "
                        + "`2=Done in June`.\nTry: roi decide --help\n");
        assertThat(decide(
                                "2026-04",
                                "stop",
                                "--reason",
                                "No use",
                                "--second",
                                "Jo",
                                "--stopped",
                                "The agent",
                                "--learned",
                                "Nobody used it",
                                "--dropped",
                                "3=No time")
                        .refused())
                .isEqualTo("ROI-R08 the record: 3 is no open action of this scope. Open are: 2.\n");
        decide(
                        "2026-04",
                        "stop",
                        "--reason",
                        "No use",
                        "--second",
                        "Jo",
                        "--stopped",
                        "The agent",
                        "--learned",
                        "Nobody used it",
                        "--dropped",
                        "2=No time = no change")
                .done();

        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--ledger", ledger())
                        .done())
                .containsPattern("Stopped: +since April 2026 \\(entry 3\\), by the committee\n")
                .contains("""
                    - Dropped: Tie every use to a ticket - Zoé, due July 2026
                      - Entry 2, March 2026: Adjust, as recommended
                      - Dropped (entry 3, 5 June 2026): No time = no change
                      - Lead time: 8.4 days, now 8 days - unchanged
                      - Total monthly cost: €10,900, now €11,800 - unchanged
                      - Rework: unknown, now 11.7% - undetermined
                      - Warning: nothing that it aimed at has improved
                    - Last decision: no action was agreed
                      - Entry 3, April 2026: Stop; the recommendation was: Adjust
                      - Reason: No use
                      - Countersigned by Jo
                      - Stops: The agent
                      - Learned: Nobody used it
                    """);
        assertPinned("cli/history.txt", Ran.of("history", ledger()).done());
        assertPinned(
                "cli/history-fr.md",
                Ran.of("history", ledger(), "--format", "markdown", "--lang", "fr")
                        .done());
    }

    @Test
    void history_gives_the_records_of_a_scope_as_they_are_kept() throws IOException {
        asked("2026-04");
        List<String> kept = Files.readAllLines(Path.of(ledger()));

        for (String scope : List.of("a", "workflow/a")) {
            assertThat(Ran.of("history", ledger(), "--scope", scope, "--format", "json")
                            .done())
                    .isEqualTo(kept.get(1) + "\n");
        }
    }

    @Test
    void a_scope_that_nothing_was_decided_on_is_said_to_be_none_of_the_ledger() {
        decide("2026-04", "stop", "--reason", "No use", "--second", "Jo", "--stopped", "All", "--learned", "It")
                .done();
        Ran.reading(
                        Cards.card("api-tests"),
                        "decide",
                        "-",
                        "--ledger",
                        ledger(),
                        "--decision",
                        "stop",
                        "--by",
                        "Ana",
                        "--second",
                        "Jo",
                        "--stopped",
                        "The agent",
                        "--learned",
                        "Nobody used it",
                        "--reason",
                        "No use")
                .done();

        assertThat(Ran.of("history", ledger(), "--scope", "workflow/api-test").refused())
                .isEqualTo("roi: there is no decision on the scope `workflow/api-test` in this ledger. "
                        + "Did you mean `workflow/api-tests`?\n");
        assertThat(Ran.of("history", ledger(), "--scope", "api-test", "--format", "json")
                        .refused())
                .isEqualTo("roi: there is no decision on the scope `api-test` in this ledger. "
                        + "Did you mean `api-tests`?\n");
        assertThat(Ran.of("history", ledger(), "--scope", "payments").refused())
                .isEqualTo("roi: there is no decision on the scope `payments` in this ledger. "
                        + "Without `--scope`, every decision is listed.\n");
    }

    @Test
    void a_sound_ledger_verifies_by_itself_and_by_a_head_that_was_kept() {
        String early = head(asked("2026-03"));
        String late = head(asked("2026-04"));

        assertThat(shown(Ran.of("verify", ledger()).done())).isEqualTo("""
            decisions.jsonl: 3 entries, all as written
            Head: sha256:…
            """);
        assertThat(Ran.of("verify", ledger(), "--head", late).done()).contains("The head given is entry 3 of 3\n");
        assertThat(Ran.of("verify", ledger(), "--head", early).done()).contains("The head given is entry 2 of 3\n");
    }

    @Test
    void an_altered_record_is_found_and_the_ledger_is_used_no_more() throws IOException {
        String head = head(asked("2026-04"));
        Path file = Path.of(ledger());
        String kept = Files.readString(file);
        Files.writeString(file, kept.replace("\"owner\":\"Zoé\",\"due\"", "\"owner\":\"Eva\",\"due\""));

        Ran altered = Ran.of("verify", ledger());
        assertThat(altered.status()).isEqualTo(Status.FOUND);
        assertThat(altered.err()).isEmpty();
        assertThat(shown(altered.out())).isEqualTo("""
            ROI-L01 decisions.jsonl:2:1: this line is not as it was written: its bytes do not give the hash that it ends with
            decisions.jsonl: 2 entries, 1 fault
            """);
        for (List<String> command : List.of(
                List.of("history", ledger()),
                List.of("replay", ledger()),
                List.of("review", "-", "--ledger", ledger()))) {
            assertThat(Ran.reading(Cards.card("a"), command.toArray(String[]::new))
                            .refused())
                    .startsWith("roi: %s is not as it was written".formatted(ledger()));
        }
        Files.writeString(file, kept.substring(0, kept.indexOf('\n') + 1));
        Ran lost = Ran.of("verify", ledger(), "--head", head);
        assertThat(lost.status()).isEqualTo(Status.FOUND);
        assertThat(shown(lost.out())).startsWith("ROI-L07 decisions.jsonl: no entry has the hash sha256:…: ");
        Files.writeString(file, kept.substring(0, kept.length() - 20));
        Ran torn = Ran.of("verify", ledger());
        assertThat(torn.status()).isEqualTo(Status.FOUND);
        assertThat(shown(torn.out()))
                .startsWith("ROI-L06 decisions.jsonl:2:1: this line of ")
                .contains("is no whole entry: either somebody was stopped while writing it, and then it was never"
                        + " acknowledged, or the ledger was cut off here; only a head that was kept elsewhere"
                        + " tells which\n");
        assertThat(shown(Ran.of("verify", ledger(), "--head", head).out()))
                .contains("ROI-L06 decisions.jsonl:2:1: ", "ROI-L07 decisions.jsonl: no entry has the hash sha256:…: ");
        for (List<String> command : List.of(
                List.of("history", ledger()),
                List.of("replay", ledger()),
                List.of("review", "-", "--ledger", ledger()))) {
            Ran read = Ran.reading(Cards.card("a"), command.toArray(String[]::new));
            assertThat(read.status()).isEqualTo(Status.DONE);
            assertThat(shown(read.err()))
                    .isEqualTo(shown(torn.out()).lines().findFirst().orElseThrow() + "\n");
        }
        asked("2026-05");
        assertThat(shown(Ran.of("verify", ledger()).done()))
                .contains(
                        "decisions.jsonl: 3 entries, all as written\n",
                        "No whole entries, and marked by the entry after them, as a crash leaves them:\nROI-L06 ");
    }

    @Test
    void a_replay_gives_the_same_records() {
        asked("2026-03");
        asked("2026-04");

        assertThat(Ran.of("replay", ledger()).done()).isEqualTo("""
            Entry 2, workflow a, 2026-03: the same
            Entry 3, workflow a, 2026-04: the same
            2 records, 2 the same
            """);
    }

    @Test
    void a_ledger_may_be_named_by_the_option_of_the_other_commands_and_once_only() {
        asked("2026-03");

        for (String command : List.of("history", "verify", "replay")) {
            assertThat(Ran.of(command, "--ledger", ledger()).done())
                    .isEqualTo(Ran.of(command, ledger()).done());
            assertThat(Ran.of(command, ledger(), "--ledger", ledger()).refused())
                    .isEqualTo("roi %1$s: one ledger is read at a time, and two are given\nTry: roi %1$s --help\n"
                            .formatted(command));
            assertThat(Ran.of(command).refused())
                    .isEqualTo("roi %1$s: no LEDGER is given\nTry: roi %1$s --help\n".formatted(command));
        }
    }

    @Test
    void a_ledger_is_not_written_over_and_no_other_file_is_taken_for_one() throws IOException {
        asked("2026-04");
        byte[] kept = Files.readAllBytes(Path.of(ledger()));
        Path card = Files.writeString(
                directory.resolve("card.json"), Cards.card("a").strip());

        assertThat(Ran.of("review", card.toString(), "--ledger", ledger(), "--out", ledger())
                        .refused())
                .isEqualTo("roi: `%s` is an input, and is not written over\n".formatted(ledger()));
        assertThat(Ran.of(
                                "decide",
                                card.toString(),
                                "--ledger",
                                card.toString(),
                                "--decision",
                                "stop",
                                "--by",
                                "Ana",
                                "--second",
                                "Jo",
                                "--stopped",
                                "The agent",
                                "--learned",
                                "Nobody used it",
                                "--reason",
                                "No use")
                        .refused())
                .startsWith("roi: ");
        assertThat(Files.readAllBytes(Path.of(ledger()))).isEqualTo(kept);
        assertThat(Files.readString(card)).isEqualTo(Cards.card("a").strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "verify", "replay"})
    void a_file_that_is_no_ledger_is_said_to_be_none(String command) throws IOException {
        Path card = Files.writeString(directory.resolve("card.json"), Cards.card("a"));

        assertThat(Ran.of(command, card.toString()).refused())
                .isEqualTo("roi: %s is no ledger: no line of it is an entry. Name another one\n".formatted(card));
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "verify", "replay"})
    void a_ledger_that_is_not_there_is_bad_input(String command) {
        assertThat(Ran.of(command, ledger()).refused())
                .isEqualTo("roi: `%s` cannot be read: there is no such ledger. The first record begins one\n"
                        .formatted(ledger()));
        assertThat(Ran.reading(Cards.card("a"), "review", "-", "--ledger", ledger())
                        .refused())
                .contains("there is no such ledger");
    }

    @Test
    void the_moment_of_a_decision_is_now_unless_said() {
        Ran.reading(
                        Cards.card("a"),
                        "decide",
                        "-",
                        "--ledger",
                        ledger(),
                        "--decision",
                        "stop",
                        "--by",
                        "Ana",
                        "--second",
                        "Jo",
                        "--stopped",
                        "The agent",
                        "--learned",
                        "Nobody used it",
                        "--reason",
                        "No use")
                .done();

        assertThat(Ran.of("history", ledger()).done()).contains("Recorded by Ana, 1 December 2026, 10:15 UTC\n");
    }

    @Test
    void nobody_decides_in_the_future() {
        List<String> args = new ArrayList<>(List.of("decide", "-", "--ledger", ledger(), "--decision", "stop"));
        args.addAll(List.of("--by", "Ana", "--second", "Jo", "--reason", "No use"));
        args.addAll(List.of("--stopped", "The agent", "--learned", "Nobody used it", "--at"));
        List<String> later = new ArrayList<>(args);
        later.add(Ran.NOW.plusSeconds(1).toString());
        args.add(Ran.NOW.toString());

        assertThat(Ran.reading(Cards.card("a"), later.toArray(String[]::new)).refused())
                .isEqualTo("roi: `--at 2026-12-01T10:15:31Z` is in the future: it is 2026-12-01T10:15:30Z on this "
                        + "machine, and a record says what was decided\n");
        assertThat(Path.of(ledger())).doesNotExist();
        assertThat(Ran.reading(Cards.card("a"), args.toArray(String[]::new)).done())
                .startsWith("Recorded as entry 2");
    }
}
