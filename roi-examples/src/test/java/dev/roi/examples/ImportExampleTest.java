package dev.roi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Language;
import dev.roi.core.PolicyId;
import dev.roi.core.Review;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.file.Import;
import dev.roi.imports.file.ImportReport;
import dev.roi.imports.file.Imported;
import dev.roi.rules.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportExampleTest {

    private static final Path DATA = Path.of("data/import");
    private static final Engine ENGINE = Engine.builtIn("coding-agent");

    private static Imported imported() {
        return Import.checkedAgainst(PolicyLookup.always(ENGINE.indicators()))
                .policy(new PolicyId("coding-agent"))
                .read(List.of(DATA.resolve("sources.yaml")));
    }

    @Test
    void its_page_shows_what_the_import_says() throws IOException {
        String report = ImportReport.of(imported(), scorecard -> ENGINE.policy(), Optional.empty())
                .text(Language.ENGLISH);
        String page = Files.readString(DATA.resolve("README.md"));
        String shown = page.substring(page.indexOf("Payments (made up), March"), page.indexOf("```\n\nIn the exports"));
        assertThat(report).contains(shown);
    }

    @Test
    void its_review_has_a_month_with_delivery_cost_and_quality_known() {
        Review review = ENGINE.review(imported().readings().scorecards().get(0));

        assertThat(review.month()).hasToString("2026-03");
        assertThat(review.headline()).startsWith("Extend blocked: ");
    }

    @Test
    void nothing_of_a_person_of_the_exports_comes_out() {
        assertThat(imported().toString()).doesNotContain("lena", "marc", "noor", "paul", "rita");
    }
}
