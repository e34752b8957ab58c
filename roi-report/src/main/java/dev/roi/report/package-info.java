/**
 * Reviews, portfolios, decisions and comparisons for people to read: as text, as Markdown and as HTML, in English and
 * French; and explanations as text and JSON.
 *
 * <p>Start with {@link dev.roi.report.Report}: {@code Report.of(review).text()}. What a report says and in which order is
 * decided once, for every form; each form only says how that looks, and makes what people wrote inert.
 */
@NullMarked
package dev.roi.report;

import org.jspecify.annotations.NullMarked;
