package dev.roi.examples;

import static dev.roi.core.Pinned.assertPinned;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.View;
import dev.roi.core.ViewId;
import dev.roi.core.json.Json;
import dev.roi.core.json.Schema;
import dev.roi.report.Report;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked case with S2's own figures, and what each reader sees of it. */
class AssistantCaseTest {

    private static final Engine ENGINE = Engine.builtIn("assistant");
    private static final Scorecard CASE = ENGINE.read(Path.of("data/assistant/scorecard.json")).scorecards().stream()
            .findFirst()
            .orElseThrow();

    private static View view(String name, Language language) {
        return ENGINE.view(CASE, new ViewId(name), ReviewRequest.LATEST.in(language));
    }

    @Test
    void the_figures_are_those_of_the_source() {
        Exact hours = CASE.snapshots().stream()
                .map(snapshot -> snapshot.reading(new IndicatorId("hours-saved"))
                        .known()
                        .orElseThrow()
                        .value())
                .reduce(Exact.ZERO, Exact::plus);
        assertThat(hours).isEqualTo(Exact.of(700));
        assertThat(ENGINE.review(CASE).dashboard().rows().get(0).cells().get(0).value())
                .contains(Exact.of(65));
    }

    @Test
    void its_review_is_as_agreed_in_both_languages() {
        assertPinned(
                "examples/assistant/review-en.txt",
                Report.of(ENGINE.review(CASE)).text());
        assertPinned(
                "examples/assistant/review-fr.txt",
                Report.of(ENGINE.review(CASE, ReviewRequest.LATEST.in(Language.FRENCH)))
                        .text());
    }

    @Test
    void the_same_figures_with_little_adoption_are_a_human_failure() {
        Scorecard unused = withJune(Map.of(new IndicatorId("weekly-active-rate"), Reading.of("45")));
        assertThat(ENGINE.review(unused).headline()).isEqualTo("Adjust: efficiency without adoption: a human failure");
    }

    private static Scorecard withJune(Map<IndicatorId, Reading> changed) {
        List<Snapshot> snapshots = CASE.snapshots();
        Snapshot june = snapshots.get(snapshots.size() - 1);
        Map<IndicatorId, Reading> readings = new TreeMap<>(june.readings());
        readings.putAll(changed);
        Scorecard.Builder builder = Scorecard.of(CASE.scope()).currency("EUR");
        CASE.baselines().forEach(builder::baseline);
        snapshots.subList(0, snapshots.size() - 1).forEach(builder::snapshot);
        return builder.snapshot(Snapshot.complete(june.month(), readings)).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"managers", "finance", "real-time", "executive-committee"})
    void each_reader_s_view_is_as_agreed(String name) {
        assertPinned(
                "examples/assistant/view-%s-en.txt".formatted(name),
                Report.of(view(name, Language.ENGLISH)).text());
        assertPinned(
                "examples/assistant/view-%s-fr.txt".formatted(name),
                Report.of(view(name, Language.FRENCH)).text());
    }

    @Test
    void every_view_of_every_policy_fits_a_page_and_a_terminal_and_is_valid_by_its_schema() {
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Schema.VIEW.text());
        Engine coding = Engine.builtIn("coding-agent");
        Scorecard agent = coding.read(Path.of("data/first/scorecard.json")).scorecards().stream()
                .findFirst()
                .orElseThrow();
        Map.of(ENGINE, CASE, coding, agent).forEach((engine, scorecard) -> {
            assertThat(engine.policy().views().readers()).hasSize(8);
            engine.policy()
                    .views()
                    .readers()
                    .keySet()
                    .forEach(id -> engine.policy().languages().forEach(language -> {
                        View view = engine.view(scorecard, id, ReviewRequest.LATEST.in(language));
                        assertThat(Report.of(view).text().lines())
                                .as("%s in %s", id, language)
                                .hasSizeLessThanOrEqualTo(66)
                                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
                        assertThat(schema.validate(Json.write(view), InputFormat.JSON))
                                .isEmpty();
                        assertThat(Report.of(view).markdown()).contains(view.headline());
                        assertThat(view.decision())
                                .isEqualTo(engine.review(scorecard).decision());
                    }));
        });
    }

    @Test
    void a_view_that_asks_for_parts_shows_them_and_only_them() {
        assertThat(view("managers", Language.ENGLISH).lines().get(0).parts())
                .extracting(View.Part::dimension, View.Part::part, View.Part::valueText)
                .contains(
                        Assertions.tuple(Dimension.DEPARTMENT, "service", "82.5%"),
                        Assertions.tuple(Dimension.PROFILE, "managers", "51.1%"));
        assertThat(view("strategic", Language.ENGLISH).lines())
                .flatExtracting(View.Line::parts)
                .extracting(View.Part::dimension)
                .containsOnly(Dimension.DESTINATION);
        assertThat(view("finance", Language.ENGLISH).lines())
                .flatExtracting(View.Line::parts)
                .isEmpty();
    }

    @Test
    void a_view_that_there_is_not_is_refused_with_those_there_are() {
        Assertions.assertThatThrownBy(() -> view("finanse", Language.ENGLISH))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the policy `assistant` has no view `finanse`. Did you mean `finance`?");
        Assertions.assertThatThrownBy(() -> view("xyz", Language.ENGLISH))
                .hasMessageContaining("There are: real-time, quality, strategic, finance, it, product-and-delivery,"
                        + " managers, executive-committee.");
    }
}
