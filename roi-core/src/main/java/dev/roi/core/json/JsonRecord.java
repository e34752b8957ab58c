package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One object of what another program exported: fields are asked for by the way to them, and whatever is not asked for is
 * left alone. Numbers are exact, as they were written. Unchanging.
 */
public final class JsonRecord {

    /** Beyond this no exported number means anything, and none is written out in full. */
    private static final int MOST_DIGITS = 100;

    private final JsonNode node;
    private final Fault.Place place;

    JsonRecord(JsonNode node, Fault.Place place) {
        this.node = requireNonNull(node, "node");
        this.place = requireNonNull(place, "place");
    }

    /**
     * Returns where it begins.
     *
     * @return the place; of an object within a record, the record's
     */
    public Fault.Place place() {
        return place;
    }

    /**
     * Tells whether a field is there.
     *
     * @param path the way to it
     * @return whether it is, if only as null
     */
    public boolean has(String... path) {
        return !at(path).isMissingNode();
    }

    /**
     * Returns a text, or a number or truth value as one.
     *
     * @param path the way to it
     * @return the text; nothing where there is none, or a blank one
     */
    public Optional<String> text(String... path) {
        JsonNode found = at(path);
        return found.isValueNode() && !found.isNull() && !found.isMissingNode()
                ? Optional.of(found.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /**
     * Returns a number, also one that was written as a text.
     *
     * @param path the way to it
     * @return the number, exactly; nothing where there is none, or one with more than 100 digits
     */
    public Optional<Exact> number(String... path) {
        JsonNode found = at(path);
        if (found.isNumber()) {
            return exact(found.decimalValue());
        }
        if (!found.isTextual() || found.asText().length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            return exact(new BigDecimal(found.asText().strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Exact> exact(BigDecimal number) {
        boolean readable = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
        return readable ? Optional.of(Exact.of(number)) : Optional.empty();
    }

    /**
     * Tells whether a field is true.
     *
     * @param path the way to it
     * @return whether it is there, and true
     */
    public boolean isTrue(String... path) {
        return at(path).asBoolean(false);
    }

    /**
     * Returns an object within this one.
     *
     * @param path the way to it
     * @return the object, if there is one
     */
    public Optional<JsonRecord> object(String... path) {
        JsonNode found = at(path);
        return found.isObject() ? Optional.of(new JsonRecord(found, place)) : Optional.empty();
    }

    /**
     * Returns the objects of a list within this one.
     *
     * @param path the way to the list
     * @return its objects, in order; nothing where there is no list
     */
    public Optional<List<JsonRecord>> list(String... path) {
        JsonNode found = at(path);
        if (!found.isArray()) {
            return Optional.empty();
        }
        List<JsonRecord> items = new ArrayList<>(found.size());
        for (JsonNode item : found) {
            if (item.isObject()) {
                items.add(new JsonRecord(item, place));
            }
        }
        return Optional.of(items);
    }

    /**
     * Returns the texts of a list within this one.
     *
     * @param path the way to the list
     * @return its texts, in order; of objects in it, their {@code name}
     */
    public List<String> texts(String... path) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : at(path)) {
            JsonNode text = item.isObject() ? item.path("name") : item;
            if (text.isTextual()) {
                texts.add(text.asText());
            }
        }
        return texts;
    }

    /**
     * Returns the names of its fields.
     *
     * @return the names, in order
     */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private JsonNode at(String... path) {
        JsonNode found = node;
        for (String key : path) {
            found = found.path(key);
        }
        return found;
    }
}
