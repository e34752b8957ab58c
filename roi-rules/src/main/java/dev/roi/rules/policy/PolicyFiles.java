package dev.roi.rules.policy;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Message;
import dev.roi.rules.facts.RuleSubject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a policy directory holds: its files by their path within it, such as {@code rules/risk.drl}.
 *
 * <p>Only files that a policy has are read. Links, anything that is no plain file, what is too large, and more files than
 * any policy needs are refused. Immutable.
 */
public final class PolicyFiles {

    /** The most bytes one file may have. */
    public static final long MOST_BYTES = 1_048_576;

    /** The most bytes one rule file may have. */
    public static final long MOST_RULE_BYTES = 262_144;

    /** The most bytes all files of a policy may have together. */
    public static final long MOST_BYTES_TOGETHER = 4 * MOST_BYTES;

    /** The most files a policy may have. */
    public static final int MOST_FILES = 500;

    /** The policy itself: names, levers, precedence. */
    public static final String POLICY = "policy.yaml";

    /** Blocks and indicators. */
    public static final String INDICATORS = "indicators.yaml";

    /** The numbers that its owners may change. */
    public static final String THRESHOLDS = "thresholds.yaml";

    /** What is shown. */
    public static final String VIEWS = "views.yaml";

    private static final Pattern RULES = Pattern.compile("rules/(portfolio/)?[^/]+\\.drl");
    private static final String PORTFOLIO_RULES = "rules/portfolio/";
    private static final Pattern TEXTS = Pattern.compile("texts/[a-z]{2}\\.yaml");
    private static final String SCENARIOS = "scenarios/";
    private static final Pattern MEANT = Pattern.compile("\\.(ya?ml|drl)$", Pattern.CASE_INSENSITIVE);
    private static final String TXT = ".txt";
    private static final Pattern COUNTRY = Pattern.compile("^(texts/[a-z]{2})[-_][a-z]{2}\\.yaml$");
    private static final Pattern LANGUAGE = Pattern.compile("(?:en|fr)\\.yaml");
    private static final Pattern ASIDE =
            Pattern.compile("(\\.(md|txt|html|orig|bak|swp|tmp)|~)$", Pattern.CASE_INSENSITIVE);
    private static final String BUILT_IN = "/dev/roi/rules/policies/";

    private final String name;
    private final SortedMap<String, byte[]> files;
    private final List<String> unread;

    PolicyFiles(String name, Map<String, byte[]> files) {
        this(name, files, List.of());
    }

    PolicyFiles(String name, Map<String, byte[]> files, List<String> unread) {
        this.name = name;
        this.unread = List.copyOf(unread);
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Returns the names of the policies that come with the library.
     *
     * @return their names, in order
     */
    public static List<String> builtIns() {
        return lines(BUILT_IN + "policies.txt").orElseThrow();
    }

    /**
     * Reads a policy that comes with the library.
     *
     * @param id its name
     * @return its files, if there is such a policy
     */
    public static Optional<PolicyFiles> builtIn(String id) {
        if (!builtIns().contains(id)) {
            return Optional.empty();
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : lines(BUILT_IN + id + "/files.txt").orElseThrow()) {
            files.put(path, bytes(BUILT_IN + id + "/" + path).orElseThrow());
        }
        return Optional.of(new PolicyFiles(id, files));
    }

    /**
     * Reads a policy directory; of a mounted ConfigMap, what it holds at one moment.
     *
     * @param directory the directory
     * @return its files
     * @throws InvalidPolicy when it is no directory, or holds a link, something that is no plain file, or too much
     * @throws UncheckedIOException when it cannot be read
     */
    public static PolicyFiles read(Path directory) {
        String name = directory.toString();
        if (!Files.isDirectory(directory)) {
            Message message = Files.exists(directory)
                    ? Message.of("this is no directory; a policy is a directory with %s and its other files", POLICY)
                    : Message.of("there is no such policy directory");
            throw new InvalidPolicy(List.of(fault(PolicyCode.DIRECTORY, name, message)));
        }
        return new DirectoryReader(directory).read();
    }

    /**
     * Puts files together that are in memory.
     *
     * @param name what to call them in messages
     * @param texts the files' texts by path
     * @return the files
     */
    public static PolicyFiles of(String name, Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new PolicyFiles(name, files);
    }

    static boolean isRuleFile(String path) {
        return RULES.matcher(path).matches();
    }

    /** Tells what the rules of a file are about. */
    static RuleSubject subject(String rulePath) {
        return rulePath.startsWith(PORTFOLIO_RULES) ? RuleSubject.PORTFOLIO : RuleSubject.SCOPE;
    }

    static boolean belongs(String path) {
        return List.of(POLICY, INDICATORS, THRESHOLDS, VIEWS).contains(path)
                || isRuleFile(path)
                || TEXTS.matcher(path).matches()
                || (path.startsWith(SCENARIOS) && path.endsWith(".yaml"));
    }

    /** Tells whether somebody may take a file for one of the policy, though it is not read. */
    static boolean isMeant(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean isAside = last.startsWith(".")
                || last.startsWith("README")
                || ASIDE.matcher(last).find();
        return twin(path).isPresent()
                || (!isAside && (path.contains("/") || MEANT.matcher(last).find()));
    }

    /**
     * Finds the file of a policy that another one was most likely meant to be: without the ending that an editor gave it,
     * with {@code .yaml} for {@code .yml}, in small letters, without the country of a language, in the folder of its kind.
     *
     * @param path the path within the directory
     * @return the path as a policy has it; nothing where it is one already, or is not like one
     */
    public static Optional<String> twin(String path) {
        String plain = path.toLowerCase(Locale.ROOT);
        plain = plain.endsWith(TXT) ? plain.substring(0, plain.length() - TXT.length()) : plain;
        plain = plain.endsWith(".yml") ? plain.substring(0, plain.length() - "yml".length()) + "yaml" : plain;
        String name = plain.substring(plain.lastIndexOf('/') + 1);
        return Stream.of(
                        plain,
                        COUNTRY.matcher(plain).replaceFirst("$1.yaml"),
                        name.endsWith(".drl") ? "rules/" + name : name,
                        LANGUAGE.matcher(name).matches() ? "texts/" + name : name)
                .filter(meant -> belongs(meant) && !meant.equals(path) && !belongs(path))
                .findFirst();
    }

    /**
     * Returns the folder of the directory that a whole policy lies in, as unpacking an archive may leave it.
     *
     * @return its name; nothing where the policy lies in the directory itself
     */
    public Optional<String> deeper() {
        return files.containsKey(POLICY)
                ? Optional.empty()
                : unread.stream()
                        .filter(path -> path.endsWith("/" + POLICY))
                        .map(path -> path.substring(0, path.indexOf('/')))
                        .findFirst();
    }

    static Fault fault(PolicyCode code, String source, Message message) {
        return new Fault(code.id(), Severity.ERROR, new Place(source, 0, 0, ""), message, Optional.empty());
    }

    static Optional<byte[]> bytes(String resource) {
        try (InputStream stream = PolicyFiles.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("resource %s cannot be read".formatted(resource), failure);
        }
    }

    private static Optional<List<String>> lines(String resource) {
        return bytes(resource)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    /**
     * Returns what to call the policy in messages.
     *
     * @return the directory, or the built-in policy's name
     */
    public String name() {
        return name;
    }

    /**
     * Returns what messages call a file: its path with the policy's directory before it.
     *
     * @param path its path within the policy, such as {@code rules/risk.drl}
     * @return such as {@code my-policy/rules/risk.drl}
     */
    public String source(String path) {
        return name + "/" + path;
    }

    /**
     * Returns the files of the directory that look as if they belonged to the policy, and are not read.
     *
     * @return their paths, in order
     */
    public List<String> unread() {
        return unread;
    }

    /**
     * Returns the paths of all files.
     *
     * @return the paths, in order
     */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /**
     * Returns the paths of the rule files.
     *
     * @return the paths, in order
     */
    public List<String> rulePaths() {
        return files.keySet().stream().filter(PolicyFiles::isRuleFile).toList();
    }

    /**
     * Looks a file up.
     *
     * @param path its path within the policy
     * @return a copy of its bytes, if there is such a file
     */
    public Optional<byte[]> find(String path) {
        byte[] bytes = files.get(path);
        return bytes == null ? Optional.empty() : Optional.of(bytes.clone());
    }

    /**
     * Returns everything that decides: the files that the policy's fingerprint depends on, and none of its scenarios.
     *
     * @return the files' texts by path, in order
     */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (!path.startsWith(SCENARIOS)) {
                texts.put(path, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    /**
     * Returns the policy with one file changed.
     *
     * @param path the file's path
     * @param text its new text
     * @return the files with that one replaced or added
     */
    public PolicyFiles with(String path, String text) {
        Map<String, byte[]> copy = new TreeMap<>(files);
        copy.put(path, text.getBytes(StandardCharsets.UTF_8));
        return new PolicyFiles(name, copy, unread);
    }

    /**
     * Writes the files into a directory of their own: whole, or not at all. Missing parents are made.
     *
     * @param directory the directory; there is none yet, or it is empty
     * @throws InvalidInput when there is something in it already
     * @throws UncheckedIOException when it cannot be written; then there is no such directory, or it is as it was
     * @throws IllegalArgumentException when the path of a file leads out of the directory
     */
    public void writeTo(Path directory) {
        new DirectoryWriter(directory, () -> {}).write(files);
    }

    /**
     * Returns the files that others of the same policy do not have, or have with another content.
     *
     * @param before the others
     * @return their paths, in order
     */
    public List<String> changedSince(PolicyFiles before) {
        return files.keySet().stream()
                .filter(path -> !Arrays.equals(files.get(path), before.files.get(path)))
                .toList();
    }

    /**
     * Writes the files that have changed into the directory that they were read from: all or none, and nothing else there is
     * touched.
     *
     * @param before the files as they were read
     * @param directory the directory
     * @throws InvalidInput when one of them is not as it was read any more
     * @throws UncheckedIOException when they cannot be written; then all are as they were
     */
    public void writeChanges(PolicyFiles before, Path directory) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.keySet().retainAll(changedSince(before));
        new DirectoryChange(directory, () -> {}).write(before, changed);
    }
}
