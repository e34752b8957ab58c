package dev.roi.core;

/**
 * Writes nouns as the documents that they have. Nouns know nothing of documents, so that it is looked up as a service:
 * {@code dev.roi.core.json} provides the only one.
 */
public interface DocumentWriter {

    /**
     * Puts a document together.
     *
     * @param noun a review, the reviews of a portfolio, or a view
     * @return the document, as any Jackson writes it
     */
    Object document(Object noun);
}
