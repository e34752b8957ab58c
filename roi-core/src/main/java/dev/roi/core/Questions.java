package dev.roi.core;

/**
 * The four questions of every month, answered.
 *
 * @param financed what do we finance?
 * @param obtained what do we get?
 * @param risked what do we risk?
 * @param decided what do we decide, and correct?
 */
public record Questions(String financed, String obtained, String risked, String decided) {}
