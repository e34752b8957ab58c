package dev.roi.cli;

import static dev.roi.core.Pinned.assertPinned;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.roi.core.json.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCommandTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void every_indicator_is_there_with_a_note_of_what_belongs_there(String language) {
        String template = Ran.of("template", "--lang", language).done();
        assertPinned("cli/template-%s.json".formatted(language), template);
        Cards.ENGINE
                .indicators()
                .indicators()
                .forEach(indicator -> assertThat(template).contains("      \"%s\": {".formatted(indicator.id())));
    }

    @Test
    void english_and_the_coding_agent_policy_are_meant_where_nothing_is_said() {
        assertThat(Ran.of("template").done())
                .isEqualTo(Ran.of("template", "--lang", "en", "--policy", "coding-agent")
                        .done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void a_review_reads_it_as_it_is(String language) {
        String template = Ran.of("template", "--lang", language).done();
        assertThat(Ran.reading(template, "review", "-", "--format", "json").done())
                .contains("\"decision\": \"adjust\"", "\"levers\": [", "\"instrumentation\"");
    }

    @Test
    void it_is_valid_by_the_schema() {
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schema.SCORECARD.text());
        assertThat(schema.validate(Ran.of("template").done(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"csv, en", "csv, fr", "xlsx, en", "xlsx, fr"})
    void tables_to_fill_in_are_reviewed_as_they_are_and_are_the_same_twice(String format, String language)
            throws IOException {
        Path file = directory.resolve("readings." + format);
        String[] args = {"template", "--format", format, "--lang", language, "--out", file.toString()};
        assertThat(Ran.of(args).done()).isEmpty();
        byte[] first = Files.readAllBytes(file);
        Ran.of(args);

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(Ran.of("review", file.toString(), "--format", "json").done())
                .contains("\"decision\": \"adjust\"", "\"instrumentation\"");
    }
}
