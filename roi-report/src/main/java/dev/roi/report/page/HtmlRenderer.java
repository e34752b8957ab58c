package dev.roi.report.page;

import dev.roi.report.html.HtmlTemplates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Writes a page as HTML, by a template that escapes every text for where it stands. */
public final class HtmlRenderer {

    private static final HtmlTemplates TEMPLATES =
            HtmlTemplates.of(HtmlRenderer.class.getClassLoader(), "dev.roi.report.page");

    private HtmlRenderer() {}

    /**
     * Writes a page that stands alone.
     *
     * @param page the page
     * @return the page as HTML
     */
    public static String render(Page page) {
        return render(page, Optional.empty());
    }

    /**
     * Writes a page that leads back to another one.
     *
     * @param page the page
     * @param back the file of the other one
     * @return the page as HTML
     */
    public static String render(Page page, String back) {
        return render(page, Optional.of(back));
    }

    private static String render(Page page, Optional<String> back) {
        return TEMPLATES.render("page.jte", new Sheet(page, new Words(page.language()), back));
    }

    /**
     * What the template shows.
     *
     * @param page the page
     * @param words the words of its language
     * @param back the file of the page that leads here
     */
    record Sheet(Page page, Words words, Optional<String> back) {

        /** The script that sorts and searches a list. */
        static final String SCRIPT = script();

        /** What a page's policy says of that script, so that it and no other one runs. */
        static final String SCRIPT_HASH = "sha256-" + hash(SCRIPT);

        /** Tells whether there is a list to sort and search. */
        boolean searches() {
            return page.sections().stream()
                    .flatMap(section -> section.contents().stream())
                    .anyMatch(content -> content instanceof Page.Table table && table.look() == Page.Look.LIST);
        }

        private static String script() {
            try (InputStream stream = HtmlRenderer.class.getResourceAsStream("list.js")) {
                if (stream == null) {
                    throw new IllegalStateException("list.js is missing");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unread) {
                throw new UncheckedIOException(unread);
            }
        }

        private static String hash(String script) {
            try {
                return Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException never) {
                throw new IllegalStateException(never);
            }
        }
    }
}
