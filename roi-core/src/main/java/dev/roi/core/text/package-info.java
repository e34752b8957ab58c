/** Numbers, units and months in the words of a language. */
@NullMarked
package dev.roi.core.text;

import org.jspecify.annotations.NullMarked;
