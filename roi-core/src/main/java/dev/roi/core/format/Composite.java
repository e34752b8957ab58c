package dev.roi.core.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An object with these fields, in one of several forms where there are forms. */
final class Composite<R> extends Shape<R> {

    private static final Set<Kind> KINDS = Set.of(Kind.OBJECT);

    private final String means;
    private final List<Field<R, ?>> fields;
    private final List<Form<R>> forms;
    private final List<String> keys;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Function<Read<R>, Optional<R>> made;

    Composite(String means, List<Field<R, ?>> fields, List<Form<R>> forms, Function<Read<R>, Optional<R>> made) {
        this.means = means;
        this.fields = fields;
        this.forms = forms;
        this.keys = fields.stream().<String>map(Field::key).toList();
        this.made = made;
        for (int i = 0; i < fields.size(); i++) {
            positions.put(keys.get(i), i);
        }
    }

    @Override
    public void write(R value, Sink to) {
        to.beginObject();
        for (Field<R, ?> field : fields) {
            field.write(value, to);
        }
        to.endObject();
    }

    @Override
    public Set<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    @Override
    boolean fits(Cursor value) {
        return value.kind() == Kind.OBJECT;
    }

    @Override
    Optional<R> decode(Cursor value, Objections to) {
        Read<R> read = new Read<>(fields, value.spot(), to);
        value.eachField((key, inner) -> {
            Integer position = positions.get(key);
            if (position != null) {
                read.take(position, inner);
            } else {
                read.unknown(key);
                to.unknownKey(key, keys).ifPresent(wrong -> to.atKey(inner.spot(), wrong));
            }
        });
        for (Field<R, ?> field : fields) {
            if (field.isRequired()) {
                read.require(field);
            }
        }
        return made.apply(read);
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = Definitions.ordered("description", means);
        if (forms.isEmpty()) {
            schema.putAll(
                    schema(fields, fields.stream().filter(Field::isRequired).toList(), definitions));
        } else {
            schema.put(
                    "oneOf",
                    forms.stream().map(form -> schema(form, definitions)).toList());
        }
        return schema;
    }

    private Map<String, Object> schema(Form<R> form, Definitions definitions) {
        Map<String, Object> schema = Definitions.ordered("title", form.title());
        List<Field<R, ?>> in = fields.stream().filter(form::has).toList();
        schema.putAll(schema(in, in.stream().filter(form.own()::contains).toList(), definitions));
        return schema;
    }

    private static <R> Map<String, Object> schema(
            List<Field<R, ?>> fields, List<Field<R, ?>> required, Definitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.key(), field.schema(definitions)));
        Map<String, Object> schema = Definitions.ordered("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required.stream().map(Field::key).toList());
        }
        if (!definitions.mayGrow()) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }
}
