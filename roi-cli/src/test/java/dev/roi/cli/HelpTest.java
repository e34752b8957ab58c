package dev.roi.cli;

import static dev.roi.core.Pinned.assertPinned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {

    @Test
    void the_program_explains_itself() {
        assertPinned("cli/help.txt", Ran.of("--help").done());
    }

    @Test
    void each_command_explains_itself() {
        assertPinned("cli/review-help.txt", Ran.of("review", "--help").done());
        assertPinned("cli/import-help.txt", Ran.of("import", "--help").done());
        assertPinned("cli/check-help.txt", Ran.of("check", "--help").done());
        assertPinned("cli/template-help.txt", Ran.of("template", "--help").done());
        assertPinned("cli/diff-help.txt", Ran.of("diff", "--help").done());
        assertPinned("cli/whatif-help.txt", Ran.of("whatif", "--help").done());
        assertPinned("cli/sweep-help.txt", Ran.of("sweep", "--help").done());
        assertPinned("cli/test-help.txt", Ran.of("test", "--help").done());
        assertPinned("cli/approve-help.txt", Ran.of("approve", "--help").done());
        assertPinned("cli/log-help.txt", Ran.of("log", "--help").done());
        assertPinned("cli/decide-help.txt", Ran.of("decide", "--help").done());
        assertPinned("cli/act-help.txt", Ran.of("act", "--help").done());
        assertPinned("cli/minutes-help.txt", Ran.of("minutes", "--help").done());
        assertPinned("cli/history-help.txt", Ran.of("history", "--help").done());
        assertPinned("cli/verify-help.txt", Ran.of("verify", "--help").done());
        assertPinned("cli/replay-help.txt", Ran.of("replay", "--help").done());
        assertPinned("cli/init-help.txt", Ran.of("init", "--help").done());
        assertPinned("cli/new-help.txt", Ran.of("new", "--help").done());
        assertPinned("cli/catalogue-help.txt", Ran.of("catalogue", "--help").done());
    }

    @Test
    void no_command_is_bad_usage_with_the_help_on_standard_error() {
        assertThat(Ran.of().refused())
                .isEqualTo("roi: no command is given\n\n" + Ran.of("--help").done());
    }

    @Test
    void help_is_given_whatever_else_is_asked_for_and_nothing_else_is_done() {
        assertThat(Ran.of("review", "no-such-file.json", "-h").done())
                .isEqualTo(Ran.of("review", "--help").done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void the_version_is_one_line(String option) {
        assertThat(Ran.of(option).done()).isEqualTo("roi (not packaged)\n");
        assertThat(Ran.of("review", option).done()).isEqualTo("roi (not packaged)\n");
    }

    @Test
    void every_command_has_help_that_fits_a_terminal_with_examples_and_exit_statuses() {
        CommandLine program = new CommandLine(new Program(Progress.silent()));
        assertThat(program.getSubcommands()).isNotEmpty();
        for (String command : program.getSubcommands().keySet()) {
            String help = Ran.of(command, "--help").done();
            assertThat(help).contains("Usage: roi " + command, "Exit status:\n  0 ", "Examples:\n  roi " + command);
            assertThat(help.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80))
                    .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
            assertThat(Ran.of("--help").done()).contains("\n  " + command + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "init",
                "new",
                "test",
                "whatif",
                "diff",
                "catalogue",
                "sweep",
                "approve",
                "log",
                "import",
                "template"
            })
    void the_help_of_what_a_policy_is_made_with_is_french_throughout(String command) {
        List<String> english = Ran.of(command, "--help").done().lines().toList();
        assertThat(Ran.of(command, "--help", "--lang", "fr").done().lines())
                .filteredOn(line -> line.matches(".*[a-z]{3,} [a-z]{2,} [a-z]{2,}.*"))
                .filteredOn(english::contains)
                .isEmpty();
    }
}
