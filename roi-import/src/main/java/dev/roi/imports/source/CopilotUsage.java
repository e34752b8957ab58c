package dev.roi.imports.source;

import dev.roi.core.Exact;
import dev.roi.core.json.JsonRecord;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.text.ImportFault;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Usage metrics of GitHub Copilot: reports of an organisation or of its users, of one day or of 28. A window of 28 days is
 * no month: its days are read one by one, and a month without all of its days is partial. What is absent is not 0.
 *
 * @see <a href="https://docs.github.com/rest/copilot/copilot-usage-metrics">Copilot usage metrics</a>
 */
final class CopilotUsage implements Reader {

    static final String NAME = "copilot-usage";

    private static final int LONGEST_WINDOW = 100;
    private static final Map<String, String> COUNTS = Map.of(
            "user_initiated_interaction_count", "asked",
            "code_acceptance_activity_count", "accepted",
            "loc_added_sum", "lines");

    private final Source source;
    private final Map<Day, Counts> people = new TreeMap<>();
    private final Map<Day, Counts> totals = new TreeMap<>();

    CopilotUsage(Source source) {
        this.source = source;
    }

    /** A day of a scope, and of one person where that is told; the person is forgotten with the reader. */
    private record Day(ScopeKey scope, LocalDate day, String person) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            int byScope = scope.compareTo(other.scope);
            int byDay = byScope != 0 ? byScope : day.compareTo(other.day);
            return byDay != 0 ? byDay : person.compareTo(other.person);
        }
    }

    /** What was counted, by figure; of two reports of one day the later one counts. */
    private record Counts(String report, Map<String, Exact> by) {
        Counts orLater(Counts other) {
            int order = report.compareTo(other.report);
            boolean later = order != 0 ? order < 0 : by.toString().compareTo(other.by.toString()) < 0;
            return later ? other : this;
        }
    }

    @Override
    public boolean take(JsonRecord record) {
        if (record.has("download_links")) {
            source.faults().add(ImportFault.WRONG_EXPORT, record.place(), "download-links");
            return true;
        }
        Optional<List<JsonRecord>> days = record.list("day_totals");
        if (days.isPresent()) {
            days.get().forEach(day -> day(day, record));
            return true;
        }
        return record.has("day") && (record.has("user_id") || record.has("daily_active_users")) && day(record, record);
    }

    private boolean day(JsonRecord record, JsonRecord report) {
        Optional<LocalDate> day = date(record, "day");
        if (day.isEmpty()) {
            source.leftOut().add("no-moment", record.place());
            return true;
        }
        List<String> names = new ArrayList<>();
        for (String field : List.of("organization_id", "enterprise_id", "organization")) {
            record.text(field).or(() -> report.text(field)).ifPresent(names::add);
        }
        Optional<ScopeKey> scope = source.scope(Claims.Kind.ORGANISATIONS, record.place(), names);
        if (scope.isEmpty()) {
            return true;
        }
        window(scope.get(), day.get(), report);
        Map<String, Exact> counts = new TreeMap<>();
        COUNTS.forEach((field, figure) -> record.number(field).ifPresent(number -> counts.put(figure, number)));
        String taken = report.text("created_at")
                .or(() -> report.text("report_end_day"))
                .orElse("");
        Optional<String> person = record.text("user_id").or(() -> record.text("user_login"));
        Day key = new Day(scope.get(), day.get(), person.orElse(""));
        (person.isPresent() ? people : totals).merge(key, new Counts(taken, counts), Counts::orLater);
        return true;
    }

    /** A report has every day of its window, also those on which nobody did anything. */
    private void window(ScopeKey scope, LocalDate day, JsonRecord report) {
        LocalDate from = date(report, "report_start_day").orElse(day);
        LocalDate to = date(report, "report_end_day").orElse(day);
        source.tally().day(scope, day);
        if (from.plusDays(LONGEST_WINDOW).isAfter(to)) {
            for (LocalDate each = from; !each.isAfter(to); each = each.plusDays(1)) {
                source.tally().day(scope, each);
            }
        }
    }

    private static Optional<LocalDate> date(JsonRecord record, String field) {
        return record.text(field)
                .flatMap(Moments::of)
                .map(moment -> moment.atZone(ZoneOffset.UTC).toLocalDate());
    }

    @Override
    public void finish() {
        people.forEach((key, counts) -> {
            boolean idle =
                    !counts.by().isEmpty() && counts.by().values().stream().allMatch(Exact::isZero);
            if (!idle) {
                source.tally()
                        .of(key.scope(), YearMonth.from(key.day()), "users")
                        .person(key.person());
            }
            // totals of the organisation hold the same figures already
            if (!totals.containsKey(new Day(key.scope(), key.day(), ""))) {
                add(key, counts);
            }
        });
        totals.forEach(this::add);
        if (people.isEmpty()) {
            source.remarks().add("users-unknown", source.origin().place());
        }
    }

    private void add(Day key, Counts counts) {
        counts.by()
                .forEach((figure, number) -> source.tally()
                        .of(key.scope(), YearMonth.from(key.day()), figure)
                        .amount(number));
    }
}
