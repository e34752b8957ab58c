package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "revew a.json                     | roi: unknown command `revew`. Did you mean `review`?",
                "dashboard                        | roi: unknown command `dashboard`. There are `review`, `import`,"
                        + " `sources`, `whatif`, `template`, `init`, `new`, `check`, `test`, `diff`, `sweep`, `catalogue`,"
                        + " `approve`, `log`, `decide`, `act`, `minutes`, `history`, `verify` and `replay`.",
                "--versoin                        | roi: unknown option `--versoin`. Did you mean `--version`?",
                "--version=2                      | roi: option `--version` takes no value",
                "review                           | roi review: nothing is given to read: an INPUT is a file, "
                        + "a directory or `-` for standard input",
                "review a.json --fromat json      | roi review: unknown option `--fromat`. Did you mean `--format`?",
                "review --polcy=mine a.json       | roi review: unknown option `--polcy`. Did you mean `--policy`?",
                "review -f                        | roi review: unknown option `-f`. There are `--policy`,"
                        + " `--policies`, `--month`, `--view`, `--format`, `--lang`, `--ledger`, `--as-of-approvals`,"
                        + " `--set`, `--explain`, `--out`, `--help` and `--version`.",
                "review a.json --format           | roi review: option `--format` needs a value",
                "review --format --lang en a.json | roi review: option `--format` needs a value",
                "review --format jsn a.json       | roi review: unknown format `jsn`. Did you mean `json`?",
                "review --format JSON a.json      | roi review: unknown format `JSON`. Did you mean `json`?",
                "review --format pdf a.json       | roi review: unknown format `pdf`. "
                        + "There are `text`, `markdown`, `html`, `json`, `csv` and `xlsx`.",
                "review --lang de a.json          | roi review: unknown language `de`. There are `en` and `fr`.",
                "review --lang fra a.json         | roi review: unknown language `fra`. Did you mean `fr`?",
                "review --month may a.json        | roi review: `may` is no month. "
                        + "A month is written as `YYYY-MM`, such as `2026-05`.",
                "review --month 2026-5 a.json     | roi review: `2026-5` is no month. Did you mean `2026-05`?",
                "review --month 05/2026 a.json    | roi review: `05/2026` is no month. Did you mean `2026-05`?",
                "review --month 2026-05-31 a.json | roi review: `2026-05-31` is no month. Did you mean `2026-05`?",
                "review --month 202605 a.json     | roi review: `202605` is no month. Did you mean `2026-05`?",
                "review --month 2026-13 a.json    | roi review: `2026-13` is no month. "
                        + "A month is written as `YYYY-MM`, such as `2026-05`.",
                "review --lang fr --lang en a.json| roi review: option `--lang` is given more than once",
                "decide a.json                    | roi decide: `--ledger` and `--by` are needed",
                "decide a.json --ledger           | roi decide: option `--ledger` needs a value",
                "decide a --ledger b --by c       | roi decide: `--decision` or `--decisions` is needed",
                "decide a.json --decision adjst   | roi decide: unknown decision `adjst`. Did you mean `adjust`?",
                "decide a.json --aims-at Lead     | roi decide: `Lead` is no indicator. One is named such as"
                        + " `lead-time`.",
                "decide a.json --at 2026-06-05    | roi decide: `2026-06-05` is no moment. "
                        + "One is written in UTC such as `2026-06-05T09:30:00Z`.",
                "verify                           | roi verify: no LEDGER is given",
                "verify a.jsonl --head abc        | roi verify: `abc` is no head. "
                        + "One is `sha256:` and 64 digits or letters from a to f.",
                "replay a.jsonl b.jsonl           | roi replay: `b.jsonl` is one argument too many",
                "template a.json                  | roi template: `a.json` is one argument too many",
                "test                             | roi test: no policy is given: a DIR is a policy directory, "
                        + "or a built-in policy",
                "test a b                         | roi test: `b` is one argument too many",
                "test a --fail-under 101          | roi test: `101` is no whole number from 0 to 100.",
                "test a --fail-under ninety       | roi test: `ninety` is no whole number from 0 to 100.",
                "test a --format xml              | roi test: unknown format `xml`. "
                        + "There are `text`, `json` and `junit`.",
                "test a --no-mutatoin             | roi test: unknown option `--no-mutatoin`. "
                        + "Did you mean `--no-mutation`?",
                "template --lang xx               | roi template: unknown language `xx`. There are `en` and `fr`."
            })
    void what_cannot_be_understood_gets_one_sentence_and_a_hint(String line, String sentence) {
        String command = sentence.startsWith("roi:") ? "roi" : sentence.substring(0, sentence.indexOf(':'));
        assertThat(Ran.of(line.strip().split(" +")).refused()).isEqualTo(sentence + "\nTry: " + command + " --help\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "review - -                            | roi: standard input (`-`) is given more than once, "
                        + "and can be read once",
                "review a.json --policy codng-agent    | roi: there is neither a built-in policy nor a directory "
                        + "`codng-agent`. Did you mean `coding-agent`?",
                "template --policy ./nowhere           | roi: there is neither a built-in policy nor a directory "
                        + "`./nowhere`. Built in: `assistant` and `coding-agent`.",
                "template --policy=                    | roi: an empty name names no file",
                "test ./nowhere                        | roi: there is neither a built-in policy nor a directory "
                        + "`./nowhere`. Built in: `assistant` and `coding-agent`.",
                "test codng-agent                      | roi: there is neither a built-in policy nor a directory "
                        + "`codng-agent`. Did you mean `coding-agent`?",
                "test a --only b --fail-under 9        | roi: --only and --fail-under do not go together: what some "
                        + "scenarios cover says nothing of all",
                "review a.json --explain --format markdown | roi: --explain writes `text` or `json`, and no `markdown`",
                "review a.json --out=                  | roi: an empty name names no file"
            })
    void what_cannot_be_done_gets_one_sentence(String line, String sentence) {
        assertThat(Ran.of(line.strip().split(" +")).refused()).isEqualTo(sentence + "\n");
    }

    @Test
    void a_file_in_place_of_a_command_is_taken_for_one_to_review() {
        assertThat(Ran.of("pom.xml").refused())
                .startsWith("roi: `pom.xml` is no command. Did you mean `roi review pom.xml`?\n");
    }

    @Test
    void a_word_with_control_characters_and_of_any_length_is_shown_on_one_line() {
        assertThat(Ran.of("review", "a.json", "--format", "\u001b[31m\n" + "x".repeat(10_000))
                        .refused())
                .matches("roi review: unknown format `\\\\u001B\\[31m\\\\u000Ax{74}…`\\. There are .*\\.\nTry: .*\n");
    }

    @Test
    void an_argument_that_begins_with_an_at_sign_is_a_file_like_any_other() {
        assertThat(Ran.of("review", "@arguments").refused())
                .isEqualTo("ROI-D01 @arguments: there is no such file or directory\n");
    }

    @Test
    void after_two_hyphens_everything_is_an_input() {
        assertThat(Ran.of("review", "--", "--format").refused())
                .isEqualTo("ROI-D01 --format: there is no such file or directory\n");
    }
}
