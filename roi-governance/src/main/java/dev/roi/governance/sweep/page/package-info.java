/** What a page about a sweep shows, in words. */
@NullMarked
package dev.roi.governance.sweep.page;

import org.jspecify.annotations.NullMarked;
