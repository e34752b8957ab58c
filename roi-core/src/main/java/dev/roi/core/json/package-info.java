/** Scorecards and reviews to and from JSON, strictly: every fault of a file at once, with its place. The only door to Jackson. */
@NullMarked
package dev.roi.core.json;

import org.jspecify.annotations.NullMarked;
