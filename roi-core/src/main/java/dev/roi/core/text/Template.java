package dev.roi.core.text;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A sentence with places for values: {@code Lead time is {lead-time}[[, {change} against {baseline}]].}
 *
 * <p>A placeholder is a name in braces: small letters, digits, full stops and hyphens, beginning with a letter. A part in
 * double square brackets is left out when one of its placeholders has no value. A doubled brace stands for the brace
 * itself. Values are put in as they are, and are not looked at for further placeholders. Immutable, equal by its source,
 * and safe for use by several threads.
 */
public final class Template {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]*+");

    /** A doubled brace, or else a placeholder with its name. */
    private static final Pattern BRACE = Pattern.compile("\\{\\{|\\{([^{}]*)\\}");

    private final String source;
    private final List<Part> parts;
    private final Set<String> placeholders;
    private final Set<String> required;

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
        Set<String> all = new LinkedHashSet<>();
        Set<String> outside = new LinkedHashSet<>();
        for (Part part : parts) {
            List<String> names = part.pieces().stream()
                    .filter(Piece::isPlaceholder)
                    .map(Piece::text)
                    .toList();
            all.addAll(names);
            if (!part.optional()) {
                outside.addAll(names);
            }
        }
        this.placeholders = Collections.unmodifiableSet(all);
        this.required = Collections.unmodifiableSet(outside);
    }

    /**
     * Reads a sentence.
     *
     * @param source the sentence with its placeholders
     * @return the template
     * @throws Malformed when a brace or a bracket has no partner, a placeholder's name is malformed, or an
     *     optional part holds no placeholder or another optional part; the message names the character, counted from 1
     */
    public static Template parse(String source) {
        return new Template(source, new Parser(requireNonNull(source, "source")).parts());
    }

    /**
     * Returns the names of all placeholders.
     *
     * @return the names, in the order in which they first appear
     */
    public Set<String> placeholders() {
        return placeholders;
    }

    /**
     * Returns the names of the placeholders that have to have a value: those outside optional parts.
     *
     * @return the names, in the order in which they first appear
     */
    public Set<String> required() {
        return required;
    }

    /**
     * Returns the same sentence with other names for its placeholders.
     *
     * @param name gives the new name of a placeholder
     * @return the template
     * @throws Malformed when a new name is malformed
     */
    public Template renamed(UnaryOperator<String> name) {
        return parse(BRACE.matcher(source)
                .replaceAll(brace -> brace.group(1) == null ? "{{" : "{%s}".formatted(name.apply(brace.group(1)))));
    }

    /**
     * Puts the values in.
     *
     * @param values gives the value of a placeholder, or nothing
     * @return the sentence
     * @throws IllegalArgumentException when a placeholder outside the optional parts has no value
     */
    public String render(Function<String, Optional<String>> values) {
        StringBuilder sentence = new StringBuilder();
        for (Part part : parts) {
            int before = sentence.length();
            if (!part.render(values, sentence)) {
                if (!part.optional()) {
                    throw new IllegalArgumentException(
                            "no value for %s in: %s".formatted(missing(part, values), source));
                }
                sentence.setLength(before);
            }
        }
        return sentence.toString();
    }

    private static String missing(Part part, Function<String, Optional<String>> values) {
        return part.pieces().stream()
                .filter(Piece::isPlaceholder)
                .map(Piece::text)
                .filter(name -> values.apply(name).isEmpty())
                .findFirst()
                .map(name -> "{" + name + "}")
                .orElse("a placeholder");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    /**
     * Returns the sentence as it was written.
     *
     * @return the source
     */
    @Override
    public String toString() {
        return source;
    }

    private record Piece(boolean isPlaceholder, String text) {}

    private record Part(boolean optional, List<Piece> pieces) {

        /** Appends its text; where a value is missing, some of it, and says so. */
        boolean render(Function<String, Optional<String>> values, StringBuilder sentence) {
            for (Piece piece : pieces) {
                if (piece.isPlaceholder()) {
                    Optional<String> value = values.apply(piece.text());
                    if (value.isEmpty()) {
                        return false;
                    }
                    sentence.append(value.get());
                } else {
                    sentence.append(piece.text());
                }
            }
            return true;
        }
    }

    private static final class Parser {

        private final String source;
        private final List<Part> parts = new ArrayList<>();
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private int at;
        private int optionalFrom = -1;

        Parser(String source) {
            this.source = source;
        }

        List<Part> parts() {
            while (at < source.length()) {
                if (source.startsWith("{{", at) || source.startsWith("}}", at)) {
                    literal.append(source.charAt(at));
                    at += 2;
                } else if (source.startsWith("[[", at)) {
                    openOptional();
                } else if (source.startsWith("]]", at)) {
                    closeOptional();
                } else if (source.charAt(at) == '{') {
                    placeholder();
                } else if (source.charAt(at) == '}') {
                    throw fault(Message.of("`}` closes nothing; write `}}` for a brace"), at);
                } else {
                    literal.append(source.charAt(at++));
                }
            }
            if (optionalFrom >= 0) {
                throw fault(Message.of("`[[` is not closed by `]]`"), optionalFrom);
            }
            endPart(false);
            return parts;
        }

        private void openOptional() {
            if (optionalFrom >= 0) {
                throw fault(Message.of("`[[` within an optional part"), at);
            }
            endPart(false);
            optionalFrom = at;
            at += 2;
        }

        private void closeOptional() {
            if (optionalFrom < 0) {
                throw fault(Message.of("`]]` closes nothing"), at);
            }
            if (pieces.stream().noneMatch(Piece::isPlaceholder)) {
                throw fault(Message.of("optional part without a placeholder would never be left out"), optionalFrom);
            }
            endPart(true);
            optionalFrom = -1;
            at += 2;
        }

        private void placeholder() {
            int end = source.indexOf('}', at);
            if (end < 0) {
                throw fault(Message.of("`{` is not closed by `}`; write `{{` for a brace"), at);
            }
            String name = source.substring(at + 1, end);
            if (!NAME.matcher(name).matches()) {
                String plain = name.strip().toLowerCase(Locale.ROOT);
                throw fault(
                        NAME.matcher(plain).matches()
                                ? Message.of("`{%s}` is no name of a placeholder; write `{%s}`", name, plain)
                                : Message.of("`{%s}` is no name of a placeholder, such as {lead-time.baseline}", name),
                        at);
            }
            endLiteral();
            pieces.add(new Piece(true, name));
            at = end + 1;
        }

        private void endLiteral() {
            if (literal.length() > 0) {
                pieces.add(new Piece(false, literal.toString()));
                literal.setLength(0);
            }
        }

        private void endPart(boolean optional) {
            endLiteral();
            if (!pieces.isEmpty()) {
                parts.add(new Part(optional, List.copyOf(pieces)));
                pieces.clear();
            }
        }

        private Malformed fault(Message message, int position) {
            return new Malformed(Message.of("character %s: %s", position + 1, message));
        }
    }

    /** A sentence that cannot be read. */
    public static final class Malformed extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final transient Message what;

        Malformed(Message what) {
            super(what.toString());
            this.what = what;
        }

        /**
         * Says what is wrong with it.
         *
         * @return the character, counted from 1, and what is wrong there
         */
        public Message what() {
            return what;
        }
    }
}
