package dev.roi.governance.check;

import dev.roi.core.Effect;
import dev.roi.core.Message;
import dev.roi.governance.check.RuleWorlds.Obstacle;
import dev.roi.governance.check.World.Conflict;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.PolicyCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for rules that can never fire, that are covered by others, and that are the same. */
final class RuleCheck {

    private static final Pattern NAME = Pattern.compile("\\$\\w+");

    private final Knowledge knowledge;
    private final Doubts doubts;

    RuleCheck(Knowledge knowledge, Doubts doubts) {
        this.knowledge = knowledge;
        this.doubts = doubts;
    }

    void check(List<RuleWorlds> rules) {
        rules.forEach(this::never);
        rules.stream().filter(rule -> !rule.isNever()).forEach(this::neverMet);
        for (int i = 0; i < rules.size(); i++) {
            repeated(rules, i);
        }
    }

    private void never(RuleWorlds rule) {
        rule.obstacle()
                .ifPresent(obstacle -> doubts.add(
                        PolicyCode.NEVER_FIRES,
                        obstacle.place(),
                        Message.of("rule `%s` can never fire: %s.", rule.rule().id(), because(obstacle)),
                        Message.of("Look at this condition, and at the thresholds and ranges that it meets; or"
                                + " take the rule out.")));
    }

    /** A condition that need not be met, such as a branch or what is counted, and that nothing can meet. */
    private void neverMet(RuleWorlds rule) {
        rule.rule().elements().stream()
                .filter(element -> !(element instanceof Condition))
                .flatMap(Element::conditions)
                .filter(condition -> condition.type() != FactType.THRESHOLD && knowledge.judges(condition))
                .flatMap(condition -> RuleWorlds.obstacle(condition, knowledge).stream())
                .forEach(obstacle -> doubts.add(
                        PolicyCode.NEVER_FIRES,
                        obstacle.place(),
                        Message.of(
                                "rule `%s`: nothing can ever meet this condition: %s.",
                                rule.rule().id(), because(obstacle)),
                        Message.of("Look at the thresholds and ranges that it meets; or take the condition out.")));
    }

    private Message because(Obstacle obstacle) {
        if (obstacle.presence() == Presence.ABSENT) {
            return Message.of("whenever its other conditions hold, there is such a fact");
        }
        if (obstacle.conflict().isEmpty()) {
            return Message.of("nothing in the policy has the properties that this condition asks for");
        }
        Conflict conflict = obstacle.conflict().get();
        Subject subject = conflict.subject();
        if (isNever(conflict, States.COMPARED)) {
            return Message.of(
                    "neither direction is better for %s, so that it is never held against a baseline", subject);
        }
        if (isNever(conflict, States.GROWN)) {
            return Message.of("%s grows over no other indicator", subject);
        }
        if (conflict.field().equals(States.KNOWN) || conflict.field().equals(States.EVER)) {
            return Message.of("%s would have to be known and not known at once", subject);
        }
        Message asked = Message.of("`%s` of %s would have to be %s", conflict.field(), subject, conflict.asked());
        if (conflict.possible().isEmpty()) {
            return Message.of("%s, which its other conditions exclude", asked);
        }
        Domain possible = conflict.possible().get();
        boolean isUnjudged = conflict.subject().kind() == Subject.Kind.BLOCK
                && !knowledge.canBeJudged(conflict.subject().name());
        boolean isNarrowed =
                !possible.equals(knowledge.initial(conflict.subject()).field(conflict.field()));
        if (isUnjudged) {
            return Message.of("%s, and it can only be %s, since nothing judges that block", asked, possible);
        }
        return isNarrowed
                ? Message.of("%s, and here it can only be %s", asked, possible)
                : Message.of("%s, and it can only be %s", asked, possible);
    }

    private boolean isNever(Conflict conflict, String field) {
        return conflict.field().equals(field)
                && knowledge.initial(conflict.subject()).is(field, Domain.Words.FALSE);
    }

    /** Says of a rule that an earlier one is the same, or that another one covers it. */
    private void repeated(List<RuleWorlds> rules, int position) {
        RuleWorlds rule = rules.get(position);
        Optional<RuleWorlds> same = rules.subList(0, position).stream()
                .filter(other -> alike(other, rule))
                .filter(other -> areWrittenAlike(other.rule(), rule.rule())
                        || (other.imply(rule.rule(), knowledge) && rule.imply(other.rule(), knowledge)))
                .findFirst();
        if (same.isPresent()) {
            doubts.add(
                    PolicyCode.SAME_RULE,
                    rule.rule().place(),
                    Message.of(
                            "rule `%s` says the same as rule `%s`, for the same inputs.",
                            rule.rule().id(), same.get().rule().id()),
                    Message.of("Take one of them out, here, in `reasons` and in the texts."));
            return;
        }
        if (rule.rule().consequence().effect() == Effect.NOTE) {
            return; // a narrower remark is a remark of its own
        }
        rules.stream()
                .filter(other -> !other.equals(rule) && alike(other, rule))
                .filter(other -> rule.imply(other.rule(), knowledge) && !other.imply(rule.rule(), knowledge))
                .findFirst()
                .ifPresent(other -> doubts.add(
                        PolicyCode.COVERED_RULE,
                        rule.rule().place(),
                        Message.of(
                                "rule `%s` decides nothing: whenever it fires, rule `%s` fires too, and says the same.",
                                rule.rule().id(), other.rule().id()),
                        Message.of(
                                "Take it out, narrow rule `%s`, or let it say something else.",
                                other.rule().id())));
    }

    /** Two rules that are the same but for the names that they give to what they bind. */
    private static boolean areWrittenAlike(Rule one, Rule other) {
        return written(one).equals(written(other));
    }

    private static String written(Rule rule) {
        Map<String, String> names = new HashMap<>();
        String written = rule.elements().stream().map(Object::toString).collect(Collectors.joining("; "));
        return NAME.matcher(written)
                .replaceAll(name -> names.computeIfAbsent(name.group(), known -> "\\$" + names.size()));
    }

    private static boolean alike(RuleWorlds one, RuleWorlds other) {
        return one.rule().consequence().equals(other.rule().consequence());
    }
}
