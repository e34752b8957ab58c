/**
 * A policy's own tests: {@link dev.roi.governance.scenario.Scenarios} reads what its owners wrote, runs it, and tells what no
 * scenario would notice.
 */
@NullMarked
package dev.roi.governance.scenario;

import org.jspecify.annotations.NullMarked;
