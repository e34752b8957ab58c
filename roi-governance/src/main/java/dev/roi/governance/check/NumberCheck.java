package dev.roi.governance.check;

import dev.roi.core.Exact;
import dev.roi.core.Message;
import dev.roi.core.Unit;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Threshold;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for numbers of thresholds.yaml that are read otherwise than they were most likely meant. */
final class NumberCheck {

    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}[.]000");
    private static final List<List<String>> NUMBERS =
            List.of(List.of("value"), List.of("range", "least"), List.of("range", "most"), List.of("step"));

    private final PolicyDraft draft;
    private final Doubts doubts;

    NumberCheck(PolicyDraft draft, Doubts doubts) {
        this.draft = draft;
        this.doubts = doubts;
    }

    void check() {
        for (Threshold threshold : draft.sound().thresholds().values()) {
            NUMBERS.forEach(keys -> thousands(threshold, keys));
            share(threshold);
        }
    }

    private void thousands(Threshold threshold, List<String> keys) {
        String[] path = keys(threshold, keys);
        draft.digits(PolicyFiles.THRESHOLDS, path)
                .filter(digits -> THOUSANDS.matcher(digits).matches())
                .ifPresent(digits -> doubts.add(
                        PolicyCode.LIKELY_TYPED,
                        draft.place(PolicyFiles.THRESHOLDS, path),
                        Message.of("`%s` is %s here: decimals stand behind a full stop.", digits, Exact.of(digits)),
                        Message.of(
                                "Write `%s` where thousands are meant, and `%s` otherwise.",
                                digits.replace(".", ""), Exact.of(digits))));
    }

    /** A share where percents stand: whoever moves a threshold by parts of a percent says so with a small step. */
    private void share(Threshold threshold) {
        Exact value = threshold.value();
        Exact percents = value.times(Exact.HUNDRED);
        boolean isShare = threshold.unit().equals(Unit.PERCENT)
                && value.signum() > 0
                && value.isBelow(Exact.ONE)
                && !threshold.step().isBelow(Exact.ONE)
                && threshold.range().contains(percents);
        if (isShare) {
            doubts.add(
                    PolicyCode.LIKELY_TYPED,
                    draft.place(PolicyFiles.THRESHOLDS, threshold.id().value(), "value"),
                    Message.of("threshold `%s` is less than one percent: %s in a hundred.", threshold.id(), value),
                    Message.of(
                            "Write `%s` where that many percent are meant; or say by how little it is moved, such as"
                                    + " `step: 0.1`.",
                            percents));
        }
    }

    private static String[] keys(Threshold threshold, List<String> keys) {
        return Stream.concat(Stream.of(threshold.id().value()), keys.stream()).toArray(String[]::new);
    }
}
