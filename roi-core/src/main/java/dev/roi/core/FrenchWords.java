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

    /** Finds the known word that a French one stands for. */
    static Optional<String> english(String word, Collection<String> known) {
        String plain = ACCENT.matcher(Normalizer.normalize(word.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-')
                .replace('_', '-');
        return Optional.ofNullable(ENGLISH.getProperty(plain)).filter(known::contains);
    }
}
