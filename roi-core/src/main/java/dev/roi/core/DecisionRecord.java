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
 * <p>Where it is not what was recommended, a reason and a second person stand for it; an adjustment names its action.
 *
 * @param basis what it had before it
 * @param decision what it decided
 * @param at when; nothing here reads a clock, so the caller says it; not before the reviewed month
 * @param by who recorded it for the committee; {@value #MOST_NAME_CHARACTERS} characters at the most
 * @param reason why; there at least where the decision is not the recommended one; {@value #MOST_TEXT_CHARACTERS}
 *     characters at the most
 * @param second another person who stands for the decision; there at least where it is not the recommended one
 * @param action what somebody is to do; there at least where the decision is to adjust
 * @param answers what became of earlier actions of the same scope
 */
public record DecisionRecord(
        Basis basis,
        Decision decision,
        Instant at,
        String by,
        Optional<String> reason,
        Optional<String> second,
        Optional<MonthAction> action,
        List<Answer> answers) {

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
        requireNonNull(decision, "decision");
        requireNonNull(at, "at");
        answers = List.copyOf(answers);
        List<Fault> faults = faults(basis, decision, by, reason, second, answers);
        momentFault(basis, at, faults);
        actionFault(basis, decision, action, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static List<Fault> faults(
            Basis basis,
            Decision decision,
            String by,
            Optional<String> reason,
            Optional<String> second,
            List<Answer> answers) {
        List<Fault> faults = new ArrayList<>();
        RecordText.check(Message.of("the name of who records the decision"), by, MOST_NAME_CHARACTERS, faults);
        reason.ifPresent(text -> RecordText.check(Message.of("the reason"), text, MOST_TEXT_CHARACTERS, faults));
        second.ifPresent(name -> RecordText.check(Message.of("the second name"), name, MOST_NAME_CHARACTERS, faults));
        if (decision != basis.recommended() && reason.isEmpty()) {
            faults.add(RecordFault.NO_REASON.of(
                    Message.of(
                            "the decision is %s where %s was recommended, and no reason is given",
                            decision.word(), basis.recommended().word()),
                    Message.of("Give the committee's reason.")));
        }
        if (decision != basis.recommended() && second.isEmpty()) {
            faults.add(RecordFault.NO_SECOND.of(
                    Message.of(
                            "the decision is %s where %s was recommended, and no second person is named",
                            decision.word(), basis.recommended().word()),
                    Message.of("Name another person who stands for it.")));
        }
        if (second.isPresent() && person(second.get()).equals(person(by))) {
            faults.add(RecordFault.SAME_PERSON.of(
                    Message.of("the second person %s is the one who records the decision", Quoted.of(second.get())),
                    Message.of("Name another person.")));
        }
        Set<Long> answered = new HashSet<>();
        for (Answer answer : answers) {
            if (!answered.add(answer.entry())) {
                faults.add(RecordFault.NOTHING_TO_ANSWER.of(
                        Message.of("the action of entry %s is answered twice", answer.entry()),
                        Message.of("Say once what became of each action.")));
            }
        }
        return faults;
    }

    /** A month begins first in the time zone that is 14 hours ahead. */
    private static void momentFault(Basis basis, Instant at, List<Fault> faults) {
        if (YearMonth.from(at.atOffset(ZoneOffset.ofHours(14))).isBefore(basis.month())) {
            faults.add(RecordFault.DECIDED_TOO_EARLY.of(
                    Message.of("the decision is of %s, before %s, the month that it is on", at, basis.month()),
                    Message.of("Give the moment at which the committee decided.")));
        }
    }

    private static void actionFault(Basis basis, Decision decision, Optional<MonthAction> action, List<Fault> faults) {
        if (action.isEmpty() && decision == Decision.ADJUST) {
            faults.add(RecordFault.NO_ACTION.of(
                    Message.of("the decision is adjust, and no action is given"),
                    Message.of("Say what is to be done, who owns it and in which month it is due.")));
        }
        if (action.isPresent() && !action.get().due().isAfter(basis.month())) {
            faults.add(RecordFault.DUE_TOO_EARLY.of(
                    Message.of(
                            "the action is due %s, and the reviewed month is %s already",
                            action.get().due(), basis.month()),
                    Message.of("An action is due in a month after the reviewed one.")));
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
     * Begins the record of a decision.
     *
     * @param basis what the committee had before it
     * @param decision what it decided
     * @param at when
     * @param by who records it
     * @return a builder
     */
    public static Builder on(Basis basis, Decision decision, Instant at, String by) {
        return new Builder(basis, decision, at, by);
    }

    /** Puts a record together; for use by one thread. */
    public static final class Builder {

        private final Basis basis;
        private final Decision decision;
        private final Instant at;
        private final String by;
        private Optional<String> reason = Optional.empty();
        private Optional<String> second = Optional.empty();
        private Optional<MonthAction> action = Optional.empty();
        private final List<Answer> answers = new ArrayList<>();

        private Builder(Basis basis, Decision decision, Instant at, String by) {
            this.basis = requireNonNull(basis, "basis");
            this.decision = requireNonNull(decision, "decision");
            this.at = requireNonNull(at, "at");
            this.by = requireNonNull(by, "by");
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
         * Asks somebody to do something.
         *
         * @param asked the action
         * @return this builder
         */
        public Builder asking(MonthAction asked) {
            action = Optional.of(asked);
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
            return new DecisionRecord(basis, decision, at, by, reason, second, action, answers);
        }
    }
}
