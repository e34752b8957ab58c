package dev.roi.imports.source;

import dev.roi.core.Fault;
import dev.roi.core.json.JsonRecords;
import dev.roi.imports.BaselineRow;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.Readings;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.table.CsvTable;
import dev.roi.imports.table.Tables;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** One source being read: its files, one after the other, into its reader. */
final class SourceRun {

    private static final int NOW_AND_THEN = 1_000;
    private static final int BUFFER = 1 << 16;

    private final Source source;
    private final List<Path> files;
    private final Optional<Reader> reader;
    private final Readings.Builder tables = Readings.builder();
    private long records;

    private SourceRun(Source source, List<Path> files, Optional<Reader> reader) {
        this.source = source;
        this.files = files;
        this.reader = reader;
    }

    /** A source as it stands in the file, before it is known what all scopes claim. */
    record Draft(Source.Terms terms, Settings settings, Optional<ZoneId> zone, List<Path> files, Path sources) {

        SourceRun with(Claims claims, People people, ZoneId zone, ImportFaults faults) {
            boolean table = terms.reader().equals(Readers.TABLE);
            boolean utc = !table && Readers.of(terms.reader()).clock() == Readers.Clock.UTC;
            ZoneId own = this.zone.orElse(utc ? ZoneOffset.UTC : zone);
            Source source = new Source(terms, settings, claims, new Moments(own), people, faults);
            Optional<Reader> reader = table
                    ? Optional.empty()
                    : Optional.of(Readers.of(terms.reader()).make().apply(source));
            return new SourceRun(source, files, reader);
        }
    }

    /** Reads every file. */
    long read(long before, LongConsumer progress) throws IOException {
        for (Path file : files) {
            if (reader.isEmpty()) {
                new Tables(tables, source.faults()).read(file.toString(), file);
            } else if (begins(file)) {
                json(file, reader.get(), before, progress);
            } else {
                csv(file, reader.get(), before, progress);
            }
        }
        if (!source.faults().any()) {
            reader.ifPresent(Reader::finish);
        }
        return before + records;
    }

    /** Whether the first character that is none of white space begins an object or a list. */
    static boolean begins(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                boolean mark = next == 0xEF || next == 0xBB || next == 0xBF;
                if (!Character.isWhitespace(next) && !mark) {
                    return next == '{' || next == '[';
                }
            }
            return true; // an empty file is said to be empty where JSON is read
        }
    }

    private void json(Path file, Reader taker, long before, LongConsumer progress) throws IOException {
        String name = file.toString();
        long[] recognised = {0};
        long begun = records;
        boolean sound = !source.faults().any();
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            JsonRecords.read(name, stream, source.faults().list(), record -> {
                count(before, progress);
                if (taker.take(record)) {
                    recognised[0]++;
                } else {
                    source.leftOut().add("not-recognised", record.place());
                }
            });
        }
        if (recognised[0] == 0 && sound && !source.faults().any() && records > begun) {
            source.faults()
                    .add(
                            ImportFault.WRONG_EXPORT,
                            new Fault.Place(name, 1, 1, ""),
                            "wrong-export",
                            "reader",
                            source.reader());
        }
    }

    private void count(long before, LongConsumer progress) {
        if (++records % NOW_AND_THEN == 0) {
            progress.accept(before + records);
        }
    }

    private void csv(Path file, Reader taker, long before, LongConsumer progress) throws IOException {
        String name = file.toString();
        new CsvTable(name, file, source.faults()).read(UnaryOperator.identity(), (origin, columns) -> {
            List<String> missing = taker.missing(columns.keySet());
            if (!missing.isEmpty()) {
                boolean none = missing.equals(Reader.NO_CSV);
                source.faults()
                        .add(
                                ImportFault.WRONG_EXPORT,
                                origin.place(),
                                none ? "wrong-export" : "export-columns",
                                "reader",
                                source.reader(),
                                "columns",
                                ImportFaults.listed(missing));
            }
            return missing.isEmpty()
                    ? Optional.of(line -> {
                        count(before, progress);
                        taker.take(line);
                    })
                    : Optional.empty();
        });
    }

    void handOver(Together together, BiPredicate<ScopeKey, YearMonth> isWanted, Optional<Period> baseline) {
        if (source.faults().any()) {
            return;
        }
        if (reader.isEmpty()) {
            together.add(source, tables);
            return;
        }
        List<ReadingRow> rows = source.tally().rows(isWanted);
        List<BaselineRow> baselines = baseline.map(source.tally()::baselines).orElse(List.of());
        if (rows.isEmpty() && baselines.isEmpty() && !source.faults().any()) {
            String most = source.leftOut().reasons().stream()
                    .max(Comparator.comparingLong(LeftOut.Reason::count))
                    .map(reason -> source.faults().words().say("left-out." + reason.key()))
                    .orElseGet(() -> source.faults().words().say("left-out.other-months"));
            source.faults()
                    .add(
                            ImportFault.NOTHING_IMPORTED,
                            source.origin().place(),
                            "nothing-imported",
                            "reader",
                            source.reader(),
                            "why",
                            most);
            return;
        }
        together.add(source, rows, baselines);
    }

    SourceReport report() {
        return new SourceReport(
                source.reader(),
                source.origin().place(),
                files.size(),
                reader.isEmpty() ? tables.rows().size() : records,
                source.leftOut().reasons(),
                source.remarks().reasons());
    }
}
