package dev.roi.cli;

import dev.roi.core.ActionId;
import dev.roi.core.Decision;
import dev.roi.core.Dissent;
import dev.roi.core.Exact;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Quoted;
import dev.roi.core.ThresholdId;
import dev.roi.core.ViewId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** What the words of a command line mean, and what to say where they mean nothing. */
final class Arguments {

    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.FRENCH);
    private static final char GARBLED = '\uFFFD';
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<year>\\d{4})\\D?(?<month>\\d{1,2})(\\D\\d{1,2})?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?<month>\\d{1,2})\\D?(?<year>\\d{4})");

    private Arguments() {}

    /**
     * Checks that Java understood what was typed, or else a record would keep what nobody wrote.
     *
     * @param args the command and its arguments
     * @throws Refusal when one has letters that the machine's locale does not have
     */
    static void requireReadable(String... args) {
        for (String arg : args) {
            if (arg.indexOf(GARBLED) >= 0) {
                throw new Refusal(Message.of(
                        "the argument %s cannot be read in this locale; set `LC_ALL=C.UTF-8`, or use letters of ASCII",
                        Quoted.of(arg)));
            }
        }
    }

    /**
     * Reads the name of a file or directory.
     *
     * @param name the name
     * @return its path
     * @throws Refusal when no file can have that name, or Java cannot say it in the machine's locale
     */
    static Path path(String name) {
        if (name.isEmpty()) {
            throw new Refusal(Message.of("an empty name names no file"));
        }
        try {
            Path path = Path.of(name);
            String directory = System.getProperty("user.dir", "");
            if (!path.isAbsolute() && directory.indexOf(GARBLED) >= 0) {
                throw new Refusal(Message.of(
                        "the working directory %s cannot be used in this locale; set `LC_ALL=C.UTF-8`, or use letters"
                                + " of ASCII",
                        Quoted.of(directory)));
            }
            return path;
        } catch (InvalidPathException garbled) {
            throw new Refusal(Message.of(
                    "the name %s cannot be used in this locale; set `LC_ALL=C.UTF-8`, or use letters of ASCII",
                    Quoted.of(name)));
        }
    }

    private static Optional<YearMonth> month(String year, String month) {
        try {
            return Optional.of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> likelyMonth(String text) {
        for (Pattern form : List.of(YEAR_FIRST, MONTH_FIRST)) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return month(matcher.group("year"), matcher.group("month"));
            }
        }
        return Optional.empty();
    }

    /** A month in the form of ISO 8601. */
    static final class OfMonth implements ITypeConverter<YearMonth> {

        @Override
        public YearMonth convert(String text) {
            Optional<YearMonth> likely = likelyMonth(text);
            if (likely.isPresent() && MONTH.matcher(text).matches()) {
                return likely.get();
            }
            throw new WrongArgument(Message.of(
                    "%s is no month. %s",
                    Quoted.of(text),
                    likely.map(month -> Message.of("Did you mean `%s`?", month))
                            .orElse(Message.of("A month is written as `YYYY-MM`, such as `2026-05`."))));
        }
    }

    /**
     * One word of a closed list.
     *
     * @param <E> the list
     */
    static final class OfWord<E extends Enum<E> & Keyword> implements ITypeConverter<E> {

        private final Message what;
        private final Class<E> list;

        /**
         * Begins to read words.
         *
         * @param what what they name, for a sentence
         * @param list the words
         */
        OfWord(Message what, Class<E> list) {
            this.what = what;
            this.list = list;
        }

        @Override
        public E convert(String text) {
            List<E> words = List.of(list.getEnumConstants());
            return words.stream()
                    .filter(word -> word.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new WrongArgument(Sentences.unknown(
                            what, text, words.stream().map(Keyword::word).toList())));
        }
    }

    /**
     * Finds out in which language the program is to speak, before it is known whether the rest makes sense.
     *
     * @param otherwise the language where none is asked for
     * @param args the command and its arguments
     * @return the language of the last {@code --lang} that names one
     */
    static Language spoken(Language otherwise, String... args) {
        Language spoken = otherwise;
        for (int i = 0; i < args.length; i++) {
            String tag = args[i].startsWith("--lang=")
                    ? args[i].substring("--lang=".length())
                    : args[i].equals("--lang") && i + 1 < args.length ? args[i + 1] : "";
            spoken = LANGUAGES.stream()
                    .filter(language -> language.tag().equals(tag))
                    .findFirst()
                    .orElse(spoken);
        }
        return spoken;
    }

    /** A decision, by its word in either language. */
    static final class OfDecision implements ITypeConverter<Decision> {

        /** The words that may be given, those of both languages. */
        static final List<String> WORDS =
                List.of("stop", "adjust", "maintain", "extend", "arrêter", "ajuster", "maintenir", "étendre");

        /** What the words of each language mean, in their order. */
        private static final List<Decision> MEANT =
                List.of(Decision.STOP, Decision.ADJUST, Decision.MAINTAIN, Decision.EXTEND);

        @Override
        public Decision convert(String text) {
            return find(text)
                    .orElseThrow(() -> new WrongArgument(Sentences.unknown(Message.of("decision"), text, WORDS)));
        }

        /** Finds a decision by its word, whatever its case and its accents. */
        static Optional<Decision> find(String text) {
            String word = plain(text);
            return WORDS.stream()
                    .filter(known -> plain(known).equals(word))
                    .findFirst()
                    .map(known -> MEANT.get(WORDS.indexOf(known) % MEANT.size()));
        }
    }

    /** What is left of a word without its case and its accents. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The name of a view; whether there is one, the policy knows. */
    static final class OfView implements ITypeConverter<ViewId> {

        @Override
        public ViewId convert(String text) {
            if (!Names.isKebab(text)) {
                throw new WrongArgument(Message.of(
                        "%s is no name of a view; it is small letters, digits and hyphens, such as `finance`",
                        Quoted.of(text)));
            }
            return new ViewId(text);
        }
    }

    /** A language of a review. */
    static final class OfLanguage implements ITypeConverter<Language> {

        @Override
        public Language convert(String text) {
            return LANGUAGES.stream()
                    .filter(language -> language.tag().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new WrongArgument(Sentences.unknown(
                            Message.of("language"),
                            text,
                            LANGUAGES.stream().map(Language::tag).toList())));
        }
    }

    /** The name of an indicator. */
    static final class OfIndicator implements ITypeConverter<IndicatorId> {

        @Override
        public IndicatorId convert(String text) {
            if (!Names.isKebab(text)) {
                throw new WrongArgument(
                        Message.of("%s is no indicator. One is named such as `lead-time`.", Quoted.of(text)));
            }
            return new IndicatorId(text);
        }
    }

    /** The name of a threshold; whether there is one, the policy knows. */
    static final class OfThreshold implements ITypeConverter<ThresholdId> {

        @Override
        public ThresholdId convert(String text) {
            if (!Names.isDotted(text)) {
                throw new WrongArgument(
                        Message.of("%s is no threshold. One is named such as `extend.months`.", Quoted.of(text)));
            }
            return new ThresholdId(text);
        }
    }

    /**
     * Another value of a threshold.
     *
     * @param threshold the threshold
     * @param value its value
     */
    record Assumed(ThresholdId threshold, Exact value) {}

    /** A threshold, and the value that it is to have. */
    static final class OfAssumed implements ITypeConverter<Assumed> {

        private static final Pattern FORM = Pattern.compile("(?<id>[^=]+)=(?<value>-?\\d{1,15}(\\.\\d{1,12})?)");

        @Override
        public Assumed convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches() || !Names.isDotted(matcher.group("id"))) {
                throw new WrongArgument(Message.of(
                        "%s gives no threshold a value. Write its name and a number, such as `extend.months=2`.",
                        Quoted.of(text)));
            }
            return new Assumed(new ThresholdId(matcher.group("id")), Exact.of(matcher.group("value")));
        }
    }

    private static final String ACTION = "(?<entry>[1-9]\\d{0,17})(\\.(?<number>[1-9]\\d{0,5}))?";

    private static ActionId action(Matcher matcher) {
        String number = matcher.group("number");
        return new ActionId(Long.parseLong(matcher.group("entry")), number == null ? 1 : Integer.parseInt(number));
    }

    /** Which action it is. */
    static final class OfAction implements ITypeConverter<ActionId> {

        private static final Pattern FORM = Pattern.compile(ACTION);

        @Override
        public ActionId convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new WrongArgument(Message.of(
                        "%s is no action. One is named by its number as `roi history` shows it, such as `7` or `7.2`.",
                        Quoted.of(text)));
            }
            return action(matcher);
        }
    }

    /** Somebody's disagreement, with the name before it. */
    static final class OfDissent implements ITypeConverter<Dissent> {

        @Override
        public Dissent convert(String text) {
            return find(text)
                    .orElseThrow(() -> new WrongArgument(Message.of(
                            "%s does not say who disagrees. Write the name first, such as `Jo Berg=Too early`.",
                            Quoted.of(text))));
        }

        static Optional<Dissent> find(String text) {
            int equals = text.indexOf('=');
            return equals < 1
                    ? Optional.empty()
                    : Optional.of(new Dissent(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip()));
        }
    }

    /**
     * Something said of an action.
     *
     * @param action the action
     * @param text what is said
     */
    record Numbered(ActionId action, String text) {}

    /** Something said of an action, with its number before it. */
    static final class OfNumbered implements ITypeConverter<Numbered> {

        private static final Pattern FORM = Pattern.compile(ACTION + "=(?<text>.+)", Pattern.DOTALL);

        @Override
        public Numbered convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new WrongArgument(Message.of(
                        "%s does not say of which action it is. Write its number first, such as `2=Done in June`.",
                        Quoted.of(text)));
            }
            return new Numbered(action(matcher), matcher.group("text"));
        }
    }

    /** A moment in the form of ISO 8601, in UTC. */
    static final class OfInstant implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException noInstant) {
                throw new WrongArgument(Message.of(
                        "%s is no moment. One is written in UTC such as `2026-06-05T09:30:00Z`.", Quoted.of(text)));
            }
        }
    }

    /** The head of a ledger. */
    static final class OfHash implements ITypeConverter<Hash> {

        @Override
        public Hash convert(String text) {
            if (!Hash.isHash(text)) {
                throw new WrongArgument(Message.of(
                        "%s is no head. One is `sha256:` and 64 digits or letters from a to f.", Quoted.of(text)));
            }
            return new Hash(text);
        }
    }
}
