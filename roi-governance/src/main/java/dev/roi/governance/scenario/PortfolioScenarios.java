package dev.roi.governance.scenario;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.format.Field;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyShapes;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What scenario files say under {@code portfolios}: scopes with their decisions, and which portfolio rules speak of them. */
final class PortfolioScenarios {

    private final Shape<PortfolioScenario> shape;

    PortfolioScenarios(PolicyDraft.Names known) {
        Shape<GivenScope> scope = scope(known);
        Field<PortfolioScenario, String> name = field(
                "scenario",
                "What the case shows, as a sentence.",
                anyText().also("minLength", 1).suchAs("a team still authorises what is to be stopped"));
        Field<PortfolioScenario, Optional<YearMonth>> month =
                maybe("month", "The newest month of the portfolio.", GivenFields.MONTH);
        Field<PortfolioScenario, List<GivenScope>> scopes =
                field("scopes", "The scopes of the portfolio.", list(scope));
        Shape<List<RuleId>> rules = Expectations.names(Message.of("rule"), known.portfolioRules(), RuleId::new);
        Field<PortfolioScenario, List<RuleId>> because =
                usually("because", "Portfolio rules that speak.", rules, List.of());
        Field<PortfolioScenario, List<RuleId>> notBecause =
                usually("not-because", "Portfolio rules that stay silent.", rules, List.of());
        this.shape = object(
                "Scopes of which portfolio rules must say what is expected.",
                read -> {
                    List<GivenScope> given = read.find(scopes).orElse(List.of());
                    List<RuleId> speaking = read.get(because);
                    List<RuleId> silent = read.get(notBecause);
                    if (speaking.isEmpty() && silent.isEmpty()) {
                        read.object(wrong(
                                PolicyCode.MISSING_KEY,
                                Message.of("the scenario expects nothing."),
                                Message.of("Name rules under `because` or `not-because`.")));
                    }
                    speaking.stream()
                            .filter(silent::contains)
                            .forEach(rule -> read.object(
                                    notBecause,
                                    wrong(
                                            PolicyCode.WRONG_SCENARIO,
                                            Message.of(
                                                    "rule `%s` is under `because` and under `not-because`; no policy"
                                                            + " can pass that.",
                                                    rule),
                                            Message.of("Take it out of one of the two."))));
                    once(read, scopes, given);
                    Place place = read.spot().place();
                    return Optional.of(new PortfolioScenario(
                            read.find(name).orElse("-"),
                            new Place(place.source(), place.line(), place.column(), ""),
                            GivenScope.facts(given, read.get(month).orElse(GivenScope.SOME_MONTH)),
                            speaking,
                            silent));
                },
                name,
                month,
                scopes,
                because,
                notBecause);
    }

    private static Objection wrong(PolicyCode code, Message what, Message help) {
        return new Objection(code.id(), what, help);
    }

    Shape<PortfolioScenario> shape() {
        return shape;
    }

    private static void once(
            Read<PortfolioScenario> read, Field<PortfolioScenario, List<GivenScope>> scopes, List<GivenScope> given) {
        Set<Scope> seen = new LinkedHashSet<>();
        given.stream()
                .map(GivenScope::scope)
                .filter(scope -> !seen.add(scope))
                .forEach(scope -> read.object(scopes, PolicyShapes.twice(Message.of("scope `%s`", scope.id()))));
    }

    private static Shape<GivenScope> scope(PolicyDraft.Names known) {
        Shape<String> kebab = anyText()
                .also("pattern", PolicyShapes.KEBAB)
                .also("maxLength", Names.MOST_CHARACTERS)
                .unless((id, at) -> Names.isKebab(id)
                        ? Optional.empty()
                        : Optional.of(wrong(
                                PolicyCode.WRONG_VALUE,
                                Message.of("`%s` is not small letters, digits and hyphens.", id),
                                Message.of("Write it such as `payments`."))));
        Field<GivenScope, Level> level =
                field("level", "How wide the scope is.", Shape.word(Level.class).suchAs("team"));
        Field<GivenScope, String> id = field("id", "Its name.", kebab.suchAs("payments"));
        Field<GivenScope, Decision> decision = field(
                "decision",
                "What is recommended for it.",
                Shape.word(Decision.class).suchAs("maintain"));
        Field<GivenScope, Boolean> stale =
                usually("stale", "Whether its latest complete month is before the newest.", flag(), false);
        Field<GivenScope, List<String>> authorises =
                usually("authorises", "The workflows that its register authorises.", list(kebab), List.of());
        Field<GivenScope, List<String>> registers = usually(
                "registers", "The workflows that its register has and does not authorise.", list(kebab), List.of());
        Field<GivenScope, Map<String, Exact>> readings = usually(
                "readings",
                "What is known of it, by indicator.",
                map(PolicyShapes.knownKey(Message.of("indicator"), known.indicators()), number()),
                Map.of());
        return object(
                "A scope of the portfolio.",
                read -> {
                    if (read.find(level).isEmpty()
                            || read.find(id).filter(Names::isKebab).isEmpty()
                            || read.find(decision).isEmpty()) {
                        return Optional.empty();
                    }
                    Map<IndicatorId, Exact> values = new LinkedHashMap<>();
                    read.get(readings).forEach((name, value) -> {
                        if (Names.isKebab(name)) {
                            values.put(new IndicatorId(name), value);
                        }
                    });
                    return Optional.of(new GivenScope(
                            Scope.of(read.find(level).get(), read.find(id).get()),
                            read.find(decision).get(),
                            read.get(stale),
                            read.get(authorises),
                            read.get(registers),
                            values));
                },
                level,
                id,
                decision,
                stale,
                authorises,
                registers,
                readings);
    }
}
