package dev.roi.rules.drools;

import dev.roi.rules.language.Bindings;
import java.util.List;
import org.drools.model.Global;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate10;
import org.drools.model.functions.Predicate11;
import org.drools.model.functions.Predicate12;
import org.drools.model.functions.Predicate13;
import org.drools.model.functions.Predicate14;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.Predicate4;
import org.drools.model.functions.Predicate5;
import org.drools.model.functions.Predicate6;
import org.drools.model.functions.Predicate7;
import org.drools.model.functions.Predicate8;
import org.drools.model.functions.Predicate9;

/** Comparisons that look at several things at once, for each number of which Drools has a method of its own. */
final class Joined {

    /** The most names that one comparison may look at; each may be read off two things. */
    static final int MOST_NAMES = 6;

    private Joined() {}

    /** What is asked of the thing at hand and of others. */
    interface Test {
        boolean of(Object own, Bindings limits, Object... others);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // what Drools holds is told apart by whoever asks
    static void expr(PatternDef pattern, String id, List<Variable<?>> with, Global<Bindings> limits, Test test) {
        Variable[] v = with.toArray(Variable[]::new);
        switch (v.length) {
            case 0 -> pattern.expr(id, limits, (Predicate2) (o, l) -> test.of(o, (Bindings) l));
            case 1 -> pattern.expr(id, v[0], limits, (Predicate3) (o, a, l) -> test.of(o, (Bindings) l, a));
            case 2 -> pattern.expr(id, v[0], v[1], limits, (Predicate4) (o, a, b, l) -> test.of(o, (Bindings) l, a, b));
            case 3 ->
                pattern.expr(id, v[0], v[1], v[2], limits, (Predicate5)
                        (o, a, b, c, l) -> test.of(o, (Bindings) l, a, b, c));
            case 4 ->
                pattern.expr(id, v[0], v[1], v[2], v[3], limits, (Predicate6)
                        (o, a, b, c, d, l) -> test.of(o, (Bindings) l, a, b, c, d));
            case 5 ->
                pattern.expr(id, v[0], v[1], v[2], v[3], v[4], limits, (Predicate7)
                        (o, a, b, c, d, e, l) -> test.of(o, (Bindings) l, a, b, c, d, e));
            case 6 ->
                pattern.expr(id, v[0], v[1], v[2], v[3], v[4], v[5], limits, (Predicate8)
                        (o, a, b, c, d, e, f, l) -> test.of(o, (Bindings) l, a, b, c, d, e, f));
            case 7 ->
                pattern.expr(id, v[0], v[1], v[2], v[3], v[4], v[5], v[6], limits, (Predicate9)
                        (o, a, b, c, d, e, f, g, l) -> test.of(o, (Bindings) l, a, b, c, d, e, f, g));
            case 8 ->
                pattern.expr(id, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], limits, (Predicate10)
                        (o, a, b, c, d, e, f, g, h, l) -> test.of(o, (Bindings) l, a, b, c, d, e, f, g, h));
            case 9 ->
                pattern.expr(id, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], limits, (Predicate11)
                        (o, a, b, c, d, e, f, g, h, i, l) -> test.of(o, (Bindings) l, a, b, c, d, e, f, g, h, i));
            case 10 ->
                pattern.expr(id, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], limits, (Predicate12)
                        (o, a, b, c, d, e, f, g, h, i, j, l) -> test.of(o, (Bindings) l, a, b, c, d, e, f, g, h, i, j));
            case 11 ->
                pattern.expr(
                        id, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], limits, (Predicate13)
                                (o, a, b, c, d, e, f, g, h, i, j, k, l) ->
                                        test.of(o, (Bindings) l, a, b, c, d, e, f, g, h, i, j, k));
            case 12 ->
                pattern.expr(
                        id,
                        v[0],
                        v[1],
                        v[2],
                        v[3],
                        v[4],
                        v[5],
                        v[6],
                        v[7],
                        v[8],
                        v[9],
                        v[10],
                        v[11],
                        limits,
                        (Predicate14) (o, a, b, c, d, e, f, g, h, i, j, k, m, l) ->
                                test.of(o, (Bindings) l, a, b, c, d, e, f, g, h, i, j, k, m));
            default -> throw new IllegalArgumentException("%s are more than can be compared".formatted(with));
        }
    }
}
