package dev.roi.imports.source;

import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.core.json.Documents;
import dev.roi.core.json.JsonRecords;
import dev.roi.core.json.Limits;
import dev.roi.imports.Origin;
import dev.roi.imports.Readings;
import dev.roi.imports.table.CsvTable;
import dev.roi.imports.table.Tables;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import dev.roi.imports.text.Words;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which tool an export is of: the readers themselves are given its first records, and what they say of them is kept. */
final class Recognition {

    /** Of a large file this many records are enough to know it, and most of what it may be claimed by. */
    private static final int ENOUGH = 10_000;

    /** Settings that a reader cannot do without, and that no export tells: examples, for people to put theirs in place of. */
    static final Map<String, Map<String, String>> EXAMPLES = Map.of(
            "focus-cost", Map.of("cost", "BilledCost"),
            "copilot-billing", Map.of("cost", "net"),
            "jira-changelog", Map.of("started", "[In Progress]", "done", "[Done]"));

    private Recognition() {}

    /** A reader that understands a file, with what scopes could claim of it. */
    record Match(String reader, Map<Claims.Kind, Set<String>> names) {}

    /** Every reader that understands a file; none where nobody does. */
    static List<Match> of(Path file) throws IOException {
        if (isTable(file)) {
            return List.of(new Match(Readers.TABLE, Map.of()));
        }
        List<Match> matches = new ArrayList<>();
        for (String reader : Readers.names()) {
            if (!reader.equals(Readers.TABLE)) {
                understood(file, reader).ifPresent(matches::add);
            }
        }
        return matches;
    }

    private static ImportFaults unheard() {
        return new ImportFaults(new Words(Language.ENGLISH));
    }

    private static boolean isTable(Path file) throws IOException {
        ImportFaults faults = unheard();
        if (Tables.isTable(file)) {
            new Tables(Readings.builder(), faults).read(file.toString(), file);
        }
        return Tables.isTable(file)
                && faults.list().list().stream()
                        .map(Fault::code)
                        .noneMatch(code -> code.equals(ImportFault.UNKNOWN_TABLE.code())
                                || code.equals(ImportFault.NOT_A_TABLE.code()));
    }

    private static Optional<Match> understood(Path file, String name) throws IOException {
        SeenClaims claims = new SeenClaims();
        Reader reader = Readers.of(name).make().apply(source(file, name, claims));
        boolean understood = SourceRun.begins(file) ? json(file, reader) : csv(file, reader);
        if (understood) {
            reader.finish();
        }
        return understood ? Optional.of(new Match(name, claims.names())) : Optional.empty();
    }

    private static Source source(Path file, String reader, Claims claims) {
        ImportFaults faults = unheard();
        StringBuilder yaml = new StringBuilder("{ extracted-at: 1970-01-01");
        EXAMPLES.getOrDefault(reader, Map.of()).forEach((key, value) -> yaml.append(", " + key + ": " + value));
        byte[] bytes = yaml.append(" }").toString().getBytes(StandardCharsets.UTF_8);
        Settings settings = Documents.yaml("", bytes, Limits.POLICY, faults.list())
                .flatMap(node -> Settings.of(node, SourcesFormat.sourceKeys(reader), faults))
                .orElseThrow();
        Source.Terms terms = new Source.Terms(
                reader,
                new Origin(file.toString(), 0, Map.of()),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
        return new Source(terms, settings, claims, new Moments(ZoneOffset.UTC), new People(List.of()), faults);
    }

    private static boolean json(Path file, Reader reader) throws IOException {
        int[] taken = {0, 0};
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            JsonRecords.read(file.toString(), stream, unheard().list(), record -> {
                taken[reader.take(record) ? 0 : 1]++;
                stopAfter(taken[0] + taken[1]);
            });
        } catch (Enough enough) {
            return taken[0] > taken[1];
        }
        return taken[0] > taken[1];
    }

    private static boolean csv(Path file, Reader reader) throws IOException {
        int[] taken = {0};
        boolean[] understood = {false};
        try {
            new CsvTable(file.toString(), file, unheard()).read(UnaryOperator.identity(), (origin, columns) -> {
                understood[0] = reader.missing(columns.keySet()).isEmpty();
                return understood[0]
                        ? Optional.of(line -> {
                            reader.take(line);
                            stopAfter(++taken[0]);
                        })
                        : Optional.empty();
            });
        } catch (Enough enough) {
            return understood[0];
        }
        return understood[0];
    }

    private static void stopAfter(int records) {
        if (records >= ENOUGH) {
            throw new Enough();
        }
    }

    /** Ends the reading of a file that is known by now. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("", null, false, false);
        }
    }
}
