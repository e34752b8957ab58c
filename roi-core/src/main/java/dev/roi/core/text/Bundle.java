package dev.roi.core.text;

import dev.roi.core.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of one language, from a properties file in UTF-8 that lies beside a class. A language without a file has
 * English words. Immutable and safe for use by several threads.
 */
public final class Bundle {

    private final String name;
    private final Properties words = new Properties();

    private Bundle(String name) {
        this.name = name;
    }

    // not java.util.ResourceBundle: it looks at the default locale, and may not be told otherwise in a module
    /**
     * Reads the words of a language.
     *
     * @param beside the class that the files lie beside
     * @param name what the files' names begin with; an underscore, the language and {@code .properties} follow
     * @param language the language
     * @return its words
     * @throws IllegalStateException when there is neither a file for the language nor one for English
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Bundle of(Class<?> beside, String name, Language language) {
        Bundle bundle = new Bundle(name + "_" + language);
        try (InputStream own = beside.getResourceAsStream(name + "_" + language + ".properties");
                InputStream file =
                        own != null ? own : beside.getResourceAsStream(name + "_" + Language.ENGLISH + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no words (%s) beside %s".formatted(name, beside.getName()));
            }
            bundle.words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bundle;
    }

    /**
     * Looks a word up.
     *
     * @param key its key
     * @return the word, if there is one
     */
    public Optional<String> find(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    /**
     * Returns a word that is known to be there.
     *
     * @param key its key
     * @return the word
     * @throws IllegalStateException when it is missing
     */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no word (%s) in %s".formatted(key, name)));
    }

    /**
     * Returns every key.
     *
     * @return the keys, sorted
     */
    public Set<String> keys() {
        return Collections.unmodifiableSet(new TreeSet<>(words.stringPropertyNames()));
    }
}
