package dev.roi.imports.source;

import dev.roi.core.Exact;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as programs write them: a point before decimals, no thousands, all of their digits. */
final class Amounts {

    private static final int MOST_CHARACTERS = 60;
    private static final int MOST_DECIMALS = 60;

    private Amounts() {}

    static Optional<Exact> of(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MOST_DECIMALS ? Optional.empty() : Optional.of(Exact.of(number));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** An amount in hundredths of its currency. */
    static Exact cents(Exact cents) {
        return cents.dividedBy(Exact.HUNDRED);
    }
}
