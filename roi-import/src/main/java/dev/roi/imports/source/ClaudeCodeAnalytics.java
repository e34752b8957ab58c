package dev.roi.imports.source;

import dev.roi.core.Exact;
import dev.roi.core.Reading.Bound;
import dev.roi.core.json.JsonRecord;
import dev.roi.imports.ScopeKey;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The usage report of Claude Code. It has customers of the API only, so that what it counts is a least value; its cost is
 * an estimate in cents, and no bill.
 *
 * @see <a href="https://docs.claude.com/en/api/claude-code-analytics-api">Claude Code analytics</a>
 */
final class ClaudeCodeAnalytics implements Reader {

    static final String NAME = "claude-code-analytics";

    private final Source source;
    private final Largest days = new Largest();

    ClaudeCodeAnalytics(Source source) {
        this.source = source;
        source.tally().bound(Bound.AT_LEAST);
    }

    @Override
    public boolean take(JsonRecord record) {
        Optional<List<JsonRecord>> page = record.list("data");
        if (page.isPresent()) {
            boolean read = page.get().isEmpty();
            for (JsonRecord day : page.get()) {
                read |= day(day);
            }
            return read;
        }
        return day(record);
    }

    private boolean day(JsonRecord record) {
        if (!record.has("core_metrics") || !record.has("actor")) {
            return false;
        }
        Optional<Instant> date = record.text("date").flatMap(Moments::of);
        Optional<String> person = record.text("actor", "email_address");
        String actor = person.or(() -> record.text("actor", "api_key_name")).orElse("");
        if (date.isEmpty()) {
            source.leftOut().add("no-moment", record.place());
            return true;
        }
        String key = "%s %s %s %s"
                .formatted(
                        date.get(),
                        actor,
                        record.text("terminal_type").orElse(""),
                        record.text("customer_type").orElse(""));
        Optional<ScopeKey> scope = source.scope(
                Claims.Kind.ORGANISATIONS,
                record.place(),
                record.text("organization_id").map(List::of).orElse(List.of()));
        source.coverage().sees(date.get());
        source.coverage().sees(date.get().plusSeconds(86_399));
        if (scope.isEmpty()) {
            return true;
        }
        YearMonth month = source.moments().month(date.get());
        Optional<Exact> lines = record.number("core_metrics", "lines_of_code", "added");
        List<Cost> costs = costs(record);
        Exact figure = lines.orElse(Exact.ZERO);
        for (Cost cost : costs) {
            figure = figure.plus(cost.amount());
        }
        boolean first = days.add(key, figure, () -> {
            person.ifPresent(
                    who -> source.tally().of(scope.get(), month, "users").person(who));
            lines.ifPresent(
                    added -> source.tally().of(scope.get(), month, "lines").amount(added));
            costs.forEach(cost -> source.tally().money(scope.get(), month, "cost", cost.currency(), cost.amount()));
        });
        if (!first) {
            source.leftOut().add("twice", record.place());
        } else if (person.isEmpty()) {
            source.remarks().add("api-key", record.place());
        }
        return true;
    }

    /** What a model is estimated to have cost. */
    private record Cost(String currency, Exact amount) {}

    private static List<Cost> costs(JsonRecord record) {
        List<Cost> costs = new ArrayList<>();
        for (JsonRecord model : record.list("model_breakdown").orElse(List.of())) {
            String currency =
                    model.text("estimated_cost", "currency").orElse("USD").toUpperCase(Locale.ROOT);
            model.number("estimated_cost", "amount")
                    .ifPresent(cents -> costs.add(new Cost(currency, Amounts.cents(cents))));
        }
        return costs;
    }

    @Override
    public void finish() {
        days.use();
    }
}
