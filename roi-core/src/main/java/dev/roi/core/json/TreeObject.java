package dev.roi.core.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a document, as any Jackson writes it: every key in its order, nulls too, whatever the mapper leaves out or
 * calls otherwise. Unchanging once {@link Json} has handed it out.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.NONE, getterVisibility = JsonAutoDetect.Visibility.NONE)
public final class TreeObject {

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    TreeObject() {}

    void put(String key, @Nullable Object value) {
        fields.put(key, value);
    }

    /**
     * Returns what stands in it.
     *
     * @return texts, numbers, booleans, nulls, lists and objects, by key
     */
    @JsonAnyGetter
    @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.ALWAYS)
    public Map<String, ?> fields() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
