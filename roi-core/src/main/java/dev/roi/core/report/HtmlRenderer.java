package dev.roi.core.report;

import dev.roi.core.html.HtmlTemplates;

/** Writes a page as HTML, by a template that escapes every text for where it stands. */
final class HtmlRenderer {

    private static final HtmlTemplates TEMPLATES =
            HtmlTemplates.of(HtmlRenderer.class.getClassLoader(), "dev.roi.core.report");

    private HtmlRenderer() {}

    static String render(Page page) {
        return TEMPLATES.render("page.jte", new Sheet(page, new Words(page.language())));
    }

    /**
     * What the template shows.
     *
     * @param page the page
     * @param words the words of its language
     */
    record Sheet(Page page, Words words) {}
}
