package dev.roi.governance.check;

import dev.roi.core.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A page for each code that stands before a message, of whichever module: what is wrong, why it matters, a wrong and a
 * right example.
 */
public final class CodePages {

    // a list of its own, since not every module whose codes have a page is there wherever pages are looked up
    private static final List<String> CODES = resource("codes.txt").lines().toList();

    private CodePages() {}

    /**
     * Returns the codes.
     *
     * @return all that a message can begin with, in order
     */
    public static List<String> codes() {
        return CODES;
    }

    /**
     * Looks a page up.
     *
     * @param code the code, such as {@code ROI-P08}
     * @param language the language of whoever reads it
     * @return its page in Markdown, if there is such a code; in English where there is none in the language
     */
    public static Optional<String> find(String code, Language language) {
        return CODES.contains(code)
                ? read("%s/%s.md".formatted(language, code)).or(() -> read(code + ".md"))
                : Optional.empty();
    }

    private static String resource(String name) {
        return read(name)
                .orElseThrow(() -> new IllegalStateException("codes/%s is missing from the jar".formatted(name)));
    }

    private static Optional<String> read(String name) {
        try (InputStream stream = CodePages.class.getResourceAsStream("codes/" + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
