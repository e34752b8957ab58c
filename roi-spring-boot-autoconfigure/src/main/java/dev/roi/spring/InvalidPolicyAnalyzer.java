package dev.roi.spring;

import dev.roi.core.InvalidInput;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why an application does not start with its policy, for the policy's owners: no stack trace. */
public final class InvalidPolicyAnalyzer extends AbstractFailureAnalyzer<InvalidInput> {

    /** For Spring to make. */
    public InvalidPolicyAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidInput cause) {
        return new FailureAnalysis(
                "The policy cannot be used:\n\n" + cause.getMessage(),
                "Mend the policy, or name another one with `roi.policy.directory` or `roi.policy.built-in`.",
                cause);
    }
}
