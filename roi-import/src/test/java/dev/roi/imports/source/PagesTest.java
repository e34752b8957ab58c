package dev.roi.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.PolicyId;
import dev.roi.imports.Given;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.file.Import;
import dev.roi.imports.file.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in {@code docs/import}: what they show works, and they leave no reader and no figure out. */
class PagesTest {

    private static final Path DOCS = Path.of("../docs/import");
    private static final Path EXPORTS = Path.of("src/test/resources/dev/roi/imports/pages");
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern GIVEN = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    static List<String> readers() {
        return Readers.names().stream()
                .filter(name -> !name.equals(Readers.TABLE))
                .toList();
    }

    private static String page(String reader) throws IOException {
        return Files.readString(DOCS.resolve(reader + ".md"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_page_shows_a_file_of_sources_that_works(String reader, @TempDir Path directory) throws IOException {
        Matcher yaml = YAML.matcher(page(reader));
        assertThat(yaml.find()).isTrue();
        Path sources = Given.file(directory, "sources.yaml", yaml.group(1));
        Path exports = Files.createDirectory(directory.resolve("exports"));
        try (Stream<Path> files = Files.list(EXPORTS.resolve(reader).resolve("exports"))) {
            for (Path file : files.toList()) {
                Files.copy(file, exports.resolve(file.getFileName()));
            }
        }

        Imported imported = Import.checkedAgainst(Given.BUILT_IN)
                .policy(new PolicyId("coding-agent"))
                .read(List.of(sources));

        assertThat(imported.readings().rows()).isNotEmpty();
        Set<String> given =
                imported.readings().rows().stream().map(ReadingRow::indicator).collect(Collectors.toSet());
        assertThat(said(reader)).containsAll(given);
        assertThat(imported.sources())
                .allSatisfy(source -> assertThat(source.leftOut()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_page_names_every_figure_that_its_reader_gives_and_no_other(String reader) throws IOException {
        assertThat(said(reader))
                .isEqualTo(Figure.of(reader).stream()
                        .map(Figure::indicator)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> said(String reader) throws IOException {
        String page = page(reader);
        String table = page.substring(page.indexOf("## What it gives"), page.indexOf("## What it cannot give"));
        return GIVEN.matcher(table)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_overview_leads_to_every_page() throws IOException {
        String overview = Files.readString(DOCS.resolve("README.md"));
        assertThat(readers()).allSatisfy(reader -> assertThat(overview).contains("](" + reader + ".md)"));
    }
}
