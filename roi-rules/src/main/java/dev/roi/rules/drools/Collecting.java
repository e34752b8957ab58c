package dev.roi.rules.drools;

import dev.roi.rules.facts.Question;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.AccumulateFunction;

/** What Drools does with each match of an {@code accumulate}: it keeps its facts. Safe for use by several threads. */
final class Collecting implements AccumulateFunction<Collecting.Collected> {

    private static final long serialVersionUID = 1;

    private final Question question;

    /** What was matched so far; Drools wants what it can write, and never does. */
    static final class Collected implements Serializable {

        private static final long serialVersionUID = 1;

        private final transient List<Row> rows = new ArrayList<>();
    }

    Collecting(Question question) {
        this.question = question;
    }

    @Override
    public Collected createContext() {
        return new Collected();
    }

    @Override
    public void init(Collected collected) {
        collected.rows.clear();
    }

    @Override
    public void accumulate(Collected collected, Object value) {
        collected.rows.add(Row.of(value));
    }

    @Override
    public boolean supportsReverse() {
        return false;
    }

    @Override
    public void reverse(Collected collected, Object value) {
        throw new UnsupportedOperationException("facts are not taken back");
    }

    @Override
    public Tally getResult(Collected collected) {
        return new Tally(collected.rows, question);
    }

    @Override
    public Class<?> getResultType() {
        return Tally.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw new UnsupportedOperationException("rules are not written");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new UnsupportedOperationException("rules are not read");
    }
}
