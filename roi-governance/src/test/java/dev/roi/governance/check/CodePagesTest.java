package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.Language;
import dev.roi.core.Pinned;
import dev.roi.core.RecordFault;
import dev.roi.governance.live.ReloadFault;
import dev.roi.imports.text.ImportFault;
import dev.roi.ledger.LedgerFault;
import dev.roi.rules.policy.PolicyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code has a page in every language, and what a page says is so. {@code -Dpins=write} writes what the examples say,
 * and the indexes.
 */
class CodePagesTest {

    private static final Path PAGES = Path.of("src/main/resources/dev/roi/governance/check/codes");

    private static final Form ENGLISH = new Form(
            Language.ENGLISH,
            PAGES,
            Pattern.compile("# (ROI-[A-Z][0-9]{2}): (.+)\n\n(Error|Warning)\\.\n\n"),
            "\n## Wrong\n\n",
            "\nIt says:\n\n```\n",
            "\n## Right\n\n",
            "\nError.\n",
            "\nWarning.\n");
    private static final Form FRENCH = new Form(
            Language.FRENCH,
            PAGES.resolve("fr"),
            Pattern.compile("# (ROI-[A-Z][0-9]{2})\u00A0: (.+)\n\n(Erreur|Avertissement)\\.\n\n"),
            "\n## Exemple fautif\n\n",
            "\nMessage\u00A0:\n\n```\n",
            "\n## Exemple correct\n\n",
            "\nErreur.\n",
            "\nAvertissement.\n");
    private static final List<Form> FORMS = List.of(ENGLISH, FRENCH);

    @TempDir
    private Path directory;

    /** What the pages of a language have in common. */
    private record Form(
            Language language,
            Path pages,
            Pattern title,
            String wrong,
            String says,
            String right,
            String error,
            String warning) {

        private Path file(String code) {
            return pages.resolve(code + ".md");
        }

        private String page(String code) {
            return Pinned.areWritten()
                    ? read(file(code))
                    : CodePages.find(code, language).orElseThrow();
        }

        private Matcher titleOf(String page) {
            Matcher matcher = title.matcher(page);
            assertThat(matcher.lookingAt()).as(page).isTrue();
            return matcher;
        }

        private String severityOf(Fault fault) {
            return fault.severity() == Fault.Severity.ERROR ? error : warning;
        }

        private String said(String text) {
            return says + text + "\n```\n";
        }

        private String indexed(String code) {
            Matcher matcher = titleOf(page(code));
            return "| [%s](../roi-governance/%s) | %s | %s |\n"
                    .formatted(code, file(code), matcher.group(3).toLowerCase(Locale.ROOT), matcher.group(2));
        }
    }

    /** The codes of every module. */
    static List<String> codes() {
        return Stream.of(
                        Arrays.stream(InputFault.values()).map(InputFault::code),
                        Arrays.stream(PolicyCode.values()).map(PolicyCode::id),
                        Arrays.stream(RecordFault.values()).map(RecordFault::code),
                        Arrays.stream(LedgerFault.values()).map(LedgerFault::code),
                        Arrays.stream(ImportFault.values()).map(ImportFault::code),
                        Arrays.stream(ReloadFault.values()).map(ReloadFault::code))
                .flatMap(codes -> codes)
                .sorted()
                .toList();
    }

    @Test
    void every_code_has_its_page_in_every_language_and_every_page_its_code() throws IOException {
        Pinned.write(PAGES.resolve("codes.txt"), String.join("\n", codes()) + "\n");
        assertThat(PAGES.resolve("codes.txt")).hasContent(String.join("\n", codes()));
        for (Form form : FORMS) {
            try (Stream<Path> pages = Files.list(form.pages())) {
                assertThat(pages.filter(page -> page.toString().endsWith(".md")).sorted())
                        .containsExactlyElementsOf(
                                codes().stream().map(form::file).toList());
            }
        }
        assertThat(CodePages.codes()).isEqualTo(codes()).doesNotHaveDuplicates().hasSizeGreaterThan(95);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_page_says_what_and_why_with_a_wrong_and_a_right_example(String code) {
        assertThat(FORMS).allSatisfy(form -> {
            String page = form.page(code);
            Matcher title = form.titleOf(page);
            assertThat(title.group(1)).isEqualTo(code);
            assertThat(page).contains(form.wrong(), form.says(), form.right()).endsWith("\n");
            assertThat(page.substring(title.end(), page.indexOf(form.wrong())).split("\n\n"))
                    .as("what, and why")
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(page.lines().filter(line -> !line.startsWith("ROI-") && !line.contains("\"")))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        });
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_french_page_has_the_examples_of_the_english_one(String code) {
        assertThat(examples(FRENCH, code)).isEqualTo(examples(ENGLISH, code));
        assertThat(CodeExamples.blocks(FRENCH.page(code)))
                .as("what the program says is in French")
                .isNotEqualTo(CodeExamples.blocks(ENGLISH.page(code)));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_french_page_is_punctuated_as_french_is(String code) {
        String prose = FRENCH.page(code).replaceAll("(?s)\n```.*?\n```\n", "\n").replaceAll("`[^`]*`", "code");
        assertThat(prose)
                .doesNotContain("'")
                .doesNotContainPattern("[^\u202F][;?!](?=\\s)")
                .doesNotContainPattern("[^\u00A0]:(?=\\s)")
                .doesNotContainPattern("[^\u00A0]%");
    }

    /** The blocks of code of a page, without what the program says. */
    private static List<String> examples(Form form, String code) {
        return CodeExamples.blocks(form.page(code).replaceFirst("(?s)" + form.says() + ".*?\n```\n", "\n"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void the_wrong_example_provokes_its_code_in_every_language_and_the_right_one_nothing(String code) {
        CodeExamples.Example example = new CodeExamples(directory).of(code, ENGLISH.page(code));
        FORMS.forEach(form -> {
            List<Fault> wrong = example.wrong().apply(form.language());
            List<Fault> provoked =
                    wrong.stream().filter(fault -> fault.code().equals(code)).toList();
            assertThat(provoked).as("%s among %s", code, wrong).isNotEmpty();
            assertThat(form.page(code)).contains(form.severityOf(provoked.get(0)));
            String said = form.said(said(provoked, form.language()));
            Pinned.write(
                    form.file(code),
                    form.page(code).replaceFirst("(?s)" + form.says() + ".*?\n```\n", Matcher.quoteReplacement(said)));
            assertThat(form.page(code)).contains(said);
        });
        assertThat(example.right()).isEmpty();
    }

    private String said(List<Fault> faults, Language language) {
        return faults.stream()
                .map(fault -> fault.in(language))
                .map(line -> line.replace(directory + "/", "").replaceAll("sha256:[0-9a-f]{64}", "sha256:…"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void the_index_lists_every_page() {
        assertIndexed("codes.md", ENGLISH, """
                # Codes

                What stands before every message, and what it means. `roi check --explain CODE` shows a page on a terminal.
                With an error, a file cannot be used; a warning of a check is certainly so, and likely not what was meant.
                `ROI-D` codes are of any document, `ROI-S` codes of scorecards, `ROI-P` codes of policies, `ROI-R` codes of
                records of decisions, `ROI-L` codes of ledgers, `ROI-T` codes of tables and exports, and `ROI-U` codes of
                policies in use.

                | code | | what |
                | --- | --- | --- |
                """);
    }

    @Test
    void the_french_index_lists_every_french_page() {
        assertIndexed("codes-fr.md", FRENCH, """
                # Les codes des messages

                Un code précède chaque message et dit de quoi il s’agit. `roi check --explain CODE --lang fr` affiche sa page
                dans un terminal. Une erreur rend le fichier inutilisable ; un avertissement signale un fait certain, qui n’est
                sans doute pas voulu. Les codes `ROI-D` portent sur tout document, `ROI-S` sur les fiches, `ROI-P` sur les
                politiques, `ROI-R` sur les décisions à enregistrer, `ROI-L` sur les registres, `ROI-T` sur les tableaux et les
                exports, et `ROI-U` sur les politiques en service.

                | Code | Gravité | Objet |
                | --- | --- | --- |
                """.replace(" ;", "\u202F;"));
    }

    private static void assertIndexed(String name, Form form, String head) {
        Path file = Path.of("../docs").resolve(name);
        String index = head + codes().stream().map(form::indexed).collect(Collectors.joining());
        Pinned.write(file, index);
        assertThat(file).hasContent(index);
    }

    @Test
    void there_is_no_page_of_what_is_no_code() {
        assertThat(CodePages.find("ROI-P00", Language.ENGLISH)).isEmpty();
        assertThat(CodePages.find("../pilot/policy", Language.ENGLISH)).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
