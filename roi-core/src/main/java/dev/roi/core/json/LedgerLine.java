package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Hash;
import dev.roi.core.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * An entry as a ledger keeps it: one line of JSON in UTF-8 that ends with its own hash, the SHA-256 of every byte of the
 * line before {@code ,"hash":}. The next entry names that hash, so that each line vouches for all lines before it.
 *
 * <p>What is hashed are the bytes as they stand, so that nothing has to be agreed on about how JSON is written, and a
 * changed space is found as a changed word is. Immutable.
 */
public final class LedgerLine {

    /** The most bytes of a line; no entry needs nearly as many. */
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final Limits LIMITS =
            new Limits(MOST_BYTES, 40, 4_000_000, 2_000_000, 1_000, Limits.NUMBER_CHARACTERS);
    private static final String BEFORE = ",\"hash\":\"";
    private static final String AFTER = "\"}";
    private static final int HASH_CHARACTERS = "sha256:".length() + 64;
    private static final int SEAL_BYTES = BEFORE.length() + HASH_CHARACTERS + AFTER.length();

    private final byte[] bytes;
    private final Hash hash;

    private LedgerLine(byte[] bytes, Hash hash) {
        this.bytes = bytes;
        this.hash = hash;
    }

    /**
     * Writes an entry.
     *
     * @param entry the entry
     * @return its line
     * @throws InvalidInput when it is too long, or has a text that could not be read again
     */
    public static LedgerLine of(LedgerEntry entry) {
        String document = LedgerFormat.line(requireNonNull(entry, "entry"));
        String body = document.substring(0, document.length() - 1);
        Hash hash = Hash.of(body.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = (body + BEFORE + hash + AFTER).getBytes(StandardCharsets.UTF_8);
        LedgerLine line = new LedgerLine(bytes, hash);
        LedgerEntry again = line.entry("the record");
        if (!again.equals(entry)) {
            throw new IllegalArgumentException("entry (%s) would not be read again as it is".formatted(entry.number()));
        }
        return line;
    }

    /**
     * Takes a line as it is kept.
     *
     * @param bytes the line, without its end; it is copied
     * @return the line; nothing where its bytes do not give the hash that it ends with
     */
    public static Optional<LedgerLine> find(byte[] bytes) {
        int body = bytes.length - SEAL_BYTES;
        if (body < 1 || bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        Hash hash = Hash.of(bytes, body);
        byte[] seal = (BEFORE + hash + AFTER).getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(bytes, body, bytes.length, seal, 0, seal.length)
                ? Optional.of(new LedgerLine(bytes.clone(), hash))
                : Optional.empty();
    }

    /**
     * Finds the whole entry that bytes begin with. What is left of a line that was cut short has none: its hash comes last.
     *
     * @param bytes bytes that may or may not be a line
     * @return the entry's line; nothing where they begin with none
     */
    public static Optional<LedgerLine> atStart(byte[] bytes) {
        byte[] before = BEFORE.getBytes(StandardCharsets.US_ASCII);
        for (int end = SEAL_BYTES + 1; end <= bytes.length; end++) {
            int seal = end - SEAL_BYTES;
            if (bytes[end - 1] == '}' && Arrays.equals(bytes, seal, seal + before.length, before, 0, before.length)) {
                Optional<LedgerLine> line = find(Arrays.copyOf(bytes, end));
                if (line.isPresent()) {
                    return line;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the line as it is kept.
     *
     * @return a copy of its bytes, without an end of line
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns the line as a text.
     *
     * @return the line, without an end; its UTF-8 are the line's bytes
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Returns the hash that the next entry names.
     *
     * @return the hash of all before it
     */
    public Hash hash() {
        return hash;
    }

    /**
     * Reads the entry.
     *
     * @param source what to call the line in messages
     * @return the entry
     * @throws InvalidInput when it cannot be read: with {@link dev.roi.core.InputFault#WRONG_FORMAT} where a later version
     *     of the library wrote it, and with another fault where none did
     */
    public LedgerEntry entry(String source) {
        Faults faults = new Faults();
        Optional<Node> root = Documents.json(source, bytes, LIMITS, faults);
        faults.throwIfAny();
        return LedgerFormat.read(root.orElseThrow());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerLine line && Arrays.equals(bytes, line.bytes);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
