/** Reviews on a cluster. Begin with {@link dev.roi.spark.RoiSpark}. */
@NullMarked
package dev.roi.spark;

import org.jspecify.annotations.NullMarked;
