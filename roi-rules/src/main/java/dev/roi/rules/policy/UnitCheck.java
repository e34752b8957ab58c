package dev.roi.rules.policy;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Message;
import dev.roi.core.Unit;
import dev.roi.core.json.Faults;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Rule;
import java.util.List;
import java.util.Optional;

/** Checks that rules compare numbers with thresholds of the same unit. */
final class UnitCheck {

    private static final String VALUE = "value";

    private final Faults faults;
    private final IndicatorSet indicators;
    private final Thresholds thresholds;

    UnitCheck(Faults faults, IndicatorSet indicators, Thresholds thresholds) {
        this.faults = faults;
        this.indicators = indicators;
        this.thresholds = thresholds;
    }

    void check(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Condition condition : rule.conditions()) {
                for (Constraint constraint : condition.constraints()) {
                    constraint
                            .limit()
                            .flatMap(id -> Optional.ofNullable(thresholds.all().get(id)))
                            .ifPresent(threshold -> check(condition, constraint, threshold));
                }
            }
        }
    }

    private void check(Condition condition, Constraint constraint, Threshold threshold) {
        String field = constraint.field().name();
        switch (condition.type()) {
            case RUN, SCOPE, UNKNOWN -> {
                require(constraint, Message.of("`%s`", field), Unit.MONTHS, threshold);
                if (threshold.unit().equals(Unit.MONTHS)) {
                    thresholds.requireWhole(
                            threshold.id(),
                            Message.of("`%s` of `%s`", field, condition.type().word()));
                }
            }
            case CHANGE -> require(constraint, Message.of("`%s`", field), Unit.PERCENT, threshold);
            case READING, LATEST, PART ->
                indicators.indicators().stream()
                        .filter(indicator -> mayBe(condition, indicator))
                        .filter(indicator -> !unit(indicator, field).equals(threshold.unit()))
                        .findFirst()
                        .ifPresent(indicator -> require(
                                constraint,
                                Message.of("`%s` of `%s`", field, indicator.id()),
                                unit(indicator, field),
                                threshold));
            case THRESHOLD, NOT_DUE, COMPARISON, UNDETERMINED_AT_LIMIT, BLOCK, TREND -> {
                // they have no numbers
            }
        }
    }

    /** A share of an amount is in percent; of a rate or a mean, a part has no share but its value. */
    private static Unit unit(Indicator indicator, String field) {
        return field.equals(VALUE) || indicator.additivity() == Indicator.Additivity.ENCLOSES
                ? indicator.unit()
                : Unit.PERCENT;
    }

    private static boolean mayBe(Condition condition, Indicator indicator) {
        return condition.constraints().stream().allMatch(constraint -> {
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
        });
    }

    private void require(Constraint constraint, Message what, Unit needed, Threshold threshold) {
        if (!threshold.unit().equals(needed)) {
            faults.add(new Fault(
                    PolicyCode.OTHER_UNIT.id(),
                    Severity.ERROR,
                    constraint.place(),
                    Message.of(
                            "%s is in %s, and threshold `%s` is in %s.",
                            what, needed, threshold.id(), threshold.unit()),
                    Optional.of(Message.of(
                            "Compare it with a threshold in %s, or mend the unit in thresholds.yaml.", needed))));
        }
    }
}
