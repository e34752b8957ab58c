package dev.roi.examples.service;

import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.ledger.Head;
import dev.roi.ledger.Records;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.whatif.WhatIf;
import dev.roi.spring.PolicyInUse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews scorecards, says what would change the decision, and records what a committee decides. */
@SpringBootApplication
@RestController
public class ReviewService {

    private final PolicyInUse policy;
    private final Records records;

    /**
     * Begins.
     *
     * @param policy reviews
     * @param records keeps what was decided
     */
    public ReviewService(PolicyInUse policy, Records records) {
        this.policy = policy;
        this.records = records;
    }

    /**
     * Starts the service.
     *
     * @param arguments what Spring Boot understands
     */
    public static void main(String[] arguments) {
        SpringApplication.run(ReviewService.class, arguments);
    }

    /**
     * Reviews a scorecard.
     *
     * @param body the scorecard
     * @param lang the language of the sentences
     * @return the review, which asks what became of earlier decisions
     */
    @PostMapping(path = "/reviews", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Review review(@RequestBody String body, @RequestParam(defaultValue = "en") Language lang) {
        ReviewRequest request = ReviewRequest.LATEST.in(lang).after(records.decisions());
        return policy.review(body, request);
    }

    /**
     * Finds out what would change the decision.
     *
     * @param body the scorecard
     * @return what was found
     */
    @PostMapping(path = "/whatif", consumes = MediaType.APPLICATION_JSON_VALUE)
    public WhatIf whatIf(@RequestBody String body) {
        return policy.ask(engine -> engine.whatIf(PolicyInUse.scorecard(engine, body), ReviewRequest.LATEST));
    }

    /**
     * Records that the committee adjusts, as recommended.
     *
     * @param body the scorecard
     * @param by who records it
     * @param action what somebody is to do
     * @param due the month in which it is to be done
     * @return where the ledger ends now
     */
    @PostMapping(path = "/adjustments", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Head adjust(
            @RequestBody String body,
            @RequestParam String by,
            @RequestParam String action,
            @RequestParam YearMonth due) {
        return policy.ask(
                engine -> { // one engine for what is read, its review and its record
                    Scorecard scorecard = PolicyInUse.scorecard(engine, body);
                    Basis basis = Records.basis(engine, scorecard, ReviewRequest.LATEST);
                    List<LeverId> levers = engine.review(scorecard).levers().stream()
                            .map(Lever::id)
                            .toList();
                    DecisionRecord record = DecisionRecord.on(
                                    basis,
                                    new Closing.Adjustment(levers),
                                    Clock.systemUTC().instant(),
                                    by)
                            .asking(new MonthAction(action, by, due, List.of()))
                            .build();
                    return records.append(record, engine);
                });
    }
}
