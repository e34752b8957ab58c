package dev.roi.imports.source;

import static dev.roi.core.format.Field.maybe;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Quoted;
import dev.roi.core.format.Field;
import dev.roi.core.json.JsonRecord;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.table.Line;
import dev.roi.imports.text.ImportFault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Billing usage of GitHub Copilot, as CSV or from REST. Gross, discount and net are three figures, and the source says
 * which one is meant; GitHub bills in US dollars.
 *
 * @see <a href="https://docs.github.com/rest/billing/usage">Billing usage</a>
 */
final class CopilotBilling implements Reader {

    static final String NAME = "copilot-billing";
    private static final List<String> AMOUNTS = List.of("gross", "discount", "net");

    static final List<Field<Object, ?>> FIELDS = List.of(
            Field.field("cost", "Which of the three amounts counts.", SourcesFormat.oneOf(AMOUNTS)),
            maybe("workflow", "What says which workflow it is for.", SourcesFormat.partMap()));

    private static final String DOLLARS = "USD";
    private static final Map<String, String> COSTS =
            Map.of("gross", "grossAmount", "discount", "discountAmount", "net", "netAmount");

    private final Source source;
    private final String cost;
    private final Optional<PartMap> workflow;

    CopilotBilling(Source source) {
        this.source = source;
        source.settings().require("cost");
        this.cost = source.settings().word("cost", AMOUNTS).orElse("net");
        this.workflow = PartMap.of(source.settings(), "workflow");
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<List<JsonRecord>> items = record.list("usageItems");
        if (items.isEmpty()) {
            return false;
        }
        for (JsonRecord item : items.get()) {
            Optional<LocalDate> day = item.text("date").flatMap(Moments::of).map(CopilotBilling::day);
            Optional<YearMonth> month = day.map(YearMonth::from).or(() -> period(record));
            List<String> names = new ArrayList<>();
            for (String field : List.of("costCenter", "cost_center", "organization", "repositoryName", "repository")) {
                item.text(field).or(() -> record.text(field)).ifPresent(names::add);
            }
            month.ifPresent(when -> see(day.orElse(when.atDay(1))));
            add(
                    item.place(),
                    item.text("product"),
                    month,
                    names,
                    item.number(field()),
                    item.number("grossAmount"),
                    column -> item.text(column));
        }
        return true;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void see(LocalDate day) {
        source.coverage()
                .sees(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
        source.coverage().sees(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Optional<YearMonth> period(JsonRecord record) {
        Optional<Exact> year = record.number("timePeriod", "year");
        Optional<Exact> month = record.number("timePeriod", "month");
        return year.flatMap(ofEra -> month.map(ofYear -> "%s-%s-1".formatted(ofEra, ofYear)))
                .flatMap(Moments::of)
                .map(moment -> YearMonth.from(day(moment)));
    }

    @Override
    public List<String> missing(Set<String> columns) {
        List<String> needed = new ArrayList<>(List.of("date", "product", column()));
        needed.removeIf(columns::contains);
        return needed;
    }

    private String field() {
        return COSTS.getOrDefault(cost, "");
    }

    private String column() {
        return cost + "_amount";
    }

    @Override
    public void take(Line line) {
        Optional<LocalDate> day = line.text("date").flatMap(Moments::of).map(CopilotBilling::day);
        day.ifPresent(this::see);
        List<String> names = new ArrayList<>();
        for (String column : List.of("cost_center_name", "organization", "repository")) {
            line.text(column).ifPresent(names::add);
        }
        Optional<String> written = line.text(column());
        Optional<Exact> amount = written.flatMap(Amounts::of);
        if (written.isPresent() && amount.isEmpty()) {
            source.faults()
                    .add(
                            ImportFault.WRONG_NUMBER,
                            line.place(column()),
                            "no-number",
                            "column",
                            Quoted.of(column()),
                            "text",
                            Quoted.of(written.get()));
        }
        add(
                line.origin().place(),
                line.text("product"),
                day.map(YearMonth::from),
                names,
                amount,
                line.text("gross_amount").flatMap(Amounts::of),
                line::text);
    }

    private void add(
            Fault.Place place,
            Optional<String> product,
            Optional<YearMonth> month,
            List<String> names,
            Optional<Exact> amount,
            Optional<Exact> gross,
            Function<String, Optional<String>> columns) {
        boolean copilot = product.filter(text -> text.toLowerCase(Locale.ROOT).contains("copilot"))
                .isPresent();
        if (!copilot || month.isEmpty() || amount.isEmpty()) {
            source.leftOut().add(!copilot ? "other-product" : month.isEmpty() ? "no-moment" : "no-amount", place);
            return;
        }
        Optional<ScopeKey> scope = source.scope(Claims.Kind.COST_CENTRES, place, names);
        if (scope.isEmpty()) {
            return;
        }
        if (amount.get().isZero() && gross.filter(full -> full.signum() > 0).isPresent()) {
            source.remarks().add("included", place);
        }
        source.tally().money(scope.get(), month.get(), "cost", DOLLARS, amount.get());
        workflow.ifPresent(by -> source.tally()
                .money(
                        scope.get(),
                        month.get(),
                        "by-workflow",
                        Dimension.WORKFLOW,
                        by.part(by.column().flatMap(columns)),
                        DOLLARS,
                        amount.get()));
    }
}
