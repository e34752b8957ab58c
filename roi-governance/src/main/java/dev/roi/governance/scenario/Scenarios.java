package dev.roi.governance.scenario;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.Faults;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.Verdict;
import dev.roi.rules.language.Finding;
import dev.roi.rules.language.Span;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scenarios of a policy. Immutable and safe for use by several threads. */
public final class Scenarios {

    private final List<Scenario> list;

    private final List<PortfolioScenario> portfolios;

    private final Map<String, Scorecard> cases;

    private final Map<String, AcceptedMutant> accepted;

    private Scenarios(
            List<Scenario> list,
            List<PortfolioScenario> portfolios,
            Map<String, Scorecard> cases,
            Map<String, AcceptedMutant> accepted) {
        this.list = List.copyOf(list);
        this.portfolios = List.copyOf(portfolios);
        this.cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        this.accepted = Collections.unmodifiableMap(new LinkedHashMap<>(accepted));
    }

    /**
     * Reads the scenarios of a policy.
     *
     * @param files the policy's files
     * @param engine an engine with that policy
     * @return its scenarios; may be none
     * @throws InvalidInput when any is wrong, with everything that is
     */
    public static Scenarios of(PolicyFiles files, Engine engine) {
        Faults faults = new Faults();
        ScenarioReader reader = new ScenarioReader(engine.indicators(), names(engine.policy()), faults);
        List<Scenario> scenarios = reader.read(files);
        faults.throwIfAny(InvalidPolicy::new);
        return new Scenarios(scenarios, reader.portfolios(), reader.scorecards(), reader.accepted());
    }

    /**
     * Returns the cases that scenarios build on.
     *
     * @return what each gives, by its name, in the order of files and lines
     */
    public Map<String, Scorecard> cases() {
        return cases;
    }

    /**
     * Looks for what is wrong with the scenarios of a policy, which itself may have faults.
     *
     * @param files the policy's files
     * @param draft the policy, as far as it could be read
     * @param faults where to put everything that is wrong
     * @return how many scenarios there are, rows of tables included
     */
    public static int check(PolicyFiles files, PolicyDraft draft, Faults faults) {
        ScenarioReader reader = new ScenarioReader(draft.sound().indicators(), draft.names(), faults);
        return reader.read(files).size() + reader.portfolios().size();
    }

    private static PolicyDraft.Names names(Policy policy) {
        return new PolicyDraft.Names(
                DeclaredNames.of(policy.indicators().indicators().stream()
                        .map(indicator -> indicator.id().value())
                        .toList()),
                DeclaredNames.of(policy.levers().stream().map(LeverId::value).toList()),
                DeclaredNames.of(policy.allRules().stream()
                        .map(rule -> rule.id().value())
                        .toList()),
                DeclaredNames.of(policy.portfolioRules().keySet().stream()
                        .map(RuleId::value)
                        .toList()),
                DeclaredNames.of(policy.thresholds().keySet().stream()
                        .map(ThresholdId::value)
                        .toList()));
    }

    /**
     * Returns the scenarios.
     *
     * @return all of them, in the order of files and lines
     */
    public List<Scenario> list() {
        return list;
    }

    /**
     * Returns the scenarios that portfolio rules are asked of.
     *
     * @return all of them, in the order of files and lines
     */
    public List<PortfolioScenario> portfolios() {
        return portfolios;
    }

    /**
     * Returns the mutants that no scenario has to notice.
     *
     * @return why not, by the mutant's name, or by what names begin with, which then ends in an asterisk
     */
    public Map<String, String> accepted() {
        Map<String, String> because = new LinkedHashMap<>();
        accepted.values().forEach(mutant -> because.put(mutant.mutant(), mutant.because()));
        return because;
    }

    /** Returns where it is written that no scenario has to notice a mutant. */
    Optional<Place> acceptedAt(String mutant) {
        return Optional.ofNullable(accepted.get(mutant)).map(AcceptedMutant::at);
    }

    /** Returns why no scenario has to notice a mutant, where its owners wrote that down. */
    Optional<String> whyAccepted(String mutant) {
        return accepted.values().stream()
                .filter(one -> covers(one.mutant(), mutant))
                .map(AcceptedMutant::because)
                .findFirst();
    }

    static boolean covers(String name, String mutant) {
        return name.endsWith("*") ? mutant.startsWith(name.substring(0, name.length() - 1)) : mutant.equals(name);
    }

    /**
     * Picks scenarios by their names.
     *
     * @param text what a name has to contain, in any case
     * @return the same scenarios without the others; may be none
     */
    public Scenarios only(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return new Scenarios(
                list.stream()
                        .filter(scenario ->
                                scenario.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList(),
                portfolios.stream()
                        .filter(scenario ->
                                scenario.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList(),
                cases,
                accepted);
    }

    /** Returns all scenarios, those first that name one of some rules; otherwise in order. */
    List<Scenario> likelyFirst(Collection<RuleId> rules) {
        Predicate<Scenario> names = scenario -> Stream.concat(
                        scenario.expected().because().stream(), scenario.expected().notBecause().stream())
                .anyMatch(rules::contains);
        return Stream.concat(list.stream().filter(names), list.stream().filter(names.negate()))
                .toList();
    }

    /**
     * Runs all scenarios.
     *
     * @param engine the engine to run them with
     * @return what came of each, in order
     */
    public List<Outcome> run(Engine engine) {
        return list.stream().map(scenario -> run(engine, scenario)).toList();
    }

    /**
     * Runs one scenario.
     *
     * @param engine the engine to run it with
     * @param scenario the scenario
     * @return what came of it
     */
    public static Outcome run(Engine engine, Scenario scenario) {
        Review review = engine.review(scenario.scorecard());
        List<Finding> findings = scenario.expected().saw().isEmpty()
                ? List.of()
                : engine.verdict(scenario.scorecard(), ReviewRequest.LATEST).findings();
        return new Outcome(
                scenario,
                review,
                engine.explain(scenario.scorecard(), ReviewRequest.LATEST),
                differences(scenario.expected(), Seen.of(review, findings)));
    }

    /** Tells whether a scenario passes, several times as fast as running it. */
    static boolean passes(Engine engine, Scenario scenario) {
        Verdict verdict = engine.verdict(scenario.scorecard(), ReviewRequest.LATEST);
        Scenario.Expected expected = scenario.expected();
        String headline = expected.headline().isPresent()
                ? engine.review(scenario.scorecard()).headline()
                : "";
        return differences(
                        expected,
                        new Seen(verdict.decision(), headline, verdict.levers(), verdict.fired(), verdict.findings()))
                .isEmpty();
    }

    /** What a scenario can see of a review. */
    private record Seen(
            Decision decision, String headline, List<LeverId> levers, Set<RuleId> fired, List<Finding> findings) {

        static Seen of(Review review, List<Finding> findings) {
            return new Seen(
                    review.decision(),
                    review.headline(),
                    review.levers().stream().map(lever -> lever.id()).toList(),
                    review.justifications().stream()
                            .map(justification -> justification.rule())
                            .collect(Collectors.toSet()),
                    findings);
        }

        /** What each way in which a rule holds worked out. */
        List<Map<String, Span>> of(RuleId rule) {
            return findings.stream()
                    .filter(finding -> finding.rule().id().equals(rule))
                    .map(Finding::saw)
                    .toList();
        }
    }

    private static List<Difference> differences(Scenario.Expected expected, Seen seen) {
        List<Difference> differences = new ArrayList<>();
        expected.decision()
                .filter(decision -> decision != seen.decision())
                .ifPresent(decision -> differences.add(new Difference(
                        "decision",
                        Message.verbatim(decision.word()),
                        Message.verbatim(seen.decision().word()))));
        expected.headline()
                .filter(headline -> !typed(headline).equals(typed(seen.headline())))
                .ifPresent(headline -> differences.add(
                        new Difference("headline", Message.verbatim(headline), Message.verbatim(seen.headline()))));
        expected.levers()
                .filter(levers -> !levers.equals(seen.levers()))
                .ifPresent(levers -> differences.add(new Difference("levers", words(levers), words(seen.levers()))));
        expected.because().stream()
                .filter(rule -> !seen.fired().contains(rule))
                .forEach(rule -> differences.add(
                        new Difference("because", Message.of("%s fires", rule), Message.of("stayed silent"))));
        expected.notBecause().stream()
                .filter(seen.fired()::contains)
                .forEach(rule -> differences.add(
                        new Difference("not-because", Message.of("%s stays silent", rule), Message.of("fired"))));
        expected.saw().forEach((rule, wanted) -> {
            List<Map<String, Span>> ways = seen.of(rule);
            if (ways.stream().noneMatch(way -> isSeen(wanted, way))) {
                differences.add(new Difference(
                        "saw",
                        Message.verbatim("%s: %s".formatted(rule, written(wanted))),
                        ways.isEmpty()
                                ? Message.of("stayed silent")
                                : Message.verbatim(ways.stream()
                                        .map(Scenarios::written)
                                        .distinct()
                                        .collect(Collectors.joining("; ")))));
            }
        });
        return differences;
    }

    private static boolean isSeen(Map<String, Exact> wanted, Map<String, Span> way) {
        return wanted.entrySet().stream()
                .allMatch(one -> Optional.ofNullable(way.get(one.getKey()))
                        .filter(number -> number.contains(one.getValue()))
                        .isPresent());
    }

    private static String written(Map<String, ?> numbers) {
        return numbers.entrySet().stream()
                .map(one -> "%s %s".formatted(one.getKey(), one.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * What looks alike is alike: spaces of any kind, apostrophes, hyphens and minus signs, letters with an accent of their
     * own or one put on them. Who types a headline need not know which of them is set, and no failure shows two lines that
     * look the same.
     */
    private static String typed(String headline) {
        return Normalizer.normalize(headline, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}\t]+", " ")
                .replaceAll("[\u2018\u2019\u02bc]", "'")
                .replaceAll("[\u2010\u2011\u2212]", "-")
                .strip();
    }

    private static Message words(List<LeverId> levers) {
        return levers.isEmpty()
                ? Message.of("none")
                : Message.verbatim(levers.stream().map(LeverId::value).collect(Collectors.joining(", ")));
    }
}
