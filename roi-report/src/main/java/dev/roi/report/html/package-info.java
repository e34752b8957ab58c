/**
 * The only door to the library that writes pages of HTML. Templates are compiled with the module that they belong to,
 * checked against its types, and escape each value for the place it stands in.
 */
@NullMarked
package dev.roi.report.html;

import org.jspecify.annotations.NullMarked;
