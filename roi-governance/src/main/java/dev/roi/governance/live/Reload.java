package dev.roi.governance.live;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyRef;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of an attempt to put another policy in use; its text is one to log. */
public sealed interface Reload permits Reload.Swapped, Reload.Unchanged, Reload.Refused {

    /**
     * Returns the policy in use after the attempt.
     *
     * @return which it is
     */
    PolicyRef inUse();

    /**
     * Returns what kept the policy from being put in use.
     *
     * @return every fault, sorted by place; empty unless it was refused
     */
    default List<Fault> faults() {
        return List.of();
    }

    /**
     * Treats what can come of an attempt apart.
     *
     * @param ifSwapped what to do where another policy is in use now
     * @param ifUnchanged what to do where nothing has changed
     * @param ifRefused what to do where the policy in use stayed
     * @param <T> the type of the result
     * @return the result of the case that applies
     */
    <T> T fold(
            Function<? super Swapped, ? extends T> ifSwapped,
            Function<? super Unchanged, ? extends T> ifUnchanged,
            Function<? super Refused, ? extends T> ifRefused);

    /**
     * Another policy is in use now; reviews that had begun finish on the one before.
     *
     * @param before which was in use
     * @param inUse which is
     */
    record Swapped(PolicyRef before, PolicyRef inUse) implements Reload {

        @Override
        public <T> T fold(
                Function<? super Swapped, ? extends T> ifSwapped,
                Function<? super Unchanged, ? extends T> ifUnchanged,
                Function<? super Refused, ? extends T> ifRefused) {
            return ifSwapped.apply(this);
        }

        @Override
        public String toString() {
            return "policy %s in use instead of %s".formatted(named(inUse), named(before));
        }
    }

    /**
     * The directory says what is in use already: nothing in it changes a byte of a review.
     *
     * @param inUse which policy is in use
     */
    record Unchanged(PolicyRef inUse) implements Reload {

        @Override
        public <T> T fold(
                Function<? super Swapped, ? extends T> ifSwapped,
                Function<? super Unchanged, ? extends T> ifUnchanged,
                Function<? super Refused, ? extends T> ifRefused) {
            return ifUnchanged.apply(this);
        }

        @Override
        public String toString() {
            return "policy %s in use as before: nothing that a review depends on has changed".formatted(named(inUse));
        }
    }

    /**
     * The policy in use stayed.
     *
     * @param inUse which it is
     * @param faults why, sorted by place; at least one
     */
    record Refused(PolicyRef inUse, List<Fault> faults) implements Reload {

        /** Sorts the faults. {@inheritDoc} */
        public Refused {
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a refusal says why");
            }
            faults = new InvalidInput(faults).faults();
        }

        @Override
        public <T> T fold(
                Function<? super Swapped, ? extends T> ifSwapped,
                Function<? super Unchanged, ? extends T> ifUnchanged,
                Function<? super Refused, ? extends T> ifRefused) {
            return ifRefused.apply(this);
        }

        @Override
        public String toString() {
            return faults.stream()
                    .map(Fault::toString)
                    .collect(Collectors.joining(
                            "\n",
                            "policy %s stays in use, since the other one was refused:\n".formatted(named(inUse)),
                            ""));
        }
    }

    private static String named(PolicyRef policy) {
        return "%s %s (%s)".formatted(policy.id(), policy.version(), policy.fingerprint());
    }
}
