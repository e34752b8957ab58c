package dev.roi.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Spot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value as its tokens come, without a tree behind it. It knows no place, and so takes only what is right: for anything
 * else it ends with a {@link Detour}, and the value has to be read as a {@link Node}, which says what is wrong and where.
 */
final class TokenCursor implements Cursor, Spot {

    private final JsonParser parser;
    private final Limits limits;
    private final int depthAround;
    private final Set<String> wanted;
    private final Map<String, JsonLocation> found = new HashMap<>();
    private final List<Set<String>> keys = new ArrayList<>();
    private JsonToken token = JsonToken.NOT_AVAILABLE;
    private @Nullable String text;
    private String way = "";
    private int depth;
    private int values;

    /**
     * Begins before a value.
     *
     * @param parser stands before the value
     * @param limits how large it may be
     * @param depthAround how many objects and lists it lies in
     * @param wanted the values whose places are asked for later, fields of the value or of one of its fields
     */
    TokenCursor(JsonParser parser, Limits limits, int depthAround, Set<String> wanted) {
        this.parser = parser;
        this.limits = limits;
        this.depthAround = depthAround;
        this.wanted = wanted;
        next();
        count();
    }

    /** How many values it took so far. */
    int values() {
        return values;
    }

    /** Where one of the wanted values begins; nothing where it is not there. */
    Optional<JsonLocation> place(String pointer) {
        return Optional.ofNullable(found.get(pointer));
    }

    private void next() {
        text = null;
        try {
            JsonToken following = parser.nextToken();
            if (following == null) {
                throw new Detour();
            }
            token = following;
        } catch (IOException malformed) {
            throw new Detour();
        }
    }

    private void count() {
        if (++values > limits.values()) {
            throw new Detour();
        }
    }

    private String written() {
        String known = text;
        if (known == null) {
            try {
                known = parser.getText();
                text = known;
            } catch (IOException malformed) {
                throw new Detour();
            }
        }
        return known;
    }

    @Override
    public Kind kind() {
        return switch (token) {
            case START_OBJECT, END_OBJECT -> Kind.OBJECT; // also once it was read
            case START_ARRAY, END_ARRAY -> Kind.ARRAY;
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL -> Kind.NULL;
            case FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("no value: " + token);
        };
    }

    @Override
    public String text() {
        boolean isFirst = text == null;
        String here = written();
        if (isFirst && (here.length() > limits.textCharacters() || TreeBuilder.wrongCharacter(here) >= 0)) {
            throw new Detour();
        }
        return here;
    }

    @Override
    public Exact number() {
        Exact number = TreeBuilder.plainNumber(written(), limits);
        if (number == null) {
            throw new Detour();
        }
        return number;
    }

    @Override
    public String digits() {
        return written();
    }

    @Override
    public boolean isUsable() {
        return true;
    }

    @Override
    public boolean isTrue() {
        return token == JsonToken.VALUE_TRUE;
    }

    @Override
    public void eachItem(Consumer<? super Cursor> read) {
        enter(JsonToken.START_ARRAY);
        for (next(); token != JsonToken.END_ARRAY; next()) {
            count();
            read.accept(this);
            left();
        }
        depth--;
    }

    @Override
    public void eachField(BiConsumer<String, ? super Cursor> read) {
        enter(JsonToken.START_OBJECT);
        Set<String> seen = keys();
        String around = way;
        boolean mayBeWanted = depth == 1 || (depth == 2 && !around.isEmpty());
        for (next(); token != JsonToken.END_OBJECT; next()) {
            String key = name();
            if (key.length() > limits.keyCharacters() || !seen.add(key)) {
                throw new Detour();
            }
            next();
            count();
            if (mayBeWanted) {
                way = around + "/" + key;
                if (wanted.contains(way)) {
                    found.put(way, parser.currentTokenLocation());
                }
            }
            read.accept(key, this);
            left();
            if (mayBeWanted) {
                way = around;
            }
        }
        depth--;
    }

    private String name() {
        try {
            return parser.currentName();
        } catch (IOException malformed) {
            throw new Detour();
        }
    }

    private void enter(JsonToken begin) {
        if (token != begin || depthAround + depth == limits.depth()) {
            throw new Detour();
        }
        depth++;
    }

    /** What is within a value was asked for, or there is nothing in it. */
    private void left() {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            throw new Detour();
        }
    }

    private Set<String> keys() {
        while (keys.size() < depth) {
            keys.add(new HashSet<>());
        }
        Set<String> seen = keys.get(depth - 1);
        seen.clear();
        return seen;
    }

    @Override
    public Spot spot() {
        return this;
    }

    @Override
    public String key() {
        return "";
    }

    /** Places are asked for only where something is wrong. */
    @Override
    public Fault.Place place() {
        throw new Detour();
    }

    @Override
    public Fault.Place keyPlace() {
        throw new Detour();
    }

    /** Not plainly right: the value has to be read as a tree. */
    static final class Detour extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Detour() {
            super("to be read as a tree", null, false, false);
        }
    }
}
