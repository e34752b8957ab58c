/**
 * The approved versions of a policy, one after the other: {@link dev.roi.governance.approval.PolicyHistory} says what each
 * changed.
 */
@NullMarked
package dev.roi.governance.approval;

import org.jspecify.annotations.NullMarked;
