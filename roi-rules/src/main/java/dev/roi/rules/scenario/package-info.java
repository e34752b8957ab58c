/**
 * A policy's own tests: {@link dev.roi.rules.scenario.Scenarios} reads what its owners wrote, runs it, and tells what no
 * scenario would notice.
 */
@NullMarked
package dev.roi.rules.scenario;

import org.jspecify.annotations.NullMarked;
