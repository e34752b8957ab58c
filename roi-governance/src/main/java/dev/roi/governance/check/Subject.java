package dev.roi.governance.check;

import dev.roi.core.Language;
import dev.roi.core.Localized;
import dev.roi.core.Message;

/**
 * A thing that facts are about.
 *
 * @param kind what it is
 * @param name its name; of a part and of a latest reading, its indicator's
 * @param position of a part and of a latest reading, the condition that asks for it; otherwise 0
 */
record Subject(Kind kind, String name, int position) implements Localized {

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
    public String in(Language language) {
        return (kind == Kind.SCOPE ? Message.of("the scope") : Message.of("`%s`", name)).in(language);
    }
}
