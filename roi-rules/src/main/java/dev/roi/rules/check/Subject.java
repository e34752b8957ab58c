package dev.roi.rules.check;

/**
 * A thing that facts are about.
 *
 * @param kind what it is
 * @param name its name; of a part, which condition asks for it
 */
record Subject(Kind kind, String name) {

    static final Subject SCOPE = new Subject(Kind.SCOPE, "scope");

    enum Kind {
        INDICATOR,
        BLOCK,
        RUN,
        SCOPE,
        PART
    }

    static Subject indicator(String name) {
        return new Subject(Kind.INDICATOR, name);
    }

    @Override
    public String toString() {
        return kind == Kind.SCOPE ? "the scope" : "`%s`".formatted(name);
    }
}
