package dev.roi.core.json;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/**
 * The characters of a document, read one after the other, of which some can be read once more: those that come next, and those
 * that came just now.
 */
final class Characters extends Reader {

    /** The most that is read ahead: a scorecard of a hundred months has some 300,000 characters. */
    private static final int MOST_AHEAD = 1 << 20;

    /** What came just now; whoever reads a document by blocks has not understood more of it than its last block. */
    private static final int BEHIND = 1 << 13;

    private final Reader document;
    private final int mostAhead;
    private char[] kept = new char[2 * BEHIND];
    private long begin;
    private int length;
    private long position;
    private boolean isAtEnd;
    private Optional<IOException> failure = Optional.empty();

    /**
     * Begins before the first character.
     *
     * @param document the characters
     * @param limits how large it may be: no more than a quarter of that is read ahead
     */
    Characters(Reader document, Limits limits) {
        this.document = document;
        this.mostAhead = (int) Math.min(MOST_AHEAD, limits.bytes() / 4);
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int given = copy(position, target, offset, count);
        position += Math.max(0, given);
        return given;
    }

    /** Leaves the document open: whoever opened it closes it. */
    @Override
    public void close() {}

    /**
     * Returns the characters from a place on, which can be read here all the same.
     *
     * @param from the place, counted from the document's first character: it came just now, or comes next
     * @return the characters, as far as they are read ahead; then it fails
     */
    Reader from(long from) {
        return new Reader() {

            private long next = from;

            @Override
            public int read(char[] target, int offset, int count) throws IOException {
                if (next - position > mostAhead) {
                    throw new IOException("too much to be read ahead");
                }
                int given = copy(next, target, offset, count);
                next += Math.max(0, given);
                return given;
            }

            @Override
            public void close() {}
        };
    }

    private int copy(long from, char[] target, int offset, int count) throws IOException {
        if (from == begin + length && !more()) {
            return -1;
        }
        int start = (int) (from - begin);
        int given = Math.min(count, length - start);
        System.arraycopy(kept, start, target, offset, given);
        return given;
    }

    /** Reads on; says whether there is more. What went wrong once does so again, at the same place. */
    private boolean more() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (isAtEnd) {
            return false;
        }
        makeRoom();
        try {
            int read = document.read(kept, length, kept.length - length);
            isAtEnd = read < 0;
            length += Math.max(0, read);
            return !isAtEnd;
        } catch (IOException failed) {
            failure = Optional.of(failed);
            throw failed;
        }
    }

    private void makeRoom() {
        int past = (int) Math.max(0, position - BEHIND - begin);
        if (past > kept.length / 2) {
            System.arraycopy(kept, past, kept, 0, length - past);
            begin += past;
            length -= past;
        }
        if (kept.length - length < BEHIND) {
            kept = Arrays.copyOf(kept, 2 * kept.length);
        }
    }
}
