package dev.roi.rules.drools;

import dev.roi.core.Fault.Place;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.rules.drools.ExpressionReader.Unreadable;
import dev.roi.rules.drools.ExpressionReader.Worked;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.facts.Measure;
import dev.roi.rules.language.AnyOf;
import dev.roi.rules.language.Binding;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Expression;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Quantity;
import dev.roi.rules.language.Relation;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.RuleNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;

/** Reads what a condition asks of a fact, and the names that it gives. For use by one thread. */
final class ItemReader {

    private static final Map<String, Operator> OPERATORS = Map.of(
            "==", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<", Operator.BELOW,
            "<=", Operator.AT_MOST,
            ">", Operator.ABOVE,
            ">=", Operator.AT_LEAST);

    /** What stands alone on the right, written as it may be. */
    private static final Pattern ALONE = Pattern.compile("\\$[A-Za-z]\\w*|\"[^\"\\\\]*\"|[^\\s\"()$]+");

    private static final Pattern COMPARED =
            Pattern.compile("(\\$?[A-Za-z]\\w*)\\s*(==|!=|<=|>=|<|>)\\s*(.+)", Pattern.DOTALL);

    /** The indicator of another fact, which says as much as its name. */
    private static final Pattern OF_NAMED = Pattern.compile("indicator\\s*==\\s*\\$[A-Za-z]\\w*");

    private static final Pattern BEFORE_COMMA = Pattern.compile("\\w+\\s*(?:[<>]=?|[=!]=)\\s*-?\\d+");
    private static final Pattern AFTER_COMMA = Pattern.compile("\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?[A-Za-z]?");
    private static final int MOST_WORD_CHARACTERS = 200;

    private final RuleFaults faults;
    private final RuleNames names;
    private final FormerNames former;
    private final ExpressionReader expressions;

    ItemReader(RuleFaults faults, RuleNames names, FormerNames former, ExpressionReader expressions) {
        this.faults = faults;
        this.names = names;
        this.former = former;
        this.expressions = expressions;
    }

    /**
     * What was read of a condition.
     *
     * @param bindings the names that it gives
     * @param items what it asks
     */
    record Read(List<Binding> bindings, List<Item> items) {}

    /** Reads all that stands in the brackets of a condition, and gives its names to the scope. */
    Read read(FactType type, List<BaseDescr> descrs, Scope scope) {
        return new Reading(type, descrs, scope).read();
    }

    /** Reads a comparison of numbers that have names, where there is no fact. */
    Optional<Relation> relation(BaseDescr descr, Scope scope) {
        String text = descr.getText().strip();
        Place place = faults.place(descr);
        return Token.of(text)
                .filter(tokens -> tokens.size() > 2 && tokens.get(0).kind() == Token.Kind.NAME)
                .flatMap(tokens -> relation(tokens, text, scope, place))
                .or(() -> {
                    if (Token.of(text).isEmpty() || !text.startsWith("$")) {
                        faults.notAllowedInCondition(
                                place,
                                Message.of("`%s`", RuleFaults.shortened(text)),
                                Message.of(
                                        "After an accumulate's last `;` its results are compared, such as `$n >= $least`."));
                    }
                    return Optional.empty();
                });
    }

    private Optional<Relation> relation(List<Token> tokens, String text, Scope scope, Place place) {
        Operator operator = OPERATORS.get(tokens.get(1).text());
        if (operator == null) {
            faults.notAllowedInCondition(place, Message.of("`%s`", RuleFaults.shortened(text)));
            return Optional.empty();
        }
        try {
            Optional<Worked> left = expressions.name(tokens.get(0).text(), scope, place);
            Optional<Worked> right = expressions.read(tokens.subList(2, tokens.size()), scope, place);
            if (left.isEmpty()
                    || right.isEmpty()
                    || !expressions.countTheSame(
                            left.get().quantities(), right.get().quantities(), text, place)) {
                return Optional.empty();
            }
            return fewNames(
                    new Relation(left.get().expression(), operator, right.get().expression(), place), place);
        } catch (Unreadable unreadable) {
            faults.notAllowedInCondition(place, Message.of("`%s`", RuleFaults.shortened(text)));
            return Optional.empty();
        }
    }

    private <T extends Item> Optional<T> fewNames(T item, Place place) {
        if (item.names().size() <= Joined.MOST_NAMES) {
            return Optional.of(item);
        }
        faults.add(
                PolicyCode.TOO_LARGE,
                place,
                Message.of(
                        "a comparison looks at %s names besides thresholds; %s is the most.",
                        item.names().size(), Joined.MOST_NAMES),
                Optional.of(Message.of("Work out a part of it with `accumulate`.")));
        return Optional.empty();
    }

    /** Returns the field of a fact that a name means. */
    Optional<Field> field(FactType type, String name, Place place) {
        Optional<Field> now = FormerNames.now(name).map(type.fields()::get);
        Optional<Field> field = Optional.ofNullable(type.fields().get(name)).or(() -> readFormer(now));
        if (field.isEmpty()) {
            faults.add(
                    PolicyCode.UNKNOWN_FIELD,
                    place,
                    Message.of("`%s` has no field `%s`.", type.word(), name),
                    Optional.of(now.map(Field::name)
                            .map(FormerNames::help)
                            .orElseGet(
                                    () -> RuleFaults.suggest(name, type.fields().keySet()))));
        }
        return field;
    }

    /** What a former name stands for, where those are read. */
    <T> Optional<T> readFormer(Optional<T> now) {
        return former == FormerNames.READ ? now : Optional.empty();
    }

    /** Gives a name, unless something else has it already. */
    boolean give(String name, Scope.Named named, Scope scope, Place place) {
        if (scope.find(name).isPresent()) {
            faults.add(
                    PolicyCode.REPEATED_NAME,
                    place,
                    Message.of("`%s` is the name of something else already.", name),
                    Optional.empty());
            return false;
        }
        scope.give(name, named);
        return true;
    }

    /** One condition. */
    private final class Reading {

        private final FactType type;
        private final List<BaseDescr> descrs;
        private final Scope scope;
        private final List<Binding> bindings = new ArrayList<>();
        private final Item[] items;
        private final List<Constraint> naming = new ArrayList<>();

        Reading(FactType type, List<BaseDescr> descrs, Scope scope) {
            this.type = type;
            this.descrs = descrs;
            this.scope = scope;
            this.items = new Item[descrs.size()];
        }

        /** Words are read first: they say which indicator is meant, and so what its numbers count. */
        Read read() {
            Set<Integer> done = new HashSet<>();
            for (int i = 0; i < descrs.size(); i++) {
                if (i + 1 < descrs.size() && isNumberInTwo(descrs.get(i), descrs.get(i + 1))) {
                    String before = descrs.get(i).getText().strip();
                    faults.bareNumber(
                            faults.place(descrs.get(i)),
                            before.substring(before.lastIndexOf(' ') + 1).replaceFirst("^.*[<>=]", "")
                                    + ","
                                    + descrs.get(i + 1).getText().strip());
                    done.add(i);
                    done.add(++i);
                } else if (isOfWords(descrs.get(i).getText())) {
                    done.add(i);
                    int at = i;
                    item(descrs.get(i)).ifPresent(item -> {
                        items[at] = item;
                        item.constraints().forEach(naming::add);
                    });
                }
            }
            for (int i = 0; i < descrs.size(); i++) {
                if (!done.contains(i)
                        && OF_NAMED.matcher(descrs.get(i).getText().strip()).matches()) {
                    done.add(i);
                    int at = i;
                    item(descrs.get(i)).ifPresent(item -> items[at] = item);
                    named(descrs.get(i)).ifPresent(other -> naming.addAll(other.naming()));
                }
            }
            for (int i = 0; i < descrs.size(); i++) {
                if (!done.contains(i)) {
                    int at = i;
                    item(descrs.get(i)).ifPresent(item -> items[at] = item);
                }
            }
            return new Read(
                    bindings,
                    Arrays.stream(items).filter(java.util.Objects::nonNull).toList());
        }

        private Optional<Scope.OfField> named(BaseDescr descr) {
            String text = descr.getText().strip();
            return scope.find(text.substring(text.indexOf('$')))
                    .filter(Scope.OfField.class::isInstance)
                    .map(Scope.OfField.class::cast);
        }

        private boolean isOfWords(String text) {
            return !text.contains("$") && !text.contains("||");
        }

        /** Tells whether a comma stands within a number, as it does in several languages. */
        private static boolean isNumberInTwo(BaseDescr one, BaseDescr other) {
            return BEFORE_COMMA.matcher(one.getText().strip()).matches()
                    && AFTER_COMMA.matcher(other.getText().strip()).matches();
        }

        private Optional<Item> item(BaseDescr descr) {
            String text = descr.getText().strip();
            Place place = faults.place(descr);
            Optional<List<Token>> tokens = Token.of(text);
            if (tokens.isPresent() && isBinding(tokens.get())) {
                binding(tokens.get().get(0).text(), tokens.get().get(2).text(), place);
                return Optional.empty();
            }
            List<String> alternatives =
                    tokens.map(all -> alternatives(all, text)).orElse(List.of(text));
            if (alternatives.size() == 1) {
                return comparison(text, place);
            }
            List<Item> read = alternatives.stream()
                    .flatMap(one -> comparison(one, place).stream())
                    .toList();
            return read.size() == alternatives.size()
                    ? fewNames(new AnyOf(read), place).map(any -> any)
                    : Optional.empty();
        }

        private boolean isBinding(List<Token> tokens) {
            return tokens.size() == 3
                    && tokens.get(0).kind() == Token.Kind.NAME
                    && tokens.get(1).is(":")
                    && tokens.get(2).kind() == Token.Kind.WORD;
        }

        private void binding(String name, String property, Place place) {
            field(type, property, place).ifPresent(field -> {
                if (give(name, new Scope.OfField(field, quantities(field), List.copyOf(naming)), scope, place)) {
                    bindings.add(new Binding(name, field));
                }
            });
        }

        /** Where several indicators may be meant, the number counts in the unit of whichever it is. */
        private Set<Quantity> quantities(Field field) {
            if (field.kind() != FieldKind.NUMBER) {
                return Set.of();
            }
            Set<Quantity> possible = names.units().of(field, naming);
            boolean isOfIndicator = field.measure()
                    .filter(measure -> measure == Measure.OF_THE_INDICATOR)
                    .isPresent();
            return possible.size() > 1 && isOfIndicator
                    ? indicatorName()
                            .map(name -> Set.of(Quantity.ofUnitOf(name)))
                            .orElse(possible)
                    : possible;
        }

        /** Returns what the indicator is called that the fact is about. */
        private Optional<String> indicatorName() {
            return bindings.stream()
                    .filter(binding -> binding.field().kind() == FieldKind.INDICATOR)
                    .map(Binding::name)
                    .findFirst()
                    .or(() -> Arrays.stream(items)
                            .filter(Constraint.class::isInstance)
                            .map(Constraint.class::cast)
                            .filter(constraint -> constraint.field().kind() == FieldKind.INDICATOR
                                    && constraint.operator() == Operator.EQUAL
                                    && !constraint.isPlain())
                            .flatMap(constraint -> constraint.names().stream())
                            .findFirst());
        }

        private static List<String> alternatives(List<Token> tokens, String text) {
            List<String> alternatives = new ArrayList<>();
            int start = 0;
            for (Token token : tokens) {
                if (token.is("||")) {
                    alternatives.add(text.substring(start, token.start()).strip());
                    start = token.end();
                }
            }
            alternatives.add(text.substring(start).strip());
            return alternatives;
        }

        private Optional<Item> comparison(String text, Place place) {
            Optional<List<Token>> tokens = Token.of(text);
            if (tokens.isPresent() && isList(tokens.get())) {
                return list(tokens.get(), text, place);
            }
            var compared = COMPARED.matcher(text);
            if (!compared.matches()) {
                return notAComparison(text, place);
            }
            if (text.startsWith("$")) {
                return tokens.isPresent()
                                && tokens.get().size() > 2
                                && tokens.get().get(2).kind() != Token.Kind.WORD
                        ? relation(tokens.get(), text, scope, place).map(relation -> relation)
                        : notAComparison(text, place);
            }
            Operator operator = OPERATORS.get(compared.group(2));
            String operand = compared.group(3).strip();
            if (operator == null) {
                return notAComparison(text, place);
            }
            if (ALONE.matcher(operand).matches()) {
                return field(type, compared.group(1), place)
                        .flatMap(field -> alone(field, operator, operand, text, place));
            }
            List<Token> right = Token.of(operand).orElse(List.of());
            boolean isExpression = right.stream().anyMatch(token -> token.kind() == Token.Kind.NAME)
                    && right.stream().noneMatch(token -> token.kind() == Token.Kind.TEXT);
            return isExpression
                    ? field(type, compared.group(1), place)
                            .flatMap(field -> calculated(field, operator, right, text, place))
                    : notAComparison(text, place);
        }

        private boolean isList(List<Token> tokens) {
            int in = tokens.size() > 1 && isWord(tokens.get(1), "not") ? 2 : 1;
            return tokens.size() > in + 2
                    && tokens.get(0).kind() == Token.Kind.WORD
                    && isWord(tokens.get(in), "in")
                    && tokens.get(in + 1).is("(")
                    && tokens.get(tokens.size() - 1).is(")");
        }

        private static boolean isWord(Token token, String word) {
            return token.kind() == Token.Kind.WORD && token.text().equals(word);
        }

        private Optional<Item> list(List<Token> tokens, String text, Place place) {
            boolean isNot = isWord(tokens.get(1), "not");
            Operator operator = isNot ? Operator.NOT_IN : Operator.IN;
            List<Token> listed = tokens.subList(isNot ? 4 : 3, tokens.size() - 1);
            List<String> words = new ArrayList<>();
            for (int i = 0; i < listed.size(); i++) {
                boolean isWord = i % 2 == 0;
                if (isWord
                        ? listed.get(i).kind() != Token.Kind.TEXT
                        : !listed.get(i).is(",")) {
                    return notAComparison(text, place);
                }
                if (isWord) {
                    words.add(listed.get(i).text());
                }
            }
            if (words.isEmpty()) {
                return notAComparison(text, place);
            }
            return field(type, tokens.get(0).text(), place)
                    .filter(field -> areWords(field, operator, words, place))
                    .map(field -> Constraint.withWords(field, operator, words, place));
        }

        /** Says what is wrong with what is no comparison, and what was likely meant. */
        private Optional<Item> notAComparison(String expression, Place place) {
            Optional<Message> help = ExpressionSlips.help(type, expression);
            if (help.isPresent()) {
                faults.add(
                        PolicyCode.NOT_ALLOWED,
                        place,
                        Message.of("`%s` is not written as a comparison is.", RuleFaults.shortened(expression)),
                        help);
            } else {
                faults.notAllowedInCondition(place, Message.of("`%s`", RuleFaults.shortened(expression)));
            }
            return Optional.empty();
        }

        private Optional<Item> calculated(Field field, Operator operator, List<Token> right, String text, Place place) {
            if (field.kind() != FieldKind.NUMBER) {
                wrongComparison(field, place);
                return Optional.empty();
            }
            try {
                return expressions
                        .read(right, scope, place)
                        .flatMap(worked -> compared(field, operator, worked, text, place));
            } catch (Unreadable unreadable) {
                return notAComparison(text, place);
            }
        }

        private Optional<Item> compared(Field field, Operator operator, Worked worked, String text, Place place) {
            boolean isThreshold =
                    worked.expression() instanceof Expression.Limit; // its unit is checked with the policy
            if (!isThreshold && !expressions.countTheSame(quantities(field), worked.quantities(), text, place)) {
                return Optional.empty();
            }
            return fewNames(Constraint.withExpression(field, operator, worked.expression(), place), place)
                    .map(constraint -> constraint);
        }

        private Optional<Item> alone(Field field, Operator operator, String operand, String text, Place place) {
            if (operand.startsWith("$")) {
                return named(field, operator, operand, text, place);
            }
            if (field.kind() == FieldKind.NUMBER && !DECIMAL.matcher(operand).matches()) {
                faults.add(
                        PolicyCode.WRONG_COMPARISON,
                        place,
                        Message.of("`%s` is a number, and `%s` is none.", field.name(), operand),
                        Optional.of(likeThreshold(field, operand)));
                return Optional.empty();
            }
            if (operand.startsWith("\"")) {
                List<String> words = List.of(operand.substring(1, operand.length() - 1));
                return areWords(field, operator, words, place)
                        ? Optional.of(Constraint.withWords(field, operator, words, place))
                        : Optional.empty();
            }
            boolean isFlag = List.of("true", "false").contains(operand);
            if (field.kind() == FieldKind.FLAG && isFlag && !operator.orders()) {
                return Optional.of(Constraint.withWords(field, operator, List.of(operand), place));
            }
            if (field.kind() == FieldKind.NUMBER && DECIMAL.matcher(operand).matches()) {
                faults.bareNumber(place, operand);
                return Optional.empty();
            }
            if (field.kind() == FieldKind.FLAG || DECIMAL.matcher(operand).matches() || isFlag) {
                wrongComparison(field, place);
            } else {
                faults.add(
                        PolicyCode.WRONG_COMPARISON,
                        place,
                        Message.of(
                                "`%s` is a word, and `%s` does not stand in quotes.",
                                field.name(), RuleFaults.shortened(operand)),
                        Optional.of(Message.of(
                                "Write `%s %s \"%s\"`.",
                                field.name(), operator.sign(), RuleFaults.shortened(operand))));
            }
            return Optional.empty();
        }

        private Optional<Item> named(Field field, Operator operator, String name, String text, Place place) {
            Optional<Scope.Named> named = scope.find(name);
            if (named.isEmpty()) {
                expressions.unknown(name, scope, place);
                return Optional.empty();
            }
            if (field.kind() == FieldKind.NUMBER && named.get().isNumber()) {
                return expressions
                        .name(name, scope, place)
                        .flatMap(worked -> compared(field, operator, worked, text, place));
            }
            boolean isAlike = !operator.orders()
                    && field.kind() != FieldKind.NUMBER
                    && named.get() instanceof Scope.OfField other
                    && other.field().kind() == field.kind()
                    && other.field().words().equals(field.words());
            if (!isAlike) {
                wrongComparison(field, place);
                return Optional.empty();
            }
            return Optional.of(Constraint.withExpression(field, operator, new Expression.Named(name), place));
        }

        /** Says how the threshold is written that something was most likely compared with. */
        private Message likeThreshold(Field field, String operand) {
            String name = operand.replace("\"", "");
            if (names.thresholds().names().contains(name)) {
                return scope.nameOf(name)
                        .map(variable -> Message.of("Write `%s`, which is what its value is called above.", variable))
                        .orElseGet(() -> Message.of(
                                "Ask for it in a line above, `Threshold( id == \"%s\", $limit : value )`, and write `$limit`.",
                                name));
            }
            return Nearest.to("$" + name, scope.seen())
                    .map(nearest ->
                            Message.of("Did you mean `%s`? The value of a threshold has a name with `$`.", nearest))
                    .orElse(Message.of("Compare it with a threshold, such as `%s < $limit`.", field.name()));
        }

        private boolean areWords(Field field, Operator operator, List<String> words, Place place) {
            if (field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.FLAG || operator.orders()) {
                wrongComparison(field, place);
                return false;
            }
            boolean known = true;
            for (String word : words) {
                known &= switch (field.kind()) {
                    case INDICATOR -> faults.isKnown(place, Message.of("indicator"), word, names.indicators());
                    case BLOCK -> faults.isKnown(place, Message.of("block"), word, names.blocks());
                    case MONTH_KIND -> faults.isKnown(place, Message.of("kind of month"), word, names.monthKinds());
                    case WORD ->
                        faults.isKnown(
                                place,
                                Message.of("word for `%s`", field.name()),
                                word,
                                DeclaredNames.of(field.words()));
                    case NAME -> isName(place, word);
                    case THRESHOLD, NUMBER, FLAG -> true;
                };
            }
            return known;
        }

        private boolean isName(Place place, String word) {
            if (word.length() <= MOST_WORD_CHARACTERS && word.lines().count() == 1) {
                return true;
            }
            faults.add(
                    PolicyCode.TOO_LARGE,
                    place,
                    Message.of("a text in a rule has one line, and %s characters at the most.", MOST_WORD_CHARACTERS),
                    Optional.empty());
            return false;
        }

        private void wrongComparison(Field field, Place place) {
            Message help = switch (field.kind()) {
                case NUMBER ->
                    Message.of("It is a number: compare it with a threshold, such as `%s < $limit`.", field.name());
                case FLAG -> Message.of("It is true or false: write `%s == true`.", field.name());
                case INDICATOR, BLOCK, MONTH_KIND, WORD, NAME, THRESHOLD ->
                    Message.of(
                            "It is a word: write `%s == \"word\"` or `%s in ( \"one\", \"other\" )`.",
                            field.name(), field.name());
            };
            faults.add(
                    PolicyCode.WRONG_COMPARISON,
                    place,
                    Message.of("`%s` cannot be compared like this.", field.name()),
                    Optional.of(help));
        }
    }
}
