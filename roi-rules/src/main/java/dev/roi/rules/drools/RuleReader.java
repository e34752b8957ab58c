package dev.roi.rules.drools;

import dev.roi.core.Fault.Place;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.RuleId;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Rule.Consequence;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.RuleNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads one rule after another. For use by one thread. */
final class RuleReader {

    private static final Pattern LAW = Pattern.compile("\\d{1,3}|\"[^\"\\\\]{1,100}\"");
    private static final Pattern SOURCE = Pattern.compile("\"[^\"\\\\]{1,300}\"");

    /**
     * The most conditions of one rule, since a rule looks at every combination of the facts that meet them. Thresholds do
     * not count: each is one number.
     */
    private static final int MOST_CONDITIONS = 12;

    /** The most ways in which one rule may hold, since each of them is looked at by itself. */
    private static final int MOST_COMBINATIONS = 64;

    private final RuleFaults faults;
    private final RuleSubject subject;
    private final RuleNames names;
    private final FormerNames former;
    private final ConsequenceReader consequences;

    RuleReader(RuleFaults faults, RuleSubject subject, RuleNames names, FormerNames former) {
        this.faults = faults;
        this.subject = subject;
        this.names = names;
        this.former = former;
        this.consequences = new ConsequenceReader(faults, subject, names);
    }

    /** Returns where a rule begins. */
    Place place(RuleDescr descr) {
        return faults.at(Math.max(0, descr.getStartCharacter()));
    }

    Optional<Rule> read(RuleDescr descr) {
        int before = faults.found();
        String name = descr.getName();
        Place place = place(descr);
        if (!Names.isKebab(name)) {
            faults.add(
                    PolicyCode.WRONG_VALUE,
                    place,
                    Message.of("the rule name %s is not small letters, digits and hyphens.", Quoted.of(name)),
                    Optional.of(Names.likely(name)
                            .map(Nearest::meant)
                            .orElse(Message.of("A rule is named such as `low-adoption`."))));
        }
        for (AttributeDescr attribute : descr.getAttributes().values()) {
            if (attribute.getStartCharacter() >= descr.getStartCharacter()) { // the others are the file's
                faults.notAllowed(
                        faults.place(attribute), Message.of("the attribute `%s` of a rule", attribute.getName()));
            }
        }
        if (!descr.getNamedConsequences().isEmpty()) {
            faults.notAllowed(place, Message.of("a named consequence"));
        }
        if (descr.getParentName() != null) {
            faults.notAllowed(place, Message.of("`extends`"));
        }
        Map<String, String> notes = annotations(descr, place);
        long asked = conditions(descr.getLhs());
        if (asked > MOST_CONDITIONS) {
            faults.add(
                    PolicyCode.TOO_LARGE,
                    place,
                    Message.of(
                            "rule `%s` has %s conditions; %s is the most that a rule may have.",
                            name, asked, MOST_CONDITIONS),
                    Optional.empty());
            return Optional.empty();
        }
        List<Element> elements = new ElementReader(faults, subject, names, former, place).read(descr);
        Optional<Consequence> consequence = consequences.read(descr, place);
        if (faults.found() == before) {
            whole(name, place, elements);
        }
        if (faults.found() > before || consequence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                new RuleId(name),
                Optional.ofNullable(notes.get("law")),
                Optional.ofNullable(notes.get("source")),
                elements,
                consequence.get(),
                place));
    }

    /** Looks at what can be told only of a rule as a whole. */
    private void whole(String name, Place place, List<Element> elements) {
        if (elements.stream().noneMatch(Element::isEvidence)) {
            faults.add(
                    PolicyCode.NOT_ALLOWED,
                    place,
                    Message.of("rule `%s` asks for no fact; a reason rests on something.", name),
                    Optional.of(Message.of("Ask for one as well: `ReviewMonth()` is there in every month.")));
        }
        long combinations = elements.stream()
                .mapToLong(Element::combinations)
                .reduce(1, (one, other) -> Math.min(Integer.MAX_VALUE, one * other));
        if (combinations > MOST_COMBINATIONS) {
            faults.add(
                    PolicyCode.TOO_LARGE,
                    place,
                    Message.of(
                            "rule `%s` can hold in %s ways, one for each combination of what stands beside `or`; %s is"
                                    + " the most that a rule may have.",
                            name, combinations, MOST_COMBINATIONS),
                    Optional.of(Message.of("Write a rule for each, or `||` between comparisons of one fact.")));
        }
    }

    private static long conditions(BaseDescr descr) {
        if (descr instanceof PatternDescr pattern) {
            if (pattern.getSource() instanceof AccumulateDescr accumulate && accumulate.getInput() != null) {
                return conditions(accumulate.getInput());
            }
            return FactType.THRESHOLD.word().equals(pattern.getObjectType()) ? 0 : 1;
        }
        return descr instanceof ConditionalElementDescr several
                ? several.getDescrs().stream()
                        .mapToLong(inner -> conditions((BaseDescr) inner))
                        .sum()
                : 1;
    }

    private Map<String, String> annotations(RuleDescr descr, Place place) {
        Map<String, String> notes = new HashMap<>();
        for (AnnotationDescr annotation : descr.getAnnotations()) {
            String name = annotation.getName();
            if (!List.of("law", "source").contains(name)) {
                faults.notAllowed(
                        place,
                        Message.of("the annotation `@%s`", name),
                        Nearest.to(name, List.of("law", "source"))
                                .map(known -> Nearest.meant("@" + known))
                                .orElse(Message.of("There are `@law( 7 )` and `@source( \"S1, useful usage\" )`.")));
                continue;
            }
            String value = String.valueOf(annotation.getValueMap().get("value")).strip();
            boolean isLaw = name.equals("law");
            if (annotation.getValueMap().size() != 1
                    || annotation.isDuplicated()
                    || notes.containsKey(name)
                    || !(isLaw ? LAW : SOURCE).matcher(value).matches()) {
                faults.add(
                        PolicyCode.WRONG_VALUE,
                        place,
                        Message.of(
                                "rule `%s` has an annotation `@%s` that is not written as it should be.",
                                descr.getName(), name),
                        Optional.of(Message.of(
                                "Write it once, such as `%s`.",
                                isLaw ? "@law( 7 )" : "@source( \"S1, useful usage\" )")));
                continue;
            }
            notes.put(name, value.replace("\"", ""));
        }
        return notes;
    }
}
