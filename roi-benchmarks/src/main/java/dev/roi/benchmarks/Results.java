package dev.roi.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * All figures of a run, and the machine they are from.
 *
 * @param format the name of this format
 * @param machine what is known of the machine
 * @param compared on which scorecards all peers were seen to decide alike before
 * @param measures the figures
 */
public record Results(String format, Map<String, String> machine, Equality compared, List<Measure> measures) {

    static final String FORMAT = "roi-benchmarks/1";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Copies the figures. {@inheritDoc} */
    public Results {
        measures = List.copyOf(measures);
    }

    /** Reads figures that {@link #write} wrote. */
    static Results read(Path path) throws IOException {
        JsonNode document;
        try {
            document = MAPPER.readTree(path.toFile());
        } catch (JsonProcessingException malformed) {
            throw new IOException("%s is no file of figures, which are JSON".formatted(path), malformed);
        }
        if (!document.path("format").asText().equals(FORMAT)) {
            throw new IOException("%s is no file of figures; its format would be %s".formatted(path, FORMAT));
        }
        return MAPPER.treeToValue(document, Results.class);
    }

    void write(Path path) throws IOException {
        MAPPER.writeValue(path.toFile(), this);
    }

    Results with(List<Measure> more) {
        List<Measure> all = new ArrayList<>(measures);
        all.addAll(more);
        return new Results(format, machine, compared, all);
    }

    /** Looks a figure up. */
    OptionalDouble find(String name, Map<String, String> of) {
        return measure(name, of).mapToDouble(Measure::value).findFirst();
    }

    /** Looks up how far a figure may be off. */
    OptionalDouble error(String name, Map<String, String> of) {
        return measure(name, of).mapToDouble(Measure::error).findFirst();
    }

    private Stream<Measure> measure(String name, Map<String, String> of) {
        return measures.stream()
                .filter(measure ->
                        measure.name().equals(name) && measure.of().entrySet().containsAll(of.entrySet()));
    }

    /** Returns one figure for each of another; nothing where either is missing. */
    OptionalDouble ratio(String name, Map<String, String> of, String other, Map<String, String> ofOther) {
        OptionalDouble one = find(name, of);
        OptionalDouble base = find(other, ofOther);
        return one.isPresent() && base.isPresent()
                ? OptionalDouble.of(one.getAsDouble() / base.getAsDouble())
                : OptionalDouble.empty();
    }
}
