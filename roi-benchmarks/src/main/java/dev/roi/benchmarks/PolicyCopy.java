package dev.roi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A copy of the policy in a directory of its own, which can be changed so that it is another policy that decides alike. */
public final class PolicyCopy implements AutoCloseable {

    private final WorkDirectory directory;
    private final Path path;
    private int changes;

    private PolicyCopy(WorkDirectory directory) {
        this.directory = directory;
        this.path = directory.path().resolve("policy");
    }

    /**
     * Makes a copy.
     *
     * @return the copy, in a new directory
     * @throws IOException when it cannot be written
     */
    public static PolicyCopy make() throws IOException {
        PolicyCopy copy = new PolicyCopy(WorkDirectory.make());
        Inputs.files().writeTo(copy.path);
        return copy;
    }

    /**
     * Returns where it is.
     *
     * @return the directory
     */
    public Path path() {
        return path;
    }

    /**
     * Changes the version of the policy, which changes its fingerprint.
     *
     * @throws IOException when it cannot be written
     */
    public void change() throws IOException {
        Path file = path.resolve("policy.yaml");
        String text = Files.readString(file).replaceFirst("(?m)^version: \\S+$", "version: 1.0." + ++changes);
        Path beside = path.resolve("policy.yaml~");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
