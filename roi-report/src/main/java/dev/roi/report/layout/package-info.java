/**
 * Texts on their way to somebody's screen: {@link dev.roi.report.layout.Columns} breaks them into the lines of a
 * terminal, {@link dev.roi.report.layout.Inert} makes what people wrote harmless.
 */
@NullMarked
package dev.roi.report.layout;

import org.jspecify.annotations.NullMarked;
