package dev.roi.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Directories that would lead elsewhere, or never end. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HostileDirectoriesTest {

    private static final String RULE = "rule \"x\" when Latest() then findings.note(); end\n";

    @TempDir
    private Path folder = Path.of("");

    private Path policy = Path.of("");
    private Path outside = Path.of("");

    @BeforeEach
    void writeAPolicyAndSomethingBesideIt() throws IOException {
        policy = folder.resolve("policy");
        PolicyFiles.builtIn("coding-agent").orElseThrow().writeTo(policy);
        outside = Files.writeString(folder.resolve("outside"), RULE);
    }

    /** The messages, with the directory left out. */
    private String refused() {
        return refused(policy);
    }

    private String refused(Path directory) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> PolicyFiles.read(directory));
        assertThat(refused).as("%s is refused", directory).isNotNull();
        return refused.faults().stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n"))
                .replace(folder.toString(), "");
    }

    @Test
    void a_link_to_a_file_outside() throws IOException {
        Files.createSymbolicLink(policy.resolve("rules/x.drl"), outside);
        assertThat(refused()).isEqualTo("ROI-P02 /policy/rules/x.drl: a policy has no links, so that it stays whole");
    }

    @Test
    void a_link_by_a_path_that_leads_up() throws IOException {
        Files.createSymbolicLink(policy.resolve("rules/x.drl"), Path.of("../../outside"));
        Files.delete(policy.resolve("thresholds.yaml"));
        Files.createSymbolicLink(policy.resolve("thresholds.yaml"), Path.of("../outside"));
        assertThat(refused())
                .isEqualTo("ROI-P02 /policy/rules/x.drl: a policy has no links, so that it stays whole\n"
                        + "ROI-P02 /policy/thresholds.yaml: a policy has no links, so that it stays whole");
    }

    @Test
    void a_link_to_a_file_inside_or_to_nothing_or_to_itself() throws IOException {
        Files.createSymbolicLink(policy.resolve("rules/a.drl"), policy.resolve("rules/risk.drl"));
        Files.createSymbolicLink(policy.resolve("rules/b.drl"), Path.of("nothing"));
        Files.createSymbolicLink(policy.resolve("rules/c.drl"), Path.of("c.drl"));
        assertThat(refused().lines()).hasSize(3).allMatch(line -> line.startsWith("ROI-P02 /policy/rules/"));
    }

    @Test
    void a_folder_that_is_a_link() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(policy.resolve("scenarios"), elsewhere.resolve("scenarios"));
        Files.createSymbolicLink(policy.resolve("scenarios"), elsewhere.resolve("scenarios"));
        assertThat(refused()).isEqualTo("ROI-P02 /policy/scenarios: a policy has no links, so that it stays whole");
    }

    @Test
    void a_second_name_of_a_file_outside() throws IOException {
        Files.createLink(policy.resolve("rules/x.drl"), outside);
        assertThat(refused())
                .isEqualTo("ROI-P02 /policy/rules/x.drl: the file has another name elsewhere, by which it could be"
                        + " changed; a policy has files of its own");
    }

    @Test
    void a_directory_in_the_place_of_a_file() throws IOException {
        Files.createDirectories(policy.resolve("rules/x.drl/rules"));
        assertThat(refused()).isEqualTo("ROI-P01 /policy/rules/x.drl: this should be a file, and is not");
    }

    @Test
    void a_pipe_that_never_ends() throws IOException, InterruptedException {
        Process made =
                new ProcessBuilder("mkfifo", policy.resolve("rules/x.drl").toString()).start();
        assumeTrue(made.waitFor() == 0);
        assertThat(refused()).isEqualTo("ROI-P01 /policy/rules/x.drl: this should be a file, and is not");
    }

    @Test
    void a_device_that_never_ends() throws IOException {
        Files.createSymbolicLink(policy.resolve("texts/de.yaml"), Path.of("/dev/zero"));
        assertThat(refused()).isEqualTo("ROI-P02 /policy/texts/de.yaml: a policy has no links, so that it stays whole");
    }

    @Test
    void an_archive_in_the_place_of_a_directory() throws IOException {
        Path archive = folder.resolve("policy.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../../rules/x.drl"));
            zip.write(RULE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refused(archive))
                .isEqualTo("ROI-P01 /policy.zip: this is no directory; a policy is a directory with policy.yaml and its"
                        + " other files");
    }

    @Test
    void an_archive_within_the_directory_is_not_looked_into_nor_anything_else_that_no_policy_has() throws IOException {
        Files.writeString(policy.resolve("rules/x.drl.gz"), "x");
        Files.writeString(policy.resolve("rules.zip"), "x");
        Files.writeString(policy.resolve("Canary.class"), "x");
        Files.createDirectories(policy.resolve("rules/more"));
        Files.writeString(policy.resolve("rules/more/x.drl"), RULE);
        assertThat(PolicyFiles.read(policy).paths())
                .isEqualTo(PolicyFiles.builtIn("coding-agent").orElseThrow().paths());
    }

    @Test
    void a_giant_file_of_rules_and_one_of_anything_else() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(policy.resolve("rules/x.drl").toFile(), "rw")) {
            file.setLength(PolicyFiles.MOST_RULE_BYTES + 1);
        }
        try (RandomAccessFile file =
                new RandomAccessFile(policy.resolve("texts/de.yaml").toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertThat(refused())
                .isEqualTo(
                        "ROI-P03 /policy/rules/x.drl: the file is too large; a rule file of a policy has 262144 bytes"
                                + " at the most\n"
                                + "ROI-P03 /policy/texts/de.yaml: the file is too large; a file of a policy has 1048576 bytes at"
                                + " the most");
    }

    @Test
    void files_that_are_too_large_together() throws IOException {
        for (int i = 0; i < 5; i++) {
            Files.write(policy.resolve("scenarios/x%s.yaml".formatted(i)), new byte[1_000_000]);
        }
        assertThat(refused())
                .isEqualTo("ROI-P03 /policy: the files are too large together; those of a policy have 4194304 bytes at"
                        + " the most");
    }

    @Test
    void too_many_files() throws IOException {
        for (int i = 0; i <= PolicyFiles.MOST_FILES; i++) {
            Files.writeString(policy.resolve("rules/x%s.drl".formatted(i)), RULE);
        }
        assertThat(refused()).isEqualTo("ROI-P03 /policy: a policy has 500 files at the most");
    }

    @Test
    void a_file_name_that_does_something_to_a_terminal() throws IOException {
        Files.writeString(policy.resolve("rules/x\u001b[2J.drl"), RULE);
        assertThat(refused())
                .isEqualTo("ROI-P29 /policy/rules/x\\u001B[2J.drl: the name has a character that cannot be seen");
    }

    @Test
    void a_directory_that_is_not_there() {
        assertThat(refused(folder.resolve("none"))).isEqualTo("ROI-P01 /none: there is no such policy directory");
    }

    @Test
    void a_built_in_policy_by_a_path() {
        assertThat(PolicyFiles.builtIn("../policies/coding-agent")).isEmpty();
        assertThat(PolicyFiles.builtIn("coding-agent/../coding-agent")).isEmpty();
    }

    @Test
    void a_directory_that_is_named_by_a_link_is_read_since_whoever_loads_it_chose_it() throws IOException {
        Path current = Files.createSymbolicLink(folder.resolve("current"), policy);
        assertThat(PolicyFiles.read(current).paths())
                .isEqualTo(PolicyFiles.read(policy).paths());
    }
}
