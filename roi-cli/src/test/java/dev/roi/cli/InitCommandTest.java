package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Pinned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    private static final String SCORECARD = "../roi-examples/data/first/scorecard.json";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_copy_is_written_and_it_is_said_where_to_begin() {
        Path copy = folder.resolve("my-policy");
        assertThat(Ran.of("init", copy.toString()).done()).isEqualTo("""
            Wrote 35 files to `%s`: a copy of coding-agent 1.0.0.
            Begin with README.md there; LISEZMOI.md says the same in French.
            """.formatted(copy));
        assertThat(copy.resolve("README.md")).exists();
    }

    @Test
    void a_copy_reviews_as_the_original_until_one_number_in_it_is_changed() throws IOException {
        Path copy = folder.resolve("my-policy");
        Ran.of("init", copy.toString(), "--from", "coding-agent").done();
        String original = Ran.of("review", SCORECARD).done();
        assertThat(Ran.of("review", SCORECARD, "--policy", copy.toString()).done())
                .isEqualTo(original);

        Path thresholds = copy.resolve("thresholds.yaml");
        Files.writeString(
                thresholds, Files.readString(thresholds).replaceFirst("(adoption\\.high:\\s+value: )70", "$185"));
        assertThat(original).startsWith("Adjust: high adoption but dispersed usage\n");
        assertThat(Ran.of("review", SCORECARD, "--policy", copy.toString()).done())
                .startsWith("Extend: delivery improved for ");
    }

    @Test
    void the_page_on_editors_names_every_schema_of_a_copy() throws IOException {
        Path copy = folder.resolve("my-policy");
        Ran.of("init", copy.toString()).done();
        String page = Files.readString(Pinned.TOP.resolve("docs/editors.md"));
        try (Stream<Path> schemas = Files.list(copy.resolve("schemas"))) {
            assertThat(schemas.map(schema -> copy.relativize(schema).toString()))
                    .hasSize(6)
                    .allMatch(page::contains);
        }
    }

    @Test
    void nothing_is_written_over() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertThat(Ran.of("init", folder.toString()).refused())
                .isEqualTo(
                        "ROI-P01 %s: there is something here already, and nothing is written over; name a directory that is not there yet\n"
                                .formatted(folder));
        assertThat(Ran.of("init", file.toString()).refused()).startsWith("ROI-P01 ");
        assertThat(file).hasContent("mine");
    }

    @Test
    void what_cannot_be_written_is_said_in_one_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "mine");
        assertThat(Ran.of("init", file.resolve("policy").toString()).refused())
                .startsWith("roi: the directory %s cannot be written: ".formatted(file.resolve("policy")))
                .hasLineCount(1);
    }

    @Test
    void bad_usage_is_named() {
        assertThat(Ran.of("init").refused()).startsWith("roi init: ").hasLineCount(2);
        assertThat(Ran.of("init", "x", "--from", "coding-agnet").refused())
                .isEqualTo("roi: unknown built-in policy `coding-agnet`. Did you mean `coding-agent`?\n");
        assertThat(Ran.of("init", "x", "y").refused()).contains("`y` is one argument too many");
        assertThat(Path.of("x")).doesNotExist();
    }
}
