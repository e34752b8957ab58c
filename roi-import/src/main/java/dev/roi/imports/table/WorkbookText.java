package dev.roi.imports.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of tables to fill in, with lists to choose from. The same tables give the same bytes. */
public final class WorkbookText {

    private static final int MOST_ROWS = 2_000;
    private static final double WIDE = 28;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,12})?");
    private static final String LISTS = "lists";
    private static final Instant ALWAYS = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, List<String>> choices = new LinkedHashMap<>();

    private final String title;
    private final Set<String> numbers = new HashSet<>();

    /**
     * Begins without a sheet.
     *
     * @param title what the workbook is
     */
    public WorkbookText(String title) {
        this.title = title;
    }

    private record Sheet(String name, List<String> columns, List<List<String>> rows) {}

    /**
     * Says that a column holds numbers, in whichever sheet it is; what is written as one there is one.
     *
     * @param column its name
     * @return this workbook
     */
    public WorkbookText numbers(String column) {
        numbers.add(column);
        return this;
    }

    /**
     * Adds a sheet.
     *
     * @param name its name
     * @param columns the names of its columns
     * @param rows its rows
     * @return this workbook
     */
    public WorkbookText sheet(String name, List<String> columns, List<List<String>> rows) {
        sheets.add(new Sheet(name, columns, rows));
        return this;
    }

    /**
     * Says what may be chosen in a column, in whichever sheet it is.
     *
     * @param column its name
     * @param words the words
     * @return this workbook
     */
    public WorkbookText choice(String column, List<String> words) {
        choices.put(column, words);
        return this;
    }

    /**
     * Writes the workbook.
     *
     * @return its bytes
     */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "roi", "1.0")) {
            workbook.properties().setTitle(title);
            Map<String, Integer> lists = new LinkedHashMap<>();
            List<Worksheet> written = new ArrayList<>();
            for (Sheet sheet : sheets) {
                written.add(workbook.newWorksheet(sheet.name()));
            }
            Worksheet listed = workbook.newWorksheet(LISTS);
            for (Map.Entry<String, List<String>> choice : choices.entrySet()) {
                int column = lists.size();
                lists.put(choice.getKey(), column);
                listed.value(0, column, "# " + choice.getKey());
                for (int i = 0; i < choice.getValue().size(); i++) {
                    listed.value(i + 1, column, choice.getValue().get(i));
                }
            }
            listed.setVisibilityState(VisibilityState.HIDDEN);
            for (int i = 0; i < sheets.size(); i++) {
                write(sheets.get(i), written.get(i), listed, lists);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return timeless(bytes.toByteArray());
    }

    private void write(Sheet sheet, Worksheet to, Worksheet listed, Map<String, Integer> lists) {
        for (int column = 0; column < sheet.columns().size(); column++) {
            String name = sheet.columns().get(column);
            to.value(0, column, name);
            to.style(0, column).bold().set();
            to.width(column, name.startsWith("#") ? 3 * WIDE : Math.max(12, name.length() + 2));
            Integer list = lists.get(name);
            if (list != null) {
                int last = choices.getOrDefault(name, List.of()).size();
                to.range(1, column, MOST_ROWS, column)
                        .validateWithList(listed.range(1, list, last, list))
                        .allowBlank(true)
                        .showErrorMessage(true);
            }
            // a month stays as it is written
            to.range(1, column, MOST_ROWS, column)
                    .style()
                    .format(isMonth(name) ? "@" : "General")
                    .set();
        }
        for (int row = 0; row < sheet.rows().size(); row++) {
            for (int column = 0; column < sheet.columns().size(); column++) {
                String cell = sheet.rows().get(row).get(column);
                if (numbers.contains(sheet.columns().get(column))
                        && NUMBER.matcher(cell).matches()) {
                    to.value(row + 1, column, new BigDecimal(cell));
                } else if (!cell.isEmpty()) {
                    to.inlineString(row + 1, column, cell);
                }
            }
        }
        to.freezePane(0, 1);
    }

    private static boolean isMonth(String column) {
        return column.equals("month")
                || column.equals("first_use")
                || column.equals("period")
                || column.startsWith("due");
    }

    /** A workbook says when it was made, and so would not be the same twice. */
    private static byte[] timeless(byte[] workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // its entries say how long they are only at the end, which java.util.zip cannot read from memory
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(FileTime.from(ALWAYS));
                out.putNextEntry(copy);
                out.write(entry.getName().equals("docProps/core.xml") ? withoutTime(content) : content);
                out.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", ALWAYS.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
