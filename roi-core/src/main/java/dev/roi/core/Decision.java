package dev.roi.core;

/** What is recommended for a scope and a month, from the worst to the best. */
public enum Decision implements Keyword {
    /** End the investment for this scope, and keep what was learned. */
    STOP,

    /** Go on, and change what the levers name. */
    ADJUST,

    /** Go on as it is. */
    MAINTAIN,

    /** Go on, and widen the scope. */
    EXTEND;

    /**
     * Says the decision in a word, such as {@code maintain} or {@code maintenir}.
     *
     * @return the word, in the language of whoever reads it
     */
    public Message said() {
        return switch (this) {
            case STOP -> Message.of("stop");
            case ADJUST -> Message.of("adjust");
            case MAINTAIN -> Message.of("maintain");
            case EXTEND -> Message.of("extend");
        };
    }
}
