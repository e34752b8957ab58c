package dev.roi.cli;

import dev.roi.core.Worded;
import dev.roi.governance.check.PolicyCheck;

/** How what a check found is written. */
enum CheckFormat implements Worded {
    /** For a terminal. */
    TEXT,
    /** For programs. */
    JSON;

    String write(PolicyCheck check) {
        return switch (this) {
            case TEXT -> CheckText.of(check);
            case JSON -> check.json();
        };
    }
}
