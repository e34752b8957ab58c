package dev.roi.cli;

import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Dissent;
import dev.roi.core.Fault;
import dev.roi.core.FollowUp;
import dev.roi.core.MonthAction;
import dev.roi.core.Resolution;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What holds for all decisions of a meeting.
 *
 * @param records where they are kept
 * @param at when they were made
 * @param by who records them
 * @param committee which committee it is, where there are several
 * @param present who else is there
 */
record Meeting(Records records, Instant at, String by, Optional<String> committee, List<String> present) {

    /**
     * A decision that is ready to be recorded.
     *
     * @param record the record
     * @param engine the policy that its review was made with
     * @param review the review that the committee had before it, with what became of earlier decisions
     */
    record Ready(DecisionRecord record, Engine engine, Review review) {}

    /**
     * Puts a decision together.
     *
     * @param scorecard what was decided on
     * @param request which month
     * @param engine the policy
     * @param draft the decision as it was given
     * @param dissents who disagrees
     * @param answers what became of earlier actions
     * @param named how what is missing is called where it is given
     * @param faults where to add everything that is wrong
     * @return the decision; nothing where anything is wrong with it
     */
    Optional<Ready> ready(
            Scorecard scorecard,
            ReviewRequest request,
            Engine engine,
            DecisionDraft draft,
            List<Dissent> dissents,
            List<Answer> answers,
            UnaryOperator<String> named,
            List<Fault> faults) {
        int before = faults.size();
        Review review = engine.review(scorecard, request.after(records.decisions()));
        Basis basis = Records.basis(
                engine, scorecard, request.forMonth(review.month()).after(records.decisions()));
        draft.check(review, named, faults);
        Closing closing = draft.closing(review, engine.policy(), faults);
        List<MonthAction> actions = draft.actions(basis, faults);
        List<Answer> seen =
                answers.stream().map(answer -> withMovements(answer, review)).toList();
        Optional<DecisionRecord> record = Checked.of(
                () -> new DecisionRecord(
                        basis,
                        new Resolution(
                                closing,
                                at,
                                by,
                                draft.reason(review),
                                draft.second(review),
                                committee,
                                present,
                                dissents),
                        actions,
                        seen),
                faults);
        faults.addAll(records.faults(basis, closing, actions, seen, engine));
        return faults.size() > before ? Optional.empty() : record.map(whole -> new Ready(whole, engine, review));
    }

    /** An answer, with what the review says of what the action aimed at. */
    static Answer withMovements(Answer answer, Review review) {
        return review.followUps().stream()
                .filter(asked -> asked.action()
                        .filter(action -> action.id().equals(answer.action()))
                        .isPresent())
                .map(FollowUp::movements)
                .findFirst()
                .map(answer::with)
                .orElse(answer);
    }

    /** Every answer of lists of them, or the faults that they have. */
    static List<Answer> answers(List<Arguments.Numbered> done, List<Arguments.Numbered> dropped, List<Fault> faults) {
        List<Answer> answers = new ArrayList<>();
        done.forEach(said -> Checked.of(() -> Answer.of(said.action(), Answer.Outcome.DONE, said.text()), faults)
                .ifPresent(answers::add));
        dropped.forEach(said -> Checked.of(() -> Answer.of(said.action(), Answer.Outcome.DROPPED, said.text()), faults)
                .ifPresent(answers::add));
        return answers;
    }
}
