/**
 * What somebody begins to write a rule, a threshold or an indicator with: {@link dev.roi.governance.addition.Additions}
 * puts it into every file of a policy that has to name it, all at once, and leaves the rest of the files as it was.
 */
@NullMarked
package dev.roi.governance.addition;

import org.jspecify.annotations.NullMarked;
