package dev.roi.cli;

import dev.roi.core.Keyword;
import java.util.Optional;

/** How a review, or a list of decisions, is written: for people who read, for programs, or for who works in spreadsheets. */
enum SheetFormat implements Keyword {
    /** For a terminal. */
    TEXT,
    /** For a wiki, a ticket or a pull request. */
    MARKDOWN,
    /** For a browser, or to print. */
    HTML,
    /** For programs. */
    JSON,
    /** A table. */
    CSV,
    /** A workbook. */
    XLSX;

    /** Returns the format of a text that is no table. */
    Optional<Format> plain() {
        return switch (this) {
            case TEXT -> Optional.of(Format.TEXT);
            case MARKDOWN -> Optional.of(Format.MARKDOWN);
            case HTML -> Optional.of(Format.HTML);
            case JSON -> Optional.of(Format.JSON);
            case CSV, XLSX -> Optional.empty();
        };
    }
}
