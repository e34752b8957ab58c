package dev.roi.rules.drools;

import dev.roi.rules.facts.Question;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.ArrayList;
import org.kie.api.runtime.rule.AccumulateFunction;

/** What Drools does with each match of an {@code accumulate}: it keeps its facts. Safe for use by several threads. */
final class Collecting implements AccumulateFunction<ArrayList<Row>> {

    private static final long serialVersionUID = 1;

    private final Question question;

    Collecting(Question question) {
        this.question = question;
    }

    @Override
    public ArrayList<Row> createContext() {
        return new ArrayList<>();
    }

    @Override
    public void init(ArrayList<Row> rows) {
        rows.clear();
    }

    @Override
    public void accumulate(ArrayList<Row> rows, Object value) {
        rows.add(Row.of(value));
    }

    @Override
    public boolean supportsReverse() {
        return false;
    }

    @Override
    public void reverse(ArrayList<Row> rows, Object value) {
        throw new UnsupportedOperationException("facts are not taken back");
    }

    @Override
    public Tally getResult(ArrayList<Row> rows) {
        return new Tally(rows, question);
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
