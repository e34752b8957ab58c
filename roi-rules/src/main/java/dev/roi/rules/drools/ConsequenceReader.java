package dev.roi.rules.drools;

import dev.roi.core.Effect;
import dev.roi.core.Fault.Place;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.Rule.Consequence;
import dev.roi.rules.language.Rule.Standing;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.RuleNames;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads what a rule says: one of a few words, with a lever where it adjusts. For use by one thread. */
final class ConsequenceReader {

    private static final Message CONSEQUENCES = Message.either(Stream.of(
                    "`findings.stop();`",
                    "`findings.adjust( \"lever\" );`",
                    "`findings.blockExtend();`",
                    "`findings.extendNotEarned();`",
                    "`findings.support();`",
                    "`findings.note();`")
            .map(Message::verbatim)
            .toList());
    private static final Pattern CONSEQUENCE =
            Pattern.compile("\\s*findings\\s*\\.\\s*(\\w+)\\s*\\(\\s*(?:\"([^\"]*)\")?\\s*\\)\\s*;?\\s*");
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private final RuleFaults faults;
    private final RuleSubject subject;
    private final RuleNames names;

    ConsequenceReader(RuleFaults faults, RuleSubject subject, RuleNames names) {
        this.faults = faults;
        this.subject = subject;
        this.names = names;
    }

    Optional<Consequence> read(RuleDescr descr, Place rule) {
        String code = String.valueOf(descr.getConsequence());
        Place place = place(descr, rule);
        Matcher call = CONSEQUENCE.matcher(withoutComments(code));
        if (!call.matches()) {
            boolean isEmpty = withoutComments(code).isBlank();
            faults.add(
                    PolicyCode.WRONG_CONSEQUENCE,
                    place,
                    isEmpty
                            ? Message.of("rule `%s` says nothing.", descr.getName())
                            : Message.of("rule `%s` does something else than say one thing.", descr.getName()),
                    Optional.of(
                            ExpressionSlips.consequence(withoutComments(code).strip())
                                    .orElse(Message.of("After `then` stands one of %s.", CONSEQUENCES))));
            return Optional.empty();
        }
        Optional<String> argument = Optional.ofNullable(call.group(2));
        Optional<Consequence> consequence = switch (call.group(1)) {
            case "stop" -> Optional.of(new Consequence(Effect.STOP, Standing.VETO, Optional.empty()));
            case "adjust" ->
                argument.filter(lever -> faults.isKnown(place, Message.of("lever"), lever, names.levers()))
                        .filter(Names::isKebab)
                        .map(lever -> new Consequence(Effect.ADJUST, Standing.VETO, Optional.of(new LeverId(lever))));
            case "blockExtend" -> Optional.of(new Consequence(Effect.BLOCKS_EXTEND, Standing.VETO, Optional.empty()));
            case "extendNotEarned" ->
                Optional.of(new Consequence(Effect.BLOCKS_EXTEND, Standing.NOT_EARNED, Optional.empty()));
            case "support" -> Optional.of(new Consequence(Effect.SUPPORTS, Standing.VETO, Optional.empty()));
            case "note" -> Optional.of(new Consequence(Effect.NOTE, Standing.VETO, Optional.empty()));
            default -> {
                faults.add(
                        PolicyCode.WRONG_CONSEQUENCE,
                        place,
                        Message.of("a rule cannot `%s`.", call.group(1)),
                        Optional.of(RuleFaults.suggest(
                                call.group(1),
                                List.of("stop", "adjust", "blockExtend", "extendNotEarned", "support", "note"))));
                yield Optional.empty();
            }
        };
        if (subject == RuleSubject.PORTFOLIO
                && consequence.filter(one -> one.effect() != Effect.NOTE).isPresent()) {
            faults.add(
                    PolicyCode.WRONG_CONSEQUENCE,
                    place,
                    Message.of("a portfolio rule changes no decision, and cannot `%s`.", call.group(1)),
                    Optional.of(Message.of(
                            "Write `findings.note();`, or the rule for one scope, in a file of `rules/` itself.")));
            return Optional.empty();
        }
        boolean takesLever = call.group(1).equals("adjust");
        boolean isWord = consequence.isPresent() || takesLever;
        if (isWord && takesLever != argument.isPresent()) {
            faults.add(
                    PolicyCode.WRONG_CONSEQUENCE,
                    place,
                    takesLever
                            ? Message.of("`adjust` needs the lever that it pulls.")
                            : Message.of("a lever belongs to `adjust`, and to nothing else."),
                    Optional.of(
                            takesLever
                                    ? Message.of(
                                            "Write it such as `findings.adjust( \"lever\" );`. %s",
                                            RuleFaults.suggest(
                                                    "", names.levers().names()))
                                    : Message.of(
                                            "Write `findings.%s();`, or `findings.adjust( \"%s\" );`.",
                                            call.group(1), argument.orElse("lever"))));
            return Optional.empty();
        }
        return consequence;
    }

    private static String withoutComments(String code) {
        return COMMENT.matcher(code).replaceAll(" ");
    }

    private Place place(RuleDescr descr, Place rule) {
        String code = String.valueOf(descr.getConsequence()).strip();
        int from = Math.max(0, descr.getStartCharacter());
        int start = code.isEmpty() ? -1 : faults.text().indexOf(code, from);
        return start >= 0 ? faults.at(start) : rule;
    }
}
