package dev.roi.imports;

import dev.roi.core.Exact;
import java.util.Optional;

/**
 * The money there is for some months: a row of its table.
 *
 * @param scope whose it is
 * @param amount how much
 * @param currency the ISO 4217 code of its money
 * @param period the months, such as {@code 2026-01/2026-12}
 * @param origin where the row comes from
 */
public record BudgetRow(ScopeKey scope, Exact amount, Optional<String> currency, String period, Origin origin) {}
