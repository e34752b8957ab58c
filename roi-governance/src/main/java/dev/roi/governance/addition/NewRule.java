package dev.roi.governance.addition;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.RuleSubject;
import java.util.List;
import java.util.function.Function;

/**
 * A rule to begin with: it notes when an indicator is beyond a limit, of the scope or of one in a portfolio.
 *
 * @param name its name
 * @param indicator what it asks for
 * @param subject what it is about
 */
record NewRule(String name, Indicator indicator, RuleSubject subject) {

    private static final String RULE = """
        // TODO %s

        // TODO %s
        rule "%s"
        when
            Threshold( id == "%s", $limit : value )
            %s( indicator == "%s", value %s $limit )
        then
            findings.note();
        end
        """;

    private static final String SCENARIO = """
          - scenario: %s
            now: { %s: %s }
            %s: [%s]
        """;

    private static final String OF_PORTFOLIO = """
          - scenario: %s
            scopes:
              - { level: team, id: payments, decision: maintain, readings: { %s: %s } }
            %s: [%s]
        """;

    private boolean isOfPortfolio() {
        return subject == RuleSubject.PORTFOLIO;
    }

    /** What its file is called within the folder of rules, without its ending. */
    String file() {
        return isOfPortfolio() ? "portfolio/" + name : name;
    }

    String path() {
        return "rules/%s.drl".formatted(file());
    }

    String scenarioPath() {
        return "scenarios/%s.yaml".formatted(name);
    }

    String threshold() {
        return name + ".limit";
    }

    Example limit() {
        return Example.in(indicator.range());
    }

    String text(Function<Message, String> remark) {
        return RULE.formatted(
                remark.apply(Message.of("write here the question that the rules of this file answer")),
                remark.apply(
                        isOfPortfolio()
                                ? Message.of(
                                        "say what must be so of other scopes too, such as `ScopeReview( decision =="
                                                + " \"stop\" )`")
                                : Message.of("choose what it says, `note()` or `adjust( \"lever\" )`, `stop()`,"
                                        + " `blockExtend()`, `extendNotEarned()` or `support()`")),
                name,
                threshold(),
                (isOfPortfolio() ? FactType.SCOPE_READING : FactType.LATEST).word(),
                indicator.id(),
                Example.isLower(indicator) ? "<" : ">");
    }

    Entry words(Language spoken, Function<Message, String> remark) {
        Message headline = Example.isLower(indicator)
                ? Message.of("{indicator} below its limit")
                : Message.of("{indicator} above its limit");
        Message text = isOfPortfolio()
                ? Message.of("{scope}: {indicator} is {value}; the limit is {limit}.")
                : Message.of("{indicator} is {value}; the limit is {limit}.");
        return Entry.of(name)
                .with("headline", Additions.quoted(headline, spoken))
                .with("text", Additions.quoted(text, spoken))
                .remark(remark.apply(Message.of("say what it means for those who read it")));
    }

    String scenarios(Language spoken) {
        Example limit = limit();
        return """
            about: "%s"

            %s:
            """.formatted(
                                Message.of("Rule %s around its limit", name).in(spoken),
                                isOfPortfolio() ? "portfolios" : "scenarios")
                + String.join(
                        "\n",
                        List.of(
                                scenario(
                                        Message.of("%s fires beyond its limit", name),
                                        spoken,
                                        limit.beyond(indicator),
                                        "because"),
                                scenario(
                                        Message.of("%s stays silent at its limit", name),
                                        spoken,
                                        limit.value(),
                                        "not-because"),
                                scenario(
                                        Message.of("%s stays silent within its limit", name),
                                        spoken,
                                        limit.within(indicator),
                                        "not-because")));
    }

    private String scenario(Message says, Language spoken, Exact reading, String expected) {
        return (isOfPortfolio() ? OF_PORTFOLIO : SCENARIO)
                .formatted(says.in(spoken), indicator.id(), reading, expected, name);
    }
}
