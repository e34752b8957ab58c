package dev.roi.governance.scenario;

import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Tests of the tests: a policy is changed in every small way, one at a time, and some scenario should notice each.
 *
 * @param results what came of each mutant, in a stable order
 */
public record Mutation(List<Result> results) {

    /** Copies the list. {@inheritDoc} */
    public Mutation {
        results = List.copyOf(results);
    }

    /**
     * Changes a policy in every small way and runs its scenarios over each, on all processors.
     *
     * @param files the policy's files
     * @param engine an engine with the policy
     * @param scenarios its scenarios; all of them pass
     * @param progress told after each mutant how many are done, in percent, one call at a time
     * @return what came of it; the same for the same policy
     */
    public static Mutation of(PolicyFiles files, Engine engine, Scenarios scenarios, IntConsumer progress) {
        return of(Mutants.of(files, engine.policy()), engine, scenarios, progress);
    }

    static Mutation of(List<Mutant> mutants, Engine engine, Scenarios scenarios, IntConsumer progress) {
        AtomicInteger done = new AtomicInteger();
        return new Mutation(mutants.parallelStream()
                .map(mutant -> {
                    Result result = result(engine, mutant, scenarios);
                    synchronized (done) {
                        progress.accept(done.incrementAndGet() * 100 / mutants.size());
                    }
                    return result;
                })
                .toList());
    }

    private static Result result(Engine engine, Mutant mutant, Scenarios scenarios) {
        Engine changed = engine.adaptedTo(mutant.policy());
        Optional<String> noticed = noticed(engine, changed, mutant, scenarios);
        Optional<String> accepted = scenarios.whyAccepted(mutant.name());
        Optional<ThresholdId> moved = mutant.name().startsWith("threshold/") ? mutant.threshold() : Optional.empty();
        if (noticed.isPresent()) {
            return new Result(
                    mutant.name(),
                    mutant.change(),
                    moved,
                    Fate.NOTICED,
                    noticed.get(),
                    Optional.empty(),
                    mutant.title());
        }
        if (accepted.isPresent()) {
            return new Result(
                    mutant.name(),
                    mutant.change(),
                    moved,
                    Fate.ACCEPTED,
                    accepted.get(),
                    Optional.empty(),
                    mutant.title());
        }
        return new Result(
                mutant.name(),
                mutant.change(),
                moved,
                Fate.SURVIVED,
                "",
                suggested(engine, changed, mutant, scenarios),
                mutant.title());
    }

    private static Optional<String> suggested(Engine engine, Engine changed, Mutant mutant, Scenarios scenarios) {
        Optional<String> ofPortfolio = new PortfolioSuggestion(engine, changed, mutant).found();
        return ofPortfolio.isEmpty() && isOfScope(engine, mutant)
                ? new Suggestion(engine, changed, mutant).near(scenarios)
                : ofPortfolio;
    }

    private static boolean isOfScope(Engine engine, Mutant mutant) {
        return mutant.rules().isEmpty()
                || mutant.rules().stream().anyMatch(engine.policy().rules()::containsKey);
    }

    /** A change of portfolio rules alone is no business of scenarios of one scope, nor the other way round. */
    private static Optional<String> noticed(Engine engine, Engine changed, Mutant mutant, Scenarios scenarios) {
        boolean isOfPortfolio = mutant.rules().stream().anyMatch(engine.policy().portfolioRules()::containsKey);
        Stream<String> ofPortfolio = isOfPortfolio
                ? scenarios.portfolios().stream()
                        .filter(scenario -> !scenario.run(changed).isPassed())
                        .map(PortfolioScenario::name)
                : Stream.of();
        Stream<String> ofScope = isOfScope(engine, mutant)
                ? scenarios.likelyFirst(mutant.rules()).stream()
                        .filter(scenario -> !Scenarios.passes(changed, scenario))
                        .map(Scenario::name)
                : Stream.of();
        return Stream.concat(ofPortfolio, ofScope).findFirst();
    }

    /**
     * Returns the written reasons that excuse nothing: the mutant is there no more, or a scenario notices it after all.
     *
     * @param scenarios the scenarios, with what their owners accepted
     * @return the names of such mutants, in order
     */
    public List<String> needlesslyAccepted(Scenarios scenarios) {
        Set<String> needless = new TreeSet<>(scenarios.accepted().keySet());
        needless.removeIf(name -> results.stream()
                .anyMatch(result -> result.fate() == Fate.ACCEPTED && Scenarios.covers(name, result.mutant())));
        return List.copyOf(needless);
    }

    /** Says of a reason that excuses nothing where it stands, and whether the mutant is there. */
    Message whyNeedless(String name, Scenarios scenarios) {
        Message why = results.stream()
                .filter(result -> Scenarios.covers(name, result.mutant()))
                .findFirst()
                .map(result -> Message.of("scenario `%s` notices it", result.by()))
                .orElse(Message.of("the policy has no such mutant"));
        return Message.of(
                "%smutant `%s` is accepted with a reason, and %s",
                scenarios.acceptedAt(name).map(place -> place + ": ").orElse(""), name, why);
    }

    /**
     * Counts the mutants that one thing came of.
     *
     * @param fate what came of them
     * @return how many there are
     */
    public int count(Fate fate) {
        return (int) results.stream().filter(result -> result.fate() == fate).count();
    }

    /**
     * Returns the mutants that no scenario noticed, and that nobody accepted.
     *
     * @return the survivors, in order
     */
    public List<Result> survivors() {
        return results.stream().filter(result -> result.fate() == Fate.SURVIVED).toList();
    }

    /**
     * Writes the survivors, each with a scenario that would notice it, ready to paste; those that the same scenario would
     * notice stand above it together.
     *
     * @return a few lines for each, for people; empty where nothing survived
     */
    public String survivorsText() {
        return new TestReportText(Language.ENGLISH).survivors(this);
    }

    /**
     * Returns how many mutants were noticed or accepted.
     *
     * @return in percent of all mutants, rounded down; 100 where there are none
     */
    public int percent() {
        return results.isEmpty() ? 100 : (results.size() - survivors().size()) * 100 / results.size();
    }

    /** What came of a mutant. */
    public enum Fate implements Keyword {
        /** A scenario noticed it. */
        NOTICED,
        /** None did, and the policy's owners wrote down why none has to. */
        ACCEPTED,
        /** None did. */
        SURVIVED
    }

    /**
     * What came of one mutant.
     *
     * @param mutant its name
     * @param change what was changed, in words
     * @param threshold the threshold that was moved, if one was
     * @param fate what came of it
     * @param by the first scenario that noticed it, of those that name its rules and then of the others; or why none has
     *     to; empty where it survived
     * @param suggested what a scenario that would notice it says after its name; nothing where none was found
     * @param title the name of such a scenario
     */
    public record Result(
            String mutant,
            Message change,
            Optional<ThresholdId> threshold,
            Fate fate,
            String by,
            Optional<String> suggested,
            Message title) {

        /**
         * Returns a scenario that would notice it.
         *
         * @param language the language of its name
         * @return the scenario, ready to paste; nothing where none was found, or is needed
         */
        public Optional<String> suggestion(Language language) {
            return suggested.map(rest -> Suggestion.TITLE + title.in(language) + rest);
        }
    }
}
