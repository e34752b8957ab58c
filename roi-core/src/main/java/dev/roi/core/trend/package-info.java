/**
 * Telling a trend from noise: process behaviour charts.
 *
 * <p>Begin at {@link dev.roi.core.trend.Trends}: it takes an indicator's {@link dev.roi.core.trend.History} and the
 * policy's {@link dev.roi.core.trend.TrendSettings}, and says improving, stable, worsening or undetermined. The numbers
 * behind it, for a plot, are a {@link dev.roi.core.trend.ProcessBehaviourChart}. All of it is exact, immutable and safe
 * for use by several threads.
 */
@NullMarked
package dev.roi.core.trend;

import org.jspecify.annotations.NullMarked;
