package dev.roi.rules.policy;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Message;
import dev.roi.core.Unit;
import dev.roi.core.json.Faults;
import dev.roi.rules.facts.Field;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Rule;
import java.util.List;
import java.util.Optional;

/** Checks that rules compare numbers with thresholds of the same unit. */
final class UnitCheck {

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
            rule.allConditions()
                    .forEach(condition -> condition.items().stream()
                            .flatMap(Item::constraints)
                            .forEach(constraint -> constraint
                                    .limit()
                                    .flatMap(id ->
                                            Optional.ofNullable(thresholds.all().get(id)))
                                    .ifPresent(threshold -> check(condition, constraint, threshold))));
        }
    }

    private void check(Condition condition, Constraint constraint, Threshold threshold) {
        Field field = constraint.field();
        switch (field.measure().orElseThrow()) {
            case MONTHS -> {
                require(constraint, Message.of("`%s`", field), Unit.MONTHS, threshold);
                if (threshold.unit().equals(Unit.MONTHS)) {
                    thresholds.requireWhole(
                            threshold.id(),
                            Message.of("`%s` of `%s`", field, condition.type().word()));
                }
            }
            case PERCENT -> require(constraint, Message.of("`%s`", field), Unit.PERCENT, threshold);
            case COUNT -> {
                if (!threshold.unit().equals(Unit.NUMBER)) {
                    require(constraint, Message.of("`%s`", field), Unit.COUNT, threshold);
                }
            }
            case OF_THE_INDICATOR, SHARE ->
                new RuleUnits(indicators, thresholds.all())
                        .meant(condition.constraints())
                        .filter(indicator -> !RuleUnits.unit(indicator, field).equals(threshold.unit()))
                        .findFirst()
                        .ifPresent(indicator -> require(
                                constraint,
                                Message.of("`%s` of `%s`", field, indicator.id()),
                                RuleUnits.unit(indicator, field),
                                threshold));
            case OF_THE_THRESHOLD -> {
                // rules compare with thresholds, and none of them with another
            }
        }
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
