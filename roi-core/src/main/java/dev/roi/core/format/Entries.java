package dev.roi.core.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values by name, in the document's order. */
final class Entries<K, V> extends Shape<Map<K, V>> {

    private static final Set<Kind> KINDS = Set.of(Kind.OBJECT);

    private final Text<K> name;
    private final Shape<V> value;
    private final boolean allOrNone;

    Entries(Text<K> name, Shape<V> value, boolean allOrNone) {
        this.name = name;
        this.value = value;
        this.allOrNone = allOrNone;
    }

    @Override
    public void write(Map<K, V> entries, Sink to) {
        to.beginObject();
        entries.forEach((key, entry) -> {
            to.key(name.print(key));
            value.write(entry, to);
        });
        to.endObject();
    }

    @Override
    public Set<Kind> kinds() {
        return KINDS;
    }

    @Override
    boolean fits(Cursor value) {
        return value.kind() == Kind.OBJECT;
    }

    @Override
    Optional<Map<K, V>> decode(Cursor object, Objections to) {
        Map<K, V> entries = new LinkedHashMap<>();
        boolean[] isWhole = {true};
        object.eachField((key, entry) -> {
            Optional<K> named = name.parse(key);
            if (named.isEmpty()) {
                to.atKey(entry.spot(), name.refusal(key, entry.spot(), to));
            }
            Optional<V> read = named.isPresent() || allOrNone ? value.read(entry, to) : Optional.empty();
            if (named.isPresent() && read.isPresent()) {
                entries.put(named.get(), read.get());
            } else {
                isWhole[0] = false;
            }
        });
        return isWhole[0] || !allOrNone ? Optional.of(entries) : Optional.empty();
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        // a name is a string in JSON anyway; in YAML, `2: …` is a number to some editors, and may be all the same
        Map<String, Object> names = new LinkedHashMap<>(name.schema(definitions));
        names.remove("type");
        Map<String, Object> schema = Definitions.ordered("type", "object");
        if (!names.isEmpty()) {
            schema.put("propertyNames", names);
        }
        schema.put("additionalProperties", value.schema(definitions));
        return schema;
    }
}
