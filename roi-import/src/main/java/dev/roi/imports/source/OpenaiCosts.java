package dev.roi.imports.source;

import static dev.roi.core.format.Field.maybe;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Reading.Bound;
import dev.roi.core.format.Field;
import dev.roi.core.json.JsonRecord;
import dev.roi.imports.ScopeKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Costs of an organisation at OpenAI, in buckets of a day.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/usage/costs">Costs</a>
 */
final class OpenaiCosts implements Reader {

    static final String NAME = "openai-costs";
    static final List<Field<Object, ?>> FIELDS =
            List.of(maybe("workflow", "What says which workflow it is for.", SourcesFormat.partMap()));

    private final Source source;
    private final Optional<PartMap> workflow;
    private final Largest counted = new Largest();
    private long pages;
    private long more;

    OpenaiCosts(Source source) {
        this.source = source;
        this.workflow = PartMap.of(source.settings(), "workflow");
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<List<JsonRecord>> buckets = record.list("data");
        if (buckets.isEmpty()) {
            return bucket(record);
        }
        pages++;
        more += record.isTrue("has_more") ? 1 : 0;
        boolean read = buckets.get().isEmpty();
        for (JsonRecord bucket : buckets.get()) {
            read |= bucket(bucket);
        }
        return read;
    }

    private boolean bucket(JsonRecord record) {
        Optional<Instant> start = moment(record, "start_time");
        Optional<List<JsonRecord>> results = record.list("results");
        boolean costs = results.filter(list -> list.stream().allMatch(one -> one.has("amount")))
                .isPresent();
        if (start.isEmpty() || !costs) {
            return false;
        }
        // a bucket is there for each day, also for one on which nothing was used
        Instant end = moment(record, "end_time").orElse(start.get().plusSeconds(1));
        source.tally().days(day(start.get()), day(end.minusNanos(1)));
        for (JsonRecord result : results.orElseThrow()) {
            result(result, start.get());
        }
        return true;
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<Instant> moment(JsonRecord record, String field) {
        return record.number(field)
                .map(seconds -> Instant.ofEpochSecond(seconds.rounded(0).longValue()));
    }

    private void result(JsonRecord result, Instant start) {
        Optional<Exact> amount = result.number("amount", "value");
        if (amount.isEmpty()) {
            source.leftOut().add("no-amount", result.place());
            return;
        }
        List<String> names = new ArrayList<>();
        result.text("project_id").ifPresent(names::add);
        result.text("project_name").ifPresent(names::add);
        String key = "%s %s %s %s %s"
                .formatted(
                        start,
                        names,
                        result.text("line_item").orElse(""),
                        result.text("api_key_id").orElse(""),
                        result.text("organization_id").orElse(""));
        Optional<ScopeKey> scope = source.scope(Claims.Kind.PROJECTS, result.place(), names);
        String currency = result.text("amount", "currency").orElse("USD").toUpperCase(Locale.ROOT);
        YearMonth month = source.moments().month(start);
        Optional<String> part = workflow.map(by -> by.part(by.column().flatMap(column -> result.text(column))));
        boolean first = counted.add(
                key,
                amount.get(),
                () -> scope.ifPresent(found -> {
                    source.tally().money(found, month, "cost", currency, amount.get());
                    part.ifPresent(of -> source.tally()
                            .money(found, month, "by-workflow", Dimension.WORKFLOW, of, currency, amount.get()));
                }));
        if (!first) {
            source.leftOut().add("twice", result.place());
        }
    }

    @Override
    public void finish() {
        counted.use();
        if (pages > 0 && more == pages) {
            source.remarks().add("more-pages", source.origin().place());
            source.tally().bound(Bound.AT_LEAST);
        }
    }
}
