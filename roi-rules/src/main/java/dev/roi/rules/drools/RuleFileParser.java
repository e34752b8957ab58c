package dev.roi.rules.drools;

import dev.roi.core.Effect;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.LeverId;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.RuleId;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.Faults;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Rule.Consequence;
import dev.roi.rules.language.Rule.Standing;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.PolicyReader;
import dev.roi.rules.policy.RuleFile;
import dev.roi.rules.policy.RuleNames;
import dev.roi.rules.policy.RuleParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
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
    private static final Pattern LIST = Pattern.compile("([A-Za-z]\\w*)\\s+(not\\s+)?in\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("\\s*\"([^\"\\\\]*)\"\\s*(,|\\z)");
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LAW = Pattern.compile("\\d{1,3}|\"[^\"\\\\]{1,100}\"");
    private static final Pattern SOURCE = Pattern.compile("\"[^\"\\\\]{1,300}\"");
    private static final ThresholdId NOT_KNOWN = new ThresholdId("not.known");
    private static final Pattern BEFORE_COMMA = Pattern.compile("\\w+\\s*(?:[<>]=?|[=!]=)\\s*-?\\d+");
    private static final Pattern AFTER_COMMA = Pattern.compile("\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?[A-Za-z]?");

    /**
     * The most conditions of one rule, since a rule looks at every combination of the facts that meet them. Thresholds do
     * not count: each is one number.
     */
    private static final int MOST_CONDITIONS = 12;

    private static final int MOST_WORD_CHARACTERS = 200;

    private final FormerNames former;

    /** Makes a parser of files that use the names of now. */
    public RuleFileParser() {
        this(FormerNames.REFUSED);
    }

    /**
     * Makes a parser.
     *
     * @param former what becomes of names that facts and fields had before
     */
    public RuleFileParser(FormerNames former) {
        this.former = former;
    }

    @Override
    public RuleFile parse(String source, byte[] bytes, RuleNames names, Faults faults) {
        if (bytes.length > PolicyFiles.MOST_RULE_BYTES) {
            faults.add(new Fault(
                    PolicyCode.TOO_LARGE.id(),
                    Severity.ERROR,
                    new Place(source, 0, 0, ""),
                    "a rule file has %s bytes at the most.".formatted(PolicyFiles.MOST_RULE_BYTES),
                    Optional.empty()));
            return new RuleFile(List.of(), List.of(), new String(bytes, StandardCharsets.UTF_8));
        }
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
        return LibraryLoader.in(() -> new File(source, text.get(), names, former, faults).read());
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
        private final FormerNames former;
        private final Faults faults;
        private final List<Integer> lineStarts = new ArrayList<>();
        private int found;

        /** Whether a threshold of the rule could not be read, so that any name may be its value's. */
        private boolean isUnsure;

        File(String path, String text, RuleNames names, FormerNames former, Faults faults) {
            this.path = path;
            this.text = text;
            this.names = names;
            this.former = former;
            this.faults = faults;
            lineStarts.add(0);
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '\n') {
                    lineStarts.add(i + 1);
                }
            }
        }

        RuleFile read() {
            Optional<PackageDescr> file = isPlain() ? syntax() : Optional.empty();
            if (file.isEmpty()) {
                return new RuleFile(List.of(), List.of(), text);
            }
            onlyRules(file.get());
            if (file.get().getRules().size() > PolicyReader.MOST_RULES) {
                add(
                        PolicyCode.TOO_LARGE,
                        at(0),
                        "a policy has %s rules at the most.".formatted(PolicyReader.MOST_RULES),
                        Optional.empty());
                return new RuleFile(List.of(), List.of(), text);
            }
            List<Rule> rules = new ArrayList<>();
            List<RuleFile.Header> headers = new ArrayList<>();
            StringBuilder queries = new StringBuilder();
            for (RuleDescr descr : file.get().getRules()) {
                if (descr.isQuery()) {
                    notAllowed(ruleName(descr), "a `query`");
                    queries.append(descr.getName()).append(' '); // a policy may name it as if it were a rule
                    continue;
                }
                headers.add(new RuleFile.Header(descr.getName(), ruleName(descr)));
                rule(descr).ifPresent(rules::add);
            }
            return new RuleFile(rules, headers, queries.toString());
        }

        /** Looks at what a parser would read differently from a person, or not at all. */
        private boolean isPlain() {
            RuleFileScan scan = RuleFileScan.of(text);
            scan.escape()
                    .ifPresent(offset -> add(
                            PolicyCode.NOT_ALLOWED,
                            at(offset),
                            "`%s` is not allowed: a character is written as it is."
                                    .formatted(text.substring(offset, offset + RuleFileScan.ESCAPE_CHARACTERS)),
                            Optional.empty()));
            scan.limit()
                    .ifPresent(limit -> add(PolicyCode.TOO_LARGE, at(scan.at()), limit.message(), Optional.empty()));
            return scan.escape().isEmpty() && scan.limit().isEmpty();
        }

        private Optional<PackageDescr> syntax() {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
            try {
                PackageDescr file = parser.parse(false, text);
                if (!parser.hasErrors()) {
                    return Optional.of(file);
                }
            } catch (DroolsParserException | RuntimeException | StackOverflowError unreadable) {
                add(PolicyCode.RULE_SYNTAX, at(0), "the file is not written as rules are.", Optional.empty());
                return Optional.empty();
            }
            List<RuleSlips.Found> slips = RuleSlips.of(text);
            slips.forEach(
                    slip -> add(PolicyCode.RULE_SYNTAX, at(slip.at()), slip.message() + ".", Optional.of(slip.help())));
            Set<Place> places = new HashSet<>();
            for (var error : slips.isEmpty() ? parser.getErrors() : List.<DroolsError>of()) {
                Place place = error instanceof ParserError located
                        ? new Place(path, Math.max(1, located.getRow()), Math.max(1, located.getCol() + 1), "")
                        : at(0);
                if (places.add(place)) {
                    add(
                            PolicyCode.RULE_SYNTAX,
                            place,
                            "something here is not written as rules are%s.".formatted(near(place)),
                            Optional.of("Look for a missing quote, bracket, `then` or `end` here or just before."));
                }
            }
            return Optional.empty();
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
            notAllowed(place, what, "Rule files hold comments and rules only.");
        }

        private void notAllowedInCondition(Place place, String what) {
            notAllowed(
                    place,
                    "%s in a condition".formatted(what),
                    "A condition asks for a fact and compares its fields, such as "
                            + "`Latest( indicator == \"name\", value < $limit )`, or begins with `not`.");
        }

        private void notAllowed(Place place, String what, String help) {
            add(
                    PolicyCode.NOT_ALLOWED,
                    place,
                    "%s is not allowed: a policy can decide, and nothing else.".formatted(what),
                    Optional.of(help));
        }

        private Optional<Rule> rule(RuleDescr descr) {
            int before = found;
            String name = descr.getName();
            Place place = ruleName(descr);
            if (!Names.isKebab(name)) {
                add(
                        PolicyCode.WRONG_VALUE,
                        place,
                        "the rule name %s is not small letters, digits and hyphens.".formatted(Quoted.of(name)),
                        Optional.of(Names.likely(name)
                                .map("Did you mean `%s`?"::formatted)
                                .orElse("A rule is named such as `low-adoption`.")));
            }
            for (AttributeDescr attribute : descr.getAttributes().values()) {
                if (attribute.getStartCharacter() >= descr.getStartCharacter()) { // the others are the file's
                    notAllowed(attribute, "the attribute `%s` of a rule".formatted(attribute.getName()));
                }
            }
            if (!descr.getNamedConsequences().isEmpty()) {
                notAllowed(place, "a named consequence");
            }
            if (descr.getParentName() != null) {
                notAllowed(place, "`extends`");
            }
            Map<String, String> notes = annotations(descr, place);
            long asked = descr.getLhs().getDescrs().stream()
                    .filter(part -> !(part instanceof PatternDescr pattern
                            && pattern.getObjectType().equals(FactType.THRESHOLD.word())))
                    .count();
            if (asked > MOST_CONDITIONS) {
                add(
                        PolicyCode.TOO_LARGE,
                        place,
                        "rule `%s` has %s conditions; %s is the most that a rule may have."
                                .formatted(name, asked, MOST_CONDITIONS),
                        Optional.empty());
                return Optional.empty();
            }
            List<Condition> conditions = conditions(descr);
            Optional<Consequence> consequence = consequence(descr);
            if (conditions.stream().noneMatch(condition -> condition.presence() == Presence.PRESENT)
                    && found == before) {
                add(
                        PolicyCode.NOT_ALLOWED,
                        place,
                        "rule `%s` asks for no fact; a reason rests on something.".formatted(name),
                        Optional.empty());
            }
            if (found > before || consequence.isEmpty()) {
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
                    notAllowed(
                            place,
                            "the annotation `@%s`".formatted(name),
                            Nearest.to(name, List.of("law", "source"))
                                    .map("Did you mean `@%s`?"::formatted)
                                    .orElse("There are `@law( 7 )` and `@source( \"S1, useful usage\" )`."));
                    continue;
                }
                String value =
                        String.valueOf(annotation.getValueMap().get("value")).strip();
                boolean isLaw = name.equals("law");
                if (annotation.getValueMap().size() != 1
                        || annotation.isDuplicated()
                        || notes.containsKey(name)
                        || !(isLaw ? LAW : SOURCE).matcher(value).matches()) {
                    add(
                            PolicyCode.WRONG_VALUE,
                            place,
                            "rule `%s` has an annotation `@%s` that is not written as it should be."
                                    .formatted(descr.getName(), name),
                            Optional.of("Write it once, such as `%s`."
                                    .formatted(isLaw ? "@law( 7 )" : "@source( \"S1, useful usage\" )")));
                    continue;
                }
                notes.put(name, value.replace("\"", ""));
            }
            return notes;
        }

        private List<Condition> conditions(RuleDescr descr) {
            isUnsure = false;
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
                    String word = word(child);
                    if (word.equals("or")) {
                        notAllowed(
                                located(child, descr),
                                "`or` in a condition",
                                "Write a rule for each, or a list such as `indicator in ( \"one\", \"other\" )`.");
                    } else {
                        notAllowedInCondition(located(child, descr), "`%s`".formatted(word));
                    }
                }
            }
            bound.forEach((name, threshold) -> notCompared(name, threshold, conditions));
            return conditions;
        }

        private void notCompared(String name, Bound threshold, List<Condition> conditions) {
            boolean isCompared = conditions.stream()
                    .flatMap(condition -> condition.constraints().stream())
                    .anyMatch(constraint -> constraint.limit().equals(Optional.of(threshold.id())));
            if (!isCompared && !threshold.id().equals(NOT_KNOWN) && found == 0) {
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
                notAllowedInCondition(place, "`%s`".formatted(word(pattern.getSource())));
                return Optional.empty();
            }
            if (!pattern.getBehaviors().isEmpty()) {
                notAllowedInCondition(place, "`over`");
                return Optional.empty();
            }
            if (!pattern.getAnnotations().isEmpty()) {
                notAllowedInCondition(place, "an annotation");
                return Optional.empty();
            }
            if (pattern.getIdentifier() != null || pattern.isUnification()) {
                notAllowedInCondition(place, "a name such as `%s :`".formatted(shortened(pattern.getIdentifier())));
                return Optional.empty();
            }
            if (pattern.isQuery() || !pattern.getPositionalConstraints().isEmpty()) {
                notAllowedInCondition(place, "`?` or `;`");
                return Optional.empty();
            }
            if (pattern.getObjectType() == null) {
                notAllowedInCondition(place, "`/`");
                return Optional.empty();
            }
            Optional<FactType> now = FormerNames.now(pattern.getObjectType()).flatMap(FactType::find);
            Optional<FactType> type = FactType.find(pattern.getObjectType()).or(() -> read(now));
            if (type.isEmpty()) {
                add(
                        PolicyCode.UNKNOWN_TYPE,
                        place,
                        "nothing is called `%s` that a rule can ask for.".formatted(pattern.getObjectType()),
                        Optional.of(now.map(FactType::word)
                                .map(FormerNames::help)
                                .map(Object::toString)
                                .orElseGet(() -> suggest(pattern.getObjectType(), FactType.words()))));
                isUnsure = true;
                return Optional.empty();
            }
            if (type.get() == FactType.THRESHOLD) {
                threshold(pattern, presence, bound);
                return Optional.empty();
            }
            List<Constraint> constraints = new ArrayList<>();
            List<BaseDescr> expressions = expressions(pattern);
            for (int i = 0; i < expressions.size(); i++) {
                BaseDescr descr = expressions.get(i);
                boolean isFraction = i + 1 < expressions.size() && isNumberInTwo(descr, expressions.get(i + 1));
                if (isFraction) {
                    String after = expressions.get(++i).getText().strip();
                    String before = descr.getText().strip();
                    bareNumber(
                            place(descr),
                            before.substring(before.lastIndexOf(' ') + 1).replaceFirst("^.*[<>=]", "") + "," + after);
                } else {
                    constraint(type.get(), descr, bound).ifPresent(constraints::add);
                }
            }
            return Optional.of(new Condition(presence, type.get(), constraints, place));
        }

        /** Tells whether a comma stands within a number, as it does in several languages. */
        private static boolean isNumberInTwo(BaseDescr one, BaseDescr other) {
            return BEFORE_COMMA.matcher(one.getText().strip()).matches()
                    && AFTER_COMMA.matcher(other.getText().strip()).matches();
        }

        private void bareNumber(Place place, String number) {
            add(
                    PolicyCode.BARE_NUMBER,
                    place,
                    "the number `%s` is no threshold.".formatted(number),
                    Optional.of("Give it a name, a range and a reason in thresholds.yaml, and ask for it with "
                            + "`Threshold( id == \"group.name\", $limit : value )`."));
        }

        private List<BaseDescr> expressions(PatternDescr pattern) {
            List<BaseDescr> expressions = new ArrayList<>();
            for (Object child : ((AndDescr) pattern.getConstraint()).getDescrs()) {
                if (child instanceof ExprConstraintDescr expression) {
                    expressions.add(expression);
                } else {
                    notAllowedInCondition(place(pattern), "what stands here");
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
                if (variable.isEmpty() && binding.matches() && binding.group(2).equals("value")) {
                    variable = Optional.of(binding.group(1));
                } else if (id.isEmpty()
                        && comparison.matches()
                        && comparison.group(1).equals("id")
                        && comparison.group(2).equals("==")
                        && comparison.group(3).startsWith("\"")) {
                    String name = unquoted(comparison.group(3));
                    boolean known = isKnown(place(descr), "threshold", name, names.thresholds());
                    id = Optional.of(known && Names.isDotted(name) ? new ThresholdId(name) : NOT_KNOWN);
                } else {
                    wrongThreshold(place(descr));
                    variable.ifPresent(name -> bound.put(name, new Bound(NOT_KNOWN, place(pattern))));
                    return;
                }
            }
            if (presence == Presence.ABSENT
                    || id.isEmpty() != variable.isEmpty()
                    || expressions(pattern).isEmpty()) {
                wrongThreshold(place(pattern));
            }
            variable.filter(bound::containsKey)
                    .ifPresent(name -> add(
                            PolicyCode.REPEATED_NAME,
                            place(pattern),
                            "`%s` is the name of another threshold already.".formatted(name),
                            Optional.empty()));
            if (id.isPresent() && variable.isPresent()) {
                bound.put(variable.get(), new Bound(id.get(), place(pattern)));
            } else {
                variable.ifPresent(name -> bound.put(name, new Bound(NOT_KNOWN, place(pattern))));
            }
        }

        private void wrongThreshold(Place place) {
            isUnsure = true;
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
                List<String> words = items(list.group(3));
                if (words.isEmpty()) {
                    notAComparison(type, expression, place);
                    return Optional.empty();
                }
                return field(type, list.group(1), place)
                        .filter(field -> areWords(field, operator, words, place))
                        .map(field -> Constraint.withWords(field, operator, words, place));
            }
            Matcher comparison = COMPARISON.matcher(expression);
            if (comparison.matches()) {
                Operator operator = operator(comparison.group(2));
                return field(type, comparison.group(1), place)
                        .flatMap(field -> comparison(field, operator, comparison.group(3), bound, place));
            }
            notAComparison(type, expression, place);
            return Optional.empty();
        }

        /** Says what is wrong with what is no comparison, and what was likely meant. */
        private void notAComparison(FactType type, String expression, Place place) {
            Optional<String> help = ExpressionSlips.help(type, expression);
            if (help.isPresent()) {
                add(
                        PolicyCode.NOT_ALLOWED,
                        place,
                        "`%s` is not written as a comparison is.".formatted(shortened(expression)),
                        help);
            } else {
                notAllowedInCondition(place, "`%s`".formatted(shortened(expression)));
            }
        }

        /** Returns the texts of a list, or none where it holds anything else. */
        private static List<String> items(String list) {
            List<String> items = new ArrayList<>();
            Matcher item = ITEM.matcher(list);
            int at = 0;
            while (at < list.length() && item.find(at) && item.start() == at) {
                items.add(item.group(1));
                at = item.end();
                if (item.group(2).isEmpty()) {
                    return items;
                }
            }
            return List.of();
        }

        private static Operator operator(String sign) {
            Operator operator = OPERATORS.get(sign);
            if (operator == null) {
                throw new IllegalArgumentException("no operator (%s)".formatted(sign));
            }
            return operator;
        }

        private Optional<Field> field(FactType type, String name, Place place) {
            Optional<Field> now = FormerNames.now(name).map(type.fields()::get);
            Optional<Field> field = Optional.ofNullable(type.fields().get(name)).or(() -> read(now));
            if (field.isEmpty()) {
                add(
                        PolicyCode.UNKNOWN_FIELD,
                        place,
                        "`%s` has no field `%s`.".formatted(type.word(), name),
                        Optional.of(now.map(Field::name)
                                .map(FormerNames::help)
                                .map(Object::toString)
                                .orElseGet(() -> suggest(name, type.fields().keySet()))));
            }
            return field;
        }

        /** What a former name stands for, where those are read. */
        private <T> Optional<T> read(Optional<T> now) {
            return former == FormerNames.READ ? now : Optional.empty();
        }

        private Optional<Constraint> comparison(
                Field field, Operator operator, String operand, Map<String, Bound> bound, Place place) {
            if (operand.startsWith("$")) {
                Bound limit = bound.get(operand);
                if (limit == null) {
                    if (!isUnsure) {
                        add(
                                PolicyCode.UNKNOWN_NAME,
                                place,
                                "nothing above is called `%s`.".formatted(operand),
                                Optional.of(Nearest.didYouMean(operand, bound.keySet())
                                        .map(Object::toString)
                                        .orElse(("Ask for its threshold in a line above: "
                                                        + "`Threshold( id == \"group.name\", %s : value )`.")
                                                .formatted(operand))));
                    }
                    return Optional.empty();
                }
                if (field.kind() != FieldKind.NUMBER) {
                    wrongComparison(field, place);
                    return Optional.empty();
                }
                return Optional.of(Constraint.withLimit(field, operator, limit.id(), place));
            }
            if (field.kind() == FieldKind.NUMBER && !DECIMAL.matcher(operand).matches()) {
                add(
                        PolicyCode.WRONG_COMPARISON,
                        place,
                        "`%s` is a number, and `%s` is none.".formatted(field.name(), operand),
                        Optional.of(likeThreshold(field, operand, bound)));
                return Optional.empty();
            }
            if (operand.startsWith("\"")) {
                List<String> words = List.of(unquoted(operand));
                return areWords(field, operator, words, place)
                        ? Optional.of(Constraint.withWords(field, operator, words, place))
                        : Optional.empty();
            }
            if (field.kind() == FieldKind.FLAG && List.of("true", "false").contains(operand) && !operator.orders()) {
                return Optional.of(Constraint.withWords(field, operator, List.of(operand), place));
            }
            if (field.kind() == FieldKind.NUMBER && DECIMAL.matcher(operand).matches()) {
                bareNumber(place, operand);
                return Optional.empty();
            }
            if (field.kind() == FieldKind.FLAG
                    || DECIMAL.matcher(operand).matches()
                    || List.of("true", "false").contains(operand)) {
                wrongComparison(field, place);
            } else {
                add(
                        PolicyCode.WRONG_COMPARISON,
                        place,
                        "`%s` is a word, and `%s` does not stand in quotes."
                                .formatted(field.name(), shortened(operand)),
                        Optional.of(
                                "Write `%s %s \"%s\"`.".formatted(field.name(), operator.sign(), shortened(operand))));
            }
            return Optional.empty();
        }

        /** Says how the threshold is written that something was most likely compared with. */
        private String likeThreshold(Field field, String operand, Map<String, Bound> bound) {
            String name = operand.replace("\"", "");
            if (names.thresholds().names().contains(name)) {
                String variable = bound.entrySet().stream()
                        .filter(each -> each.getValue().id().value().equals(name))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("$limit");
                return bound.containsKey(variable)
                        ? "Write `%s`, which is what its value is called above.".formatted(variable)
                        : "Ask for it in a line above, `Threshold( id == \"%s\", $limit : value )`, and write `$limit`."
                                .formatted(name);
            }
            return Nearest.to("$" + name, bound.keySet())
                    .map(nearest ->
                            "Did you mean `%s`? The value of a threshold has a name with `$`.".formatted(nearest))
                    .orElse("Compare it with a threshold, such as `%s < $limit`.".formatted(field.name()));
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
                    case MONTH_KIND -> isKnown(place, "kind of month", word, names.monthKinds());
                    case WORD ->
                        isKnown(place, "word for `%s`".formatted(field.name()), word, DeclaredNames.of(field.words()));
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
            add(
                    PolicyCode.TOO_LARGE,
                    place,
                    "a text in a rule has one line, and %s characters at the most.".formatted(MOST_WORD_CHARACTERS),
                    Optional.empty());
            return false;
        }

        private void wrongComparison(Field field, Place place) {
            String help = switch (field.kind()) {
                case NUMBER -> "It is a number: compare it with a threshold, such as `%s < $limit`.";
                case FLAG -> "It is true or false: write `%s == true`.";
                case INDICATOR, BLOCK, MONTH_KIND, WORD, NAME, THRESHOLD ->
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
                boolean isEmpty = withoutComments(code).isBlank();
                add(
                        PolicyCode.WRONG_CONSEQUENCE,
                        place,
                        (isEmpty ? "rule `%s` says nothing." : "rule `%s` does something else than say one thing.")
                                .formatted(descr.getName()),
                        Optional.of(ExpressionSlips.consequence(
                                        withoutComments(code).strip())
                                .orElse("After `then` stands one of " + CONSEQUENCES + ".")));
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
                        takesLever
                                ? "`adjust` needs the lever that it pulls."
                                : "a lever belongs to `adjust`, and to nothing else.",
                        Optional.of(
                                takesLever
                                        ? "Write it such as `findings.adjust( \"lever\" );`. "
                                                + suggest("", names.levers().names())
                                        : "Write `findings.%s();`, or `findings.adjust( \"%s\" );`."
                                                .formatted(call.group(1), argument.orElse("lever"))));
                return Optional.empty();
            }
            return consequence;
        }

        private static String withoutComments(String code) {
            return COMMENT.matcher(code).replaceAll(" ");
        }

        private Place consequencePlace(RuleDescr descr) {
            String code = String.valueOf(descr.getConsequence()).strip();
            int from = Math.max(0, descr.getStartCharacter());
            int start = code.isEmpty() ? -1 : text.indexOf(code, from);
            return start >= 0 ? at(start) : ruleName(descr);
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
            return at(Math.max(0, descr.getStartCharacter()));
        }

        private Place place(BaseDescr descr) {
            return descr.getStartCharacter() >= 0
                    ? at(Math.min(descr.getStartCharacter(), text.length()))
                    : new Place(path, Math.max(1, descr.getLine()), Math.max(1, descr.getColumn() + 1), "");
        }

        private Place at(int offset) {
            int index = Collections.binarySearch(lineStarts, offset);
            int line = index >= 0 ? index : -index - 2;
            return new Place(path, line + 1, offset - lineStarts.get(line) + 1, "");
        }

        private void add(PolicyCode code, Place place, String message, Optional<String> help) {
            found++;
            faults.add(new Fault(code.id(), Severity.ERROR, place, message, help));
        }
    }
}
