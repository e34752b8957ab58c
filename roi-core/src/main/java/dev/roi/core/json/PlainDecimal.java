package dev.roi.core.json;

import java.math.BigDecimal;

/** A number that is never written with an exponent: Jackson writes what its text says. */
final class PlainDecimal extends BigDecimal {

    private static final long serialVersionUID = 1L;

    PlainDecimal(BigDecimal number) {
        super(number.unscaledValue(), number.scale());
    }

    @Override
    public String toString() {
        return toPlainString();
    }
}
