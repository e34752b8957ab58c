/**
 * Exports of tools as rows. {@link dev.roi.imports.source.SourcesFile} reads a {@code sources.yaml} and the files it names.
 *
 * <p>A {@code Reader} understands the records of one tool: it finds the scope by what scopes claim ({@code Claims}), the
 * month in the time zone of the file ({@code Moments}), and hands what it observed to a {@code Tally}, which counts, adds,
 * or takes the median, for a month and for the period of the baselines alike. What a reader cannot use it says ({@code
 * LeftOut}); people it counts, and forgets. Which indicator a figure is, and how it is defined, stands in {@code
 * figures.properties}, beside the readers: a policy with other names says so in {@code sources.yaml}.
 */
@NullMarked
package dev.roi.imports.source;

import org.jspecify.annotations.NullMarked;
