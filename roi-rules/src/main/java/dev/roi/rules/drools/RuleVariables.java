package dev.roi.rules.drools;

import dev.roi.core.Exact;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Bindings;
import dev.roi.rules.language.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.model.Variable;

/** What the names of a rule stand for while it is compiled: something of what Drools holds under its variables. */
final class RuleVariables {

    private final Map<String, Source> known;

    RuleVariables() {
        this.known = new HashMap<>();
    }

    /** Makes names that see those around them, and are not seen by these. */
    RuleVariables(RuleVariables around) {
        this.known = new HashMap<>(around.known);
    }

    /**
     * What a name stands for.
     *
     * @param variables what it is read off
     * @param reader how it is
     */
    record Source(List<Variable<?>> variables, Reader reader) {

        Source {
            variables = List.copyOf(variables);
        }
    }

    /** How a name is read off what Drools holds under the variables of its source. */
    interface Reader {

        Optional<Span> number(Object[] held, Question question);

        default Object word(Object[] held) {
            throw new IllegalStateException("a number is no word");
        }
    }

    /** Gives a name to a property of a fact. */
    void give(String name, Variable<?> variable, Field field) {
        known.put(name, new Source(List.of(variable), new OfFact(field)));
    }

    /** A property of a fact. */
    record OfFact(Field field) implements Reader {

        @Override
        public Optional<Span> number(Object[] held, Question question) {
            return field.number((Fact) held[0]).map(figure -> Span.of(figure, question));
        }

        @Override
        public Object word(Object[] held) {
            return field.of((Fact) held[0]);
        }
    }

    void give(String name, Source source) {
        known.put(name, source);
    }

    Source source(String name) {
        Source source = known.get(name);
        if (source == null) {
            throw new IllegalArgumentException("nothing is called (%s)".formatted(name));
        }
        return source;
    }

    /** Finds out what has to be looked at for some names, where something is at hand already. */
    Look look(Collection<String> names, Variable<?> own) {
        Set<Variable<?>> others = new LinkedHashSet<>();
        names.forEach(name -> others.addAll(source(name).variables()));
        others.remove(own);
        List<Variable<?>> variables = new ArrayList<>(others);
        Map<String, Read> reads = new HashMap<>();
        for (String name : names) {
            Source source = source(name);
            int[] positions = source.variables().stream()
                    .mapToInt(variables::indexOf) // what is at hand is in none of them
                    .toArray();
            reads.put(name, new Read(source.reader(), positions));
        }
        return new Look(variables, reads);
    }

    /** How a name is read: off which of the things that are looked at; below 0 stands for what is at hand. */
    private static final class Read {

        private final Reader reader;
        private final int[] positions;

        Read(Reader reader, int[] positions) {
            this.reader = reader;
            this.positions = positions;
        }

        Object[] held(Object own, Object[] others) {
            Object[] held = new Object[positions.length];
            for (int i = 0; i < held.length; i++) {
                held[i] = positions[i] < 0 ? own : others[positions[i]];
            }
            return held;
        }
    }

    /** What is looked at. */
    static final class Look {

        private final List<Variable<?>> variables;
        private final Map<String, Read> reads;

        private Look(List<Variable<?>> variables, Map<String, Read> reads) {
            this.variables = List.copyOf(variables);
            this.reads = reads;
        }

        List<Variable<?>> variables() {
            return variables;
        }

        /** Returns what names stand for, given what Drools holds. */
        Bindings bindings(Bindings limits, Object own, Object[] others) {
            return new Bindings() {
                @Override
                public Exact limit(ThresholdId id) {
                    return limits.limit(id);
                }

                @Override
                public Optional<Span> number(String name, Question question) {
                    Read read = read(name);
                    return read.reader.number(read.held(own, others), question);
                }

                @Override
                public Object word(String name) {
                    Read read = read(name);
                    return read.reader.word(read.held(own, others));
                }
            };
        }

        private Read read(String name) {
            Read read = reads.get(name);
            if (read == null) {
                throw new IllegalArgumentException("nothing is called (%s)".formatted(name));
            }
            return read;
        }
    }
}
