package dev.roi.rules.drools;

import dev.roi.core.Fault.Place;
import dev.roi.core.Message;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyReader;
import dev.roi.rules.policy.RuleFile;
import dev.roi.rules.policy.RuleNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads one rule file: it holds rules and nothing else. For use by one thread. */
final class RuleFileReader {

    private final RuleFaults faults;
    private final RuleReader rules;

    RuleFileReader(RuleFaults faults, RuleSubject subject, RuleNames names, FormerNames former) {
        this.faults = faults;
        this.rules = new RuleReader(faults, subject, names, former);
    }

    RuleFile read() {
        Optional<PackageDescr> file = isPlain() ? syntax() : Optional.empty();
        if (file.isEmpty()) {
            return new RuleFile(List.of(), List.of(), faults.text());
        }
        onlyRules(file.get());
        if (file.get().getRules().size() > PolicyReader.MOST_RULES) {
            faults.add(
                    PolicyCode.TOO_LARGE,
                    faults.at(0),
                    Message.of("a policy has %s rules at the most.", PolicyReader.MOST_RULES),
                    Optional.empty());
            return new RuleFile(List.of(), List.of(), faults.text());
        }
        List<Rule> read = new ArrayList<>();
        List<RuleFile.Header> headers = new ArrayList<>();
        StringBuilder queries = new StringBuilder();
        for (RuleDescr descr : file.get().getRules()) {
            Place place = rules.place(descr);
            if (descr.isQuery()) {
                faults.notAllowed(place, Message.of("a `query`"));
                queries.append(descr.getName()).append(' '); // a policy may name it as if it were a rule
                continue;
            }
            headers.add(new RuleFile.Header(descr.getName(), place));
            rules.read(descr).ifPresent(read::add);
        }
        return new RuleFile(read, headers, queries.toString());
    }

    /** Looks at what a parser would read differently from a person, or not at all. */
    private boolean isPlain() {
        RuleFileScan scan = RuleFileScan.of(faults.text());
        scan.escape()
                .ifPresent(offset -> faults.add(
                        PolicyCode.NOT_ALLOWED,
                        faults.at(offset),
                        Message.of(
                                "`%s` is not allowed: a character is written as it is.",
                                faults.text().substring(offset, offset + RuleFileScan.ESCAPE_CHARACTERS)),
                        Optional.empty()));
        scan.limit()
                .ifPresent(limit ->
                        faults.add(PolicyCode.TOO_LARGE, faults.at(scan.at()), limit.words(), Optional.empty()));
        return scan.escape().isEmpty() && scan.limit().isEmpty();
    }

    private Optional<PackageDescr> syntax() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr file = parser.parse(false, faults.text());
            if (!parser.hasErrors()) {
                return Optional.of(file);
            }
        } catch (DroolsParserException | RuntimeException | StackOverflowError unreadable) {
            faults.add(
                    PolicyCode.RULE_SYNTAX,
                    faults.at(0),
                    Message.of("the file is not written as rules are."),
                    Optional.empty());
            return Optional.empty();
        }
        List<RuleSlips.Found> slips = RuleSlips.of(faults.text());
        slips.forEach(slip -> faults.add(
                PolicyCode.RULE_SYNTAX,
                faults.at(slip.at()),
                Message.of("%s.", slip.message()),
                Optional.of(slip.help())));
        Set<Place> places = new HashSet<>();
        for (var error : slips.isEmpty() ? parser.getErrors() : List.<DroolsError>of()) {
            Place place = error instanceof ParserError located
                    ? faults.located(Math.max(1, located.getRow()), Math.max(1, located.getCol() + 1))
                    : faults.at(0);
            if (places.add(place)) {
                faults.add(
                        PolicyCode.RULE_SYNTAX,
                        place,
                        faults.unreadable(place),
                        Optional.of(
                                Message.of("Look for a missing quote, bracket, `then` or `end` here or just before.")));
            }
        }
        return Optional.empty();
    }

    private void onlyRules(PackageDescr file) {
        if (file.getName() != null && !file.getName().isEmpty()) {
            notAllowed(file, Message.of("a `package`"));
        }
        refuse(file.getImports(), Message.of("an `import`"));
        refuse(file.getFunctionImports(), Message.of("an `import`"));
        refuse(file.getAccumulateImports(), Message.of("an `import`"));
        refuse(file.getGlobals(), Message.of("a `global`"));
        refuse(file.getFunctions(), Message.of("a `function`"));
        refuse(file.getTypeDeclarations(), Message.of("a `declare`"));
        refuse(file.getEnumDeclarations(), Message.of("a `declare`"));
        refuse(file.getEntryPointDeclarations(), Message.of("a `declare`"));
        refuse(file.getWindowDeclarations(), Message.of("a `declare`"));
        refuse(file.getAttributes(), Message.of("an attribute"));
        if (file.getUnit() != null) {
            notAllowed(file, Message.of("a `unit`"));
        }
    }

    private void refuse(Collection<? extends BaseDescr> found, Message what) {
        found.forEach(descr -> notAllowed(descr, what));
    }

    private void notAllowed(BaseDescr descr, Message what) {
        faults.notAllowed(faults.place(descr), what);
    }
}
