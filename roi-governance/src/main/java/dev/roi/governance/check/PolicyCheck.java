package dev.roi.governance.check;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.PolicyRef;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Json;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.PolicyReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a policy: errors, with which it cannot be loaded, and warnings, with which it can and is likely not
 * what its owners meant.
 *
 * <p>A check reads, and reasons about what it read; nothing of a policy is compiled or run. A warning is always true; what
 * is undecided is not said. While there are errors, nothing is said of what the whole policy lacks or does not use,
 * since what could not be read may have it; nor of any rule while indicators.yaml or policy.yaml has an error. Immutable
 * and safe for use by several threads.
 */
public final class PolicyCheck {

    private static final PolicyReader READER = Engine.reader();

    private final String source;
    private final List<Fault> findings;
    private final Optional<Policy> policy;
    private final int scenarios;
    private final Optional<OriginState> origin;

    private PolicyCheck(
            String source, List<Fault> findings, Optional<Policy> policy, int scenarios, Optional<OriginState> origin) {
        this.source = source;
        this.findings = Repeated.gathered(findings.stream().distinct().sorted().toList());
        this.policy = policy;
        this.scenarios = scenarios;
        this.origin = origin;
    }

    /**
     * Checks a policy directory. Where it holds something that no policy may hold, such as a link, that is said and
     * nothing else is looked at.
     *
     * @param directory the directory
     * @return what was found
     * @throws InvalidInput when there is no such directory
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    public static PolicyCheck of(Path directory) {
        try {
            return of(PolicyFiles.read(directory));
        } catch (InvalidInput refused) {
            if (refused.faults().stream().anyMatch(fault -> isMissing(fault, directory))) {
                throw refused;
            }
            return new PolicyCheck(directory.toString(), refused.faults(), Optional.empty(), 0, Optional.empty());
        }
    }

    private static boolean isMissing(Fault fault, Path directory) {
        return fault.code().equals(PolicyCode.DIRECTORY.id())
                && fault.place().source().equals(directory.toString());
    }

    /**
     * Checks a policy whose files were read already.
     *
     * @param files the policy's files
     * @return what was found
     */
    public static PolicyCheck of(PolicyFiles files) {
        PolicyDraft draft = READER.draft(files);
        Faults faults = new Faults();
        draft.faults().forEach(faults::add);
        int scenarios = Scenarios.check(files, draft, faults);
        boolean isWhole = draft.policy().isPresent();
        Doubts doubts = new Doubts(faults);
        Knowledge knowledge = new Knowledge(draft.sound());
        List<RuleWorlds> rules = worlds(draft.sound().rules(), knowledge);
        List<RuleWorlds> ofPortfolio = worlds(draft.sound().portfolioRules(), knowledge);
        if (draft.isSound(PolicyFiles.INDICATORS) && draft.isSound(PolicyFiles.POLICY)) {
            new RuleCheck(knowledge, doubts).check(rules);
            new RuleCheck(knowledge, doubts).check(ofPortfolio);
            new UnknownCheck(knowledge, doubts).check(rules);
            new UnknownCheck(knowledge, doubts).checkPortfolio(draft.sound().portfolioRules());
            new QuietCheck(draft.sound().indicators(), doubts)
                    .check(draft.sound().rules());
            BandCheck bands = new BandCheck(knowledge, doubts, rules);
            if (draft.faults().stream().noneMatch(fault -> fault.code().equals(PolicyCode.OTHER_UNIT.id()))) {
                bands.overlaps();
            }
            boolean areAllRead = draft.isSound(PolicyFiles.THRESHOLDS)
                    && files.rulePaths().stream().allMatch(draft::isSound);
            if (areAllRead) {
                bands.gaps();
            }
        }
        UsageCheck usage = new UsageCheck(files, draft, doubts);
        usage.checkFiles();
        new NumberCheck(draft, doubts).check();
        Optional<Policy> original = draft.policy()
                .flatMap(Policy::origin)
                .flatMap(named -> PolicyFiles.builtIn(named.id().value()))
                .map(READER::read);
        if (isWhole) {
            Policy policy = draft.policy().get();
            usage.check(policy);
            new ReasonCheck(policy, draft, original, doubts).check();
            new LanguageCheck(policy, draft, doubts).check();
            new DecisionCheck(draft, knowledge, doubts).check(rules);
            new UncoveredCheck(policy, draft, doubts).check();
        }
        return new PolicyCheck(
                files.name(),
                faults.list(),
                faults.hasErrors() ? Optional.empty() : draft.policy(),
                scenarios,
                draft.policy().flatMap(Policy::origin).map(named -> new OriginState(named, original.map(Policy::ref))));
    }

    private static List<RuleWorlds> worlds(List<Rule> rules, Knowledge knowledge) {
        return rules.stream()
                .filter(knowledge::covers)
                .map(rule -> RuleWorlds.of(rule, knowledge))
                .toList();
    }

    /**
     * Returns what was checked.
     *
     * @return the directory as it was given, or the name of files in memory
     */
    public String source() {
        return source;
    }

    /**
     * Returns everything that was found.
     *
     * @return errors and warnings, each once, sorted by file, line and column
     */
    public List<Fault> findings() {
        return findings;
    }

    /**
     * Returns the errors.
     *
     * @return what keeps the policy from being loaded, or its scenarios from being run; may be empty
     */
    public List<Fault> errors() {
        return of(Severity.ERROR);
    }

    /**
     * Returns the warnings.
     *
     * @return what is certainly so, and is likely not what was meant; may be empty
     */
    public List<Fault> warnings() {
        return of(Severity.WARNING);
    }

    private List<Fault> of(Severity severity) {
        return findings.stream().filter(fault -> fault.severity() == severity).toList();
    }

    /**
     * Tells whether nothing was found.
     *
     * @return whether there is neither an error nor a warning
     */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /**
     * Returns the policy.
     *
     * @return the policy that was checked; nothing where there is an error
     */
    public Optional<Policy> policy() {
        return policy;
    }

    /**
     * Returns how many scenarios the policy has.
     *
     * @return their number, rows of tables included; 0 where none could be read
     */
    public int scenarios() {
        return scenarios;
    }

    /**
     * Returns how the policy stands to the one that it was copied from.
     *
     * @return the state of its origin; nothing where it names none, or cannot be read
     */
    public Optional<OriginState> origin() {
        return origin;
    }

    /**
     * Writes what was found in the format {@code roi-check/1}.
     *
     * @return the document
     */
    public String json() {
        return Json.write(CheckFormat.FORMAT, this);
    }

    /**
     * Writes what was found as SARIF 2.1.0, which code hosts and editors show beside the files. Each finding is a result,
     * its likely fix at the end of its message; each code that was found is a rule, with its page as help.
     *
     * @param language the language of whoever reads it
     * @param base where files are named from, such as the root of a repository; a file elsewhere has its full address
     * @return the document, the same bytes for the same findings
     */
    public String sarif(Language language, Path base) {
        return CheckSarif.write(findings, language, base);
    }

    /**
     * Returns which policy was checked.
     *
     * @return its name, version and fingerprint; nothing where there is an error
     */
    public Optional<PolicyRef> ref() {
        return policy.map(Policy::ref);
    }
}
