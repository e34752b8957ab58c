package dev.roi.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.format.Field;
import dev.roi.imports.Given;
import dev.roi.imports.file.Import;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first sources.yaml, from exports alone. */
class SourcesDraftTest {

    @TempDir
    Path directory;

    @BeforeEach
    void exportsOfTools() {
        Given.file(
                directory,
                "exports/pulls.json",
                "[{\"number\": 1, \"user\": {\"login\": \"ada\"}, \"created_at\": \"2026-05-01T08:00:00Z\","
                        + " \"merged_at\": \"2026-05-03T08:00:00Z\", \"base\": {\"repo\": {\"full_name\":"
                        + " \"acme/pay\"}}}]");
        Given.file(
                directory,
                "exports/focus.csv",
                "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,SubAccountId\n"
                        + "10.5,EUR,2026-05-01 00:00:00,2026-05-02 00:00:00,CC-12\n");
        Given.file(
                directory,
                "exports/manual.csv",
                "scope_level,scope_id,month,indicator,value\nteam,my-team,2026-05,budget-consumed,72\n");
        Given.file(directory, "exports/holidays.csv", "who,when\nada,2026-05-01\n");
    }

    private String draft(Language language) {
        return Import.sources(List.of(directory.resolve("exports")), directory, language);
    }

    @Test
    void each_export_is_read_by_the_reader_that_understands_it_and_scopes_claim_what_is_in_it() {
        assertThat(draft(Language.ENGLISH).lines().filter(line -> !line.strip().startsWith("#")))
                .map(line -> line.replaceFirst(" +#.*", ""))
                .containsExactly(
                        "format: roi-sources/1",
                        "scopes:",
                        "  my-team:",
                        "    level: team",
                        "    repositories: [\"acme/pay\", \"pay\"]",
                        "    cost-centres: [\"CC-12\"]",
                        "sources:",
                        "  - read: focus-cost",
                        "    files: [\"exports/focus.csv\"]",
                        "  - read: github-pull-requests",
                        "    files: [\"exports/pulls.json\"]",
                        "  - read: table",
                        "    files: [\"exports/manual.csv\"]");
    }

    @Test
    void what_no_reader_understands_and_what_no_export_tells_is_asked() {
        assertThat(draft(Language.ENGLISH))
                .contains("  # ? \"exports/holidays.csv\": no reader understands it\n")
                .containsPattern("    #cost: BilledCost +# \\? which cost counts: BilledCost, ")
                .containsPattern("#baselines: .+# \\? which months were before the tool\\?");
        assertThat(draft(Language.FRENCH))
                .contains("aucun lecteur ne le comprend")
                .containsPattern("#cost: BilledCost +# \\? quel coût compte");
    }

    @Test
    void once_its_questions_are_answered_it_is_imported() {
        String answered = draft(Language.FRENCH).replace("#cost: BilledCost", "cost: BilledCost");

        assertThat(Exports.readings(Given.IMPORT.read(List.of(Given.file(directory, "sources.yaml", answered)))))
                .contains("2026-05 monthly-cost 10.5", "2026-05 cycle-time 2", "2026-05 budget-consumed 72");
    }

    @Test
    void left_unanswered_it_is_refused_with_the_place_of_the_question() {
        Path file = Given.file(directory, "sources.yaml", draft(Language.ENGLISH));

        assertThatThrownBy(() -> Given.IMPORT.read(List.of(file)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.faults())
                                .singleElement()
                                .asString()
                                .contains("sources.yaml:", "`cost`"));
    }

    @Test
    void every_setting_that_a_reader_needs_has_its_question() {
        assertThat(draft(Language.ENGLISH)).doesNotContain("what is it?");
        for (String reader : Readers.names()) {
            assertThat(Recognition.EXAMPLES.getOrDefault(reader, Map.of()).keySet())
                    .as("what %s needs", reader)
                    .containsAll(Readers.fields(reader).stream()
                            .filter(Field::isRequired)
                            .map(Field::key)
                            .toList());
        }
    }

    @Test
    void an_export_that_is_not_there_is_named() {
        Path absent = directory.resolve("absent.json");
        assertThatThrownBy(() -> Import.sources(List.of(absent), directory, Language.ENGLISH))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("absent.json");
    }
}
