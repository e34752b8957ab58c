package dev.roi.governance.check;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Message;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;
import java.util.Optional;

/** Looks for decisions that no input can reach. */
final class DecisionCheck {

    private final PolicyDraft draft;
    private final Knowledge knowledge;
    private final Doubts doubts;

    DecisionCheck(PolicyDraft draft, Knowledge knowledge, Doubts doubts) {
        this.draft = draft;
        this.knowledge = knowledge;
        this.doubts = doubts;
    }

    void check(List<RuleWorlds> rules) {
        List<Decision> precedence = draft.sound().precedence();
        for (int i = 0; i < precedence.size(); i++) {
            Decision decision = precedence.get(i);
            List<Decision> before = precedence.subList(0, i);
            Optional<Message> why = overruled(rules, before).or(() -> switch (decision) {
                case STOP ->
                    nobody(
                            rules,
                            Effect.STOP,
                            Message.of("no rule stops"),
                            Message.of("no rule that stops can ever fire"));
                case ADJUST ->
                    nobody(
                            rules,
                            Effect.ADJUST,
                            Message.of("no rule adjusts"),
                            Message.of("no rule that adjusts can ever fire"));
                case EXTEND ->
                    nobody(
                                    rules,
                                    Effect.SUPPORTS,
                                    Message.of("no rule supports extending"),
                                    Message.of("no rule that supports extending can ever fire"))
                            .or(() -> opposed(rules));
                case MAINTAIN -> Optional.empty();
            });
            if (why.isPresent()) {
                doubts.add(
                        PolicyCode.UNREACHABLE_DECISION,
                        draft.place(PolicyFiles.POLICY, "precedence", Integer.toString(i)),
                        Message.of("no input can reach `%s`: %s.", decision.word(), why.get()),
                        Message.of("Write a rule that asks for it, or mend the one that is in the way."));
            }
        }
    }

    /** A decision that comes earlier, and that a rule asks for whatever the input. */
    private Optional<Message> overruled(List<RuleWorlds> rules, List<Decision> before) {
        return rules.stream()
                .filter(rule ->
                        before.contains(decision(rule.rule().consequence().effect())))
                .filter(rule -> !rule.isNever() && RuleWorlds.fires(rule.rule(), World.ANY, List.of(), knowledge))
                .findFirst()
                .map(rule -> Message.of(
                        "rule `%s` always fires, and `%s` comes first",
                        rule.rule().id(),
                        decision(rule.rule().consequence().effect()).word()));
    }

    private static Decision decision(Effect effect) {
        return switch (effect) {
            case STOP -> Decision.STOP;
            case ADJUST -> Decision.ADJUST;
            case BLOCKS_EXTEND, SUPPORTS, NOTE -> Decision.MAINTAIN;
        };
    }

    private static Optional<Message> nobody(List<RuleWorlds> rules, Effect effect, Message none, Message never) {
        List<RuleWorlds> asking = rules.stream()
                .filter(rule -> rule.rule().consequence().effect() == effect)
                .toList();
        if (asking.isEmpty()) {
            return Optional.of(none);
        }
        return asking.stream().allMatch(RuleWorlds::isNever) ? Optional.of(never) : Optional.empty();
    }

    /** Whenever a rule supports extending, another one speaks against it. */
    private Optional<Message> opposed(List<RuleWorlds> rules) {
        Optional<Message> first = Optional.empty();
        for (RuleWorlds support : rules) {
            if (support.rule().consequence().effect() == Effect.SUPPORTS && !support.isNever()) {
                Optional<RuleWorlds> against = rules.stream()
                        .filter(rule -> isAgainst(rule.rule().consequence().effect()))
                        .filter(rule -> support.imply(rule.rule(), knowledge))
                        .findFirst();
                if (against.isEmpty()) {
                    return Optional.empty();
                }
                first = first.or(() -> against.map(rule -> Message.of(
                        "whenever rule `%s` supports it, rule `%s` speaks against it",
                        support.rule().id(), rule.rule().id())));
            }
        }
        return first;
    }

    private static boolean isAgainst(Effect effect) {
        return switch (effect) {
            case STOP, ADJUST, BLOCKS_EXTEND -> true;
            case SUPPORTS, NOTE -> false;
        };
    }
}
