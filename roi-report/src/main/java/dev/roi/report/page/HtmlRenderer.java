package dev.roi.report.page;

import dev.roi.report.html.HtmlTemplates;
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
     * Writes the page of a portfolio.
     *
     * @param sheet what it says
     * @return the page as HTML
     */
    public static String render(PortfolioSheet sheet) {
        return TEMPLATES.render("portfolio.jte", sheet);
    }

    /**
     * What the template shows.
     *
     * @param page the page
     * @param words the words of its language
     * @param back the file of the page that leads here
     */
    record Sheet(Page page, Words words, Optional<String> back) {

        /** Returns how small it has to be printed. */
        Density density() {
            return Density.of(page);
        }
    }
}
