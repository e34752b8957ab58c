package dev.roi.core.format;

import dev.roi.core.Keyword;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The shape of a value that is written as a text, and may be a name in a map as well.
 *
 * @param <T> the type of the value
 */
public final class Text<T> extends Shape<T> {

    private static final Set<Kind> KINDS = Set.of(Kind.TEXT);

    private static final Pattern MONTHS = Pattern.compile("^[0-9]{4}-(0[1-9]|1[0-2])$");

    static final Text<YearMonth> MONTH = of(
                    text -> MONTHS.matcher(text).matches()
                            ? Optional.of(
                                    YearMonth.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10)))
                            : Optional.empty(),
                    YearMonth::toString)
            .also("pattern", MONTHS.pattern());

    private final Function<String, Optional<T>> parsed;
    private final Function<? super T, String> print;
    private final Optional<BiFunction<String, Spot, Objection>> refusal;
    private final boolean saysSomething;
    private final List<String> words;
    private final Map<String, Object> facts;

    private Text(
            Function<String, Optional<T>> parsed,
            Function<? super T, String> print,
            Optional<BiFunction<String, Spot, Objection>> refusal,
            boolean saysSomething,
            List<String> words,
            Map<String, Object> facts) {
        this.parsed = parsed;
        this.print = print;
        this.refusal = refusal;
        this.saysSomething = saysSomething;
        this.words = words;
        this.facts = facts;
    }

    /**
     * Returns the shape of a text that stands for something.
     *
     * @param parsed what a text stands for; nothing where none of these is written so
     * @param print writes it
     * @param <T> the type of the value
     * @return the shape
     */
    public static <T> Text<T> of(Function<String, Optional<T>> parsed, Function<? super T, String> print) {
        return new Text<>(parsed, print, Optional.empty(), false, List.of(), Map.of("type", "string"));
    }

    /**
     * Returns the shape of a text that can be one thing only.
     *
     * @param text the text
     * @return the shape
     */
    public static Text<String> constant(String text) {
        return new Text<>(
                written -> Optional.of(written).filter(text::equals),
                Function.identity(),
                Optional.empty(),
                false,
                List.of(text),
                Map.of("const", text));
    }

    /**
     * Returns the shape of a word of a closed set.
     *
     * @param means what each of the words that may stand there means, in order; empty where that goes without saying
     * @param <E> the set
     * @return the shape
     */
    public static <E extends Enum<E> & Keyword> Text<E> word(Map<E, String> means) {
        Map<String, E> words = new LinkedHashMap<>();
        means.keySet().forEach(word -> words.put(word.word(), word));
        List<String> known = List.copyOf(words.keySet());
        boolean isPlain = means.values().stream().allMatch(String::isEmpty);
        return new Text<>(
                text -> Optional.ofNullable(words.get(text)),
                Keyword::word,
                Optional.empty(),
                false,
                known,
                isPlain
                        ? Map.of("enum", known)
                        : Map.of(
                                "oneOf",
                                means.entrySet().stream()
                                        .map(word -> Definitions.ordered(
                                                "const", word.getKey().word(), "description", word.getValue()))
                                        .toList()));
    }

    /**
     * Returns this shape for texts that say something: one that does not is another thing than one that says nothing known.
     *
     * @return the shape
     */
    public Text<T> notBlank() {
        Text<T> text = new Text<>(parsed, print, refusal, true, words, facts);
        return words.isEmpty() ? text.also("pattern", "\\S") : text;
    }

    /**
     * Returns this shape, with what is said of a text that none of its values is written as.
     *
     * @param objection what is wrong with such a text at its spot
     * @return the shape
     */
    public Text<T> refusing(BiFunction<String, Spot, Objection> objection) {
        return new Text<>(parsed, print, Optional.of(objection), saysSomething, words, facts);
    }

    @Override
    public Text<T> also(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(keyword, value);
        return new Text<>(parsed, print, refusal, saysSomething, words, more);
    }

    @Override
    public List<String> words() {
        return words;
    }

    Optional<T> parse(String text) {
        return parsed.apply(text);
    }

    Objection refusal(String text, Spot at, Objections to) {
        return refusal.map(known -> known.apply(text, at)).orElseGet(() -> to.unlike(text, at, this));
    }

    String print(T value) {
        return print.apply(value);
    }

    @Override
    public void write(T value, Sink to) {
        to.text(print.apply(value));
    }

    @Override
    public Set<Kind> kinds() {
        return KINDS;
    }

    @Override
    boolean fits(Cursor value) {
        return value.kind() == Kind.TEXT && !(saysSomething && value.text().isBlank());
    }

    @Override
    Optional<T> decode(Cursor value, Objections to) {
        Optional<T> read = parse(value.text());
        if (read.isEmpty()) {
            to.at(value.spot(), refusal(value.text(), value.spot(), to));
        }
        return read;
    }

    @Override
    Map<String, Object> schema(Definitions definitions) {
        return new LinkedHashMap<>(facts);
    }
}
