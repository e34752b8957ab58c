package dev.roi.testkit.model;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * Whether something is so, as far as it is known.
 *
 * @param sure it is so, whatever the true figures are within what is known of them
 * @param apparent it is so of the figures as they are given
 * @param possible it may be so
 */
record Told(boolean sure, boolean apparent, boolean possible) {

    static final Told NO = new Told(false, false, false);
    static final Told UNKNOWN = new Told(false, false, true);

    Told and(Told other) {
        return new Told(sure && other.sure, apparent && other.apparent, possible && other.possible);
    }

    Told or(Told other) {
        return new Told(sure || other.sure, apparent || other.apparent, possible || other.possible);
    }

    static boolean any(Collection<Told> all, Predicate<Told> is) {
        return all.stream().anyMatch(is);
    }
}
