package dev.roi.cli;

import picocli.CommandLine.Parameters;

/** The policy that a command is about. */
final class PolicyArgument {

    @Parameters(
            paramLabel = "POLICY",
            description = "A built-in policy, or else a policy directory. Write ./NAME for a directory that is called "
                    + "like a built-in policy.")
    private String policy = "";

    String name() {
        return policy;
    }
}
