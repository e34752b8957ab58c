package dev.roi.core;

/**
 * What an adjustment acts on, in the words of a review's language.
 *
 * @param id its name within the policy
 * @param name what people call it
 * @param action what pulling it means, as an instruction
 */
public record Lever(LeverId id, String name, String action) {}
