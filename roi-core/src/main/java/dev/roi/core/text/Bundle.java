package dev.roi.core.text;

import dev.roi.core.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The words of one language, from a file beside this class; English where the language has no file. */
final class Bundle {

    private final Properties words = new Properties();

    // not java.util.ResourceBundle: it looks at the default locale, and may not be told otherwise in a module
    Bundle(Language language) {
        try (InputStream own = Bundle.class.getResourceAsStream("units_" + language.tag() + ".properties");
                InputStream file = own != null ? own : Bundle.class.getResourceAsStream("units_en.properties")) {
            if (file == null) {
                throw new IllegalStateException("units_en.properties is not beside " + Bundle.class.getName());
            }
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no word for " + key));
    }
}
