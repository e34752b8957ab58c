package dev.roi.rules.drools;

import dev.roi.rules.facts.Fact;
import java.util.List;
import org.drools.model.DSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;

/**
 * The facts of one match that is counted, in the order of the conditions. Drools hands one thing to what counts, so
 * several facts are made into one by the last of them.
 *
 * @param facts the facts
 */
record Row(List<Fact> facts) {

    /** The most conditions that can be counted together. */
    static final int MOST_FACTS = 4;

    Row {
        facts = List.copyOf(facts);
    }

    /** Returns the row that something handed over is. */
    static Row of(Object handed) {
        return handed instanceof Row row ? row : new Row(List.of((Fact) handed));
    }

    static Variable<Row> bind(PatternDef<Fact> last, List<Variable<Fact>> before) {
        Variable<Row> row = DSL.declarationOf(Row.class);
        switch (before.size()) {
            case 1 -> last.bind(row, before.get(0), (d, a) -> new Row(List.of(a, d)));
            case 2 -> last.bind(row, before.get(0), before.get(1), (d, a, b) -> new Row(List.of(a, b, d)));
            case 3 ->
                last.bind(
                        row, before.get(0), before.get(1), before.get(2), (d, a, b, c) -> new Row(List.of(a, b, c, d)));
            default -> throw new IllegalArgumentException("%s are more than can be counted".formatted(before));
        }
        return row;
    }
}
