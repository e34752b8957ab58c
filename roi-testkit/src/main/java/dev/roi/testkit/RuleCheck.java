package dev.roi.testkit;

import dev.roi.core.Evidence;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.governance.scenario.Difference;
import dev.roi.report.ExplanationText;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One rule, what it is given, and what is expected of it. Immutable. */
public final class RuleCheck extends Check<RuleCheck> {

    private static final Message FIRES = Message.of("fires");
    private static final Message STAYS_SILENT = Message.of("stays silent");

    private final RuleId rule;

    RuleCheck(PolicyVerifier verifier, Case given, RuleId rule) {
        super(verifier, given);
        this.rule = rule;
    }

    @Override
    RuleCheck with(PolicyVerifier policy, Case changed) {
        return new RuleCheck(policy, changed, rule);
    }

    /**
     * Fails where the rule stays silent.
     *
     * @throws AssertionError when it does, with the reason
     * @throws InvalidInput when what is given cannot be reviewed
     */
    public void fires() {
        if (!fired(engine().review(scorecard()))) {
            fail(new Difference("rule", FIRES, STAYS_SILENT));
        }
    }

    /**
     * Fails where the rule fires.
     *
     * @throws AssertionError when it does, with the reason
     * @throws InvalidInput when what is given cannot be reviewed
     */
    public void isSilent() {
        if (fired(engine().review(scorecard()))) {
            fail(new Difference("rule", STAYS_SILENT, FIRES));
        }
    }

    /**
     * Fails where the rule stays silent, or where what it cites are other readings and thresholds than these. Baselines
     * that it cites are compared only where one is expected.
     *
     * @param expected all readings and thresholds that its reasons cite, in any order
     * @throws AssertionError when it is otherwise, with the reason
     * @throws InvalidInput when what is given cannot be reviewed
     */
    public void justifiesExactly(Given... expected) {
        Review review = engine().review(scorecard());
        if (!fired(review)) {
            fail(new Difference("rule", FIRES, STAYS_SILENT));
        }
        boolean baselines = Arrays.stream(expected).anyMatch(Given.OfBaseline.class::isInstance);
        Set<String> wanted = new LinkedHashSet<>();
        Arrays.stream(expected).forEach(each -> wanted.add(each.words()));
        Set<String> cited = cited(review, baselines);
        if (!wanted.equals(cited)) {
            fail(new Difference(
                    "cites", Message.verbatim(String.join(", ", wanted)), Message.verbatim(String.join(", ", cited))));
        }
    }

    private boolean fired(Review review) {
        return review.justifications().stream()
                .anyMatch(justification -> justification.rule().equals(rule));
    }

    private Set<String> cited(Review review, boolean baselines) {
        Set<String> cited = new LinkedHashSet<>();
        List<Evidence> evidence = review.justifications().stream()
                .filter(justification -> justification.rule().equals(rule))
                .flatMap(justification -> justification.evidence().stream())
                .toList();
        for (Evidence each : evidence) {
            cited.add(Given.OfReading.words(each.indicator(), each.value().or(each::latest)));
            if (baselines) {
                each.baseline().ifPresent(value -> cited.add(new Given.OfBaseline(each.indicator(), value).words()));
            }
        }
        evidence.forEach(each -> each.threshold()
                .ifPresent(id -> cited.add(Given.OfThreshold.of(id, each).words())));
        return cited;
    }

    private void fail(Difference difference) {
        Engine engine = engine();
        Scorecard scorecard = scorecard();
        fail(
                "rule %s of %s\n\n%s\n%s"
                        .formatted(
                                rule,
                                engine.policy(),
                                Difference.sideBySide(List.of(difference)),
                                ExplanationText.of(engine.explain(scorecard, ReviewRequest.LATEST), List.of(rule))),
                List.of(difference));
    }
}
