/**
 * A review, or the reviews of a portfolio, as text and as Markdown, in English and French.
 *
 * <p>Start with {@link dev.roi.core.report.Report}: {@code Report.of(review).text()}. What a report says and in which
 * order is decided once, for every form; each form only says how that looks, and makes what people wrote inert.
 */
@NullMarked
package dev.roi.core.report;

import org.jspecify.annotations.NullMarked;
