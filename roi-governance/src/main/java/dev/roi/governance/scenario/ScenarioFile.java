package dev.roi.governance.scenario;

import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.object;

import dev.roi.core.IndicatorSet;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import dev.roi.core.json.Faults;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyShapes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of {@code scenarios/}. What it holds is read once the cases of all files are known.
 *
 * @param cases what scenarios build on, by name
 * @param scenarios the scenarios
 * @param tables many scenarios that differ in a few readings
 * @param portfolios scopes that portfolio rules are asked of together
 * @param accepted changes of the policy that no scenario has to notice
 */
record ScenarioFile(
        Map<String, Cursor> cases,
        List<Cursor> scenarios,
        List<Cursor> tables,
        List<PortfolioScenario> portfolios,
        List<Cursor> accepted) {

    /** Describes a file that holds such cases, scenarios, tables and accepted mutants. */
    static Format<ScenarioFile> format(
            Shape<?> aCase,
            Shape<?> scenario,
            Shape<?> table,
            Shape<PortfolioScenario> portfolio,
            Shape<?> acceptedMutant) {
        Field<ScenarioFile, Map<String, Cursor>> cases = usually(
                "cases",
                "What scenarios build on, by name. Cases of all files can be used in all files.",
                map(
                        anyText().also("pattern", PolicyShapes.KEBAB).also("maxLength", 100),
                        aCase.named("case").later()),
                Map.of());
        Field<ScenarioFile, List<Cursor>> scenarios =
                many("scenarios", "What the policy must decide, case by case.", scenario);
        Field<ScenarioFile, List<Cursor>> tables =
                many("tables", "Many scenarios that differ in a few readings: one for each row.", table);
        Field<ScenarioFile, List<PortfolioScenario>> portfolios =
                usually("portfolios", "What portfolio rules must say of several scopes.", list(portfolio), List.of());
        Field<ScenarioFile, List<Cursor>> accepted = many(
                "accepted", "Small changes of the policy that no scenario has to notice, and why not.", acceptedMutant);
        return Format.strict(
                "roi-scenarios/1",
                "Scenarios",
                object(
                        "A file of a policy's scenarios/: what the policy must decide. Written in YAML and read"
                                + " strictly. Which indicators, rules and levers there are is checked against the policy"
                                + " when it is tested.",
                        read -> Optional.of(new ScenarioFile(
                                read.get(cases),
                                read.get(scenarios),
                                read.get(tables),
                                read.get(portfolios),
                                read.get(accepted))),
                        about(),
                        cases,
                        scenarios,
                        tables,
                        portfolios,
                        accepted));
    }

    private static Field<ScenarioFile, List<Cursor>> many(String key, String means, Shape<?> item) {
        return usually(key, means, list(item.later()), List.of());
    }

    /** What the files look like, whatever there is besides. */
    static Format<ScenarioFile> format() {
        DeclaredNames any = DeclaredNames.unread();
        return new ScenarioReader(
                        new IndicatorSet(List.of(), List.of()),
                        new PolicyDraft.Names(any, any, any, any, any),
                        new Faults())
                .format();
    }

    /** What something is about, which is for readers alone. */
    static <R> Field<R, Optional<Cursor>> about() {
        return maybe("about", "What this is about, for readers.", anyText().later());
    }
}
