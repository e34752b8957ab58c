/**
 * Numbers, units, months and sentences in the words of a language.
 *
 * <p>Start with {@link dev.roi.core.text.Quantities}, which writes a number with its unit, and
 * {@link dev.roi.core.text.Template}, a sentence with places for values. No machine's locale plays a part here.
 */
@NullMarked
package dev.roi.core.text;

import org.jspecify.annotations.NullMarked;
