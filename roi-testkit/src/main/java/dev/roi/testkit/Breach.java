package dev.roi.testkit;

import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.Portfolio;
import dev.roi.core.Review;
import dev.roi.core.json.Json;

/**
 * A law that a policy did not keep: for which scorecard, what was expected, and what came.
 *
 * @param law the law
 * @param clause what was checked of it
 * @param portfolio the scorecard, or those that were read together
 * @param expected what was expected
 * @param came the review that was otherwise; of a changed scorecard where {@code expected} says how it was changed
 */
public record Breach(Law law, String clause, Portfolio portfolio, String expected, Review came) {

    /**
     * Writes everything that is needed to understand the breach, the scorecard ready to be pasted.
     *
     * @return a few lines, for people; do not parse them
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(law).append('\n');
        text.append("clause    ").append(clause).append('\n');
        text.append("expected  ").append(expected).append('\n');
        text.append("came      ").append(came.decision().word());
        text.append(" for ")
                .append(came.month())
                .append(": ")
                .append(came.headline())
                .append('\n');
        for (Justification reason : came.justifications()) {
            text.append("  ").append(reason.effect().word());
            reason.lever().map(Lever::id).ifPresent(lever -> text.append(' ').append(lever));
            text.append("  ")
                    .append(reason.rule())
                    .append(": ")
                    .append(reason.text())
                    .append('\n');
        }
        boolean alone = portfolio.scorecards().size() == 1;
        text.append(alone ? "scorecard\n" : "portfolio\n");
        text.append(alone ? Json.write(portfolio.scorecards().get(0)) : Json.write(portfolio));
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
