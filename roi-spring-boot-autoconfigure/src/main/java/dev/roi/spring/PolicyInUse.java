package dev.roi.spring;

import dev.roi.core.InvalidInput;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Input;
import dev.roi.governance.live.Reload;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The policy that an application reviews with, as it is at the moment: reads, reviews, and tells whoever observes. Safe for
 * use by several threads.
 *
 * <p>What is read and what is then reviewed belong to one {@link #engine()}: take it once where a policy may change between
 * the two.
 */
public final class PolicyInUse {

    private final Supplier<Engine> engine;
    private final PolicyObserver observer;
    private volatile Optional<Reload> lastRefused = Optional.empty();

    /**
     * Begins with a policy.
     *
     * @param engine gives the engine in use, without waiting
     * @param observer is told what happens
     */
    public PolicyInUse(Supplier<Engine> engine, PolicyObserver observer) {
        this.engine = engine;
        this.observer = observer;
    }

    /**
     * Returns the engine in use.
     *
     * @return the engine, which stays whole for as long as it is held
     */
    public Engine engine() {
        return engine.get();
    }

    /**
     * Reads the body of a request.
     *
     * @param body a scorecard or a portfolio
     * @return what was read
     * @throws InvalidInput when it is not allowed, with every fault and its place
     */
    public Input read(String body) {
        return told(in -> in.read("the request", new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * Reviews a scope.
     *
     * @param scorecard the scope
     * @param request which month, and in which language
     * @return the review
     * @throws InvalidInput when the scorecard or the request is wrong
     */
    public Review review(Scorecard scorecard, ReviewRequest request) {
        return told(in -> observer.reviewed(in.policy().ref(), () -> in.review(scorecard, request)));
    }

    /**
     * Reviews several scopes.
     *
     * @param portfolio the scopes
     * @param request which month, and in which language
     * @return the reviews
     * @throws InvalidInput when a scorecard or the request is wrong
     */
    public PortfolioReview review(Portfolio portfolio, ReviewRequest request) {
        return told(in -> {
            PortfolioReview reviews = in.review(portfolio, request);
            reviews.reviews().forEach(review -> observer.reviewed(review.policy(), () -> review));
            return reviews;
        });
    }

    /**
     * Hears what came of an attempt to put another policy in use.
     *
     * @param reload what came of it
     */
    public void heard(Reload reload) {
        lastRefused = reload.fold(swapped -> Optional.empty(), unchanged -> Optional.empty(), Optional::of);
        observer.reloaded(reload);
    }

    /**
     * Returns why the policy directory is not in use as it is.
     *
     * @return the last attempt, where it was refused
     */
    public Optional<Reload> lastRefused() {
        return lastRefused;
    }

    private <T> T told(Function<Engine, T> work) {
        try {
            return work.apply(engine.get());
        } catch (InvalidInput refused) {
            observer.refused(refused);
            throw refused;
        }
    }
}
