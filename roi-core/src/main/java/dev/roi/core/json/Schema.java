package dev.roi.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schemas (draft 2020-12) of the documents, so that editors complete and check them. What needs a policy, such
 * as which indicators there are, is beyond a schema and checked by {@link Scorecards}.
 */
public enum Schema {
    /** A scorecard, {@code roi-scorecard/1}. */
    SCORECARD("roi-scorecard-1"),

    /** A portfolio, {@code roi-portfolio/1}. */
    PORTFOLIO("roi-portfolio-1"),

    /** A review, {@code roi-review/1}. */
    REVIEW("roi-review-1"),

    /** The reviews of a portfolio, {@code roi-portfolio-review/1}. */
    PORTFOLIO_REVIEW("roi-portfolio-review-1"),

    /** The record of a decision, a line of a ledger, {@code roi-decision/2}. */
    DECISION("roi-decision-2"),

    /** The record of a decision as it was before anything had to close it, {@code roi-decision/1}. */
    DECISION_FIRST("roi-decision-1"),

    /** What became of an action, a line of a ledger, {@code roi-decision-action/1}. */
    DECISION_ACTION("roi-decision-action-1"),

    /** A policy that decisions were made with, a line of a ledger, {@code roi-decision-policy/1}. */
    DECISION_POLICY("roi-decision-policy-1"),

    /** The approval of a policy, a line of a ledger, {@code roi-approval/1}. */
    APPROVAL("roi-approval-1"),

    /** The mark of a torn line, a line of a ledger, {@code roi-decision-torn/1}. */
    DECISION_TORN("roi-decision-torn-1"),

    /** The comparison of two policies, {@code roi-diff/1}. */
    DIFF("roi-diff-1"),

    /** The approved versions of a policy, {@code roi-policy-log/1}. */
    POLICY_LOG("roi-policy-log-1"),

    /** The thresholds of a policy, {@code thresholds.yaml}. */
    THRESHOLDS("roi-thresholds-1"),

    /** What a policy is and how it decides, {@code policy.yaml}. */
    POLICY("roi-policy-1"),

    /** What a policy measures, {@code indicators.yaml}. */
    INDICATORS("roi-indicators-1"),

    /** What is shown, {@code views.yaml}. */
    VIEWS("roi-views-1"),

    /** A file of a policy's texts, which is YAML. */
    TEXTS("roi-texts-1"),

    /** A file of a policy's scenarios, which is YAML. */
    SCENARIOS("roi-scenarios-1"),

    /** Which exports scorecards are made of, {@code sources.yaml}. */
    SOURCES("roi-sources-1"),

    /** The report of a policy's test, {@code roi-test/1}. */
    TEST("roi-test-1"),

    /** Why rules fired or stayed silent, {@code roi-explanation/1}. */
    EXPLANATION("roi-explanation-1"),

    /** What a check of a policy found, {@code roi-check/1}. */
    CHECK("roi-check-1"),

    /** A reader's view of a review, {@code roi-view/1}. */
    VIEW("roi-view-1"),

    /** What would change a decision, {@code roi-whatif/1}. */
    WHATIF("roi-whatif-1"),

    /** What would change the decisions of a portfolio, {@code roi-portfolio-whatif/1}. */
    PORTFOLIO_WHATIF("roi-portfolio-whatif-1"),

    /** What past decisions would have been as a threshold moves, {@code roi-sweep/1}. */
    SWEEP("roi-sweep-1");

    private final String name;

    Schema(String name) {
        this.name = name;
    }

    /**
     * Returns the address that the schema goes by. Nothing is ever fetched from there.
     *
     * @return its {@code $id}
     */
    public String id() {
        return "https://roi.dev/schema/" + name + ".json";
    }

    /**
     * Returns what a file with the schema is called.
     *
     * @return such as {@code roi-policy-1.schema.json}
     */
    public String fileName() {
        return name + ".schema.json";
    }

    /**
     * Returns the schema. It is complete in itself: schemas that it refers to are in it.
     *
     * @return the schema document
     */
    public String text() {
        try (InputStream stream = Schema.class.getResourceAsStream(fileName())) {
            if (stream == null) {
                throw new IllegalStateException("schema (%s) is missing from the jar".formatted(fileName()));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
