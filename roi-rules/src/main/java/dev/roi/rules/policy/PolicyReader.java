package dev.roi.rules.policy;

import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Fingerprint;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.Nearest;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.Quoted;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import dev.roi.core.trend.TrendSettings;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a policy from its files, with every fault of all of them at once.
 *
 * <p>Safe for use by several threads, as far as its rule parser is.
 */
public final class PolicyReader {

    /** The most rules a policy may have. */
    public static final int MOST_RULES = 500;

    private static final String TEXTS = "texts/%s.yaml";
    private static final String PHRASES = "/dev/roi/rules/phrases/%s.yaml";

    private final RuleParser ruleParser;
    private final FormerNames former;

    /**
     * Makes a reader of policies that use the names of now.
     *
     * @param ruleParser what reads the rule files
     */
    public PolicyReader(RuleParser ruleParser) {
        this(ruleParser, FormerNames.REFUSED);
    }

    /**
     * Makes a reader.
     *
     * @param ruleParser what reads the rule files
     * @param former what becomes of names that sentences used before
     */
    public PolicyReader(RuleParser ruleParser, FormerNames former) {
        this.ruleParser = ruleParser;
        this.former = former;
    }

    /**
     * Reads a policy.
     *
     * @param files its files
     * @return the policy
     * @throws InvalidInput when anything is wrong with it, with everything that is
     */
    public Policy read(PolicyFiles files) {
        return read(files, Map.of());
    }

    /**
     * Reads a policy, with other values for some of its thresholds.
     *
     * @param files its files
     * @param instead the values to use instead of those in the files
     * @return the policy
     * @throws InvalidInput when anything is wrong with it, with everything that is
     */
    public Policy read(PolicyFiles files, Map<ThresholdId, Exact> instead) {
        return read(files, new ThresholdReader.Instead(instead, Map.of()));
    }

    /** Reads a policy with thresholds of another one, whatever their allowed ranges. */
    Policy readWith(PolicyFiles files, Map<ThresholdId, Threshold> borrowed) {
        return read(files, new ThresholdReader.Instead(Map.of(), borrowed));
    }

    private Policy read(PolicyFiles files, ThresholdReader.Instead instead) {
        Faults faults = new Faults();
        PolicyDraft draft = new Reading(files, faults, instead).draft();
        faults.throwIfAny();
        return draft.policy().orElseThrow();
    }

    /**
     * Reads a policy as far as it can be read.
     *
     * @param files its files
     * @return what is sound of it, and everything that is wrong
     */
    public PolicyDraft draft(PolicyFiles files) {
        return new Reading(files, new Faults(), new ThresholdReader.Instead(Map.of(), Map.of())).draft();
    }

    /** One reading of one policy. */
    private final class Reading {

        private final PolicyFiles files;
        private final Faults faults;
        private final Expect expect;
        private final ThresholdReader.Instead instead;
        private final Map<String, Optional<Node>> documents = new HashMap<>();
        private final Unseen unseen;
        private final Set<String> obscure = new HashSet<>();

        Reading(PolicyFiles files, Faults faults, ThresholdReader.Instead instead) {
            this.instead = instead;
            this.files = files;
            this.faults = faults;
            this.expect = new Expect(faults);
            this.unseen = new Unseen(faults);
        }

        PolicyDraft draft() {
            for (String path : files.paths()) {
                if (!unseen.isClear(files.source(path), files.find(path).orElseThrow())) {
                    obscure.add(path);
                }
            }
            Optional<Node> root = document(PolicyFiles.POLICY).filter(this::isPolicy);
            DeclaredNames units = units(find(root, "languages"));
            Thresholds thresholds = document(PolicyFiles.THRESHOLDS)
                    .map(new ThresholdReader(expect, units, instead)::read)
                    .orElseGet(() -> new Thresholds(expect, Map.of(), Map.of(), DeclaredNames.unread()));
            IndicatorReader indicatorReader = new IndicatorReader(expect, thresholds, units);
            IndicatorSet indicators = document(PolicyFiles.INDICATORS)
                    .map(indicatorReader::read)
                    .orElse(new IndicatorSet(List.of(), List.of()));
            DeclaredNames indicatorNames = indicatorReader.indicatorNames();
            DeclaredNames blockNames = indicatorReader.blockNames();
            ViewReader viewReader = new ViewReader(expect, indicatorNames, indicators);
            Views views = document(PolicyFiles.VIEWS)
                    .map(viewReader::read)
                    .orElse(new Views(List.of(), List.of(), List.of(), Map.of()));
            Optional<String> id = required(root, "id").flatMap(node -> expect.kebab(node, "the policy"));
            Optional<String> version = required(root, "version").flatMap(expect::text);
            Optional<String> owner = required(root, "owner").flatMap(expect::text);
            Optional<PolicyRef> origin = find(root, "origin").flatMap(this::origin);
            Optional<Node> leversNode = required(root, "levers");
            List<String> levers = leversNode.map(this::kebabs).orElse(List.of());
            DeclaredNames leverNames = leversNode.map(PolicyReader::texts).orElseGet(DeclaredNames::unread);
            Optional<Node> monthsNode = find(root, "months");
            List<MonthKind> monthKinds = monthsNode
                    .map(node -> monthKinds(node, blockNames, thresholds))
                    .orElse(List.of());
            DeclaredNames monthKindNames = root.isEmpty()
                    ? DeclaredNames.unread()
                    : monthsNode.map(PolicyReader::keys).orElseGet(() -> DeclaredNames.of(List.of()));
            TrendSettings trend =
                    required(root, "trend").map(node -> trend(node, thresholds)).orElse(TrendSettings.STANDARD);
            List<Decision> precedence =
                    required(root, "precedence").map(this::precedence).orElse(List.of());
            RuleNames names = new RuleNames(
                    indicatorNames,
                    blockNames,
                    thresholds.names(),
                    monthKindNames,
                    leverNames,
                    new RuleUnits(indicators, thresholds.all()));
            RuleFile read = rules(names);
            DeclaredNames ruleNames = files.rulePaths().isEmpty() ? DeclaredNames.unread() : read.names();
            List<Rule> rules = required(root, "reasons")
                    .map(list -> ordered(list, read, ruleNames))
                    .orElse(read.rules());
            new UnitCheck(faults, indicators, thresholds).check(rules);
            TextReader.TextNames textNames = new TextReader.TextNames(
                    blockNames,
                    indicatorNames,
                    leverNames,
                    ruleNames,
                    viewReader.topicNames(),
                    DeclaredNames.of(
                            files.rulePaths().stream().map(Rule::fileName).toList()),
                    DeclaredNames.of(indicators.indicators().stream()
                            .flatMap(indicator -> indicator.definitions().stream())
                            .toList()),
                    viewReader.viewNames(),
                    thresholds.names(),
                    rules.stream()
                            .collect(Collectors.toMap(rule -> rule.id().value(), rule -> rule, (one, same) -> one)));
            Map<Language, Texts> texts = required(root, "languages")
                    .map(list -> texts(
                            list, textNames, new Placeholders(expect, indicatorNames, thresholds.names(), former)))
                    .orElse(Map.of());
            boolean areRulesRead =
                    rules.size() == read.headers().size() && read.unreadable().isBlank();
            if (areRulesRead) {
                new BackgroundCheck(expect, language -> document(TEXTS.formatted(language)))
                        .check(
                                texts,
                                rules.stream()
                                        .flatMap(rule -> rule.source().stream())
                                        .collect(Collectors.toSet()));
            }
            Optional<Policy> policy = Optional.empty();
            if (!faults.hasErrors() && id.isPresent() && version.isPresent() && owner.isPresent()) {
                Policy.Parts parts = new Policy.Parts(
                        new PolicyId(id.get()),
                        version.get(),
                        owner.get(),
                        origin,
                        texts,
                        indicators,
                        thresholds.all(),
                        levers.stream().map(LeverId::new).toList(),
                        monthKinds,
                        precedence,
                        rules,
                        trend,
                        views);
                policy = Optional.of(new Policy(parts));
            }
            return new PolicyDraft(
                    new PolicyDraft.Sound(
                            indicators,
                            thresholds.all(),
                            thresholds.used(),
                            levers,
                            monthKinds,
                            precedence,
                            rules,
                            views),
                    new PolicyDraft.Names(indicatorNames, leverNames, ruleNames, thresholds.names()),
                    files,
                    documents.entrySet().stream()
                            .filter(document -> document.getValue().isPresent())
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    document -> document.getValue().orElseThrow())),
                    faults.list(),
                    policy);
        }

        private boolean isPolicy(Node root) {
            return expect.keys(
                    root,
                    "id",
                    "version",
                    "owner",
                    "origin",
                    "languages",
                    "levers",
                    "months",
                    "trend",
                    "precedence",
                    "reasons");
        }

        private Optional<Node> required(Optional<Node> root, String key) {
            return root.flatMap(node -> expect.required(node, key));
        }

        private static Optional<Node> find(Optional<Node> root, String key) {
            return root.flatMap(node -> node.find(key));
        }

        /** Returns the units that have words, which come with the library or with the policy. */
        private DeclaredNames units(Optional<Node> languages) {
            DeclaredNames names = DeclaredNames.of(Quantities.units());
            for (String path : languages.stream()
                    .filter(list -> list.kind() == Node.Kind.ARRAY)
                    .flatMap(list -> list.items().stream())
                    .filter(item -> item.kind() == Node.Kind.TEXT)
                    .map(item -> TEXTS.formatted(item.text()))
                    .filter(path -> files.find(path).isPresent())
                    .toList()) {
                names = names.and(document(path)
                        .filter(texts -> texts.kind() == Node.Kind.OBJECT)
                        .map(texts -> texts.find("units")
                                .map(PolicyReader::keys)
                                .orElseGet(() -> DeclaredNames.of(List.of())))
                        .orElseGet(DeclaredNames::unread));
            }
            return names;
        }

        /** Returns what a file holds; what is wrong with it as a document is said the first time. */
        private Optional<Node> document(String path) {
            Optional<Node> before = documents.get(path);
            if (before == null) {
                before = parsed(path);
                documents.put(path, before);
            }
            return before;
        }

        private Optional<Node> parsed(String path) {
            Optional<byte[]> bytes = files.find(path);
            if (bytes.isEmpty()) {
                faults.add(new Fault(
                        PolicyCode.MISSING_FILE.id(),
                        Severity.ERROR,
                        new Place(files.source(path), 0, 0, ""),
                        "the policy `%s` has no file `%s`.".formatted(files.name(), path),
                        Optional.of(
                                path.startsWith("texts/")
                                        ? "Translate the file of another language, or take this one out of `languages`."
                                        : "Every policy has one; `roi init` writes a whole policy to compare with.")));
                return Optional.empty();
            }
            if (obscure.contains(path)) {
                return Optional.empty();
            }
            return Documents.yaml(files.source(path), bytes.get(), Limits.POLICY, faults)
                    .filter(unseen::isClear);
        }

        private Optional<PolicyRef> origin(Node node) {
            if (!expect.keys(node, "policy", "version", "fingerprint")) {
                return Optional.empty();
            }
            Optional<String> policy = expect.required(node, "policy").flatMap(text -> expect.kebab(text, "the policy"));
            Optional<String> version = expect.requiredText(node, "version");
            Optional<String> fingerprint = expect.required(node, "fingerprint").flatMap(this::fingerprint);
            return policy.isPresent() && version.isPresent() && fingerprint.isPresent()
                    ? Optional.of(new PolicyRef(
                            new PolicyId(policy.get()), version.get(), new Fingerprint(fingerprint.get())))
                    : Optional.empty();
        }

        private Optional<String> fingerprint(Node node) {
            return expect.text(node).filter(text -> {
                boolean isOne = text.matches("sha256:[0-9a-f]{64}");
                if (!isOne) {
                    expect.fault(
                            PolicyCode.WRONG_VALUE,
                            node,
                            "a fingerprint is `sha256:` and 64 digits from 0 to f.",
                            Optional.of("It was written when the policy was copied; take it from the copy's history, "
                                    + "or leave `origin` out."));
                }
                return isOne;
            });
        }

        private List<String> kebabs(Node list) {
            List<String> names = new ArrayList<>();
            for (Node item : expect.items(list)) {
                expect.kebab(item, "a lever").ifPresent(name -> {
                    if (names.contains(name)) {
                        expect.fault(
                                PolicyCode.REPEATED_NAME,
                                item,
                                "`%s` is there twice.".formatted(name),
                                Optional.of("Take one of the two out."));
                    } else {
                        names.add(name);
                    }
                });
            }
            return names;
        }

        private List<Decision> precedence(Node list) {
            List<Decision> decisions = new ArrayList<>();
            for (Node item : expect.items(list)) {
                expect.word(item, Decision.class).ifPresent(decisions::add);
            }
            if (list.kind() != Node.Kind.ARRAY
                    || decisions.size() < list.items().size()) {
                return decisions; // a fault says so already
            }
            if (decisions.size() != Decision.values().length
                    || Set.copyOf(decisions).size() != decisions.size()) {
                expect.fault(
                        PolicyCode.WRONG_VALUE,
                        list,
                        "each of `stop`, `adjust`, `extend` and `maintain` has to be there once.",
                        Written.likeKey("precedence"));
            } else if (decisions.get(decisions.size() - 1) != Decision.MAINTAIN) {
                expect.fault(
                        PolicyCode.WRONG_VALUE,
                        list,
                        "`maintain` has to be last, since it is what is left when nothing else applies.",
                        Written.likeKey("precedence"));
            }
            return decisions;
        }

        private int whole(Node object, String key, Thresholds thresholds, int otherwise) {
            return expect.required(object, key)
                    .flatMap(name -> thresholds.whole(name, "`%s`".formatted(key)))
                    .orElse(otherwise);
        }

        private TrendSettings trend(Node node, Thresholds thresholds) {
            if (!expect.keys(node, "signal-points", "stable-points", "run-length", "steady-length")) {
                return TrendSettings.STANDARD;
            }
            TrendSettings usual = TrendSettings.STANDARD;
            try {
                return new TrendSettings(
                        whole(node, "signal-points", thresholds, usual.signalPoints()),
                        whole(node, "stable-points", thresholds, usual.stablePoints()),
                        whole(node, "run-length", thresholds, usual.runLength()),
                        whole(node, "steady-length", thresholds, usual.steadyLength()));
            } catch (IllegalArgumentException wrong) {
                expect.fault(
                        PolicyCode.WRONG_VALUE,
                        node,
                        "the numbers of the trend do not fit together: %s.".formatted(inWords(wrong)),
                        Optional.empty());
                return usual;
            }
        }

        /** Says it with the keys of the file. */
        private static String inWords(IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage())
                    .replaceAll("([a-z])([A-Z])", "$1-$2")
                    .toLowerCase(Locale.ROOT);
        }

        private List<MonthKind> monthKinds(Node node, DeclaredNames blocks, Thresholds thresholds) {
            List<MonthKind> kinds = new ArrayList<>();
            expect.entries(node).forEach((name, kind) -> {
                if (!dev.roi.core.Names.isKebab(name)) {
                    expect.faultAtKey(
                            PolicyCode.WRONG_VALUE,
                            node,
                            name,
                            "the name `%s` of a kind of month is not small letters, digits and hyphens."
                                    .formatted(name),
                            dev.roi.core.Names.likely(name).map("Did you mean `%s`?"::formatted));
                } else if (expect.keys(kind, "improved", "none-improved", "one-worse", "after", "unknown-months")) {
                    kinds.add(new MonthKind(
                            name,
                            blocks(kind, "improved", blocks),
                            blocks(kind, "none-improved", blocks),
                            blocks(kind, "one-worse", blocks),
                            kind.find("after")
                                    .flatMap(after -> thresholds.whole(after, "the time left out", Unit.MONTHS))
                                    .orElse(0),
                            expect.required(kind, "unknown-months")
                                    .flatMap(word -> expect.word(word, MonthKind.OnUnknownMonth.class))
                                    .orElse(MonthKind.OnUnknownMonth.ENDS)));
                }
            });
            return kinds;
        }

        private List<BlockId> blocks(Node kind, String key, DeclaredNames blocks) {
            return kind.find(key).map(list -> expect.names(list, "block", blocks)).orElse(List.of()).stream()
                    .filter(dev.roi.core.Names::isKebab)
                    .map(BlockId::new)
                    .toList();
        }

        private RuleFile rules(RuleNames names) {
            List<Rule> rules = new ArrayList<>();
            Map<String, RuleFile.Header> headers = new LinkedHashMap<>();
            StringBuilder unreadable = new StringBuilder();
            for (String path : files.rulePaths()) {
                if (obscure.contains(path)) {
                    unreadable
                            .append(new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8))
                            .append(' ');
                    continue;
                }
                RuleFile file =
                        ruleParser.parse(files.source(path), files.find(path).orElseThrow(), names, faults);
                for (RuleFile.Header header : file.headers()) {
                    RuleFile.Header before = headers.putIfAbsent(header.name(), header);
                    if (before != null) {
                        faults.add(new Fault(
                                PolicyCode.REPEATED_NAME.id(),
                                Severity.ERROR,
                                header.place(),
                                "rule `%s` is there twice; the other one is at %s."
                                        .formatted(header.name(), before.place()),
                                Optional.empty()));
                    }
                }
                rules.addAll(file.rules());
                unreadable.append(file.unreadable()).append(' ');
            }
            rules.removeIf(rule -> Optional.ofNullable(headers.get(rule.id().value()))
                    .filter(header -> header.place().equals(rule.place()))
                    .isEmpty());
            if (rules.size() > MOST_RULES) {
                faults.add(new Fault(
                        PolicyCode.TOO_LARGE.id(),
                        Severity.ERROR,
                        new Place(files.source("rules"), 0, 0, ""),
                        "a policy has %s rules at the most.".formatted(MOST_RULES),
                        Optional.empty()));
                return new RuleFile(List.of(), List.of(), unreadable + String.join(" ", headers.keySet()));
            }
            if (files.rulePaths().isEmpty()) {
                faults.add(new Fault(
                        PolicyCode.MISSING_FILE.id(),
                        Severity.ERROR,
                        new Place(files.source("rules"), 0, 0, ""),
                        "the policy `%s` has no rule file.".formatted(files.name()),
                        Optional.of("Rules stand in files such as `rules/risk.drl`.")));
                return new RuleFile(List.of(), List.of(), "");
            }
            return new RuleFile(rules, List.copyOf(headers.values()), unreadable.toString());
        }

        private List<Rule> ordered(Node list, RuleFile read, DeclaredNames ruleNames) {
            List<String> order = expect.names(list, "rule", ruleNames);
            Set<String> misspelt = new HashSet<>();
            if (list.kind() == Node.Kind.ARRAY) {
                list.items().stream()
                        .filter(item -> item.kind() == Node.Kind.TEXT && !ruleNames.has(item.text()))
                        .forEach(item -> {
                            Nearest.to(item.text(), ruleNames.names()).ifPresent(misspelt::add);
                            misspelt.addAll(List.of(item.text().split("\\s+-\\s+"))); // several lines read as one
                        });
            }
            read.headers().forEach(header -> {
                boolean isMeant = order.contains(header.name())
                        || dev.roi.core.Names.likely(header.name())
                                .filter(order::contains)
                                .isPresent();
                if (!isMeant && !misspelt.contains(header.name())) {
                    faults.add(new Fault(
                            PolicyCode.RULE_NOT_IN_ORDER.id(),
                            Severity.ERROR,
                            header.place(),
                            "rule `%s` is not in the list `reasons` of policy.yaml.".formatted(header.name()),
                            Optional.of("The list says in which order reasons are given; write the rule into it.")));
                }
            });
            List<Rule> rules = new ArrayList<>(read.rules());
            rules.sort(Comparator.comparingInt(rule -> {
                int position = order.indexOf(rule.id().value());
                return position < 0 ? order.size() : position;
            }));
            return rules;
        }

        private Map<Language, Texts> texts(Node list, TextReader.TextNames names, Placeholders placeholders) {
            Map<Phrase, Template> english = usualPhrases(Language.ENGLISH);
            Map<Language, Texts> texts = new LinkedHashMap<>();
            Set<Language> asked = new HashSet<>();
            if (list.kind() == Node.Kind.ARRAY && list.items().isEmpty()) {
                expect.fault(
                        PolicyCode.WRONG_VALUE,
                        list,
                        "a policy speaks at least one language.",
                        Written.likeKey("languages"));
            }
            for (Node item : expect.items(list)) {
                Optional<String> tag = expect.text(item).filter(text -> text.matches("[a-z]{2}"));
                if (tag.isEmpty()) {
                    language(item);
                } else {
                    Language language = new Language(tag.get());
                    if (!asked.add(language)) {
                        expect.fault(
                                PolicyCode.REPEATED_NAME,
                                item,
                                "language `%s` is there twice.".formatted(language),
                                Optional.of("Take one of the two out."));
                        continue;
                    }
                    document(TEXTS.formatted(language))
                            .ifPresent(node -> texts.put(
                                    language,
                                    new TextReader(expect, language, placeholders)
                                            .read(node, names, usualPhrases(language), english)));
                }
            }
            return texts;
        }

        private void language(Node item) {
            if (item.kind() == Node.Kind.TEXT && !item.text().isBlank()) {
                String likely = item.text().toLowerCase(Locale.ROOT).replaceFirst("^([a-z]{2})[^a-z]?.*", "$1");
                boolean isThere = files.find(TEXTS.formatted(likely)).isPresent();
                expect.fault(
                        PolicyCode.WRONG_VALUE,
                        item,
                        "%s is not the two small letters of a language.".formatted(Quoted.of(item.text())),
                        Optional.of(isThere ? "Did you mean `%s`?".formatted(likely) : "Write it such as `fr`."));
            }
        }

        private Map<Phrase, Template> usualPhrases(Language language) {
            String resource = PHRASES.formatted(language);
            return PolicyFiles.bytes(resource)
                    .flatMap(bytes -> Documents.yaml(resource, bytes, Limits.POLICY, faults))
                    .map(node -> TextReader.phrases(expect, language, node))
                    .orElse(Map.of());
        }
    }

    /** Returns the texts of a list, well written or not. */
    private static DeclaredNames texts(Node list) {
        return list.kind() == Node.Kind.ARRAY
                ? DeclaredNames.of(list.items().stream()
                        .filter(item -> item.kind() == Node.Kind.TEXT)
                        .map(Node::text)
                        .toList())
                : DeclaredNames.unread();
    }

    private static DeclaredNames keys(Node object) {
        return object.kind() == Node.Kind.OBJECT
                ? DeclaredNames.of(object.fields().keySet(), dev.roi.core.Names::likely)
                : DeclaredNames.unread();
    }
}
