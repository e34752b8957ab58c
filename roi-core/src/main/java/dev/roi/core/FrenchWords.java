package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** French words that people write in a file whose keys and words are English. */
final class FrenchWords {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Properties ENGLISH = read();

    private FrenchWords() {}

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream stream = requireNonNull(FrenchWords.class.getResourceAsStream("french-words.properties"))) {
            words.load(stream);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }

    /** Returns a text with plain letters for accented ones: names of files and policies have no accents. */
    static String withoutAccents(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Finds the known word that a French one stands for. */
    static Optional<String> english(String word, Collection<String> known) {
        String plain = withoutAccents(word.strip())
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-')
                .replace('_', '-');
        return Stream.of(ENGLISH.getProperty(plain, "").split(" "))
                .filter(known::contains)
                .findFirst();
    }
}
