package dev.roi.examples.cli;

import dev.roi.core.Language;
import dev.roi.core.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the words of a command line mean, and what to say where they mean nothing. */
final class Arguments {

    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.FRENCH);
    private static final char GARBLED = '\uFFFD';
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<year>\\d{4})\\D?(?<month>\\d{1,2})(\\D\\d{1,2})?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?<month>\\d{1,2})\\D?(?<year>\\d{4})");

    private Arguments() {}

    /**
     * Reads the name of a file or directory.
     *
     * @param name the name
     * @return its path
     * @throws Refusal when no file can have that name, or Java cannot say it in the machine's locale
     */
    static Path path(String name) {
        if (name.isEmpty()) {
            throw new Refusal("an empty name names no file");
        }
        try {
            Path path = Path.of(name);
            String directory = System.getProperty("user.dir", "");
            if (!path.isAbsolute() && directory.indexOf(GARBLED) >= 0) {
                throw unspeakable("working directory", directory);
            }
            return path;
        } catch (InvalidPathException garbled) {
            throw unspeakable("name", name);
        }
    }

    private static Refusal unspeakable(String what, String name) {
        return new Refusal("the %s %s cannot be used in this locale; set `LC_ALL=C.UTF-8`, or use letters of ASCII"
                .formatted(what, Quoted.of(name)));
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
            throw new TypeConversionException("%s is no month. %s"
                    .formatted(
                            Quoted.of(text),
                            likely.map(month -> "Did you mean `%s`?".formatted(month))
                                    .orElse("A month is written as `YYYY-MM`, such as `2026-05`.")));
        }
    }

    /** A format of a review. */
    static final class OfFormat implements ITypeConverter<Format> {

        @Override
        public Format convert(String text) {
            return Arrays.stream(Format.values())
                    .filter(format -> format.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Sentences.unknown("format", text, Format.words())));
        }
    }

    /** A language of a review. */
    static final class OfLanguage implements ITypeConverter<Language> {

        @Override
        public Language convert(String text) {
            return LANGUAGES.stream()
                    .filter(language -> language.tag().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Sentences.unknown(
                            "language",
                            text,
                            LANGUAGES.stream().map(Language::tag).toList())));
        }
    }
}
