package dev.roi.governance.copy;

import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.PolicyRef;
import dev.roi.core.UnknownName;
import dev.roi.core.json.Schema;
import dev.roi.governance.catalogue.Vocabulary;
import dev.roi.governance.catalogue.page.RuleWords;
import dev.roi.rules.Engine;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of a built-in policy, to be edited by those who answer for its decisions.
 *
 * <p>Its files are those of the built-in policy, byte for byte, with four things added: two pages for readers, in English
 * and in French; at the end of {@code policy.yaml} the origin of the copy; in {@code schemas/} the JSON Schemas of its
 * files; and in the first line of each of these its schema, for editors. Until it is edited it has the built-in policy's
 * fingerprint. Immutable.
 */
public final class EditableCopy {

    private static final Map<String, Language> PAGES =
            Map.of("README.md", Language.ENGLISH, "LISEZMOI.md", Language.FRENCH);
    private static final Map<String, Language> VOCABULARY =
            Map.of("VOCABULARY.md", Language.ENGLISH, "VOCABULAIRE.md", Language.FRENCH);
    private static final String ORIGIN = """

        # What this is a copy of. Leave it as it is: it tells later whether the original has moved on since.
        origin:
          policy: %s
          version: "%s"
          fingerprint: "%s"
        """;

    private final PolicyFiles files;
    private final Policy policy;
    private final PolicyRef origin;

    private EditableCopy(PolicyFiles files, Policy policy) {
        this.files = files;
        this.policy = policy;
        this.origin = policy.ref();
    }

    /**
     * Prepares a copy of a policy that comes with the library.
     *
     * @param id its name, such as {@code coding-agent}
     * @return the copy, not written yet
     * @throws UnknownName when there is no such policy; it names those there are
     */
    public static EditableCopy of(String id) {
        PolicyFiles files = PolicyFiles.builtIn(id)
                .orElseThrow(() -> UnknownName.of(
                        PolicyCode.UNKNOWN_NAME.id(),
                        Message.of("no policy called `%s` comes with the library.", id),
                        id,
                        PolicyFiles.builtIns()));
        return new EditableCopy(files, Engine.read(files, Map.of()));
    }

    /**
     * Returns what it is a copy of.
     *
     * @return the built-in policy's name, version and fingerprint
     */
    public PolicyRef origin() {
        return origin;
    }

    /**
     * Writes the copy into a directory of its own: whole, or not at all. Missing parents are made.
     *
     * @param directory the directory; there is none yet, or it is empty
     * @return the files that were written
     * @throws InvalidInput when there is something in it already; nothing is ever written over
     * @throws UncheckedIOException when it cannot be written; then there is no such directory, or it is as it was
     */
    public PolicyFiles writeTo(Path directory) {
        return writeTo(directory, Language.ENGLISH);
    }

    /**
     * Writes the copy for readers of a language: in French, what schemas say of keys is French, and so are the comments of
     * its files, but for its English texts. It decides the same, and has the same fingerprint.
     *
     * @param directory the directory; there is none yet, or it is empty
     * @param language the language of those who edit it; any but French gets English
     * @return the files that were written
     * @throws InvalidInput when there is something in it already; nothing is ever written over
     * @throws UncheckedIOException when it cannot be written; then there is no such directory, or it is as it was
     */
    public PolicyFiles writeTo(Path directory, Language language) {
        boolean isFrench = language.equals(Language.FRENCH);
        PolicyFiles written = files;
        for (String path : files.paths()) {
            String text = text(files.find(path).orElseThrow());
            String end = path.equals(PolicyFiles.POLICY) ? originText() : "";
            written = written.with(
                    path, EditorSchemas.line(path).orElse("") + (isFrench ? FrenchCopy.file(text + end) : text + end));
        }
        for (Schema schema : EditorSchemas.ALL) {
            written = written.with(
                    EditorSchemas.path(schema), isFrench ? FrenchCopy.schema(schema.text()) : schema.text());
        }
        for (String page : PAGES.keySet()) {
            written = written.with(page, page(page, directory));
        }
        for (Map.Entry<String, Language> page : VOCABULARY.entrySet()) {
            written = written.with(page.getKey(), Vocabulary.in(page.getValue()).markdown());
        }
        written.writeTo(directory);
        return written;
    }

    private String originText() {
        return ORIGIN.formatted(origin.id(), origin.version(), origin.fingerprint());
    }

    private String page(String name, Path directory) {
        try (InputStream stream = Objects.requireNonNull(EditableCopy.class.getResourceAsStream(name), name)) {
            return text(stream.readAllBytes())
                    .replace("{policy}", origin.id().value())
                    .replace("{version}", origin.version())
                    .replace("{dir}", name(directory))
                    .replace("{rule}", excerpt(example()))
                    .replace("{rule-in-words}", inWords(example(), Objects.requireNonNull(PAGES.get(name))));
        } catch (IOException failure) {
            throw new UncheckedIOException("resource %s cannot be read".formatted(name), failure);
        }
    }

    /** The shortest of the rules that adjust by a number: what a reader can take in at once. */
    private Rule example() {
        return policy.rules().values().stream()
                .filter(rule -> rule.consequence().lever().isPresent()
                        && !rule.thresholds().isEmpty())
                .min(Comparator.comparing((Rule rule) -> excerpt(rule).length()))
                .orElseThrow();
    }

    private String excerpt(Rule rule) {
        String file = text(files.find("rules/%s.drl".formatted(rule.file())).orElseThrow());
        int begin = file.indexOf("rule \"%s\"".formatted(rule.id()));
        return file.substring(begin, file.indexOf("\nend", begin) + "\nend".length());
    }

    private String inWords(Rule rule, Language language) {
        RuleWords words = RuleWords.of(policy, language);
        return Stream.concat(rule.elements().stream().map(words::when), Stream.of(words.then(rule)))
                .map("- %s"::formatted)
                .collect(Collectors.joining("\n"));
    }

    /** The directory's name where it can stand in a command, told from that of a built-in policy. */
    private static String name(Path directory) {
        String name = String.valueOf(directory.getFileName());
        if (PolicyFiles.builtIns().contains(name)) {
            return "./" + name;
        }
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") ? name : "my-policy";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
