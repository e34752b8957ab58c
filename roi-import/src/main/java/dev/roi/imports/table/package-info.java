/**
 * Tables as people have them: CSV of any spreadsheet, JSON lines, workbooks. {@link dev.roi.imports.table.Tables} turns
 * them into rows, and refuses what can mean two things.
 */
@NullMarked
package dev.roi.imports.table;

import org.jspecify.annotations.NullMarked;
