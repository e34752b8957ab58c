package dev.roi.core;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One scope and one month: the recommendation, and everything a committee needs to take or refuse it.
 *
 * <p>A review reads nothing later than its month, and the same scorecard and policy give the same review, byte for
 * byte.
 *
 * @param policy the policy it was made with
 * @param scope what was reviewed
 * @param month the month
 * @param currency the ISO 4217 code of its money; empty where nothing was said
 * @param language the language of its sentences
 * @param decision what is recommended
 * @param headline the decision and its first reason
 * @param levers what its adjusting reasons act on, in the policy's order; empty where none adjusts
 * @param justifications every reason, in the policy's order: of the decision, then against extending, then the rest
 * @param unknown every indicator that is not known this month, in the policy's order
 * @param dashboard the rows of the policy's main view
 * @param questions the four questions, answered
 * @param agenda the committee's agenda, in order
 * @param needs what the decision still needs
 * @param followUps what became of earlier decisions, one for each action: those that are open first, then those that were
 *     answered last, then the last decision where it asked for nothing. Empty where the request named no earlier decision
 * @param partial the partial months after the reviewed one, in order; empty where the request named its month
 * @param assumed the values of thresholds that were assumed in place of the policy's; empty for the policy as it is
 * @param stopped since when the committee has had the scope stopped, whatever is recommended; nothing where it has not
 * @param remarks what is asked back of the month's figures, or contradicts in them
 */
public record Review(
        PolicyRef policy,
        Scope scope,
        YearMonth month,
        java.util.Optional<String> currency,
        Language language,
        Decision decision,
        String headline,
        List<Lever> levers,
        List<Justification> justifications,
        List<UnknownIndicator> unknown,
        Dashboard dashboard,
        Questions questions,
        List<AgendaItem> agenda,
        List<String> needs,
        List<FollowUp> followUps,
        List<PartialMonth> partial,
        Map<ThresholdId, Exact> assumed,
        java.util.Optional<Stopped> stopped,
        List<Remark> remarks) {

    /** Copies the lists and checks that there is a reason. {@inheritDoc} */
    public Review {
        requireNonNull(decision, "decision");
        if (justifications.isEmpty()) {
            throw new IllegalArgumentException("a review has at least one justification");
        }
        levers = List.copyOf(levers);
        justifications = List.copyOf(justifications);
        unknown = List.copyOf(unknown);
        agenda = List.copyOf(agenda);
        needs = List.copyOf(needs);
        followUps = List.copyOf(followUps);
        partial = List.copyOf(partial);
        assumed = Collections.unmodifiableMap(new TreeMap<>(assumed));
        remarks = List.copyOf(remarks);
    }

    /**
     * Returns the review as a document, for Jackson: any of its mappers writes it from this.
     *
     * @return the document, as {@code dev.roi.core.json.Json} writes it
     */
    @JsonValue
    public Object document() {
        return Documented.document(this);
    }

    /**
     * Makes a review under the policy as it is.
     *
     * @param policy the policy it was made with
     * @param scope what was reviewed
     * @param month the month
     * @param currency the ISO 4217 code of its money; empty where nothing was said
     * @param language the language of its sentences
     * @param decision what is recommended
     * @param headline the decision and its first reason
     * @param levers what its adjusting reasons act on, in the policy's order; empty where none adjusts
     * @param justifications every reason, in the policy's order
     * @param unknown every indicator that is not known this month, in the policy's order
     * @param dashboard the rows of the policy's main view
     * @param questions the four questions, answered
     * @param agenda the committee's agenda, in order
     * @param needs what the decision still needs
     * @param followUps what became of earlier decisions
     * @param partial the partial months after the reviewed one, in order
     */
    public Review(
            PolicyRef policy,
            Scope scope,
            YearMonth month,
            java.util.Optional<String> currency,
            Language language,
            Decision decision,
            String headline,
            List<Lever> levers,
            List<Justification> justifications,
            List<UnknownIndicator> unknown,
            Dashboard dashboard,
            Questions questions,
            List<AgendaItem> agenda,
            List<String> needs,
            List<FollowUp> followUps,
            List<PartialMonth> partial) {
        this(
                policy,
                scope,
                month,
                currency,
                language,
                decision,
                headline,
                levers,
                justifications,
                unknown,
                dashboard,
                questions,
                agenda,
                needs,
                followUps,
                partial,
                Map.of(),
                java.util.Optional.empty(),
                List.of());
    }

    /**
     * Makes a review that follows up on nothing, of the newest month.
     *
     * @param policy the policy it was made with
     * @param scope what was reviewed
     * @param month the month
     * @param currency the ISO 4217 code of its money; empty where nothing was said
     * @param language the language of its sentences
     * @param decision what is recommended
     * @param headline the decision and its first reason
     * @param levers what its adjusting reasons act on, in the policy's order; empty where none adjusts
     * @param justifications every reason, in the policy's order
     * @param unknown every indicator that is not known this month, in the policy's order
     * @param dashboard the rows of the policy's main view
     * @param questions the four questions, answered
     * @param agenda the committee's agenda, in order
     * @param needs what the decision still needs
     */
    public Review(
            PolicyRef policy,
            Scope scope,
            YearMonth month,
            java.util.Optional<String> currency,
            Language language,
            Decision decision,
            String headline,
            List<Lever> levers,
            List<Justification> justifications,
            List<UnknownIndicator> unknown,
            Dashboard dashboard,
            Questions questions,
            List<AgendaItem> agenda,
            List<String> needs) {
        this(
                policy,
                scope,
                month,
                currency,
                language,
                decision,
                headline,
                levers,
                justifications,
                unknown,
                dashboard,
                questions,
                agenda,
                needs,
                List.of(),
                List.of());
    }

    /**
     * Returns the review as one under other values of thresholds than the policy's.
     *
     * @param values the values, by threshold
     * @return the same review, which says so
     */
    public Review assuming(Map<ThresholdId, Exact> values) {
        return new Review(
                policy,
                scope,
                month,
                currency,
                language,
                decision,
                headline,
                levers,
                justifications,
                unknown,
                dashboard,
                questions,
                agenda,
                needs,
                followUps,
                partial,
                values,
                stopped,
                remarks);
    }

    /**
     * Returns the reasons with one effect.
     *
     * @param effect the effect
     * @return those reasons, in order
     */
    public List<Justification> justifications(Effect effect) {
        return justifications.stream()
                .filter(justification -> justification.effect() == effect)
                .toList();
    }
}
