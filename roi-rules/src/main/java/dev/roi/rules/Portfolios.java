package dev.roi.rules;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.FollowUp;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Money;
import dev.roi.core.MonthDecision;
import dev.roi.core.PastDecision;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.PortfolioReview.Action;
import dev.roi.core.PortfolioReview.Total;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.whatif.Options;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reviews several scopes, each by itself, and says what they say together. */
public final class Portfolios {

    /** The complete months of a scope that {@link #context} decides. */
    public static final int MOST_MONTHS = 12;

    /** The scopes of a portfolio for each of which {@link #dossiers} searches for what would change the decision. */
    public static final int MOST_SEARCHED = 50;

    /** The scopes for which it is searched for where there are more: those that a committee comes to first. */
    public static final int SEARCHED_OF_MORE = 10;

    /** The scopes whose past is decided at the same time; a lookup of engines tells how far it is after so many. */
    private static final int TOGETHER = 16;

    private Portfolios() {}

    /**
     * Reviews a portfolio whose scopes may have different policies.
     *
     * @param portfolio the scopes
     * @param engines the engine for each scope
     * @param request which month, in which language, and what was decided before, on these scopes and others
     * @return the reviews, in the order of level and scope id, what they say together, and open actions that none of them asks
     *     about
     * @throws InvalidInput when any scorecard has faults, with those of all
     */
    public static PortfolioReview review(
            Portfolio portfolio, Function<Scorecard, Engine> engines, ReviewRequest request) {
        List<Fault> faults = new ArrayList<>();
        List<Scored> scored = new ArrayList<>();
        requireNonNull(engines, "engines");
        for (Scorecard scorecard : requireNonNull(portfolio, "portfolio").scorecards()) {
            try {
                Engine engine = engines.apply(scorecard);
                scored.add(new Scored(engine, scorecard, engine.review(scorecard, request)));
            } catch (InvalidInput invalid) {
                faults.addAll(invalid.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return together(scored, request.decisions());
    }

    /**
     * Says what the reviews of a portfolio do not say by themselves: what the policies, as they are now, recommend for each
     * complete month up to the reviewed one, what that month costs, and who answers for it.
     *
     * @param portfolio the scopes
     * @param engines the engine for each scope
     * @param reviews the reviews of those scopes
     * @return the last {@value #MOST_MONTHS} complete months of each scope, the money and who answers for it
     * @throws InvalidInput when a scorecard has faults
     */
    public static PortfolioContext context(
            Portfolio portfolio, Function<Scorecard, Engine> engines, PortfolioReview reviews) {
        return context(portfolio, engines, reviews, List.of());
    }

    /**
     * Says what the reviews of a portfolio do not say by themselves, and what was decided on its scopes.
     *
     * @param portfolio the scopes
     * @param engines the engine for each scope
     * @param reviews the reviews of those scopes
     * @param past what was decided before, on these scopes and others
     * @return the last {@value #MOST_MONTHS} complete months of each scope, what was decided, the money and who answers for it
     * @throws InvalidInput when a scorecard has faults
     */
    public static PortfolioContext context(
            Portfolio portfolio,
            Function<Scorecard, Engine> engines,
            PortfolioReview reviews,
            List<PastDecision> past) {
        Map<Scope, Review> byScope = byScope(reviews);
        Map<Scope, List<MonthDecision>> decisions = new LinkedHashMap<>();
        List<Scorecard> all = portfolio.scorecards();
        for (int at = 0; at < all.size(); at += TOGETHER) {
            List<Asked> some = all.subList(at, Math.min(all.size(), at + TOGETHER)).stream()
                    .filter(scorecard -> byScope.containsKey(scorecard.scope()))
                    .map(scorecard -> new Asked(scorecard, engines.apply(scorecard)))
                    .toList();
            List<List<MonthDecision>> decided = some.parallelStream()
                    .map(one -> decisions(
                            one.scorecard(),
                            one.engine(),
                            requireNonNull(byScope.get(one.scorecard().scope()))))
                    .toList();
            for (int i = 0; i < some.size(); i++) {
                decisions.put(some.get(i).scorecard().scope(), decided.get(i));
            }
        }
        return standing(portfolio, engines, byScope, decisions, past);
    }

    private static PortfolioContext standing(
            Portfolio portfolio,
            Function<Scorecard, Engine> engines,
            Map<Scope, Review> byScope,
            Map<Scope, List<MonthDecision>> decisions,
            List<PastDecision> past) {
        Map<Scope, List<MonthDecision>> decided = new LinkedHashMap<>();
        Map<Scope, Money> money = new LinkedHashMap<>();
        Map<Scope, String> owners = new LinkedHashMap<>();
        for (Scorecard scorecard : portfolio.scorecards()) {
            Review review = byScope.get(scorecard.scope());
            if (review != null) {
                Engine engine = engines.apply(scorecard);
                Assessment assessment = Assessment.of(engine.policy(), scorecard, review.month());
                DossierMaker.money(engine.policy(), assessment).ifPresent(found -> money.put(scorecard.scope(), found));
                DossierMaker.owner(assessment).ifPresent(owner -> owners.put(scorecard.scope(), owner));
                List<MonthDecision> recorded = past.stream()
                        .filter(one -> scorecard.scope().goesOnFrom(one.scope()))
                        .filter(one -> !one.month().isAfter(review.month()))
                        .sorted(Comparator.comparing(PastDecision::entry))
                        .map(one -> new MonthDecision(one.month(), one.decision()))
                        .toList();
                if (!recorded.isEmpty()) {
                    decided.put(scorecard.scope(), recorded);
                }
            }
        }
        return new PortfolioContext(decisions, decided, money, owners);
    }

    /**
     * Says what each scope costs and who answers for it, as {@link #context} does, without deciding any earlier month.
     *
     * @param portfolio the scopes
     * @param engines the engine for each scope
     * @param reviews the reviews of those scopes
     * @return the money and who answers for it, and no past
     */
    public static PortfolioContext withoutPast(
            Portfolio portfolio, Function<Scorecard, Engine> engines, PortfolioReview reviews) {
        return standing(portfolio, engines, byScope(reviews), Map.of(), List.of());
    }

    /**
     * Gathers what a committee's pages show of each scope of a portfolio. Scopes are gathered at the same time, as many as
     * there are processors. What would change a decision is searched for in portfolios of at most {@value #MOST_SEARCHED}
     * scopes, since a search takes as long as some hundred decisions; of more, for the first {@value #SEARCHED_OF_MORE} in
     * order of decision, the gravest first, and then of cost.
     *
     * @param portfolio the scopes
     * @param engines the engine for each scope
     * @param request which month, in which language, and what was decided before
     * @return a dossier for each scope, in the order of the scorecards
     * @throws InvalidInput when a scorecard has faults
     */
    public static List<Dossier> dossiers(
            Portfolio portfolio, Function<Scorecard, Engine> engines, ReviewRequest request) {
        List<Asked> asked = portfolio.scorecards().stream()
                .map(scorecard -> new Asked(scorecard, engines.apply(scorecard)))
                .toList();
        if (asked.size() <= MOST_SEARCHED) {
            return dossiers(asked, request, Optional.of(Options.BRIEF));
        }
        List<Dossier> dossiers = new ArrayList<>(dossiers(asked, request, Optional.empty()));
        List<Integer> first = IntStream.range(0, asked.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer at) -> dossiers.get(at).review().decision())
                        .thenComparing(at -> cost(dossiers.get(at)), Comparator.reverseOrder())
                        .thenComparing(at -> dossiers.get(at).review().scope()))
                .limit(SEARCHED_OF_MORE)
                .toList();
        List<Dossier> searched = dossiers(first.stream().map(asked::get).toList(), request, Optional.of(Options.BRIEF));
        for (int i = 0; i < first.size(); i++) {
            dossiers.set(first.get(i), searched.get(i));
        }
        return List.copyOf(dossiers);
    }

    private record Asked(Scorecard scorecard, Engine engine) {}

    private static List<Dossier> dossiers(List<Asked> asked, ReviewRequest request, Optional<Options> search) {
        return asked.parallelStream()
                .map(one -> one.engine().dossier(one.scorecard(), request, search))
                .toList();
    }

    private static Exact cost(Dossier dossier) {
        return dossier.money().flatMap(Money::cost).orElse(Exact.ZERO);
    }

    private static Map<Scope, Review> byScope(PortfolioReview reviews) {
        Map<Scope, Review> byScope = new HashMap<>();
        reviews.reviews().forEach(review -> byScope.put(review.scope(), review));
        return byScope;
    }

    private static List<MonthDecision> decisions(Scorecard scorecard, Engine engine, Review review) {
        List<YearMonth> months = scorecard.completeMonths().stream()
                .filter(month -> month.isBefore(review.month()))
                .toList();
        List<MonthDecision> decisions = new ArrayList<>();
        for (YearMonth month : months.subList(Math.max(0, months.size() + 1 - MOST_MONTHS), months.size())) {
            decisions.add(new MonthDecision(month, engine.decide(scorecard, ReviewRequest.LATEST.forMonth(month))));
        }
        decisions.add(new MonthDecision(review.month(), review.decision()));
        return decisions;
    }

    private static PortfolioReview together(List<Scored> scored, List<PastDecision> decisions) {
        List<Review> reviews = scored.stream().map(Scored::review).toList();
        YearMonth newest = reviews.stream()
                .map(Review::month)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Scope> stale = reviews.stream()
                .filter(review -> review.month().isBefore(newest))
                .map(Review::scope)
                .toList();
        return new PortfolioReview(
                reviews,
                newest,
                stale,
                totals(scored, newest),
                actions(scored),
                headline(scored),
                unasked(reviews, newest, decisions),
                PortfolioNotes.of(scored, newest));
    }

    /** An action stays open where its scope stops reporting. As in a review, nothing that was recorded later counts. */
    private static List<FollowUp> unasked(List<Review> reviews, YearMonth newest, List<PastDecision> decisions) {
        Map<Scope, YearMonth> reviewed = new TreeMap<>();
        reviews.forEach(review -> reviewed.put(review.scope(), review.month()));
        return decisions.stream()
                .filter(past -> past.month().isBefore(newest)
                        && !past.month().isBefore(reviewed.getOrDefault(past.scope(), past.month())))
                .map(past -> past.asKnownBefore(newest))
                .flatMap(past -> past.open().stream().map(action -> new FollowUp(past, Optional.of(action), List.of())))
                .sorted(Comparator.<FollowUp, Scope>comparing(
                                asking -> asking.decision().scope())
                        .thenComparing(asking -> asking.action().orElseThrow().due())
                        .thenComparing(asking -> asking.action().orElseThrow().id()))
                .toList();
    }

    private static String headline(List<Scored> scored) {
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("scopes", String.valueOf(scored.size()));
        for (Decision decision : Decision.values()) {
            counts.put(
                    decision.word(),
                    String.valueOf(scored.stream()
                            .filter(each -> each.review().decision() == decision)
                            .count()));
        }
        Phrase headline = scored.size() == 1 ? Phrase.PORTFOLIO_HEADLINE_ONE : Phrase.PORTFOLIO_HEADLINE;
        return phrase(scored.get(0), headline).render(name -> Optional.ofNullable(counts.get(name)));
    }

    private static Template phrase(Scored scored, Phrase phrase) {
        Language language = scored.review().language();
        return scored.policy().texts(language).phrase(phrase);
    }

    private static String title(Scored scored, Phrase phrase) {
        return phrase(scored, phrase).render(name -> Optional.empty());
    }

    private static List<Action> actions(List<Scored> scored) {
        List<Action> actions = new ArrayList<>();
        decided(scored, Decision.STOP, Phrase.PORTFOLIO_STOP).ifPresent(actions::add);
        Map<LeverId, List<Scored>> byLever = new LinkedHashMap<>();
        for (Scored each : scored) {
            for (LeverId lever : each.policy().levers()) {
                if (each.review().decision() == Decision.ADJUST
                        && each.review().levers().stream()
                                .anyMatch(pulled -> pulled.id().equals(lever))) {
                    byLever.computeIfAbsent(lever, key -> new ArrayList<>()).add(each);
                }
            }
        }
        scored.stream()
                .flatMap(each -> each.policy().levers().stream())
                .distinct()
                .filter(byLever::containsKey)
                .forEach(lever -> actions.add(adjusted(lever, byLever.getOrDefault(lever, List.of()))));
        decided(scored, Decision.MAINTAIN, Phrase.PORTFOLIO_MAINTAIN).ifPresent(actions::add);
        decided(scored, Decision.EXTEND, Phrase.PORTFOLIO_EXTEND).ifPresent(actions::add);
        return actions;
    }

    private static Optional<Action> decided(List<Scored> scored, Decision decision, Phrase phrase) {
        List<Scored> found = scored.stream()
                .filter(each -> each.review().decision() == decision)
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Action(decision, Optional.empty(), title(found.get(0), phrase), scopes(found)));
    }

    private static Action adjusted(LeverId lever, List<Scored> found) {
        String title = found.get(0).review().levers().stream()
                .filter(pulled -> pulled.id().equals(lever))
                .map(Lever::action)
                .findFirst()
                .orElse(lever.value());
        return new Action(Decision.ADJUST, Optional.of(lever), title, scopes(found));
    }

    private static List<Scope> scopes(List<Scored> found) {
        return found.stream().map(each -> each.review().scope()).toList();
    }

    private static List<Total> totals(List<Scored> scored, YearMonth newest) {
        Map<Key, List<Exact>> known = new LinkedHashMap<>();
        Map<Key, List<Scope>> unknown = new LinkedHashMap<>();
        for (Scored each : scored) {
            for (IndicatorId id : each.policy().views().totals()) {
                Measured measured = measured(each, id);
                Key key = new Key(each.review().scope().level(), id, measured.unit());
                known.computeIfAbsent(key, missing -> new ArrayList<>());
                unknown.computeIfAbsent(key, missing -> new ArrayList<>());
                if (each.review().month().equals(newest) && measured.value().isPresent()) {
                    known.get(key).add(measured.value().get());
                } else {
                    unknown.get(key).add(each.review().scope());
                }
            }
        }
        return known.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> total(
                        entry.getKey(), entry.getValue(), unknown.getOrDefault(entry.getKey(), List.of()), scored))
                .toList();
    }

    /** What a scope reports of an indicator, in which unit. */
    private record Measured(Unit unit, Optional<Exact> value) {}

    private static Measured measured(Scored scored, IndicatorId id) {
        return scored.review().dashboard().rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.indicator().equals(id))
                .findFirst()
                .map(cell -> new Measured(cell.unit(), cell.value()))
                .orElseGet(() -> {
                    Assessment assessment = Assessment.of(
                            scored.policy(), scored.scorecard(), scored.review().month());
                    IndicatorState state = assessment.indicator(id);
                    return new Measured(
                            assessment.unit(state.indicator()),
                            state.reading().known().map(Reading.Known::value));
                });
    }

    private static Total total(Key key, List<Exact> known, List<Scope> unknown, List<Scored> scored) {
        Exact sum = known.stream().reduce(Exact.ZERO, Exact::plus);
        Scored first = scored.get(0);
        String name = scored.stream()
                .flatMap(
                        each -> Optional.ofNullable(each.policy()
                                        .texts(each.review().language())
                                        .indicators()
                                        .get(key.indicator()))
                                .stream())
                .map(words -> words.name())
                .findFirst()
                .orElse(key.indicator().value());
        Quantities quantities = first.policy().texts(first.review().language()).quantities();
        return new Total(
                key.level(),
                key.indicator(),
                name,
                key.unit(),
                sum,
                quantities.format(sum, key.unit()),
                known.size(),
                unknown);
    }

    /** Sums are taken within a level, an indicator and a unit only. */
    private record Key(Level level, IndicatorId indicator, Unit unit) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::level)
                .thenComparing(Key::indicator)
                .thenComparing(key -> key.unit().id());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
