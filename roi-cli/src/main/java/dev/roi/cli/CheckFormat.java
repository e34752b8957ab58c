package dev.roi.cli;

import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.governance.check.PolicyCheck;

/** How what a check found is written. */
enum CheckFormat implements Keyword {
    /** For a terminal. */
    TEXT,
    /** For programs. */
    JSON,
    /** For code hosts and editors, which show each finding beside its line. */
    SARIF;

    String write(PolicyCheck check, Language language) {
        return switch (this) {
            case TEXT -> CheckText.of(check, language);
            case JSON -> check.json();
            case SARIF -> check.sarif(language, Arguments.path("."));
        };
    }
}
