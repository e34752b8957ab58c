package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    private Path directory = Path.of("");

    private static Ran review(Path out) {
        return Ran.reading(Cards.card("tests"), "review", "-", "--out", out.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_review_is_written_to_the_file_and_nothing_to_standard_output() throws IOException {
        Path out = directory.resolve("review.txt");
        assertThat(review(out).done()).isEmpty();
        assertThat(out)
                .hasContent(Ran.reading(Cards.card("tests"), "review", "-").done());
        assertThat(names()).containsExactly("review.txt");
    }

    @Test
    void what_stood_there_is_replaced_also_behind_a_link() throws IOException {
        Path target = Files.writeString(directory.resolve("target.txt"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.txt"), target);
        assertThat(review(link).done()).isEmpty();
        assertThat(link).isSymbolicLink();
        assertThat(target)
                .hasContent(Ran.reading(Cards.card("tests"), "review", "-").done());
        assertThat(names()).containsExactly("link.txt", "target.txt");
    }

    @Test
    void bad_input_leaves_what_stood_there() throws IOException {
        Path out = Files.writeString(directory.resolve("review.txt"), "old");
        assertThat(Ran.reading("{", "review", "-", "--out", out.toString()).refused())
                .startsWith("ROI-D04 ");
        assertThat(out).hasContent("old");
        assertThat(names()).containsExactly("review.txt");
    }

    @Test
    void a_directory_is_not_replaced() {
        assertThat(review(directory).refused())
                .isEqualTo("roi: `%s` cannot be written: it is a directory\n".formatted(directory));
    }

    @Test
    void a_file_in_a_directory_that_is_not_there_is_refused() {
        Path out = directory.resolve("absent/review.txt");
        assertThat(review(out).refused())
                .isEqualTo("roi: `%s` cannot be written: there is no directory `%s`\n"
                        .formatted(out, directory.resolve("absent")));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_device_is_not_replaced() {
        assertThat(review(Path.of("/dev/null")).refused())
                .isEqualTo("roi: `/dev/null` cannot be written: it is no regular file. "
                        + "Without `--out`, standard output is written\n");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_place_that_takes_no_files_is_named_and_nothing_is_left_there() {
        Path out = Path.of("/proc/self/review.txt");
        assertThat(review(out).refused()).startsWith("roi: `/proc/self/review.txt` cannot be written: ");
    }

    @Test
    void an_input_is_not_written_over() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), Cards.card("a"));
        String same = directory.resolve(".").resolve("a.json").toString();
        assertThat(Ran.of("review", file.toString(), "--out", same).refused())
                .contains("is an input, and is not written over");
        assertThat(Ran.of("review", directory.toString(), "--out", same).refused())
                .contains("is an input, and is not written over");
        assertThat(file).hasContent(Cards.card("a"));
        assertThat(Ran.of(
                                "review",
                                directory.toString(),
                                "--out",
                                directory.resolve("b.txt").toString())
                        .done())
                .isEmpty();
    }
}
