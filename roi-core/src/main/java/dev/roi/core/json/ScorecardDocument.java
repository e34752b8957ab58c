package dev.roi.core.json;

import dev.roi.core.Baseline;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.PolicyId;
import dev.roi.core.Portfolio;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.core.Workflow;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scorecard as its document has it: components in the order of the keys; what is empty is left out. */
record ScorecardDocument(
        String format,
        Optional<String> policy,
        ScopeOf scope,
        Optional<String> currency,
        List<Entry> workflows,
        Map<String, Object> baselines,
        List<Month> snapshots) {

    static ScorecardDocument of(Scorecard scorecard) {
        return of(scorecard, Comparator.naturalOrder());
    }

    static ScorecardDocument of(Scorecard scorecard, Comparator<IndicatorId> order) {
        Map<String, Object> baselines = new LinkedHashMap<>();
        scorecard.baselines().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .forEach(given -> baselines.put(given.getKey().value(), baseline(given.getValue())));
        return new ScorecardDocument(
                ScorecardReader.FORMAT,
                scorecard.policy().map(PolicyId::value),
                ScopeOf.of(scorecard.scope()),
                scorecard.currency(),
                scorecard.workflows().stream().map(Entry::of).toList(),
                baselines,
                scorecard.snapshots().stream()
                        .map(snapshot -> Month.of(snapshot, order))
                        .toList());
    }

    static Together of(Portfolio portfolio) {
        return new Together(
                Gathering.PORTFOLIO_FORMAT,
                portfolio.scorecards().stream().map(ScorecardDocument::of).toList());
    }

    private static Object baseline(Baseline baseline) {
        return baseline.<Object>fold(
                defined -> {
                    boolean bare = Baseline.of(defined.value()).equals(defined);
                    return bare ? defined.value() : Compared.of(defined);
                },
                undefined -> new NotKnown(UnknownReason.NOT_REPORTED.word(), undefined.note()));
    }

    private static Object reading(Reading reading) {
        return reading.<Object>fold(
                known -> {
                    boolean bare = Reading.of(known.value()).equals(known);
                    return bare ? known.value() : Measured.of(known);
                },
                unknown -> switch (unknown.reason()) {
                    case NO_CASES -> new Cases(Exact.ZERO, Exact.ZERO, unknown.note());
                    case OTHER_UNIT, WITHOUT_BASIS -> new NotKnown(UnknownReason.NOT_REPORTED.word(), unknown.note());
                    case NOT_INSTRUMENTED, SCATTERED, NOT_DUE, NOT_REPORTED ->
                        new NotKnown(unknown.reason().word(), unknown.note());
                });
    }

    private static Object part(Reading.Part part) {
        Optional<Object> cases =
                part.rate().map(rate -> new Cases(rate.numerator(), rate.denominator(), Optional.empty()));
        return cases.orElse(part.value());
    }

    record Together(String format, List<ScorecardDocument> scorecards) {}

    record ScopeOf(String level, String id, String name, Optional<YearMonth> firstUse) {
        static ScopeOf of(Scope scope) {
            return new ScopeOf(scope.level().word(), scope.id(), scope.name(), scope.firstUse());
        }
    }

    record Entry(String id, String name, boolean authorised, boolean priority, Optional<String> owner) {
        static Entry of(Workflow workflow) {
            return new Entry(
                    workflow.id(),
                    workflow.name(),
                    workflow.authorisation() == Workflow.Authorisation.AUTHORISED,
                    workflow.priority() == Workflow.Priority.PRIORITY,
                    workflow.owner());
        }
    }

    record Compared(
            Exact value,
            Optional<String> period,
            Optional<String> method,
            Optional<String> definition,
            Optional<String> note) {
        static Compared of(Baseline.Defined baseline) {
            return new Compared(
                    baseline.value(), baseline.period(), baseline.method(), baseline.definition(), baseline.note());
        }
    }

    record NotKnown(String unknown, Optional<String> note) {}

    record Cases(Exact numerator, Exact denominator, Optional<String> note) {}

    record Month(YearMonth month, boolean complete, Map<String, Object> readings) {
        static Month of(Snapshot snapshot, Comparator<IndicatorId> order) {
            Map<String, Object> readings = new LinkedHashMap<>();
            snapshot.readings().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(order))
                    .forEach(given -> readings.put(given.getKey().value(), reading(given.getValue())));
            return new Month(snapshot.month(), snapshot.isComplete(), readings);
        }
    }

    record Measured(
            Optional<Exact> value,
            Optional<Exact> numerator,
            Optional<Exact> denominator,
            Map<String, Map<String, Object>> by,
            Optional<String> definition,
            Optional<String> unit,
            Optional<String> source,
            Optional<Exact> sample,
            Optional<Exact> uncertainty,
            Optional<String> note) {
        static Measured of(Reading.Known reading) {
            Map<String, Map<String, Object>> by = new LinkedHashMap<>();
            reading.by().forEach((dimension, parts) -> {
                Map<String, Object> named = new LinkedHashMap<>();
                parts.forEach((name, part) -> named.put(name, part(part)));
                by.put(dimension.word(), named);
            });
            return new Measured(
                    reading.rate().isPresent() ? Optional.empty() : Optional.of(reading.value()),
                    reading.rate().map(Reading.Rate::numerator),
                    reading.rate().map(Reading.Rate::denominator),
                    by,
                    reading.definition(),
                    reading.unit().map(Unit::id),
                    reading.source(),
                    reading.sample(),
                    reading.uncertainty(),
                    reading.note());
        }
    }
}
