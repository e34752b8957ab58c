package dev.roi.spark;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Scorecard;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a task needs to review: the policy, and what was asked for.
 *
 * @param policy the policy
 * @param month the month, or null for the latest complete one
 * @param language the language, or null for the policy's first
 */
record Shipped(
        Broadcast<ShippedPolicy> policy,
        @Nullable String month,
        @Nullable String language) implements Serializable {

    static Shipped of(Broadcast<ShippedPolicy> policy, ReviewRequest request) {
        return new Shipped(
                policy,
                request.month().map(YearMonth::toString).orElse(null),
                request.language().map(Language::tag).orElse(null));
    }

    ReviewRequest request() {
        ReviewRequest request =
                month == null ? ReviewRequest.LATEST : ReviewRequest.LATEST.forMonth(YearMonth.parse(month));
        return language == null ? request : request.in(new Language(language));
    }

    Language spoken(Engine engine) {
        return Optional.ofNullable(language)
                .map(Language::new)
                .orElseGet(() -> engine.policy().languages().get(0));
    }

    /** Reviews what is read of one row: each scope a row, and what is wrong one. */
    List<Row> reviewed(Function<Reader, List<Scorecard>> read) {
        Engine engine = policy.value().engine();
        Language spoken = spoken(engine);
        List<Row> rows = new ArrayList<>();
        try {
            for (Scorecard scorecard : read.apply(new Reader(engine, spoken))) {
                rows.add(reviewed(engine, scorecard, spoken));
            }
        } catch (InvalidInput refused) {
            rows.add(ReviewRow.of(refused.faults(), spoken));
        }
        return rows;
    }

    private Row reviewed(Engine engine, Scorecard scorecard, Language spoken) {
        try {
            return ReviewRow.of(engine.review(scorecard, request()));
        } catch (InvalidInput refused) {
            return ReviewRow.of(refused.faults(), spoken);
        }
    }

    /**
     * Who reads a row.
     *
     * @param engine the policy that it is read for
     * @param language the language of faults
     */
    record Reader(Engine engine, Language language) {}

    /** One line for each fault. */
    static List<String> lines(List<Fault> faults, Language language) {
        return faults.stream().map(fault -> fault.in(language)).toList();
    }
}
