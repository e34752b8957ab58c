/**
 * Files in, scorecards out. Begin with {@link dev.roi.imports.file.Import}; its report says what is known, what is not,
 * and which figures only people can give.
 */
@NullMarked
package dev.roi.imports.file;

import org.jspecify.annotations.NullMarked;
