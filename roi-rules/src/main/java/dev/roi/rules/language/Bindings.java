package dev.roi.rules.language;

import dev.roi.core.Exact;
import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.Limits;
import dev.roi.rules.facts.Question;
import java.util.Optional;

/** What the thresholds and names of a rule stand for while it is matched. */
public interface Bindings extends Limits {

    /**
     * Returns the number that a name stands for.
     *
     * @param name a name that a condition before gave to a number
     * @param question what is asked of numbers that are not certain
     * @return where it lies; nothing where there is no such number
     */
    Optional<Span> number(String name, Question question);

    /**
     * Returns what a name stands for that is no number.
     *
     * @param name a name that a condition before gave to a word
     * @return what the property held
     */
    Object word(String name);

    /**
     * Makes bindings of a rule without names.
     *
     * @param limits the values of thresholds
     * @return the bindings
     */
    static Bindings of(Limits limits) {
        return limits instanceof Bindings bindings
                ? bindings
                : new Bindings() {
                    @Override
                    public Exact limit(ThresholdId id) {
                        return limits.limit(id);
                    }

                    @Override
                    public Optional<Span> number(String name, Question question) {
                        throw new IllegalArgumentException("nothing is called (%s)".formatted(name));
                    }

                    @Override
                    public Object word(String name) {
                        throw new IllegalArgumentException("nothing is called (%s)".formatted(name));
                    }
                };
    }
}
