package dev.roi.rules.whatif;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.text.Bundle;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.whatif.WhatIf.Bound;
import dev.roi.rules.whatif.WhatIf.Keep;
import dev.roi.rules.whatif.WhatIf.Kind;
import dev.roi.rules.whatif.WhatIf.Move;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts what was found into words: the library's sentences, with the policy's names. For use by one thread. */
final class Words {

    private static final int TENTHS = 10;

    private final Assessment assessment;
    private final Bundle bundle;
    private final Texts texts;
    private final Quantities quantities;
    private final Language language;

    Words(Policy policy, Language language, Assessment assessment) {
        this.assessment = assessment;
        this.language = language;
        this.bundle = Bundle.of(Words.class, "whatif", language);
        this.texts = policy.texts(language);
        this.quantities = texts.quantities();
    }

    private String fill(String key, Map<String, String> values) {
        return Template.parse(bundle.get(key)).render(name -> Optional.ofNullable(values.get(name)));
    }

    Unit unit(Indicator indicator) {
        return assessment.unit(indicator);
    }

    Move move(Step step) {
        return new Move(
                Optional.of(step.axis().id()),
                Optional.empty(),
                step.kind(),
                step.axis().from(),
                step.to(),
                step.limit().map(Step.Limit::bound),
                step.limit().map(Step.Limit::value),
                unit(step.axis().indicator()));
    }

    String change(Decision from, Decision to, int months, YearMonth earliest, List<Move> moves) {
        List<String> now = new ArrayList<>();
        List<String> lasting = new ArrayList<>();
        for (Move move : moves) {
            (move.kind() == Kind.WAIT ? lasting : now).add(said(move));
        }
        Map<String, String> values = new HashMap<>();
        if (!now.isEmpty()) {
            values.put("what", quantities.list(now));
        }
        if (months > 0) {
            Map<String, String> wait = new HashMap<>(Map.of("months", String.valueOf(months)));
            if (!lasting.isEmpty()) {
                wait.put("what", quantities.list(lasting));
            }
            String key = now.isEmpty() ? "wait" : "wait.then";
            values.put("wait", fill(months == 1 ? key + ".one" : key, wait));
            values.put("month", quantities.month(earliest));
        }
        return fill((to.compareTo(from) > 0 ? "better." : "worse.") + to.word(), values);
    }

    private String said(Move move) {
        Map<String, String> values = new HashMap<>();
        values.put(
                "indicator",
                move.indicator()
                        .map(this::brief)
                        .or(() -> move.threshold().map(ThresholdId::value))
                        .orElseThrow());
        move.limit().ifPresent(limit -> values.put("limit", quantities.limit(limit, move.unit())));
        move.from()
                .filter(from -> move.kind() != Kind.WAIT)
                .ifPresent(from -> values.put(
                        "from",
                        move.limit()
                                .map(limit -> quantities.format(from, move.unit(), limit))
                                .orElseGet(() -> quantities.format(from, move.unit()))));
        String kind = move.kind() == Kind.MEASURE ? "measured" : "moved";
        return fill(kind + "." + move.bound().map(Bound::word).orElse("any"), values);
    }

    Keep keep(Indicator indicator, Span span) {
        Unit unit = unit(indicator);
        Map<String, String> values = new HashMap<>();
        values.put("indicator", capital(brief(indicator.id())));
        span.least().ifPresent(end -> values.put("least", quantities.limit(end, unit)));
        span.most().ifPresent(end -> values.put("most", quantities.limit(end, unit)));
        String least = span.least()
                .map(end -> span.leastIncluded() ? "at-least" : "above")
                .orElse("any");
        String most = span.most()
                .map(end -> span.mostIncluded() ? "at-most" : "below")
                .orElse("any");
        boolean isNone = span.least().isEmpty()
                && span.most().isPresent()
                && span.most().equals(indicator.range().least());
        String key = isNone ? "keeps.none" : "keeps.%s.%s".formatted(least, most);
        return new Keep(indicator.id(), span, unit, fill(key, values));
    }

    private String capital(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(language.locale()) + text.substring(first);
    }

    private String brief(IndicatorId id) {
        return Optional.ofNullable(texts.indicators().get(id))
                .map(Texts.IndicatorWords::brief)
                .orElse(id.value());
    }

    String notDecided(int most) {
        return fill("not-decided", Map.of("reviews", quantities.format(Exact.of(most), Unit.COUNT)));
    }

    String joined() {
        return bundle.get("joined");
    }

    String passed(Decision decision, Decision beyond) {
        return fill(
                "passed",
                Map.of(
                        "decision", bundle.get("decision." + decision.word()),
                        "beyond", bundle.get("decision." + beyond.word())));
    }

    String possible(List<Decision> decisions, int open, Optional<String> givenUp) {
        Map<String, String> values = new HashMap<>();
        values.put(
                "decisions",
                decisions(
                        decisions,
                        "or",
                        decision -> fill("quoted", Map.of("decision", bundle.get("decision." + decision.word())))));
        values.put("count", String.valueOf(open));
        givenUp.ifPresent(why -> values.put("given-up", why));
        String one = open == 1 ? ".one" : "";
        return open == 0
                ? fill("possible.known", values)
                : fill((decisions.size() == 1 && givenUp.isEmpty() ? "possible.stays" : "possible.may") + one, values);
    }

    private String decisions(List<Decision> decisions, String last, Function<Decision, String> said) {
        List<String> words = decisions.stream().map(said).toList();
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1))
                        + bundle.get(last)
                        + words.get(words.size() - 1);
    }

    String method() {
        return bundle.get("method");
    }

    String share(Exact share, Decision decision) {
        long tenths = share.times(Exact.of(TENTHS)).rounded(0).longValue();
        boolean isRound = share.times(Exact.of(TENTHS)).equals(Exact.of(tenths));
        String said = bundle.get("decision." + decision.word());
        if (share.equals(Exact.ONE) || share.isZero()) {
            return fill(share.isZero() ? "share.none" : "share.all", Map.of("decision", said));
        }
        long shown = Math.max(1, Math.min(TENTHS - 1L, tenths));
        String key = (isRound ? "share" : "share.about") + (shown == 1 ? ".one" : "");
        return fill(key, Map.of("tenths", String.valueOf(shown), "decision", said));
    }

    String measure(IndicatorId id, List<Decision> between, Optional<YearMonth> due) {
        Map<String, String> values = new HashMap<>();
        values.put("indicator", capital(brief(id)));
        values.put("decisions", decisions(between, "and", decision -> bundle.get("decision." + decision.word())));
        due.ifPresent(month -> values.put("month", quantities.month(month)));
        return fill(between.size() > 1 ? "measure.decides" : "measure.no-difference", values);
    }
}
