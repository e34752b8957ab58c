package dev.roi.governance.check;

/**
 * A thing that facts are about.
 *
 * @param kind what it is
 * @param name its name; of a part and of a latest reading, its indicator's
 * @param position of a part and of a latest reading, the condition that asks for it; otherwise 0
 */
record Subject(Kind kind, String name, int position) {

    static final Subject SCOPE = new Subject(Kind.SCOPE, "scope", 0);

    enum Kind {
        INDICATOR,
        BLOCK,
        RUN,
        SCOPE,
        PART,
        LATEST
    }

    static Subject indicator(String name) {
        return new Subject(Kind.INDICATOR, name, 0);
    }

    static Subject block(String name) {
        return new Subject(Kind.BLOCK, name, 0);
    }

    static Subject run(String name) {
        return new Subject(Kind.RUN, name, 0);
    }

    @Override
    public String toString() {
        return kind == Kind.SCOPE ? "the scope" : "`%s`".formatted(name);
    }
}
