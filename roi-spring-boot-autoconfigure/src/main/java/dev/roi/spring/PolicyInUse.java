package dev.roi.spring;

import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The policy that an application reviews with, as it is at the moment: reads, reviews, and tells whoever observes. Safe for
 * use by several threads.
 *
 * <p>What is read and what is then done with it belong to one engine, since the policy may change between the two: {@link
 * #review(String, ReviewRequest)} does both with one, and {@link #ask} hands one to whatever else is done.
 */
public final class PolicyInUse {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyInUse.class);

    private static final String REQUEST = "the request";

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
        return ask(in -> read(in, body));
    }

    /**
     * Reads the body of a request, with an engine that {@link #ask} handed out.
     *
     * @param engine whose policy the body is for
     * @param body a scorecard or a portfolio
     * @return what was read
     * @throws InvalidInput when it is not allowed, with every fault and its place
     */
    public static Input read(Engine engine, String body) {
        return engine.read(REQUEST, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads the body of a request that has to be one scorecard, with an engine that {@link #ask} handed out.
     *
     * @param engine whose policy the body is for
     * @param body a scorecard
     * @return the scorecard
     * @throws InvalidInput when it is not allowed, with every fault and its place, or a portfolio
     */
    public static Scorecard scorecard(Engine engine, String body) {
        return read(engine, body).fold(one -> one, several -> {
            throw new InvalidInput(List.of(new Fault(
                    InputFault.WRONG_FORMAT.code(),
                    Fault.Severity.ERROR,
                    new Fault.Place(REQUEST, 0, 0, "/format"),
                    Message.of(
                            "this is a portfolio of %s scopes",
                            several.scorecards().size()),
                    Optional.of(Message.of("Send the scorecard of one scope.")))));
        });
    }

    /**
     * Reads a scorecard and reviews it.
     *
     * @param body the scorecard of one scope
     * @param request which month, and in which language
     * @return the review
     * @throws InvalidInput when the scorecard or the request is wrong, with every fault and its place
     */
    public Review review(String body, ReviewRequest request) {
        return ask(in -> reviewed(in, scorecard(in, body), request));
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
        return ask(in -> reviewed(in, scorecard, request));
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
        return ask(in -> {
            PortfolioReview reviews = in.review(portfolio, request);
            reviews.reviews().forEach(review -> observer.reviewed(review.policy(), () -> review));
            return reviews;
        });
    }

    /**
     * Asks something else of the engine in use, such as what would change a decision. What is refused is told, as it is of
     * reviews.
     *
     * @param question is handed one engine for everything that it does
     * @param <T> the type of the answer
     * @return the answer
     * @throws InvalidInput when the question does
     */
    public <T> T ask(Function<? super Engine, ? extends T> question) {
        try {
            return question.apply(engine.get());
        } catch (InvalidInput refused) {
            observer.refused(refused);
            throw refused;
        }
    }

    private Review reviewed(Engine in, Scorecard scorecard, ReviewRequest request) {
        return observer.reviewed(in.policy().ref(), () -> in.review(scorecard, request));
    }

    /**
     * Hears what came of an attempt to put another policy in use, and logs it.
     *
     * @param reload what came of it
     */
    public void heard(Reload reload) {
        LOG.atLevel(reload.<Level>fold(swapped -> Level.INFO, unchanged -> Level.DEBUG, refused -> Level.WARN))
                .log("{}", reload);
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
}
