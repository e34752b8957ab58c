package dev.roi.benchmarks.peers;

import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules of a policy as decision tables of DMN: one table for each rule file, which asks one question; a row for each
 * rule, or for each indicator that it asks about; a column for each value that is asked for, with a plain test in its
 * cells; and every row that matches counts. Only what asks about many facts at once is a quantified expression.
 */
final class DecisionTables {

    private static final Set<FactType> ONE_FOR_EACH_NAME = Set.of(
            FactType.COMPARISON, FactType.BLOCK, FactType.RUN, FactType.READING, FactType.CHANGE, FactType.TREND);

    private final Policy policy;
    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private final Map<String, Set<String>> listed = new LinkedHashMap<>();
    private final Map<String, List<Row>> tables = new LinkedHashMap<>();

    /** A variable of the tables, and where it comes from. */
    private record Input(String type, Function<Map<Class<?>, Map<String, List<PlainFact>>>, Object> value) {}

    private record Row(Rule rule, Map<String, Cell> cells) {}

    /** A test in the column of an expression. */
    private record Cell(String test, Set<String> inputs) {}

    DecisionTables(Policy policy) {
        this.policy = policy;
        for (Rule rule : policy.rules().values()) {
            List<Map<String, Cell>> rows = List.of(Map.of());
            for (Condition condition : rule.conditions()) {
                List<Map<String, Cell>> longer = new ArrayList<>();
                for (Map<String, Cell> alternative : alternatives(condition)) {
                    rows.forEach(row -> longer.add(both(rule, row, alternative)));
                }
                rows = longer;
            }
            List<Row> table = tables.computeIfAbsent(rule.file(), file -> new ArrayList<>());
            rows.forEach(cells -> table.add(new Row(rule, cells)));
        }
    }

    private static Map<String, Cell> both(Rule rule, Map<String, Cell> one, Map<String, Cell> other) {
        Map<String, Cell> both = new LinkedHashMap<>(one);
        other.forEach((column, cell) -> {
            if (both.put(column, cell) != null) {
                throw new IllegalStateException("rule %s tests (%s) twice".formatted(rule.id(), column));
            }
        });
        return both;
    }

    /** Returns the columns and tests of which one set has to match. */
    private List<Map<String, Cell>> alternatives(Condition condition) {
        List<Constraint> tests = condition.constraints().stream()
                .filter(constraint -> !Tests.isName(constraint))
                .toList();
        List<String> names = condition.type() == FactType.SCOPE
                ? List.of("")
                : Tests.names(condition).orElse(List.of());
        boolean plain = tests.stream().noneMatch(test -> isNegated(test));
        boolean single = ONE_FOR_EACH_NAME.contains(condition.type()) || condition.type() == FactType.SCOPE;
        if (!names.isEmpty() && single && plain && !tests.isEmpty()) {
            if (condition.presence() == Presence.PRESENT) {
                return names.stream()
                        .map(name -> row(condition.type(), name, tests))
                        .toList();
            }
            if (tests.size() == 1 && tests.get(0).limit().isEmpty()) {
                Map<String, Cell> row = new LinkedHashMap<>();
                for (String name : names) {
                    row(condition.type(), name, tests)
                            .forEach((column, cell) ->
                                    row.put(column, new Cell("not(" + cell.test() + ")", cell.inputs())));
                }
                return List.of(row);
            }
        }
        if (condition.type() == FactType.LATEST
                && condition.presence() == Presence.PRESENT
                && !names.isEmpty()
                && tests.size() == 1
                && tests.get(0).operator().orders()) {
            return names.stream().map(name -> extreme(name, tests.get(0))).toList();
        }
        return List.of(quantified(condition));
    }

    private static boolean isNegated(Constraint constraint) {
        return constraint.operator() == Operator.NOT_EQUAL || constraint.operator() == Operator.NOT_IN;
    }

    private Map<String, Cell> row(FactType type, String name, List<Constraint> tests) {
        Map<String, Cell> row = new LinkedHashMap<>();
        for (Constraint constraint : tests) {
            String field = constraint.field().name();
            String input = identifier(type, name) + "_" + field;
            Function<PlainFact, Object> value = PlainFacts.field(type, field);
            inputs.putIfAbsent(input, new Input(type(constraint), facts -> {
                List<PlainFact> about = about(facts, type).get(name);
                return about == null ? null : value.apply(about.get(0));
            }));
            row.put(input, new Cell(test(constraint), Set.of(input)));
        }
        return row;
    }

    /** There may be two latest readings: for a test that asks for much the greater one counts, otherwise the smaller. */
    private Map<String, Cell> extreme(String name, Constraint test) {
        boolean most = test.operator() == Operator.ABOVE || test.operator() == Operator.AT_LEAST;
        String input = identifier(FactType.LATEST, name) + (most ? "_most" : "_least");
        inputs.putIfAbsent(input, new Input("number", facts -> {
            BigDecimal extreme = null;
            for (PlainFact fact : about(facts, FactType.LATEST).getOrDefault(name, List.of())) {
                BigDecimal value = ((PlainFact.Latest) fact).value();
                extreme = extreme == null ? value : most ? extreme.max(value) : extreme.min(value);
            }
            return extreme;
        }));
        return Map.of(input, new Cell(test(test), Set.of(input)));
    }

    private Map<String, Cell> quantified(Condition condition) {
        FactType type = condition.type();
        List<String> names = Tests.names(condition).orElse(List.of());
        boolean ofOne = names.size() == 1;
        String list = identifier(type, ofOne ? names.get(0) : "all");
        Set<String> fields = listed.computeIfAbsent(list, name -> new LinkedHashSet<>());
        List<String> tests = new ArrayList<>();
        for (Constraint constraint : condition.constraints()) {
            if (!ofOne || !Tests.isName(constraint)) {
                fields.add(constraint.field().name());
                tests.add(expression(constraint));
            }
        }
        inputs.putIfAbsent(list, new Input("Any", facts -> {
            List<Object> contexts = new ArrayList<>();
            Map<String, List<PlainFact>> byName = about(facts, type);
            if (ofOne) {
                byName.getOrDefault(names.get(0), List.of()).forEach(fact -> contexts.add(context(type, fact, fields)));
            } else {
                byName.values().forEach(about -> about.forEach(fact -> contexts.add(context(type, fact, fields))));
            }
            return contexts;
        }));
        String column = tests.isEmpty()
                ? "count(%s) > 0".formatted(list)
                : "some x in %s satisfies %s".formatted(list, String.join(" and ", tests));
        return Map.of(column, new Cell(condition.presence() == Presence.PRESENT ? "true" : "false", Set.of(list)));
    }

    private static Map<String, Object> context(FactType type, PlainFact fact, Set<String> fields) {
        Map<String, Object> context = new HashMap<>();
        for (String field : fields) {
            context.put(field, PlainFacts.field(type, field).apply(fact));
        }
        return context;
    }

    private static Map<String, List<PlainFact>> about(
            Map<Class<?>, Map<String, List<PlainFact>>> facts, FactType type) {
        return facts.getOrDefault(PlainFacts.record(type), Map.of());
    }

    private static String identifier(FactType type, String name) {
        return (type.word().toLowerCase(Locale.ROOT) + (name.isEmpty() ? "" : "_" + name)).replace('-', '_');
    }

    private static String type(Constraint constraint) {
        return switch (constraint.field().kind()) {
            case NUMBER -> "number";
            case FLAG -> "boolean";
            case THRESHOLD, INDICATOR, BLOCK, MONTH_KIND, WORD, NAME -> "string";
        };
    }

    private String test(Constraint constraint) {
        if (constraint.limit().isPresent()) {
            return constraint.operator().sign() + " "
                    + policy.limit(constraint.limit().get()).comparable().toPlainString();
        }
        return constraint.words().stream()
                .map(word -> literal(constraint, word))
                .collect(Collectors.joining(", "));
    }

    private String expression(Constraint constraint) {
        String field = "x." + constraint.field().name();
        if (constraint.limit().isPresent()) {
            return field + " " + test(constraint);
        }
        String sign = isNegated(constraint) ? " != " : " = ";
        return constraint.words().stream()
                .map(word -> field + sign + literal(constraint, word))
                .collect(Collectors.joining(isNegated(constraint) ? " and " : " or ", "(", ")"));
    }

    private static String literal(Constraint constraint, String word) {
        return constraint.field().kind() == FieldKind.FLAG ? word : "\"" + word + "\"";
    }

    /** Returns the names of the tables. */
    List<String> names() {
        return List.copyOf(tables.keySet());
    }

    /** Maps facts to the variables of the tables. */
    Map<String, Object> variables(List<PlainFact> facts) {
        Map<Class<?>, Map<String, List<PlainFact>>> byName = EasyRules.byName(facts);
        Map<String, Object> variables = new HashMap<>();
        inputs.forEach((name, input) -> variables.put(name, input.value().apply(byName)));
        return variables;
    }

    /** Writes the tables as a model of DMN 1.3, with what an engine likes best for a cell that asks for nothing. */
    String xml(String irrelevant) {
        StringBuilder xml = new StringBuilder();
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="policy" name="policy"
                    namespace="https://roi.dev/benchmarks"
                    expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/">
                """);
        inputs.forEach((name, input) -> xml.append("""
                <inputData id="%1$s" name="%1$s"><variable id="v_%1$s" name="%1$s" typeRef="%2$s"/></inputData>
                """.formatted(name, input.type())));
        tables.forEach((name, rows) -> append(name, rows, irrelevant, xml));
        return xml.append("</definitions>\n").toString();
    }

    private static void append(String name, List<Row> rows, String irrelevant, StringBuilder xml) {
        Set<String> columns = new LinkedHashSet<>();
        Set<String> needed = new LinkedHashSet<>();
        rows.forEach(row -> row.cells().forEach((column, cell) -> {
            columns.add(column);
            needed.addAll(cell.inputs());
        }));
        xml.append("<decision id=\"%1$s\" name=\"%1$s\"><variable id=\"d_%1$s\" name=\"%1$s\"/>\n".formatted(name));
        needed.forEach(input -> xml.append(
                "<informationRequirement id=\"r_%1$s_%2$s\"><requiredInput href=\"#%2$s\"/></informationRequirement>\n"
                        .formatted(name, input)));
        xml.append("<decisionTable id=\"t_%s\" hitPolicy=\"COLLECT\">\n".formatted(name));
        int i = 0;
        for (String column : columns) {
            xml.append("<input id=\"i_%1$s_%2$s\"><inputExpression id=\"e_%1$s_%2$s\"><text>%3$s</text>"
                    .formatted(name, i++, escaped(column)));
            xml.append("</inputExpression></input>\n");
        }
        xml.append("<output id=\"o_%s\" name=\"rule\" typeRef=\"string\"/>\n".formatted(name));
        int r = 0;
        for (Row row : rows) {
            xml.append("<rule id=\"%s_%s\">".formatted(name, r));
            int c = 0;
            for (String column : columns) {
                Cell cell = row.cells().get(column);
                xml.append("<inputEntry id=\"c_%s_%s_%s\"><text>%s</text></inputEntry>"
                        .formatted(name, r, c++, cell == null ? irrelevant : escaped(cell.test())));
            }
            xml.append("<outputEntry id=\"x_%s_%s\"><text>\"%s\"</text></outputEntry></rule>\n"
                    .formatted(name, r++, row.rule().id()));
        }
        xml.append("</decisionTable></decision>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
