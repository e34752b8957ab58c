package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Baseline;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.text.Template;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates filled with a lead time of 8.5 days against 10, and money in euros. */
class SentencesTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Policy POLICY = Engine.builtIn("coding-agent").policy();
    private static final IndicatorId LEAD_TIME = new IndicatorId("lead-time");

    private static Sentences in(String language) {
        Scorecard scorecard = Scorecard.of(Scope.of(Level.TEAM, "payments"))
                .currency("EUR")
                .baseline(LEAD_TIME, Baseline.of("10"))
                .snapshot(Snapshot.complete(
                        MAY,
                        Map.of(LEAD_TIME, Reading.of("8.5"), new IndicatorId("monthly-cost"), Reading.of("11800"))))
                .build();
        return new Sentences(POLICY, Assessment.of(POLICY, scorecard, MAY), POLICY.texts(new Language(language)));
    }

    private static String filled(String language, String template) {
        return in(language).fill(Template.parse(template), Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | {lead-time} | 8.5 days",
                "fr | {lead-time} | 8,5 jours",
                "en | {lead-time.baseline} | 10 days",
                "en | {lead-time.change} | −15%",
                "en | {monthly-cost} | €11,800",
                "en | {extend.months} | 3 months",
                "fr | {extend.months} | 3 mois"
            })
    void a_placeholder_names_a_reading_what_belongs_to_it_or_a_threshold(
            String language, String template, String expected) {
        assertThat(filled(language, template).replace('\u00a0', ' ').replace('\u202f', ' '))
                .isEqualTo(expected);
    }

    @Test
    void what_a_sentence_needs_and_nothing_is_known_of_reads_as_unknown() {
        assertThat(filled("en", "Rework is {rework-rate}.")).isEqualTo("Rework is unknown.");
    }

    @Test
    void a_part_in_double_brackets_is_left_out_where_nothing_fills_it() {
        assertThat(filled("en", "Lead time {lead-time}[[, rework {rework-rate}]]."))
                .isEqualTo("Lead time 8.5 days.");
    }

    @Test
    void what_a_rule_saw_stands_before_what_the_month_says() {
        assertThat(in("en").fill(Template.parse("{lead-time}"), Map.of("lead-time", "9 days (April)")))
                .isEqualTo("9 days (April)");
    }

    @Test
    void a_sentence_begins_with_a_capital_letter() {
        assertThat(in("fr").capital("étendre")).isEqualTo("Étendre");
        assertThat(in("en").capital("")).isEmpty();
    }
}
