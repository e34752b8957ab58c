package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.IndicatorId;
import dev.roi.core.Keyword;
import dev.roi.core.PolicyRef;
import dev.roi.core.Scope;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what would change decisions for programs: the same bytes for equal objects. */
public final class WhatIfJson {

    private static final String FORMAT = "roi-whatif/1";
    private static final String PORTFOLIO_FORMAT = "roi-portfolio-whatif/1";

    private WhatIfJson() {}

    /**
     * Writes what was found for one scope.
     *
     * @param found what was found
     * @return a document {@code roi-whatif/1}
     */
    public static String write(WhatIf found) {
        return Json.write(document(found));
    }

    /**
     * Writes what was found for several scopes.
     *
     * @param found what was found, in the order of the scopes
     * @return a document {@code roi-portfolio-whatif/1}
     */
    public static String write(List<WhatIf> found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", PORTFOLIO_FORMAT);
        document.put("results", found.stream().map(WhatIfJson::document).toList());
        return Json.write(document);
    }

    static Map<String, Object> document(WhatIf found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("policy", policy(found.policy()));
        document.put("scope", scope(found.scope()));
        document.put("month", found.month().toString());
        document.put("decision", found.decision().word());
        document.put("headline", found.headline());
        document.put("changes", found.changes().stream().map(WhatIfJson::change).toList());
        document.put(
                "impossible",
                found.impossible().stream().map(WhatIfJson::impossible).toList());
        document.put("worse", found.worse().stream().map(WhatIfJson::change).toList());
        document.put("keeps", found.keeps().stream().map(WhatIfJson::keep).toList());
        document.put("possible", possible(found.possible()));
        document.put("share", found.share().map(WhatIfJson::share));
        document.put(
                "measureNext",
                found.measureNext().stream().map(WhatIfJson::measure).toList());
        document.put("undecided", words(found.undecided()));
        return document;
    }

    private static Map<String, Object> policy(PolicyRef policy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", policy.id().value());
        fields.put("version", policy.version());
        fields.put("fingerprint", policy.fingerprint().value());
        return fields;
    }

    private static Map<String, Object> scope(Scope scope) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("level", scope.level().word());
        fields.put("id", scope.id());
        fields.put("name", scope.name());
        return fields;
    }

    private static Map<String, Object> change(WhatIf.Change change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("to", change.to().word());
        fields.put("kinds", words(change.kinds()));
        fields.put("earliest", change.earliest().toString());
        fields.put("months", change.months());
        fields.put("sentence", change.sentence());
        fields.put(
                "readings",
                change.moves().stream()
                        .filter(move -> move.indicator().isPresent())
                        .map(WhatIfJson::move)
                        .toList());
        fields.put(
                "thresholds",
                change.moves().stream()
                        .filter(move -> move.threshold().isPresent())
                        .map(WhatIfJson::move)
                        .toList());
        fields.put("decision", change.to().word());
        fields.put("headline", change.headline());
        return fields;
    }

    private static Map<String, Object> move(WhatIf.Move move) {
        Map<String, Object> fields = new LinkedHashMap<>();
        move.indicator().map(IndicatorId::value).ifPresent(id -> fields.put("indicator", id));
        move.threshold().map(ThresholdId::value).ifPresent(id -> fields.put("threshold", id));
        fields.put("kind", move.kind().word());
        fields.put("from", move.from());
        fields.put("to", move.to());
        fields.put("bound", move.bound().map(Keyword::word));
        fields.put("limit", move.limit());
        fields.put("unit", move.unit().id());
        return fields;
    }

    private static Map<String, Object> impossible(WhatIf.Impossible impossible) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("to", impossible.to().word());
        fields.put("upTo", impossible.upTo());
        fields.put("decided", impossible.decided());
        fields.put("because", impossible.because());
        return fields;
    }

    private static Map<String, Object> keep(WhatIf.Keep keep) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("indicator", keep.indicator().value());
        fields.put("least", keep.span().least());
        fields.put("leastIncluded", keep.span().leastIncluded());
        fields.put("most", keep.span().most());
        fields.put("mostIncluded", keep.span().mostIncluded());
        fields.put("unit", keep.unit().id());
        return fields;
    }

    private static Map<String, Object> possible(WhatIf.Possible possible) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decisions", decisions(possible.decisions()));
        fields.put("over", ids(possible.over()));
        fields.put("proved", possible.proved());
        fields.put("sentence", possible.sentence());
        return fields;
    }

    private static Map<String, Object> share(WhatIf.Share share) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", share.value());
        fields.put("over", ids(share.over()));
        fields.put("method", share.method());
        fields.put("sentence", share.sentence());
        return fields;
    }

    private static Map<String, Object> measure(WhatIf.Measure measure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("indicator", measure.indicator().value());
        fields.put("decisive", measure.decisive());
        fields.put("decisions", decisions(measure.decisions()));
        fields.put("due", measure.due().map(Object::toString));
        fields.put("worth", measure.worth());
        fields.put("sentence", measure.sentence());
        return fields;
    }

    private static List<String> decisions(List<Decision> decisions) {
        return words(decisions);
    }

    private static List<String> words(Collection<? extends Keyword> some) {
        return some.stream().map(Keyword::word).toList();
    }

    private static List<String> ids(List<IndicatorId> ids) {
        return ids.stream().map(IndicatorId::value).toList();
    }
}
