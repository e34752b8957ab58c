package dev.roi.testkit;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thing that a law demands.
 *
 * @param sentence what it demands
 * @param applies whether a policy has what it speaks of
 * @param check holds one scorecard to it
 */
record Clause(String sentence, Predicate<LawTerms.In> applies, Consumer<Trial> check) {

    /** Makes a clause that speaks of nothing that a policy may lack. */
    static Clause of(String sentence, Consumer<Trial> check) {
        return new Clause(sentence, terms -> true, check);
    }

    Clause where(Predicate<LawTerms.In> has) {
        return new Clause(sentence, applies.and(has), check);
    }
}
