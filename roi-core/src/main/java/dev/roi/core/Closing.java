package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A decision together with what closes it, which is something else for each: so that it can be carried out and judged. */
public sealed interface Closing {

    /**
     * Returns the decision that it closes.
     *
     * @return the decision
     */
    Decision decision();

    /**
     * Finds what it lacks.
     *
     * @param faults where to add each fault
     */
    void check(List<Fault> faults);

    /**
     * Returns what is extended, where the decision is to extend.
     *
     * @return the extension
     */
    default Optional<Extension> extension() {
        return Optional.empty();
    }

    /**
     * Returns what an adjustment acts on.
     *
     * @return the levers; empty for another decision
     */
    default List<LeverId> levers() {
        return List.of();
    }

    /**
     * Returns what stops, where the decision is to stop.
     *
     * @return the ending
     */
    default Optional<Ending> ending() {
        return Optional.empty();
    }

    /** To maintain: why it is not to extend, the record's reason says. */
    record Maintenance() implements Closing {

        @Override
        public Decision decision() {
            return Decision.MAINTAIN;
        }

        @Override
        public void check(List<Fault> faults) {}
    }

    /**
     * To adjust: the record's actions say what is done.
     *
     * @param levers what it acts on; at least one
     */
    record Adjustment(List<LeverId> levers) implements Closing {

        /** Copies the levers, each once. {@inheritDoc} */
        public Adjustment {
            levers = levers.stream().distinct().toList();
        }

        @Override
        public Decision decision() {
            return Decision.ADJUST;
        }

        @Override
        public void check(List<Fault> faults) {
            if (levers.isEmpty()) {
                faults.add(RecordFault.NOT_CLOSED.of(
                        Message.of("the decision is adjust, and no lever is given"),
                        Message.of("Say what the adjustment acts on.")));
            }
        }
    }

    /**
     * To extend.
     *
     * @param scope what the extension covers
     * @param owner who answers for it
     * @param guardrails what has to hold for it to go on; at least one
     */
    record Extension(String scope, String owner, List<String> guardrails) implements Closing {

        /** Copies the guardrails. {@inheritDoc} */
        public Extension {
            requireNonNull(scope, "scope");
            requireNonNull(owner, "owner");
            guardrails = List.copyOf(guardrails);
        }

        @Override
        public Decision decision() {
            return Decision.EXTEND;
        }

        @Override
        public void check(List<Fault> faults) {
            RecordText.check(
                    Message.of("the scope of the extension"), scope, DecisionRecord.MOST_TEXT_CHARACTERS, faults);
            RecordText.check(
                    Message.of("the owner of the extension"), owner, DecisionRecord.MOST_NAME_CHARACTERS, faults);
            guardrails.forEach(text ->
                    RecordText.check(Message.of("a guardrail"), text, DecisionRecord.MOST_TEXT_CHARACTERS, faults));
            if (guardrails.isEmpty()) {
                faults.add(RecordFault.NOT_CLOSED.of(
                        Message.of("the decision is extend, and no guardrail is given"),
                        Message.of("Say what has to hold for the extension to go on.")));
            }
        }

        @Override
        public Optional<Extension> extension() {
            return Optional.of(this);
        }
    }

    /**
     * To stop.
     *
     * @param stopped what stops
     * @param learned what was learned
     */
    record Ending(String stopped, String learned) implements Closing {

        /** Checks that both are there. {@inheritDoc} */
        public Ending {
            requireNonNull(stopped, "stopped");
            requireNonNull(learned, "learned");
        }

        @Override
        public Decision decision() {
            return Decision.STOP;
        }

        @Override
        public void check(List<Fault> faults) {
            RecordText.check(Message.of("what stops"), stopped, DecisionRecord.MOST_TEXT_CHARACTERS, faults);
            RecordText.check(Message.of("what was learned"), learned, DecisionRecord.MOST_TEXT_CHARACTERS, faults);
        }

        @Override
        public Optional<Ending> ending() {
            return Optional.of(this);
        }
    }

    /**
     * A decision that nothing closes: ledgers hold such from before that was asked for. No more are recorded.
     *
     * @param decision the decision
     */
    record Unclosed(Decision decision) implements Closing {

        /** Checks that there is a decision. {@inheritDoc} */
        public Unclosed {
            requireNonNull(decision, "decision");
        }

        @Override
        public void check(List<Fault> faults) {}
    }
}
