/**
 * Looks for what is wrong with a policy, before anybody decides with it: {@link dev.roi.governance.check.PolicyCheck} lists
 * every fault and every doubt, {@link dev.roi.governance.check.CodePages} says what each code means.
 *
 * <p>Faults are found by reading, doubts by reasoning over the rules; nothing of a policy is compiled or run. A doubt is
 * always true: where something is undecided, nothing is said.
 */
@NullMarked
package dev.roi.governance.check;

import org.jspecify.annotations.NullMarked;
