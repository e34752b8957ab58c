package dev.roi.imports;

import dev.roi.core.Exact;
import java.util.Optional;

/**
 * What a reading is compared with: a row of its table.
 *
 * @param scope whose it is
 * @param indicator the name of what was measured
 * @param value the value; nothing where it is not known
 * @param unit the unit it is in, where it is not the indicator's
 * @param period when it was measured
 * @param method how it was computed
 * @param definition how it was measured
 * @param note a remark
 * @param origin where the row comes from
 */
public record BaselineRow(
        ScopeKey scope,
        String indicator,
        Optional<Exact> value,
        Optional<String> unit,
        Optional<String> period,
        Optional<String> method,
        Optional<String> definition,
        Optional<String> note,
        Origin origin) {

    /**
     * Returns a row that says nothing else of a baseline.
     *
     * @param scope whose it is
     * @param indicator the name of what was measured
     * @param value the value
     * @return the row
     */
    public static BaselineRow of(ScopeKey scope, String indicator, Exact value) {
        return new BaselineRow(
                scope,
                indicator,
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Origin.of("", 0));
    }
}
