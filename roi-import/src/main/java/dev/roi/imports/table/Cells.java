package dev.roi.imports.table;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.Keyword;
import dev.roi.core.Names;
import dev.roi.core.Quoted;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The cells of one table, each asked for as what it has to be; what it is instead is a fault. For use with one table. */
final class Cells {

    private static final Pattern NOT_KNOWN = Pattern.compile(
            "[-–—?.]+|#?n[./]?[acdr]\\.?|n\\.c\\.|null|none|nan|inconnue?|unknown", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_UNIT = Pattern.compile(
            "[\\p{Sc}\\p{L} ]{0,12}[-+]?\\d[\\d.,'’\\s\\u00a0\\u202f]*([\\p{Sc}\\p{L}/][\\p{Sc}\\p{L}\\d ./]{0,20})?");

    /** What spreadsheets keep of a day between 2000 and 2099, and the day that they count from. */
    private static final Pattern SERIAL = Pattern.compile("3[6-9]\\d{3}|[4-6]\\d{4}|7[0-2]\\d{3}");

    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);

    private static final Set<String> YES = Set.of("true", "yes", "1", "oui", "vrai", "x");
    private static final Set<String> NO = Set.of("false", "no", "0", "non", "faux");

    private final ImportFaults faults;
    private final MonthText months = new MonthText();

    Cells(ImportFaults faults) {
        this.faults = faults;
    }

    /** The text of a cell; nothing where it is empty. A formula is a fault. */
    Optional<String> text(Line line, String column) {
        return filled(line, column).map(Cell::text);
    }

    private Optional<Cell> filled(Line line, String column) {
        Cell cell = line.cell(column);
        if (cell.kind() == Cell.Kind.FORMULA) {
            faults.add(
                    ImportFault.FORMULA,
                    line.place(column),
                    "formula",
                    "column",
                    Quoted.of(column),
                    "cell",
                    Quoted.of(cell.text()));
            return Optional.empty();
        }
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /** The text of a cell that may not be empty. */
    Optional<String> required(Line line, String column) {
        Cell cell = line.cell(column);
        if (cell.isEmpty() && cell.kind() != Cell.Kind.FORMULA) {
            faults.add(ImportFault.EMPTY_CELL, line.place(column), "empty-cell", "column", Quoted.of(column));
            return Optional.empty();
        }
        return text(line, column);
    }

    /** A name in small letters, digits and hyphens. */
    Optional<String> kebab(Line line, String column) {
        return required(line, column).filter(text -> {
            if (Names.isKebab(text)) {
                return true;
            }
            refuse(
                    InputFault.WRONG_NAME,
                    line.place(column),
                    "kebab",
                    Names.likely(text).map(likely -> faults.words().say("did-you-mean", "word", Quoted.of(likely))),
                    column,
                    text);
            return false;
        });
    }

    /** A name for people: on one line, and not too long to be shown. */
    Optional<String> label(Line line, String column) {
        return text(line, column).filter(text -> {
            if (Names.isOneLine(text) && Names.characters(text) <= Names.MOST_LABEL_CHARACTERS) {
                return true;
            }
            refuse(InputFault.WRONG_NAME, line.place(column), "label", Optional.empty(), column, text);
            return false;
        });
    }

    private void refuse(
            InputFault fault, Fault.Place place, String key, Optional<String> help, String column, String text) {
        faults.list()
                .add(new Fault(
                        fault.code(),
                        Fault.Severity.ERROR,
                        place,
                        faults.words().say("fault." + key, "column", Quoted.of(column), "text", Quoted.of(text)),
                        help));
    }

    Optional<Exact> number(Line line, String column) {
        return number(line, column, false).map(NumberText::number);
    }

    /** A number, in points where a percent sign follows. */
    Optional<NumberText> number(Line line, String column, boolean mayBePercent) {
        Optional<Cell> cell = filled(line, column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        boolean typed = cell.get().kind() == Cell.Kind.TEXT;
        String text = cell.get().text();
        NumberText.Problem problem = typed
                ? NumberText.problem(text, line.commaIsDecimal())
                : cell.get().kind() == Cell.Kind.DATE ? NumberText.Problem.NO_NUMBER : NumberText.Problem.NONE;
        Optional<NumberText> number = problem == NumberText.Problem.NONE ? NumberText.parse(text) : Optional.empty();
        if (number.isPresent() && cell.get().kind() == Cell.Kind.PERCENTAGE) {
            number = Optional.of(new NumberText(number.get().number(), true));
        }
        if (number.isEmpty() || (number.get().percent() && !mayBePercent)) {
            if (problem == NumberText.Problem.NO_NUMBER) {
                faults.add(
                        ImportFault.WRONG_NUMBER,
                        line.place(column),
                        "no-number",
                        insteadOf(text),
                        "column",
                        Quoted.of(column),
                        "text",
                        Quoted.of(text));
                return Optional.empty();
            }
            boolean two = problem == NumberText.Problem.TWO_MEANINGS;
            faults.add(
                    ImportFault.WRONG_NUMBER,
                    line.place(column),
                    two ? "two-numbers" : number.isPresent() ? "no-percentage" : "no-number",
                    "column",
                    Quoted.of(column),
                    "text",
                    Quoted.of(text),
                    "one",
                    Quoted.of(text.replaceAll("[.,]", "")),
                    "other",
                    Quoted.of(text.replace(',', '.') + "0"));
            return Optional.empty();
        }
        return number;
    }

    /** What belongs there in place of a text that people write where a number is missing, or that has a number in it. */
    private Optional<String> insteadOf(String text) {
        if (NOT_KNOWN.matcher(text).matches()) {
            return Optional.of(faults.words().say("fault.no-number.unknown"));
        }
        return WITH_UNIT.matcher(text).matches()
                ? Optional.of(faults.words().say("fault.no-number.with-unit"))
                : Optional.empty();
    }

    Optional<YearMonth> month(Line line, String column) {
        Optional<Cell> cell = filled(line, column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (cell.get().kind() == Cell.Kind.DATE) {
            return cell.get().date().map(YearMonth::from);
        }
        String text = cell.get().text();
        MonthText.Problem problem = months.problem(text);
        if (problem == MonthText.Problem.NONE) {
            return MonthText.parse(text);
        }
        if (SERIAL.matcher(text).matches()) {
            YearMonth serial = YearMonth.from(FIRST_SERIAL.plusDays(Long.parseLong(text)));
            faults.add(
                    ImportFault.WRONG_DATE,
                    line.place(column),
                    "no-month",
                    Optional.of(faults.words().say("fault.no-month.serial", "month", Quoted.of(serial.toString()))),
                    "column",
                    Quoted.of(column),
                    "text",
                    Quoted.of(text));
            return Optional.empty();
        }
        faults.add(
                ImportFault.WRONG_DATE,
                line.place(column),
                problem == MonthText.Problem.NO_MONTH ? "no-month" : "two-months",
                "column",
                Quoted.of(column),
                "text",
                Quoted.of(text));
        return Optional.empty();
    }

    Optional<YearMonth> requiredMonth(Line line, String column) {
        return required(line, column).flatMap(text -> month(line, column));
    }

    Optional<LocalDate> day(Line line, String column) {
        Optional<Cell> cell = filled(line, column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = cell.get().kind() == Cell.Kind.DATE
                ? cell.get().date().map(LocalDateTime::toLocalDate)
                : MonthText.day(cell.get().text());
        if (day.isEmpty()) {
            faults.add(
                    ImportFault.WRONG_DATE,
                    line.place(column),
                    "no-day",
                    "column",
                    Quoted.of(column),
                    "text",
                    Quoted.of(cell.get().text()));
        }
        return day;
    }

    /** A moment; one without an offset is taken as of UTC, since only its order counts. */
    Optional<Instant> moment(Line line, String column) {
        Optional<Cell> cell = filled(line, column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> moment = cell.get().kind() == Cell.Kind.DATE
                ? cell.get().date().map(date -> date.toInstant(ZoneOffset.UTC))
                : moment(cell.get().text());
        if (moment.isEmpty()) {
            faults.add(
                    ImportFault.WRONG_DATE,
                    line.place(column),
                    "no-moment",
                    "column",
                    Quoted.of(column),
                    "text",
                    Quoted.of(cell.get().text()));
        }
        return moment;
    }

    private static Optional<Instant> moment(String text) {
        String iso = text.replace(' ', 'T');
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException noTime) {
                return MonthText.day(text).map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC));
            }
        }
    }

    /** A word of a closed list. */
    <E extends Enum<E> & Keyword> Optional<E> word(Line line, String column, Class<E> list) {
        Optional<String> text = text(line, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String word = text.get().toLowerCase(Locale.ROOT);
        List<E> words = Arrays.asList(list.getEnumConstants());
        Optional<E> found =
                words.stream().filter(one -> one.word().equals(word)).findFirst();
        if (found.isEmpty()) {
            unknownWord(
                    line, column, text.get(), words.stream().map(Keyword::word).toList());
        }
        return found;
    }

    void unknownWord(Line line, String column, String text, List<String> known) {
        faults.add(
                ImportFault.WRONG_WORD,
                line.place(column),
                "wrong-word",
                faults.didYouMean(text, known),
                "column",
                Quoted.of(column),
                "text",
                Quoted.of(text));
    }

    Optional<Boolean> flag(Line line, String column) {
        Optional<String> text = text(line, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String word = text.get().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        if (NO.contains(word)) {
            return Optional.of(false);
        }
        unknownWord(line, column, text.get(), List.of("true", "false"));
        return Optional.empty();
    }
}
