package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawTermsTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_file_of_terms_that_is_a_list_is_refused_with_its_place() throws IOException {
        Path file = Files.writeString(directory.resolve("laws.yaml"), "- adoption\n");

        assertThatThrownBy(() -> LawTerms.read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("ROI-P07 %s:1:1: sections with names should stand here.".formatted(file));
    }
}
