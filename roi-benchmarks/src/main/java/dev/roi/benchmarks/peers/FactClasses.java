package dev.roi.benchmarks.peers;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The classes of facts, and their fields as functions, as a user of an engine would write them. */
final class FactClasses {

    private static final Map<FactType, Map<String, Function<Fact, Object>>> FIELDS = new EnumMap<>(FactType.class);

    static {
        for (FactType type : FactType.values()) {
            FIELDS.put(type, fields(type));
        }
    }

    private FactClasses() {}

    static List<Class<? extends Fact>> all() {
        List<Class<? extends Fact>> all = new ArrayList<>();
        Arrays.stream(FactType.values())
                .filter(type -> type != FactType.THRESHOLD)
                .forEach(type -> all.add(Fact.classOf(type)));
        return all;
    }

    /** Returns a function that reads a field of the facts of a type. */
    static Function<Fact, Object> field(FactType type, String name) {
        Function<Fact, Object> field = FIELDS.getOrDefault(type, Map.of()).get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field (%s) of (%s)".formatted(name, type));
        }
        return field;
    }

    private static Map<String, Function<Fact, Object>> fields(FactType type) {
        return switch (type) {
            case READING ->
                Map.of(
                        "indicator", fact -> ((Fact.ReadingFact) fact).indicator(),
                        "block", fact -> ((Fact.ReadingFact) fact).block(),
                        "value", fact -> ((Fact.ReadingFact) fact).value(),
                        "due", fact -> ((Fact.ReadingFact) fact).due(),
                        "needed", fact -> ((Fact.ReadingFact) fact).needed());
            case LATEST ->
                Map.of(
                        "indicator", fact -> ((Fact.LatestFact) fact).indicator(),
                        "block", fact -> ((Fact.LatestFact) fact).block(),
                        "value", fact -> ((Fact.LatestFact) fact).value(),
                        "due", fact -> ((Fact.LatestFact) fact).due(),
                        "needed", fact -> ((Fact.LatestFact) fact).needed(),
                        "dark", fact -> ((Fact.LatestFact) fact).dark());
            case UNKNOWN ->
                Map.of(
                        "indicator", fact -> ((Fact.UnknownFact) fact).indicator(),
                        "block", fact -> ((Fact.UnknownFact) fact).block(),
                        "reason", fact -> ((Fact.UnknownFact) fact).reason(),
                        "needed", fact -> ((Fact.UnknownFact) fact).needed());
            case NOT_DUE ->
                Map.of(
                        "indicator", fact -> ((Fact.NotDueFact) fact).indicator(),
                        "block", fact -> ((Fact.NotDueFact) fact).block(),
                        "needed", fact -> ((Fact.NotDueFact) fact).needed());
            case COMPARISON ->
                Map.of(
                        "indicator", fact -> ((Fact.ComparisonFact) fact).indicator(),
                        "block", fact -> ((Fact.ComparisonFact) fact).block(),
                        "result", fact -> ((Fact.ComparisonFact) fact).result(),
                        "leaning", fact -> ((Fact.ComparisonFact) fact).leaning(),
                        "atWorst", fact -> ((Fact.ComparisonFact) fact).atWorst(),
                        "needed", fact -> ((Fact.ComparisonFact) fact).needed(),
                        "oneSided", fact -> ((Fact.ComparisonFact) fact).oneSided(),
                        "dark", fact -> ((Fact.ComparisonFact) fact).dark());
            case STRADDLING ->
                Map.of(
                        "indicator", fact -> ((Fact.StraddlingFact) fact).indicator(),
                        "block", fact -> ((Fact.StraddlingFact) fact).block(),
                        "needed", fact -> ((Fact.StraddlingFact) fact).needed());
            case BLOCK ->
                Map.of(
                        "id", fact -> ((Fact.BlockFact) fact).id(),
                        "state", fact -> ((Fact.BlockFact) fact).state());
            case RUN ->
                Map.of(
                        "of", fact -> ((Fact.RunFact) fact).of(),
                        "months", fact -> ((Fact.RunFact) fact).months(),
                        "possible", fact -> ((Fact.RunFact) fact).possible());
            case PART ->
                Map.of(
                        "indicator", fact -> ((Fact.PartFact) fact).indicator(),
                        "block", fact -> ((Fact.PartFact) fact).block(),
                        "dimension", fact -> ((Fact.PartFact) fact).dimension(),
                        "name", fact -> ((Fact.PartFact) fact).name(),
                        "value", fact -> ((Fact.PartFact) fact).value(),
                        "share", fact -> ((Fact.PartFact) fact).share(),
                        "outside", fact -> ((Fact.PartFact) fact).outside(),
                        "authorised", fact -> ((Fact.PartFact) fact).authorised());
            case GROWTH ->
                Map.of(
                        "indicator", fact -> ((Fact.GrowthFact) fact).indicator(),
                        "block", fact -> ((Fact.GrowthFact) fact).block(),
                        "percent", fact -> ((Fact.GrowthFact) fact).percent());
            case TREND ->
                Map.of(
                        "indicator", fact -> ((Fact.TrendFact) fact).indicator(),
                        "block", fact -> ((Fact.TrendFact) fact).block(),
                        "course", fact -> ((Fact.TrendFact) fact).course(),
                        "needed", fact -> ((Fact.TrendFact) fact).needed());
            case SCOPE ->
                Map.of(
                        "level", fact -> ((Fact.ScopeFact) fact).level(),
                        "monthsOfUse", fact -> ((Fact.ScopeFact) fact).monthsOfUse(),
                        "gap", fact -> ((Fact.ScopeFact) fact).gap());
            case THRESHOLD -> Map.of();
        };
    }
}
