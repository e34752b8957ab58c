package dev.roi.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** A document on lines: two spaces of indentation, and nothing within what is empty. Jackson 2.15 has no settings for it. */
final class Lines extends DefaultPrettyPrinter {

    private static final long serialVersionUID = 1L;

    Lines() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        indentObjectsWith(lines);
        indentArraysWith(lines);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new Lines();
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator to) throws IOException {
        to.writeRaw(": ");
    }

    @Override
    public void writeEndObject(JsonGenerator to, int fields) throws IOException {
        end(to, _objectIndenter, fields, '}');
    }

    @Override
    public void writeEndArray(JsonGenerator to, int items) throws IOException {
        end(to, _arrayIndenter, items, ']');
    }

    private void end(JsonGenerator to, Indenter lines, int within, char mark) throws IOException {
        _nesting--;
        if (within > 0) {
            lines.writeIndentation(to, _nesting);
        }
        to.writeRaw(mark);
    }
}
