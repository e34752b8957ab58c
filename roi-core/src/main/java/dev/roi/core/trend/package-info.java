/** Telling a trend from noise: process behaviour charts. */
@NullMarked
package dev.roi.core.trend;

import org.jspecify.annotations.NullMarked;
