package dev.roi.rules.drools;

import dev.roi.core.Effect;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.LeverId;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.Faults;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.FactType.Field;
import dev.roi.rules.policy.FactType.FieldKind;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Consequence;
import dev.roi.rules.policy.Rule.Constraint;
import dev.roi.rules.policy.Rule.Operator;
import dev.roi.rules.policy.Rule.Presence;
import dev.roi.rules.policy.Rule.Standing;
import dev.roi.rules.policy.RuleFile;
import dev.roi.rules.policy.RuleNames;
import dev.roi.rules.policy.RuleParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads rule files with the parser of Drools, and lets through what a policy may use and nothing else: rules whose
 * conditions ask for facts of {@link FactType}, and whose consequence is one of a few words. Nothing of a file is
 * compiled or run. Safe for use by several threads.
 */
public final class RuleFileParser implements RuleParser {

    private static final String CONSEQUENCES =
            "`findings.stop();`, `findings.adjust( \"lever\" );`, `findings.blockExtend();`, "
                    + "`findings.extendNotEarned();`, `findings.support();` or `findings.note();`";
    private static final Pattern CONSEQUENCE =
            Pattern.compile("\\s*findings\\s*\\.\\s*(\\w+)\\s*\\(\\s*(?:\"([^\"]*)\")?\\s*\\)\\s*;?\\s*");
    private static final Map<String, Operator> OPERATORS = Map.of(
            "==", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<", Operator.BELOW,
            "<=", Operator.AT_MOST,
            ">", Operator.ABOVE,
            ">=", Operator.AT_LEAST);
    private static final Pattern BINDING = Pattern.compile("(\\$[A-Za-z][A-Za-z0-9]*)\\s*:\\s*([A-Za-z]\\w*)");
    private static final Pattern COMPARISON = Pattern.compile(
            "([A-Za-z]\\w*)\\s*(==|!=|<=|>=|<|>)\\s*(\\$[A-Za-z][A-Za-z0-9]*|\"[^\"\\\\]*\"|[^\\s\"()]+)");
    private static final Pattern LIST = Pattern.compile(
            "([A-Za-z]\\w*)\\s+(not\\s+)?in\\s*\\(\\s*(\"[^\"\\\\]*\"(?:\\s*,\\s*\"[^\"\\\\]*\")*)\\s*\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final ThresholdId NOT_KNOWN = new ThresholdId("not.known");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?[A-Za-z]?");

    /** Makes a parser. */
    public RuleFileParser() {}

    @Override
    public RuleFile parse(String source, byte[] bytes, RuleNames names, Faults faults) {
        Optional<String> text = decode(bytes);
        if (text.isEmpty()) {
            faults.add(new Fault(
                    PolicyCode.RULE_SYNTAX.id(),
                    Severity.ERROR,
                    new Place(source, 0, 0, ""),
                    "the file is not UTF-8 text.",
                    Optional.of("Save it as UTF-8.")));
            return new RuleFile(List.of(), List.of(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return new File(source, text.get(), names, faults).read();
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** A threshold that a rule gave a name to. */
    private record Bound(ThresholdId id, Place place) {}

    /** One rule file. */
    private static final class File {

        private final String path;
        private final String text;
        private final RuleNames names;
        private final Faults faults;
        private final List<Integer> lineStarts = new ArrayList<>();
        private int errors;

        File(String path, String text, RuleNames names, Faults faults) {
            this.path = path;
            this.text = text;
            this.names = names;
            this.faults = faults;
            lineStarts.add(0);
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '\n') {
                    lineStarts.add(i + 1);
                }
            }
        }

        RuleFile read() {
            PackageDescr file = syntax();
            if (file == null) {
                return new RuleFile(List.of(), List.of(), text);
            }
            onlyRules(file);
            List<Rule> rules = new ArrayList<>();
            List<RuleFile.Header> headers = new ArrayList<>();
            for (RuleDescr descr : file.getRules()) {
                headers.add(new RuleFile.Header(descr.getName(), ruleName(descr)));
                rule(descr).ifPresent(rules::add);
            }
            return new RuleFile(rules, headers, "");
        }

        private @org.jspecify.annotations.Nullable PackageDescr syntax() {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
            try {
                PackageDescr file = parser.parse(false, text);
                if (!parser.hasErrors()) {
                    return file;
                }
            } catch (DroolsParserException | RuntimeException unreadable) {
                add(PolicyCode.RULE_SYNTAX, at(0), "the file is not written as rules are.", Optional.empty());
                return null;
            }
            List<Place> places = new ArrayList<>();
            for (var error : parser.getErrors()) {
                Place place = error instanceof ParserError located
                        ? new Place(path, Math.max(1, located.getRow()), Math.max(1, located.getCol() + 1), "")
                        : at(0);
                if (!places.contains(place)) {
                    places.add(place);
                    add(
                            PolicyCode.RULE_SYNTAX,
                            place,
                            "something here is not written as rules are%s.".formatted(near(place)),
                            Optional.of("Look for a missing quote, bracket, `then` or `end` here or just before."));
                }
            }
            return null;
        }

        private String near(Place place) {
            if (place.line() > lineStarts.size()) {
                return "; the file ends too early";
            }
            int start = lineStarts.get(place.line() - 1);
            int end = text.indexOf('\n', start);
            String line = (end < 0 ? text.substring(start) : text.substring(start, end)).strip();
            return line.isEmpty()
                    ? ""
                    : ", near `%s`".formatted(line.length() > 60 ? line.substring(0, 60) + "…" : line);
        }

        private void onlyRules(PackageDescr file) {
            if (file.getName() != null && !file.getName().isEmpty()) {
                notAllowed(file, "a `package`");
            }
            refuse(file.getImports(), "an `import`");
            refuse(file.getFunctionImports(), "an `import`");
            refuse(file.getAccumulateImports(), "an `import`");
            refuse(file.getGlobals(), "a `global`");
            refuse(file.getFunctions(), "a `function`");
            refuse(file.getTypeDeclarations(), "a `declare`");
            refuse(file.getEnumDeclarations(), "a `declare`");
            refuse(file.getEntryPointDeclarations(), "a `declare`");
            refuse(file.getWindowDeclarations(), "a `declare`");
            refuse(file.getAttributes(), "an attribute");
            if (file.getUnit() != null) {
                notAllowed(file, "a `unit`");
            }
        }

        private void refuse(Collection<? extends BaseDescr> found, String what) {
            found.forEach(descr -> notAllowed(descr, what));
        }

        private void notAllowed(BaseDescr descr, String what) {
            notAllowed(place(descr), what);
        }

        private void notAllowed(Place place, String what) {
            add(
                    PolicyCode.NOT_ALLOWED,
                    place,
                    "%s is not allowed: a policy can decide, and nothing else.".formatted(what),
                    Optional.of("Rule files hold comments and rules only."));
        }

        private Optional<Rule> rule(RuleDescr descr) {
            int before = errors;
            String name = descr.getName();
            Place place = ruleName(descr);
            if (descr.isQuery()) {
                notAllowed(place, "a `query`");
                return Optional.empty();
            }
            if (!Names.isKebab(name)) {
                add(
                        PolicyCode.WRONG_VALUE,
                        place,
                        "the rule name `%s` is not small letters, digits and hyphens.".formatted(name),
                        Optional.of("A rule is named such as `low-adoption`."));
            }
            descr.getAttributes()
                    .keySet()
                    .forEach(attribute ->
                            notAllowed(place, "the attribute `%s` of rule `%s`".formatted(attribute, name)));
            if (!descr.getNamedConsequences().isEmpty()) {
                notAllowed(place, "a named consequence of rule `%s`".formatted(name));
            }
            if (descr.getParentName() != null) {
                notAllowed(place, "`extends` of rule `%s`".formatted(name));
            }
            Map<String, String> notes = annotations(descr, place);
            List<Condition> conditions = conditions(descr);
            Optional<Consequence> consequence = consequence(descr);
            if (conditions.stream().noneMatch(condition -> condition.presence() == Presence.PRESENT)
                    && errors == before) {
                add(
                        PolicyCode.NOT_ALLOWED,
                        place,
                        "rule `%s` asks for no fact; a reason rests on something.".formatted(name),
                        Optional.empty());
            }
            if (errors > before || consequence.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Rule(
                    new RuleId(name),
                    Optional.ofNullable(notes.get("law")),
                    Optional.ofNullable(notes.get("source")),
                    conditions,
                    consequence.get(),
                    place));
        }

        private Map<String, String> annotations(RuleDescr descr, Place place) {
            Map<String, String> notes = new HashMap<>();
            for (AnnotationDescr annotation : descr.getAnnotations()) {
                String name = annotation.getName();
                if (!List.of("law", "source").contains(name)) {
                    notAllowed(place, "the annotation `@%s`".formatted(name));
                    continue;
                }
                Object value = annotation.getValueMap().get("value");
                notes.put(
                        name,
                        value == null ? "" : value.toString().replace("\"", "").strip());
            }
            return notes;
        }

        private List<Condition> conditions(RuleDescr descr) {
            List<Condition> conditions = new ArrayList<>();
            Map<String, Bound> bound = new LinkedHashMap<>();
            for (BaseDescr child : descr.getLhs().getDescrs()) {
                if (child instanceof PatternDescr pattern) {
                    condition(pattern, Presence.PRESENT, bound).ifPresent(conditions::add);
                } else if (child instanceof NotDescr not
                        && not.getDescrs().size() == 1
                        && not.getDescrs().get(0) instanceof PatternDescr pattern) {
                    condition(pattern, Presence.ABSENT, bound).ifPresent(conditions::add);
                } else {
                    notAllowed(located(child, descr), "`%s` in a condition".formatted(word(child)));
                }
            }
            bound.forEach((name, threshold) -> notCompared(name, threshold, conditions));
            return conditions;
        }

        private void notCompared(String name, Bound threshold, List<Condition> conditions) {
            boolean isCompared = conditions.stream()
                    .flatMap(condition -> condition.constraints().stream())
                    .anyMatch(constraint -> constraint.limit().equals(Optional.of(threshold.id())));
            if (!isCompared && !threshold.id().equals(NOT_KNOWN) && errors == 0) {
                faults.add(new Fault(
                        PolicyCode.NOT_COMPARED.id(),
                        Severity.WARNING,
                        threshold.place(),
                        "threshold `%s` is asked for as `%s`, and nothing is compared with it."
                                .formatted(threshold.id(), name),
                        Optional.of("Compare something with it, such as `value < %s`, or take the line out."
                                .formatted(name))));
            }
        }

        private Place located(BaseDescr child, RuleDescr rule) {
            return child.getLine() > 0 ? place(child) : ruleName(rule);
        }

        private static String word(BaseDescr descr) {
            String name = descr.getClass().getSimpleName().replace("Descr", "");
            return switch (name) {
                case "And", "Or", "Eval", "Exists", "Forall", "Not", "Accumulate", "Collect", "From" ->
                    name.toLowerCase(java.util.Locale.ROOT);
                default -> name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
            };
        }

        private Optional<Condition> condition(PatternDescr pattern, Presence presence, Map<String, Bound> bound) {
            Place place = place(pattern);
            if (pattern.getSource() != null) {
                notAllowed(place, "`from` in a condition");
                return Optional.empty();
            }
            if (!pattern.getBehaviors().isEmpty()
                    || pattern.isQuery()
                    || pattern.isUnification()
                    || !pattern.getAnnotations().isEmpty()) {
                notAllowed(place, "what stands behind this condition");
                return Optional.empty();
            }
            Optional<FactType> type = FactType.find(pattern.getObjectType());
            if (type.isEmpty()) {
                add(
                        PolicyCode.UNKNOWN_TYPE,
                        place,
                        "nothing is called `%s` that a rule can ask for.".formatted(pattern.getObjectType()),
                        Optional.of(suggest(pattern.getObjectType(), FactType.words())));
                return Optional.empty();
            }
            if (type.get() == FactType.THRESHOLD) {
                threshold(pattern, presence, bound);
                return Optional.empty();
            }
            List<Constraint> constraints = new ArrayList<>();
            for (BaseDescr descr : expressions(pattern)) {
                constraint(type.get(), descr, bound).ifPresent(constraints::add);
            }
            return Optional.of(new Condition(presence, type.get(), constraints, place));
        }

        private List<BaseDescr> expressions(PatternDescr pattern) {
            List<BaseDescr> expressions = new ArrayList<>();
            for (Object child : ((AndDescr) pattern.getConstraint()).getDescrs()) {
                if (child instanceof ExprConstraintDescr expression) {
                    expressions.add(expression);
                } else {
                    notAllowed(place(pattern), "what stands in this condition");
                }
            }
            return expressions;
        }

        private void threshold(PatternDescr pattern, Presence presence, Map<String, Bound> bound) {
            Optional<ThresholdId> id = Optional.empty();
            Optional<String> variable = Optional.empty();
            for (BaseDescr descr : expressions(pattern)) {
                String expression = descr.getText().strip();
                Matcher binding = BINDING.matcher(expression);
                Matcher comparison = COMPARISON.matcher(expression);
                if (binding.matches() && binding.group(2).equals("value")) {
                    variable = Optional.of(binding.group(1));
                } else if (comparison.matches()
                        && comparison.group(1).equals("id")
                        && comparison.group(2).equals("==")
                        && comparison.group(3).startsWith("\"")) {
                    String name = unquoted(comparison.group(3));
                    boolean known = isKnown(place(descr), "threshold", name, names.thresholds());
                    id = Optional.of(known && Names.isDotted(name) ? new ThresholdId(name) : NOT_KNOWN);
                } else {
                    wrongThreshold(place(descr));
                }
            }
            if (presence == Presence.ABSENT || id.isEmpty() != variable.isEmpty()) {
                wrongThreshold(place(pattern));
            }
            if (id.isPresent() && variable.isPresent()) {
                bound.put(variable.get(), new Bound(id.get(), place(pattern)));
            } else {
                variable.ifPresent(name -> bound.put(name, new Bound(NOT_KNOWN, place(pattern))));
            }
        }

        private void wrongThreshold(Place place) {
            add(
                    PolicyCode.WRONG_COMPARISON,
                    place,
                    "a threshold is asked for by its name, and its value is given a name.",
                    Optional.of("Write it such as `Threshold( id == \"adoption.low\", $low : value )`."));
        }

        private Optional<Constraint> constraint(FactType type, BaseDescr descr, Map<String, Bound> bound) {
            String expression = descr.getText().strip();
            Place place = place(descr);
            Matcher list = LIST.matcher(expression);
            if (list.matches()) {
                Operator operator = list.group(2) == null ? Operator.IN : Operator.NOT_IN;
                List<String> words = new ArrayList<>();
                Matcher quoted = QUOTED.matcher(list.group(3));
                while (quoted.find()) {
                    words.add(quoted.group(1));
                }
                return field(type, list.group(1), place)
                        .filter(field -> areWords(field, operator, words, place))
                        .map(field -> new Constraint(field, operator, words, Optional.empty(), place));
            }
            Matcher comparison = COMPARISON.matcher(expression);
            if (comparison.matches()) {
                Operator operator = operator(comparison.group(2));
                return field(type, comparison.group(1), place)
                        .flatMap(field -> comparison(field, operator, comparison.group(3), bound, place));
            }
            notAllowed(place, "`%s` in a condition".formatted(shortened(expression)));
            return Optional.empty();
        }

        private static Operator operator(String sign) {
            Operator operator = OPERATORS.get(sign);
            if (operator == null) {
                throw new IllegalArgumentException("no operator (%s)".formatted(sign));
            }
            return operator;
        }

        private Optional<Field> field(FactType type, String name, Place place) {
            Field field = type.fields().get(name);
            if (field == null) {
                add(
                        PolicyCode.UNKNOWN_FIELD,
                        place,
                        "`%s` has no field `%s`.".formatted(type.word(), name),
                        Optional.of(suggest(name, type.fields().keySet())));
            }
            return Optional.ofNullable(field);
        }

        private Optional<Constraint> comparison(
                Field field, Operator operator, String operand, Map<String, Bound> bound, Place place) {
            if (operand.startsWith("$")) {
                Bound limit = bound.get(operand);
                if (limit == null) {
                    add(
                            PolicyCode.UNKNOWN_NAME,
                            place,
                            "nothing above is called `%s`.".formatted(operand),
                            Optional.of(suggest(operand, bound.keySet())));
                    return Optional.empty();
                }
                if (field.kind() != FieldKind.NUMBER) {
                    wrongComparison(field, place);
                    return Optional.empty();
                }
                return Optional.of(new Constraint(field, operator, List.of(), Optional.of(limit.id()), place));
            }
            if (operand.startsWith("\"")) {
                List<String> words = List.of(unquoted(operand));
                return areWords(field, operator, words, place)
                        ? Optional.of(new Constraint(field, operator, words, Optional.empty(), place))
                        : Optional.empty();
            }
            if (field.kind() == FieldKind.FLAG && List.of("true", "false").contains(operand) && !operator.orders()) {
                return Optional.of(new Constraint(field, operator, List.of(operand), Optional.empty(), place));
            }
            if (field.kind() == FieldKind.NUMBER && DECIMAL.matcher(operand).matches()) {
                add(
                        PolicyCode.BARE_NUMBER,
                        place,
                        "the number `%s` is no threshold.".formatted(operand),
                        Optional.of("Give it a name, a range and a reason in thresholds.yaml, and ask for it with "
                                + "`Threshold( id == \"group.name\", $limit : value )`."));
                return Optional.empty();
            }
            if (field.kind() == FieldKind.NUMBER
                    || field.kind() == FieldKind.FLAG
                    || DECIMAL.matcher(operand).matches()
                    || List.of("true", "false").contains(operand)) {
                wrongComparison(field, place);
            } else {
                notAllowed(place, "`%s` in a condition".formatted(shortened(operand)));
            }
            return Optional.empty();
        }

        private boolean areWords(Field field, Operator operator, List<String> words, Place place) {
            if (field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.FLAG || operator.orders()) {
                wrongComparison(field, place);
                return false;
            }
            boolean known = true;
            for (String word : words) {
                known &= switch (field.kind()) {
                    case INDICATOR -> isKnown(place, "indicator", word, names.indicators());
                    case BLOCK -> isKnown(place, "block", word, names.blocks());
                    case RUN -> isKnown(place, "kind of month", word, names.monthKinds());
                    case WORD ->
                        isKnown(place, "word for `%s`".formatted(field.name()), word, DeclaredNames.of(field.words()));
                    case NAME, THRESHOLD, NUMBER, FLAG -> true;
                };
            }
            return known;
        }

        private void wrongComparison(Field field, Place place) {
            String help = switch (field.kind()) {
                case NUMBER -> "It is a number: compare it with a threshold, such as `%s < $limit`.";
                case FLAG -> "It is true or false: write `%s == true`.";
                case INDICATOR, BLOCK, RUN, WORD, NAME, THRESHOLD ->
                    "It is a word: write `%s == \"word\"` or `%s in ( \"one\", \"other\" )`.";
            };
            add(
                    PolicyCode.WRONG_COMPARISON,
                    place,
                    "`%s` cannot be compared like this.".formatted(field.name()),
                    Optional.of(help.replace("%s", field.name())));
        }

        private boolean isKnown(Place place, String what, String name, DeclaredNames known) {
            if (known.has(name)) {
                return true;
            }
            add(
                    PolicyCode.UNKNOWN_NAME,
                    place,
                    "unknown %s `%s`.".formatted(what, name),
                    Optional.of(suggest(name, known.names())));
            return false;
        }

        private Optional<Consequence> consequence(RuleDescr descr) {
            String code = String.valueOf(descr.getConsequence());
            Place place = consequencePlace(descr);
            Matcher call = CONSEQUENCE.matcher(withoutComments(code));
            if (!call.matches()) {
                add(
                        PolicyCode.WRONG_CONSEQUENCE,
                        place,
                        "rule `%s` does something else than say one thing.".formatted(descr.getName()),
                        Optional.of("After `then` stands one of " + CONSEQUENCES + "."));
                return Optional.empty();
            }
            Optional<String> argument = Optional.ofNullable(call.group(2));
            Optional<Consequence> consequence = switch (call.group(1)) {
                case "stop" -> Optional.of(new Consequence(Effect.STOP, Standing.VETO, Optional.empty()));
                case "adjust" ->
                    argument.filter(lever -> isKnown(place, "lever", lever, names.levers()))
                            .filter(Names::isKebab)
                            .map(lever ->
                                    new Consequence(Effect.ADJUST, Standing.VETO, Optional.of(new LeverId(lever))));
                case "blockExtend" ->
                    Optional.of(new Consequence(Effect.BLOCKS_EXTEND, Standing.VETO, Optional.empty()));
                case "extendNotEarned" ->
                    Optional.of(new Consequence(Effect.BLOCKS_EXTEND, Standing.NOT_EARNED, Optional.empty()));
                case "support" -> Optional.of(new Consequence(Effect.SUPPORTS, Standing.VETO, Optional.empty()));
                case "note" -> Optional.of(new Consequence(Effect.NOTE, Standing.VETO, Optional.empty()));
                default -> {
                    add(
                            PolicyCode.WRONG_CONSEQUENCE,
                            place,
                            "a rule cannot `%s`.".formatted(call.group(1)),
                            Optional.of(suggest(
                                    call.group(1),
                                    List.of("stop", "adjust", "blockExtend", "extendNotEarned", "support", "note"))));
                    yield Optional.empty();
                }
            };
            boolean takesLever = call.group(1).equals("adjust");
            boolean isWord = consequence.isPresent() || takesLever;
            if (isWord && takesLever != argument.isPresent()) {
                add(
                        PolicyCode.WRONG_CONSEQUENCE,
                        place,
                        "a lever belongs to `adjust`, and to nothing else.",
                        Optional.of("After `then` stands one of " + CONSEQUENCES + "."));
                return Optional.empty();
            }
            return consequence;
        }

        private static String withoutComments(String code) {
            return code.replaceAll("//[^\\n]*", " ").replaceAll("(?s)/\\*.*?\\*/", " ");
        }

        private Place consequencePlace(RuleDescr descr) {
            int line = descr.getConsequenceLine() + 1;
            while (line <= lineStarts.size() && lineText(line).isBlank()) {
                line++;
            }
            if (line > lineStarts.size()) {
                return new Place(path, Math.max(1, descr.getConsequenceLine()), 1, "");
            }
            String found = lineText(line);
            return new Place(path, line, found.length() - found.stripLeading().length() + 1, "");
        }

        private String lineText(int line) {
            int start = lineStarts.get(line - 1);
            int end = line < lineStarts.size() ? lineStarts.get(line) : text.length();
            return text.substring(start, end);
        }

        private static String unquoted(String literal) {
            return literal.substring(1, literal.length() - 1);
        }

        private static String shortened(String expression) {
            String line = expression.replaceAll("\\s+", " ");
            return line.length() > 60 ? line.substring(0, 60) + "…" : line;
        }

        private static String suggest(String word, Collection<String> known) {
            return Nearest.to(word, known)
                    .map(nearest -> "Did you mean `%s`?".formatted(nearest))
                    .orElseGet(() -> known.isEmpty()
                            ? "There are none."
                            : "There are: %s."
                                    .formatted(String.join(
                                            ", ", known.stream().limit(12).toList())));
        }

        private Place ruleName(RuleDescr descr) {
            Matcher header = Pattern.compile("\\brule\\s+(\"?)" + Pattern.quote(descr.getName()) + "\\1")
                    .matcher(text);
            int from = descr.getStartCharacter() >= 0 ? descr.getStartCharacter() : 0;
            return at(header.find(Math.min(from, text.length())) ? header.start() : from);
        }

        private Place place(BaseDescr descr) {
            return descr.getStartCharacter() >= 0
                    ? at(Math.min(descr.getStartCharacter(), text.length()))
                    : new Place(path, Math.max(1, descr.getLine()), Math.max(1, descr.getColumn() + 1), "");
        }

        private Place at(int offset) {
            int line = 0;
            while (line + 1 < lineStarts.size() && lineStarts.get(line + 1) <= offset) {
                line++;
            }
            return new Place(path, line + 1, offset - lineStarts.get(line) + 1, "");
        }

        private void add(PolicyCode code, Place place, String message, Optional<String> help) {
            errors++;
            faults.add(new Fault(code.id(), Severity.ERROR, place, message, help));
        }
    }
}
