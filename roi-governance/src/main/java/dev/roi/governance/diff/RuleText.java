package dev.roi.governance.diff;

import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Rule.Standing;

/** Rules as their authors write them, but for thresholds, which stand where they are compared with. */
final class RuleText {

    private RuleText() {}

    /** What the rule says, as its effect and lever. */
    static String says(Rule rule) {
        String effect = rule.consequence().effect().word()
                + rule.consequence().lever().map(lever -> " " + lever).orElse("");
        return rule.consequence().standing() == Standing.NOT_EARNED ? effect + " (not earned)" : effect;
    }
}
