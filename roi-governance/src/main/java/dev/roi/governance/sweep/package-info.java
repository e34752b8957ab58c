/**
 * At which values of a threshold past decisions flip: {@link dev.roi.governance.sweep.Sweep} finds them exactly, since
 * what a threshold is compared with is known.
 */
@NullMarked
package dev.roi.governance.sweep;

import org.jspecify.annotations.NullMarked;
