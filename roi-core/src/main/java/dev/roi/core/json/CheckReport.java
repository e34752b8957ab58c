package dev.roi.core.json;

import dev.roi.core.Fault;
import dev.roi.core.PolicyRef;
import java.util.List;
import java.util.Optional;

/**
 * What a check of a policy found, as {@code roi-check/1} has it.
 *
 * @param directory what was checked
 * @param policy which policy it is; nothing where there is an error
 * @param origin what it was copied from, if it says so
 * @param findings what was found, in order
 */
public record CheckReport(String directory, Optional<PolicyRef> policy, Optional<Origin> origin, List<Fault> findings) {

    /** Copies the findings. {@inheritDoc} */
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /**
     * What a policy was copied from.
     *
     * @param copied the policy as it was then
     * @param since what became of it, in a word
     * @param today the policy as it is now, if there is one
     */
    public record Origin(PolicyRef copied, String since, Optional<PolicyRef> today) {}
}
