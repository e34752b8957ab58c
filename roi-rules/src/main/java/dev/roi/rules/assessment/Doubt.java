package dev.roi.rules.assessment;

import dev.roi.core.IndicatorId;
import dev.roi.core.Keyword;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Why a month is undetermined: whether it is of some kind is open.
 *
 * @param month the month
 * @param cause what is in the way
 * @param indicator the indicator that it is about; nothing where it is about the month as a whole
 */
public record Doubt(YearMonth month, Cause cause, Optional<IndicatorId> indicator) {

    Doubt(YearMonth month, Cause cause) {
        this(month, cause, Optional.empty());
    }

    Doubt(YearMonth month, Cause cause, IndicatorId indicator) {
        this(month, cause, Optional.of(indicator));
    }

    /** What is in the way. */
    public enum Cause implements Keyword {
        /** The month is missing or partial. */
        MONTH,
        /** The indicator is not known. */
        UNKNOWN,
        /** Nothing says what the indicator was before. */
        NO_BASELINE,
        /** The indicator was measured under another definition than its baseline. */
        DEFINITION,
        /** The change lies within its uncertainty. */
        UNCERTAINTY
    }
}
