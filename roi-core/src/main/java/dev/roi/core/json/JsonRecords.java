package dev.roi.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what other programs export as JSON, one object after the other: a list, an object on each line, or whole pages
 * one after the other, as {@code gh api --paginate} writes them. However long the file is, one object of it is held.
 *
 * <p>Unlike {@link Documents} it lets fields pass that nobody asks for, since they are not the reader's to judge. Text is
 * UTF-8, with or without a byte order mark.
 */
public final class JsonRecords {

    private static final int MOST_DEPTH = 200;
    private static final int MOST_TEXT = 20_000_000;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(MOST_TEXT)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private JsonRecords() {}

    /**
     * Reads every object. Lists, and lists of lists, are gone through, and may be empty; what else stands there is a
     * fault.
     *
     * @param source the file, or what stands for it in messages
     * @param stream the text; it is read to its end and left open
     * @param faults where to add what is wrong with it; nothing after the first fault is read
     * @param consumer who takes each object, in order
     * @throws IOException when the stream cannot be read
     */
    public static void read(String source, InputStream stream, Faults faults, Consumer<JsonRecord> consumer)
            throws IOException {
        boolean any = false;
        int open = 0;
        try (JsonParser parser = READER.getFactory().createParser(stream)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                any = true;
                JsonLocation at = parser.currentTokenLocation();
                if (token == JsonToken.START_OBJECT) {
                    JsonNode node = READER.readTree(parser);
                    consumer.accept(new JsonRecord(node, place(source, at)));
                } else if (token == JsonToken.START_ARRAY) {
                    open++;
                } else if (token == JsonToken.END_ARRAY) {
                    open--;
                } else {
                    faults.add(fault(
                            InputFault.WRONG_TYPE,
                            place(source, at),
                            Message.of("objects are expected here, and this is none"),
                            Optional.empty()));
                    return;
                }
            }
            if (open > 0) {
                faults.add(cutOff(source, parser.currentLocation()));
            } else if (!any) {
                faults.add(fault(
                        InputFault.EMPTY,
                        new Fault.Place(source, 0, 0, ""),
                        Message.of("there is nothing in it"),
                        Optional.of(Message.of("Is it the file that the tool exported?"))));
            }
        } catch (JsonProcessingException broken) {
            faults.add(broken(source, broken));
        }
    }

    private static Fault broken(String source, JsonProcessingException broken) {
        JsonLocation at = broken.getLocation();
        String message = String.valueOf(broken.getOriginalMessage());
        if (message.contains("end-of-input") || message.contains("end of input")) {
            return cutOff(source, at);
        }
        if (broken instanceof StreamConstraintsException) {
            return fault(
                    InputFault.SYNTAX,
                    place(source, at),
                    Message.of("it is nested too deeply, or a number or a text in it is too long"),
                    Optional.of(Message.of("Is it the file that the tool exported, unpacked?")));
        }
        if (message.contains("UTF-8")) {
            return fault(
                    InputFault.NOT_UTF8,
                    place(source, at),
                    Message.of("it is not written in UTF-8"),
                    Optional.of(Message.of("Export it again as UTF-8.")));
        }
        String first = message.lines().findFirst().orElse("");
        return fault(
                InputFault.SYNTAX,
                place(source, at),
                Message.of("it is not JSON: %s", Quoted.visible(first, 2 * Quoted.MOST_CHARACTERS)),
                Optional.of(Message.of("Is it the file that the tool exported, unpacked?")));
    }

    private static Fault cutOff(String source, JsonLocation at) {
        return fault(
                InputFault.SYNTAX,
                place(source, at),
                Message.of("it ends in the middle"),
                Optional.of(Message.of("The export was cut off; take it again.")));
    }

    private static Fault fault(InputFault fault, Fault.Place place, Message message, Optional<Message> help) {
        return new Fault(fault.code(), Fault.Severity.ERROR, place, message, help);
    }

    private static Fault.Place place(String source, JsonLocation at) {
        return at == null
                ? new Fault.Place(source, 0, 0, "")
                : new Fault.Place(source, Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), "");
    }
}
