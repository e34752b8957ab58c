/**
 * A policy that is in use while its owners change it: {@link dev.roi.governance.live.LivePolicy} holds the engine in use, and
 * takes up a changed directory whole, once it is read, built, checked and tested with its own scenarios, or not at all.
 */
@NullMarked
package dev.roi.governance.live;

import org.jspecify.annotations.NullMarked;
