/**
 * Programs that show how to use the library, each the smallest that shows one thing. Begin with
 * {@link dev.roi.examples.FirstReview}.
 */
@NullMarked
package dev.roi.examples;

import org.jspecify.annotations.NullMarked;
