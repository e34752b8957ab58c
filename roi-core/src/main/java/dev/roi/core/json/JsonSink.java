package dev.roi.core.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import dev.roi.core.Exact;
import dev.roi.core.format.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Values into JSON, through Jackson. */
final class JsonSink implements Sink {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;

    private JsonSink(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes a document on lines, the last one ended as well. */
    static String lines(Consumer<Sink> document) {
        return text(generator -> writeLines(generator, document));
    }

    /** Writes a document on one line, which is not ended. */
    static String line(Consumer<Sink> document) {
        return text(generator -> document.accept(new JsonSink(generator)));
    }

    private static String text(Writing writing) {
        SegmentedStringWriter text = new SegmentedStringWriter(new BufferRecycler());
        try {
            try (JsonGenerator generator = FACTORY.createGenerator(text)) {
                writing.with(generator);
            }
            return text.getAndClear();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes a document on lines as UTF-8, the last one ended as well, and leaves the stream open. */
    static void lines(Consumer<Sink> document, OutputStream to) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(to, JsonEncoding.UTF8)) {
            writeLines(generator, document);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void writeLines(JsonGenerator generator, Consumer<Sink> document) throws IOException {
        generator.setPrettyPrinter(new Lines());
        document.accept(new JsonSink(generator));
        generator.writeRaw('\n');
    }

    @Override
    public void beginObject() {
        write(generator::writeStartObject);
    }

    @Override
    public void key(String key) {
        write(() -> generator.writeFieldName(key));
    }

    @Override
    public void endObject() {
        write(generator::writeEndObject);
    }

    @Override
    public void beginList() {
        write(generator::writeStartArray);
    }

    @Override
    public void endList() {
        write(generator::writeEndArray);
    }

    @Override
    public void text(String text) {
        write(() -> generator.writeString(text));
    }

    @Override
    public void number(Exact number) {
        write(() -> generator.writeNumber(decimal(number).toPlainString()));
    }

    /** A number as documents have it: exactly where it ends soon enough. */
    static BigDecimal decimal(Exact number) {
        boolean isShort = number.decimals(Limits.NUMBER_DECIMALS + 1) <= Limits.NUMBER_DECIMALS;
        BigDecimal exact = number.rounded(Limits.NUMBER_DECIMALS);
        return isShort || Exact.of(exact).equals(number) ? exact : longer(number);
    }

    /** A number that was read with more decimals is written with them. */
    private static BigDecimal longer(Exact number) {
        boolean ends = number.decimals(Limits.DECIMALS_KEPT + 1) <= Limits.DECIMALS_KEPT;
        return number.rounded(ends ? Limits.DECIMALS_KEPT : Json.ROUNDED_DECIMALS);
    }

    @Override
    public void flag(boolean flag) {
        write(() -> generator.writeBoolean(flag));
    }

    @Override
    public void nothing() {
        write(generator::writeNull);
    }

    @Override
    public void document(String document) {
        write(() -> generator.writeRawValue(document));
    }

    private static void write(Value value) {
        try {
            value.write();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed); // memory can always be written to; a stream takes it out again
        }
    }

    private interface Value {
        void write() throws IOException;
    }

    private interface Writing {
        void with(JsonGenerator generator) throws IOException;
    }
}
