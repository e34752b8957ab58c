package dev.roi.governance.check;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.PolicyId;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.file.Import;
import dev.roi.rules.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables, exports and files of sources, as the pages of the codes of imports show them. */
final class ImportExamples {

    private static final String TABLE = "readings.csv";
    private static final String SOURCES = "sources.yaml";
    private static final String HEADER = "scope_level,scope_id,month,indicator,value,note\n";
    private static final PolicyLookup POLICY =
            PolicyLookup.always(Engine.builtIn("coding-agent").indicators());

    private final Path directory;

    /** Makes files in a directory: an export of incidents, a table of them, and the sources that name an export of costs. */
    ImportExamples(Path directory) {
        this.directory = directory;
        write("incidents.ndjson", """
                {"incident_number": 1, "created_at": "2026-05-03T06:23:06Z", "service": {"summary": "Payments"}}
                """);
        write("manual.csv", HEADER + "team,payments,2026-05,incidents,7,\n");
        write(SOURCES, """
                format: roi-sources/1
                scopes:
                  payments: { level: team, cost-centres: [CC-12] }
                sources:
                  - { read: focus-cost, files: [costs.csv], cost: BilledCost }
                """);
    }

    /** What is said of a file that a page shows, in the words of a language. */
    List<Fault> shown(String name, String text, Language language) {
        write(name, text + "\n");
        return read(name.equals(TABLE) ? TABLE : SOURCES, language);
    }

    /** What is said of what no page can show. */
    List<Fault> wrong(String code, Language language) {
        write(
                TABLE,
                switch (code) {
                    case "ROI-T01" -> "PK\u0003\u0004...".getBytes(StandardCharsets.US_ASCII);
                    case "ROI-T04" -> "x,".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII);
                    case "ROI-T05" -> twoEncodings();
                    default -> throw new IllegalArgumentException(code);
                });
        return read(TABLE, language);
    }

    /** What is said of a table in which nothing is wrong. */
    List<Fault> right() {
        return shown(TABLE, HEADER + "team,payments,2026-05,incidents,7,", Language.ENGLISH);
    }

    private static byte[] twoEncodings() {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes((HEADER + "team,payments,2026-04,lead-time,7,estimé\n").getBytes(StandardCharsets.UTF_8));
        table.writeBytes("team,payments,2026-05,lead-time,8,estimé\n".getBytes(StandardCharsets.ISO_8859_1));
        return table.toByteArray();
    }

    private List<Fault> read(String name, Language language) {
        try {
            Import.checkedAgainst(POLICY)
                    .policy(new PolicyId("coding-agent"))
                    .in(language)
                    .read(List.of(directory.resolve(name)));
            return List.of();
        } catch (InvalidInput refused) {
            return refused.faults();
        }
    }

    private void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(directory.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
