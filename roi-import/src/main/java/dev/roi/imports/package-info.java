/**
 * Scorecards from rows: a reading each, or a part of one.
 *
 * <p>Begin with {@link dev.roi.imports.Readings#builder()}, which takes {@link dev.roi.imports.ReadingRow}s one after the
 * other, and gives scorecards, or every fault with the row that it is in. {@link dev.roi.imports.file.Import} reads such
 * rows from tables, workbooks and exports of tools.
 */
@NullMarked
package dev.roi.imports;

import org.jspecify.annotations.NullMarked;
