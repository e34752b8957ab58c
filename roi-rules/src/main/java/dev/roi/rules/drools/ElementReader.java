package dev.roi.rules.drools;

import dev.roi.core.Fault.Place;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.Accumulate.Function;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Exists;
import dev.roi.rules.language.Expression;
import dev.roi.rules.language.ForAll;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Not;
import dev.roi.rules.language.Quantity;
import dev.roi.rules.language.Relation;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.RuleNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads what has to hold for one rule. For use by one thread. */
final class ElementReader {

    private static final ThresholdId NOT_KNOWN = new ThresholdId("not.known");
    private static final Message FUNCTIONS =
            Message.of("Write it such as `accumulate( Part( indicator == \"name\", $v : value ); "
                    + "$sum : sum( $v ); $sum > $limit )`, with `count()`, `sum`, `average`, `min` or `max`.");

    private final RuleFaults faults;
    private final RuleSubject subject;
    private final RuleNames names;
    private final Place rule;
    private final ExpressionReader expressions;
    private final ItemReader items;
    private final Map<String, AskedThreshold> thresholds = new LinkedHashMap<>();

    ElementReader(RuleFaults faults, RuleSubject subject, RuleNames names, FormerNames former, Place rule) {
        this.faults = faults;
        this.subject = subject;
        this.names = names;
        this.rule = rule;
        this.expressions = new ExpressionReader(faults, names.units());
        this.items = new ItemReader(faults, names, former, expressions);
    }

    /** A threshold that a rule gave a name to. */
    private record AskedThreshold(ThresholdId id, Place place) {}

    List<Element> read(RuleDescr descr) {
        List<Element> elements = group(descr.getLhs().getDescrs(), new Scope());
        thresholds.forEach((name, threshold) -> notCompared(name, threshold, elements));
        return elements;
    }

    private void notCompared(String name, AskedThreshold threshold, List<Element> elements) {
        boolean isCompared = elements.stream()
                .flatMap(Element::allItems)
                .flatMap(Item::expressions)
                .flatMap(Expression::parts)
                .anyMatch(part -> part instanceof Expression.Limit limit
                        && limit.threshold().equals(threshold.id()));
        if (!isCompared && !threshold.id().equals(NOT_KNOWN) && faults.found() == 0) {
            faults.warn(
                    PolicyCode.NOT_COMPARED,
                    threshold.place(),
                    Message.of(
                            "threshold `%s` is asked for as `%s`, and nothing is compared with it.",
                            threshold.id(), name),
                    Message.of("Compare something with it, such as `value < %s`, or take the line out.", name));
        }
    }

    private List<Element> group(List<? extends BaseDescr> descrs, Scope scope) {
        List<Element> elements = new ArrayList<>();
        for (BaseDescr descr : descrs) {
            elements.addAll(element(descr, scope));
        }
        return elements;
    }

    /** Returns what was read; nothing for a threshold, or where something is wrong. */
    private List<Element> element(BaseDescr descr, Scope scope) {
        if (descr instanceof PatternDescr pattern) {
            return pattern(pattern, scope);
        }
        if (descr instanceof AndDescr and) {
            return group(inner(and), scope);
        }
        if (descr instanceof OrDescr or) {
            return either(or, scope);
        }
        if (descr instanceof NotDescr not) {
            return not(not, scope);
        }
        if (descr instanceof ExistsDescr exists) {
            List<Element> elements = group(inner(exists), scope.within());
            return elements.isEmpty() ? List.of() : List.of(new Exists(elements, located(exists)));
        }
        if (descr instanceof ForallDescr all) {
            return forAll(all, scope);
        }
        faults.notAllowedInCondition(located(descr), Message.of("`%s`", word(descr)));
        return List.of();
    }

    @SuppressWarnings("unchecked") // a list of descriptions, which the library types loosely
    private static List<BaseDescr> inner(ConditionalElementDescr descr) {
        return (List<BaseDescr>) (List<?>) descr.getDescrs();
    }

    private Place located(BaseDescr descr) {
        return descr.getLine() > 0 ? faults.place(descr) : rule;
    }

    private static String word(BaseDescr descr) {
        String name = descr.getClass().getSimpleName().replace("Descr", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private List<Element> pattern(PatternDescr pattern, Scope scope) {
        if (pattern.getSource() instanceof AccumulateDescr accumulate
                && !(accumulate instanceof GroupByDescr)
                && "Object".equals(pattern.getObjectType())
                && pattern.getIdentifier() == null) {
            return accumulate(pattern, accumulate, scope);
        }
        return condition(pattern, Presence.PRESENT, scope)
                .map(List::<Element>of)
                .orElse(List.of());
    }

    private List<Element> not(NotDescr not, Scope scope) {
        List<BaseDescr> inner = inner(not);
        Scope within = scope.within();
        if (inner.size() == 1 && inner.get(0) instanceof PatternDescr pattern && pattern.getSource() == null) {
            return condition(pattern, Presence.ABSENT, within)
                    .map(List::<Element>of)
                    .orElse(List.of());
        }
        List<Element> elements = group(inner, within);
        return elements.isEmpty() ? List.of() : List.of(new Not(elements, located(not)));
    }

    private List<Element> either(OrDescr or, Scope scope) {
        int before = faults.found();
        List<List<Element>> branches = new ArrayList<>();
        for (BaseDescr branch : inner(or)) {
            List<Element> elements = element(branch, scope.within());
            if (elements.isEmpty() && faults.found() == before) {
                faults.notAllowedInCondition(
                        located(branch),
                        Message.of("a threshold alone beside `or`"),
                        Message.of("Ask for the threshold in a line above the brackets."));
            }
            branches.add(elements);
        }
        return List.of(new Either(branches, located(or)));
    }

    private List<Element> forAll(ForallDescr descr, Scope scope) {
        Scope within = scope.within();
        int before = faults.found();
        List<Condition> conditions = group(inner(descr), within).stream()
                .filter(Condition.class::isInstance)
                .map(Condition.class::cast)
                .toList();
        if (faults.found() > before || conditions.isEmpty()) {
            return List.of();
        }
        ForAll all = new ForAll(conditions.get(0), conditions.subList(1, conditions.size()), located(descr));
        if (all.asksForNames()) {
            String word = all.of().type().word();
            faults.notAllowedInCondition(
                    all.place(),
                    Message.of("a `forall` that asks every `%s` which one it is", word),
                    Message.of(
                            "Say first which are meant, and then what they have to be: `forall( %s( $i : indicator, …"
                                    + " ) %s( indicator == $i, … ) )`.",
                            word, word));
            return List.of();
        }
        return List.of(all);
    }

    private List<Element> accumulate(PatternDescr pattern, AccumulateDescr descr, Scope scope) {
        Place place = faults.place(pattern);
        if (!descr.isExternalFunction() || descr.getFunctions().isEmpty()) {
            faults.notAllowedInCondition(place, Message.of("inline code of `accumulate`"), FUNCTIONS);
            return List.of();
        }
        int before = faults.found();
        Scope within = scope.within();
        BaseDescr input = descr.getInput();
        List<Element> source = element(input, within);
        if (faults.found() > before) {
            return List.of();
        }
        if (source.stream().anyMatch(Accumulate.class::isInstance)) {
            faults.notAllowedInCondition(
                    place,
                    Message.of("an `accumulate` within `accumulate`"),
                    Message.of("Write the inner one in a line above, and use what it works out."));
            return List.of();
        }
        if (source.stream().anyMatch(Either.class::isInstance)) {
            faults.notAllowedInCondition(
                    place,
                    Message.of("`or` within `accumulate`"),
                    Message.of("Write `||` between comparisons of one fact, or an `accumulate` for each."));
            return List.of();
        }
        if (!source.stream().allMatch(RuleModel::isOfOneFact)) {
            faults.notAllowedInCondition(
                    place,
                    Message.of("a group within `accumulate`"),
                    Message.of("Within it stand conditions, and `not` or `exists` before one of them."));
            return List.of();
        }
        long counted = source.stream().filter(ElementReader::isFact).count();
        if (counted > Row.MOST_FACTS) {
            faults.add(
                    PolicyCode.TOO_LARGE,
                    place,
                    Message.of("an `accumulate` is over %s conditions; %s is the most.", counted, Row.MOST_FACTS),
                    Optional.of(Message.of("Let some of them only exist.")));
            return List.of();
        }
        if (counted == 0) {
            faults.notAllowedInCondition(place, Message.of("an `accumulate` over no fact"), FUNCTIONS);
            return List.of();
        }
        List<Accumulate.Result> results = new ArrayList<>();
        descr.getFunctions()
                .forEach(call -> result(call, within, place).ifPresent(result -> {
                    if (items.give(result.name(), new Scope.OfResult(quantities(result, within)), scope, place)) {
                        results.add(result);
                    }
                }));
        if (faults.found() > before) {
            return List.of();
        }
        List<Relation> asked = new ArrayList<>();
        for (BaseDescr constraint : inner((AndDescr) pattern.getConstraint())) {
            items.relation(constraint, scope).ifPresent(asked::add);
        }
        return faults.found() > before ? List.of() : List.of(new Accumulate(source, results, asked, place));
    }

    private static boolean isFact(Element element) {
        return element instanceof Condition condition && condition.presence() == Presence.PRESENT;
    }

    private static Set<Quantity> quantities(Accumulate.Result result, Scope within) {
        return result.over()
                .flatMap(within::find)
                .map(named -> named instanceof Scope.OfField field ? field.quantities() : Set.<Quantity>of())
                .orElse(Set.of(Quantity.NUMBER));
    }

    private Optional<Accumulate.Result> result(
            AccumulateDescr.AccumulateFunctionCallDescr call, Scope within, Place place) {
        Optional<Function> function = Arrays.stream(Function.values())
                .filter(one -> one.word().equals(call.getFunction()))
                .findFirst();
        String name = call.getBind();
        List<String> over = Arrays.stream(call.getParams()).map(String::strip).toList();
        boolean isNamed = name != null && name.startsWith("$") && !call.isUnification();
        boolean isWritten = function.isPresent() && over.size() == (function.get() == Function.COUNT ? 0 : 1);
        if (!isNamed || !isWritten) {
            faults.notAllowedInCondition(
                    place,
                    Message.of(
                            "`%s( %s )` in `accumulate`",
                            RuleFaults.shortened(String.valueOf(call.getFunction())),
                            RuleFaults.shortened(String.join(", ", over))),
                    FUNCTIONS);
            return Optional.empty();
        }
        for (String number : over) {
            boolean isOfFact = within.isOwn(number)
                    && within.find(number)
                            .filter(named -> named instanceof Scope.OfField && named.isNumber())
                            .isPresent();
            if (!isOfFact) {
                faults.add(
                        PolicyCode.UNKNOWN_NAME,
                        place,
                        Message.of("`%s` is no number that this `accumulate` gives a name to.", number),
                        Optional.of(Message.of(
                                "Give one, such as `$v : value`, and write `%s( $v )`.", call.getFunction())));
                return Optional.empty();
            }
        }
        return Optional.of(
                new Accumulate.Result(name, function.get(), over.stream().findFirst()));
    }

    private Optional<Condition> condition(PatternDescr pattern, Presence presence, Scope scope) {
        Place place = faults.place(pattern);
        if (pattern.getSource() != null) {
            faults.notAllowedInCondition(place, Message.of("`%s`", word(pattern.getSource())));
            return Optional.empty();
        }
        if (!pattern.getBehaviors().isEmpty()) {
            faults.notAllowedInCondition(place, Message.of("`over`"));
            return Optional.empty();
        }
        if (!pattern.getAnnotations().isEmpty()) {
            faults.notAllowedInCondition(place, Message.of("an annotation"));
            return Optional.empty();
        }
        String identifier = pattern.getIdentifier();
        if (pattern.isUnification() || (identifier != null && !identifier.matches("\\$[A-Za-z]\\w{0,60}"))) {
            faults.notAllowedInCondition(
                    place, Message.of("a name such as `%s :`", RuleFaults.shortened(String.valueOf(identifier))));
            return Optional.empty();
        }
        if (pattern.isQuery() || !pattern.getPositionalConstraints().isEmpty()) {
            faults.notAllowedInCondition(place, Message.of("`?` or `;`"));
            return Optional.empty();
        }
        if (pattern.getObjectType() == null) {
            faults.notAllowedInCondition(place, Message.of("`/`"));
            return Optional.empty();
        }
        Optional<FactType> now = FormerNames.now(pattern.getObjectType()).flatMap(FactType::find);
        Optional<FactType> type = FactType.find(pattern.getObjectType()).or(() -> items.readFormer(now));
        if (type.isEmpty()) {
            faults.add(
                    PolicyCode.UNKNOWN_TYPE,
                    place,
                    Message.of("nothing is called `%s` that a rule can ask for.", pattern.getObjectType()),
                    Optional.of(now.map(FactType::word)
                            .map(FormerNames::help)
                            .orElseGet(() -> RuleFaults.suggest(pattern.getObjectType(), FactType.words(subject)))));
            expressions.unsure();
            return Optional.empty();
        }
        if (!type.get().isFor(subject)) {
            elsewhere(type.get(), place);
            return Optional.empty();
        }
        if (identifier != null) {
            items.give(identifier, new Scope.OfFact(), scope, place);
        }
        if (type.get() == FactType.THRESHOLD) {
            threshold(pattern, presence, scope);
            return Optional.empty();
        }
        ItemReader.Read read = items.read(type.get(), asked(pattern), scope);
        return Optional.of(new Condition(presence, type.get(), read.bindings(), read.items(), place));
    }

    private void elsewhere(FactType type, Place place) {
        boolean isOfPortfolio = subject == RuleSubject.PORTFOLIO;
        faults.add(
                PolicyCode.NOT_ALLOWED,
                place,
                isOfPortfolio
                        ? Message.of("`%s` is about one scope, and this rule about a portfolio.", type.word())
                        : Message.of("`%s` is about a portfolio, and this rule about one scope.", type.word()),
                Optional.of(
                        isOfPortfolio
                                ? Message.of(
                                        "A portfolio rule asks for %s; rules about one scope stand in `rules/`.",
                                        RuleFaults.listed(FactType.words(subject)))
                                : Message.of("Portfolio rules stand in `rules/portfolio/`, and note something.")));
        expressions.unsure();
    }

    private List<BaseDescr> asked(PatternDescr pattern) {
        List<BaseDescr> asked = new ArrayList<>();
        for (BaseDescr child : inner((AndDescr) pattern.getConstraint())) {
            if (child instanceof ExprConstraintDescr expression) {
                asked.add(expression);
            } else {
                faults.notAllowedInCondition(faults.place(pattern), Message.of("what stands here"));
            }
        }
        return asked;
    }

    private void threshold(PatternDescr pattern, Presence presence, Scope scope) {
        Place place = faults.place(pattern);
        Optional<ThresholdId> id = Optional.empty();
        Optional<String> variable = Optional.empty();
        for (BaseDescr descr : asked(pattern)) {
            List<Token> tokens = Token.of(descr.getText().strip()).orElse(List.of());
            boolean isThree = tokens.size() == 3;
            if (variable.isEmpty()
                    && isThree
                    && tokens.get(0).kind() == Token.Kind.NAME
                    && tokens.get(1).is(":")
                    && tokens.get(2).text().equals("value")) {
                variable = Optional.of(tokens.get(0).text());
            } else if (id.isEmpty()
                    && isThree
                    && tokens.get(0).text().equals("id")
                    && tokens.get(1).is("==")
                    && tokens.get(2).kind() == Token.Kind.TEXT) {
                String name = tokens.get(2).text();
                boolean known = faults.isKnown(faults.place(descr), Message.of("threshold"), name, names.thresholds());
                id = Optional.of(known && Names.isDotted(name) ? new ThresholdId(name) : NOT_KNOWN);
            } else {
                wrongThreshold(faults.place(descr));
                variable.ifPresent(name -> give(name, NOT_KNOWN, scope, place));
                return;
            }
        }
        if (presence == Presence.ABSENT
                || id.isEmpty() != variable.isEmpty()
                || asked(pattern).isEmpty()) {
            wrongThreshold(place);
        }
        if (variable.filter(name -> scope.find(name).isPresent()).isPresent()) {
            faults.add(
                    PolicyCode.REPEATED_NAME,
                    place,
                    Message.of("`%s` is the name of another threshold already.", variable.get()),
                    Optional.empty());
        }
        ThresholdId meant = id.orElse(NOT_KNOWN);
        variable.ifPresent(name -> give(name, meant, scope, place));
    }

    private void give(String name, ThresholdId id, Scope scope, Place place) {
        scope.give(name, new Scope.OfThreshold(id));
        thresholds.put(name, new AskedThreshold(id, place));
    }

    private void wrongThreshold(Place place) {
        expressions.unsure();
        faults.add(
                PolicyCode.WRONG_COMPARISON,
                place,
                Message.of("a threshold is asked for by its name, and its value is given a name."),
                Optional.of(Message.of("Write it such as `Threshold( id == \"adoption.low\", $low : value )`.")));
    }
}
