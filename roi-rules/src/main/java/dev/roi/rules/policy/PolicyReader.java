package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.PolicyId;
import dev.roi.core.ThresholdId;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.core.text.Quantities;
import dev.roi.core.text.Template;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return read(files, new ThresholdFile.Instead(instead, Map.of()));
    }

    /** Reads a policy with thresholds of another one, whatever their allowed ranges. */
    Policy readWith(PolicyFiles files, Map<ThresholdId, Threshold> borrowed) {
        return read(files, new ThresholdFile.Instead(Map.of(), borrowed));
    }

    private Policy read(PolicyFiles files, ThresholdFile.Instead instead) {
        Faults faults = new Faults();
        PolicyDraft draft = new Reading(files, faults, instead).draft();
        faults.throwIfAny(InvalidPolicy::new);
        return draft.policy().orElseThrow();
    }

    /**
     * Reads a policy as far as it can be read.
     *
     * @param files its files
     * @return what is sound of it, and everything that is wrong
     */
    public PolicyDraft draft(PolicyFiles files) {
        return new Reading(files, new Faults(), new ThresholdFile.Instead(Map.of(), Map.of())).draft();
    }

    /** One reading of one policy. */
    private final class Reading {

        private final PolicyFiles files;
        private final Faults faults;
        private final PolicyObjections objections;
        private final ThresholdFile.Instead instead;
        private final Map<String, Optional<Node>> documents = new HashMap<>();
        private final Unseen unseen;
        private final Set<String> obscure = new HashSet<>();

        Reading(PolicyFiles files, Faults faults, ThresholdFile.Instead instead) {
            this.instead = instead;
            this.files = files;
            this.faults = faults;
            this.objections = new PolicyObjections(faults::add);
            this.unseen = new Unseen(faults);
        }

        PolicyDraft draft() {
            for (String path : files.paths()) {
                if (!unseen.isClear(files.source(path), files.find(path).orElseThrow())) {
                    obscure.add(path);
                }
            }
            Optional<Node> root = document(PolicyFiles.POLICY);
            Optional<Node> policyNode = root.filter(node -> node.kind() == Kind.OBJECT);
            DeclaredNames units = units(find(policyNode, "languages"));
            Thresholds thresholds = document(PolicyFiles.THRESHOLDS)
                    .map(document -> ThresholdFile.read(document, units, instead, objections))
                    .orElseGet(() -> new Thresholds(objections, Map.of(), Map.of(), DeclaredNames.unread()));
            Optional<Node> indicatorsNode = document(PolicyFiles.INDICATORS);
            IndicatorFile indicatorFile = new IndicatorFile(objections, thresholds, units, indicatorsNode);
            IndicatorSet indicators =
                    indicatorsNode.map(indicatorFile::read).orElse(new IndicatorSet(List.of(), List.of()));
            DeclaredNames indicatorNames = indicatorFile.indicatorNames();
            DeclaredNames blockNames = indicatorFile.blockNames();
            Optional<Node> viewsNode = document(PolicyFiles.VIEWS);
            ViewFile viewFile = new ViewFile(indicatorNames, indicators, viewsNode);
            Views views = viewsNode
                    .map(document -> viewFile.read(document, objections))
                    .orElse(Views.NONE);
            DeclaredNames leverNames =
                    find(policyNode, "levers").map(PolicyReader::texts).orElseGet(DeclaredNames::unread);
            DeclaredNames monthKindNames = policyNode.isEmpty()
                    ? DeclaredNames.unread()
                    : find(policyNode, "months").map(PolicyReader::keys).orElseGet(() -> DeclaredNames.of(List.of()));
            RuleFile read = rules(new RuleNames(
                    indicatorNames,
                    blockNames,
                    thresholds.names(),
                    monthKindNames,
                    leverNames,
                    new RuleUnits(indicators, thresholds.all())));
            boolean areRulesThere =
                    !files.rulePaths().isEmpty() && files.rulePaths().stream().noneMatch(this::isEmpty);
            DeclaredNames ruleNames = areRulesThere ? read.names() : DeclaredNames.unread();
            PolicyFile file = root.flatMap(
                            document -> PolicyFile.format(blockNames, ruleNames, thresholds, this::speaks)
                                    .read(document, objections))
                    .orElse(PolicyFile.NONE);
            List<Rule> allRules = find(policyNode, "reasons")
                    .map(list -> ordered(list, file.reasons(), read, ruleNames))
                    .orElse(read.rules());
            Map<Boolean, List<Rule>> bySubject =
                    allRules.stream().collect(Collectors.partitioningBy(rule -> isOfPortfolio(rule.place())));
            List<Rule> rules = bySubject.getOrDefault(false, List.of());
            List<Rule> portfolioRules = bySubject.getOrDefault(true, List.of());
            new UnitCheck(faults, indicators, thresholds).check(allRules);
            TextFile.TextNames textNames = new TextFile.TextNames(
                    blockNames,
                    indicatorNames,
                    leverNames,
                    ruleNames,
                    viewFile.topicNames(),
                    files.rulePaths().isEmpty()
                            ? DeclaredNames.unread()
                            : DeclaredNames.of(files.rulePaths().stream()
                                    .map(Rule::fileName)
                                    .toList()),
                    DeclaredNames.of(indicators.indicators().stream()
                            .flatMap(indicator -> indicator.definitions().stream())
                            .toList()),
                    viewFile.viewNames(),
                    thresholds.names(),
                    allRules.stream()
                            .collect(Collectors.toMap(rule -> rule.id().value(), rule -> rule, (one, same) -> one)),
                    portfolioRules.stream().map(rule -> rule.id().value()).collect(Collectors.toSet()));
            Map<Language, Texts> texts = texts(
                    file.languages(),
                    textNames,
                    new Placeholders(objections, indicatorNames, thresholds.names(), former));
            thresholds.refuseExceptionsOutsideRules();
            boolean areRulesRead = allRules.size() == read.headers().size()
                    && read.unreadable().isBlank();
            if (areRulesRead) {
                new BackgroundCheck(objections, language -> document(TEXTS.formatted(language)))
                        .check(
                                texts,
                                allRules.stream()
                                        .flatMap(rule -> rule.source().stream())
                                        .collect(Collectors.toSet()));
            }
            Optional<Policy> policy = Optional.empty();
            if (!faults.hasErrors()) {
                Policy.Parts parts = new Policy.Parts(
                        new PolicyId(file.id().orElseThrow()),
                        file.version().orElseThrow(),
                        file.owner().orElseThrow(),
                        file.origin(),
                        texts,
                        indicators,
                        thresholds.all(),
                        file.levers().stream().map(LeverId::new).toList(),
                        file.months(),
                        file.precedence(),
                        file.wrongDecisions(),
                        rules,
                        portfolioRules,
                        file.trend(),
                        views);
                policy = Optional.of(new Policy(parts));
            }
            return new PolicyDraft(
                    new PolicyDraft.Sound(
                            indicators,
                            thresholds.all(),
                            thresholds.used(),
                            file.levers(),
                            file.months(),
                            file.precedence(),
                            rules,
                            portfolioRules,
                            views),
                    new PolicyDraft.Names(
                            indicatorNames, leverNames, ruleNames, portfolioRuleNames(read), thresholds.names()),
                    files,
                    documents.entrySet().stream()
                            .filter(document -> document.getValue().isPresent())
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    document -> document.getValue().orElseThrow())),
                    faults.list(),
                    policy);
        }

        /** Of what could not be read nobody knows what it is about. */
        private DeclaredNames portfolioRuleNames(RuleFile read) {
            return new RuleFile(
                            List.of(),
                            read.headers().stream()
                                    .filter(header -> isOfPortfolio(header.place()))
                                    .toList(),
                            read.unreadable())
                    .names();
        }

        private boolean isOfPortfolio(Place rule) {
            return files.rulePaths().stream()
                    .filter(path -> PolicyFiles.subject(path) == RuleSubject.PORTFOLIO)
                    .anyMatch(path -> files.source(path).equals(rule.source()));
        }

        private boolean speaks(String language) {
            return files.find(TEXTS.formatted(language)).isPresent();
        }

        private static Optional<Node> find(Optional<Node> root, String key) {
            return root.flatMap(node -> node.find(key));
        }

        /** Returns the units that have words, which come with the library or with the policy. */
        private DeclaredNames units(Optional<Node> languages) {
            DeclaredNames names = DeclaredNames.of(Quantities.units());
            for (String path : languages.stream()
                    .filter(list -> list.kind() == Kind.ARRAY)
                    .flatMap(list -> list.items().stream())
                    .filter(item -> item.kind() == Kind.TEXT)
                    .map(item -> TEXTS.formatted(item.text()))
                    .filter(path -> files.find(path).isPresent())
                    .toList()) {
                names = names.and(document(path)
                        .filter(texts -> texts.kind() == Kind.OBJECT)
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
            Optional<String> deeper = files.deeper();
            if (bytes.isEmpty() && deeper.isPresent() && !path.equals(PolicyFiles.POLICY)) {
                return Optional.empty(); // said once, of policy.yaml
            }
            if (bytes.isEmpty()) {
                faults.add(new Fault(
                        PolicyCode.MISSING_FILE.id(),
                        Severity.ERROR,
                        new Place(files.source(path), 0, 0, ""),
                        Message.of("the policy `%s` has no file `%s`.", files.name(), path),
                        Optional.of(deeper.map(folder -> Message.of(
                                        "It lies in the folder `%s` here: name `%s/%s` instead.",
                                        folder, files.name(), folder))
                                .orElseGet(() -> instead(path)))));
                return Optional.empty();
            }
            if (obscure.contains(path)) {
                return Optional.empty();
            }
            return Documents.yaml(files.source(path), bytes.get(), Limits.POLICY, faults)
                    .filter(unseen::isClear)
                    .map(node -> {
                        new CutTexts(bytes.get(), faults).check(node);
                        return node;
                    });
        }

        private boolean isEmpty(String path) {
            return new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8).isBlank();
        }

        /** Says where a file that is missing may be. */
        private Message instead(String path) {
            Optional<String> other = files.unread().stream()
                    .filter(unread ->
                            PolicyFiles.twin(unread).filter(path::equals).isPresent())
                    .findFirst();
            if (other.isPresent()) {
                return other.get().endsWith(".txt")
                        ? Message.of("There is `%s`: rename it; a file manager may hide the ending.", other.get())
                        : Message.of("There is `%s`: rename it to `%s`.", other.get(), path);
            }
            return path.startsWith("texts/")
                    ? Message.of("Translate the file of another language, or take this one out of `languages`.")
                    : Message.of("Every policy has one; `roi init` writes a whole policy to compare with.");
        }

        private String everything() {
            return files.paths().stream()
                    .map(path -> new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining(" "));
        }

        /** Where the rules lie, when they lie in a folder that is called otherwise. */
        private Optional<Message> elsewhere() {
            return files.unread().stream()
                    .filter(path -> path.endsWith(".drl") && path.contains("/"))
                    .map(path -> Message.of("There is `%s`: rename its folder to `rules`.", path))
                    .findFirst();
        }

        private RuleFile rules(RuleNames names) {
            List<Rule> rules = new ArrayList<>();
            Map<String, RuleFile.Header> headers = new LinkedHashMap<>();
            StringBuilder unreadable = new StringBuilder();
            Map<List<String>, List<List<RuleFile.Header>>> twice = new LinkedHashMap<>();
            for (String path : files.rulePaths()) {
                if (obscure.contains(path)) {
                    unreadable
                            .append(new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8))
                            .append(' ');
                    continue;
                }
                if (isEmpty(path)) {
                    faults.add(new Fault(
                            PolicyCode.RULE_SYNTAX.id(),
                            Severity.ERROR,
                            new Place(files.source(path), 1, 1, ""),
                            Message.of("the rule file is empty."),
                            Optional.of(Message.of("Take an earlier version of it, or the file away."))));
                    continue;
                }
                RuleFile file = ruleParser.parse(
                        files.source(path),
                        PolicyFiles.subject(path),
                        files.find(path).orElseThrow(),
                        names,
                        faults);
                for (RuleFile.Header header : file.headers()) {
                    RuleFile.Header before = headers.putIfAbsent(header.name(), header);
                    if (before != null) {
                        twice.computeIfAbsent(List.of(path, before.place().source()), files -> new ArrayList<>())
                                .add(List.of(header, before));
                    }
                }
                rules.addAll(file.rules());
                unreadable.append(file.unreadable()).append(' ');
            }
            twice.values().forEach(this::twice);
            rules.removeIf(rule -> Optional.ofNullable(headers.get(rule.id().value()))
                    .filter(header -> header.place().equals(rule.place()))
                    .isEmpty());
            if (rules.size() > MOST_RULES) {
                faults.add(new Fault(
                        PolicyCode.TOO_LARGE.id(),
                        Severity.ERROR,
                        new Place(files.source("rules"), 0, 0, ""),
                        Message.of("a policy has %s rules at the most.", MOST_RULES),
                        Optional.empty()));
                return new RuleFile(List.of(), List.of(), unreadable + String.join(" ", headers.keySet()));
            }
            if (files.rulePaths().isEmpty() && files.deeper().isPresent()) {
                return new RuleFile(List.of(), List.of(), "");
            }
            if (files.rulePaths().isEmpty()) {
                faults.add(new Fault(
                        PolicyCode.MISSING_FILE.id(),
                        Severity.ERROR,
                        new Place(files.source("rules"), 0, 0, ""),
                        Message.of("the policy `%s` has no rule file.", files.name()),
                        Optional.of(elsewhere().orElse(Message.of("Rules stand in files such as `rules/risk.drl`.")))));
                return new RuleFile(List.of(), List.of(), everything()); // where no rule is read, any name may be one
            }
            return new RuleFile(rules, List.copyOf(headers.values()), unreadable.toString());
        }

        /** Says once of two files that rules of one are there in the other too. */
        private void twice(List<List<RuleFile.Header>> rules) {
            RuleFile.Header header = rules.get(0).get(0);
            RuleFile.Header before = rules.get(0).get(1);
            boolean isOne = rules.size() == 1
                    || header.place().source().equals(before.place().source());
            for (List<RuleFile.Header> each : isOne ? rules : rules.subList(0, 1)) {
                faults.add(new Fault(
                        PolicyCode.REPEATED_NAME.id(),
                        Severity.ERROR,
                        each.get(0).place(),
                        isOne
                                ? Message.of(
                                        "rule `%s` is there twice; the other one is at %s.",
                                        each.get(0).name(), each.get(1).place())
                                : Message.of(
                                        "rule `%s` and %s more of this file are there twice; the others are in %s.",
                                        header.name(),
                                        rules.size() - 1,
                                        before.place().source()),
                        Optional.of(
                                isOne
                                        ? Message.of("Take one of the two out, or give it another name.")
                                        : Message.of("Delete one of the two files, or give its rules other names."))));
            }
        }

        private List<Rule> ordered(Node list, List<String> order, RuleFile read, DeclaredNames ruleNames) {
            Set<String> misspelt = new HashSet<>();
            if (list.kind() == Kind.ARRAY) {
                list.items().stream()
                        .filter(item -> item.kind() == Kind.TEXT && !ruleNames.has(item.text()))
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
                if (!isOfPortfolio(header.place()) && !isMeant && !misspelt.contains(header.name())) {
                    faults.add(new Fault(
                            PolicyCode.RULE_NOT_IN_ORDER.id(),
                            Severity.ERROR,
                            header.place(),
                            Message.of("rule `%s` is not in the list `reasons` of policy.yaml.", header.name()),
                            Optional.of(Message.of(
                                    "The list says in which order reasons are given; write the rule into it."))));
                }
            });
            List<Rule> rules = new ArrayList<>(read.rules());
            rules.sort(Comparator.comparingInt(rule -> {
                int position = order.indexOf(rule.id().value());
                return position < 0 ? order.size() : position;
            }));
            return rules;
        }

        private Map<Language, Texts> texts(
                List<Language> languages, TextFile.TextNames names, Placeholders placeholders) {
            Map<Phrase, Template> english = usualPhrases(Language.ENGLISH);
            Map<Language, Texts> texts = new LinkedHashMap<>();
            languages.forEach(language -> document(TEXTS.formatted(language))
                    .flatMap(node -> new TextFile(
                                    language, names, placeholders, usualPhrases(language), english, objections)
                            .read(node))
                    .ifPresent(read -> texts.put(language, read)));
            return texts;
        }

        private Map<Phrase, Template> usualPhrases(Language language) {
            String resource = PHRASES.formatted(language);
            return PolicyFiles.bytes(resource)
                    .flatMap(bytes -> Documents.yaml(resource, bytes, Limits.POLICY, faults))
                    .map(node -> TextFile.phrases(language, node, objections))
                    .orElse(Map.of());
        }
    }

    /** Returns the texts of a list, well written or not. */
    private static DeclaredNames texts(Node list) {
        return list.kind() == Kind.ARRAY
                ? DeclaredNames.of(writtenIn(list).stream()
                                .filter(dev.roi.core.Names::isKebab)
                                .toList())
                        .orAnyOf(String.join(" ", unlikeNames(list)))
                : DeclaredNames.unread();
    }

    private static List<String> writtenIn(Node list) {
        return list.items().stream()
                .filter(item -> item.kind() == Kind.TEXT)
                .map(Node::text)
                .toList();
    }

    /** Items that are no names: several may have been written as one. */
    private static List<String> unlikeNames(Node list) {
        return writtenIn(list).stream()
                .filter(text -> !dev.roi.core.Names.isKebab(text))
                .flatMap(text -> Stream.of(text, dev.roi.core.Names.likely(text).orElse("")))
                .toList();
    }

    private static DeclaredNames keys(Node object) {
        return object.kind() == Kind.OBJECT
                ? DeclaredNames.of(object.fields().keySet(), dev.roi.core.Names::likely)
                : DeclaredNames.unread();
    }
}
