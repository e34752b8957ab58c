package dev.roi.core.json;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/**
 * The characters that a document begins with, most often all of them, kept so that they can be read more than once; read on
 * from the first one as if none had been read.
 */
final class Beginning extends Reader {

    /** The most that is kept: a scorecard of a hundred months has some 300,000 characters. */
    private static final int MOST = 1 << 20;

    private static final int FEWEST = 1 << 12;

    private final Reader all;
    private final char[] kept;
    private final int length;
    private final boolean isWhole;
    private final Optional<IOException> failure;
    private int position;

    private Beginning(Reader all, char[] kept, int length, boolean isWhole, Optional<IOException> failure) {
        this.all = all;
        this.kept = kept;
        this.length = length;
        this.isWhole = isWhole;
        this.failure = failure;
    }

    /**
     * Reads the beginning of a document.
     *
     * @param all its characters
     * @param limits how large it may be; no more is kept than what cannot be too large
     * @return what it begins with, and all the rest
     */
    static Beginning of(Reader all, Limits limits) {
        int most = (int) Math.min(MOST, limits.bytes() / 4);
        char[] kept = new char[Math.max(2, Math.min(most, 4 * FEWEST))];
        int length = 0;
        try {
            while (length < most) {
                if (kept.length - length < 2) {
                    kept = Arrays.copyOf(kept, 2 * kept.length);
                }
                int more = all.read(kept, length, kept.length - length);
                if (more < 0) {
                    return new Beginning(all, kept, length, true, Optional.empty());
                }
                length += more;
            }
        } catch (IOException failed) {
            return new Beginning(all, kept, length, false, Optional.of(failed));
        }
        return new Beginning(all, kept, length, false, Optional.empty());
    }

    /** Tells whether the document ends where this does, and nothing is wrong with its characters. */
    boolean isWhole() {
        return isWhole;
    }

    /** What is kept; no more of it than {@link #length()} counts. */
    char[] characters() {
        return kept;
    }

    /** How many characters are kept. */
    int length() {
        return length;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        if (position < length) {
            int given = Math.min(count, length - position);
            System.arraycopy(kept, position, target, offset, given);
            position += given;
            return given;
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return isWhole ? -1 : all.read(target, offset, count);
    }

    /** Leaves the document open: whoever opened it closes it. */
    @Override
    public void close() {}
}
