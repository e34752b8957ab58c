package dev.roi.rules.policy;

import dev.roi.core.Block;
import dev.roi.core.BlockId;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.LeverId;
import dev.roi.core.PolicyId;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.core.text.Template;
import dev.roi.core.trend.TrendSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a policy from its files, with every fault of all of them at once.
 *
 * <p>Safe for use by several threads, as far as its rule parser is.
 */
public final class PolicyReader {

    private static final String PHRASES = "/dev/roi/rules/phrases/%s.yaml";

    private final RuleParser ruleParser;

    /**
     * Makes a reader.
     *
     * @param ruleParser what reads the rule files
     */
    public PolicyReader(RuleParser ruleParser) {
        this.ruleParser = ruleParser;
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
        Optional<Policy> policy = new Reading(files, faults, instead).policy();
        faults.throwIfAny();
        return policy.orElseThrow();
    }

    /** One reading of one policy. */
    private final class Reading {

        private final PolicyFiles files;
        private final Faults faults;
        private final Expect expect;
        private final ThresholdReader.Instead instead;

        Reading(PolicyFiles files, Faults faults, ThresholdReader.Instead instead) {
            this.instead = instead;
            this.files = files;
            this.faults = faults;
            this.expect = new Expect(faults);
        }

        Optional<Policy> policy() {
            Optional<Node> policyNode = document(PolicyFiles.POLICY);
            Map<ThresholdId, Threshold> thresholds = document(PolicyFiles.THRESHOLDS)
                    .map(new ThresholdReader(expect, instead)::read)
                    .orElse(Map.of());
            IndicatorSet indicators = document(PolicyFiles.INDICATORS)
                    .map(new IndicatorReader(expect, thresholds)::read)
                    .orElse(new IndicatorSet(List.of(), List.of()));
            List<String> indicatorNames = indicators.indicators().stream()
                    .map(indicator -> indicator.id().value())
                    .toList();
            List<String> blockNames = indicators.blocks().stream()
                    .map(block -> block.id().value())
                    .toList();
            Views views = document(PolicyFiles.VIEWS)
                    .map(new ViewReader(expect, indicatorNames)::read)
                    .orElse(new Views(List.of(), List.of(), List.of()));
            if (policyNode.isEmpty()) {
                return Optional.empty();
            }
            Node root = policyNode.get();
            expect.keys(
                    root, "id", "version", "owner", "languages", "levers", "months", "trend", "precedence", "reasons");
            Optional<String> id = expect.required(root, "id").flatMap(node -> expect.kebab(node, "the policy"));
            Optional<String> version = expect.requiredText(root, "version");
            Optional<String> owner = expect.requiredText(root, "owner");
            List<String> levers =
                    expect.required(root, "levers").map(this::kebabs).orElse(List.of());
            List<MonthKind> monthKinds = root.find("months")
                    .map(node -> monthKinds(node, blockNames, thresholds))
                    .orElse(List.of());
            TrendSettings trend = expect.required(root, "trend")
                    .map(node -> trend(node, thresholds))
                    .orElse(TrendSettings.STANDARD);
            List<Decision> precedence =
                    expect.required(root, "precedence").map(this::precedence).orElse(List.of());
            RuleNames names = new RuleNames(
                    indicatorNames,
                    blockNames,
                    thresholds.keySet().stream().map(ThresholdId::value).toList(),
                    monthKinds.stream().map(MonthKind::name).toList(),
                    levers);
            List<Rule> rules = ordered(root, rules(names));
            Map<Language, Texts> texts = texts(root, indicators, levers, rules, views);
            new TextCheck(faults, indicators, thresholds).check(texts);
            if (!faults.isEmpty() || id.isEmpty() || version.isEmpty() || owner.isEmpty()) {
                return Optional.empty();
            }
            Policy.Parts parts = new Policy.Parts(
                    new PolicyId(id.get()),
                    version.get(),
                    owner.get(),
                    texts,
                    indicators,
                    thresholds,
                    levers.stream().map(LeverId::new).toList(),
                    monthKinds,
                    precedence,
                    rules,
                    trend,
                    views);
            return Optional.of(new Policy(parts, Canonical.fingerprint(parts)));
        }

        private Optional<Node> document(String path) {
            Optional<byte[]> bytes = files.find(path);
            if (bytes.isEmpty()) {
                faults.add(new Fault(
                        PolicyCode.MISSING_FILE.id(),
                        Severity.ERROR,
                        new Place(path, 0, 0, ""),
                        "the policy `%s` has no file `%s`.".formatted(files.name(), path),
                        Optional.empty()));
                return Optional.empty();
            }
            return Documents.yaml(path, bytes.get(), Limits.POLICY, faults);
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
                                Optional.empty());
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
            if (decisions.size() != Decision.values().length
                    || Set.copyOf(decisions).size() != decisions.size()) {
                expect.fault(
                        PolicyCode.WRONG_VALUE,
                        list,
                        "each of `stop`, `adjust`, `extend` and `maintain` has to be there once.",
                        Optional.empty());
            } else if (decisions.get(decisions.size() - 1) != Decision.MAINTAIN) {
                expect.fault(
                        PolicyCode.WRONG_VALUE,
                        list,
                        "`maintain` has to be last, since it is what is left when nothing else applies.",
                        Optional.empty());
            }
            return decisions;
        }

        private Optional<Exact> limit(Node node, Map<ThresholdId, Threshold> thresholds) {
            return expect.text(node)
                    .filter(name -> expect.known(
                            node,
                            "threshold",
                            name,
                            thresholds.keySet().stream().map(ThresholdId::value).toList()))
                    .map(name -> thresholds.get(new ThresholdId(name)))
                    .map(Threshold::value);
        }

        private int whole(Node object, String key, Map<ThresholdId, Threshold> thresholds, int otherwise) {
            return expect.required(object, key)
                    .flatMap(node -> limit(node, thresholds))
                    .map(number -> number.rounded(0).intValue())
                    .orElse(otherwise);
        }

        private TrendSettings trend(Node node, Map<ThresholdId, Threshold> thresholds) {
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
                        "the numbers of the trend do not fit together: %s.".formatted(wrong.getMessage()),
                        Optional.empty());
                return usual;
            }
        }

        private List<MonthKind> monthKinds(Node node, List<String> blocks, Map<ThresholdId, Threshold> thresholds) {
            List<MonthKind> kinds = new ArrayList<>();
            expect.entries(node).forEach((name, kind) -> {
                if (!dev.roi.core.Names.isKebab(name)) {
                    expect.wrong(kind, "a kind of month is named in small letters, digits and hyphens; its settings");
                } else if (expect.keys(kind, "improved", "none-improved", "one-worse", "after", "unknown-months")) {
                    kinds.add(new MonthKind(
                            name,
                            blocks(kind, "improved", blocks),
                            blocks(kind, "none-improved", blocks),
                            blocks(kind, "one-worse", blocks),
                            kind.find("after")
                                    .flatMap(after -> limit(after, thresholds))
                                    .map(number -> number.rounded(0).intValue())
                                    .orElse(0),
                            expect.required(kind, "unknown-months")
                                    .flatMap(word -> expect.word(word, MonthKind.Untold.class))
                                    .orElse(MonthKind.Untold.ENDS)));
                }
            });
            return kinds;
        }

        private List<BlockId> blocks(Node kind, String key, List<String> blocks) {
            return kind.find(key).map(list -> expect.names(list, "block", blocks)).orElse(List.of()).stream()
                    .map(BlockId::new)
                    .toList();
        }

        private List<Rule> rules(RuleNames names) {
            Map<String, Rule> rules = new LinkedHashMap<>();
            for (String path : files.rulePaths()) {
                for (Rule rule : ruleParser.parse(path, files.find(path).orElseThrow(), names, faults)) {
                    Rule before = rules.putIfAbsent(rule.id().value(), rule);
                    if (before != null) {
                        faults.add(new Fault(
                                PolicyCode.REPEATED_NAME.id(),
                                Severity.ERROR,
                                rule.place(),
                                "rule `%s` is there twice; the other one is at %s."
                                        .formatted(rule.id(), before.place()),
                                Optional.empty()));
                    }
                }
            }
            if (rules.isEmpty() && files.rulePaths().isEmpty()) {
                faults.add(new Fault(
                        PolicyCode.MISSING_FILE.id(),
                        Severity.ERROR,
                        new Place("rules", 0, 0, ""),
                        "the policy `%s` has no rule file.".formatted(files.name()),
                        Optional.of("Rules stand in files such as `rules/risk.drl`.")));
            }
            return List.copyOf(rules.values());
        }

        private List<Rule> ordered(Node root, List<Rule> rules) {
            List<String> names = rules.stream().map(rule -> rule.id().value()).toList();
            Optional<Node> list = expect.required(root, "reasons");
            if (list.isEmpty()) {
                return rules;
            }
            List<String> order = expect.names(list.get(), "rule", names);
            for (Rule rule : rules) {
                if (!order.contains(rule.id().value())) {
                    faults.add(new Fault(
                            PolicyCode.RULE_NOT_IN_ORDER.id(),
                            Severity.ERROR,
                            rule.place(),
                            "rule `%s` is not in the list `reasons` of policy.yaml.".formatted(rule.id()),
                            Optional.of("The list says in which order reasons are given; write the rule into it.")));
                }
            }
            return Stream.concat(order.stream(), names.stream().filter(name -> !order.contains(name)))
                    .map(name -> rules.get(names.indexOf(name)))
                    .toList();
        }

        private Map<Language, Texts> texts(
                Node root, IndicatorSet indicators, List<String> levers, List<Rule> rules, Views views) {
            TextReader.TextNames names = new TextReader.TextNames(
                    indicators.blocks().stream()
                            .map(Block::id)
                            .map(BlockId::value)
                            .toList(),
                    indicators.indicators().stream()
                            .map(indicator -> indicator.id().value())
                            .toList(),
                    levers,
                    rules.stream().map(rule -> rule.id().value()).toList(),
                    views.agenda().stream().map(Views.Topic::name).toList());
            Map<Language, Texts> texts = new LinkedHashMap<>();
            for (Node item :
                    expect.required(root, "languages").map(expect::items).orElse(List.of())) {
                Optional<String> tag = expect.text(item).filter(text -> text.matches("[a-z]{2}"));
                if (tag.isEmpty()) {
                    expect.wrong(item, "the two small letters of a language, such as `fr`,");
                } else {
                    Language language = new Language(tag.get());
                    document("texts/%s.yaml".formatted(language))
                            .ifPresent(node -> texts.put(
                                    language,
                                    new TextReader(expect).read(language, node, names, usualPhrases(language))));
                }
            }
            return texts;
        }

        private Map<Phrase, Template> usualPhrases(Language language) {
            String resource = PHRASES.formatted(language);
            return PolicyFiles.bytes(resource)
                    .flatMap(bytes -> Documents.yaml(resource, bytes, Limits.POLICY, faults))
                    .map(new TextReader(expect)::phrases)
                    .orElse(Map.of());
        }
    }
}
