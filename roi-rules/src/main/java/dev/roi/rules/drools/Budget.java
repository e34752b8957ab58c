package dev.roi.rules.drools;

import java.util.Optional;

/**
 * How many matches, and facts that are joined on the way to one, a run may go through. A rule that asks for much several
 * times over holds for the product, which soon is more than any machine can. For use by one thread.
 */
final class Budget {

    /** The most matches of one review. */
    static final long MOST = 100_000;

    /** The most matches of one portfolio, whose scopes may be very many. */
    static final long MOST_OF_PORTFOLIO = 1_000_000;

    private long left;

    Budget(long most) {
        this.left = most;
    }

    /** Counts one; it is always true, so that it can be a comparison. */
    boolean spend(String name) {
        if (--left < 0) {
            throw new Spent(name);
        }
        return true;
    }

    /** Finds out whether a failure is that of a budget that was spent. */
    static Optional<Spent> spent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Spent spent) {
                return Optional.of(spent);
            }
        }
        return Optional.empty();
    }

    /** The budget is spent. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String name;

        Spent(String name) {
            super("too many matches of " + name);
            this.name = name;
        }

        /** What was being matched. */
        String name() {
            return name;
        }
    }
}
