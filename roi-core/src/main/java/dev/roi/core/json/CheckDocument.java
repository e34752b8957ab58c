package dev.roi.core.json;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.PolicyRef;
import java.util.List;
import java.util.Optional;

/** What a check found as its document has it: components in the order of the keys. */
record CheckDocument(
        String format,
        String directory,
        Optional<Ref> policy,
        Optional<OriginOf> origin,
        int errors,
        int warnings,
        List<Finding> findings) {

    static final String FORMAT = "roi-check/1";

    static CheckDocument of(CheckReport report) {
        List<Fault> findings = report.findings();
        return new CheckDocument(
                FORMAT,
                report.directory(),
                report.policy().map(Ref::of),
                report.origin().map(OriginOf::of),
                count(findings, Severity.ERROR),
                count(findings, Severity.WARNING),
                findings.stream().map(Finding::of).toList());
    }

    private static int count(List<Fault> findings, Severity severity) {
        return (int)
                findings.stream().filter(fault -> fault.severity() == severity).count();
    }

    record Ref(String id, String version, String fingerprint) {
        static Ref of(PolicyRef ref) {
            return new Ref(ref.id().value(), ref.version(), ref.fingerprint().value());
        }
    }

    record OriginOf(Ref copied, String since, Optional<Ref> today) {
        static OriginOf of(CheckReport.Origin origin) {
            return new OriginOf(
                    Ref.of(origin.copied()), origin.since(), origin.today().map(Ref::of));
        }
    }

    record Finding(
            String code,
            String severity,
            String file,
            Optional<Integer> line,
            Optional<Integer> column,
            String pointer,
            String message,
            Optional<String> help) {
        static Finding of(Fault fault) {
            Fault.Place place = fault.place();
            boolean hasLine = place.line() > 0;
            return new Finding(
                    fault.code(),
                    fault.severity().word(),
                    place.source(),
                    hasLine ? Optional.of(place.line()) : Optional.empty(),
                    hasLine ? Optional.of(place.column()) : Optional.empty(),
                    place.pointer(),
                    fault.message(),
                    fault.help());
        }
    }
}
