/**
 * What rules can ask about: the records of {@link dev.roi.rules.facts.Fact}, from which
 * {@link dev.roi.rules.facts.FactType} reads the vocabulary of rule files. No number of a fact is unknown.
 */
@NullMarked
package dev.roi.rules.facts;

import org.jspecify.annotations.NullMarked;
