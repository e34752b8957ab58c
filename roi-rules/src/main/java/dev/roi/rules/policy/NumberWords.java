package dev.roi.rules.policy;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers as people write them in a sentence, in English and in French: in digits, in words up to a hundred, as a part of
 * a whole, such as four fifths or seven in ten, and as a span, such as half a year.
 *
 * <p>Safe for use by several threads.
 */
public final class NumberWords {

    private static final Pattern JOINT = Pattern.compile("[\\s-]+(?:et[\\s-]+)?");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}.,%]+|[.,](?!\\d)|(?<!\\d)[.,]|(?=%)");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Set<String> HALVES = Set.of("half", "demi");
    private static final Set<String> TEN = Set.of("ten", "dix", "10");
    private static final Set<String> OF = Set.of("in", "sur");
    private static final int FURTHEST_OF = 4;
    private static final Properties WORDS = read();

    private NumberWords() {}

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream stream = requireNonNull(NumberWords.class.getResourceAsStream("number-words.properties"))) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }

    /**
     * Returns the number that a text says in words.
     *
     * @param text such as {@code fifty} or {@code soixante-dix}
     * @return the number, 0 to 100; nothing where the text is something else
     */
    static Optional<Integer> number(String text) {
        int sum = 0;
        for (String word : JOINT.split(text.strip().toLowerCase(Locale.ROOT), -1)) {
            String value = WORDS.getProperty(word, "");
            if (!WHOLE.matcher(value).matches()) {
                return Optional.empty();
            }
            int number = Integer.parseInt(value);
            sum = number == 20 && sum == 4 ? 80 : sum + number; // quatre-vingts is four times twenty
        }
        return Optional.of(sum).filter(number -> number <= 100);
    }

    /**
     * Returns every number that a sentence may speak of; a part of a whole in percent, a span in months.
     *
     * @param sentence a sentence in English or French
     * @return the numbers, each once; may be empty
     */
    public static Set<Exact> in(String sentence) {
        Set<Exact> numbers = new LinkedHashSet<>();
        List<String> words = List.of(BETWEEN.split(sentence.toLowerCase(Locale.ROOT), -1));
        for (int i = 0; i < words.size(); i++) {
            int last = endOfNumber(words, i);
            Optional<Exact> number = last > i
                    ? number(String.join(" ", words.subList(i, last + 1))).map(Exact::of)
                    : plain(words.get(i));
            number.ifPresent(numbers::add);
            i = last;
            if (number.isPresent() && isOfTen(words, i)) {
                numbers.add(number.get().times(Exact.of(BigDecimal.TEN)));
            }
            for (String meaning : WORDS.getProperty(words.get(i), "").split(" ", -1)) {
                if (meaning.contains("/")) {
                    Exact part = Exact.ratio(Exact.HUNDRED, Exact.of(meaning.substring(2)));
                    numbers.add(plain(i > 0 ? words.get(i - 1) : "")
                            .map(part::times)
                            .orElse(part));
                } else if (meaning.endsWith("m")) {
                    int months = Integer.parseInt(meaning.substring(0, meaning.length() - 1));
                    boolean isHalf =
                            words.subList(Math.max(0, i - 2), i).stream().anyMatch(HALVES::contains);
                    numbers.add(Exact.of(BigDecimal.valueOf(isHalf ? months / 2 : months)));
                }
            }
        }
        return numbers;
    }

    /** Where a number ends that takes several words, such as twenty-five: each is less than the one before it. */
    private static int endOfNumber(List<String> words, int from) {
        int end = from;
        while (end + 1 < words.size() && isPart(words.get(end), words.get(end + 1))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(String before, String after) {
        String first = WORDS.getProperty(before, "");
        String second = WORDS.getProperty(after, "");
        boolean areNumbers =
                WHOLE.matcher(first).matches() && WHOLE.matcher(second).matches();
        return areNumbers
                && ((Integer.parseInt(first) >= 20 && Integer.parseInt(second) < 20)
                        || (first.equals("4") && second.equals("20")));
    }

    private static Optional<Exact> plain(String word) {
        if (DIGITS.matcher(word).matches()) {
            return Optional.of(Exact.of(new BigDecimal(word.replace(',', '.'))));
        }
        String meaning = WORDS.getProperty(word, "");
        return WHOLE.matcher(meaning).matches() ? Optional.of(Exact.of(new BigDecimal(meaning))) : Optional.empty();
    }

    /** Tells whether so many in ten are meant: three people in ten, trois sur dix. */
    private static boolean isOfTen(List<String> words, int at) {
        for (int i = at + 1; i < Math.min(words.size() - 1, at + FURTHEST_OF); i++) {
            if (OF.contains(words.get(i)) && TEN.contains(words.get(i + 1))) {
                return true;
            }
        }
        return false;
    }
}
