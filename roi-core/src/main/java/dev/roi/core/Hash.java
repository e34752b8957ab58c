package dev.roi.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What stands for some bytes and for no others: their SHA-256.
 *
 * @param value {@code sha256:} and 64 hexadecimal digits, in small letters
 */
public record Hash(String value) {

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    /** Checks the form. {@inheritDoc} */
    public Hash {
        if (!isHash(value)) {
            throw new IllegalArgumentException("hash (%s) must be sha256: and 64 digits".formatted(value));
        }
    }

    /**
     * Tells whether a text is written as a hash is.
     *
     * @param text the text
     * @return whether it is {@code sha256:} and 64 hexadecimal digits, in small letters
     */
    public static boolean isHash(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Hashes bytes.
     *
     * @param bytes the bytes
     * @return their hash
     */
    public static Hash of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /**
     * Hashes the first of some bytes.
     *
     * @param bytes the bytes
     * @param length how many of them count
     * @return their hash
     */
    public static Hash of(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return new Hash("sha256:" + HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
