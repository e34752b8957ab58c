package dev.roi.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.roi.core.Exact;
import dev.roi.core.format.Sink;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** Values into JSON, through Jackson. */
final class JsonSink implements Sink {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private final JsonGenerator generator;

    private JsonSink(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes a document on lines, of which the last is not ended. */
    static String lines(Consumer<Sink> document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(SEPARATORS);
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return text(document, generator -> generator.setPrettyPrinter(printer));
    }

    /** Writes a document on one line, which is not ended. */
    static String line(Consumer<Sink> document) {
        return text(document, generator -> {});
    }

    private static String text(Consumer<Sink> document, Consumer<JsonGenerator> setting) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            setting.accept(generator);
            document.accept(new JsonSink(generator));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
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
        BigDecimal exact = number.rounded(Limits.NUMBER_DECIMALS);
        boolean ends = Exact.of(exact).equals(number);
        String digits = (ends ? exact : longer(number)).toPlainString();
        write(() -> generator.writeNumber(digits));
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
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory can always be written to
        }
    }

    private interface Value {
        void write() throws IOException;
    }
}
