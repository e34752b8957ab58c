/**
 * What a report says, piece by piece ({@link dev.roi.report.page.Page}), and each form that it is written in. The
 * templates of HTML pages become classes of this package.
 */
@NullMarked
package dev.roi.report.page;

import org.jspecify.annotations.NullMarked;
