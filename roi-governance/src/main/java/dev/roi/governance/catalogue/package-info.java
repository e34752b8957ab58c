/**
 * A whole policy on one page, for people: {@link dev.roi.governance.catalogue.Catalogue} is the way in.
 *
 * <p>What is shown is put together once, as words, and then written as Markdown or as HTML.
 */
@NullMarked
package dev.roi.governance.catalogue;

import org.jspecify.annotations.NullMarked;
