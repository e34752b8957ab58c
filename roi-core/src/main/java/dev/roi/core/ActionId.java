package dev.roi.core;

/**
 * Which action it is: the decision that asked for it, and which of that decision's actions.
 *
 * @param entry the decision's number in its ledger
 * @param number its number among the decision's actions, from 1
 */
public record ActionId(long entry, int number) implements Comparable<ActionId> {

    /** Checks the numbers. {@inheritDoc} */
    public ActionId {
        if (entry < 1 || number < 1) {
            throw new IllegalArgumentException("action (%s.%s) must be 1 or more".formatted(entry, number));
        }
    }

    /**
     * Names the first action of a decision.
     *
     * @param entry the decision's number in its ledger
     * @return the action
     */
    public static ActionId of(long entry) {
        return new ActionId(entry, 1);
    }

    @Override
    public int compareTo(ActionId other) {
        return entry == other.entry ? Integer.compare(number, other.number) : Long.compare(entry, other.entry);
    }

    /**
     * Writes it as people do.
     *
     * @return the decision's number for its first action, such as {@code 7}; else both, such as {@code 7.2}
     */
    @Override
    public String toString() {
        return number == 1 ? String.valueOf(entry) : entry + "." + number;
    }
}
