package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Pinned;
import dev.roi.core.PolicyId;
import dev.roi.core.RecordFault;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import dev.roi.governance.live.ReloadExamples;
import dev.roi.governance.live.ReloadFault;
import dev.roi.ledger.LedgerFault;
import dev.roi.ledger.RecordExamples;
import dev.roi.rules.Engine;
import dev.roi.rules.drools.RuleFileParser;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.PolicyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a page, and what a page says is so. {@code -Dpins=write} writes what the examples say, and the index. */
class CodePagesTest {

    private static final Path PAGES = Path.of("src/main/resources/dev/roi/governance/check/codes");
    private static final Path INDEX = Path.of("../docs/codes.md");
    private static final String DIRECTORY = "my-policy";
    private static final Pattern TITLE = Pattern.compile("# (ROI-[A-Z][0-9]{2}): (.+)\n\n(Error|Warning)\\.\n\n");
    private static final Pattern FILE = Pattern.compile("\nIn `([^`]+)`:\n");
    private static final Pattern BLOCK = Pattern.compile("\n```(\\w*)\n(.*?)\n```\n", Pattern.DOTALL);

    @TempDir
    private Path directory;

    /** What is wrong, and what is right, where a file cannot show it. */
    private final Map<String, Example> special = new TreeMap<>();

    CodePagesTest() {
        special.put("ROI-D01", card(() -> scorecards(Source.of(Path.of("scopes/no-such-file.json")))));
        special.put("ROI-D02", policy("views.yaml", "# nothing yet\n"));
        special.put("ROI-D03", new Example(this::notUtf8, List::of));
        special.put("ROI-D11", card("\"found up to two months later\"", "\"" + "x".repeat(10_001) + "\""));
        special.put("ROI-D12", card("\"found up to two months later\"", "[".repeat(33) + "]".repeat(33)));
        special.put("ROI-D99", card(CodePagesTest::manyFaults));
        special.put("ROI-S15", card(() -> scorecards("""
                { "format": "roi-scorecard/1", "policy": "pilot", "scope": { "level": "team", "id": "payments" },
                  "snapshots": [] }
                """)));
        special.put("ROI-S28", card(() -> scorecards("""
                { "format": "roi-scorecard/1", "policy": "pilot", "scope": { "level": "team", "id": "payments" },
                  "snapshots": [ { "month": "2026-01", "complete": false } ] }
                """)));
        special.put(
                "ROI-S30", assistant("\"avoided-cost\": 9000, \"monthly-cost\": 5000, \"return-on-investment\": 81"));
        special.put("ROI-S31", assistant("\"automation-rate\": 85, \"handover-rate\": 30"));
        special.put("ROI-S32", assistant("\"response-time\": { \"value\": 4, \"definition\": \"average\" }"));
        special.put("ROI-S33", assistant("\"response-time\": { \"value\": 4, \"status\": \"provisonal\" }"));
        special.put(
                "ROI-S34",
                assistant("\"response-time\": { \"value\": 4, \"covers\": "
                        + "{ \"from\": \"2026-02-01\", \"to\": \"2026-02-22\" } }"));
        special.put("ROI-S35", card(() -> scorecards("""
                { "format": "roi-scorecard/1", "policy": "pilot", "scope": { "level": "team", "id": "payments" },
                  "budget": { "amount": 120000, "period": "2026-12/2026-01" },
                  "snapshots": [ { "month": "2026-01" } ] }
                """)));
        special.put("ROI-S36", card(() -> scorecards("""
                { "format": "roi-portfolio/1", "scorecards": [
                  { "format": "roi-scorecard/1", "policy": "pilot", "snapshots": [ { "month": "2026-01" } ],
                    "scope": { "level": "team", "id": "checkout", "formerIds": ["payments"] } },
                  { "format": "roi-scorecard/1", "policy": "pilot", "snapshots": [ { "month": "2026-01" } ],
                    "scope": { "level": "team", "id": "billing", "formerIds": ["payments"] } } ] }
                """)));
        special.put("ROI-P01", new Example(() -> onDisk(this::directoryForFile), () -> onDisk(path -> {})));
        special.put("ROI-P02", new Example(() -> onDisk(this::link), () -> onDisk(path -> {})));
        special.put("ROI-P03", new Example(() -> onDisk(this::tooLarge), () -> onDisk(path -> {})));
    }

    private interface Faulty {
        List<Fault> faults();
    }

    private record Example(Faulty wrong, Faulty right) {}

    private interface Change {
        void on(Path policy) throws IOException;
    }

    /** The codes of every module. */
    static List<String> codes() {
        return Stream.of(
                        Arrays.stream(InputFault.values()).map(InputFault::code),
                        Arrays.stream(PolicyCode.values()).map(PolicyCode::id),
                        Arrays.stream(RecordFault.values()).map(RecordFault::code),
                        Arrays.stream(LedgerFault.values()).map(LedgerFault::code),
                        Arrays.stream(ReloadFault.values()).map(ReloadFault::code))
                .flatMap(codes -> codes)
                .sorted()
                .toList();
    }

    @Test
    void every_code_has_its_page_and_every_page_its_code() throws IOException {
        Pinned.write(PAGES.resolve("codes.txt"), String.join("\n", codes()) + "\n");
        assertThat(PAGES.resolve("codes.txt")).hasContent(String.join("\n", codes()));
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md"))
                            .sorted())
                    .containsExactlyElementsOf(
                            codes().stream().map(code -> code + ".md").toList());
        }
        assertThat(CodePages.codes()).isEqualTo(codes()).doesNotHaveDuplicates().hasSizeGreaterThan(95);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_page_says_what_and_why_with_a_wrong_and_a_right_example(String code) {
        String page = page(code);
        Matcher title = TITLE.matcher(page);
        assertThat(title.lookingAt()).as(page).isTrue();
        assertThat(title.group(1)).isEqualTo(code);
        assertThat(page)
                .contains("\n## Wrong\n\n", "\nIt says:\n\n```\n", "\n## Right\n\n")
                .endsWith("\n");
        assertThat(page.substring(title.end(), page.indexOf("\n## Wrong")).split("\n\n"))
                .as("what, and why")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.lines().filter(line -> !line.startsWith("ROI-") && !line.contains("\"")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void the_wrong_example_provokes_its_code_and_the_right_one_nothing(String code) {
        Example example = example(code);
        List<Fault> wrong = example.wrong().faults();
        List<Fault> provoked =
                wrong.stream().filter(fault -> fault.code().equals(code)).toList();
        assertThat(provoked).as("%s among %s", code, wrong).isNotEmpty();
        String severity = provoked.get(0).severity() == Fault.Severity.ERROR ? "\nError.\n" : "\nWarning.\n";
        assertThat(page(code)).contains(severity);
        String says = provoked.stream()
                .map(Fault::toString)
                .map(line -> line.replaceAll("sha256:[0-9a-f]{64}", "sha256:…"))
                .collect(Collectors.joining("\n"));
        Pinned.write(
                PAGES.resolve(code + ".md"),
                page(code)
                        .replaceFirst(
                                "(?s)(\nIt says:\n\n```\n).*?(\n```\n)",
                                "$1" + Matcher.quoteReplacement(says.replace(directory + "/", "")) + "$2"));
        assertThat(page(code)).contains("\nIt says:\n\n```\n" + says.replace(directory + "/", "") + "\n```\n");
        assertThat(example.right().faults()).isEmpty();
    }

    @Test
    void the_index_lists_every_page() throws IOException {
        StringBuilder index = new StringBuilder("""
                # Codes

                What stands before every message, and what it means. `roi check --explain CODE` shows a page on a terminal.
                With an error, a file cannot be used; a warning of a check is certainly so, and likely not what was meant.
                `ROI-D` codes are of any document, `ROI-S` codes of scorecards, `ROI-P` codes of policies, `ROI-R` codes of
                records of decisions, `ROI-L` codes of ledgers, and `ROI-U` codes of policies in use.

                | code | | what |
                | --- | --- | --- |
                """);
        for (String code : codes()) {
            Matcher title = TITLE.matcher(page(code));
            assertThat(title.lookingAt()).isTrue();
            index.append("| [%s](../roi-governance/%s/%s.md) | %s | %s |\n"
                    .formatted(code, PAGES, code, title.group(3).toLowerCase(java.util.Locale.ROOT), title.group(2)));
        }
        Pinned.write(INDEX, index.toString());
        assertThat(Files.readString(INDEX)).isEqualTo(index.toString());
    }

    @Test
    void there_is_no_page_of_what_is_no_code() {
        assertThat(CodePages.find("ROI-P00", Language.ENGLISH)).isEmpty();
        assertThat(CodePages.find("../pilot/policy", Language.ENGLISH)).isEmpty();
    }

    private static String page(String code) {
        return CodePages.find(code, Language.ENGLISH)
                .map(text -> Pinned.areWritten() ? read(PAGES.resolve(code + ".md")) : text)
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Example example(String code) {
        Example example = special.get(code);
        if (example != null) {
            return example;
        }
        if (code.startsWith("ROI-R") || code.startsWith("ROI-L")) {
            RecordExamples examples = new RecordExamples(directory);
            return new Example(() -> examples.wrong(code), () -> examples.right(code));
        }
        if (code.startsWith("ROI-U")) {
            ReloadExamples wrong = new ReloadExamples(directory.resolve(DIRECTORY));
            return new Example(() -> wrong.wrong(code), () -> new ReloadExamples(directory.resolve("right")).right());
        }
        Matcher file = FILE.matcher(page(code));
        assertThat(file.find()).as("%s names the file of its example", code).isTrue();
        List<String> blocks =
                BLOCK.matcher(page(code)).results().map(block -> block.group(2)).toList();
        String name = file.group(1);
        return name.endsWith(".json")
                ? document(name, blocks.get(0), blocks.get(2))
                : policy(name, blocks.get(0), blocks.get(2));
    }

    private static Example policy(String path, String wrong, String right) {
        Map<String, String> files = Pilot.files();
        String text = Pilot.edited(path, files.getOrDefault(path, ""), right, wrong);
        return policy(path, text);
    }

    private static Example policy(String path, String wrong) {
        Map<String, String> files = new TreeMap<>(Pilot.files());
        files.put(path, wrong);
        return new Example(() -> check(files), () -> check(Pilot.files()));
    }

    private static List<Fault> check(Map<String, String> files) {
        return PolicyCheck.of(PolicyFiles.of(DIRECTORY, files)).findings();
    }

    private static Example document(String name, String wrong, String right) {
        String sound = Pilot.document(name);
        String broken = Pilot.edited(name, sound, right, wrong);
        return new Example(() -> scorecards(name, broken), () -> scorecards(name, sound));
    }

    private static Example card(String right, String wrong) {
        return document("scorecard.json", wrong, right);
    }

    private static Example card(Faulty wrong) {
        return new Example(wrong, () -> scorecards(Pilot.document("scorecard.json")));
    }

    private static Example assistant(String readings) {
        return card(() -> scorecards("""
                { "format": "roi-scorecard/1", "policy": "assistant", "scope": { "level": "team", "id": "payments" },
                  "snapshots": [ { "month": "2026-01", "readings": {
                    %s } } ] }
                """.formatted(readings)));
    }

    private static List<Fault> manyFaults() {
        StringBuilder readings = new StringBuilder("{ \"monthly-cost\": 1200,\n");
        for (int i = 0; i < 1_500; i++) {
            readings.append("\"nobody-knows-").append(i).append("\": 1,\n");
        }
        return scorecards(
                Pilot.document("scorecard.json").replaceFirst("\\{\\s+\"monthly-cost\": 1200,", readings.toString()));
    }

    private static List<Fault> scorecards(String text) {
        return scorecards("scorecard.json", text);
    }

    private static List<Fault> scorecards(String name, String text) {
        return scorecards(Source.of(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Fault> scorecards(Source source) {
        try {
            Scorecards.checkedAgainst(POLICIES).read(List.of(source));
            return List.of();
        } catch (InvalidInput refused) {
            return refused.faults();
        }
    }

    private static final PolicyLookup POLICIES = new PolicyLookup() {

        private final IndicatorSet pilot = new PolicyReader(new RuleFileParser())
                .read(PolicyFiles.of(DIRECTORY, Pilot.files()))
                .indicators();

        @Override
        public Optional<IndicatorSet> find(Optional<PolicyId> id) {
            return id.filter(name -> name.value().equals("pilot"))
                    .map(name -> pilot)
                    .or(() -> id.filter(name -> name.value().equals("assistant"))
                            .map(name -> Engine.builtIn("assistant").indicators()));
        }

        @Override
        public Collection<String> known() {
            return List.of("pilot");
        }
    };

    private List<Fault> notUtf8() {
        return onDisk(policy -> Files.write(
                policy.resolve("texts/fr.yaml"), Pilot.file("texts/fr.yaml").getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void directoryForFile(Path policy) throws IOException {
        Files.delete(policy.resolve("policy.yaml"));
        Files.createDirectory(policy.resolve("policy.yaml"));
    }

    private void link(Path policy) throws IOException {
        Files.move(policy.resolve("thresholds.yaml"), directory.resolve("shared.yaml"));
        Files.createSymbolicLink(policy.resolve("thresholds.yaml"), Path.of("../shared.yaml"));
    }

    private void tooLarge(Path policy) throws IOException {
        Files.writeString(policy.resolve("rules/usage.drl"), "// \n".repeat(800_000));
    }

    private List<Fault> onDisk(Change change) {
        Path policy = directory.resolve(DIRECTORY);
        try {
            for (Map.Entry<String, String> file : Pilot.files().entrySet()) {
                Path path = policy.resolve(file.getKey());
                if (Files.isDirectory(path)) {
                    Files.delete(path);
                }
                Files.deleteIfExists(path);
                Files.createDirectories(path.resolveSibling("."));
                Files.writeString(path, file.getValue());
            }
            change.on(policy);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return PolicyCheck.of(policy).findings();
    }
}
