/** What an import says: faults with their codes and places, and the words of its report, in English and French. */
@NullMarked
package dev.roi.imports.text;

import org.jspecify.annotations.NullMarked;
