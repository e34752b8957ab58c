package dev.roi.testkit;

import dev.roi.core.Baseline;
import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.LeverId;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.json.Json;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One scorecard held to clauses of laws, one after the other. For use by one thread. */
final class Trial {

    private final Engine engine;
    private final LawTerms.In terms;
    private final Portfolio portfolio;
    private final Scorecard scorecard;
    private final Review review;
    private final Oracle oracle;
    private int expectations;
    private Optional<PortfolioReview> together = Optional.empty();
    private Optional<String> document = Optional.empty();

    Trial(Engine engine, LawTerms.In terms, Portfolio portfolio, Scorecard scorecard) {
        this.engine = engine;
        this.terms = terms;
        this.portfolio = portfolio;
        this.scorecard = scorecard;
        this.review = engine.review(scorecard);
        this.oracle = new Oracle(engine.policy(), scorecard, review.month());
    }

    Engine engine() {
        return engine;
    }

    Policy policy() {
        return engine.policy();
    }

    List<Indicator> indicators() {
        return engine.indicators().indicators();
    }

    Indicator indicator(IndicatorId id) {
        return engine.indicators().indicator(id);
    }

    LawTerms.In terms() {
        return terms;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    /** Returns the reviews of scorecards that are read together; asked for again, the same ones. */
    PortfolioReview together(Supplier<Portfolio> scorecards) {
        PortfolioReview reviews = together.orElseGet(() -> engine.review(scorecards.get(), ReviewRequest.LATEST));
        together = Optional.of(reviews);
        return reviews;
    }

    Scorecard scorecard() {
        return scorecard;
    }

    /** Returns the review of the latest complete month. */
    Review review() {
        return review;
    }

    /** Returns the review as JSON. */
    String document() {
        String written = document.orElseGet(() -> Json.write(review));
        document = Optional.of(written);
        return written;
    }

    YearMonth month() {
        return review.month();
    }

    Snapshot snapshot() {
        return scorecard.find(month()).orElseThrow();
    }

    Optional<Baseline> baseline(IndicatorId id) {
        return Optional.ofNullable(scorecard.baselines().get(id));
    }

    Oracle oracle() {
        return oracle;
    }

    Oracle oracle(Scorecard other, YearMonth month) {
        return new Oracle(policy(), other, month);
    }

    Review review(Scorecard other) {
        return engine.review(other);
    }

    Review review(Scorecard other, YearMonth month) {
        return engine.review(other, ReviewRequest.LATEST.forMonth(month));
    }

    Decision decision(Scorecard other) {
        return engine.decide(other, ReviewRequest.LATEST);
    }

    /** Expects a decision of a changed scorecard; its review is written only where the decision is another. */
    void expectDecision(Scorecard other, Predicate<Decision> allowed, Supplier<String> expected) {
        expectations++;
        if (!allowed.test(engine.decide(other, ReviewRequest.LATEST))) {
            throw new Broken(expected.get(), review(other));
        }
    }

    /** Expects that a change does not make the decision better. */
    void expectNoBetter(Scorecard other, Supplier<String> how) {
        Decision before = review.decision();
        expectDecision(
                other,
                decision -> decision.compareTo(before) <= 0,
                () -> "no better than %s, %s".formatted(before.word(), how.get()));
    }

    /** Expects that a change does not make the decision worse. */
    void expectNoWorse(Scorecard other, Supplier<String> how) {
        Decision before = review.decision();
        expectDecision(
                other,
                decision -> decision.compareTo(before) >= 0,
                () -> "no worse than %s, %s".formatted(before.word(), how.get()));
    }

    /** Expects that a changed scorecard is never extended. */
    void expectNoExtend(Scorecard other, Supplier<String> how) {
        expectDecision(other, decision -> decision != Decision.EXTEND, () -> "never extend " + how.get());
    }

    /** Tells whether a changed scorecard is one that can be reviewed. */
    boolean isValid(Scorecard other) {
        return ScorecardCheck.faults(other, engine.indicators()).isEmpty();
    }

    int expectations() {
        return expectations;
    }

    /** Expects something of the scorecard's own review. */
    void expect(boolean holds, Supplier<String> expected) {
        expect(holds, expected, review);
    }

    /** Expects something of the review of a changed scorecard. */
    void expect(boolean holds, Supplier<String> expected, Review came) {
        expectations++;
        if (!holds) {
            throw new Broken(expected.get(), came);
        }
    }

    void expectNeverExtend(String why) {
        expect(review.decision() != Decision.EXTEND, () -> "never extend: " + why);
    }

    /** Expects a reason against extending that names an indicator. */
    void expectBlocked(IndicatorId id, String why) {
        expectNeverExtend(why);
        expect(
                names(review, Effect.BLOCKS_EXTEND, id),
                () -> "a reason against extending that names %s: %s".formatted(id, why));
    }

    /** Expects an adjustment with a lever that names an indicator, or something worse. */
    void expectAdjusted(IndicatorId id, LeverId lever, String why) {
        expectBlocked(id, why);
        expect(review.decision().compareTo(Decision.ADJUST) <= 0, () -> "adjust, or stop: %s".formatted(why));
        expect(
                adjusts(review, lever, id),
                () -> "a reason to adjust with the lever %s that names %s: %s".formatted(lever, id, why));
    }

    void expectStop(String why) {
        expect(review.decision() == Decision.STOP, () -> "stop: " + why);
    }

    static boolean names(Review review, Effect effect, IndicatorId id) {
        return review.justifications(effect).stream().anyMatch(reason -> names(reason, id));
    }

    static boolean adjusts(Review review, LeverId lever, IndicatorId id) {
        return review.justifications(Effect.ADJUST).stream()
                .anyMatch(reason -> hasLever(reason, lever) && names(reason, id));
    }

    static boolean names(Justification reason, IndicatorId id) {
        return reason.evidence().stream().map(Evidence::indicator).anyMatch(id::equals);
    }

    static boolean hasLever(Justification reason, LeverId lever) {
        return reason.lever().filter(pulled -> pulled.id().equals(lever)).isPresent();
    }

    /** What a clause expected and did not get. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Review came;

        Broken(String expected, Review came) {
            super(expected, null, false, false);
            this.came = came;
        }

        Review came() {
            return came;
        }

        String expected() {
            return String.valueOf(getMessage());
        }
    }
}
