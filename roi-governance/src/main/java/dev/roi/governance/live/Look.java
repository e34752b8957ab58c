package dev.roi.governance.live;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.rules.policy.PolicyFiles;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a policy directory held when it was looked at: its files, or why they could not be read.
 *
 * <p>While one look is taken files may change. Two looks in a row that are {@linkplain #isSameAs(Look) the same} held
 * everything in common at the moment between them, and so are a snapshot of the directory.
 */
final class Look {

    private static final int MOST_ATTEMPTS = 10;

    private final Optional<PolicyFiles> files;
    private final List<Fault> faults;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    private Look(Optional<PolicyFiles> files, List<Fault> faults) {
        this.files = files;
        this.faults = faults;
        files.ifPresent(read ->
                read.paths().forEach(path -> contents.put(path, read.find(path).orElseThrow())));
    }

    static Look through(Function<Path, PolicyFiles> reader, Path directory) {
        try {
            return new Look(Optional.of(reader.apply(directory)), List.of());
        } catch (InvalidInput invalid) {
            return new Look(Optional.empty(), invalid.faults());
        } catch (UncheckedIOException | DirectoryIteratorException | SecurityException unreadable) {
            return new Look(
                    Optional.empty(),
                    ReloadFault.NOT_READABLE.of(
                            directory.toString(),
                            Message.of("the policy directory cannot be read: %s", reason(unreadable)),
                            Message.of("Make the directory and its files readable for the program.")));
        }
    }

    /** Looks until two looks in a row are the same. */
    static Look settled(Function<Path, PolicyFiles> reader, Path directory) {
        Look before = through(reader, directory);
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            Look now = through(reader, directory);
            if (now.isSameAs(before)) {
                return now;
            }
            before = now;
        }
        return new Look(
                Optional.empty(),
                ReloadFault.UNSETTLED.of(
                        directory.toString(),
                        Message.of("the policy directory kept changing while it was read %s times", MOST_ATTEMPTS),
                        Message.of("Load it again when nothing writes to it any more.")));
    }

    private static String reason(RuntimeException unreadable) {
        Throwable cause = unreadable.getCause() != null ? unreadable.getCause() : unreadable;
        return "%s (%s)"
                .formatted(
                        cause.getClass().getSimpleName(),
                        Quoted.visible(String.valueOf(cause.getMessage()), Quoted.MOST_CHARACTERS));
    }

    boolean isSameAs(Look other) {
        return faults.equals(other.faults)
                && contents.keySet().equals(other.contents.keySet())
                && contents.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), other.contents.get(file.getKey())));
    }

    /**
     * Returns the files.
     *
     * @throws InvalidInput when they could not be read, with the reasons
     */
    PolicyFiles files() {
        return files.orElseThrow(() -> new InvalidInput(faults));
    }
}
