package dev.roi.cli;

import dev.roi.core.Baseline;
import dev.roi.core.Breakdown;
import dev.roi.core.Direction;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import dev.roi.core.text.Quantities;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A scorecard in which every indicator of a policy is unknown, with a note of what belongs there. */
final class EmptyScorecard {

    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final Unit EURO = new Unit("EUR");

    private final Texts texts;
    private final Quantities quantities;
    private final Properties words;

    private EmptyScorecard(Texts texts, Language language) {
        this.texts = texts;
        this.quantities = texts.quantities();
        this.words = words(language);
    }

    static Scorecard of(Policy policy, Language language) {
        EmptyScorecard empty = new EmptyScorecard(policy.texts(language), language);
        Scope scope = new Scope(Level.WORKFLOW, "my-scope", empty.word("scope"), Optional.of(MONTH));
        Scorecard.Builder scorecard = Scorecard.of(scope)
                .policy(policy.ref().id())
                .currency(EURO.id())
                .workflow(new Workflow(
                        scope.id(),
                        scope.name(),
                        Workflow.Authorisation.AUTHORISED,
                        Workflow.Priority.PRIORITY,
                        Optional.of(empty.word("owner"))));
        Map<IndicatorId, Reading> readings = new LinkedHashMap<>();
        for (Indicator indicator : policy.indicators().indicators()) {
            String note = empty.note(indicator);
            readings.put(indicator.id(), new Reading.Unknown(UnknownReason.NOT_REPORTED, Optional.of(note)));
            if (indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED) {
                scorecard.baseline(indicator.id(), new Baseline.Undefined(Optional.of(empty.word("before") + note)));
            }
        }
        return scorecard.snapshot(Snapshot.complete(MONTH, readings)).build();
    }

    private String note(Indicator indicator) {
        List<String> said = new ArrayList<>();
        boolean whole = indicator.counting() == Indicator.Counting.WHOLE;
        said.add(values(indicator) + (whole ? ", " + word("whole") : ""));
        if (indicator.hasBetterSide()) {
            said.add(word(indicator.direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower"));
        }
        if (indicator.extendNeed() == Indicator.ExtendNeed.NEEDED) {
            said.add(word("needed"));
        }
        indicator.breakdown().ifPresent(breakdown -> said.add(parts(breakdown)));
        return name(indicator) + word("colon") + String.join(word("then"), said);
    }

    private String name(Indicator indicator) {
        Texts.BlockWords block = texts.blocks().get(indicator.block());
        Texts.IndicatorWords named = texts.indicators().get(indicator.id());
        return (block != null ? block.name() : indicator.block().value())
                + word("block")
                + (named != null ? named.name() : indicator.id().value());
    }

    private String values(Indicator indicator) {
        Unit unit = indicator.unit().equals(Unit.CURRENCY) ? EURO : indicator.unit();
        Range range = indicator.range();
        Optional<String> least = range.least().map(end -> quantities.format(end, unit));
        Optional<String> most = range.most().map(end -> quantities.format(end, unit));
        if (least.isPresent() && most.isPresent()) {
            return word("between").replace("{least}", least.get()).replace("{most}", most.get());
        }
        return least.map(end -> word("least").replace("{least}", end))
                .or(() -> most.map(end -> word("most").replace("{most}", end)))
                .orElseGet(() -> word("any").replace("{such}", quantities.format(Exact.of("10"), unit)));
    }

    private String parts(Breakdown breakdown) {
        String by = word("parts").replace("{dimension}", breakdown.dimension().word());
        return breakdown.parts().isEmpty() ? by : by + word("colon") + String.join(", ", breakdown.parts());
    }

    private String word(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return word;
    }

    private static Properties words(Language language) {
        String file = "template_" + language.tag() + ".properties";
        try (InputStream stream = EmptyScorecard.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is not beside " + EmptyScorecard.class.getName());
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
