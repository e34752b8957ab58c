package dev.roi.core;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A scorecard in the terms of its policy: numbers in the units of their indicators where both are of one kind, with at most
 * {@value Exact#COMPARABLE_DECIMALS} decimals, and one spelling for definitions that differ in case and white space only.
 */
final class OwnTerms {

    /** Numbers are read with no more decimals than these. */
    private static final int DECIMALS_READ = 18;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final IndicatorSet indicators;
    private final Unit money;
    private final Map<IndicatorId, Map<String, String>> spellings = new HashMap<>();

    private OwnTerms(IndicatorSet indicators, Unit money) {
        this.indicators = indicators;
        this.money = money;
    }

    /** The terms of a policy; spellings are learned from what is translated, in its order. */
    static OwnTerms of(Scorecard scorecard, IndicatorSet indicators) {
        return new OwnTerms(indicators, scorecard.currency().map(Unit::new).orElse(Unit.CURRENCY));
    }

    /** The same terms, which may go on to learn other spellings. */
    OwnTerms copy() {
        OwnTerms copy = new OwnTerms(indicators, money);
        spellings.forEach((id, known) -> copy.spellings.put(id, new HashMap<>(known)));
        return copy;
    }

    Scorecard translated(Scorecard scorecard) {
        Map<IndicatorId, Baseline> baselines = translated(scorecard.baselines());
        List<Snapshot> snapshots = translated(scorecard.snapshots());
        boolean isSame = baselines.equals(scorecard.baselines()) && snapshots.equals(scorecard.snapshots());
        return isSame ? scorecard : scorecard.withBaselines(baselines).withSnapshots(snapshots);
    }

    Map<IndicatorId, Baseline> translated(Map<IndicatorId, Baseline> given) {
        Map<IndicatorId, Baseline> baselines = new TreeMap<>();
        given.forEach((id, baseline) -> baselines.put(id, translated(id, baseline)));
        return baselines;
    }

    List<Snapshot> translated(List<Snapshot> snapshots) {
        return snapshots.stream()
                .map(snapshot -> translated(snapshot).orElse(snapshot))
                .toList();
    }

    /** The month in own terms; nothing where it is so already. */
    private Optional<Snapshot> translated(Snapshot snapshot) {
        Map<IndicatorId, Reading> changed = new HashMap<>();
        snapshot.readings().forEach((id, reading) -> {
            if (reading instanceof Reading.Known known && !isPlain(known)) {
                Reading translated = translated(id, known, snapshot.month());
                if (!translated.equals(reading)) {
                    changed.put(id, translated);
                }
            }
        });
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Map<IndicatorId, Reading> readings = new TreeMap<>(snapshot.readings());
        readings.putAll(changed);
        return Optional.of(new Snapshot(snapshot.month(), snapshot.completeness(), readings));
    }

    /** Most readings are a number of a few decimals and nothing else. */
    private static boolean isPlain(Reading.Known known) {
        return known.unit().isEmpty()
                && known.definition().isEmpty()
                && known.covers().isEmpty()
                && !isLong(known);
    }

    private Reading translated(IndicatorId id, Reading.Known known, YearMonth month) {
        Optional<Indicator> indicator = indicators.find(id);
        if (indicator.isEmpty()) {
            return known;
        }
        Reading.Known own = isLong(known) ? rounded(known) : known;
        if (own.covers().filter(days -> !days.isPartOf(month)).isPresent()) {
            own = own.covering(Optional.empty());
        }
        Optional<Exact> factor = own.unit().flatMap(unit -> factor(unit, indicator.get()));
        if (factor.isPresent()) {
            own = times(own, factor.get()).in(Optional.empty());
        }
        Optional<String> spelling = own.definition().map(text -> spelling(indicator.get(), text));
        return spelling.equals(own.definition()) ? own : own.definedAs(spelling.orElseThrow());
    }

    private Baseline translated(IndicatorId id, Baseline baseline) {
        Optional<Indicator> indicator = indicators.find(id);
        return indicator.isEmpty()
                ? baseline
                : baseline.fold(defined -> translated(indicator.get(), defined), undefined -> undefined);
    }

    private Baseline translated(Indicator indicator, Baseline.Defined defined) {
        Baseline.Defined own =
                isLong(defined.value()) ? defined.valued(rounded(defined.value()), defined.unit()) : defined;
        Optional<Exact> factor = own.unit().flatMap(unit -> factor(unit, indicator));
        if (factor.isPresent()) {
            own = own.valued(own.value().times(factor.get()), Optional.empty());
        }
        Optional<String> spelling = own.definition().map(text -> spelling(indicator, text));
        return spelling.equals(own.definition()) ? own : own.definedAs(spelling.orElseThrow());
    }

    /** What one of a unit is in the indicator's own; nothing where they are not of one kind. */
    private Optional<Exact> factor(Unit unit, Indicator indicator) {
        Unit own = indicator.unit().equals(Unit.CURRENCY) ? money : indicator.unit();
        return unit.equals(Unit.CURRENCY) && own.equals(money) ? Optional.of(Exact.ONE) : unit.in(own);
    }

    private static Reading.Known times(Reading.Known known, Exact factor) {
        if (factor.equals(Exact.ONE)) {
            return known;
        }
        Map<Dimension, Map<String, Reading.Part>> by =
                parts(known, part -> Reading.Part.of(part.value().times(factor)));
        return known.valued(known.value().times(factor))
                .by(by)
                .within(known.uncertainty().map(doubt -> doubt.times(factor)));
    }

    private static Map<Dimension, Map<String, Reading.Part>> parts(
            Reading.Known known, UnaryOperator<Reading.Part> change) {
        Map<Dimension, Map<String, Reading.Part>> by = new TreeMap<>();
        known.by().forEach((dimension, parts) -> {
            Map<String, Reading.Part> changed = new TreeMap<>(parts);
            changed.replaceAll((name, part) -> part.rate().isPresent() ? part : change.apply(part));
            by.put(dimension, changed);
        });
        return by;
    }

    /** Tells whether a number of a reading has to be rounded; what was computed from counts does not. */
    static boolean isLong(Reading.Known known) {
        if ((known.rate().isEmpty() && isLong(known.value()))
                || known.uncertainty().filter(OwnTerms::isLong).isPresent()) {
            return true;
        }
        if (known.by().isEmpty()) {
            return false;
        }
        for (Map<String, Reading.Part> parts : known.by().values()) {
            for (Reading.Part part : parts.values()) {
                if (part.rate().isEmpty() && isLong(part.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isLong(Exact number) {
        if (number.isWhole()) {
            return false;
        }
        int decimals = number.decimals(DECIMALS_READ);
        return decimals > Exact.COMPARABLE_DECIMALS && decimals < DECIMALS_READ;
    }

    private static Reading.Known rounded(Reading.Known known) {
        Map<Dimension, Map<String, Reading.Part>> by = parts(known, part -> Reading.Part.of(rounded(part.value())));
        Reading.Known value = known.rate().isPresent() ? known : known.valued(rounded(known.value()));
        return value.by(by).within(known.uncertainty().map(OwnTerms::rounded));
    }

    private static Exact rounded(Exact number) {
        return number.roundedHalfEven(Exact.COMPARABLE_DECIMALS);
    }

    /** The spelling that stands first: in the policy, with the baseline, or in the earliest month. */
    private String spelling(Indicator indicator, String text) {
        Map<String, String> known = spellings.computeIfAbsent(indicator.id(), id -> {
            Map<String, String> first = new HashMap<>();
            indicator.definitions().forEach(definition -> first.putIfAbsent(folded(definition), definition));
            return first;
        });
        return known.computeIfAbsent(folded(text), none -> text);
    }

    /** A text without what nobody means by it: case and white space. */
    static String folded(String text) {
        return isFolded(text)
                ? text
                : WHITE_SPACE.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Most texts are as they should be, and are asked about for each reading. */
    private static boolean isFolded(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isSpace = letter == ' ';
            boolean isPlain = letter > ' ' && letter < 128 && !(letter >= 'A' && letter <= 'Z');
            if (isSpace ? afterSpace : !isPlain) {
                return false;
            }
            afterSpace = isSpace;
        }
        return !afterSpace || text.isEmpty();
    }
}
