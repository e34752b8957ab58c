/**
 * What the page of a policy says ({@link dev.roi.governance.catalogue.page.CataloguePage}), in words, and each form that
 * it is written in. The templates become classes of this package.
 */
@NullMarked
package dev.roi.governance.catalogue.page;

import org.jspecify.annotations.NullMarked;
