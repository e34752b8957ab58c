package dev.roi.governance.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.governance.sweep.Sweep.Interval;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Engine ENGINE = Engine.of(FILES);
    private static final List<Scorecard> HISTORY =
            ENGINE.read(Path.of("../roi-examples/data/rollout/mobile.json")).scorecards();

    private static Sweep sweep(String threshold) {
        return Sweep.of(FILES, new ThresholdId(threshold), HISTORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extend.months",
                "budget.consumed",
                "adoption.low",
                "comparison.tolerance",
                "risk.off-policy",
                "forecast.growth",
                "lag.defects"
            })
    void intervals_cover_the_range_without_a_gap_and_reviews_agree_at_their_ends_and_in_their_middles(String name) {
        Sweep sweep = sweep(name);
        List<Interval> intervals = sweep.intervals();

        assertThat(intervals.get(0).least()).isEqualTo(sweep.range().least().orElseThrow());
        assertThat(intervals.get(intervals.size() - 1).most())
                .isEqualTo(sweep.range().most().orElseThrow());
        for (int i = 0; i < intervals.size(); i++) {
            Interval interval = intervals.get(i);
            if (i > 0) {
                assertThat(follows(intervals.get(i - 1), interval))
                        .as("%s", intervals)
                        .isTrue();
                assertThat(interval.decisions().equals(intervals.get(i - 1).decisions())
                                && interval.changes()
                                        .equals(intervals.get(i - 1).changes()))
                        .as("as few as can be: %s", intervals)
                        .isFalse();
            }
            for (Exact value : tried(interval, sweep)) {
                assertThat(decisions(sweep.threshold(), value))
                        .as("%s = %s", name, value)
                        .isEqualTo(interval.decisions());
            }
        }
    }

    private static boolean follows(Interval one, Interval next) {
        boolean isSamePoint = one.most().equals(next.least()) && one.mostIncluded() != next.leastIncluded();
        return isSamePoint || one.most().plus(Exact.ONE).equals(next.least());
    }

    private static List<Exact> tried(Interval interval, Sweep sweep) {
        List<Exact> tried = new ArrayList<>();
        if (interval.leastIncluded()) {
            tried.add(interval.least());
        }
        if (interval.mostIncluded()) {
            tried.add(interval.most());
        }
        Exact middle = interval.least().plus(interval.most()).dividedBy(Exact.of(2));
        boolean isWhole = !sweep.unit().id().equals("percent");
        if (interval.contains(middle) && (!isWhole || middle.isWhole())) {
            tried.add(middle);
        }
        return tried;
    }

    private static Map<Decision, Integer> decisions(ThresholdId threshold, Exact value) {
        Engine engine = Engine.of(Engine.read(FILES, Map.of(threshold, value)));
        Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            decisions.put(decision, 0);
        }
        for (Scorecard scorecard : HISTORY) {
            for (YearMonth month : scorecard.completeMonths()) {
                decisions.merge(engine.decide(scorecard, ReviewRequest.LATEST.forMonth(month)), 1, Integer::sum);
            }
        }
        return decisions;
    }

    @Test
    void nothing_is_otherwise_at_todays_value() {
        Sweep sweep = sweep("extend.months");

        assertThat(sweep.intervals().stream().filter(interval -> interval.contains(sweep.value())))
                .singleElement()
                .matches(interval -> interval.changes().isEmpty());
    }

    @Test
    void it_is_told_as_text_in_both_languages_and_as_markdown() {
        Sweep sweep = sweep("extend.months");

        assertThat(sweep.text(Language.ENGLISH))
                .startsWith("extend.months of coding-agent ")
                .contains("* 3 months", "Mobile apps (made up), November 2026: extend instead of maintain");
        assertThat(sweep.text(Language.FRENCH)).contains("«\u00a0étendre\u00a0» et non «\u00a0maintenir\u00a0»");
        assertThat(sweep.markdown(Language.ENGLISH)).contains("| Values | stop | adjust | maintain | extend |");
    }

    @Test
    void as_a_page_each_interval_has_its_bars_beside_its_numbers_in_both_languages() {
        Sweep sweep = sweep("extend.months");

        String page = sweep.html(Language.ENGLISH);
        assertThat(page)
                .contains(
                        "default-src 'none'",
                        "<title>extend.months of coding-agent ",
                        "<tr class=\"today\"><th scope=\"row\">3 months")
                .doesNotContain("<script");
        assertThat(page.split("<svg ", -1)).hasSize(sweep.intervals().size() + 1);
        assertThat(sweep.html(Language.FRENCH))
                .contains("<html lang=\"fr\">", "«\u00a0étendre\u00a0» et non «\u00a0maintenir\u00a0»");
    }

    @Test
    void a_threshold_that_there_is_not_is_refused_with_the_likely_one() {
        assertThatThrownBy(() -> sweep("extend.month"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .matches(fault -> fault.help().orElse("").contains("extend.months")));
    }
}
