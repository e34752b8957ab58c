package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.PolicyRef;
import dev.roi.core.Scope;
import dev.roi.core.ThresholdId;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.text.Bundle;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import dev.roi.core.trend.ControlChart;
import dev.roi.rules.Series;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The words around a review in one language, for every form that it is rendered in. */
final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int SHORT_FINGERPRINT = "sha256:".length() + 12;

    // read and parsed once for each language, of which there are at most as many as pairs of letters
    private static final Map<Language, Loaded> LOADED = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Bundle bundle;
    private final Quantities quantities;
    private final Map<String, Template> templates;

    Words(Language language) {
        Loaded loaded = LOADED.computeIfAbsent(language, Loaded::of);
        this.locale = language.locale();
        this.bundle = loaded.bundle();
        this.quantities = loaded.quantities();
        this.templates = loaded.templates();
    }

    /** What is worked out from other figures is not given to the cent. */
    static Exact whole(Exact amount) {
        return Exact.of(amount.rounded(0));
    }

    private record Loaded(Bundle bundle, Quantities quantities, Map<String, Template> templates) {

        static Loaded of(Language language) {
            return new Loaded(
                    Bundle.of(Words.class, "report", language), Quantities.of(language), new ConcurrentHashMap<>());
        }
    }

    String get(String key) {
        return bundle.get(key);
    }

    Optional<String> find(String key) {
        return bundle.find(key);
    }

    String fill(String key, Map<String, String> values) {
        return templates
                .computeIfAbsent(key, missing -> Template.parse(bundle.get(missing)))
                .render(name -> Optional.ofNullable(values.get(name)));
    }

    String label(String text) {
        return fill("label", Map.of("text", text));
    }

    String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int second = text.offsetByCodePoints(0, 1);
        return text.substring(0, second).toUpperCase(locale) + text.substring(second);
    }

    Quantities quantities() {
        return quantities;
    }

    String decision(Decision decision) {
        return bundle.get("decision." + decision.word());
    }

    String level(Level level) {
        return bundle.get("level." + level.word());
    }

    String reason(UnknownReason reason) {
        return bundle.get("unknown." + reason.word());
    }

    String trend(Trend trend) {
        String course = bundle.get("trend." + trend.course().word());
        return trend.reason()
                .map(reason -> fill(
                        "trend.because",
                        Map.of("course", course, "reason", bundle.get("trend-reason." + reason.word()))))
                .orElse(course);
    }

    /** Where an indicator is going; where that is undetermined, how many months there are, and how many it takes. */
    String trend(Series series) {
        Trend trend = series.cell().trend();
        if (trend.reason()
                .filter(reason -> reason == Trend.Reason.UNKNOWN_THIS_MONTH)
                .isPresent()) {
            return get("dashboard.nothing");
        }
        if (trend.reason()
                        .filter(reason -> reason == Trend.Reason.INSUFFICIENT_HISTORY)
                        .isEmpty()
                || series.chart().isEmpty()) {
            return trend(trend);
        }
        ControlChart chart = series.chart().get();
        boolean isTooShort = chart.points() < chart.settings().signalPoints();
        return fill(
                isTooShort ? "trend.too-few" : "trend.no-signal",
                Map.of(
                        "months", String.valueOf(chart.points()),
                        "needed",
                                String.valueOf(
                                        isTooShort
                                                ? chart.settings().signalPoints()
                                                : chart.settings().stablePoints())));
    }

    String scope(Scope scope) {
        return fill(
                scope.name().equals(scope.id()) ? "scope.unnamed" : "scope.named",
                Map.of("name", scope.name(), "id", scope.id(), "level", level(scope.level())));
    }

    /** When it was, as people write it; the zone is always the same. */
    String moment(Instant at) {
        ZonedDateTime when = at.atZone(ZoneOffset.UTC);
        return fill("moment", Map.of("day", day(at), "time", TIME.format(when)));
    }

    String day(Instant at) {
        return quantities.day(at.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** What to call a page about a scope and a month, so that it can be told from those of others. */
    String named(String headline, Scope scope, YearMonth month) {
        return fill(
                "page.named", Map.of("headline", headline, "scope", scope(scope), "month", quantities.month(month)));
    }

    /** What was assumed of thresholds, and that nothing is recommended by that. */
    String assumed(Map<ThresholdId, Exact> assumed) {
        List<String> values = assumed.entrySet().stream()
                .map(value -> "%s = %s".formatted(value.getKey(), quantities.limit(value.getValue(), Unit.COUNT)))
                .toList();
        return fill("assumed.values", Map.of("values", quantities.list(values)));
    }

    String colophon(PolicyRef policy, YearMonth month) {
        return fill(
                "colophon",
                Map.of(
                        "policy", policy.id().value(),
                        "version", policy.version(),
                        "fingerprint", fingerprint(policy),
                        "month", quantities.month(month)));
    }

    /** The beginning of a fingerprint, as long as people compare. */
    String fingerprint(PolicyRef policy) {
        return policy.fingerprint().value().substring(0, SHORT_FINGERPRINT);
    }
}
