package dev.roi.cli;

import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.report.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A directory of pages. All of them are written beside their places first; then each is moved there in one step, the one
 * that leads to the others last, and pages of scopes that are gone are deleted. What is no such page is never touched.
 */
final class OutputPages {

    private static final Pattern LEFT_BEHIND = Pattern.compile("\\.roi-\\d+-\\d+\\.tmp");
    private static final int MOST_NAME_CHARACTERS = 500;
    private static final int BEGINNING = 1_000;

    private final Path directory;

    private OutputPages(Path directory) {
        this.directory = directory;
    }

    /**
     * Looks whether pages may be written.
     *
     * @param name the name of the directory; it is there, or what it is in is
     * @return where to write
     * @throws Refusal when they may not be
     */
    static OutputPages to(String name) {
        Path directory = Arguments.path(name);
        try {
            if (Files.isDirectory(directory)) {
                refuseForeign(directory);
                if (!Files.isWritable(directory)) {
                    throw new Refusal(Message.of(
                            "%s cannot be written: writing there is not permitted", Unwritable.show(directory)));
                }
                return new OutputPages(directory);
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                    || lower.endsWith(".html")
                    || lower.endsWith(".htm")) {
                throw new Refusal(Message.of(
                        "%s cannot be written: a portfolio in HTML is a directory of pages. Name one, such as "
                                + "`pages`; without `--out`, one page for all goes to standard output",
                        Unwritable.show(directory)));
            }
            Path parent = directory.toAbsolutePath().normalize().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new Refusal(Message.of(
                        "%s cannot be written: there is no directory %s",
                        Unwritable.show(directory), Unwritable.show(parent == null ? directory : parent)));
            }
            return new OutputPages(directory);
        } catch (IOException failure) {
            throw Unwritable.refusal(directory, failure);
        }
    }

    private static void refuseForeign(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!LEFT_BEHIND.matcher(name).matches() && !isPage(entry)) {
                    throw new Refusal(Message.of(
                            "%s has something in it that is no page of a review, `%s`, and nothing was written. "
                                    + "Name a directory that is new, is empty or has such pages only",
                            Unwritable.show(directory), Quoted.visible(name, MOST_NAME_CHARACTERS)));
                }
            }
        }
    }

    private static boolean isPage(Path file) throws IOException {
        if (!file.toString().endsWith(".html") || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(Site.MARK);
        }
    }

    /**
     * Writes the pages.
     *
     * @param site the pages
     * @throws Refusal when they cannot be written; where that shows before the first of them is in its place, as it does
     *     when a disk is full, the directory is as it was
     */
    void write(Site site) {
        boolean created = false;
        Path beside = directory.resolve(
                ".roi-%s-%s.tmp".formatted(ProcessHandle.current().pid(), System.nanoTime()));
        try {
            created = !Files.exists(directory);
            Files.createDirectories(beside);
            for (Map.Entry<String, String> page : site.pages().entrySet()) {
                Files.writeString(beside.resolve(page.getKey()), page.getValue());
            }
            for (String name : site.pages().keySet()) {
                if (!name.equals(Site.INDEX)) {
                    move(beside, name);
                }
            }
            move(beside, Site.INDEX);
            deleteOthers(site);
            Files.delete(beside);
        } catch (IOException failure) {
            Unwritable.clear(beside, failure);
            if (created) {
                deleteIfEmpty(failure);
            }
            throw Unwritable.refusal(directory, failure);
        }
    }

    private void move(Path beside, String name) throws IOException {
        Files.move(beside.resolve(name), directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void deleteOthers(Site site) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.html")) {
            for (Path entry : entries) {
                if (!site.pages().containsKey(String.valueOf(entry.getFileName())) && isPage(entry)) {
                    Files.delete(entry);
                }
            }
        }
    }

    private void deleteIfEmpty(IOException failure) {
        try {
            Files.delete(directory);
        } catch (IOException notEmpty) {
            failure.addSuppressed(notEmpty);
        }
    }
}
