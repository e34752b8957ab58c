package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.governance.scenario.TestReport;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test}: tests a policy with its own scenarios. */
@CommandLine.Command(
        name = "test",
        header = "Test a policy with its scenarios, and see what they would miss.",
        customSynopsis = {
            "roi test DIR [--only TEXT] [--fail-under PERCENT] [--no-mutation]",
            "                [--format text|json|junit] [--out FILE]"
        },
        description = {
            "Runs the files of scenarios/ of a policy directory. A scenario that fails is",
            "shown with what was expected beside what came, and below it why. Then the",
            "report says what the scenarios cover: each rule fired and silent, each",
            "condition true and false, each decision, each threshold just below, at and",
            "just above. Last, the policy is changed in every small way, one change at a",
            "time: thresholds moved by a step, rules removed, comparisons turned. A change",
            "that no scenario notices is named, with a scenario that would, ready to paste."
        },
        exitCodeList = {
            "0:every scenario passed, and what was demanded is reached",
            "1:a scenario failed, --fail-under was missed, or no scenario was run",
            "2:bad usage, or the policy or a scenario cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi test my-policy                        run, and see what is missing",
            "  roi test my-policy --only adoption        some scenarios, and nothing else",
            "  roi test my-policy --fail-under 100 --format junit --out report.xml",
            "  roi test coding-agent                     the built-in policy's own tests"
        })
final class TestCommand extends Speaking implements Command {

    @Parameters(
            paramLabel = "DIR",
            description = "A policy directory, or the name of a built-in policy. Write ./NAME for a directory that is "
                    + "called like a built-in policy.")
    private String policy = "";

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Run the scenarios with this in their names, in any case, and say nothing of coverage and "
                    + "mutation, which are questions for all of them together.")
    private Optional<String> only = Optional.empty();

    @Option(
            names = "--fail-under",
            paramLabel = "PERCENT",
            converter = OfPercent.class,
            description = "Exit with 1 where less than this is covered, or less than this of the changes is noticed; a "
                    + "whole number up to 100.")
    private Optional<Integer> failUnder = Optional.empty();

    @Option(names = "--no-mutation", description = "Leave the changes out, which take most of the time.")
    private boolean noMutation;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, for a terminal, unless said; json, for programs; junit, the XML that continuous "
                    + "integration reads.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the report to this file, whole or not at all, and nothing to standard output.")
    private Optional<String> out = Optional.empty();

    @Override
    public Status run(Session session) throws IOException {
        if (only.isPresent() && failUnder.isPresent()) {
            throw new Refusal(Message.of(
                    "--only and --fail-under do not go together: what some scenarios cover says nothing of all"));
        }
        Optional<Output> output = out.map(name -> Output.to(name, inputs()));
        PolicyTest test = session.policies().test(policy);
        test = only.isPresent() ? test.only(only.get()) : test;
        test = failUnder.isPresent() ? test.failUnder(failUnder.get()) : test;
        test = noMutation ? test.withoutMutation() : test;
        TestReport report = test.run(session.progress().testing());
        String text = format.write(report, session.language());
        session.write(text, output);
        return report.isPassed() ? Status.DONE : Status.FOUND;
    }

    /** The policy's files, which a report must not write over. */
    private List<Path> inputs() {
        Path directory = Arguments.path(policy);
        return Files.isDirectory(directory)
                ? PolicyFiles.read(directory).paths().stream()
                        .map(directory::resolve)
                        .toList()
                : List.of();
    }

    /** How a test report is written. */
    enum ReportFormat implements Keyword {
        /** For a terminal. */
        TEXT,
        /** For programs. */
        JSON,
        /** For continuous integration. */
        JUNIT;

        private String write(TestReport report, Language language) {
            return switch (this) {
                case TEXT -> report.text(language);
                case JSON -> report.json();
                case JUNIT -> report.junitXml();
            };
        }
    }

    /** A whole number of percent, from 0 to 100. */
    static final class OfPercent implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,2}|100")) {
                throw new WrongArgument(Message.of("%s is no whole number from 0 to 100.", Quoted.of(text)));
            }
            return Integer.valueOf(text);
        }
    }
}
