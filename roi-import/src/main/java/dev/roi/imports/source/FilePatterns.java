package dev.roi.imports.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The files that a pattern names, beside the file that it stands in: a star stands for any characters of a name. */
final class FilePatterns {

    private static final int MOST_DEPTH = 8;

    private FilePatterns() {}

    static List<Path> find(Path sources, String pattern) {
        Path base = sources.toAbsolutePath().resolveSibling("");
        int star = first(pattern);
        try {
            if (star < 0) {
                Path file = sources.resolveSibling(pattern);
                return Files.isRegularFile(file) ? List.of(file) : List.of();
            }
            int slash = pattern.lastIndexOf('/', star);
            Path root = slash < 0
                    ? base
                    : base.resolve(pattern.substring(0, slash + 1)).normalize();
            if (!Files.isDirectory(root)) {
                return List.of();
            }
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(slash + 1));
            try (Stream<Path> files = Files.walk(root, MOST_DEPTH)) {
                return files.filter(Files::isRegularFile)
                        .map(root::relativize)
                        .filter(matcher::matches)
                        .sorted()
                        .map(found -> sources.resolveSibling(pattern.substring(0, slash + 1) + found))
                        .toList();
            }
        } catch (PatternSyntaxException noPattern) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int first(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
