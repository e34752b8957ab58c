package dev.roi.rules.policy;

import dev.roi.core.Indicator;
import dev.roi.core.IndicatorSet;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.Measure;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Quantity;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the numbers count that rules of a policy calculate with.
 *
 * @param indicators the indicators that could be read
 * @param thresholds the thresholds that could be read
 */
public record RuleUnits(IndicatorSet indicators, Map<ThresholdId, Threshold> thresholds) {

    /** Copies the thresholds. {@inheritDoc} */
    public RuleUnits {
        thresholds = Map.copyOf(thresholds);
    }

    /**
     * Returns what a threshold counts.
     *
     * @param id the threshold
     * @return what it counts, where it could be read
     */
    public Optional<Quantity> of(ThresholdId id) {
        return Optional.ofNullable(thresholds.get(id)).map(threshold -> Quantity.of(threshold.unit()));
    }

    /**
     * Returns what a number of a fact may count.
     *
     * @param field the number
     * @param asked what says which fact is meant
     * @return what it counts; several where it may be about indicators of different units, none where nothing is known
     */
    public Set<Quantity> of(Field field, Collection<Constraint> asked) {
        return switch (field.measure().orElseThrow()) {
            case MONTHS -> Set.of(Quantity.MONTHS);
            case PERCENT -> Set.of(Quantity.PERCENT);
            case COUNT -> Set.of(Quantity.NUMBER);
            case OF_THE_THRESHOLD -> Set.of();
            case OF_THE_INDICATOR, SHARE ->
                meant(asked)
                        .map(indicator -> Quantity.of(unit(indicator, field)))
                        .collect(Collectors.toSet());
        };
    }

    /** Returns the indicators that a condition may be about. */
    Stream<Indicator> meant(Collection<Constraint> asked) {
        return indicators.indicators().stream()
                .filter(indicator -> asked.stream()
                        .filter(Constraint::isPlain)
                        .allMatch(constraint -> mayBe(constraint, indicator)));
    }

    /** A share of an amount is in percent; of a rate or a mean, a part has no share but its value. */
    static Unit unit(Indicator indicator, Field field) {
        return field.measure().filter(measure -> measure == Measure.SHARE).isEmpty()
                        || indicator.additivity() == Indicator.Additivity.ENCLOSES
                ? indicator.unit()
                : Unit.PERCENT;
    }

    private static boolean mayBe(Constraint constraint, Indicator indicator) {
        FieldKind kind = constraint.field().kind();
        if (kind != FieldKind.INDICATOR && kind != FieldKind.BLOCK) {
            return true;
        }
        String name = kind == FieldKind.INDICATOR
                ? indicator.id().value()
                : indicator.block().value();
        return switch (constraint.operator()) {
            case EQUAL, IN -> constraint.words().contains(name);
            case NOT_EQUAL, NOT_IN -> !constraint.words().contains(name);
            case BELOW, AT_MOST, ABOVE, AT_LEAST -> true;
        };
    }
}
