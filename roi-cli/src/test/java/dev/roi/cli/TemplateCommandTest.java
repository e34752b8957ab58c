package dev.roi.cli;

import static dev.roi.core.Pinned.assertPinned;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.roi.core.json.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCommandTest {

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
}
