package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.json.Schema;
import dev.roi.core.json.Schemas;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {

    @TempDir
    private Path directory;

    static List<String> builtIns() {
        return PolicyFiles.builtIns();
    }

    private static PolicyCheck check(Map<String, String> files) {
        return PolicyCheck.of(PolicyFiles.of("my-policy", files));
    }

    private static Map<String, String> with(String path, String from, String to) {
        Map<String, String> files = new TreeMap<>(Pilot.files());
        files.put(path, Pilot.edited(path, files.getOrDefault(path, ""), from, to));
        return files;
    }

    private Path written(Map<String, String> files) throws IOException {
        Path policy = directory.resolve("my-policy");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = policy.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, file.getValue());
        }
        return policy;
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void a_built_in_policy_has_neither_errors_nor_warnings(String id) {
        PolicyCheck check = PolicyCheck.of(PolicyFiles.builtIn(id).orElseThrow());
        assertThat(check.findings()).isEmpty();
        assertThat(check.isClean()).isTrue();
        assertThat(check.scenarios()).isPositive();
        assertThat(check.ref()).contains(Engine.builtIn(id).policy().ref());
    }

    @Test
    void sarif_says_the_same_for_the_same_findings_and_names_files_from_the_base() {
        PolicyCheck check = check(with("thresholds.yaml", "value: 70", "value: 700"));
        String sarif = check.sarif(Language.ENGLISH, Path.of(""));
        assertThat(sarif)
                .isEqualTo(check(with("thresholds.yaml", "value: 70", "value: 700"))
                        .sarif(Language.ENGLISH, Path.of("")))
                .contains("\"uri\": \"my-policy/thresholds.yaml\"", "\"ruleIndex\": 0")
                .isNotEqualTo(check.sarif(Language.FRENCH, Path.of("")));
        assertThat(check(Pilot.files()).sarif(Language.ENGLISH, Path.of(""))).contains("\"results\": []");
    }

    @Test
    void a_negation_is_not_called_silent_for_the_unknown_where_the_rule_asks_that_it_be_known() {
        String delivery = "    Block( id == \"delivery\", state in ( \"same\", \"worse\" ) )\n";
        String negation = "    not Comparison( indicator == \"lead-time\", result == \"better\" )\n";
        assertThat(check(with("rules/finance.drl", delivery, negation)).findings())
                .extracting(Fault::code)
                .contains("ROI-P47");
        assertThat(check(with(
                                "rules/finance.drl",
                                delivery,
                                negation + "    not Unknown( indicator == \"lead-time\" )\n"))
                        .findings())
                .extracting(Fault::code)
                .doesNotContain("ROI-P47");
    }

    @Test
    void a_rule_that_counts_joins_and_has_alternatives_is_not_judged() {
        String delivery = "    Block( id == \"delivery\", state in ( \"same\", \"worse\" ) )\n";
        String other = """
                    ( Block( id == "delivery", state == "same" ) or Block( id == "delivery", state == "worse" ) )
                    accumulate( History( indicator == "lead-time", $v : value ); $mean : average( $v ) )
                    Latest( indicator == "lead-time", value > $mean )
                """;
        assertThat(check(with("rules/finance.drl", delivery, other)).findings())
                .as("but for what it counts, which may be hidden")
                .extracting(Fault::code)
                .containsExactly("ROI-P53");
    }

    @Test
    void findings_are_sorted_by_place_and_named_as_the_directory_was() throws IOException {
        Path policy = written(with(
                "rules/usage.drl",
                "id == \"adoption.low\", $low : value )\n    Latest",
                "id == \"adoption.lo\", $low : value )\n    Latest"));
        Files.writeString(policy.resolve("rules/more.dlr"), "");
        PolicyCheck check = PolicyCheck.of(policy);
        assertThat(check.findings())
                .extracting(Fault::place)
                .extracting(Fault.Place::toString)
                .containsExactly(policy + "/rules/more.dlr", policy + "/rules/usage.drl:6:16");
        assertThat(check.errors()).extracting(Fault::code).containsExactly(PolicyCode.UNKNOWN_NAME.id());
        assertThat(check.warnings()).extracting(Fault::code).containsExactly(PolicyCode.UNREAD_FILE.id());
        assertThat(check.policy()).isEmpty();
        assertThat(check.source()).isEqualTo(policy.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicator.yaml",
                "Policy.yaml",
                "thresholds.yml",
                "rules/a.txt.drl.old",
                "texts/english.yaml",
                "scenarios/x.yml",
                "rules/deeper"
            })
    void a_file_that_looks_like_one_of_the_policy_and_is_not_read_is_said(String name) throws IOException {
        Path policy = written(Pilot.files());
        if (name.endsWith("deeper")) {
            Files.createDirectory(policy.resolve(name));
        } else {
            Files.writeString(policy.resolve(name), "");
        }
        assertThat(PolicyCheck.of(policy).findings())
                .extracting(fault -> fault.code() + " " + fault.place())
                .containsExactly("ROI-P50 " + policy + "/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                ".gitignore",
                "notes.txt",
                "rules/usage.drl~",
                "rules/README.md",
                "rules/.usage.drl.swp",
                "catalogue.html"
            })
    void a_file_that_nobody_takes_for_one_of_the_policy_is_not(String name) throws IOException {
        Path policy = written(Pilot.files());
        Files.writeString(policy.resolve(name), "");
        assertThat(PolicyCheck.of(policy).findings()).isEmpty();
    }

    @Test
    void a_directory_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> PolicyCheck.of(directory.resolve("nowhere")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no such policy directory");
    }

    @Test
    void a_policy_that_names_its_origin_is_held_against_what_that_is_today() {
        Policy today = Engine.builtIn("coding-agent").policy();
        String origin = "origin: { policy: %s, version: %s, fingerprint: \"%s\" }\n";
        String fingerprint = today.ref().fingerprint().value();
        String other = "sha256:" + "0".repeat(64);

        OriginState unchanged = origin(origin.formatted("coding-agent", "1.0.0", fingerprint));
        assertThat(unchanged.since()).isEqualTo(OriginState.Since.UNCHANGED);
        OriginState moved = origin(origin.formatted("coding-agent", "0.9.0", other));
        assertThat(moved.since()).isEqualTo(OriginState.Since.MOVED_ON);
        assertThat(moved.today()).contains(today.ref());
        assertThat(moved.origin().version()).isEqualTo("0.9.0");
        assertThat(origin(origin.formatted("no-such-policy", "1.0.0", other)).since())
                .isEqualTo(OriginState.Since.GONE);
    }

    private static OriginState origin(String line) {
        PolicyCheck check = check(with("policy.yaml", "owner: platform-team\n", "owner: platform-team\n" + line));
        assertThat(check.findings()).as("an origin is no finding").isEmpty();
        return check.origin().orElseThrow();
    }

    @Test
    void an_origin_does_not_count_into_the_fingerprint() {
        String origin = "origin: { policy: coding-agent, version: 1.0.0, fingerprint: \"sha256:%s\" }\n"
                .formatted("a".repeat(64));
        assertThat(check(with("policy.yaml", "owner: platform-team\n", "owner: platform-team\n" + origin))
                        .ref())
                .isEqualTo(check(Pilot.files()).ref());
        assertThat(check(Pilot.files()).origin()).isEmpty();
    }

    @Test
    void a_rule_with_more_combinations_than_can_be_looked_through_is_not_judged() {
        String conditions = "    Unknown( neededToExtend == false )\n".repeat(11);
        PolicyCheck many = check(with(
                "rules/finance.drl",
                "    Unknown( neededToExtend == true )\n",
                conditions + "    Unknown( neededToExtend == true )\n"));
        assertThat(many.findings()).isEmpty();
        String contradiction = "    Unknown( indicator == \"lead-time\", neededToExtend == false )\n";
        assertThat(check(with("rules/finance.drl", "    Unknown( neededToExtend == true )\n", contradiction))
                        .findings())
                .extracting(Fault::code)
                .contains(PolicyCode.NEVER_FIRES.id());
    }

    @Test
    void a_latest_reading_may_be_held_beside_another_so_that_two_of_them_exclude_nothing() {
        String both = "    Latest( indicator == \"incidents\", value < $limit )\n";
        String latest = "    Latest( indicator == \"incidents\", value >= $limit )\n";
        assertThat(check(with("rules/delivery.drl", latest, latest + both)).findings())
                .isEmpty();
    }

    @Test
    void whatever_slips_are_in_a_policy_it_is_answered_with_findings() {
        Random random = new Random(7);
        List<String> slips =
                List.of("[]", "{}", "null", "-1", "\"\"", "Big Name", "x.y", "[a, a]", "$x", "(", "\"", "1e5");
        List<String> paths = List.copyOf(Pilot.files().keySet());
        int found = 0;
        for (int i = 0; i < 300; i++) {
            Map<String, String> files = new TreeMap<>(Pilot.files());
            String path = paths.get(random.nextInt(paths.size()));
            List<String> lines =
                    new ArrayList<>(files.getOrDefault(path, "").lines().toList());
            int line = random.nextInt(lines.size());
            String slip = slips.get(random.nextInt(slips.size()));
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(line);
                case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(line, lines.get(line).replaceFirst(": .*", ": " + Matcher.quoteReplacement(slip)));
                default -> lines.set(line, lines.get(line).replaceFirst("[a-z.-]+", Matcher.quoteReplacement(slip)));
            }
            files.put(path, String.join("\n", lines) + "\n");
            found += check(files).isClean() ? 0 : 1;
        }
        assertThat(found).as("slips that are noticed").isGreaterThan(200);
    }

    @Test
    void the_same_policy_gives_the_same_findings() {
        Map<String, String> files = with(
                "rules/delivery.drl",
                "Comparison( indicator == \"incidents\", result == \"worse\" )",
                "Comparison( indicator in ( \"incidents\", \"lead-time\" ), estimate != \"better\" )");
        assertThat(check(files).findings()).isNotEmpty().isEqualTo(check(files).findings());
        assertThat(check(files).json()).isEqualTo(check(files).json());
    }

    @Test
    void the_schema_says_what_the_format_says() {
        Schemas.hold(Schema.CHECK, CheckFormat.FORMAT);
    }
}
