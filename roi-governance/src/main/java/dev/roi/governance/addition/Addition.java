package dev.roi.governance.addition;

import dev.roi.core.InvalidInput;
import dev.roi.rules.policy.PolicyFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A policy with something added to it, not written yet. Immutable. */
public final class Addition {

    private final Path directory;
    private final PolicyFiles before;
    private final PolicyFiles after;

    Addition(Path directory, PolicyFiles before, PolicyFiles after) {
        this.directory = directory;
        this.before = before;
        this.after = after;
    }

    /**
     * Returns the policy's files with the addition.
     *
     * @return all of them
     */
    public PolicyFiles files() {
        return after;
    }

    /**
     * Returns which files the addition changes, or makes.
     *
     * @return their paths within the policy, in order
     */
    public List<String> paths() {
        return after.changedSince(before);
    }

    /**
     * Writes it into the policy's directory: all of it or nothing.
     *
     * @throws InvalidInput when somebody has changed one of the files since they were read
     * @throws UncheckedIOException when a file cannot be written; then all are as they were
     */
    public void write() {
        after.writeChanges(before, directory);
    }
}
