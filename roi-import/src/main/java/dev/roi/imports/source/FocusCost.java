package dev.roi.imports.source;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Quoted;
import dev.roi.core.format.Field;
import dev.roi.core.json.Faults;
import dev.roi.core.json.JsonRecords;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.table.Line;
import dev.roi.imports.text.ImportFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cost and usage in the form of FOCUS 1.0 to 1.2. The charge period decides the month, in UTC as bills are made.
 *
 * @see <a href="https://focus.finops.org/focus-specification/">FOCUS</a>
 */
final class FocusCost implements Reader {

    static final String NAME = "focus-cost";
    private static final List<String> COSTS = List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost");

    static final List<Field<Object, ?>> FIELDS = List.of(
            field("cost", "Which of the costs of a charge counts.", SourcesFormat.oneOf(COSTS)),
            maybe("cost-centre", "What says whose charge it is; the sub-account unless said.", SourcesFormat.partMap()),
            maybe("workflow", "What says which workflow it is for.", SourcesFormat.partMap()),
            maybe("team", "What says which team it is for.", SourcesFormat.partMap()));

    private static final List<String> NEEDED = List.of("ChargePeriodStart", "ChargePeriodEnd", "BillingCurrency");
    private static final int MOST_TAGS = 10_000;

    private final Source source;
    private final Optional<String> cost;
    private final Optional<PartMap> centre;
    private final Optional<PartMap> workflow;
    private final Optional<PartMap> team;
    private final Map<String, Map<String, String>> tags = new HashMap<>();

    FocusCost(Source source) {
        this.source = source;
        Settings settings = source.settings();
        settings.require("cost");
        this.cost = settings.word("cost", COSTS);
        this.centre = PartMap.of(settings, "cost-centre");
        this.workflow = PartMap.of(settings, "workflow");
        this.team = PartMap.of(settings, "team");
    }

    @Override
    public List<String> missing(Set<String> columns) {
        List<String> needed = new ArrayList<>(NEEDED);
        cost.ifPresent(needed::add);
        needed.removeIf(columns::contains);
        return needed;
    }

    @Override
    public void take(Line line) {
        Optional<Instant> start = given(line, "ChargePeriodStart").flatMap(Moments::of);
        Optional<Exact> amount = amount(line);
        Optional<String> currency = given(line, "BillingCurrency");
        if (start.isEmpty()) {
            source.leftOut().add("no-moment", line.place("ChargePeriodStart"));
            return;
        }
        if (amount.isEmpty() || currency.isEmpty()) {
            return;
        }
        Optional<ScopeKey> scope =
                source.scope(Claims.Kind.COST_CENTRES, line.origin().place(), centres(line));
        source.coverage().sees(start.get());
        given(line, "ChargePeriodEnd")
                .flatMap(Moments::of)
                .filter(end -> end.isAfter(start.get()))
                .ifPresent(end -> source.coverage().sees(end.minusNanos(1)));
        if (scope.isEmpty()) {
            return;
        }
        YearMonth month = source.moments().month(start.get());
        source.tally().money(scope.get(), month, "cost", currency.get(), amount.get());
        part(line, workflow, "by-workflow", Dimension.WORKFLOW, scope.get(), month, currency.get(), amount.get());
        part(line, team, "by-team", Dimension.TEAM, scope.get(), month, currency.get(), amount.get());
    }

    private void part(
            Line line,
            Optional<PartMap> map,
            String figure,
            Dimension dimension,
            ScopeKey scope,
            YearMonth month,
            String currency,
            Exact amount) {
        map.ifPresent(by ->
                source.tally().money(scope, month, figure, dimension, by.part(value(line, by)), currency, amount));
    }

    private Optional<Exact> amount(Line line) {
        String column = cost.orElse("");
        Optional<String> text = given(line, column);
        if (text.isEmpty()) {
            source.leftOut().add("no-amount", line.place(column));
            return Optional.empty();
        }
        Optional<Exact> amount = Amounts.of(text.get());
        if (amount.isEmpty()) {
            source.faults()
                    .add(
                            ImportFault.WRONG_NUMBER,
                            line.place(column),
                            "no-number",
                            "column",
                            Quoted.of(column),
                            "text",
                            Quoted.of(text.get()));
        }
        return amount;
    }

    private List<String> centres(Line line) {
        if (centre.isPresent()) {
            return value(line, centre.get()).map(List::of).orElse(List.of());
        }
        List<String> names = new ArrayList<>();
        given(line, "SubAccountId").ifPresent(names::add);
        given(line, "SubAccountName").ifPresent(names::add);
        return names;
    }

    private Optional<String> value(Line line, PartMap by) {
        return by.column().isPresent()
                ? given(line, by.column().get())
                : given(line, "Tags")
                        .flatMap(text ->
                                Optional.ofNullable(tags(text).get(by.tag().orElse(""))));
    }

    /** Tags come as the text of a JSON object, and mostly the same ones again. */
    private Map<String, String> tags(String text) {
        Map<String, String> known = tags.get(text);
        if (known != null) {
            return known;
        }
        Map<String, String> found = new HashMap<>();
        try {
            JsonRecords.read(
                    "",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    new Faults(),
                    record -> record.keys().forEach(key -> record.text(key).ifPresent(value -> found.put(key, value))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (tags.size() < MOST_TAGS) {
            tags.put(text, found);
        }
        return found;
    }

    /** What is not known is empty, or the text NULL. */
    private static Optional<String> given(Line line, String column) {
        return line.text(column).filter(text -> !text.equalsIgnoreCase("NULL"));
    }
}
