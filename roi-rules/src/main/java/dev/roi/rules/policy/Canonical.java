package dev.roi.rules.policy;

import dev.roi.core.Block;
import dev.roi.core.Exact;
import dev.roi.core.Fingerprint;
import dev.roi.core.Indicator;
import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Objective;
import dev.roi.core.Range;
import dev.roi.core.text.Template;
import dev.roi.rules.language.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A policy written in one way only: everything that can change a byte of a review, and nothing else.
 *
 * <p>Each value is written with its length before it, so that no two policies are written alike.
 */
final class Canonical {

    private final StringBuilder text = new StringBuilder();

    private Canonical() {}

    static Fingerprint fingerprint(Policy.Parts parts) {
        Canonical canonical = new Canonical();
        canonical.policy(parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.text.toString().getBytes(StandardCharsets.UTF_8));
            return new Fingerprint("sha256:" + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private void policy(Policy.Parts parts) {
        add("roi-policy/1");
        add(parts.id());
        add(parts.version());
        all(parts.levers());
        words(parts.precedence());
        if (!parts.wrongDecisions().equals(WrongDecisions.USUAL)) {
            parts.wrongDecisions().costs().values().forEach(row -> row.values().forEach(this::add));
        }
        add(parts.trend());
        add(parts.monthKinds().size());
        parts.monthKinds().forEach(kind -> {
            add(kind.name());
            all(kind.improved());
            all(kind.noneImproved());
            all(kind.oneWorse());
            add(kind.afterMonths());
            add(kind.onUnknownMonth().word());
        });
        Map<String, Threshold> thresholds = new TreeMap<>();
        parts.thresholds()
                .values()
                .forEach(threshold -> thresholds.put(threshold.id().value(), threshold));
        add(thresholds.size());
        thresholds.forEach((id, threshold) -> {
            add(id);
            add(threshold.value());
            add(threshold.unit());
            if (!threshold.exceptions().isEmpty()) {
                all(threshold.exceptions());
                threshold.exceptions().forEach(exception -> add(exception.because()));
            }
        });
        add(parts.indicators().blocks().size());
        parts.indicators().blocks().forEach(this::block);
        add(parts.indicators().indicators().size());
        parts.indicators().indicators().forEach(this::indicator);
        add(parts.rules().size());
        parts.rules().forEach(this::rule);
        if (!parts.portfolioRules().isEmpty()) {
            add(parts.portfolioRules().size());
            parts.portfolioRules().forEach(this::rule);
        }
        add(parts.views().dashboard().size());
        parts.views().dashboard().forEach(this::all);
        add(parts.views().agenda().size());
        parts.views().agenda().forEach(topic -> {
            add(topic.name());
            add(topic.shows().word());
            all(topic.indicators());
            if (topic.minutes() != Views.Topic.USUAL_MINUTES) {
                add(topic.minutes());
            }
        });
        all(parts.views().totals());
        add(parts.views().readers().size());
        parts.views().readers().forEach((id, view) -> {
            add(id);
            add(view.rows().size());
            view.rows().forEach(this::all);
            words(view.parts());
        });
        money(parts.views());
        Map<String, Texts> texts = new TreeMap<>();
        parts.texts().forEach((language, words) -> texts.put(language.tag(), words));
        parts.texts().keySet().stream().findFirst().map(Language::tag).ifPresent(this::add);
        texts.forEach(this::texts);
    }

    /** What is usual is not written, so that a policy without it keeps the fingerprint that it had. */
    private void money(Views views) {
        views.money().ifPresent(money -> {
            add(money.cost());
            maybe(money.budget());
            maybe(money.forecast());
        });
    }

    private void block(Block block) {
        add(block.id());
        all(block.judgedBy());
    }

    private void indicator(Indicator indicator) {
        add(indicator.id());
        add(indicator.block());
        add(indicator.unit());
        range(Optional.of(indicator.range()));
        add(indicator.counting().word());
        add(indicator.direction().word());
        range(indicator.target());
        add(indicator.nature().word());
        add(indicator.lagMonths());
        add(indicator.tolerance());
        add(indicator.baselineNeed().word());
        add(indicator.extendNeed().word());
        add(indicator.additivity().word());
        maybe(indicator.breakdown().map(breakdown -> breakdown.dimension().word()));
        all(indicator.breakdown().map(breakdown -> breakdown.parts()).orElse(java.util.List.of()));
        maybe(indicator.breakdown().map(breakdown -> breakdown.counting().word()));
        maybe(indicator.partOf());
        maybe(indicator.growsOver());
        maybe(indicator.computed());
        all(indicator.definitions());
        range(indicator.objective().map(Objective::range));
        maybe(indicator.objective().map(objective -> objective.ends().word()));
        maybe(indicator.casesOf());
        maybe(indicator.budget().map(share -> share.cost().value()));
        maybe(indicator.budget().map(share -> share.of().word()));
        maybe(indicator.trust().leastSample());
        all(indicator.trust().otherPopulations());
        maybe(indicator.trust().notAbove());
        maybe(indicator.trust().notAboveCasesOf());
        maybe(indicator.trust().about());
        all(indicator.trust().notFreeWith());
        add(indicator.shown().word());
    }

    private void range(Optional<Range> range) {
        maybe(range.flatMap(Range::least).map(Exact::toString));
        maybe(range.flatMap(Range::most).map(Exact::toString));
    }

    private void rule(Rule rule) {
        add(rule.id());
        add(rule.consequence().effect().word());
        add(rule.consequence().standing());
        maybe(rule.consequence().lever());
        if (!rule.isPlain()) {
            add(rule.elements().size());
            rule.elements().forEach(this::add);
            return;
        }
        add(rule.conditions().size());
        rule.conditions().forEach(condition -> {
            add(condition.presence());
            add(condition.type().word());
            add(condition.constraints().size());
            condition.constraints().forEach(constraint -> {
                add(constraint.field().name());
                add(constraint.operator().sign());
                all(constraint.words());
                maybe(constraint.limit());
            });
        });
    }

    private void texts(String language, Texts texts) {
        add(language);
        add(texts.title());
        sorted(texts.blocks());
        sorted(texts.indicators());
        sorted(texts.levers());
        Map<String, Texts.RuleWords> rules = new TreeMap<>();
        texts.rules().forEach((id, words) -> rules.put(id.value(), words));
        rules.forEach((id, words) -> {
            add(id);
            add(words.headline());
            add(words.text());
        });
        sorted(texts.parts());
        sorted(texts.definitions());
        Map<String, Texts.ViewWords> views = new TreeMap<>();
        texts.views().forEach((id, words) -> views.put(id.value(), words));
        add(views.size());
        views.forEach((id, words) -> {
            add(id);
            add(words.title());
            add(words.headline());
            add(words.questions().size());
            words.questions().forEach(asked -> {
                add(asked.question());
                add(asked.answer());
            });
        });
        sorted(texts.topics());
        add(texts.questions().financed());
        add(texts.questions().obtained());
        add(texts.questions().risked());
        add(texts.questions().decided());
        texts.needs().forEach((decision, needs) -> {
            add(decision.word());
            add(needs.size());
            for (Template need : needs) {
                add(need);
            }
        });
        texts.phrases().forEach((phrase, template) -> {
            add(phrase.key());
            add(template);
        });
        sorted(texts.units());
    }

    private void sorted(Map<?, ?> map) {
        Map<String, String> entries = new TreeMap<>();
        map.forEach((key, value) -> entries.put(key.toString(), value.toString()));
        add(entries.size());
        entries.forEach((key, value) -> {
            add(key);
            add(value);
        });
    }

    private void words(Collection<? extends Keyword> values) {
        all(values.stream().map(Keyword::word).toList());
    }

    private void all(Collection<?> values) {
        add(values.size());
        values.forEach(this::add);
    }

    private void maybe(Optional<?> value) {
        add(value.isPresent() ? "+" : "-");
        value.ifPresent(this::add);
    }

    private void add(Object value) {
        String written = value.toString();
        text.append(written.length()).append(':').append(written).append('\n');
    }
}
