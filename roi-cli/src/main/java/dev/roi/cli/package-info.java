/**
 * The command line {@code roi}. {@link dev.roi.cli.Main} is all of it that is public; each command is a class
 * of a few lines over the library's public API.
 */
@NullMarked
package dev.roi.cli;

import org.jspecify.annotations.NullMarked;
