package dev.roi.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.imports.Given;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people's spreadsheets have where a number or a month belongs, and what they are told to write in its place. */
class SpreadsheetSlipsTest {

    private static final String HEADER = "scope_level;scope_id;month;indicator;value\n";

    @TempDir
    Path directory;

    private List<String> faults(String text, Language language) {
        Path file = Given.file(directory, "t.csv", text);
        InvalidInput invalid = catchThrowableOfType(
                InvalidInput.class, () -> Given.IMPORT.in(language).read(List.of(file)));
        assertThat(invalid).as("what is wrong with it").isNotNull();
        return invalid.faults().stream()
                .map(fault -> fault.toString().replace(directory + "/", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 234,50 €  | what it is counted in belongs into `unit` or `currency`",
                "$1,200.50   | what it is counted in belongs into `unit` or `currency`",
                "1200 EUR    | what it is counted in belongs into `unit` or `currency`",
                "1200 k€     | what it is counted in belongs into `unit` or `currency`",
                "7 jours     | what it is counted in belongs into `unit` or `currency`",
                "2h30        | what it is counted in belongs into `unit` or `currency`",
                "62 pour cent| what it is counted in belongs into `unit` or `currency`",
                "-           | says why in `unknown`",
                "n/a         | says why in `unknown`",
                "#N/A        | says why in `unknown`",
                "n.c.        | says why in `unknown`",
                "NULL        | says why in `unknown`",
                "inconnu     | says why in `unknown`"
            })
    void a_cell_that_is_no_number_is_told_what_belongs_there(String written, String told) {
        assertThat(faults(HEADER + "team;pay;2026-05;lead-time;" + written + "\n", Language.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("ROI-T09 t.csv:2:5: column `value`: `" + written + "` is not a number. ")
                .contains(told);
    }

    @Test
    void a_text_without_a_number_in_it_is_told_nothing_that_it_is_not() {
        assertThat(faults(HEADER + "team;pay;2026-05;lead-time;soon\n", Language.ENGLISH))
                .containsExactly("ROI-T09 t.csv:2:5: column `value`: `soon` is not a number");
    }

    @Test
    void a_day_that_a_spreadsheet_numbers_is_told_as_the_month_that_it_is() {
        assertThat(faults(HEADER + "team;pay;46143;lead-time;7\n", Language.ENGLISH))
                .singleElement()
                .asString()
                .startsWith(
                        "ROI-T10 t.csv:2:3: column `month`: `46143` is not a month. A spreadsheet writes `2026-05` so");
    }

    @ParameterizedTest
    @CsvSource({"Total", "TOTAL général", "Sous-total", "Grand total", "Somme"})
    void a_row_of_totals_is_one_fault_and_not_one_for_each_of_its_empty_cells(String first) {
        assertThat(faults(HEADER + "team;pay;2026-05;lead-time;7\n" + first + ";;;;7\n", Language.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("ROI-T11 t.csv:3:1: the row is one of totals: `" + first + "`. Leave it out");
    }

    @Test
    void rows_above_the_header_are_told_where_the_columns_belong() {
        assertThat(faults("Suivi mensuel\n\n" + HEADER + "team;pay;2026-05;lead-time;7\n", Language.ENGLISH))
                .singleElement()
                .asString()
                .contains("which stand in its first row");
    }

    @Test
    void all_of_it_is_said_in_french_too() {
        assertThat(faults(
                        HEADER + "team;pay;46143;lead-time;7 jours\nteam;pay;2026-05;lead-time;-\nTotal;;;;7\n",
                        Language.FRENCH))
                .hasSize(4)
                .anyMatch(fault -> fault.contains("Un tableur écrit ainsi `2026-05`"))
                .anyMatch(fault -> fault.contains("ce qu’il compte a sa place dans `unit` ou `currency`"))
                .anyMatch(fault -> fault.contains("dit pourquoi dans `unknown`"))
                .anyMatch(fault -> fault.contains("une ligne de totaux"));
    }
}
