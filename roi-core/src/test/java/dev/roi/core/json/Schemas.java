package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.roi.core.Pinned;
import dev.roi.core.format.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The published schemas, ready to validate with, and held against the formats that they are made from. */
public final class Schemas {

    private static final Path FILES = Path.of("../roi-core/src/main/resources/dev/roi/core/json");

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
        return faults(schema, document, InputFormat.JSON);
    }

    /** What is wrong with a YAML file, a line each; empty where nothing is. */
    public static String faultsOfYaml(Schema schema, String file) {
        return faults(schema, file, InputFormat.YAML);
    }

    private static String faults(Schema schema, String document, InputFormat format) {
        JsonSchema loaded = Objects.requireNonNull(LOADED.get(schema));
        return loaded.validate(document, format).stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** Holds a schema that is checked in to what its format says; {@code -Dpins=write} writes it anew. */
    public static void hold(Schema schema, Format<?> format) {
        String said = Json.write(format.schema());
        Path file = FILES.resolve(schema.id().replaceAll(".*/|[.]json$", "") + ".schema.json");
        Pinned.write(file, said);
        assertThat(format.id()).isEqualTo(schema.id());
        assertThat(file).content().isEqualTo(said);
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
