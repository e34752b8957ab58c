package dev.roi.core;

/**
 * Which policy a review was made with.
 *
 * @param id its name
 * @param version its version, as its owners write it
 * @param fingerprint what it decides
 */
public record PolicyRef(PolicyId id, String version, Fingerprint fingerprint) {}
