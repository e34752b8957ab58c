package dev.roi.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import dev.roi.core.InputFault;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** YAML tokens into a tree. What stands in the text decides what a scalar is, not what YAML 1.1 makes of it. */
final class YamlTokens {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .streamReadConstraints(Unlimited.constraints())
            .build();

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?");
    private static final String MERGE_KEY = "<<";

    private final int[] characters;
    private final YamlSlips slips;
    private final JsonParser parser;
    private final TreeBuilder tree;

    YamlTokens(String text, TreeBuilder tree) throws IOException {
        this.characters = text.codePoints().toArray();
        this.slips = new YamlSlips(text);
        this.tree = tree;
        this.parser = FACTORY.createParser(text);
    }

    /** Reads one document and nothing after it. */
    void readAll() throws IOException, TreeBuilder.Stopped {
        Optional<JsonToken> first = next();
        if (first.isEmpty()) {
            throw tree.stop(
                    InputFault.EMPTY,
                    1,
                    1,
                    Message.of("the document is empty"),
                    Optional.of(Message.of("Take an earlier version of it, or the file away.")));
        }
        readValue(first.get());
        if (next().isPresent()) {
            JsonLocation at = parser.currentTokenLocation();
            throw tree.stop(
                    InputFault.AFTER_THE_END,
                    at.getLineNr(),
                    at.getColumnNr(),
                    Message.of("a second document after the end of the first"));
        }
    }

    private void readValue(JsonToken first) throws IOException, TreeBuilder.Stopped {
        int depth = 0;
        JsonToken token = first;
        while (true) {
            JsonLocation at = parser.currentTokenLocation();
            int line = at.getLineNr();
            int column = at.getColumnNr();
            boolean ends = token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
            if (!ends) {
                refuseReferences((int) at.getCharOffset(), line, column);
            }
            switch (token) {
                case START_OBJECT -> {
                    tree.beginObject(line, column);
                    depth++;
                }
                case START_ARRAY -> {
                    tree.beginArray(line, column);
                    depth++;
                }
                case END_OBJECT, END_ARRAY -> {
                    tree.end();
                    depth--;
                }
                case FIELD_NAME -> {
                    if (parser.currentName().equals(MERGE_KEY)) {
                        throw refusal(Message.of("a merge key"), line, column);
                    }
                    int end = parser.currentName().length() - 1;
                    if (end >= 0
                            && "\u00a0\u2007\u202f".indexOf(parser.currentName().charAt(end)) >= 0) {
                        throw stop(slips.noBreakSpace(line, column + end));
                    }
                    tree.key(parser.currentName(), line, column);
                }
                case VALUE_STRING -> tree.text(parser.getText(), line, column);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                    plain(parser.getText(), line, column);
                case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw refusal(Message.of("a tag"), line, column);
            }
            if (depth == 0) {
                return;
            }
            token = next().orElseThrow();
        }
    }

    private void plain(String text, int line, int column) throws TreeBuilder.Stopped {
        switch (text) {
            case "true" -> tree.bool(true, line, column);
            case "false" -> tree.bool(false, line, column);
            case "null", "" -> tree.nothing(line, column);
            default -> {
                if (NUMBER.matcher(text).matches()) {
                    tree.number(text, line, column);
                } else {
                    tree.text(text, line, column);
                }
            }
        }
    }

    /** Anchors, aliases and tags are where a token begins: no plain scalar may begin with their signs. */
    private void refuseReferences(int offset, int line, int column) throws TreeBuilder.Stopped {
        if (offset < 0 || offset >= characters.length) {
            return;
        }
        switch (characters[offset]) {
            case '&' -> throw refusal(Message.of("an anchor"), line, column);
            case '*' -> throw refusal(Message.of("an alias"), line, column);
            case '!' -> throw refusal(Message.of("a tag"), line, column);
            default -> {}
        }
    }

    private TreeBuilder.Stopped refusal(Message what, int line, int column) {
        return tree.stop(
                InputFault.YAML_REFERENCE,
                line,
                column,
                Message.of("%s of YAML is not read here", what),
                Optional.of(Message.of(
                        "A text that begins with `&`, `*`, `!` or `<<` stands in double quotes; anything else is"
                                + " written out.")));
    }

    private Optional<JsonToken> next() throws IOException, TreeBuilder.Stopped {
        try {
            return Optional.ofNullable(parser.nextToken());
        } catch (StreamReadException malformed) {
            throw objection(malformed);
        }
    }

    @SuppressWarnings("deprecation") // the only way to the mark without a dependency on the parser behind the parser
    private TreeBuilder.Stopped objection(StreamReadException malformed) {
        if (malformed instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            int line = marked.getProblemMark().getLine() + 1;
            int column = marked.getProblemMark().getColumn() + 1;
            String problem = marked.getProblem() == null ? "" : marked.getProblem();
            String context = marked.getContext() == null ? "" : marked.getContext();
            int begins = marked.getContextMark() == null
                    ? line
                    : marked.getContextMark().getLine() + 1;
            int beginsAt = marked.getContextMark() == null
                    ? column
                    : marked.getContextMark().getColumn() + 1;
            return objection(
                    problem, context, marked.getProblemMark().getIndex(), line, column, new Begin(begins, beginsAt));
        }
        JsonLocation at = parser.currentTokenLocation();
        int offset = (int) at.getCharOffset();
        if (offset >= 0 && offset < characters.length && characters[offset] == '!') {
            return refusal(Message.of("a tag"), at.getLineNr(), at.getColumnNr());
        }
        if (malformed.getOriginalMessage().contains("AliasEvent")) {
            return refusal(Message.of("an alias"), at.getLineNr(), at.getColumnNr());
        }
        if (malformed.getOriginalMessage().startsWith("Expected a field name")) {
            return tree.stop(
                    InputFault.SYNTAX,
                    at.getLineNr(),
                    at.getColumnNr(),
                    Message.of("a key has to be a plain text, not an object or list"));
        }
        return tree.stop(InputFault.SYNTAX, at.getLineNr(), at.getColumnNr(), Message.of("not YAML from here on"));
    }

    private TreeBuilder.Stopped objection(
            String problem, String context, int index, int line, int column, Begin begin) {
        int begins = begin.line();
        if (problem.contains("<document start>")) {
            return tree.stop(InputFault.AFTER_THE_END, line, column, Message.of("text after the end of the document"));
        }
        if (problem.contains("(TAB)")) {
            return tree.stop(
                    InputFault.SYNTAX,
                    line,
                    column,
                    Message.of("a tab where lines are indented"),
                    Optional.of(Message.of("Indent with spaces.")));
        }
        if (problem.contains("unknown escape")) {
            return tree.stop(
                    InputFault.SYNTAX,
                    line,
                    column,
                    Message.of("unknown escape with %s in a text", shown(index)),
                    Optional.of(Message.of("In single quotes a backslash stands for itself.")));
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return tree.stop(
                    InputFault.SYNTAX,
                    begin.line(),
                    begin.column(),
                    Message.of("the document ends inside a quoted text"),
                    Optional.of(Message.of("The quote that begins here is not closed.")));
        }
        if (problem.contains("end of stream") || problem.contains("<stream end>")) {
            return tree.stop(InputFault.SYNTAX, line, column, Message.of("the document ends early"));
        }
        if (problem.contains("mapping values are not allowed")) {
            return slips.before(line)
                    .map(slip -> stop(slip))
                    .orElseGet(() -> stop(slips.unexpectedColon(line, column)));
        }
        if (problem.contains("cannot start any token")) {
            return tree.stop(
                    InputFault.SYNTAX,
                    line,
                    column,
                    Message.of("unexpected %s", shown(index)),
                    Optional.of(slips.sign(line, index < characters.length ? characters[index] : 0)));
        }
        if (problem.contains("could not find expected ':'")) {
            return stop(slips.bullet(begins)
                    .filter(slip -> slip.line() == begins)
                    .orElseGet(() -> slips.keyWithoutColon(begins)));
        }
        if (problem.contains("expected <block end>")) {
            Optional<YamlSlips.Slip> slip = slips.afterTheEnd(line).or(() -> slips.bullet(line));
            if (slip.isPresent()) {
                return stop(slip.get());
            }
            boolean comment = index >= 0 && index < characters.length && characters[index] == '/';
            boolean bracket = index >= 0 && index < characters.length && "]}".indexOf(characters[index]) >= 0;
            return tree.stop(
                    InputFault.SYNTAX,
                    line,
                    column,
                    Message.of("unexpected %s", shown(index)),
                    Optional.of(
                            comment
                                    ? Message.of("A comment begins with `#`, after a space.")
                                    : bracket
                                            ? Message.of("There may be one bracket too many.")
                                            : Message.of("The indentation may not be that of the lines before it, or an"
                                                    + " opening bracket is missing.")));
        }
        if (context.contains("anchor") || context.contains("alias") || context.contains("tag")) {
            Optional<YamlSlips.Slip> bullet = slips.bullet(begin.line());
            return bullet.isPresent()
                    ? stop(bullet.get())
                    : refusal(Message.of("an anchor, alias or tag"), begin.line(), begin.column());
        }
        return tree.stop(
                        InputFault.SYNTAX,
                        line,
                        column,
                        Message.of("not YAML from here on, at %s", shown(index)),
                        context.contains("block scalar")
                                ? Optional.of(
                                        Message.of("`>` and `|` begin a text of several lines; another value stands"
                                                + " without them."))
                                : context.contains("flow")
                                        ? Optional.of(slips.inBrackets(begins, line))
                                        : Optional.empty())
                .begunOn(begins);
    }

    /** Where what cannot be read begins. */
    private record Begin(int line, int column) {}

    private TreeBuilder.Stopped stop(YamlSlips.Slip slip) {
        return tree.stop(InputFault.SYNTAX, slip.line(), slip.column(), slip.message(), Optional.of(slip.help()));
    }

    private Object shown(int index) {
        return index >= 0 && index < characters.length
                ? Quoted.of(Character.toString(characters[index]))
                : Message.of("the end of the document");
    }
}
