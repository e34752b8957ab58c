package dev.roi.governance.live;

import dev.roi.core.Fault;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.util.List;

/**
 * What a policy has to pass before it is put in use, besides being without faults. It is called beside the policy in
 * use, and reviews go on meanwhile.
 */
@FunctionalInterface
public interface Admission {

    /**
     * Looks at a policy that might be put in use.
     *
     * @param files what the directory holds, as it was read once
     * @param candidate an engine with that policy, not in use yet
     * @return what speaks against it; empty to let it pass
     */
    List<Fault> faults(PolicyFiles files, Engine candidate);
}
