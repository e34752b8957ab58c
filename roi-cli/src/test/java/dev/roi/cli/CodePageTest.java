package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a console of Windows shows stays readable. */
class CodePageTest {

    private static String shown(String text, String charset) throws IOException {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (CodePage page = new CodePage(console, Charset.forName(charset))) {
            page.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return console.toString(Charset.forName(charset));
    }

    @ParameterizedTest
    @CsvSource({"IBM850", "windows-1252", "IBM437", "US-ASCII"})
    void french_with_its_spaces_and_apostrophes_is_readable_on_every_code_page(String charset) throws IOException {
        String shown = shown("Il n’y a rien à étendre\u202f: −3 % … « œuvre » → 5 €\n", charset);
        assertThat(shown).doesNotContain("?").startsWith("Il n").endsWith("\n");
        assertThat(shown.replace('’', '\'').replace('à', 'a').replace('é', 'e').replace('\u00a0', ' '))
                .startsWith("Il n'y a rien a etendre : -3 %");
    }

    @ParameterizedTest
    @CsvSource({"IBM850", "windows-1252"})
    void what_the_code_page_has_is_written_as_it_is(String charset) throws IOException {
        assertThat(shown("périmètre arrêté, 30\u00a0%", charset)).isEqualTo("périmètre arrêté, 30\u00a0%");
    }
}
