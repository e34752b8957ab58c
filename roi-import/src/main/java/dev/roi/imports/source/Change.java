package dev.roi.imports.source;

/** A pull or merge request, as small as can be: there may be a million. Moments are milliseconds since 1970. */
final class Change {

    /** No moment. */
    static final long NEVER = Long.MIN_VALUE;

    private static final int NOBODY = -1;

    final int repository;
    final long number;
    final long created;
    final int author;
    int line;
    long updated = NEVER;
    long merged = NEVER;
    long closed = NEVER;
    long ready = NEVER;
    boolean draft;
    private long first = NEVER;
    private int firstBy = NOBODY;
    private long second = NEVER;

    Change(int repository, long number, long created, int author) {
        this.repository = repository;
        this.number = number;
        this.created = created;
        this.author = author;
    }

    /** Keeps the first review, and the first of somebody else, since one of them may be the author's. */
    void reviewed(int by, long at) {
        if (by == firstBy) {
            first = Math.min(first, at);
        } else if (firstBy == NOBODY) {
            first = at;
            firstBy = by;
        } else if (at < first || (at == first && by < firstBy)) {
            second = first;
            first = at;
            firstBy = by;
        } else if (second == NEVER || at < second) {
            second = at;
        }
    }

    /** The first review by somebody who is not the author. */
    long firstReview() {
        return firstBy == author && firstBy != NOBODY ? second : first;
    }

    void reviewsOf(Change other) {
        if (other.firstBy != NOBODY) {
            reviewed(other.firstBy, other.first);
        }
    }

    /** Of two states of one change the one that was read last; in doubt the one that is further. */
    boolean isLaterThan(Change other) {
        if (updated != other.updated) {
            return updated > other.updated;
        }
        if (merged != other.merged) {
            return merged > other.merged;
        }
        if (closed != other.closed) {
            return closed > other.closed;
        }
        return draft != other.draft ? other.draft : ready > other.ready;
    }

    boolean isOpenAt(long moment) {
        long end = merged != NEVER ? merged : closed;
        return created < moment && (end == NEVER || end >= moment);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change that
                && repository == that.repository
                && number == that.number
                && created == that.created;
    }

    @Override
    public int hashCode() {
        return (int) (31 * (31 * number + repository) + (created ^ created >>> 32));
    }
}
