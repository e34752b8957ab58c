/** A review as text and as Markdown, in English and French. */
@NullMarked
package dev.roi.core.report;

import org.jspecify.annotations.NullMarked;
