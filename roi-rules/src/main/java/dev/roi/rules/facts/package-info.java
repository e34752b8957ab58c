/**
 * What a scorecard says, as facts that rules can ask about: {@link dev.roi.rules.facts.Assessment} turns one scope and
 * month into {@link dev.roi.rules.facts.Fact}s, where nothing unknown passes for a number.
 */
@NullMarked
package dev.roi.rules.facts;

import org.jspecify.annotations.NullMarked;
