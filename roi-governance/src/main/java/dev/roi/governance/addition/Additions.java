package dev.roi.governance.addition;

import dev.roi.core.Block;
import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Indicator;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Unit;
import dev.roi.core.json.Faults;
import dev.roi.core.text.Quantities;
import dev.roi.governance.scenario.Outcome;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.SyntaxHints;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What may be added to a policy directory. Each addition is an example that works, in every file that has to have it, with
 * remarks of what is still to be said in it; comments and layout of the files stay. Immutable.
 *
 * <pre>{@code
 * Additions.to(Path.of("my-policy"), Language.ENGLISH)
 *         .rule("too-many-prompts", Optional.of("prompts"))
 *         .write();
 * }</pre>
 */
public final class Additions {

    private final Path directory;
    private final PolicyFiles files;
    private final PolicyDraft draft;
    private final Policy policy;
    private final Language language;

    private Additions(Path directory, PolicyFiles files, PolicyDraft draft, Policy policy, Language language) {
        this.directory = directory;
        this.files = files;
        this.draft = draft;
        this.policy = policy;
        this.language = language;
    }

    /**
     * Reads the policy that something is added to.
     *
     * @param directory its directory
     * @param language the language of whoever edits it, in which remarks are written
     * @return what may be added
     * @throws InvalidInput when there is no such policy, or anything is wrong with it
     * @throws UncheckedIOException when it cannot be read
     */
    public static Additions to(Path directory, Language language) {
        PolicyFiles files = PolicyFiles.read(directory);
        PolicyDraft draft = sound(files);
        return new Additions(directory, files, draft, draft.policy().orElseThrow(), language);
    }

    /** Reads a policy and its scenarios, or refuses it with everything that keeps it from being used. */
    private static PolicyDraft sound(PolicyFiles files) {
        PolicyDraft draft = Engine.reader().draft(files);
        Faults faults = new Faults();
        draft.faults().forEach(faults::add);
        Scenarios.check(files, draft, faults);
        faults.throwIfAny(InvalidPolicy::new);
        return draft;
    }

    /**
     * Adds a rule that notes when an indicator is beyond a limit: the rule in a file of its own, its limit, its place in the
     * order of reasons, its sentences in each language, and scenarios in which it fires and in which it stays silent.
     *
     * @param name its name, in kebab-case
     * @param indicator the indicator; one that no rule asks for yet unless said
     * @return the policy with the rule
     * @throws InvalidInput when there is such a rule, the name is none, or there is no such indicator
     */
    public Addition rule(String name, Optional<String> indicator) {
        return rule(name, indicator, RuleSubject.SCOPE);
    }

    /**
     * Adds a rule that notes when an indicator of a scope of a portfolio is beyond a limit, likewise.
     *
     * @param name its name, in kebab-case
     * @param indicator the indicator; one that no rule asks for yet unless said
     * @return the policy with the rule
     * @throws InvalidInput when there is such a rule, the name is none, or there is no such indicator
     */
    public Addition portfolioRule(String name, Optional<String> indicator) {
        return rule(name, indicator, RuleSubject.PORTFOLIO);
    }

    private Addition rule(String name, Optional<String> indicator, RuleSubject subject) {
        requireKebab(Message.of("a rule"), name);
        requireNew(Message.of("rule"), name, draft.names().rules().names());
        requireNew(Message.of("rule"), name, draft.names().portfolioRules().names());
        NewRule rule = new NewRule(name, indicator.map(this::indicator).orElseGet(this::unusedIndicator), subject);
        requireNew(
                Message.of("threshold"),
                rule.threshold(),
                draft.names().thresholds().names());
        Stream.of(rule.path(), rule.scenarioPath())
                .forEach(path -> requireNew(Message.of("file"), path, files.paths()));
        PolicyFiles after = with(PolicyFiles.POLICY, layout -> layout.item("reasons", name))
                .with(rule.path(), rule.text(this::remark))
                .with(rule.scenarioPath(), schemaLine(files) + rule.scenarios(language));
        after = withThreshold(
                after, rule.limit(), rule.threshold(), rule.indicator().unit());
        for (Language spoken : policy.languages()) {
            after = edited(
                    after,
                    texts(spoken),
                    layout -> asking(layout.entry("rules", rule.words(spoken, this::remark)), rule.file(), spoken));
        }
        sound(after);
        requirePassing(after, rule);
        return new Addition(directory, files, after);
    }

    /** Adds the question of a file of rules where other files have theirs. */
    private static YamlLayout asking(YamlLayout texts, String file, Language spoken) {
        return texts.has("asks")
                ? texts.entry("asks", Entry.of(file, quoted(Message.of("Is the limit kept?"), spoken)))
                : texts;
    }

    /**
     * Adds a threshold, which no rule uses yet.
     *
     * @param name its name: a group, a full stop and a name
     * @param unit what it counts; things unless said
     * @return the policy with the threshold
     * @throws InvalidInput when there is such a threshold, the name is none, or there is no such unit
     */
    public Addition threshold(String name, Optional<String> unit) {
        if (!Names.isDotted(name)) {
            throw refused(
                    PolicyCode.WRONG_VALUE,
                    Message.of(
                            "`%s` is no name of a threshold: a group, a full stop and a name in small letters.", name),
                    SyntaxHints.dotted(name)
                            .map(Nearest::meant)
                            .or(() -> Optional.of(Message.of("A threshold is named such as `group.name`."))));
        }
        requireNew(Message.of("threshold"), name, draft.names().thresholds().names());
        Unit counted = unit(unit);
        PolicyFiles after = withThreshold(files, Example.in(counted), name, counted);
        sound(after);
        return new Addition(directory, files, after);
    }

    /**
     * Adds an indicator, of which nothing is proof yet, with its words in each language.
     *
     * @param name its name, in kebab-case
     * @param block the block it belongs to; the first unless said
     * @param unit what its values count; things unless said
     * @return the policy with the indicator
     * @throws InvalidInput when there is such an indicator, the name is none, or there is no such block or unit
     */
    public Addition indicator(String name, Optional<String> block, Optional<String> unit) {
        requireKebab(Message.of("an indicator"), name);
        requireNew(Message.of("indicator"), name, draft.names().indicators().names());
        Unit counted = unit(unit);
        NewIndicator indicator = new NewIndicator(name, block(block), counted);
        String before = policy.indicators().indicators().stream()
                .filter(other -> other.block().value().equals(indicator.block()))
                .reduce((one, next) -> next)
                .map(other -> other.id().value())
                .orElse("");
        PolicyFiles after = with(
                PolicyFiles.INDICATORS,
                layout -> layout.entryAfter("indicators", before, indicator.entry(this::remark)));
        for (Language spoken : policy.languages()) {
            after = edited(
                    after,
                    texts(spoken),
                    layout -> layout.entryAfter("indicators", before, indicator.words(this::remark)));
        }
        sound(after);
        return new Addition(directory, files, after);
    }

    private PolicyFiles withThreshold(PolicyFiles to, Example example, String name, Unit unit) {
        Message why = Message.of("an example; say why it is this number and no other");
        PolicyFiles after = edited(
                to,
                PolicyFiles.THRESHOLDS,
                layout -> layout.entry(
                        example.entry(name, unit, quoted(why, policy.languages().get(0)))
                                .remark(remark(Message.of("choose the number, and what its owners may make of it")))));
        for (Language spoken : policy.languages()) {
            after = edited(
                    after,
                    texts(spoken),
                    layout -> layout.has("because")
                            ? layout.entry("because", Entry.of(name, quoted(why, spoken)))
                            : layout);
        }
        return after;
    }

    private PolicyFiles with(String path, Function<YamlLayout, YamlLayout> edit) {
        return edited(files, path, edit);
    }

    private static PolicyFiles edited(PolicyFiles to, String path, Function<YamlLayout, YamlLayout> edit) {
        return to.with(path, edit.apply(new YamlLayout(text(to, path))).text());
    }

    /** The line that names the schema of scenarios, where other scenarios have it. */
    private String schemaLine(PolicyFiles to) {
        return to.paths().stream()
                .filter(path -> path.startsWith("scenarios/"))
                .flatMap(path -> text(to, path).lines().limit(1))
                .filter(line -> line.startsWith("# yaml-language-server:"))
                .findFirst()
                .map(line -> line + "\n")
                .orElse("");
    }

    private static String text(PolicyFiles of, String path) {
        return new String(of.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private void requirePassing(PolicyFiles after, NewRule rule) {
        Engine engine = Engine.of(after);
        boolean isPassed = Scenarios.of(after, engine).only(rule.name()).run(engine).stream()
                        .filter(outcome ->
                                outcome.scenario().place().source().equals(after.source(rule.scenarioPath())))
                        .allMatch(Outcome::isPassed)
                && Scenarios.of(after, engine).only(rule.name()).portfolios().stream()
                        .filter(scenario -> scenario.place().source().equals(after.source(rule.scenarioPath())))
                        .allMatch(scenario -> scenario.run(engine).isPassed());
        if (!isPassed) {
            throw refused(
                    PolicyCode.WRONG_SCENARIO,
                    Message.of(
                            "a rule that compares indicator `%s` with a limit would not do as an example.",
                            rule.indicator().id()),
                    Optional.of(Message.of("Name another one.")));
        }
    }

    private Indicator indicator(String name) {
        return policy.indicators().indicators().stream()
                .filter(indicator -> indicator.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        Message.of("indicator"),
                        name,
                        draft.names().indicators().names()));
    }

    /** The first indicator that is measured alone and that no rule names; where there is none, the first of all. */
    private Indicator unusedIndicator() {
        List<Indicator> all = policy.indicators().indicators();
        return all.stream()
                .filter(indicator -> indicator.computed().isEmpty()
                        && indicator.budget().isEmpty()
                        && indicator.breakdown().isEmpty())
                .filter(indicator -> policy.rules().values().stream()
                        .flatMap(Rule::allConstraints)
                        .noneMatch(constraint ->
                                constraint.words().contains(indicator.id().value())))
                .findFirst()
                .orElseGet(() -> all.get(0));
    }

    private String block(Optional<String> name) {
        List<String> blocks = policy.indicators().blocks().stream()
                .map(Block::id)
                .map(Object::toString)
                .toList();
        return name.map(given -> blocks.stream()
                        .filter(given::equals)
                        .findFirst()
                        .orElseThrow(() -> unknown(Message.of("block"), given, blocks)))
                .orElseGet(() -> blocks.get(0));
    }

    private Unit unit(Optional<String> name) {
        try {
            return name.map(Unit::new).orElse(Unit.COUNT);
        } catch (IllegalArgumentException noUnit) {
            throw unknown(Message.of("unit"), name.orElseThrow(), Quantities.units());
        }
    }

    private void requireKebab(Message what, String name) {
        if (!Names.isKebab(name)) {
            throw refused(
                    PolicyCode.WRONG_VALUE,
                    Message.of(
                            "`%s` is not written as the name of %s is: in small letters, digits and hyphens.",
                            name, what),
                    Names.likely(name).map(Nearest::meant));
        }
    }

    private void requireNew(Message what, String name, Collection<String> there) {
        if (there.contains(name)) {
            throw refused(
                    PolicyCode.REPEATED_NAME,
                    Message.of("%s %s is there already.", what, Quoted.of(name)),
                    Optional.of(Message.of("Give it another name.")));
        }
    }

    private InvalidInput unknown(Message what, String name, List<String> known) {
        return refused(
                PolicyCode.UNKNOWN_NAME,
                Message.of("unknown %s %s.", what, Quoted.of(name)),
                Optional.of(Nearest.suggest(name, known)));
    }

    private InvalidInput refused(PolicyCode code, Message message, Optional<Message> help) {
        return new InvalidInput(
                List.of(new Fault(code.id(), Severity.ERROR, new Place(files.name(), 0, 0, ""), message, help)));
    }

    private String remark(Message what) {
        return what.in(language);
    }

    private static String texts(Language language) {
        return "texts/%s.yaml".formatted(language);
    }

    /** A sentence as YAML has it; none of them has a quote or a backslash. */
    static String quoted(Message sentence, Language spoken) {
        return "\"" + sentence.in(spoken) + "\"";
    }
}
