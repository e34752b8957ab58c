/**
 * The vocabulary in which the formats of documents are described: each once, for reading with every fault and its place,
 * for writing, and for the JSON Schema.
 *
 * <p>Start with {@link dev.roi.core.format.Shape}: how a value is written. An object's shape is a list of {@link
 * dev.roi.core.format.Field}s, and a {@link dev.roi.core.format.Format} is the shape of a whole document. Shapes read from
 * a {@link dev.roi.core.format.Cursor} and write to a {@link dev.roi.core.format.Sink}, whatever is behind them; {@link
 * dev.roi.core.format.Objections} say what is wrong in the words of the document at hand.
 */
@NullMarked
package dev.roi.core.format;

import org.jspecify.annotations.NullMarked;
