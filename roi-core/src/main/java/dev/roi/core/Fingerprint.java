package dev.roi.core;

import java.util.regex.Pattern;

/**
 * What a policy decides, in one line: the same exactly as long as nothing in it can change a byte of a review.
 *
 * @param value {@code sha256:} and 64 hexadecimal digits
 */
public record Fingerprint(String value) {

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    /** Checks the form. {@inheritDoc} */
    public Fingerprint {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("fingerprint (%s) must be sha256: and 64 digits".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
