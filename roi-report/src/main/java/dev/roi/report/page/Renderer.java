package dev.roi.report.page;

/** Writes the pieces of a {@link Page} in one form. */
interface Renderer {

    /**
     * Writes sentences.
     *
     * @param prose the sentences
     */
    void prose(Page.Prose prose);

    /**
     * Writes a list.
     *
     * @param items the list
     */
    void items(Page.Items items);

    /**
     * Writes a table.
     *
     * @param table the table
     */
    void table(Page.Table table);

    /**
     * Writes what is there for who asks.
     *
     * @param disclosure what it is
     */
    void disclosure(Page.Disclosure disclosure);

    /**
     * Writes lines that are set already.
     *
     * @param lines the lines
     */
    void preformatted(Page.Preformatted lines);
}
