package dev.roi.rules.policy;

import dev.roi.core.Nearest;
import dev.roi.core.json.Node;
import dev.roi.core.text.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the placeholders of sentences can stand for. */
final class Placeholders {

    /** What can be said of an indicator, after its name and a full stop. */
    static final List<String> OF_INDICATOR = List.of(
            "baseline",
            "change",
            "gain",
            "name",
            "brief",
            "definition",
            "parts",
            "largest-part",
            "smallest-part",
            "grown-part");

    /** What a reason can say of what it rests on. */
    static final List<String> OF_REASON = List.of(
            "indicator",
            "name",
            "value",
            "dark",
            "baseline",
            "change",
            "definition",
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

    private final Expect expect;
    private final DeclaredNames indicators;
    private final DeclaredNames thresholds;

    Placeholders(Expect expect, DeclaredNames indicators, DeclaredNames thresholds) {
        this.expect = expect;
        this.indicators = indicators;
        this.thresholds = thresholds;
    }

    /** Checks that every placeholder of a sentence stands for something. */
    void check(Node node, Template template) {
        check(node, template, Set.of());
    }

    /** Checks that every placeholder of a sentence stands for something, or for one of these. */
    void check(Node node, Template template, Set<String> besides) {
        for (String placeholder : template.placeholders()) {
            if (!besides.contains(placeholder) && !isKnown(placeholder)) {
                List<String> known = new ArrayList<>(besides);
                known.addAll(all());
                unknown(node, placeholder, known);
            }
        }
    }

    /** Checks that a sentence has no other placeholders than these. */
    void checkOnly(Node node, Template template, Set<String> known) {
        for (String placeholder : template.placeholders()) {
            if (!known.contains(placeholder)) {
                unknown(node, placeholder, known);
            }
        }
    }

    /** What is written as a threshold is, with a full stop, most likely means one. */
    private void unknown(Node node, String placeholder, Collection<String> known) {
        boolean isDetail = OF_INDICATOR.contains(placeholder.substring(placeholder.lastIndexOf('.') + 1));
        Optional<String> threshold = placeholder.indexOf('.') < 0 || isDetail
                ? Optional.empty()
                : Nearest.to(
                        placeholder,
                        known.stream().filter(thresholds.names()::contains).toList());
        expect.fault(
                PolicyCode.WRONG_TEXT,
                node,
                "nothing is called `{%s}`.".formatted(placeholder),
                Optional.of(threshold
                        .map("Did you mean `%s`?"::formatted)
                        .orElseGet(() -> Expect.suggest(placeholder, known))));
    }

    private boolean isKnown(String placeholder) {
        if (OF_REASON.contains(placeholder)
                || OF_REVIEW.contains(placeholder)
                || indicators.has(placeholder)
                || thresholds.has(placeholder)) {
            return true;
        }
        int end = placeholder.lastIndexOf('.');
        return end > 0
                && OF_INDICATOR.contains(placeholder.substring(end + 1))
                && indicators.has(placeholder.substring(0, end));
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(OF_REASON);
        all.addAll(OF_REVIEW);
        all.addAll(thresholds.names());
        for (String indicator : indicators.names()) {
            all.add(indicator);
            OF_INDICATOR.forEach(detail -> all.add(indicator + "." + detail));
        }
        return all;
    }
}
