package dev.roi.core.json;

import com.fasterxml.jackson.core.StreamReadConstraints;

/** Parsers without limits of their own: the tree builder holds every limit itself, with the place. */
final class Unlimited {

    private Unlimited() {}

    static StreamReadConstraints constraints() {
        StreamReadConstraints.Builder limits = StreamReadConstraints.builder()
                .maxNestingDepth(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE);
        try {
            limits.maxNameLength(Integer.MAX_VALUE);
        } catch (NoSuchMethodError jackson215) {
            // names have a limit from Jackson 2.16 on
        }
        return limits.build();
    }
}
