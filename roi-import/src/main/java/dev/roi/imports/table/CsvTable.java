package dev.roi.imports.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.roi.core.Fault;
import dev.roi.core.Quoted;
import dev.roi.imports.Origin;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A file of rows with separators, read one row after the other. */
public final class CsvTable {

    /** More columns than this has no table, but a file that is none. */
    private static final int MOST_COLUMNS = 1_000;

    private static final int MOST_CELL = 1_000_000;
    private static final int MOST_BUFFER = 16 * 1024 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String source;
    private final Path file;
    private final ImportFaults faults;

    /**
     * Names a file.
     *
     * @param source what messages call it
     * @param file the file
     * @param faults where to add what is wrong with it
     */
    public CsvTable(String source, Path file, ImportFaults faults) {
        this.source = source;
        this.file = file;
        this.faults = faults;
    }

    /**
     * Reads every row that is not blank.
     *
     * @param columns how the names of the columns are understood
     * @param header who takes the names of the columns, and says who takes the rows
     * @throws IOException when the file cannot be read
     */
    public void read(UnaryOperator<String> columns, HeaderTaker header) throws IOException {
        Optional<Charset> encoding;
        try (InputStream stream = Files.newInputStream(file)) {
            encoding = Encoding.of(source, stream, faults);
        }
        if (encoding.isEmpty()) {
            return;
        }
        char separator;
        try (Reader reader = open(encoding.get())) {
            separator = separator(reader);
        }
        try (Reader reader = new Ended(open(encoding.get()));
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(false)
                        .maxBufferSize(MOST_BUFFER)
                        .build(
                                CsvRecordHandler.builder()
                                        .maxFields(MOST_COLUMNS)
                                        .maxFieldSize(MOST_CELL)
                                        .maxRecordSize(MOST_BUFFER)
                                        .build(),
                                reader)) {
            read(records.iterator(), separator == ';', columns, header);
        }
    }

    private Reader open(Charset encoding) throws IOException {
        Reader reader = new InputStreamReader(new BufferedInputStream(Files.newInputStream(file), 1 << 16), encoding);
        BufferedReader buffered = new BufferedReader(reader);
        buffered.mark(1);
        if (buffered.read() != BYTE_ORDER_MARK) {
            buffered.reset();
        }
        return buffered;
    }

    /** The most frequent of the marks that separate, in the first row and outside of quotes; else the comma. */
    private static char separator(Reader reader) throws IOException {
        Map<Integer, Integer> counts = new HashMap<>();
        boolean quoted = false;
        int taken = 0;
        for (int next = reader.read(); next >= 0 && taken < MOST_CELL; next = reader.read(), taken++) {
            if (next == '"') {
                quoted = !quoted;
            } else if (!quoted && (next == '\n' || next == '\r')) {
                if (!counts.isEmpty() || taken > 0) {
                    break;
                }
            } else if (!quoted && (next == ',' || next == ';' || next == '\t')) {
                counts.merge(next, 1, Integer::sum);
            }
        }
        int most = ',';
        for (int candidate : List.of((int) ';', (int) '\t')) {
            if (counts.getOrDefault(candidate, 0) > counts.getOrDefault(most, 0)) {
                most = candidate;
            }
        }
        return (char) most;
    }

    private void read(
            Iterator<CsvRecord> records, boolean commaIsDecimal, UnaryOperator<String> columns, HeaderTaker header) {
        Consumer<Line> consumer = line -> {};
        Map<String, Integer> named = Map.of();
        int width = 0;
        int row = 0;
        try {
            while (records.hasNext()) {
                List<String> fields = records.next().getFields();
                row++;
                if (isEnd(row, fields)) {
                    break;
                }
                boolean blank = fields.stream().allMatch(String::isBlank);
                if (blank) {
                    continue;
                }
                if (named.isEmpty()) {
                    width = fields.size();
                    Optional<Map<String, Integer>> found = Header.of(source, row, fields, columns, faults);
                    Origin origin = Origin.of(source, row);
                    Optional<Consumer<Line>> taker = found.flatMap(names -> header.take(origin, names));
                    if (taker.isEmpty()) {
                        return;
                    }
                    named = found.get();
                    consumer = taker.get();
                } else if (isWhole(row, fields, width)) {
                    consumer.accept(Line.of(new Origin(source, row, named), fields, commaIsDecimal));
                }
            }
        } catch (CsvParseException broken) {
            refuse(row + 1, broken);
            return;
        }
        if (named.isEmpty()) {
            faults.add(ImportFault.UNKNOWN_TABLE, new Fault.Place(source, 0, 0, ""), "no-rows");
        }
    }

    /** What follows the last row by itself; as part of a cell it follows a quotation mark that nothing closes. */
    private boolean isEnd(int row, List<String> fields) {
        String last = fields.get(fields.size() - 1);
        if (last.endsWith(Ended.MARK) && !last.equals(Ended.MARK)) {
            faults.add(ImportFault.BROKEN_ROW, new Fault.Place(source, row, fields.size(), ""), "open-quote");
        }
        return last.endsWith(Ended.MARK);
    }

    /** A text with a mark on a line of its own at its end, which no text has in it. */
    private static final class Ended extends FilterReader {

        static final String MARK = "\0";

        private final Reader end = new StringReader("\n" + MARK);

        Ended(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            return next >= 0 ? next : end.read();
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = in.read(buffer, from, length);
            return count >= 0 ? count : end.read(buffer, from, length);
        }
    }

    /** A row that is shorter than the header was cut off; a longer one has a separator too many. */
    private boolean isWhole(int row, List<String> fields, int width) {
        boolean more = fields.size() > width
                && fields.subList(width, fields.size()).stream().anyMatch(field -> !field.isBlank());
        if (fields.size() < width || more) {
            faults.add(
                    ImportFault.BROKEN_ROW,
                    new Fault.Place(source, row, Math.min(fields.size(), width + 1), ""),
                    more ? "row-too-long" : "row-too-short",
                    "cells",
                    String.valueOf(fields.size()),
                    "columns",
                    String.valueOf(width));
            return false;
        }
        return true;
    }

    private void refuse(int row, CsvParseException broken) {
        String message = String.valueOf(broken.getMessage());
        String cause = broken.getCause() == null
                ? message
                : message + " " + broken.getCause().getMessage();
        boolean large = cause.contains("fields") || cause.contains("size") || cause.contains("buffer");
        faults.add(
                large ? ImportFault.TOO_LARGE : ImportFault.BROKEN_ROW,
                new Fault.Place(source, row, 1, ""),
                large ? "too-large" : "broken-row",
                "columns",
                String.valueOf(MOST_COLUMNS),
                "why",
                Quoted.visible(message, Quoted.MOST_CHARACTERS));
    }

    /** Takes the names of a table's columns. */
    @FunctionalInterface
    public interface HeaderTaker {

        /**
         * Takes the header.
         *
         * @param origin where it is
         * @param columns the number of each column by its name, from 1
         * @return who takes the rows; nothing where they are not wanted
         */
        Optional<Consumer<Line>> take(Origin origin, Map<String, Integer> columns);
    }
}
