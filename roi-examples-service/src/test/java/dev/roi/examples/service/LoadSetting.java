package dev.roi.examples.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** What stands around a service under load: a PostgreSQL, and a policy in a directory as Kubernetes mounts it. */
final class LoadSetting {

    private static final Path POLICY = Path.of("../roi-rules/src/main/resources/dev/roi/rules/policies/coding-agent");
    private static final Set<String> KEPT = Set.of("cases.yaml", "decisions.yaml");
    private static final String DATA = "..data";

    private final Path mount = Files.createTempDirectory("roi-policy");
    private final Path data = Files.createTempDirectory("roi-database");
    private final int port;
    private EmbeddedPostgres server;

    LoadSetting() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
        port = server.getPort();
        Path first = prepared(0);
        Files.createSymbolicLink(mount.resolve(DATA), first.getFileName());
        try (Stream<Path> entries = Files.list(first)) {
            for (Path entry : entries.toList()) {
                Files.createSymbolicLink(
                        mount.resolve(entry.getFileName()), Path.of(DATA).resolve(entry.getFileName()));
            }
        }
    }

    int port() {
        return port;
    }

    Path mount() {
        return mount;
    }

    /** Puts a version beside the others, where nobody looks yet. */
    Path prepared(int version) throws IOException {
        Path target = mount.resolve("..version-" + version);
        FileSystemUtils.copyRecursively(POLICY, target);
        Files.delete(target.resolve("files.txt"));
        keepFewScenarios(target.resolve("scenarios"));
        replace(target.resolve("policy.yaml"), "version: 1.0.0", "version: 1.0.%s".formatted(version));
        replace(target.resolve("texts/fr.yaml"), "\ntitle: ", "\ntitle: %s ".formatted(version));
        return target;
    }

    /** Every swap runs all scenarios of the policy: the load is to be the requests, and not these. */
    private static void keepFewScenarios(Path scenarios) throws IOException {
        try (Stream<Path> files = Files.list(scenarios)) {
            for (Path file : files.filter(
                            each -> !KEPT.contains(each.getFileName().toString()))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static void replace(Path file, String text, String by) throws IOException {
        String before = Files.readString(file);
        if (!before.contains(text)) {
            throw new IllegalStateException("%s does not say `%s`".formatted(file, text.strip()));
        }
        Files.writeString(file, before.replace(text, by));
    }

    /** What the kubelet does: a new link takes the place of the old one, and what that led to goes. */
    void mount(Path version) throws IOException {
        Path before = mount.resolve(DATA).toRealPath();
        Path next = Files.createSymbolicLink(mount.resolve("..data_tmp"), version.getFileName());
        Files.move(next, mount.resolve(DATA), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FileSystemUtils.deleteRecursively(before);
    }

    /** Ends the server, connections and all, and starts it again over the same files. */
    void restartDatabase() throws IOException {
        server.close();
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.deleteRecursively(mount);
    }
}
