/**
 * Scorecards and reviews to and from JSON, strictly: every fault of an input at once, with its place. The only door to
 * Jackson.
 *
 * <p>Start with {@link dev.roi.core.json.Scorecards}, which reads, and {@link dev.roi.core.json.Json}, which writes.
 * {@link dev.roi.core.json.Schema} has the JSON Schemas of the documents. Beneath them {@link
 * dev.roi.core.json.Documents} reads any JSON or YAML document as a tree of {@link dev.roi.core.json.Node}s that know
 * their places, and {@link dev.roi.core.json.Faults} gathers what is wrong; the files of a policy are read with these.
 */
@NullMarked
package dev.roi.core.json;

import org.jspecify.annotations.NullMarked;
