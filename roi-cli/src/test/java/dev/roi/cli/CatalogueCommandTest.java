package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Language;
import dev.roi.governance.catalogue.Catalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_built_in_policy_as_markdown_in_english_is_meant_where_nothing_is_said() {
        String page = Ran.of("catalogue").done();
        Catalogue catalogue = Catalogue.of(Cards.ENGINE.policy());
        assertThat(page)
                .isEqualTo("%s\n%s".formatted(catalogue.markdown(), catalogue.vocabulary()))
                .contains("## What rules can ask about\n", "### ReviewMonth\n");
        assertThat(Ran.of("catalogue", "coding-agent", "--format", "markdown", "--lang", "en")
                        .done())
                .isEqualTo(page);
    }

    @Test
    void html_in_french_goes_to_a_file() {
        Path file = folder.resolve("politique.html");
        assertThat(Ran.of("catalogue", "--format", "html", "--lang", "fr", "--out", file.toString())
                        .done())
                .isEmpty();
        assertThat(file)
                .hasContent(Catalogue.of(Cards.ENGINE.policy(), Language.FRENCH).html());
    }

    @Test
    void a_directory_has_a_catalogue_that_says_what_it_is_a_copy_of() {
        Path copy = folder.resolve("my-policy");
        Ran.of("init", copy.toString()).done();
        assertThat(Ran.of("catalogue", copy.toString()).done()).contains("- **Copy of** coding-agent 1.0.0, sha256:");
    }

    @Test
    void what_is_wrong_is_named() {
        assertThat(Ran.of("catalogue", "--format", "pdf").refused())
                .startsWith("roi catalogue: unknown format `pdf`. There are `markdown` and `html`.\n");
        assertThat(Ran.of("catalogue", "coding-agnet").refused()).contains("Did you mean `coding-agent`?");
    }
}
