package dev.roi.rules.policy;

import dev.roi.core.Fingerprint;
import dev.roi.core.PolicyId;

/**
 * What a policy was copied from. It changes nothing that the policy decides, and does not count into its fingerprint.
 *
 * @param policy the policy that was copied
 * @param version its version at that time
 * @param fingerprint what it decided at that time
 */
public record Origin(PolicyId policy, String version, Fingerprint fingerprint) {}
