package dev.roi.benchmarks.first;

import dev.roi.benchmarks.peers.PlainFact;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Facts in a plain file, a line for each, so that a program needs nothing but Drools to decide on them. */
public final class FactFile {

    private FactFile() {}

    /**
     * Writes facts.
     *
     * @param path the file
     * @param facts the facts
     * @throws IOException when it cannot be written
     */
    public static void write(Path path, List<PlainFact> facts) throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            for (PlainFact fact : facts) {
                StringBuilder line = new StringBuilder(fact.getClass().getName());
                for (RecordComponent component : fact.getClass().getRecordComponents()) {
                    line.append('\t').append(component.getAccessor().invoke(fact));
                }
                lines.add(line.toString());
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the components of facts are public", impossible);
        }
        Files.write(path, lines);
    }

    /**
     * Reads facts.
     *
     * @param path the file
     * @return the facts
     * @throws IOException when it cannot be read
     */
    public static List<PlainFact> read(Path path) throws IOException {
        List<PlainFact> facts = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            facts.add(fact(line.split("\t", -1)));
        }
        return facts;
    }

    private static PlainFact fact(String[] words) {
        try {
            Class<?> type = Class.forName(words[0], true, PlainFact.class.getClassLoader());
            if (!PlainFact.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException("no fact (%s)".formatted(words[0]));
            }
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            Class<?>[] types = constructor.getParameterTypes();
            Object[] values = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                String word = words[i + 1];
                if (types[i].equals(BigDecimal.class)) {
                    values[i] = new BigDecimal(word);
                } else {
                    values[i] = types[i].equals(boolean.class) ? (Object) Boolean.valueOf(word) : word;
                }
            }
            return (PlainFact) constructor.newInstance(values);
        } catch (ReflectiveOperationException fault) {
            throw new IllegalArgumentException("no fact (%s)".formatted(String.join(" ", words)), fault);
        }
    }
}
