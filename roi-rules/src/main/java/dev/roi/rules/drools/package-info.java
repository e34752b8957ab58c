/**
 * Rule files read, compiled and run with Drools. The only package that knows it; no type of Drools leaves it.
 */
@NullMarked
package dev.roi.rules.drools;

import org.jspecify.annotations.NullMarked;
