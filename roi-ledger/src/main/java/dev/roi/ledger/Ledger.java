package dev.roi.ledger;

import java.nio.charset.StandardCharsets;

/**
 * Where the entries of a ledger are kept: lines with numbers from 1, which are only ever added to.
 *
 * <p>An application that keeps them in a place of its own implements this; what the lines say, and that each vouches for
 * those before it, is the business of {@link Records}. An implementation is safe for use by several threads, and
 * several processes may add to the same ledger.
 */
public interface Ledger {

    /**
     * Adds a line, unless somebody else was first.
     *
     * @param number the line's number: one more than that of the last line, or there is nothing to add to
     * @param line the line, without an end; it has to be kept byte for byte
     * @return true when the line is kept and will be there after a crash; false when the ledger does not end before that
     *     number, and nothing was added
     * @throws LedgerUnavailable when it cannot be kept; nothing that was added before is lost
     */
    boolean append(long number, byte[] line);

    /**
     * Gives every line that comes after a number, in the order of numbers.
     *
     * @param number the number; 0 for all lines
     * @param reader where to give them
     * @throws LedgerUnavailable when they cannot be read
     */
    void readAfter(long number, Reader reader);

    /**
     * Returns what messages call it.
     *
     * @return a file, a table or the like
     */
    String name();

    /** Takes the lines of a ledger. */
    interface Reader {

        /**
         * Takes a line.
         *
         * @param line the line, without an end
         */
        void line(byte[] line);

        /**
         * Takes a line that is kept as a text.
         *
         * @param line the line, without an end
         */
        default void line(String line) {
            line(line.getBytes(StandardCharsets.UTF_8));
        }

        /**
         * Takes a line that is kept as a text under a number of its own, which has to be the number that the line says it
         * has.
         *
         * @param number the number that it is kept under
         * @param line the line, without an end
         */
        default void line(long number, String line) {
            line(line);
        }

        /**
         * Takes bytes after the last line that are no whole line: somebody was stopped while writing. Only a ledger that
         * can be written in part has any.
         *
         * @param bytes the bytes
         */
        void torn(byte[] bytes);
    }
}
