package dev.roi.core.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A whole document within another one, of which the text is kept. */
final class Enclosed extends Shape<String> {

    private final Format<?> format;
    private final Function<? super Cursor, String> text;

    Enclosed(Format<?> format, Function<? super Cursor, String> text) {
        this.format = format;
        this.text = text;
    }

    @Override
    public void write(String value, Sink to) {
        to.document(value);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.OBJECT);
    }

    @Override
    Optional<String> decode(Cursor value, Objections to) {
        return Optional.of(text.apply(value));
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return format.schema(definitions);
    }
}
