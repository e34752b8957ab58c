package dev.roi.rules.policy;

import dev.roi.core.Fault;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a policy directory, and nothing that is not in it. For use by one thread, once. */
final class DirectoryReader {

    private static final List<String> FOLDERS = List.of("rules", "rules/portfolio", "texts", "scenarios");
    private static final Message NO_LINKS = Message.of("a policy has no links, so that it stays whole");
    private static final Message TOO_MANY = Message.of("a policy has %s files at the most", PolicyFiles.MOST_FILES);
    private static final int MOST_NAME_CHARACTERS = 500;

    /** The link that a mounted ConfigMap replaces to replace all of its files at once. */
    private static final String MOUNTED = "..data";

    private final Path directory;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> unread = new ArrayList<>();
    private long bytes;

    DirectoryReader(Path directory) {
        this.directory = directory;
    }

    PolicyFiles read() {
        try {
            Path root = root();
            gather(root, "");
            for (String folder : FOLDERS) {
                Path inner = root.resolve(folder);
                if (Files.isSymbolicLink(inner)) {
                    fault(PolicyCode.LINK, inner, NO_LINKS);
                } else if (Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
                    gather(inner, folder + "/");
                }
            }
            findStrays(root);
        } catch (IOException failure) {
            throw new UncheckedIOException("the policy directory %s cannot be read".formatted(directory), failure);
        }
        if (!faults.isEmpty()) {
            throw new InvalidPolicy(faults);
        }
        Collections.sort(unread);
        return new PolicyFiles(directory.toString(), files, unread);
    }

    /** Where rules, texts or all of a policy are missing, they may lie in a folder that is called otherwise, or one deeper. */
    private void findStrays(Path root) throws IOException {
        boolean hasRules = files.keySet().stream().anyMatch(PolicyFiles::isRuleFile);
        boolean hasTexts = files.keySet().stream().anyMatch(path -> path.startsWith("texts/"));
        boolean hasPolicy = files.containsKey(PolicyFiles.POLICY);
        if (hasRules && hasTexts && hasPolicy) {
            return;
        }
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(root, folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))) {
            for (Path folder : folders) {
                String name = String.valueOf(folder.getFileName());
                if (FOLDERS.contains(name) || name.startsWith(".")) {
                    continue;
                }
                try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                    for (Path entry : entries) {
                        String path = "%s/%s".formatted(name, entry.getFileName());
                        boolean isStray = PolicyFiles.twin(path)
                                .filter(twin -> !files.containsKey(twin))
                                .filter(twin -> PolicyFiles.isRuleFile(twin)
                                        ? !hasRules
                                        : twin.startsWith("texts/") ? !hasTexts : !hasPolicy)
                                .isPresent();
                        if (isStray && unread.size() < PolicyFiles.MOST_FILES) {
                            unread.add(path);
                        }
                    }
                }
            }
        }
    }

    /** The directory, or where a mounted ConfigMap has what it holds now: one look at the link tells for all files. */
    private Path root() throws IOException {
        Path link = directory.resolve(MOUNTED);
        if (!Files.isSymbolicLink(link)) {
            return directory;
        }
        Path target = Files.readSymbolicLink(link);
        Path held = directory.resolve(target);
        boolean isBeside = !target.isAbsolute()
                && target.getNameCount() == 1
                && target.toString().length() > 2
                && target.toString().startsWith("..");
        if (isBeside && Files.isDirectory(held, LinkOption.NOFOLLOW_LINKS)) {
            return held;
        }
        fault(
                PolicyCode.LINK,
                link,
                Message.of("it links to something else than a directory beside it, as a mounted ConfigMap has it"));
        return directory;
    }

    private void gather(Path folder, String prefix) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                String path = prefix + entry.getFileName();
                if (String.valueOf(entry.getFileName()).startsWith("._")) {
                    continue; // what macOS leaves beside a file on a disk that is not its own
                }
                if (PolicyFiles.belongs(path)) {
                    entries.add(entry);
                } else if (!FOLDERS.contains(path)
                        && PolicyFiles.isMeant(path)
                        && unread.size() < PolicyFiles.MOST_FILES) {
                    unread.add(path);
                }
                if (files.size() + entries.size() > PolicyFiles.MOST_FILES) {
                    fault(PolicyCode.TOO_LARGE, directory, TOO_MANY);
                    return;
                }
            }
        }
        Collections.sort(entries);
        for (Path entry : entries) {
            take(entry, prefix + entry.getFileName());
        }
    }

    private void take(Path entry, String path) throws IOException {
        if (Files.isSymbolicLink(entry)) {
            fault(PolicyCode.LINK, entry, NO_LINKS);
        } else if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            fault(PolicyCode.DIRECTORY, entry, Message.of("this should be a file, and is not"));
        } else if (!Quoted.visible(path, Integer.MAX_VALUE).equals(path)) {
            fault(PolicyCode.UNSEEN_CHARACTER, entry, Message.of("the name has a character that cannot be seen"));
        } else if (names(entry) > 1) {
            fault(
                    PolicyCode.LINK,
                    entry,
                    Message.of(
                            "the file has another name elsewhere, by which it could be changed; a policy has files of"
                                    + " its own"));
        } else {
            read(entry, path);
        }
    }

    /** How many names the file has; one where the file system does not say. */
    private static int names(Path entry) throws IOException {
        return entry.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (Integer) Files.getAttribute(entry, "unix:nlink", LinkOption.NOFOLLOW_LINKS)
                : 1;
    }

    /** Looks at the size while reading, since a file may grow meanwhile, or become a link. */
    private void read(Path entry, String path) throws IOException {
        try (InputStream stream = Files.newInputStream(entry, LinkOption.NOFOLLOW_LINKS)) {
            boolean ofRules = PolicyFiles.isRuleFile(path);
            long most = ofRules ? PolicyFiles.MOST_RULE_BYTES : PolicyFiles.MOST_BYTES;
            byte[] content = stream.readNBytes((int) most + 1);
            if (content.length > most) {
                fault(
                        PolicyCode.TOO_LARGE,
                        entry,
                        ofRules
                                ? Message.of(
                                        "the file is too large; a rule file of a policy has %s bytes at the most", most)
                                : Message.of(
                                        "the file is too large; a file of a policy has %s bytes at the most", most));
                return;
            }
            bytes += content.length;
            if (bytes > PolicyFiles.MOST_BYTES_TOGETHER && bytes - content.length <= PolicyFiles.MOST_BYTES_TOGETHER) {
                fault(
                        PolicyCode.TOO_LARGE,
                        directory,
                        Message.of(
                                "the files are too large together; those of a policy have %s bytes at the most",
                                PolicyFiles.MOST_BYTES_TOGETHER));
            }
            if (bytes <= PolicyFiles.MOST_BYTES_TOGETHER) {
                files.put(path, content);
            }
        }
    }

    private void fault(PolicyCode code, Path place, Message message) {
        faults.add(PolicyFiles.fault(code, Quoted.visible(place.toString(), MOST_NAME_CHARACTERS), message));
    }
}
