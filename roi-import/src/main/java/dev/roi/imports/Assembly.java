package dev.roi.imports;

import dev.roi.core.Baseline;
import dev.roi.core.Budget;
import dev.roi.core.Fault;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.PolicyId;
import dev.roi.core.Quoted;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.Workflow;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Scorecards from rows, and everything that is wrong with the rows. The one place where a row becomes a reading. */
final class Assembly {

    private static final int MOST_MONTHS = 239;

    private final PolicyLookup policies;
    private final Optional<PolicyId> otherwise;
    private final ImportFaults faults;
    private final List<ScopeRow> scopeRows;
    private final List<WorkflowRow> workflows;
    private final List<BaselineRow> baselines;
    private final List<DateRow> dates;
    private final List<BudgetRow> budgets;
    private final Map<ScopeKey, ScopeRow> scopes = new TreeMap<>();
    private final Map<ScopeKey, ScopeKey> today = new HashMap<>();
    private final Set<String> unknownIndicators = new HashSet<>();

    Assembly(
            PolicyLookup policies,
            Optional<PolicyId> otherwise,
            ImportFaults faults,
            List<ScopeRow> scopeRows,
            List<WorkflowRow> workflows,
            List<BaselineRow> baselines,
            List<DateRow> dates,
            List<BudgetRow> budgets) {
        this.policies = policies;
        this.otherwise = otherwise;
        this.faults = faults;
        this.scopeRows = scopeRows;
        this.workflows = workflows;
        this.baselines = baselines;
        this.dates = dates;
        this.budgets = budgets;
    }

    Readings of(List<ReadingRow> given) {
        gatherScopes();
        Latest latest = new Latest(faults);
        given.stream().map(this::ofToday).sorted(Rows.ORDER).forEach(latest::add);
        List<ReadingRow> rows = latest.rows();
        refuseFuture(rows);
        Map<ScopeKey, List<ReadingRow>> byScope = new TreeMap<>();
        rows.forEach(row ->
                byScope.computeIfAbsent(row.scope(), none -> new ArrayList<>()).add(row));
        if (byScope.isEmpty() && !faults.any()) {
            faults.add(ImportFault.NOTHING_IMPORTED, Origin.of("", 0).place(), "no-readings");
        }
        List<Scorecard> scorecards = new ArrayList<>();
        byScope.forEach((scope, its) -> scorecard(scope, its).ifPresent(scorecards::add));
        refuseLost(byScope.keySet());
        return new Readings(scorecards, rows, latest.restated(), dates, budgets);
    }

    /** Of a month that had not begun anywhere on earth when it was taken nothing can be known. */
    private void refuseFuture(List<ReadingRow> rows) {
        Set<String> said = new HashSet<>();
        for (ReadingRow row : rows) {
            Fault.Place place = row.origin().place("month");
            row.extractedAt()
                    .filter(row.month().atDay(1).atStartOfDay(ZoneOffset.MAX).toInstant()::isAfter)
                    .filter(taken -> said.add(place + " " + row.month()))
                    .ifPresent(taken -> faults.add(
                            ImportFault.WRONG_DATE,
                            place,
                            "not-begun",
                            "month",
                            row.month().toString(),
                            "taken",
                            taken.toString()));
        }
    }

    private void gatherScopes() {
        for (ScopeRow row : scopeRows) {
            ScopeRow first = scopes.putIfAbsent(row.scope(), row);
            if (first != null) {
                repeated(row.origin(), "scope_id", "scope " + row.scope(), first.origin());
            }
            for (String former : row.formerIds()) {
                today.put(new ScopeKey(row.scope().level(), former), row.scope());
            }
        }
    }

    private void repeated(Origin origin, String column, String what, Origin first) {
        faults.add(
                ImportFault.REPEATED,
                origin.place(column),
                "repeated",
                "what",
                Quoted.of(what),
                "first",
                first.place(column).toString());
    }

    /** A scope of a former id is the one that it became. */
    private ReadingRow ofToday(ReadingRow row) {
        ScopeKey scope = today.get(row.scope());
        return scope == null
                ? row
                : new ReadingRow(
                        scope,
                        row.month(),
                        row.indicator(),
                        row.figure(),
                        row.part(),
                        row.said(),
                        row.extractedAt(),
                        row.origin());
    }

    private ScopeKey ofToday(ScopeKey scope) {
        return today.getOrDefault(scope, scope);
    }

    private void refuseLost(Set<ScopeKey> known) {
        List<String> names = known.stream().map(ScopeKey::toString).toList();
        baselines.forEach(row -> refuseLost(row.scope(), row.origin(), names));
        dates.forEach(row -> refuseLost(row.scope(), row.origin(), names));
        budgets.forEach(row -> refuseLost(row.scope(), row.origin(), names));
    }

    private void refuseLost(ScopeKey scope, Origin origin, List<String> known) {
        if (!known.isEmpty() && !known.contains(ofToday(scope).toString())) {
            faults.add(
                    ImportFault.WRONG_WORD,
                    origin.place("scope_id"),
                    "no-such-scope",
                    faults.didYouMean(scope.toString(), known),
                    "scope",
                    Quoted.of(scope.toString()));
        }
    }

    private Optional<Scorecard> scorecard(ScopeKey key, List<ReadingRow> rows) {
        ScopeRow said = scopes.getOrDefault(key, ScopeRow.of(key));
        Optional<PolicyId> policy = said.policy().or(() -> otherwise);
        Optional<IndicatorSet> measured = policies.find(policy);
        if (measured.isEmpty()) {
            faults.list()
                    .add(new Fault(
                            InputFault.UNKNOWN_POLICY.code(),
                            Fault.Severity.ERROR,
                            said.origin().place("policy"),
                            Message.verbatim(faults.words()
                                    .say(
                                            "fault.unknown-policy",
                                            "policy",
                                            Quoted.of(
                                                    policy.map(PolicyId::value).orElse("")))),
                            policy.flatMap(id -> Nearest.didYouMean(id.value(), policies.known()))));
            return Optional.empty();
        }
        IndicatorSet indicators = measured.get();
        Optional<String> currency = currency(said, rows, indicators);
        Scope scope = new Scope(key.level(), key.id(), said.name().orElse(key.id()), said.firstUse(), said.formerIds());
        Scorecard.Builder scorecard = Scorecard.of(scope);
        policy.ifPresent(scorecard::policy);
        currency.ifPresent(scorecard::currency);
        register(key).forEach(scorecard::workflow);
        Map<IndicatorId, BaselineRow> compared = compared(key, indicators);
        compared.forEach((id, row) -> scorecard.baseline(id, baseline(row)));
        named(key).forEach(scorecard::date);
        budget(key, currency).ifPresent(scorecard::budget);
        Map<YearMonth, Map<IndicatorId, List<ReadingRow>>> months = months(rows, indicators);
        if (months.isEmpty()) {
            return Optional.empty();
        }
        YearMonth last = Collections.max(months.keySet());
        months.forEach((month, byIndicator) ->
                scorecard.snapshot(snapshot(month, byIndicator, indicators, currency, month.equals(last))));
        Scorecard built = scorecard.build();
        FaultPlaces places = new FaultPlaces(said, compared, months);
        ScorecardCheck.faults(built, indicators).stream().map(places::find).forEach(faults.list()::add);
        return Optional.of(built);
    }

    /** The scope's own, or else the one that all of its money is in. */
    private Optional<String> currency(ScopeRow said, List<ReadingRow> rows, IndicatorSet indicators) {
        if (said.currency().isPresent()) {
            return said.currency();
        }
        Map<String, Origin> found = new TreeMap<>();
        for (ReadingRow row : rows) {
            boolean money = indicators
                    .named(row.indicator())
                    .filter(indicator -> indicator.unit().equals(Unit.CURRENCY))
                    .isPresent();
            row.said()
                    .unit()
                    .filter(unit -> money && isCurrency(unit))
                    .ifPresent(unit -> found.putIfAbsent(unit, row.origin()));
        }
        return found.size() == 1 ? Optional.of(found.keySet().iterator().next()) : Optional.empty();
    }

    static boolean isCurrency(String unit) {
        return ScorecardCheck.currencies().contains(unit);
    }

    private List<Workflow> register(ScopeKey key) {
        Map<String, WorkflowRow> register = new LinkedHashMap<>();
        for (WorkflowRow row : workflows) {
            if (row.scopeId().map(key.id()::equals).orElse(true)) {
                WorkflowRow first = register.putIfAbsent(row.workflow().id(), row);
                if (first != null) {
                    repeated(row.origin(), "id", "workflow " + row.workflow().id(), first.origin());
                }
            }
        }
        return register.values().stream().map(WorkflowRow::workflow).toList();
    }

    private Map<IndicatorId, BaselineRow> compared(ScopeKey key, IndicatorSet indicators) {
        Map<IndicatorId, BaselineRow> compared = new LinkedHashMap<>();
        for (BaselineRow row : baselines) {
            if (!ofToday(row.scope()).equals(key)) {
                continue;
            }
            find(row.indicator(), row.origin(), indicators).ifPresent(indicator -> {
                BaselineRow first = compared.putIfAbsent(indicator.id(), row);
                if (first != null) {
                    repeated(row.origin(), "indicator", "baseline " + row.indicator(), first.origin());
                }
                row.unit()
                        .filter(unit -> !Names.isKebab(unit) && !isCurrency(unit))
                        .ifPresent(unit -> faults.list()
                                .add(new Fault(
                                        InputFault.UNKNOWN_UNIT.code(),
                                        Fault.Severity.ERROR,
                                        row.origin().place("unit"),
                                        faults.words().say("fault.unit", "what", Quoted.of(unit)),
                                        Optional.empty())));
            });
        }
        return compared;
    }

    private static Baseline baseline(BaselineRow row) {
        if (row.value().isEmpty()) {
            return new Baseline.Undefined(row.note());
        }
        return new Baseline.Defined(
                row.value().get(),
                row.period(),
                row.method(),
                row.definition(),
                row.unit()
                        .filter(unit -> Names.isKebab(unit) || isCurrency(unit))
                        .map(Unit::new),
                row.note());
    }

    private Map<String, YearMonth> named(ScopeKey key) {
        Map<String, YearMonth> named = new TreeMap<>();
        Map<String, DateRow> first = new HashMap<>();
        for (DateRow row : dates) {
            if (!ofToday(row.scope()).equals(key)) {
                continue;
            }
            if (!Names.isKebab(row.name())) {
                faults.list()
                        .add(new Fault(
                                InputFault.WRONG_NAME.code(),
                                Fault.Severity.ERROR,
                                row.origin().place("name"),
                                faults.words().say("fault.date-name", "name", Quoted.of(row.name())),
                                Names.likely(row.name())
                                        .map(near -> faults.words().say("did-you-mean", "word", Quoted.of(near)))));
                continue;
            }
            DateRow before = first.putIfAbsent(row.name(), row);
            if (before != null) {
                repeated(row.origin(), "name", "date " + row.name(), before.origin());
            }
            named.put(row.name(), row.month());
        }
        return named;
    }

    private Optional<Budget> budget(ScopeKey key, Optional<String> currency) {
        Optional<BudgetRow> first = Optional.empty();
        Optional<Budget> budget = Optional.empty();
        for (BudgetRow row : budgets) {
            if (!ofToday(row.scope()).equals(key)) {
                continue;
            }
            if (first.isPresent()) {
                repeated(
                        row.origin(),
                        "scope_id",
                        "budget of " + key,
                        first.get().origin());
            }
            first = Optional.of(row);
            budget = Budget.of(row.amount(), row.period());
            if (budget.isEmpty()) {
                boolean isAmount = row.amount().signum() > 0;
                wrongBudget(
                        row,
                        isAmount ? "period" : "amount",
                        isAmount ? row.period() : row.amount().toString());
            }
            if (row.currency().isPresent() && !row.currency().equals(currency)) {
                wrongBudget(row, "currency", row.currency().get());
            }
        }
        return budget;
    }

    private void wrongBudget(BudgetRow row, String column, String written) {
        faults.list()
                .add(new Fault(
                        InputFault.WRONG_BUDGET.code(),
                        Fault.Severity.ERROR,
                        row.origin().place(column),
                        faults.words().say("fault.budget-" + column, column, Quoted.of(written)),
                        Optional.empty()));
    }

    private Optional<Indicator> find(String name, Origin origin, IndicatorSet indicators) {
        Optional<Indicator> indicator = indicators.named(name);
        if (indicator.isEmpty() && unknownIndicators.add(origin.source() + " " + name)) {
            List<String> known = indicators.indicators().stream()
                    .map(one -> one.id().value())
                    .toList();
            faults.list()
                    .add(new Fault(
                            InputFault.UNKNOWN_INDICATOR.code(),
                            Fault.Severity.ERROR,
                            origin.place("indicator"),
                            faults.words().say("fault.unknown-indicator", "indicator", Quoted.of(name)),
                            Nearest.to(name, known)
                                    .map(near -> faults.words().say("did-you-mean", "word", Quoted.of(near)))));
        }
        return indicator;
    }

    /** Every month from the first row to the last, with what was read in it. */
    private Map<YearMonth, Map<IndicatorId, List<ReadingRow>>> months(List<ReadingRow> rows, IndicatorSet indicators) {
        Map<YearMonth, Map<IndicatorId, List<ReadingRow>>> months = new TreeMap<>();
        for (ReadingRow row : rows) {
            Map<IndicatorId, List<ReadingRow>> month =
                    months.computeIfAbsent(row.month(), none -> new LinkedHashMap<>());
            find(row.indicator(), row.origin(), indicators)
                    .ifPresent(indicator -> month.computeIfAbsent(indicator.id(), none -> new ArrayList<>())
                            .add(row));
        }
        if (!months.isEmpty()) {
            YearMonth last = Collections.max(months.keySet());
            YearMonth month = Collections.min(months.keySet());
            if (month.until(last, ChronoUnit.MONTHS) > MOST_MONTHS) {
                faults.add(
                        ImportFault.WRONG_DATE,
                        rows.get(rows.size() - 1).origin().place("month"),
                        "months-apart",
                        "first",
                        month.toString(),
                        "last",
                        last.toString());
                return months;
            }
            for (; month.isBefore(last); month = month.plusMonths(1)) {
                months.computeIfAbsent(month, none -> Map.of());
            }
        }
        return months;
    }

    /** The last month is partial where a figure that extending depends on ends before it does: it goes on. */
    private Snapshot snapshot(
            YearMonth month,
            Map<IndicatorId, List<ReadingRow>> byIndicator,
            IndicatorSet indicators,
            Optional<String> currency,
            boolean isLast) {
        Map<IndicatorId, Reading> readings = new LinkedHashMap<>();
        boolean isPartial = false;
        for (Map.Entry<IndicatorId, List<ReadingRow>> of : byIndicator.entrySet()) {
            Indicator indicator = indicators.indicator(of.getKey());
            boolean isNeeded = indicator.extendNeed() == Indicator.ExtendNeed.NEEDED
                    || indicator.baselineNeed() == Indicator.BaselineNeed.NEEDED;
            isPartial |= isLast
                    && isNeeded
                    && of.getValue().stream()
                            .anyMatch(row -> row.said()
                                    .to()
                                    .filter(day -> day.isBefore(month.atEndOfMonth()))
                                    .isPresent());
            new RowReading(indicator, currency, faults)
                    .of(of.getValue())
                    .ifPresent(reading -> readings.put(of.getKey(), reading));
        }
        return isPartial ? Snapshot.partial(month, readings) : Snapshot.complete(month, readings);
    }
}
