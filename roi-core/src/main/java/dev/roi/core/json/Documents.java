package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.InputFault;
import dev.roi.core.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents as trees of {@link Node}s: JSON and YAML, read strictly, every value with its place.
 *
 * <p>Only text, numbers, true, false, null, lists and objects are read; nothing is ever instantiated by what a document
 * says. Text is UTF-8, with or without a byte order mark.
 */
public final class Documents {

    /** The most bytes of a YAML document; the parser beneath takes hardly more. */
    public static final int MOST_YAML_BYTES = 3_000_000;

    private static final Pattern UNMERGED = Pattern.compile("(?m)^<{7} ");

    private static final Message AS_UTF8 =
            Message.of("Save the file as UTF-8: most editors offer it under `Save as`, as the encoding.");

    private Documents() {}

    /**
     * Reads a JSON document (RFC 8259).
     *
     * @param source the file, or what stands for it in messages
     * @param bytes the document
     * @param limits how large it may be
     * @param faults where to add what is wrong with it
     * @return the root; nothing where reading had to end early, which is then among the faults
     */
    public static Optional<Node> json(String source, byte[] bytes, Limits limits, Faults faults) {
        requireNonNull(source, "source");
        TreeBuilder tree = new TreeBuilder(source, limits, faults);
        try (StrictUtf8 characters = new StrictUtf8(new ByteArrayInputStream(bytes), limits.bytes())) {
            new JsonTokens(characters, tree).readAll();
            return tree.root();
        } catch (TreeBuilder.Stopped stopped) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can always be read", impossible);
        }
    }

    /**
     * Reads a YAML document: one, without anchors, aliases, tags and merge keys. A plain scalar is a number only when it
     * is a plain decimal number such as {@code -0.5}, a boolean only when it is {@code true} or {@code false}, and null
     * only when it is {@code null} or empty; anything else, such as {@code 010}, {@code 12:30} or {@code yes}, is a
     * text.
     *
     * @param source the file, or what stands for it in messages
     * @param bytes the document
     * @param limits how large it may be; no more than {@value #MOST_YAML_BYTES} bytes, whatever it says
     * @param faults where to add what is wrong with it
     * @return the root; nothing where reading had to end early, which is then among the faults
     */
    public static Optional<Node> yaml(String source, byte[] bytes, Limits limits, Faults faults) {
        requireNonNull(source, "source");
        TreeBuilder tree = new TreeBuilder(source, limits, faults);
        try (StrictUtf8 characters =
                new StrictUtf8(new ByteArrayInputStream(bytes), Math.min(limits.bytes(), MOST_YAML_BYTES))) {
            StringWriter text = new StringWriter();
            try {
                characters.transferTo(text);
            } catch (StrictUtf8.Refused refused) {
                throw tree.stop(
                        refused.fault(),
                        refused.line(),
                        refused.column(),
                        refused.words(),
                        refused.fault() == InputFault.NOT_UTF8 ? Optional.of(AS_UTF8) : Optional.empty());
            }
            Matcher unmerged = UNMERGED.matcher(text.toString());
            if (unmerged.find()) {
                int line = 1
                        + (int) text.toString()
                                .substring(0, unmerged.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                throw tree.stop(
                        InputFault.SYNTAX,
                        line,
                        1,
                        Message.of("two versions of the file meet here, which nobody has merged"),
                        Optional.of(Message.of(
                                "Keep the lines of one of the two, and take out those of `<<<<<<<`, `=======`"
                                        + " and `>>>>>>>`.")));
            }
            YamlRest.read(text.toString(), tree, more -> new TreeBuilder(source, limits, more), faults);
            return tree.root();
        } catch (TreeBuilder.Stopped stopped) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can always be read", impossible);
        }
    }
}
