package dev.roi.imports.source;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Quoted;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Status;
import dev.roi.core.UnknownReason;
import dev.roi.imports.BaselineRow;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.ReadingRow.Said;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.source.Observed.Statistic;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** What a reader observed, by scope, month, figure and part; and the rows that it comes to. */
final class Tally {

    private static final Exact SECOND = Exact.of(1_000);
    private static final Exact HOUR = Exact.of(3_600_000);
    private static final Exact DAY = Exact.of(86_400_000);

    private final Source source;
    private final Map<Series, Map<YearMonth, Observed>> observed = new TreeMap<>();
    private final Map<String, Figure> figures = new HashMap<>();
    private final Set<ScopeKey> expected = new TreeSet<>();
    private final Map<ScopeKey, Map<YearMonth, Set<LocalDate>>> days = new HashMap<>();
    private final Set<LocalDate> shared = new TreeSet<>();
    private final Set<String> provisional = new HashSet<>();
    private Bound bound = Bound.EXACT;
    private boolean byDay;

    Tally(Source source) {
        this.source = source;
    }

    /** One figure of one scope, or one part of it. */
    private record Series(ScopeKey scope, String figure, Optional<ReadingRow.Part> part, String currency)
            implements Comparable<Series> {

        private static final Comparator<Series> ORDER = Comparator.comparing(Series::scope)
                .thenComparing(Series::figure)
                .thenComparing(
                        series -> series.part().map(ReadingRow.Part::toString).orElse(""))
                .thenComparing(Series::currency);

        @Override
        public int compareTo(Series other) {
            return ORDER.compare(this, other);
        }
    }

    Observed of(ScopeKey scope, YearMonth month, String figure) {
        return of(new Series(scope, figure, Optional.empty(), ""), month);
    }

    Observed of(ScopeKey scope, YearMonth month, String figure, Dimension dimension, String part) {
        return of(new Series(scope, figure, Optional.of(new ReadingRow.Part(dimension, part)), ""), month);
    }

    void money(ScopeKey scope, YearMonth month, String figure, String currency, Exact amount) {
        of(new Series(scope, figure, Optional.empty(), currency), month).amount(amount);
    }

    void money(
            ScopeKey scope,
            YearMonth month,
            String figure,
            Dimension dimension,
            String part,
            String currency,
            Exact amount) {
        of(new Series(scope, figure, Optional.of(new ReadingRow.Part(dimension, part)), currency), month)
                .amount(amount);
    }

    private Observed of(Series series, YearMonth month) {
        return observed.computeIfAbsent(series, none -> new TreeMap<>()).computeIfAbsent(month, none -> new Observed());
    }

    /** The scope is in the export, if only with nothing: a count that is not there is 0. */
    void expects(ScopeKey scope) {
        expected.add(scope);
    }

    /** The export has a day of its own for each; a month is whole when all of its days are there. */
    void day(ScopeKey scope, LocalDate day) {
        byDay = true;
        days.computeIfAbsent(scope, none -> new HashMap<>())
                .computeIfAbsent(YearMonth.from(day), none -> new TreeSet<>())
                .add(day);
    }

    /** The same for every scope. */
    void days(LocalDate first, LocalDate last) {
        byDay = true;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            shared.add(day);
        }
    }

    private Set<LocalDate> there(ScopeKey scope, YearMonth month) {
        Set<LocalDate> there = new TreeSet<>(days.getOrDefault(scope, Map.of()).getOrDefault(month, Set.of()));
        shared.stream().filter(day -> YearMonth.from(day).equals(month)).forEach(there::add);
        return there;
    }

    /** What is known is a least value: others are not in the export. */
    void bound(Bound other) {
        bound = other;
    }

    /** What a figure was in this month may still change, long after it. */
    void provisional(String figure, YearMonth month) {
        provisional.add(figure + " " + month);
    }

    private Figure figure(String name) {
        return figures.computeIfAbsent(name, unseen -> Figure.of(source.reader(), unseen));
    }

    /** A reading for each month that is wanted. */
    List<ReadingRow> rows(BiPredicate<ScopeKey, YearMonth> isWanted) {
        List<ReadingRow> rows = new ArrayList<>();
        if (refuseTwoCurrencies()) {
            return rows;
        }
        addNothing();
        observed.forEach((series, months) -> months.forEach((month, seen) -> {
            Figure figure = figure(series.figure());
            if (isWanted.test(series.scope(), month) && source.wants(figure)) {
                rows.add(row(series, month, seen, figure));
            }
        }));
        return rows;
    }

    private ReadingRow row(Series series, YearMonth month, Observed seen, Figure figure) {
        String definition = source.definition(figure).orElse("");
        ReadingRow.Figure value = value(figure, seen, definition);
        return new ReadingRow(
                series.scope(),
                month,
                source.indicator(figure),
                value,
                series.part(),
                said(series, month, seen, figure, value),
                source.taken(),
                source.origin());
    }

    private Said said(Series series, YearMonth month, Observed seen, Figure figure, ReadingRow.Figure value) {
        Said said = Said.NOTHING.by(source.reader()).bound(bound);
        Optional<String> definition = source.definition(figure);
        if (definition.isPresent()) {
            said = said.definedAs(definition.get());
        }
        if (!series.currency().isEmpty()) {
            said = said.in(series.currency());
        } else if (figure.unit().filter(unit -> !unit.equals("currency")).isPresent()) {
            said = said.in(figure.unit().get());
        }
        boolean cases = figure.kind() == Figure.Kind.DURATION || figure.kind() == Figure.Kind.SHARE;
        if (cases && seen.cases() > 0) {
            said = said.over(Exact.of(seen.cases()));
        }
        if (value instanceof ReadingRow.Value amount && amount.number().signum() < 0) {
            said = said.corrected();
        }
        if (provisional.contains(figure.name() + " " + month)) {
            said = said.status(Status.PROVISIONAL);
        }
        if (!byDay && source.taken().isEmpty() && !source.coverage().isWhole(month)) {
            source.remarks().add("taken-unknown", source.origin().place());
        }
        Optional<LocalDate> to =
                byDay ? missingDay(series.scope(), month) : source.coverage().lastDay(month);
        return to.isPresent() ? said.covering(firstDay(series.scope(), month), to.get()) : said;
    }

    private LocalDate firstDay(ScopeKey scope, YearMonth month) {
        return byDay
                ? there(scope, month).stream().min(Comparator.naturalOrder()).orElse(month.atDay(1))
                : month.atDay(1);
    }

    /** The last day of those that are there, where some are not. */
    private Optional<LocalDate> missingDay(ScopeKey scope, YearMonth month) {
        Set<LocalDate> there = there(scope, month);
        if (there.size() == month.lengthOfMonth()) {
            return Optional.empty();
        }
        LocalDate last = there.stream().max(Comparator.naturalOrder()).orElse(month.atDay(1));
        boolean hole = there.size() < last.getDayOfMonth() && last.equals(month.atEndOfMonth());
        return Optional.of(hole ? last.minusDays(1) : last);
    }

    private static ReadingRow.Figure value(Figure figure, Observed seen, String definition) {
        return switch (figure.kind()) {
            case DURATION ->
                seen.cases() == 0
                        ? new ReadingRow.Unknown(UnknownReason.NO_CASES)
                        : new ReadingRow.Value(
                                seen.statistic(Statistic.of(definition)).dividedBy(milliseconds(figure)));
            case COUNT -> new ReadingRow.Value(Exact.of(seen.cases()));
            case SUM, LEVEL -> new ReadingRow.Value(seen.sum());
            case PEOPLE -> new ReadingRow.Value(Exact.of(seen.people()));
            case SHARE -> seen.share();
        };
    }

    private static Exact milliseconds(Figure figure) {
        return switch (figure.unit().orElse("")) {
            case "days" -> DAY;
            case "hours" -> HOUR;
            case "seconds" -> SECOND;
            default -> throw new IllegalStateException("no unit of time (%s) of %s".formatted(figure.unit(), figure));
        };
    }

    /** Within what an export covers, nothing observed is no cases, and nothing counted is 0. */
    private void addNothing() {
        Optional<YearMonth> first = source.coverage().firstMonth();
        Optional<YearMonth> last = source.coverage().lastMonth();
        if (first.isEmpty() || last.isEmpty() || byDay) {
            return;
        }
        Set<ScopeKey> scopes = new TreeSet<>(expected);
        observed.keySet().forEach(series -> scopes.add(series.scope()));
        for (Figure figure : Figure.of(source.reader())) {
            boolean counted = figure.kind() == Figure.Kind.COUNT
                    || figure.kind() == Figure.Kind.DURATION
                    || figure.kind() == Figure.Kind.SHARE;
            if (!counted || !source.gives(figure.name())) {
                continue;
            }
            for (ScopeKey scope : scopes) {
                Set<YearMonth> there = new HashSet<>();
                observed.forEach((series, months) -> {
                    if (series.scope().equals(scope) && series.figure().equals(figure.name())) {
                        there.addAll(months.keySet());
                    }
                });
                for (YearMonth month = first.get(); !month.isAfter(last.get()); month = month.plusMonths(1)) {
                    if (source.coverage().isWhole(month) && !there.contains(month)) {
                        of(scope, month, figure.name());
                    }
                }
            }
        }
    }

    private boolean refuseTwoCurrencies() {
        Map<ScopeKey, Set<String>> currencies = new TreeMap<>();
        observed.keySet().stream()
                .filter(series -> !series.currency().isEmpty())
                .forEach(series -> currencies
                        .computeIfAbsent(series.scope(), none -> new TreeSet<>())
                        .add(series.currency()));
        currencies.values().removeIf(codes -> codes.size() == 1);
        currencies.forEach((scope, codes) -> source.faults()
                .add(
                        ImportFault.SEVERAL_CURRENCIES,
                        source.origin().place(),
                        "several-currencies",
                        "scope",
                        Quoted.of(scope.toString()),
                        "currencies",
                        ImportFaults.listed(codes)));
        return !currencies.isEmpty();
    }

    /**
     * The same over the months of a period: durations and shares of all of its cases, the mean month of everything else.
     * A figure that the export does not have all of these months of has none.
     */
    List<BaselineRow> baselines(Period period) {
        List<BaselineRow> rows = new ArrayList<>();
        boolean whole = source.coverage()
                        .firstMonth()
                        .filter(month -> !month.isAfter(period.first()))
                        .isPresent()
                && source.coverage().isWhole(period.last());
        if (!whole) {
            return rows;
        }
        observed.forEach((series, months) -> {
            Figure figure = figure(series.figure());
            if (series.part().isEmpty() && source.wants(figure)) {
                baseline(series, months, figure, period).ifPresent(rows::add);
            }
        });
        return rows;
    }

    private Optional<BaselineRow> baseline(
            Series series, Map<YearMonth, Observed> months, Figure figure, Period period) {
        String definition = source.definition(figure).orElse("");
        boolean pooled = figure.kind() == Figure.Kind.DURATION || figure.kind() == Figure.Kind.SHARE;
        Observed together = new Observed();
        Exact sum = Exact.ZERO;
        for (YearMonth month : period.months()) {
            Observed seen = months.get(month);
            if (seen == null && !pooled) {
                return Optional.empty();
            }
            if (seen != null) {
                together.and(seen);
                sum = value(figure, seen, definition) instanceof ReadingRow.Value value
                        ? sum.plus(value.number())
                        : sum;
            }
        }
        if (pooled && together.cases() == 0) {
            return Optional.empty();
        }
        Exact value = figure.kind() == Figure.Kind.SHARE
                ? together.share()
                        .numerator()
                        .times(Exact.HUNDRED)
                        .dividedBy(together.share().denominator())
                : pooled
                        ? ((ReadingRow.Value) value(figure, together, definition)).number()
                        : sum.dividedBy(Exact.of(period.months().size()));
        String method = source.faults()
                .words()
                .say(
                        pooled ? "baseline.cases" : "baseline.months",
                        "cases",
                        String.valueOf(together.cases()),
                        "months",
                        String.valueOf(period.months().size()));
        return Optional.of(new BaselineRow(
                series.scope(),
                source.indicator(figure),
                Optional.of(value),
                figure.unit().filter(unit -> !unit.equals("currency")),
                Optional.of(period.toString()),
                Optional.of(method),
                source.definition(figure),
                Optional.empty(),
                source.origin()));
    }
}
