package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.PolicyId;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import dev.roi.governance.live.ReloadExamples;
import dev.roi.ledger.RecordExamples;
import dev.roi.rules.Engine;
import dev.roi.rules.drools.RuleFileParser;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.PolicyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of the examples of the pages: of what a page shows, or of what no page can. */
final class CodeExamples {

    private static final String DIRECTORY = "my-policy";
    private static final Pattern FILE = Pattern.compile("\nIn `([^`]+)`:\n");
    private static final Pattern BLOCK = Pattern.compile("\n```(\\w*)\n(.*?)\n```\n", Pattern.DOTALL);

    private final Path directory;

    /** Makes files in a directory. */
    CodeExamples(Path directory) {
        this.directory = directory;
    }

    /** What is said of a wrong example, in the words of a language, and of the right one. */
    record Example(Function<Language, List<Fault>> wrong, List<Fault> right) {

        private static Example of(List<Fault> wrong, List<Fault> right) {
            return new Example(language -> wrong, right);
        }
    }

    private interface Change {
        void on(Path policy) throws IOException;
    }

    /** The blocks of code of a page, in order: the wrong example, what is said of it, and the right example. */
    static List<String> blocks(String page) {
        return BLOCK.matcher(page).results().map(block -> block.group(2)).toList();
    }

    /** The example of a code, whose English page shows it. */
    Example of(String code, String page) {
        return switch (code) {
            case "ROI-D01" -> card(scorecards(Source.of(Path.of("scopes/no-such-file.json"))));
            case "ROI-D02" -> policy("views.yaml", "# nothing yet\n");
            case "ROI-D03" -> Example.of(notUtf8(), List.of());
            case "ROI-D11" -> card("\"found up to two months later\"", "\"" + "x".repeat(10_001) + "\"");
            case "ROI-D12" -> card("\"found up to two months later\"", "[".repeat(33) + "]".repeat(33));
            case "ROI-D99" -> card(manyFaults());
            case "ROI-S15" -> card(scorecards("""
                { "format": "roi-scorecard/1", "policy": "pilot", "scope": { "level": "team", "id": "payments" },
                  "snapshots": [] }
                """));
            case "ROI-S28" -> card(scorecards("""
                { "format": "roi-scorecard/1", "policy": "pilot", "scope": { "level": "team", "id": "payments" },
                  "snapshots": [ { "month": "2026-01", "complete": false } ] }
                """));
            case "ROI-S30" -> assistant("\"avoided-cost\": 9000, \"monthly-cost\": 5000, \"return-on-investment\": 81");
            case "ROI-S31" -> assistant("\"automation-rate\": 85, \"handover-rate\": 30");
            case "ROI-S32" -> assistant("\"response-time\": { \"value\": 4, \"definition\": \"average\" }");
            case "ROI-S33" -> assistant("\"response-time\": { \"value\": 4, \"status\": \"provisonal\" }");
            case "ROI-S34" ->
                assistant("\"response-time\": { \"value\": 4, \"covers\": "
                        + "{ \"from\": \"2026-02-01\", \"to\": \"2026-02-22\" } }");
            case "ROI-S35" -> card(scorecards("""
                { "format": "roi-scorecard/1", "policy": "pilot", "scope": { "level": "team", "id": "payments" },
                  "budget": { "amount": 120000, "period": "2026-12/2026-01" },
                  "snapshots": [ { "month": "2026-01" } ] }
                """));
            case "ROI-S36" -> card(scorecards("""
                { "format": "roi-portfolio/1", "scorecards": [
                  { "format": "roi-scorecard/1", "policy": "pilot", "snapshots": [ { "month": "2026-01" } ],
                    "scope": { "level": "team", "id": "checkout", "formerIds": ["payments"] } },
                  { "format": "roi-scorecard/1", "policy": "pilot", "snapshots": [ { "month": "2026-01" } ],
                    "scope": { "level": "team", "id": "billing", "formerIds": ["payments"] } } ] }
                """));
            case "ROI-P01" -> onDisk(this::directoryForFile, path -> {});
            case "ROI-P02" -> onDisk(this::link, path -> {});
            case "ROI-P03" -> onDisk(this::tooLarge, path -> {});
            case "ROI-P57" ->
                onDisk(
                        policy -> Files.writeString(
                                policy.resolve("scenarios/copy.yaml"),
                                Pilot.file("scenarios/cases.yaml").replaceFirst("(?s)^cases:.*(?=scenarios:)", "")),
                        policy -> Files.delete(policy.resolve("scenarios/copy.yaml")));
            default -> byKind(code, page);
        };
    }

    private Example byKind(String code, String page) {
        if (code.startsWith("ROI-R") || code.startsWith("ROI-L")) {
            RecordExamples examples = new RecordExamples(directory);
            return Example.of(examples.wrong(code), examples.right(code));
        }
        if (code.startsWith("ROI-U")) {
            return Example.of(
                    new ReloadExamples(directory.resolve(DIRECTORY)).wrong(code),
                    new ReloadExamples(directory.resolve("right")).right());
        }
        if (List.of("ROI-T01", "ROI-T04", "ROI-T05").contains(code)) {
            ImportExamples examples = new ImportExamples(directory);
            return new Example(language -> examples.wrong(code, language), examples.right());
        }
        return shown(code, page);
    }

    private Example shown(String code, String page) {
        Matcher file = FILE.matcher(page);
        assertThat(file.find()).as("%s names the file of its example", code).isTrue();
        String name = file.group(1);
        String wrong = blocks(page).get(0);
        String right = blocks(page).get(2);
        if (code.startsWith("ROI-T")) {
            ImportExamples examples = new ImportExamples(directory);
            List<Fault> faults = examples.shown(name, right, Language.ENGLISH);
            return new Example(language -> examples.shown(name, wrong, language), faults);
        }
        return name.endsWith(".json") ? document(name, wrong, right) : policy(name, wrong, right);
    }

    private static Example policy(String path, String wrong, String right) {
        Map<String, String> files = Pilot.files();
        String text = Pilot.edited(path, files.getOrDefault(path, ""), right, wrong);
        return policy(path, text);
    }

    private static Example policy(String path, String wrong) {
        Map<String, String> files = new TreeMap<>(Pilot.files());
        files.put(path, wrong);
        return Example.of(check(files), check(Pilot.files()));
    }

    private static List<Fault> check(Map<String, String> files) {
        return PolicyCheck.of(PolicyFiles.of(DIRECTORY, files)).findings();
    }

    private static Example document(String name, String wrong, String right) {
        String sound = Pilot.document(name);
        String broken = Pilot.edited(name, sound, right, wrong);
        return Example.of(scorecards(name, broken), scorecards(name, sound));
    }

    private static Example card(String right, String wrong) {
        return document("scorecard.json", wrong, right);
    }

    private static Example card(List<Fault> wrong) {
        return Example.of(wrong, scorecards(Pilot.document("scorecard.json")));
    }

    private static Example assistant(String readings) {
        return card(scorecards("""
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

    private Example onDisk(Change wrong, Change right) {
        return Example.of(onDisk(wrong), onDisk(right));
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
