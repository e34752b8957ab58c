package dev.roi.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * All figures of a run, and the machine they are from.
 *
 * @param format the name of this format
 * @param machine what is known of the machine
 * @param compared on how many scorecards all peers were seen to decide alike before
 * @param measures the figures
 */
public record Results(String format, Map<String, String> machine, int compared, List<Measure> measures) {

    static final String FORMAT = "roi-benchmarks/1";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Copies the figures. {@inheritDoc} */
    public Results {
        measures = List.copyOf(measures);
    }

    static Results read(Path path) throws IOException {
        return MAPPER.readValue(path.toFile(), Results.class);
    }

    void write(Path path) throws IOException {
        MAPPER.writeValue(path.toFile(), this);
    }

    /** Looks a figure up. */
    OptionalDouble find(String name, Map<String, String> of) {
        return measures.stream()
                .filter(measure ->
                        measure.name().equals(name) && measure.of().entrySet().containsAll(of.entrySet()))
                .mapToDouble(Measure::value)
                .findFirst();
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
