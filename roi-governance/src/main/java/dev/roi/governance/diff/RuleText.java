package dev.roi.governance.diff;

import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Rule.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** Rules as their authors write them, but for thresholds, which stand where they are compared with. */
final class RuleText {

    private RuleText() {}

    static String condition(Condition condition) {
        return condition.constraints().stream()
                .map(RuleText::constraint)
                .collect(Collectors.joining(
                        ", ",
                        (condition.presence() == Presence.ABSENT ? "not " : "")
                                + condition.type().word() + "( ",
                        " )"));
    }

    private static String constraint(Constraint constraint) {
        String with = constraint.limit().map(Object::toString).orElseGet(() -> words(constraint));
        return "%s %s %s"
                .formatted(constraint.field().name(), constraint.operator().sign(), with);
    }

    private static String words(Constraint constraint) {
        List<String> words = constraint.words().stream()
                .map(word -> constraint.field().kind() == FieldKind.FLAG ? word : "\"" + word + "\"")
                .toList();
        boolean list = constraint.operator() == Operator.IN || constraint.operator() == Operator.NOT_IN;
        return list ? "( " + String.join(", ", words) + " )" : words.get(0);
    }

    /** What the rule says, as its effect and lever. */
    static String says(Rule rule) {
        String effect = rule.consequence().effect().word()
                + rule.consequence().lever().map(lever -> " " + lever).orElse("");
        return rule.consequence().standing() == Standing.NOT_EARNED ? effect + " (not earned)" : effect;
    }
}
