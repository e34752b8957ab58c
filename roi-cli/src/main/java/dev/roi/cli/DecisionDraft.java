package dev.roi.cli;

import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.Fault;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.MonthAction;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.RecordFault;
import dev.roi.core.Review;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decision as it is given, on the command line or in a row of a table, before it is known whether it is whole.
 *
 * @param decision what was decided
 * @param reason why
 * @param second another person who stands for it
 * @param scope what an extension covers
 * @param owner who answers for an extension
 * @param guardrails what has to hold for an extension to go on
 * @param levers what an adjustment acts on, by name or by word
 * @param stopped what stops
 * @param learned what was learned
 * @param actions what somebody is to do
 */
record DecisionDraft(
        Decision decision,
        Optional<String> reason,
        Optional<String> second,
        Optional<String> scope,
        Optional<String> owner,
        List<String> guardrails,
        List<String> levers,
        Optional<String> stopped,
        Optional<String> learned,
        List<ActionDraft> actions) {

    /** What has to be given, and is not, by the names that are used for it where it is given. */
    private Set<String> missing(Review review) {
        Set<String> missing = new LinkedHashSet<>();
        boolean departs = decision != review.decision();
        require(reason.isPresent() || (!departs && decision != Decision.MAINTAIN), "reason", missing);
        require(second.isPresent() || !departs, "second", missing);
        switch (decision) {
            case MAINTAIN -> {}
            case ADJUST -> {
                require(!levers.isEmpty() || !review.levers().isEmpty(), "lever", missing);
                require(!actions.isEmpty(), "action", missing);
                require(!actions.isEmpty(), "owner", missing);
                require(!actions.isEmpty(), "due", missing);
            }
            case EXTEND -> {
                require(scope.isPresent(), "scope", missing);
                require(owner.isPresent(), "owner", missing);
                require(!guardrails.isEmpty(), "guardrail", missing);
            }
            case STOP -> {
                require(stopped.isPresent(), "stopped", missing);
                require(learned.isPresent(), "learned", missing);
            }
        }
        for (ActionDraft action : actions) {
            require(action.text().isPresent(), "action", missing);
            require(action.owner().isPresent(), "owner", missing);
            require(action.due().isPresent(), "due", missing);
        }
        return missing;
    }

    private static void require(boolean isThere, String name, Set<String> missing) {
        if (!isThere) {
            missing.add(name);
        }
    }

    /**
     * Finds what is missing.
     *
     * @param review what was recommended
     * @param named how what is missing is called where it is given
     * @param faults where to add a fault that names all of it
     */
    void check(Review review, UnaryOperator<String> named, List<Fault> faults) {
        Set<String> missing = missing(review);
        if (missing.isEmpty()) {
            return;
        }
        String names = missing.stream().map(named).map(Quoted::of).collect(Collectors.joining(", "));
        Message message = decision == review.decision()
                ? Message.of("the decision is %s, and lacks %s", decision.said(), names)
                : Message.of(
                        "the decision is %s where %s was recommended, and lacks %s",
                        decision.said(), review.decision().said(), names);
        faults.add(RecordFault.NOT_CLOSED.of(
                message,
                Message.sentences(missing.stream()
                        .map(name -> help(name, review))
                        .distinct()
                        .toList())));
    }

    private Message help(String missing, Review review) {
        boolean departs = decision != review.decision();
        return switch (missing) {
            case "reason" ->
                departs ? Message.of("Give the committee's reason.") : Message.of("Say why it is not to extend.");
            case "second" -> Message.of("Name another person who stands for it.");
            case "scope", "guardrail" -> Message.of("Say what it covers, who answers for it and what has to hold.");
            case "stopped", "learned" -> Message.of("Say what stops and what was learned.");
            case "lever" -> Message.of("Say what the adjustment acts on.");
            default ->
                missing.equals("owner") && decision == Decision.EXTEND && actions.isEmpty()
                        ? Message.of("Say what it covers, who answers for it and what has to hold.")
                        : Message.of("Say what is to be done, who owns it and in which month it is due.");
        };
    }

    /** The decision with what closes it, and something in the place of what is missing. */
    Closing closing(Review review, Policy policy, List<Fault> faults) {
        return switch (decision) {
            case MAINTAIN -> new Closing.Maintenance();
            case ADJUST -> new Closing.Adjustment(acting(review, policy, faults));
            case EXTEND ->
                new Closing.Extension(
                        scope.orElse("?"), owner.orElse("?"), guardrails.isEmpty() ? List.of("?") : guardrails);
            case STOP -> new Closing.Ending(stopped.orElse("?"), learned.orElse("?"));
        };
    }

    /** The levers that are given, or else those that were recommended. */
    private List<LeverId> acting(Review review, Policy policy, List<Fault> faults) {
        if (levers.isEmpty()) {
            List<LeverId> recommended =
                    review.levers().stream().map(lever -> lever.id()).toList();
            return recommended.isEmpty() ? policy.levers().subList(0, 1) : recommended;
        }
        List<LeverId> acting = new ArrayList<>();
        for (String word : levers) {
            Optional<LeverId> lever = lever(word, policy);
            lever.ifPresent(acting::add);
            if (lever.isEmpty()) {
                List<String> known =
                        policy.levers().stream().map(LeverId::value).toList();
                faults.add(RecordFault.UNKNOWN_LEVER.of(
                        Message.of("the adjustment acts on %s, which is no lever of the policy", Quoted.of(word)),
                        Nearest.suggest(word, known)));
            }
        }
        return acting.isEmpty() ? policy.levers().subList(0, 1) : acting;
    }

    /** A lever by its name, or by what people call it in any language of the policy. */
    private static Optional<LeverId> lever(String word, Policy policy) {
        String plain = Arguments.plain(word);
        return policy.levers().stream()
                .filter(id -> Stream.concat(
                                Stream.of(id.value(), id.value().replace('-', ' ')),
                                policy.languages().stream()
                                        .map(language ->
                                                policy.texts(language).lever(id).name()))
                        .anyMatch(name -> Arguments.plain(name).equals(plain)))
                .findFirst();
    }

    /** The actions, with something in the place of what is missing. */
    List<MonthAction> actions(Basis basis, List<Fault> faults) {
        List<MonthAction> whole = new ArrayList<>();
        for (ActionDraft action : actions) {
            Checked.of(() -> action.action(basis.month().plusMonths(1)), faults).ifPresent(whole::add);
        }
        return whole.isEmpty() && decision == Decision.ADJUST
                ? List.of(new MonthAction("?", "?", basis.month().plusMonths(1), List.of()))
                : List.copyOf(whole);
    }

    /** The reason; something in its place where it is missing. */
    Optional<String> reason(Review review) {
        return reason.isEmpty() && missing(review).contains("reason") ? Optional.of("?") : reason;
    }

    /** The second name; something in its place where it is missing. */
    Optional<String> second(Review review) {
        return second.isEmpty() && missing(review).contains("second") ? Optional.of("?") : second;
    }
}
