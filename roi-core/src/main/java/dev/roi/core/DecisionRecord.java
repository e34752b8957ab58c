package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a committee decided on one scope and month, and what it had before it.
 *
 * <p>Where it is not what was recommended, a reason and a second person stand for it; an adjustment names its actions, and
 * what is maintained says why it is not extended.
 *
 * @param basis what it had before it
 * @param resolution what it decided; not before the reviewed month
 * @param actions what somebody is to do; there at least where the decision is to adjust
 * @param answers what became of earlier actions of the same scope
 */
public record DecisionRecord(Basis basis, Resolution resolution, List<MonthAction> actions, List<Answer> answers) {

    /** The most characters of a person's name. */
    public static final int MOST_NAME_CHARACTERS = 300;

    /** The most characters of a reason, an action or an answer. */
    public static final int MOST_TEXT_CHARACTERS = 4_000;

    /**
     * Checks that the decision is complete. {@inheritDoc}
     *
     * @throws InvalidInput when it is not, with every fault
     */
    public DecisionRecord {
        requireNonNull(basis, "basis");
        requireNonNull(resolution, "resolution");
        actions = List.copyOf(actions);
        answers = List.copyOf(answers);
        List<Fault> faults = new ArrayList<>();
        textFaults(resolution, faults);
        departureFaults(basis, resolution, faults);
        resolution.closing().check(faults);
        momentFault(basis, resolution, faults);
        actionFaults(basis, resolution, actions, faults);
        answerFaults(answers, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /**
     * Returns the same decision on another basis.
     *
     * @param other what the committee had before it
     * @return the record
     */
    public DecisionRecord withBasis(Basis other) {
        return new DecisionRecord(other, resolution, actions, answers);
    }

    private static void textFaults(Resolution resolution, List<Fault> faults) {
        RecordText.check(
                Message.of("the name of who records the decision"), resolution.by(), MOST_NAME_CHARACTERS, faults);
        resolution
                .reason()
                .ifPresent(text -> RecordText.check(Message.of("the reason"), text, MOST_TEXT_CHARACTERS, faults));
        resolution
                .second()
                .ifPresent(name -> RecordText.check(Message.of("the second name"), name, MOST_NAME_CHARACTERS, faults));
        resolution
                .committee()
                .ifPresent(name -> RecordText.check(Message.of("the committee"), name, MOST_NAME_CHARACTERS, faults));
        resolution
                .present()
                .forEach(name -> RecordText.check(
                        Message.of("the name of who was present"), name, MOST_NAME_CHARACTERS, faults));
        resolution.dissents().forEach(dissent -> {
            RecordText.check(Message.of("the name of who disagrees"), dissent.name(), MOST_NAME_CHARACTERS, faults);
            RecordText.check(Message.of("the dissent"), dissent.text(), MOST_TEXT_CHARACTERS, faults);
        });
    }

    private static void departureFaults(Basis basis, Resolution resolution, List<Fault> faults) {
        Decision decision = resolution.decision();
        if (decision != basis.recommended() && resolution.reason().isEmpty()) {
            faults.add(RecordFault.NO_REASON.of(
                    Message.of(
                            "the decision is %s where %s was recommended, and no reason is given",
                            decision.said(), basis.recommended().said()),
                    Message.of("Give the committee's reason.")));
        } else if (resolution.closing() instanceof Closing.Maintenance
                && resolution.reason().isEmpty()) {
            faults.add(RecordFault.NO_REASON.of(
                    Message.of("the decision is maintain, and no reason is given"),
                    Message.of("Say why it is not to extend.")));
        }
        if (decision != basis.recommended() && resolution.second().isEmpty()) {
            faults.add(RecordFault.NO_SECOND.of(
                    Message.of(
                            "the decision is %s where %s was recommended, and no second person is named",
                            decision.said(), basis.recommended().said()),
                    Message.of("Name another person who stands for it.")));
        }
        if (resolution.second().map(DecisionRecord::person).equals(Optional.of(person(resolution.by())))) {
            faults.add(RecordFault.SAME_PERSON.of(
                    Message.of(
                            "the second person %s is the one who records the decision",
                            Quoted.of(resolution.second().orElseThrow())),
                    Message.of("Name another person.")));
        }
    }

    /** A month begins first in the time zone that is 14 hours ahead. */
    private static void momentFault(Basis basis, Resolution resolution, List<Fault> faults) {
        if (YearMonth.from(resolution.at().atOffset(ZoneOffset.ofHours(14))).isBefore(basis.month())) {
            faults.add(RecordFault.DECIDED_TOO_EARLY.of(
                    Message.of(
                            "the decision is of %s, before %s, the month that it is on",
                            resolution.at(), basis.month()),
                    Message.of("Give the moment at which the committee decided.")));
        }
    }

    private static void actionFaults(
            Basis basis, Resolution resolution, List<MonthAction> actions, List<Fault> faults) {
        if (actions.isEmpty() && resolution.decision() == Decision.ADJUST) {
            faults.add(RecordFault.NO_ACTION.of(
                    Message.of("the decision is adjust, and no action is given"),
                    Message.of("Say what is to be done, who owns it and in which month it is due.")));
        }
        actions.stream()
                .filter(action -> !action.due().isAfter(basis.month()))
                .forEach(action -> faults.add(RecordFault.DUE_TOO_EARLY.of(
                        Message.of(
                                "the action is due %s, and the reviewed month is %s already",
                                action.due(), basis.month()),
                        Message.of("An action is due in a month after the reviewed one."))));
        if (actions.size() > 1 && resolution.closing() instanceof Closing.Unclosed) {
            throw new IllegalArgumentException("what nothing closes has one action at the most");
        }
    }

    private static void answerFaults(List<Answer> answers, List<Fault> faults) {
        Set<ActionId> answered = new HashSet<>();
        for (Answer answer : answers) {
            if (!answered.add(answer.action())) {
                faults.add(RecordFault.NOTHING_TO_ANSWER.of(
                        Message.of("the action of entry %s is answered twice", answer.action()),
                        Message.of("Say once what became of each action.")));
            }
        }
    }

    /** What is left of a name without the ways it can be written. */
    private static String person(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what was decided.
     *
     * @return the decision
     */
    public Decision decision() {
        return resolution.decision();
    }

    /**
     * Begins the record of a decision.
     *
     * @param basis what the committee had before it
     * @param closing what it decided, with what closes it
     * @param at when
     * @param by who records it
     * @return a builder
     */
    public static Builder on(Basis basis, Closing closing, Instant at, String by) {
        return new Builder(basis, Resolution.of(closing, at, by));
    }

    /** Puts a record together; for use by one thread. */
    public static final class Builder {

        private final Basis basis;
        private final Resolution begun;
        private Optional<String> reason = Optional.empty();
        private Optional<String> second = Optional.empty();
        private Optional<String> committee = Optional.empty();
        private final List<String> present = new ArrayList<>();
        private final List<Dissent> dissents = new ArrayList<>();
        private final List<MonthAction> actions = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();

        private Builder(Basis basis, Resolution begun) {
            this.basis = requireNonNull(basis, "basis");
            this.begun = begun;
        }

        /**
         * Gives the committee's reason.
         *
         * @param text the reason
         * @return this builder
         */
        public Builder because(String text) {
            reason = Optional.of(text);
            return this;
        }

        /**
         * Names another person who stands for the decision.
         *
         * @param name the name
         * @return this builder
         */
        public Builder secondedBy(String name) {
            second = Optional.of(name);
            return this;
        }

        /**
         * Names the committee.
         *
         * @param name its name
         * @return this builder
         */
        public Builder of(String name) {
            committee = Optional.of(name);
            return this;
        }

        /**
         * Names somebody who was there.
         *
         * @param name the name
         * @return this builder
         */
        public Builder inPresenceOf(String name) {
            present.add(name);
            return this;
        }

        /**
         * Records that somebody disagrees.
         *
         * @param dissent who, and why
         * @return this builder
         */
        public Builder against(Dissent dissent) {
            dissents.add(dissent);
            return this;
        }

        /**
         * Asks somebody to do something; more than one may be asked.
         *
         * @param asked the action
         * @return this builder
         */
        public Builder asking(MonthAction asked) {
            actions.add(asked);
            return this;
        }

        /**
         * Says what became of an earlier action of the same scope.
         *
         * @param answer the answer
         * @return this builder
         */
        public Builder answering(Answer answer) {
            answers.add(answer);
            return this;
        }

        /**
         * Returns the record.
         *
         * @return the record
         * @throws InvalidInput when the decision is not complete, with every fault
         */
        public DecisionRecord build() {
            return new DecisionRecord(
                    basis,
                    new Resolution(
                            begun.closing(), begun.at(), begun.by(), reason, second, committee, present, dissents),
                    actions,
                    answers);
        }
    }
}
