package dev.roi.imports;

import java.time.YearMonth;

/**
 * A month with a name, such as the end of a contract: a row of its table.
 *
 * @param scope whose it is
 * @param name its name
 * @param month the month
 * @param origin where the row comes from
 */
public record DateRow(ScopeKey scope, String name, YearMonth month, Origin origin) {}
