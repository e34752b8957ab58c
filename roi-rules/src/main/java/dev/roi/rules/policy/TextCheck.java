package dev.roi.rules.policy;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Language;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.Faults;
import dev.roi.core.text.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks that every placeholder of a sentence stands for something. */
final class TextCheck {

    /** What can be said of an indicator, after its name and a full stop. */
    static final List<String> OF_INDICATOR =
            List.of("baseline", "change", "gain", "name", "brief", "largest-part", "grown-part");

    /** What a reason can say of what it rests on. */
    static final List<String> OF_REASON = List.of(
            "indicator",
            "name",
            "value",
            "dark",
            "baseline",
            "change",
            "limit",
            "reason",
            "note",
            "part",
            "share",
            "growth",
            "months",
            "possible");

    /** What can be said of a review as a whole. */
    static final List<String> OF_REVIEW = List.of(
            "scope",
            "month",
            "headline",
            "levers",
            "improved",
            "same",
            "worse",
            "undetermined",
            "vetoes",
            "unknown",
            "workflows");

    private final Faults faults;
    private final Set<String> known = new TreeSet<>();

    TextCheck(Faults faults, IndicatorSet indicators, Map<ThresholdId, Threshold> thresholds) {
        this.faults = faults;
        for (Indicator indicator : indicators.indicators()) {
            known.add(indicator.id().value());
            OF_INDICATOR.forEach(detail -> known.add(indicator.id() + "." + detail));
        }
        thresholds.keySet().forEach(id -> known.add(id.value()));
        known.addAll(OF_REASON);
        known.addAll(OF_REVIEW);
    }

    void check(Map<Language, Texts> texts) {
        texts.forEach((language, sentences) -> {
            sentences.rules().forEach((rule, words) -> {
                check(language, "/rules/%s/headline".formatted(rule), words.headline());
                check(language, "/rules/%s/text".formatted(rule), words.text());
            });
            check(language, "/questions/financed", sentences.questions().financed());
            check(language, "/questions/obtained", sentences.questions().obtained());
            check(language, "/questions/risked", sentences.questions().risked());
            check(language, "/questions/decided", sentences.questions().decided());
            sentences.needs().forEach((decision, needs) -> {
                for (int i = 0; i < needs.size(); i++) {
                    check(language, "/needs/%s/%s".formatted(decision.word(), i), needs.get(i));
                }
            });
        });
    }

    private void check(Language language, String pointer, Template template) {
        for (String placeholder : template.placeholders()) {
            if (!known.contains(placeholder)) {
                faults.add(new Fault(
                        PolicyCode.WRONG_TEXT.id(),
                        Severity.ERROR,
                        new Place("texts/%s.yaml".formatted(language), 0, 0, pointer),
                        "nothing is called `{%s}`.".formatted(placeholder),
                        Optional.of(Expect.suggest(placeholder, known))));
            }
        }
    }
}
