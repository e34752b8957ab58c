package dev.roi.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The policy that scorecards are reviewed with. */
final class PolicyOption {

    @Option(
            names = "--policy",
            paramLabel = "ID|DIR",
            description = "A built-in policy, or else a policy directory. It wins over the scorecard's own. Write "
                    + "./NAME for a directory that is called like a built-in policy.")
    private Optional<String> policy = Optional.empty();

    /** Returns its name, where one is given. */
    Optional<String> name() {
        return policy;
    }
}
