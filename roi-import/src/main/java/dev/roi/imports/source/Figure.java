package dev.roi.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What a reader gives: data, since indicators are a policy's.
 *
 * @param reader the name of the reader
 * @param name what the reader calls it
 * @param indicator the indicator that it is, unless {@code sources.yaml} names another
 * @param kind how observations become a figure
 * @param unit the unit that it is given in; empty for the indicator's
 * @param definition how it is measured, unless {@code sources.yaml} says otherwise
 */
public record Figure(
        String reader, String name, String indicator, Kind kind, Optional<String> unit, Optional<String> definition) {

    private static final Map<String, Figure> ALL = load();

    /** How observations become a figure. */
    public enum Kind {
        /** The middle one of durations, or their mean. */
        DURATION,
        /** How many there were. */
        COUNT,
        /** Their sum. */
        SUM,
        /** How many people there were. */
        PEOPLE,
        /** So many of so many. */
        SHARE,
        /** What there was at the month's last moment. */
        LEVEL
    }

    /**
     * Returns what a reader gives.
     *
     * @param reader the name of the reader
     * @return its figures
     */
    public static List<Figure> of(String reader) {
        return ALL.values().stream()
                .filter(figure -> figure.reader().equals(reader))
                .toList();
    }

    /**
     * Returns the readers that give an indicator.
     *
     * @param indicator its name
     * @return the names of the readers, in order
     */
    public static List<String> readersOf(String indicator) {
        return ALL.values().stream()
                .filter(figure -> figure.indicator().equals(indicator))
                .map(Figure::reader)
                .distinct()
                .sorted()
                .toList();
    }

    static Figure of(String reader, String name) {
        Figure figure = ALL.get(reader + "." + name);
        if (figure == null) {
            throw new IllegalStateException("no figure (%s) of %s".formatted(name, reader));
        }
        return figure;
    }

    private static Map<String, Figure> load() {
        Properties properties = new Properties();
        try (InputStream stream = Figure.class.getResourceAsStream("figures.properties")) {
            if (stream == null) {
                throw new IllegalStateException("figures.properties is not beside " + Figure.class.getName());
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            List<String> columns =
                    new ArrayList<>(List.of(properties.getProperty(key).split("\\|", -1)));
            columns.replaceAll(String::strip);
            int stop = key.indexOf('.');
            figures.put(
                    key,
                    new Figure(
                            key.substring(0, stop),
                            key.substring(stop + 1),
                            columns.get(0),
                            Kind.valueOf(columns.get(1)),
                            Optional.of(columns.get(2)).filter(text -> !text.isEmpty()),
                            Optional.of(columns.get(3)).filter(text -> !text.isEmpty())));
        }
        return Collections.unmodifiableMap(figures);
    }
}
