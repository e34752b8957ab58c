package dev.roi.rules;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.PastDecision;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.core.UnknownName;
import dev.roi.core.View;
import dev.roi.core.ViewId;
import dev.roi.core.json.Input;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.drools.Once;
import dev.roi.rules.drools.RuleFileParser;
import dev.roi.rules.explain.Explainer;
import dev.roi.rules.explain.Explanation;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.policy.HybridPolicy;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.PolicyReader;
import dev.roi.rules.policy.Threshold;
import dev.roi.rules.whatif.Exploration;
import dev.roi.rules.whatif.Judge;
import dev.roi.rules.whatif.Options;
import dev.roi.rules.whatif.WhatIf;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A policy, ready to review.
 *
 * <p>Pure: a review depends on the policy, the scorecard and the request, and on nothing else; it reads no clock, no
 * file and no default of the machine. Immutable and safe for use by several threads; there is nothing to close.
 */
public final class Engine {

    private static final PolicyReader READER = new PolicyReader(new RuleFileParser());
    private static final PolicyReader OF_RECORDS =
            new PolicyReader(new RuleFileParser(FormerNames.READ), FormerNames.READ);

    private final Policy policy;
    private final CompiledRules rules;
    private final UnaryOperator<List<Finding>> findings;
    private final Optional<PolicyFiles> files;
    private final Once<Deciding> deciding;
    private final Once<CompiledRules> withoutRecord;
    private final Once<CompiledRules> ofPortfolio;
    private final Map<Map<ThresholdId, Threshold>, Engine> exceptional = new ConcurrentHashMap<>();
    private final Map<ThresholdId, Exact> assumed;
    private final Checked checked = new Checked();

    private Engine(Policy policy, CompiledRules rules, Optional<PolicyFiles> files) {
        this(policy, rules, files, UnaryOperator.identity());
    }

    /** An engine that does something to what its rules find, for the tests of the laws about engines. */
    Engine(Policy policy, CompiledRules rules, Optional<PolicyFiles> files, UnaryOperator<List<Finding>> findings) {
        this(policy, rules, files, findings, Map.of());
    }

    private Engine(
            Policy policy,
            CompiledRules rules,
            Optional<PolicyFiles> files,
            UnaryOperator<List<Finding>> findings,
            Map<ThresholdId, Exact> assumed) {
        this.policy = policy;
        this.rules = rules;
        this.files = files;
        this.findings = findings;
        this.deciding = new Once<>(() -> Deciding.of(policy));
        this.withoutRecord = new Once<>(() -> rules.adaptedTo(policy.withoutRecord()));
        this.ofPortfolio = new Once<>(() -> CompiledRules.ofPortfolio(policy));
        this.assumed = Map.copyOf(assumed);
    }

    /** The rules that more than note, of what is not on record, compiled alone: very many decisions are tried with them. */
    private record Deciding(Policy policy, CompiledRules rules) {

        static Deciding of(Policy policy) {
            Policy without = policy.withoutNotes().withoutRecord();
            return new Deciding(without, CompiledRules.of(without));
        }
    }

    /**
     * Returns the version of this library, as a record of a decision names it.
     *
     * @return the version, such as {@code 1.2.0}; {@code unpackaged} where its classes were compiled without one
     */
    public static String version() {
        return LibraryVersion.VALUE;
    }

    /**
     * Loads a policy that comes with the library.
     *
     * @param id its name, such as {@code coding-agent}
     * @return the engine
     * @throws UnknownName when there is no such policy; it names those there are
     */
    public static Engine builtIn(String id) {
        return of(PolicyFiles.builtIn(requireNonNull(id, "id"))
                .orElseThrow(() -> UnknownName.of(
                        PolicyCode.UNKNOWN_NAME.id(),
                        Message.of("no policy called `%s` comes with the library.", id),
                        id,
                        PolicyFiles.builtIns())));
    }

    /**
     * Loads a policy directory.
     *
     * @param directory the directory
     * @return the engine
     * @throws InvalidPolicy when anything is wrong with the policy, with everything that is
     */
    public static Engine load(Path directory) {
        return of(PolicyFiles.read(requireNonNull(directory, "directory")));
    }

    /**
     * Loads a policy from files that were read already.
     *
     * @param files the policy's files
     * @return the engine
     * @throws InvalidPolicy when anything is wrong with the policy, with everything that is
     */
    public static Engine of(PolicyFiles files) {
        return of(files, READER);
    }

    // the modules above read and try policies that are not in use: what they need for that stands here together

    /**
     * Loads a policy that a record keeps, which may call things by names of before. A review with it need not be the one
     * that was recorded.
     *
     * @param files the policy's files
     * @return the engine
     * @throws InvalidPolicy when anything is wrong with the policy but its names, with everything that is
     */
    public static Engine ofRecorded(PolicyFiles files) {
        return of(files, OF_RECORDS);
    }

    private static Engine of(PolicyFiles files, PolicyReader reader) {
        Policy policy = reader.read(requireNonNull(files, "files"));
        return new Engine(policy, CompiledRules.of(policy), Optional.of(files));
    }

    /**
     * Makes an engine of a policy that was read already.
     *
     * @param policy the policy
     * @return the engine
     */
    public static Engine of(Policy policy) {
        return new Engine(policy, CompiledRules.of(requireNonNull(policy, "policy")), Optional.empty());
    }

    /**
     * Makes an engine of a policy that differs little from this one's. Only rules that ask for something else are
     * compiled; thresholds, texts and what rules say are not.
     *
     * @param other the policy
     * @return the engine, with the same results as {@link #of(Policy)}
     */
    public Engine adaptedTo(Policy other) {
        return new Engine(other, rules.adaptedTo(requireNonNull(other, "other")), Optional.empty());
    }

    /**
     * Makes an engine of this policy with other values of some thresholds. Its reviews say so, and are nobody's
     * recommendation: no record is made of them.
     *
     * @param values the values, by threshold
     * @return the engine
     * @throws InvalidInput when the policy has no such threshold, or the value is not allowed, with everything that is wrong
     * @throws IllegalStateException when the engine was made of a policy without its files
     */
    public Engine assuming(Map<ThresholdId, Exact> values) {
        PolicyFiles own =
                files.orElseThrow(() -> new IllegalStateException("no files of policy (%s)".formatted(policy)));
        values.keySet().forEach(this::requireThreshold);
        Policy other = read(own, values);
        return new Engine(other, rules.adaptedTo(other), Optional.empty(), findings, values);
    }

    /**
     * Checks that the policy has a threshold.
     *
     * @param id the threshold
     * @throws UnknownName when it has none of that name, with the likely one
     */
    public void requireThreshold(ThresholdId id) {
        List<String> known =
                policy.thresholds().keySet().stream().map(ThresholdId::value).toList();
        if (!known.contains(id.value())) {
            throw UnknownName.of(
                    PolicyCode.UNKNOWN_NAME.id(),
                    Message.of(
                            "the policy `%s` has no threshold `%s`.",
                            policy.ref().id(), id),
                    id.value(),
                    known);
        }
    }

    /**
     * Reads a policy without making an engine of it.
     *
     * @param files the policy's files
     * @param instead the values of thresholds to use instead of those in the files; may be empty
     * @return the policy
     * @throws InvalidPolicy when anything is wrong with the policy, with everything that is
     */
    public static Policy read(PolicyFiles files, Map<ThresholdId, Exact> instead) {
        return READER.read(files, instead);
    }

    /**
     * Returns what reads policies.
     *
     * @return the reader
     */
    public static PolicyReader reader() {
        return READER;
    }

    /**
     * Reads two policies without making engines of them.
     *
     * @param before the files of the one before
     * @param after the files of the one after
     * @return the two and those between them
     * @throws InvalidPolicy when anything is wrong with one of them, with everything that is
     */
    public static HybridPolicy blend(PolicyFiles before, PolicyFiles after) {
        return HybridPolicy.of(READER, before, after);
    }

    /**
     * Returns the policy.
     *
     * @return the policy it reviews with
     */
    public Policy policy() {
        return policy;
    }

    /**
     * Returns the files that the policy was loaded from.
     *
     * @return the files; nothing where the engine was made of a policy that was read already
     */
    public Optional<PolicyFiles> files() {
        return files;
    }

    /**
     * Returns what a scorecard may report.
     *
     * @return the policy's blocks and indicators
     */
    public IndicatorSet indicators() {
        return policy.indicators();
    }

    /**
     * Reads scorecards for this policy, whichever they were made for.
     *
     * @param path a scorecard, a portfolio, or a directory with such files
     * @return what was read
     * @throws InvalidInput when it cannot be read or is not allowed, with every fault and its place
     */
    public Input read(Path path) {
        return checked.add(scorecards().read(path));
    }

    /**
     * Reads scorecards for this policy from a stream to its end, and leaves it open.
     *
     * @param name what messages call it
     * @param stream a scorecard or a portfolio, as UTF-8
     * @return what was read
     * @throws InvalidInput when it cannot be read or is not allowed, with every fault and its place
     */
    public Input read(String name, InputStream stream) {
        return checked.add(scorecards().read(name, stream));
    }

    private Scorecards scorecards() {
        return Scorecards.checkedAgainst(PolicyLookup.always(indicators()));
    }

    /**
     * Reviews a scope's latest complete month, in the policy's first language.
     *
     * @param scorecard the scope
     * @return the review
     * @throws InvalidInput when the scorecard has faults, or no complete month; or when rules of the policy hold for more
     *     combinations of facts than a review can go through
     */
    public Review review(Scorecard scorecard) {
        return review(scorecard, ReviewRequest.LATEST);
    }

    /**
     * Reviews a scope.
     *
     * @param scorecard the scope; it is reviewed with this policy, whichever it was made for
     * @param request which month, in which language, and after which decisions
     * @return the review
     * @throws InvalidInput when the scorecard has faults, or the month is absent or partial; it lists the complete ones
     * @throws UnknownName when the policy does not speak the language; it names those it does
     */
    public Review review(Scorecard scorecard, ReviewRequest request) {
        return standing(scorecard, request).reviewAsItStands(scorecard, request);
    }

    private Review reviewAsItStands(Scorecard scorecard, ReviewRequest request) {
        return reviewer(assess(scorecard, request), request).review().assuming(assumed);
    }

    /** The policy for a scope and month, whose thresholds may have exceptions. */
    private Engine standing(Scorecard scorecard, ReviewRequest request) {
        if (!policy.hasExceptions()) {
            return this;
        }
        List<YearMonth> complete = scorecard.completeMonths();
        Optional<YearMonth> month = request.month()
                .or(() -> complete.isEmpty() ? Optional.empty() : Optional.of(complete.get(complete.size() - 1)));
        return month.map(reviewed -> standing(scorecard.scope(), reviewed)).orElse(this);
    }

    Engine standing(Scope scope, YearMonth month) {
        return Optional.of(policy.of(scope, month))
                .filter(other -> other != policy)
                .map(other -> exceptional.computeIfAbsent(
                        other.thresholds(),
                        values -> new Engine(other, rules.adaptedTo(other), files, findings, assumed)))
                .orElse(this);
    }

    /**
     * Reviews a scope for one reader: what the view selects of the review, in its order, with its own questions.
     *
     * @param scorecard the scope
     * @param view a view that the policy declares
     * @param request which month, and in which language
     * @return the view
     * @throws UnknownName when the policy has no such view, with those it has
     * @throws InvalidInput as a review does
     * @throws UnknownName when the policy does not speak the language; it names those it does
     */
    public View view(Scorecard scorecard, ViewId view, ReviewRequest request) {
        List<String> known =
                policy.views().readers().keySet().stream().map(ViewId::value).toList();
        if (!known.contains(requireNonNull(view, "view").value())) {
            throw UnknownName.of(
                    PolicyCode.UNKNOWN_NAME.id(),
                    Message.of("the policy `%s` has no view `%s`.", policy.ref().id(), view),
                    view.value(),
                    known);
        }
        Engine standing = standing(scorecard, request);
        return standing.reviewer(standing.assess(scorecard, request), request).view(view);
    }

    /**
     * Reviews a scope, and gathers what a committee's page shows besides: months to draw, money, the items of the meeting,
     * what would change the decision and what to measure next, and why each rule spoke or stayed silent. It takes some
     * fifteen times as long as a review.
     *
     * @param scorecard the scope
     * @param request which month, in which language, and what was decided before
     * @return the dossier
     * @throws InvalidInput when the scorecard has faults, or no such month
     */
    public Dossier dossier(Scorecard scorecard, ReviewRequest request) {
        return dossier(scorecard, request, Optional.of(Options.BRIEF));
    }

    /** Gathers the same, and searches for what would change the decision only as it is asked to. */
    Dossier dossier(Scorecard scorecard, ReviewRequest request, Optional<Options> search) {
        Assessment assessment = assess(scorecard, request);
        Sentences sentences = sentences(assessment, request);
        Review review = reviewer(assessment, sentences, request).review().assuming(assumed);
        Dossier shown = new DossierMaker(policy, assessment, sentences, review)
                .dossier(lastMeeting(scorecard, request, review));
        return new Dossier(
                review,
                shown.series(),
                shown.money(),
                shown.owner(),
                shown.agenda(),
                shown.lastMeeting(),
                search.map(options -> whatIf(scorecard, request, options)),
                Optional.of(new Explainer(policy, rules).explain(assessment)));
    }

    /** The review of the month that was decided on last, if it can still be reviewed. */
    private Optional<Review> lastMeeting(Scorecard scorecard, ReviewRequest request, Review review) {
        return request.decisions().stream()
                .filter(past -> scorecard.scope().goesOnFrom(past.scope()))
                .map(PastDecision::month)
                .filter(month -> month.isBefore(review.month()))
                .max(Comparator.naturalOrder())
                .filter(scorecard.completeMonths()::contains)
                .map(month -> review(
                        scorecard, request.withoutLedger().after(List.of()).forMonth(month)));
    }

    private Sentences sentences(Assessment assessment, ReviewRequest request) {
        Language language = requireNonNull(request, "request")
                .language()
                .orElseGet(() -> policy.languages().get(0));
        return new Sentences(policy, assessment, policy.texts(language));
    }

    private Reviewer reviewer(Assessment assessment, ReviewRequest request) {
        return reviewer(assessment, sentences(assessment, request), request);
    }

    private Reviewer reviewer(Assessment assessment, Sentences sentences, ReviewRequest request) {
        Reasons reasons = new Reasons(policy, assessment, sentences);
        Recommendation recommendation =
                new Recommender(policy, sentences).recommend(reasons.inOrder(findings(assessment, request)));
        // a review of a month reads nothing later than it; only who asks for the newest is shown what has begun since
        List<Snapshot> begun = request.month().isPresent() ? List.of() : assessment.newerPartial();
        return new Reviewer(policy, assessment, sentences, recommendation, request, begun);
    }

    /**
     * Returns only the decision, at a third of the cost of a review or less.
     *
     * @param scorecard the scope
     * @param request which month; the language does not matter
     * @return the decision of the review for the same scorecard and request
     * @throws InvalidInput when the scorecard has faults, or the month is absent or partial; it lists the complete ones
     */
    public Decision decide(Scorecard scorecard, ReviewRequest request) {
        return verdict(scorecard, request).decision();
    }

    /**
     * Returns the decision, its levers and the rules that fired, without sentences, at a third of the cost of a review or
     * less.
     *
     * @param scorecard the scope
     * @param request which month; the language does not matter
     * @return what the review for the same scorecard and request says, without its sentences
     * @throws InvalidInput when the scorecard has faults, or the month is absent or partial; it lists the complete ones
     */
    public Verdict verdict(Scorecard scorecard, ReviewRequest request) {
        Engine standing = standing(scorecard, request);
        return Recommender.verdict(policy, standing.findings(standing.assess(scorecard, request), request));
    }

    /**
     * Explains every rule for a scope and month: what each of its conditions saw, also where it did not fire.
     *
     * @param scorecard the scope
     * @param request which month; the language does not matter
     * @return the explanation
     * @throws InvalidInput when the scorecard has faults, or the month is absent or partial; it lists the complete ones
     */
    public Explanation explain(Scorecard scorecard, ReviewRequest request) {
        Engine standing = standing(scorecard, request);
        return new Explainer(standing.policy, standing.rules(request)).explain(standing.assess(scorecard, request));
    }

    /**
     * Finds out what would change a scope's decision, what keeps it, how sure it is, and what to measure next.
     *
     * @param scorecard the scope
     * @param request which month, and in which language
     * @return what was found, each answer tried with this policy
     * @throws InvalidInput when the scorecard has faults, or the month is absent or partial; it lists the complete ones
     * @throws UnknownName when the policy does not speak the language; it names those it does
     */
    public WhatIf whatIf(Scorecard scorecard, ReviewRequest request) {
        return whatIf(scorecard, request, Options.USUAL);
    }

    /**
     * Finds out what would change a scope's decision, as {@link #whatIf(Scorecard, ReviewRequest)} does.
     *
     * @param scorecard the scope
     * @param request which month, and in which language
     * @param options what is asked for
     * @return what was found, each answer tried with this policy
     * @throws InvalidInput when the scorecard has faults, or the month is absent or partial; it lists the complete ones
     * @throws UnknownName when the policy does not speak the language; it names those it does
     */
    public WhatIf whatIf(Scorecard scorecard, ReviewRequest request, Options options) {
        requireNonNull(options, "options");
        return standing(scorecard, request).whatIfAsItStands(scorecard, request, options);
    }

    /** Months that are waited for are decided with the thresholds of the reviewed one. */
    private WhatIf whatIfAsItStands(Scorecard scorecard, ReviewRequest request, Options options) {
        Assessment assessment = assess(scorecard, request);
        ReviewRequest then = request.withoutLedger();
        Judge judge = new Judge() {
            @Override
            public Decision decide(List<Finding> found) {
                return Recommender.verdict(policy, found).decision();
            }

            @Override
            public Review review(Scorecard other, YearMonth month) {
                return reviewAsItStands(other, then.forMonth(month));
            }

            @Override
            public Optional<Review> reviewAssuming(
                    Scorecard other, YearMonth month, ThresholdId threshold, Exact value) {
                try {
                    return files.map(same -> assuming(Map.of(threshold, value)).review(other, then.forMonth(month)));
                } catch (InvalidInput notAllowed) {
                    return Optional.empty();
                }
            }
        };
        Deciding tried = deciding.get();
        return Exploration.of(tried.policy(), tried.rules(), judge, scorecard, assessment.month(), options);
    }

    private List<Finding> findings(Assessment assessment, ReviewRequest request) {
        CompiledRules applied = rules(request);
        return findings.apply(applied.run(applied.complete(assessment.facts())));
    }

    /**
     * Asks the portfolio rules.
     *
     * @param facts what is known of the scopes of one portfolio
     * @return what the rules found, in no particular order
     * @throws InvalidInput when the rules hold for more combinations of the facts than a review can go through
     */
    public List<Finding> portfolioFindings(List<Fact> facts) {
        return policy.portfolioRules().isEmpty() ? List.of() : ofPortfolio.get().run(facts);
    }

    /** Without a ledger nothing is known of what is on record, so that no rule that asks for it applies. */
    private CompiledRules rules(ReviewRequest request) {
        return request.ledger().isPresent() || !policy.asksForRecord() ? rules : withoutRecord.get();
    }

    private Assessment assess(Scorecard scorecard, ReviewRequest request) {
        requireNonNull(request, "request");
        if (!checked.knows(scorecard)) {
            List<Fault> faults = ScorecardCheck.faults(scorecard, policy.indicators());
            if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
            }
            checked.add(scorecard);
        }
        return assessChecked(scorecard, request);
    }

    private Assessment assessChecked(Scorecard scorecard, ReviewRequest request) {
        return Assessment.after(policy, scorecard, month(scorecard, request), request.decisions());
    }

    private static YearMonth month(Scorecard scorecard, ReviewRequest request) {
        ScorecardCheck.monthFault(scorecard, request.month()).ifPresent(fault -> {
            throw new InvalidInput(List.of(fault));
        });
        List<YearMonth> complete = scorecard.completeMonths();
        return request.month().orElseGet(() -> complete.get(complete.size() - 1));
    }

    /**
     * Reviews several scopes, each by itself, with this policy.
     *
     * @param portfolio the scopes
     * @param request which month, and in which language
     * @return the reviews, in the order of level and scope id, and what they say together
     * @throws InvalidInput when any scorecard has faults, with those of all
     */
    public PortfolioReview review(Portfolio portfolio, ReviewRequest request) {
        return Portfolios.review(portfolio, scorecard -> this, request);
    }

    /**
     * Reads a portfolio and reviews one scope after the other, for one of any size: neither scorecards nor reviews are kept,
     * so that it takes no more memory for many scopes than for few. Each review is the same as that of
     * {@link #review(Scorecard, ReviewRequest)}.
     *
     * <p>Input is refused as {@link Scorecards#readEach} says, which does not find a scope that is there twice. Reviews are
     * handed over until the first fault is found; whoever needs all of them or none keeps them apart until this returns.
     *
     * @param source the portfolio, or a scorecard, or a directory with such files
     * @param request which month, and in which language
     * @param consumer who takes each review, in the order in which the scorecards stand there, and in the same thread; what
     *     it throws ends the reading
     * @return how many reviews there were
     * @throws InvalidInput when the input cannot be read or is not allowed, with every fault and its place; some reviews may
     *     have been handed over by then
     * @throws UnknownName when the policy does not speak the language; it names those it does
     */
    public int reviewEach(Source source, ReviewRequest request, Consumer<? super Review> consumer) {
        requireNonNull(source, "source");
        requireNonNull(consumer, "consumer");
        List<Fault> faults = new ArrayList<>();
        int read = 0;
        try {
            read = scorecards().forReviewOf(request.month()).readEach(source, scorecard -> {
                Optional<Review> review = faults.isEmpty() ? reviewed(scorecard, request, faults) : Optional.empty();
                review.ifPresent(consumer);
            });
        } catch (InvalidInput refused) {
            faults.addAll(refused.faults());
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return read;
    }

    /**
     * Reviews the latest complete month of one scope after the other, several at a time.
     *
     * @param scorecards the scopes; taken in the thread that runs the result
     * @param parallelism how many threads review; 1 or more
     * @return the reviews, as {@link #reviewAll(Stream, ReviewRequest, int)} says
     */
    public Stream<Review> reviewAll(Stream<Scorecard> scorecards, int parallelism) {
        return reviewAll(scorecards, ReviewRequest.LATEST, parallelism);
    }

    /**
     * Reviews one scope after the other, several at a time. The reviews come in the order of the scopes, each the same as
     * that of {@link #review(Scorecard, ReviewRequest)}. Scopes are asked for as reviews are taken, and only a few for each
     * thread are under way, so that it takes no more memory for many than for few.
     *
     * <p>Reviews are handed out until the first fault is found. Running the result then ends with an {@link InvalidInput},
     * with the faults of all scopes that follow as well; and with an {@link UnknownName} where the policy does not speak the
     * language. The threads end with the result: whoever does not run it to its end closes it.
     *
     * @param scorecards the scopes; taken in the thread that runs the result
     * @param request which month, and in which language
     * @param parallelism how many threads review; 1 or more
     * @return the reviews, made as they are asked for
     * @throws IllegalArgumentException when there is to be no thread
     */
    public Stream<Review> reviewAll(Stream<Scorecard> scorecards, ReviewRequest request, int parallelism) {
        requireNonNull(request, "request");
        Iterator<Scorecard> given = requireNonNull(scorecards, "scorecards").iterator();
        return ReviewsInOrder.of(given, scorecard -> review(scorecard, request), parallelism)
                .onClose(scorecards::close);
    }

    /**
     * Reads scorecards, and reviews the latest complete month of one after the other, several at a time.
     *
     * @param path a portfolio, a scorecard, or a directory with such files
     * @param parallelism how many threads review; 1 or more
     * @return the reviews, as {@link #reviewAll(Source, ReviewRequest, int)} says
     */
    public Stream<Review> reviewAll(Path path, int parallelism) {
        return reviewAll(Source.of(path), ReviewRequest.LATEST, parallelism);
    }

    /**
     * Reads scorecards in a thread of its own, and reviews one after the other, several at a time. The reviews come in the
     * order in which the scorecards stand there, each the same as that of {@link #review(Scorecard, ReviewRequest)}. Neither
     * scorecards nor reviews are kept, so that it takes no more memory for many than for few.
     *
     * <p>Input is refused as {@link Scorecards#readEach} says, which does not find a scope that is there twice. Reviews are
     * handed out until the first fault is found; running the result then ends with an {@link InvalidInput} that has every
     * fault and its place. The threads end with the result: whoever does not run it to its end closes it.
     *
     * @param source the portfolio, or a scorecard, or a directory with such files
     * @param request which month, and in which language
     * @param parallelism how many threads review; 1 or more
     * @return the reviews, made as they are asked for
     * @throws IllegalArgumentException when there is to be no thread
     */
    public Stream<Review> reviewAll(Source source, ReviewRequest request, int parallelism) {
        requireNonNull(source, "source");
        Scorecards reader = scorecards().forReviewOf(request.month());
        ReadAhead read = new ReadAhead(each -> reader.readEach(source, each));
        return ReviewsInOrder.of(read, scorecard -> reviewChecked(scorecard, request), parallelism)
                .onClose(read::close);
    }

    /** Reviews a scorecard that was checked for this policy when it was read. */
    private Review reviewChecked(Scorecard scorecard, ReviewRequest request) {
        Engine standing = standing(scorecard, request);
        return standing.reviewer(standing.assessChecked(scorecard, request), request)
                .review()
                .assuming(assumed);
    }

    private Optional<Review> reviewed(Scorecard scorecard, ReviewRequest request, List<Fault> faults) {
        try {
            return Optional.of(reviewChecked(scorecard, request));
        } catch (InvalidInput refused) {
            faults.addAll(refused.faults());
            return Optional.empty();
        }
    }
}
