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

    @Option(
            names = "--policies",
            paramLabel = "DIR",
            description = "A directory of policy directories, for scorecards that name a policy of your own. They win "
                    + "over built-in ones of the same name.")
    private Optional<String> policies = Optional.empty();

    /** Adds the policies of one's own to those that scorecards may name. */
    Policies among(Policies known) {
        return policies.map(known::and).orElse(known);
    }

    /** Returns its name, where one is given. */
    Optional<String> name() {
        return policy;
    }
}
