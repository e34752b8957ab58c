package dev.roi.imports.table;

import dev.roi.core.Fault;
import dev.roi.imports.Origin;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook of a spreadsheet, one table a sheet. A sheet that is no table is left out where another one is. */
final class Workbook {

    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final int MOST_COLUMNS = 1_000;

    /** A workbook keeps binary numbers, of which it shows as many digits as are certain. */
    private static final MathContext CERTAIN = new MathContext(15);

    private static final Pattern DATE_FORMAT = Pattern.compile("[dy]|m[^%0#]*y|mmm|^m", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private final String source;
    private final Path file;
    private final ImportFaults faults;

    Workbook(String source, Path file, ImportFaults faults) {
        this.source = source;
        this.file = file;
        this.faults = faults;
    }

    /** Takes the header of a sheet, and gives who takes its rows. */
    interface HeaderTaker {
        Optional<Consumer<Line>> begin(Origin origin, Map<String, Integer> columns, boolean must);
    }

    void read(HeaderTaker taker) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            faults.add(ImportFault.TOO_LARGE, new Fault.Place(source, 0, 0, ""), "workbook-too-large");
            return;
        }
        int tables = 0;
        int sheets = 0;
        int before = faults.list().list().size();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            List<Sheet> all = workbook.getSheets().toList();
            for (Sheet sheet : all) {
                sheets++;
                tables += read(sheet, all.size() == 1, taker) ? 1 : 0;
            }
        } catch (ExcelReaderException | IllegalArgumentException | UncheckedIOException broken) {
            notAWorkbook();
            return;
        } catch (IOException broken) {
            if (!Files.isReadable(file)) {
                throw broken;
            }
            notAWorkbook();
            return;
        }
        if (tables == 0 && sheets > 1 && faults.list().list().size() == before) {
            faults.add(ImportFault.UNKNOWN_TABLE, new Fault.Place(source, 0, 0, ""), "no-sheet");
        }
    }

    private void notAWorkbook() {
        faults.add(ImportFault.NOT_A_TABLE, new Fault.Place(source, 0, 0, ""), "not-a-table.workbook");
    }

    private boolean read(Sheet sheet, boolean must, HeaderTaker taker) throws IOException {
        String name = source + "#" + sheet.getName();
        Optional<Consumer<Line>> rows = Optional.empty();
        Map<String, Integer> columns = new HashMap<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Row row = each.next();
                List<Cell> cells = cells(row);
                if (cells.size() > MOST_COLUMNS) {
                    faults.add(
                            ImportFault.TOO_LARGE,
                            new Fault.Place(name, row.getRowNum(), MOST_COLUMNS + 1, ""),
                            "too-large",
                            "columns",
                            String.valueOf(MOST_COLUMNS),
                            "why",
                            "");
                    return true;
                }
                if (cells.stream().allMatch(Cell::isEmpty)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    UnaryOperator<String> own = Header::own;
                    List<String> names = cells.stream().map(Cell::text).toList();
                    Optional<Map<String, Integer>> header = Header.of(name, row.getRowNum(), names, own, faults);
                    rows = header.flatMap(found -> taker.begin(Origin.of(name, row.getRowNum()), found, must));
                    if (rows.isEmpty()) {
                        return false;
                    }
                    columns.putAll(header.orElseThrow());
                    continue;
                }
                Origin origin = new Origin(name, row.getRowNum(), columns);
                rows.orElseThrow()
                        .accept(new Line(origin, index -> index < cells.size() ? cells.get(index) : Cell.EMPTY, false));
            }
        }
        return rows.isPresent();
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount() && i <= MOST_COLUMNS; i++) {
            org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
            cells.add(cell == null ? Cell.EMPTY : cell(cell));
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if ((cell.getFormula() != null && !cell.getFormula().isEmpty()) || cell.getType() == CellType.FORMULA) {
            return new Cell(Cell.Kind.FORMULA, "=" + cell.getFormula(), Optional.empty());
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case STRING -> Cell.text(String.valueOf(cell.getText()));
            case BOOLEAN -> Cell.text(String.valueOf(cell.getValue()));
            case ERROR -> new Cell(Cell.Kind.TEXT, String.valueOf(cell.getText()), Optional.empty());
            case EMPTY, FORMULA -> Cell.EMPTY;
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        BigDecimal number = cell.asNumber().round(CERTAIN);
        String format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
        String shown = NO_FORMAT.matcher(format).replaceAll("");
        if (shown.contains("%")) {
            return new Cell(Cell.Kind.PERCENTAGE, number.movePointRight(2).toPlainString(), Optional.empty());
        }
        if (!shown.equalsIgnoreCase("General") && DATE_FORMAT.matcher(shown).find()) {
            LocalDateTime date = cell.asDate();
            return new Cell(Cell.Kind.DATE, date.toString(), Optional.of(date));
        }
        return new Cell(Cell.Kind.NUMBER, number.stripTrailingZeros().toPlainString(), Optional.empty());
    }
}
