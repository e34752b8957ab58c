package dev.roi.cli;

import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the built-in policy in a directory, to be edited. */
record PolicyCopy(Path path) {

    static PolicyCopy at(Path path) throws IOException {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        for (String name : files.paths()) {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, files.find(name).orElseThrow());
        }
        return new PolicyCopy(path);
    }

    PolicyCopy set(String threshold, String value) throws IOException {
        return replace("thresholds.yaml", "(?m)(^" + threshold.replace(".", "\\.") + ":\\n  value: ).*$", "$1" + value);
    }

    PolicyCopy replace(String file, String pattern, String replacement) throws IOException {
        Path place = path.resolve(file);
        Files.writeString(place, Files.readString(place).replaceFirst(pattern, replacement));
        return this;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
