package dev.roi.governance.check;

import dev.roi.core.Language;
import dev.roi.core.Localized;
import dev.roi.core.Message;

/**
 * A thing that facts are about.
 *
 * @param kind what it is
 * @param name its name; of a part and of a reading, its indicator's
 * @param position of what there may be several of, the condition that asks for it; otherwise 0
 */
record Subject(Kind kind, String name, int position) implements Localized {

    static final Subject SCOPE = new Subject(Kind.SCOPE, "scope", 0);
    static final Subject MONTH = new Subject(Kind.MONTH, "month", 0);

    enum Kind {
        INDICATOR,
        BLOCK,
        RUN,
        SCOPE,
        MONTH,
        PART,
        LATEST,
        OF_SCOPES;

        /** Tells whether there may be any number of them, of which conditions ask for one each. */
        boolean isOneOfSeveral() {
            return this == PART || this == LATEST || this == OF_SCOPES;
        }
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

    /** A fact about a scope of a portfolio: of a reading, its indicator; of others, the word of their type. */
    static Subject ofScopes(String name, int position) {
        return new Subject(Kind.OF_SCOPES, name, position);
    }

    @Override
    public String in(Language language) {
        return switch (kind) {
            case SCOPE -> Message.of("the scope").in(language);
            case MONTH -> Message.of("the reviewed month").in(language);
            case INDICATOR, BLOCK, RUN, PART, LATEST, OF_SCOPES ->
                Message.of("`%s`", name).in(language);
        };
    }
}
