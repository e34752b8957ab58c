package dev.roi.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.roi.core.AgendaItem;
import dev.roi.core.Dashboard;
import dev.roi.core.Evidence;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.PastDecision;
import dev.roi.core.PolicyRef;
import dev.roi.core.Questions;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.ThresholdId;
import dev.roi.core.Trend;
import dev.roi.core.Unit;
import dev.roi.core.UnknownIndicator;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A review as its document has it: components in the order of the keys, what the format only allows after the rest. */
record ReviewDocument(
        String format,
        Policy policy,
        ScopeOf scope,
        YearMonth month,
        String decision,
        String headline,
        List<String> levers,
        List<Reason> justifications,
        List<Unknown> unknown,
        List<Row> dashboard,
        Questions questions,
        List<Item> agenda,
        List<String> needs,
        String language,
        Optional<String> currency,
        List<String> leverNames,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Followed> followUp,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Exact> assumed) {

    static final String FORMAT = "roi-review/1";

    static ReviewDocument of(Review review) {
        return new ReviewDocument(
                FORMAT,
                Policy.of(review.policy()),
                ScopeOf.of(review.scope()),
                review.month(),
                review.decision().word(),
                review.headline(),
                review.levers().stream().map(lever -> lever.id().value()).toList(),
                review.justifications().stream().map(Reason::of).toList(),
                review.unknown().stream().map(Unknown::of).toList(),
                review.dashboard().rows().stream().map(Row::of).toList(),
                review.questions(),
                review.agenda().stream().map(Item::of).toList(),
                review.needs(),
                review.language().tag(),
                review.currency(),
                review.levers().stream().map(lever -> lever.name()).toList(),
                review.followUps().stream().map(Followed::of).toList(),
                assumed(review));
    }

    private static Map<String, Exact> assumed(Review review) {
        Map<String, Exact> assumed = new LinkedHashMap<>();
        review.assumed().forEach((id, value) -> assumed.put(id.value(), value));
        return assumed;
    }

    record Policy(String id, String version, String fingerprint) {
        static Policy of(PolicyRef policy) {
            return new Policy(
                    policy.id().value(), policy.version(), policy.fingerprint().value());
        }
    }

    record ScopeOf(String level, String id, String name) {
        static ScopeOf of(Scope scope) {
            return new ScopeOf(scope.level().word(), scope.id(), scope.name());
        }
    }

    record Reason(
            String rule,
            String effect,
            Optional<String> lever,
            String block,
            String text,
            List<Proof> evidence,
            String headline,
            Optional<String> leverName,
            Optional<String> leverAction) {
        static Reason of(Justification reason) {
            return new Reason(
                    reason.rule().value(),
                    reason.effect().word(),
                    reason.lever().map(lever -> lever.id().value()),
                    reason.block().value(),
                    reason.text(),
                    reason.evidence().stream().map(Proof::of).toList(),
                    reason.headline(),
                    reason.lever().map(lever -> lever.name()),
                    reason.lever().map(lever -> lever.action()));
        }
    }

    record Proof(
            String indicator,
            Optional<Exact> value,
            String unit,
            Optional<Exact> baseline,
            Optional<String> threshold,
            Optional<Exact> limit,
            Optional<String> part,
            Optional<Integer> months,
            Optional<Exact> latest) {
        static Proof of(Evidence evidence) {
            return new Proof(
                    evidence.indicator().value(),
                    evidence.value(),
                    evidence.unit().id(),
                    evidence.baseline(),
                    evidence.threshold().map(ThresholdId::value),
                    evidence.limit(),
                    evidence.part(),
                    evidence.months(),
                    evidence.latest());
        }
    }

    record Unknown(String indicator, String reason, Optional<String> note, String name) {
        static Unknown of(UnknownIndicator unknown) {
            return new Unknown(unknown.indicator().value(), unknown.reason().word(), unknown.note(), unknown.name());
        }
    }

    record Row(
            String block,
            List<String> indicators,
            List<Optional<Exact>> values,
            List<Optional<Exact>> baselines,
            String trend,
            Optional<String> trendReason,
            String note,
            String blockName,
            List<String> names,
            List<String> units,
            List<String> valueTexts,
            List<String> baselineTexts,
            List<String> trends,
            List<Optional<String>> trendReasons,
            List<List<Point>> history,
            List<Optional<String>> definitions) {
        static Row of(Dashboard.Row row) {
            List<Dashboard.Cell> cells = row.cells();
            return new Row(
                    row.block().value(),
                    cells.stream()
                            .map(Dashboard.Cell::indicator)
                            .map(IndicatorId::value)
                            .toList(),
                    cells.stream().map(Dashboard.Cell::value).toList(),
                    cells.stream().map(Dashboard.Cell::baseline).toList(),
                    row.trend().course().word(),
                    reason(row.trend()),
                    row.note(),
                    row.blockName(),
                    cells.stream().map(Dashboard.Cell::name).toList(),
                    cells.stream().map(cell -> cell.unit().id()).toList(),
                    cells.stream().map(Dashboard.Cell::valueText).toList(),
                    cells.stream().map(Dashboard.Cell::baselineText).toList(),
                    cells.stream().map(cell -> cell.trend().course().word()).toList(),
                    cells.stream().map(cell -> reason(cell.trend())).toList(),
                    cells.stream()
                            .map(cell -> cell.history().stream().map(Point::of).toList())
                            .toList(),
                    cells.stream().map(Dashboard.Cell::definition).toList());
        }

        private static Optional<String> reason(Trend trend) {
            return trend.reason().map(Trend.Reason::word);
        }
    }

    record Point(YearMonth month, boolean complete, Optional<Exact> value) {
        static Point of(Dashboard.Point point) {
            boolean complete = switch (point.completeness()) {
                case COMPLETE -> true;
                case PARTIAL -> false;
            };
            return new Point(point.month(), complete, point.value());
        }
    }

    record Item(String topic, List<String> points, String title) {
        static Item of(AgendaItem item) {
            return new Item(item.topic(), item.points(), item.title());
        }
    }

    record Followed(
            long entry,
            YearMonth month,
            Instant at,
            String by,
            String recommended,
            String decision,
            Optional<String> reason,
            Optional<String> second,
            Optional<LedgerDocument.ActionOf> action,
            Optional<AnswerTo> answer,
            List<Moved> movements) {
        static Followed of(FollowUp followUp) {
            PastDecision past = followUp.decision();
            return new Followed(
                    past.entry(),
                    past.month(),
                    past.at(),
                    past.by(),
                    past.recommended().word(),
                    past.decision().word(),
                    past.reason(),
                    past.second(),
                    past.action().map(LedgerDocument.ActionOf::of),
                    past.answer().map(AnswerTo::of),
                    followUp.movements().stream().map(Moved::of).toList());
        }
    }

    record AnswerTo(long entry, YearMonth month, String outcome, String text) {
        static AnswerTo of(PastDecision.Answered answer) {
            return new AnswerTo(answer.entry(), answer.month(), answer.outcome().word(), answer.text());
        }
    }

    record Moved(
            String indicator,
            String name,
            String course,
            Optional<Exact> before,
            Optional<Exact> now,
            Optional<String> unit,
            String beforeText,
            String nowText) {
        static Moved of(FollowUp.Movement movement) {
            return new Moved(
                    movement.indicator().value(),
                    movement.name(),
                    movement.course().word(),
                    movement.before(),
                    movement.now(),
                    movement.unit().map(Unit::id),
                    movement.beforeText(),
                    movement.nowText());
        }
    }
}
