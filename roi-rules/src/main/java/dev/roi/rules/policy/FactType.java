package dev.roi.rules.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule can ask about: the whole vocabulary of a rule file's conditions.
 *
 * <p>Every number that a condition sees is known: what is unknown is a fact of its own, so that no comparison is
 * silently true or false for want of a value.
 */
public enum FactType {
    /** A number that the policy's owners may change. */
    THRESHOLD("Threshold", Field.threshold("id"), Field.number("value")),

    /** An indicator that is known in the reviewed month. */
    READING(
            "Reading",
            Field.indicator(),
            Field.block("block"),
            Field.number("value"),
            Field.flag("due"),
            Field.flag("needed")),

    /**
     * The last known reading of an indicator: this month's or, where it went dark, the newest before it. An alarm that
     * goes dark stays an alarm until it is measured again. Where that reading is too uncertain to tell on which side of
     * a limit it lies, the newest one that could tell counts beside it, as far as the uncertain one does not exclude it.
     */
    LATEST(
            "Latest",
            Field.indicator(),
            Field.block("block"),
            Field.number("value"),
            Field.flag("due"),
            Field.flag("needed"),
            Field.flag("dark")),

    /** An indicator that is not known in the reviewed month, and why. */
    UNKNOWN(
            "Unknown",
            Field.indicator(),
            Field.block("block"),
            Field.word("reason", "not-instrumented", "scattered", "not-due", "not-reported", "no-cases", "other-unit"),
            Field.flag("needed")),

    /** An indicator whose effects are not due yet in the reviewed month, whether it is known or not. */
    NOT_DUE("NotDue", Field.indicator(), Field.block("block"), Field.flag("needed")),

    /** An indicator's last known reading, held against its baseline. */
    COMPARISON(
            "Comparison",
            Field.indicator(),
            Field.block("block"),
            Field.word("result", "better", "same", "worse", "undetermined", "not-comparable"),
            Field.word("leaning", "better", "same", "worse", "none"),
            Field.word("atWorst", "better", "same", "worse", "none"),
            Field.flag("needed"),
            Field.flag("oneSided"),
            Field.flag("dark")),

    /**
     * A reading whose uncertainty lies on both sides of a limit, so that it cannot be told whether a rule speaks: one that
     * is more than a note, and whose other conditions hold, or may.
     */
    STRADDLING("Straddling", Field.indicator(), Field.block("block"), Field.flag("needed")),

    /** A block in the reviewed month. */
    BLOCK("Block", Field.block("id"), Field.word("state", "improved", "same", "worse", "undetermined")),

    /** How many successive months up to the reviewed one were of a kind, surely and possibly. */
    RUN("Run", Field.run("of"), Field.number("months"), Field.number("possible")),

    /** A part of an amount in the reviewed month. */
    PART(
            "Part",
            Field.indicator(),
            Field.block("block"),
            Field.word("dimension", "workflow", "team", "destination", "stage", "department", "profile", "outcome"),
            Field.name("name"),
            Field.number("value"),
            Field.number("share"),
            Field.number("outside"),
            Field.word("authorised", "yes", "no", "not-applicable")),

    /** How much an indicator grows over the one it is read against, in percent. */
    GROWTH("Growth", Field.indicator(), Field.block("block"), Field.number("percent")),

    /** Where an indicator is going over the scope's history. */
    TREND(
            "Trend",
            Field.indicator(),
            Field.block("block"),
            Field.word("course", "improving", "stable", "worsening", "undetermined"),
            Field.flag("needed")),

    /** The scope and its history. */
    SCOPE(
            "Scope",
            Field.word("level", "workflow", "team", "portfolio"),
            Field.number("monthsOfUse"),
            Field.flag("gap"));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of records
    private final Map<String, Field> fields;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of texts
    private final List<String> names;

    FactType(String word, Field... fields) {
        this.word = word;
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        this.fields = Collections.unmodifiableMap(byName);
        this.names = List.copyOf(byName.keySet());
    }

    /**
     * Looks a type up by the word that rule files use.
     *
     * @param word the word, such as {@code Reading}
     * @return the type, if there is one
     */
    public static Optional<FactType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /**
     * Returns the words of all types.
     *
     * @return the words, in order
     */
    public static List<String> words() {
        return Arrays.stream(values()).map(FactType::word).toList();
    }

    /**
     * Returns the word that rule files use.
     *
     * @return the word, such as {@code Reading}
     */
    public String word() {
        return word;
    }

    /**
     * Returns what can be asked of a fact of this type.
     *
     * @return the fields by name, in order
     */
    public Map<String, Field> fields() {
        return fields;
    }

    /**
     * Returns the place of a field.
     *
     * @param name the field's name
     * @return its place among the fields, from 0; negative where there is no such field
     */
    public int position(String name) {
        return names.indexOf(name);
    }

    /** What a field holds, and so what it may be compared with. */
    public enum FieldKind {
        /** The name of a threshold. */
        THRESHOLD,
        /** The name of an indicator. */
        INDICATOR,
        /** The name of a block. */
        BLOCK,
        /** The name of a kind of month. */
        RUN,
        /** One of a few words. */
        WORD,
        /** Any text. */
        NAME,
        /** A number; it is compared with thresholds only. */
        NUMBER,
        /** True or false. */
        FLAG
    }

    /**
     * Something that can be asked of a fact.
     *
     * @param name its name in rule files
     * @param kind what it holds
     * @param words the words it may hold, where it holds one of a few
     */
    public record Field(String name, FieldKind kind, List<String> words) {

        /** Copies the words. {@inheritDoc} */
        public Field {
            words = List.copyOf(words);
        }

        private static Field indicator() {
            return new Field("indicator", FieldKind.INDICATOR, List.of());
        }

        private static Field threshold(String name) {
            return new Field(name, FieldKind.THRESHOLD, List.of());
        }

        private static Field block(String name) {
            return new Field(name, FieldKind.BLOCK, List.of());
        }

        private static Field run(String name) {
            return new Field(name, FieldKind.RUN, List.of());
        }

        private static Field word(String name, String... words) {
            return new Field(name, FieldKind.WORD, List.of(words));
        }

        private static Field name(String name) {
            return new Field(name, FieldKind.NAME, List.of());
        }

        private static Field number(String name) {
            return new Field(name, FieldKind.NUMBER, List.of());
        }

        private static Field flag(String name) {
            return new Field(name, FieldKind.FLAG, List.of());
        }
    }
}
