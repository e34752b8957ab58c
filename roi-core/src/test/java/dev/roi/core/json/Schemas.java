package dev.roi.core.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The published schemas, ready to validate with. */
final class Schemas {

    private static final Map<Schema, JsonSchema> LOADED =
            Arrays.stream(Schema.values()).collect(Collectors.toMap(schema -> schema, Schemas::load));

    private Schemas() {}

    /** Each in a factory of its own that looks nowhere else, so that it has to be complete in itself. */
    private static JsonSchema load(Schema schema) {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.add(location -> () -> {
                    throw new IOException("not in the schema itself: " + location);
                })));
        return factory.getSchema(schema.text(), InputFormat.JSON);
    }

    /** What is wrong with a document, a line each; empty where nothing is. */
    static String faults(Schema schema, String document) {
        JsonSchema loaded = Objects.requireNonNull(LOADED.get(schema));
        return loaded.validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /** What is wrong with a schema, by the schema of schemas. */
    static String faultsOfSchema(Schema schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema.text(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
