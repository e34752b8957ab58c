package dev.roi.cli;

import dev.roi.core.Keyword;
import picocli.CommandLine.Option;

/** How something is written that is no page. */
enum PlainFormat implements Keyword {
    /** For a terminal. */
    TEXT,
    /** For a wiki, a ticket or a pull request. */
    MARKDOWN,
    /** For programs. */
    JSON;

    /** The option that asks for it. */
    static final class Asked {

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description =
                        "text, for a terminal, unless said; markdown, for a wiki or a ticket; json, for programs.")
        private PlainFormat format = TEXT;

        PlainFormat format() {
            return format;
        }
    }
}
