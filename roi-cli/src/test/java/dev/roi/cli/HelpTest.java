package dev.roi.cli;

import static dev.roi.core.Pinned.assertPinned;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

class HelpTest {

    @Test
    void the_program_explains_itself() {
        assertPinned("cli/help.txt", Ran.of("--help").done());
    }

    @Test
    void each_command_explains_itself() {
        assertPinned("cli/review-help.txt", Ran.of("review", "--help").done());
        assertPinned("cli/import-help.txt", Ran.of("import", "--help").done());
        assertPinned("cli/sources-help.txt", Ran.of("sources", "--help").done());
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
    @MethodSource("commands")
    void all_that_is_said_of_a_command_is_said_in_french(String command) {
        List<String> english = said(command, Language.ENGLISH);
        List<String> french = said(command, Language.FRENCH);
        assertThat(french).hasSameSizeAs(english);
        assertThat(IntStream.range(0, english.size())
                        .filter(i -> french.get(i).equals(english.get(i)))
                        .mapToObj(english::get))
                .isEmpty();
    }

    /** Whole, so that no line of it is passed over: each heading, each text of the command, and of what it takes. */
    private static List<String> said(String command, Language language) {
        CommandLine program = new CommandLine(new Program(Progress.silent()));
        CommandLine of = requireNonNull(program.getSubcommands().get(command));
        Help.of(of, language);
        UsageMessageSpec usage = of.getCommandSpec().usageMessage();
        List<String> said = new ArrayList<>(List.of(
                usage.synopsisHeading(),
                usage.exitCodeListHeading(),
                usage.footerHeading(),
                String.join(" ", usage.header()),
                String.join(" ", usage.description()),
                String.join(" ", usage.footer()),
                String.join(" ", usage.exitCodeList().values())));
        of.getCommandSpec().args().forEach(each -> said.add(String.join(" ", each.description())));
        return said;
    }

    static Set<String> commands() {
        return new CommandLine(new Program(Progress.silent())).getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void french_help_fits_a_terminal_and_calls_what_an_option_takes_by_one_word(String command) {
        String help = Ran.of(command, "--help", "--lang", "fr").done();
        assertThat(help.lines())
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(80)
                        .isEqualTo(line.stripTrailing())
                        .doesNotEndWith("’")
                        .doesNotContain("\u02bc"));
        assertThat(help).doesNotContainPattern("\\b(FILE|NAME|TEXT|YYYY-MM|LANGUAGE|THRESHOLD|RULE|LEDGER|POLICY)\\b");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_line_of_french_help_runs_over_into_a_scrap(String command) {
        CommandLine program = new CommandLine(new Program(Progress.silent()));
        CommandLine of = requireNonNull(program.getSubcommands().get(command));
        Help.of(of, Language.FRENCH);
        UsageMessageSpec usage = of.getCommandSpec().usageMessage();
        assertThat(Stream.concat(Stream.of(usage.footer()), Stream.of(usage.header())))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }
}
