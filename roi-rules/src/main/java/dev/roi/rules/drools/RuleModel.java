package dev.roi.rules.drools;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.Bindings;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Exists;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Not;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.view.ViewItem;

/**
 * Elements that hold together, as Drools' own model of them: a pattern for each condition, and a function that asks
 * {@link Item#test} for each comparison. For use by one thread.
 */
final class RuleModel {

    private final String name;
    private final Global<Bindings> limits;
    private final Global<Budget> budget;
    private final Map<String, RuleVariables.Source> results = new LinkedHashMap<>();
    private Optional<Part> whole = Optional.empty();
    private int joins;

    RuleModel(String name, Global<Bindings> limits, Global<Budget> budget) {
        this.name = name;
        this.limits = limits;
        this.budget = budget;
    }

    /** Makes a model of elements that were {@linkplain Variants taken apart}. */
    List<RuleItemBuilder<?>> of(List<Element> elements, Question question) {
        Part part = new Part(question, new RuleVariables(), Optional.empty());
        whole = Optional.of(part);
        for (Element element : absentFirst(elements)) {
            if (element instanceof Exists exists && canBeCounted(exists.elements())) {
                some(exists.elements(), part);
            } else {
                add(element, part);
            }
        }
        return List.copyOf(part.items);
    }

    /** Returns what the elements work out themselves, by its name. */
    Map<String, RuleVariables.Source> results() {
        return results;
    }

    /** What must not be there is looked for before anything is joined, where it can be by itself. */
    private static List<Element> absentFirst(List<Element> elements) {
        List<Element> ordered = new ArrayList<>();
        elements.stream().filter(RuleModel::isFirst).forEach(ordered::add);
        elements.stream().filter(element -> !isFirst(element)).forEach(ordered::add);
        return ordered;
    }

    private static boolean isFirst(Element element) {
        return element instanceof Condition condition
                && condition.presence() == Presence.ABSENT
                && condition.names().isEmpty();
    }

    /** The library cannot count where a group stands within one. */
    static boolean canBeCounted(List<Element> elements) {
        long facts = elements.stream().filter(RuleModel::isFact).count();
        return facts > 0 && facts <= Row.MOST_FACTS && elements.stream().allMatch(RuleModel::isOfOneFact);
    }

    private static boolean isFact(Element element) {
        return element instanceof Condition condition && condition.presence() == Presence.PRESENT;
    }

    /** Tells whether an element is a condition, or has one to exist. */
    static boolean isOfOneFact(Element element) {
        return element instanceof Condition
                || (element instanceof Exists exists
                        && exists.elements().size() == 1
                        && exists.elements().get(0) instanceof Condition);
    }

    /** What stands together, as far as it was gone through. */
    private static final class Part {

        private final Question question;
        private final RuleVariables names;
        private final List<ViewItem<?>> items = new ArrayList<>();
        private final Map<PatternDef<Fact>, Variable<Fact>> facts = new LinkedHashMap<>();
        private Optional<Variable<Fact>> before;

        Part(Question question, RuleVariables names, Optional<Variable<Fact>> before) {
            this.question = question;
            this.names = names;
            this.before = before;
        }

        ViewItem<?> whole() {
            return items.size() == 1
                    ? items.get(0)
                    : DSL.and(items.get(0), items.subList(1, items.size()).toArray(ViewItem<?>[]::new));
        }
    }

    private Part within(List<Element> elements, Question question, Part around) {
        Part part = new Part(question, new RuleVariables(around.names), around.before);
        elements.forEach(element -> add(element, part));
        return part;
    }

    private void add(Element element, Part part) {
        if (element instanceof Condition condition) {
            add(condition, part);
        } else if (element instanceof Not not) {
            Part none = within(not.elements(), part.question.negated(), part);
            part.items.add(DSL.not(none.whole()));
        } else if (element instanceof Exists exists) {
            part.items.add(
                    DSL.exists(within(exists.elements(), part.question, part).whole()));
        } else if (element instanceof Accumulate accumulate) {
            add(accumulate, part);
        } else {
            throw new IllegalArgumentException("nothing that Drools knows (%s)".formatted(element));
        }
    }

    private void add(Condition condition, Part part) {
        Variable<Fact> variable = variable(condition);
        PatternDef<Fact> pattern = PatternDSL.pattern(variable);
        boolean isAbsent = condition.presence() == Presence.ABSENT;
        RuleVariables names = isAbsent ? new RuleVariables(part.names) : part.names;
        condition.bindings().forEach(binding -> names.give(binding.name(), variable, binding.field()));
        if (!isAbsent && mayBeMany(condition)) {
            part.before.ifPresent(
                    joined -> pattern.expr(name, joined, budget, (fact, other, left) -> left.spend(name)));
            part.before = Optional.of(variable);
        }
        constrain(pattern, variable, condition, isAbsent ? part.question.negated() : part.question, names);
        if (isAbsent) {
            part.items.add(DSL.not(pattern));
        } else {
            part.items.add(pattern);
            part.facts.put(pattern, variable);
        }
    }

    /** One for each thing that it is about is one or two, which nobody has to count. */
    private static boolean mayBeMany(Condition condition) {
        return condition.type() == FactType.PART || condition.key().isEmpty();
    }

    @SuppressWarnings("unchecked") // a variable of a fact's own type is one of facts
    private static Variable<Fact> variable(Condition condition) {
        return (Variable<Fact>) DSL.declarationOf(condition.type().record());
    }

    private void constrain(
            PatternDef<Fact> pattern,
            Variable<Fact> variable,
            Condition condition,
            Question question,
            RuleVariables names) {
        for (Item item : keysFirst(condition.tested())) {
            if (!item.names().isEmpty()) {
                RuleVariables.Look look = names.look(item.names(), variable);
                Optional<Constraint> looked =
                        Optional.of(item).filter(Constraint.class::isInstance).map(Constraint.class::cast);
                if (looked.filter(RuleModel::isLookedUp).isPresent()
                        && names.source(looked.get().names().iterator().next()).reader()
                                instanceof RuleVariables.OfFact named
                        && look.variables().size() == 1) {
                    lookUp(pattern, condition, looked.get(), look, named.field());
                    continue;
                }
                Joined.expr(
                        pattern,
                        joinOf(item, question),
                        look.variables(),
                        limits,
                        (held, values, others) ->
                                item.test((Fact) held, look.bindings(values, held, others), question));
            } else if (item.comparesNumbers()) {
                pattern.expr(
                        "%s, %s".formatted(item, question),
                        limits,
                        (fact, values) -> item.test(fact, values, question));
            } else if (item instanceof Constraint constraint && constraint.key().isPresent()) {
                pattern.expr(
                        item.toString(),
                        fact -> item.test(fact, NONE, question),
                        PatternDSL.alphaIndexedBy(
                                String.class, // Drools hashes no objects
                                ConstraintType.EQUAL,
                                position(condition, constraint),
                                fact -> constraint.field().text(fact),
                                constraint.words().get(0)));
            } else {
                pattern.expr(item.toString(), fact -> item.test(fact, NONE, question));
            }
        }
    }

    /** What has to be the same word as that of another fact is found by it, and not by trying every one. */
    private static boolean isLookedUp(Constraint constraint) {
        return constraint.field().kind() != FieldKind.NUMBER && constraint.operator() == Operator.EQUAL;
    }

    @SuppressWarnings("unchecked") // a name of a fact's field is looked for in a fact
    private void lookUp(
            PatternDef<Fact> pattern,
            Condition condition,
            Constraint constraint,
            RuleVariables.Look look,
            Field named) {
        pattern.expr(
                joinOf(constraint, Question.AS_MEASURED),
                (Variable<Fact>) look.variables().get(0),
                (fact, other) ->
                        constraint.test(fact, look.bindings(NONE, fact, new Object[] {other}), Question.AS_MEASURED),
                PatternDSL.betaIndexedBy(
                        String.class, // Drools hashes no objects
                        ConstraintType.EQUAL,
                        position(condition, constraint),
                        fact -> constraint.field().text(fact),
                        named::text));
    }

    /** What is looked up comes before what is tried. */
    private static List<Item> keysFirst(List<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(
                        item -> !(item instanceof Constraint one && one.key().isPresent())))
                .toList();
    }

    /** The same name for the same comparison lets conditions share what tries them; what is joined is tried alone. */
    private String joinOf(Item item, Question question) {
        return "%s, %s of %s, %s".formatted(item, question, name, joins++);
    }

    /** Where something exists, all that there is of it is kept, for a reason to rest on. */
    private void some(List<Element> elements, Part part) {
        Tallied tallied = tally(elements, part.question, part);
        part.items.add(tallied.item());
        part.items.add(PatternDSL.pattern(tallied.tally())
                .expr("there is one", tally -> !tally.rows().isEmpty()));
    }

    private void add(Accumulate accumulate, Part part) {
        List<Element> source = Variants.of(accumulate.source()).get(0);
        boolean isTold =
                part.question == Question.AS_MEASURED || source.stream().noneMatch(Element::comparesNumbers);
        Tallied surely = tally(source, isTold ? part.question : Question.SURELY, part);
        Tallied possibly = isTold ? surely : tally(source, Question.POSSIBLY, part);
        part.items.add(surely.item());
        if (!isTold) {
            part.items.add(possibly.item());
        }
        for (Accumulate.Result result : accumulate.results()) {
            RuleVariables.Source worked = source(result, surely, possibly);
            part.names.give(result.name(), worked);
            if (whole.filter(part::equals).isPresent()) {
                results.put(result.name(), worked);
            }
        }
        for (Relation relation : accumulate.asked()) {
            Variable<Tally> own = possibly.tally();
            PatternDef<Tally> pattern = PatternDSL.pattern(own);
            RuleVariables.Look look = part.names.look(relation.names(), own);
            Joined.expr(
                    pattern,
                    joinOf(relation, part.question),
                    look.variables(),
                    limits,
                    (held, values, others) -> relation.test(look.bindings(values, held, others), part.question));
            part.items.add(pattern);
        }
    }

    /** What was collected: for each match the facts of the source's conditions. */
    private record Tallied(ViewItem<?> item, RuleVariables names, List<Variable<Fact>> facts, Variable<Tally> tally) {}

    private Tallied tally(List<Element> source, Question question, Part around) {
        Part part = within(source, question, around);
        List<Variable<Fact>> facts = List.copyOf(part.facts.values());
        PatternDef<Fact> last = List.copyOf(part.facts.keySet()).get(facts.size() - 1);
        Variable<?> row = facts.get(0);
        if (facts.size() > 1) {
            row = Row.bind(last, facts.subList(0, facts.size() - 1));
        }
        Variable<Tally> tally = DSL.declarationOf(Tally.class);
        ViewItem<?> item = DSL.accumulate(
                part.whole(),
                DSL.accFunction(() -> new Collecting(question), row).as(tally));
        return new Tallied(item, part.names, facts, tally);
    }

    private static RuleVariables.Source source(Accumulate.Result result, Tallied surely, Tallied possibly) {
        List<Variable<?>> tallies = List.of(surely.tally(), possibly.tally());
        if (result.over().isEmpty()) {
            return new RuleVariables.Source(tallies, (held, question) -> Tally.count((Tally) held[0], (Tally) held[1]));
        }
        RuleVariables.Source number = surely.names().source(result.over().get());
        int column = surely.facts().indexOf(number.variables().get(0));
        Field field = ((RuleVariables.OfFact) number.reader()).field();
        return new RuleVariables.Source(
                tallies,
                (held, question) ->
                        Tally.of(result.function(), column, field, (Tally) held[0], (Tally) held[1], question));
    }

    private static final Bindings NONE = Bindings.of(id -> {
        throw new IllegalStateException("words are compared with no threshold: " + id);
    });

    private static int position(Condition condition, Constraint constraint) {
        return List.copyOf(condition.type().fields().keySet())
                .indexOf(constraint.field().name());
    }
}
