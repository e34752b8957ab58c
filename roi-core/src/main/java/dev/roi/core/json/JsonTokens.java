package dev.roi.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.roi.core.InputFault;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.format.Kind;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jackson's JSON tokens into a tree, and what Jackson objects to into words for the person who wrote it. */
final class JsonTokens {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(Unlimited.constraints())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected character \\(.*?code (\\d+)", Pattern.DOTALL);
    private static final Pattern RAW_CONTROL = Pattern.compile("Illegal unquoted character .*?code (\\d+)");
    private static final Pattern WORD = Pattern.compile("(?:Unrecognized|Non-standard) token '([^']*)'");
    private static final Pattern BRACKET = Pattern.compile("Unexpected close marker '(.)'");
    private static final List<String> WORDS = List.of("true", "false", "null");
    private static final List<String> NO_NUMBERS = List.of("NaN", "Infinity", "-Infinity", "INF", "-INF", "+INF");

    private final JsonParser parser;
    private final TreeBuilder tree;
    private Predicate<JsonLocation> passing = place -> false;

    JsonTokens(Reader characters, TreeBuilder tree) throws IOException {
        this.parser = parser(characters);
        this.tree = tree;
    }

    static JsonParser parser(Reader characters) throws IOException {
        return FACTORY.createParser(characters);
    }

    /**
     * Passes over the items that are given away and were read in another way.
     *
     * @param other reads the item that begins at a place, and says whether it could
     */
    void passing(Predicate<JsonLocation> other) {
        passing = other;
    }

    /** Reads one value and nothing after it. */
    void readAll() throws IOException, TreeBuilder.Stopped {
        try (parser) {
            readDocument();
        }
    }

    private void readDocument() throws IOException, TreeBuilder.Stopped {
        JsonToken first = next();
        if (first == null) {
            throw tree.stop(InputFault.EMPTY, 1, 1, Message.of("the document is empty"));
        }
        readValue(first);
        try {
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                throw afterTheEnd(at);
            }
        } catch (StreamReadException malformed) {
            if (isComment(malformed)) {
                throw objection(malformed);
            }
            throw afterTheEnd(malformed.getLocation());
        } catch (StrictUtf8.Refused refused) {
            throw tree.stop(refused.fault(), refused.line(), refused.column(), refused.words());
        }
    }

    private TreeBuilder.Stopped afterTheEnd(JsonLocation at) {
        return tree.stop(
                InputFault.AFTER_THE_END,
                at.getLineNr(),
                at.getColumnNr(),
                Message.of("text after the end of the document"));
    }

    private void readValue(JsonToken first) throws IOException, TreeBuilder.Stopped {
        int depth = 0;
        JsonToken token = first;
        while (true) {
            JsonLocation at = parser.currentTokenLocation();
            int line = at.getLineNr();
            int column = at.getColumnNr();
            switch (token) {
                case START_OBJECT -> {
                    if (tree.isAtHandedOver() && passing.test(at)) {
                        parser.skipChildren();
                    } else {
                        tree.beginObject(line, column);
                        depth++;
                    }
                }
                case START_ARRAY -> {
                    tree.beginArray(line, column);
                    depth++;
                }
                case END_OBJECT, END_ARRAY -> {
                    tree.end();
                    depth--;
                }
                case FIELD_NAME -> tree.key(parser.currentName(), line, column);
                case VALUE_STRING -> tree.text(text(), line, column);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tree.number(text(), line, column);
                case VALUE_TRUE -> tree.bool(true, line, column);
                case VALUE_FALSE -> tree.bool(false, line, column);
                case VALUE_NULL -> tree.nothing(line, column);
                case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw new IllegalStateException("no such token in JSON");
            }
            if (depth == 0) {
                return;
            }
            token = next();
            if (token == null) {
                throw endsEarly();
            }
        }
    }

    /** Texts are read when they are asked for, so what is wrong inside them comes to light only here. */
    private String text() throws IOException, TreeBuilder.Stopped {
        try {
            return parser.getText();
        } catch (StrictUtf8.Refused refused) {
            throw tree.stop(refused.fault(), refused.line(), refused.column(), refused.words());
        } catch (StreamReadException malformed) {
            throw objection(malformed);
        }
    }

    private JsonToken next() throws IOException, TreeBuilder.Stopped {
        try {
            return parser.nextToken();
        } catch (StrictUtf8.Refused refused) {
            throw tree.stop(refused.fault(), refused.line(), refused.column(), refused.words());
        } catch (StreamReadException malformed) {
            throw objection(malformed);
        }
    }

    private static boolean isComment(StreamReadException malformed) {
        Matcher unexpected = UNEXPECTED.matcher(malformed.getOriginalMessage());
        return unexpected.find() && isComment(Integer.parseInt(unexpected.group(1)));
    }

    private static boolean isComment(int character) {
        return character == '/' || character == '#';
    }

    private TreeBuilder.Stopped endsEarly() {
        JsonLocation at = parser.currentLocation();
        Message what = tree.innermost().map(JsonTokens::notClosed).orElse(Message.of("its value is not complete"));
        return tree.stop(
                InputFault.SYNTAX, at.getLineNr(), at.getColumnNr(), Message.of("the document ends early: %s", what));
    }

    private static Message notClosed(Node node) {
        return node.kind() == Kind.OBJECT
                ? Message.of("the object that begins on line %s, column %s is not closed", node.line(), node.column())
                : Message.of("the list that begins on line %s, column %s is not closed", node.line(), node.column());
    }

    private TreeBuilder.Stopped objection(StreamReadException malformed) {
        JsonLocation at = malformed.getLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        String message = malformed.getOriginalMessage();
        if (message.startsWith("Unexpected end-of-input")) {
            return endsEarly();
        }
        Matcher control = RAW_CONTROL.matcher(message);
        if (control.find()) {
            int character = Integer.parseInt(control.group(1));
            return tree.stop(
                    InputFault.CONTROL_CHARACTER,
                    line,
                    column,
                    Message.of("raw control character %s inside a text", Quoted.codePoint(character)),
                    switch (character) {
                        case '\n' -> Optional.of(Message.of("A line break is written as `\\n`."));
                        case '\r' -> Optional.of(Message.of("A line break is written as `\\n`."));
                        case '\t' -> Optional.of(Message.of("A tab is written as `\\t`."));
                        default -> Optional.empty();
                    });
        }
        Matcher word = WORD.matcher(message);
        if (word.find()) {
            String written = word.group(1);
            if (NO_NUMBERS.contains(written)) {
                return tree.stop(
                        InputFault.NOT_A_NUMBER,
                        line,
                        Math.max(1, column - written.length()),
                        Message.of("%s is no number", Quoted.of(written)),
                        Optional.of(
                                Message.of("What is not known is left out, or written as `{ \"unknown\": \"…\" }`.")));
            }
            return tree.stop(
                    InputFault.SYNTAX,
                    line,
                    column,
                    Message.of("unknown word %s; a text stands in double quotes", Quoted.of(written)),
                    Nearest.didYouMean(written, WORDS));
        }
        Matcher bracket = BRACKET.matcher(message);
        if (bracket.find()) {
            Message reason = tree.innermost().map(JsonTokens::notClosed).orElse(Message.of("nothing is open"));
            return tree.stop(
                    InputFault.SYNTAX,
                    line,
                    column,
                    Message.of("unexpected %s: %s", Quoted.of(bracket.group(1)), reason));
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.find()) {
            return unexpected(Integer.parseInt(unexpected.group(1)), line, column, message);
        }
        if (message.contains("Leading zeroes") || message.contains("numeric value")) {
            return tree.stop(InputFault.SYNTAX, line, column, Message.of("not a JSON number: %s", numberRule(message)));
        }
        if (message.contains("escape")) {
            return tree.stop(InputFault.SYNTAX, line, column, Message.of("unknown escape after a backslash in a text"));
        }
        return tree.stop(InputFault.SYNTAX, line, column, Message.of("not JSON from here on"));
    }

    private static Message numberRule(String message) {
        return message.contains("Leading zeroes")
                ? Message.of("it begins with a zero that says nothing")
                : Message.of("a digit has to stand before and after the point, and after the exponent");
    }

    private TreeBuilder.Stopped unexpected(int character, int line, int column, String message) {
        String shown = Quoted.of(Character.toString(character));
        if (isComment(character)) {
            return tree.stop(InputFault.COMMENT, line, column, Message.of("comments are not part of JSON"));
        }
        if (message.contains("escape")) {
            return tree.stop(InputFault.SYNTAX, line, column, Message.of("unknown escape with %s in a text", shown));
        }
        if (character == '+') {
            return tree.stop(InputFault.SYNTAX, line, column, Message.of("unexpected `+`; a number has no plus sign"));
        }
        if (message.contains("numeric value")) {
            return tree.stop(InputFault.SYNTAX, line, column, Message.of("not a JSON number: %s", numberRule(message)));
        }
        Optional<Message> help = switch (character) {
            case '\'' -> Optional.of(Message.of("Texts and keys stand in double quotes."));
            case '}', ']' -> Optional.of(Message.of("There may be one comma too many before it."));
            case '"' -> Optional.of(Message.of("There may be a comma missing before it."));
            default -> Optional.empty();
        };
        return tree.stop(
                InputFault.SYNTAX, line, column, Message.of("unexpected %s; %s", shown, expected(message)), help);
    }

    private Message expected(String message) {
        if (message.contains("expecting a colon")) {
            return Message.of("a colon was expected");
        }
        if (message.contains("expecting comma")) {
            return parser.getParsingContext().inObject()
                    ? Message.of("a comma or `}` was expected")
                    : Message.of("a comma or `]` was expected");
        }
        return message.contains("field name")
                ? Message.of("a key in double quotes was expected")
                : Message.of("a value was expected");
    }
}
