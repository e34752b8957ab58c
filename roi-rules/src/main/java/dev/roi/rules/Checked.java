package dev.roi.rules;

import dev.roi.core.Scorecard;
import dev.roi.core.json.Input;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Remembers scorecards with which nothing is wrong, so that what was read is not checked again when it is reviewed. It knows
 * the very objects, holds none of them, and forgets some when there are many. Safe for use by several threads.
 */
final class Checked {

    private static final int PLACES = 1 << 10;

    private final AtomicReferenceArray<WeakReference<Scorecard>> known = new AtomicReferenceArray<>(PLACES);

    private static int place(Scorecard scorecard) {
        return System.identityHashCode(scorecard) & (PLACES - 1);
    }

    boolean knows(Scorecard scorecard) {
        WeakReference<Scorecard> there = known.get(place(scorecard));
        return there != null && there.refersTo(scorecard);
    }

    void add(Scorecard scorecard) {
        known.set(place(scorecard), new WeakReference<>(scorecard));
    }

    /** What was put together from several scorecards is not what was checked. */
    Input add(Input read) {
        for (Scorecard scorecard : read.scorecards()) {
            if (scorecard.scope().formerIds().isEmpty()) {
                add(scorecard);
            }
        }
        return read;
    }
}
