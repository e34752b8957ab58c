/**
 * Why, and why not: rules held against facts one comparison at a time, also those that did not fire.
 */
@NullMarked
package dev.roi.rules.explain;

import org.jspecify.annotations.NullMarked;
