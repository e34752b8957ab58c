package dev.roi.governance.check;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.count;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.POLICY;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import java.util.Optional;

/** What a check of a policy found, {@code roi-check/1}. */
final class CheckFormat {

    private static final Shape<OriginState> ORIGIN = object(
            "What the policy was copied from.",
            field("copied", "The policy as it was copied.", POLICY, OriginState::origin),
            field(
                    "since",
                    "Whether the built-in policy decides today what it decided then; gone where there is none.",
                    word(OriginState.Since.class),
                    OriginState::since),
            field("today", "The built-in policy as it is today.", POLICY.orNull(), OriginState::today));

    private static final Shape<Fault> FINDING = object(
            "One finding.",
            field("code", "Its stable code.", anyText().also("pattern", "^ROI-[A-Z][0-9]{2}$"), Fault::code),
            field(
                    "severity",
                    "With an error the policy cannot be loaded, or its scenarios not run; with a warning it can.",
                    word(Severity.class),
                    Fault::severity),
            field(
                    "file",
                    "The file, with the directory as it was named.",
                    anyText(),
                    finding -> finding.place().source()),
            field(
                    "line",
                    "The line; null where it is of the file as a whole.",
                    whole(1).orNull(),
                    finding -> written(finding).map(place -> (long) place.line())),
            field(
                    "column",
                    "The column, in characters; null where it is of the file as a whole.",
                    whole(1).orNull(),
                    finding -> written(finding).map(place -> (long) place.column())),
            field(
                    "pointer",
                    "The JSON pointer within a YAML file; may be empty.",
                    anyText(),
                    finding -> finding.place().pointer()),
            field("message", "What was found.", anyText(), Fault::message),
            field("help", "The likely fix.", anyText().orNull(), Fault::help));

    private static final Shape<PolicyCheck> CHECK = object(
            "What a check of a policy found.",
            Format.says("roi-check/1"),
            field("directory", "The policy directory, as it was named.", anyText(), PolicyCheck::source),
            field(
                    "policy",
                    "The policy; null where there is an error, since then it cannot be loaded.",
                    POLICY.orNull(),
                    PolicyCheck::ref),
            field(
                    "origin",
                    "What the policy was copied from; null where it does not say so, or cannot be read.",
                    ORIGIN.orNull(),
                    PolicyCheck::origin),
            field("errors", "How many findings are errors.", count(), check -> of(check, Severity.ERROR)),
            field("warnings", "How many findings are warnings.", count(), check -> of(check, Severity.WARNING)),
            field("findings", "Sorted by file, line and column.", list(FINDING), PolicyCheck::findings));

    static final Format<PolicyCheck> FORMAT = Format.strict("roi-check/1", "Check of a policy", CHECK);

    private CheckFormat() {}

    private static Optional<Fault.Place> written(Fault finding) {
        return Optional.of(finding.place()).filter(place -> place.line() > 0);
    }

    private static int of(PolicyCheck check, Severity severity) {
        return (int) check.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
