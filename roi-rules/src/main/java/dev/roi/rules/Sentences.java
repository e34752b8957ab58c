package dev.roi.rules;

import dev.roi.core.BlockId;
import dev.roi.core.Breakdown;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Lever;
import dev.roi.core.LeverId;
import dev.roi.core.Reading;
import dev.roi.core.Snapshot;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.Workflow;
import dev.roi.core.text.Template;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.assessment.IndicatorState.PartState;
import dev.roi.rules.facts.Fact.Comparison.Result;
import dev.roi.rules.facts.Fact.Part.Authorised;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Threshold;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fills the templates of a policy with what a month says. For use by one thread. */
final class Sentences {

    /** The most parts of an amount that a sentence names; the others are one. */
    private static final int MOST_PARTS = 6;

    private static final Unit POINTS = new Unit("points");

    private final Policy policy;
    private final Assessment assessment;
    private final Texts texts;

    // what a dashboard, an agenda and reasons say of an indicator is mostly the same
    private final Map<IndicatorId, String> readingTexts = new HashMap<>();
    private final Map<IndicatorId, Optional<String>> baselineTexts = new HashMap<>();
    private final Map<IndicatorId, Optional<String>> changeTexts = new HashMap<>();

    Sentences(Policy policy, Assessment assessment, Texts texts) {
        this.policy = policy;
        this.assessment = assessment;
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** Fills a template; what it needs and nothing is known of reads as unknown. */
    String fill(Template template, Map<String, String> details) {
        Function<String, Optional<String>> values = name -> value(name, details)
                .or(() -> template.required().contains(name)
                        ? Optional.of(texts.phrase(Phrase.UNKNOWN).toString())
                        : Optional.empty());
        return template.render(values);
    }

    String phrase(Phrase phrase, Map<String, String> details) {
        return fill(texts.phrase(phrase), details);
    }

    String phrase(Phrase phrase) {
        return phrase(phrase, Map.of());
    }

    /** Fills a template and begins it with a capital letter. */
    String sentence(Template template, Map<String, String> details) {
        return capital(fill(template, details));
    }

    String capital(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(texts.language().locale()) + text.substring(first);
    }

    private Optional<String> value(String name, Map<String, String> details) {
        String detail = details.get(name);
        if (detail != null) {
            return Optional.of(detail);
        }
        int stop = name.indexOf('.');
        if (stop < 0) {
            return find(name).flatMap(state -> state.reading().known().map(known -> valueText(state, known.value())));
        }
        Optional<IndicatorState> state = find(name.substring(0, stop));
        if (state.isPresent()) {
            Optional<String> said = ofIndicator(state.get(), name.substring(stop + 1));
            if (said.isPresent()) {
                return said;
            }
        }
        return dev.roi.core.Names.isDotted(name)
                ? Optional.ofNullable(policy.thresholds().get(new ThresholdId(name)))
                        .map(this::thresholdText)
                : Optional.empty();
    }

    private Optional<IndicatorState> find(String name) {
        return policy.indicators().named(name).map(indicator -> assessment.indicator(indicator.id()));
    }

    private Optional<String> ofIndicator(IndicatorState state, String detail) {
        return switch (detail) {
            case "baseline" -> baselineText(state);
            case "change" -> state.reading().known().flatMap(known -> changeText(state));
            case "gain" ->
                state.comparison()
                        .filter(comparison -> !state.isStale() && comparison.result() == Result.BETTER)
                        .flatMap(comparison -> changeText(state));
            case "name" -> Optional.of(name(state.indicator().id()));
            case "brief" -> Optional.of(brief(state.indicator().id()));
            case "definition" -> definition(state);
            case "measured-as" -> state.reading().known().flatMap(Reading.Known::definition);
            case "largest-part" -> largestPart(state);
            case "smallest-part" -> smallestPart(state);
            case "grown-part" -> grownPart(state);
            case "parts" -> allParts(state);
            default -> Optional.empty();
        };
    }

    Lever lever(LeverId id) {
        return texts.lever(id);
    }

    String name(IndicatorId id) {
        Texts.IndicatorWords words = texts.indicators().get(id);
        return words == null ? id.value() : words.name();
    }

    /** Names an indicator, with the definition of its reading where the policy distinguishes several. */
    String fullName(IndicatorState state) {
        String name = name(state.indicator().id());
        return definition(state).map(words -> name + " (" + words + ")").orElse(name);
    }

    Optional<String> definition(IndicatorState state) {
        return state.indicator().definitions().isEmpty()
                ? Optional.empty()
                : state.reading().known().flatMap(Reading.Known::definition).map(texts::definition);
    }

    String brief(IndicatorId id) {
        Texts.IndicatorWords words = texts.indicators().get(id);
        return words == null ? id.value() : words.brief();
    }

    /** Names a block within a sentence. */
    String blockName(BlockId id) {
        Texts.BlockWords words = texts.blocks().get(id);
        return words == null
                ? id.value()
                : words.name().toLowerCase(texts.language().locale());
    }

    /** Says what an indicator is, against its baseline. */
    String comparison(IndicatorState state) {
        Map<String, String> details = new HashMap<>();
        details.put("indicator", brief(state.indicator().id()));
        details.put("value", readingText(state));
        baselineText(state).ifPresent(text -> details.put("baseline", text));
        changeText(state).ifPresent(text -> details.put("change", text));
        return phrase(Phrase.GAIN, details);
    }

    /** Puts a remark behind a value. */
    static String remarked(String value, String remark) {
        return "%s (%s)".formatted(value, remark);
    }

    /** Writes a value so that it can be told from the one that it is held against. */
    String valueText(IndicatorState state, Exact value, Optional<Exact> held) {
        return number(value, unit(state.indicator()), held);
    }

    String valueText(IndicatorState state, Exact value) {
        return texts.quantities().format(value, unit(state.indicator()));
    }

    /** Writes a number so that it can be told from the one that it is held against. */
    String number(Exact number, Unit unit, Optional<Exact> held) {
        return held.map(against -> texts.quantities().format(number, unit, against))
                .orElseGet(() -> number(number, unit));
    }

    /** Writes a change so that it can be told from the one that it is held against. */
    String change(Exact change, Unit unit, Optional<Exact> held) {
        return held.map(against -> texts.quantities().change(change, unit, against))
                .orElseGet(() -> texts.quantities().change(change, unit));
    }

    String number(Exact number, Unit unit) {
        return texts.quantities().format(number, unit);
    }

    /** Writes the month's value, or that it is unknown and why. */
    String readingText(IndicatorState state) {
        return readingTexts.computeIfAbsent(
                state.indicator().id(),
                id -> state.reading().fold(known -> knownText(state, known), unknown -> phrase(Phrase.UNKNOWN)));
    }

    /** Writes a value with its uncertainty. */
    String knownText(IndicatorState state, Reading.Known known) {
        return knownText(state, known, Optional.empty());
    }

    /** Writes a value with its uncertainty so that it can be told from the one that it is held against. */
    String knownText(IndicatorState state, Reading.Known known, Optional<Exact> held) {
        String value = valueText(state, known.value(), held)
                + known.uncertainty()
                        .map(doubt -> " ± " + valueText(state, doubt))
                        .orElse("");
        return marked(value, state, known);
    }

    /** Writes a value with what it says of itself, so that it can be told from the one that it is held against. */
    String saidText(IndicatorState state, Reading.Known known, Optional<Exact> held) {
        return marked(valueText(state, known.value(), held), state, known);
    }

    private String marked(String value, IndicatorState state, Reading.Known known) {
        String bound = switch (known.bound()) {
            case EXACT -> value;
            case AT_LEAST -> phrase(Phrase.AT_LEAST, Map.of("value", value));
            case AT_MOST -> phrase(Phrase.AT_MOST, Map.of("value", value));
        };
        List<String> marks = new ArrayList<>();
        known.covers()
                .ifPresent(days ->
                        marks.add(phrase(Phrase.DAYS_ONLY, Map.of("from", day(days.from()), "to", day(days.to())))));
        switch (known.status()) {
            case FINAL -> {}
            case PROVISIONAL -> marks.add(phrase(Phrase.PROVISIONAL));
            case RESTATED -> marks.add(phrase(Phrase.RESTATED));
        }
        if (state.indicator().trust().isOfTooFew(known)) {
            marks.add(phrase(Phrase.CASES, Map.of("cases", number(known.sample().orElseThrow(), Unit.COUNT))));
        }
        return marks.isEmpty() ? bound : remarked(bound, String.join(", ", marks));
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM", texts.language().locale()));
    }

    /** Says why a reading may be another number than the one that it gives. */
    Optional<String> caveatText(IndicatorState state, Reading.Known known) {
        return switch (assessment.caveat(state.indicator(), known)) {
            case CERTAIN -> Optional.empty();
            case UNCERTAIN -> Optional.of(phrase(Phrase.CAVEAT_UNCERTAIN));
            case BOUND -> Optional.of(phrase(Phrase.CAVEAT_BOUND));
            case PROVISIONAL -> Optional.of(phrase(Phrase.CAVEAT_PROVISIONAL));
            case PARTIAL -> Optional.of(phrase(Phrase.CAVEAT_PARTIAL));
            case FEW_CASES ->
                Optional.of(phrase(
                        Phrase.CAVEAT_FEW_CASES,
                        Map.of(
                                "least",
                                number(state.indicator().trust().leastSample().orElseThrow(), Unit.COUNT))));
        };
    }

    Optional<String> baselineText(IndicatorState state) {
        return baselineTexts.computeIfAbsent(
                state.indicator().id(), id -> state.baselineValue().map(value -> valueText(state, value)));
    }

    Optional<String> changeText(IndicatorState state) {
        return changeTexts.computeIfAbsent(
                state.indicator().id(),
                id -> state.comparison()
                        .flatMap(comparison -> comparison.change())
                        .map(change -> state.indicator().unit().equals(Unit.PERCENT)
                                ? pointsText(state)
                                : texts.quantities()
                                        .change(
                                                change,
                                                Unit.PERCENT,
                                                state.indicator().tolerance())));
    }

    /** A share changes by points: from 14 % to 23.7 % are 9.7 of them. */
    private String pointsText(IndicatorState state) {
        Exact before = state.baselineValue().orElseThrow();
        Exact now = state.latest().orElseThrow().value();
        Exact tolerated =
                before.magnitude().times(state.indicator().tolerance()).dividedBy(Exact.HUNDRED);
        return texts.quantities().change(now.minus(before), POINTS, tolerated);
    }

    String thresholdText(Threshold threshold) {
        String value = texts.quantities().format(threshold.value(), unit(threshold.unit()));
        return threshold
                .counted()
                .map(exception -> "%s (%s)".formatted(value, exception.because()))
                .orElse(value);
    }

    /** Says why a reading is not known; what was given and is not used is said with it, for it is not lost. */
    String reasonText(IndicatorState state, Reading.Unknown unknown) {
        String reason = phrase(
                switch (unknown.reason()) {
                    case NOT_INSTRUMENTED -> Phrase.REASON_NOT_INSTRUMENTED;
                    case SCATTERED -> Phrase.REASON_SCATTERED;
                    case NOT_DUE -> Phrase.REASON_NOT_DUE;
                    case NOT_REPORTED -> Phrase.REASON_NOT_REPORTED;
                    case NO_CASES -> Phrase.REASON_NO_CASES;
                    case OTHER_UNIT -> Phrase.REASON_OTHER_UNIT;
                    case OTHER_POPULATION -> Phrase.REASON_OTHER_POPULATION;
                    case WITHOUT_BASIS -> Phrase.REASON_WITHOUT_BASIS;
                });
        return notUsed(state, unknown)
                .map(given -> "%s, %s".formatted(reason, given))
                .orElse(reason);
    }

    /** Returns what is remarked on a reading that is not known, what was given and is not used before it. */
    Optional<String> remark(IndicatorState state, Reading.Unknown unknown) {
        List<String> said = Stream.of(notUsed(state, unknown), unknown.note())
                .flatMap(Optional::stream)
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", said));
    }

    private Optional<String> notUsed(IndicatorState state, Reading.Unknown unknown) {
        return switch (unknown.reason()) {
            case OTHER_UNIT, OTHER_POPULATION, WITHOUT_BASIS ->
                assessment
                        .given(state.indicator().id())
                        .map(given -> texts.quantities()
                                .format(
                                        given.value(),
                                        unit(given.unit()
                                                .orElse(state.indicator().unit()))));
            case NOT_INSTRUMENTED, SCATTERED, NOT_DUE, NOT_REPORTED, NO_CASES -> Optional.empty();
        };
    }

    Unit unit(Indicator indicator) {
        return assessment.unit(indicator);
    }

    private Unit unit(Unit unit) {
        return unit.equals(Unit.CURRENCY)
                ? assessment.scorecard().currency().map(Unit::new).orElse(unit)
                : unit;
    }

    String partName(Dimension dimension, String name) {
        return partName(dimension.word(), name);
    }

    /** Names a part: a workflow as the register has it, anything else as the texts have it. */
    String partName(String dimension, String name) {
        return assessment.scorecard().workflows().stream()
                .filter(workflow -> dimension.equals(Dimension.WORKFLOW.word())
                        && workflow.id().equals(name))
                .map(Workflow::name)
                .findFirst()
                .orElseGet(() -> texts.part(name));
    }

    private Optional<String> largestPart(IndicatorState state) {
        return parts(state)
                .max(Comparator.comparing(PartState::value).thenComparing(PartState::name, Comparator.reverseOrder()))
                .filter(part -> !part.name().equals(Breakdown.UNASSIGNED))
                .map(part -> partText(state, part));
    }

    /** Names the part with the lowest value of several; what is tied to none is nobody's. */
    private Optional<String> smallestPart(IndicatorState state) {
        List<PartState> named = parts(state)
                .filter(part -> !part.name().equals(Breakdown.UNASSIGNED))
                .toList();
        return named.stream()
                .min(Comparator.comparing(PartState::value).thenComparing(PartState::name))
                .filter(part -> named.size() > 1)
                .map(part -> partText(state, part));
    }

    /** Lists the parts that are not nothing, the largest first, and what is left of many as one. */
    private Optional<String> allParts(IndicatorState state) {
        List<PartState> some = parts(state)
                .filter(part -> !part.value().isZero())
                .sorted(Comparator.comparing(PartState::value).reversed().thenComparing(PartState::name))
                .toList();
        int named = some.size() <= MOST_PARTS + 1 ? some.size() : MOST_PARTS;
        List<String> texts = new ArrayList<>();
        for (PartState part : some.subList(0, named)) {
            String value = valueText(state, part.value());
            texts.add(remarked(
                    partName(part.dimension().word(), part.name()),
                    part.authorised() == Authorised.NO && !part.name().equals(Breakdown.UNASSIGNED)
                            ? "%s, %s".formatted(value, phrase(Phrase.NOT_AUTHORISED))
                            : value));
        }
        if (named < some.size()) {
            Exact rest = some.subList(named, some.size()).stream()
                    .map(PartState::value)
                    .reduce(Exact.ZERO, Exact::plus);
            texts.add(remarked(
                    phrase(
                            Phrase.PART_OTHERS,
                            Map.of("count", number(Exact.of((long) some.size() - named), Unit.COUNT))),
                    valueText(state, rest)));
        }
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(this.texts.quantities().list(texts));
    }

    private String partText(IndicatorState state, PartState part) {
        return "%s (%s)".formatted(texts.part(part.name()), valueText(state, part.value()));
    }

    static Stream<PartState> parts(IndicatorState state) {
        return state.parts().stream()
                .filter(part -> part.dimension() == state.parts().get(0).dimension());
    }

    /** Names the part that grew most since the first month that gives such parts, or else the largest one. */
    private Optional<String> grownPart(IndicatorState state) {
        Map<String, Reading.Part> before = firstParts(state);
        return parts(state)
                .filter(part -> before.containsKey(part.name()))
                .filter(part -> growth(part, before).signum() > 0)
                .max(Comparator.comparing((PartState part) -> growth(part, before))
                        .thenComparing(PartState::name, Comparator.reverseOrder()))
                .map(part -> phrase(
                        Phrase.PART_GROWN,
                        Map.of(
                                "part", texts.part(part.name()),
                                "growth", valueText(state, growth(part, before)),
                                "month",
                                        firstPartsOf(state)
                                                .map(texts.quantities()::month)
                                                .orElse(""))))
                .or(() -> largestPart(state));
    }

    private static Exact growth(PartState part, Map<String, Reading.Part> before) {
        Reading.Part earlier = before.get(part.name());
        return earlier == null ? Exact.ZERO : part.value().minus(earlier.value());
    }

    /** The parts of the first month that gives such parts. */
    Map<String, Reading.Part> firstParts(IndicatorState state) {
        return firstWithParts(state)
                .map(first -> parts(state, first).orElse(Map.of()))
                .orElse(Map.of());
    }

    /** The first month that gives such parts. */
    Optional<YearMonth> firstPartsOf(IndicatorState state) {
        return firstWithParts(state).map(Snapshot::month);
    }

    private Optional<Snapshot> firstWithParts(IndicatorState state) {
        return assessment.history().stream()
                .filter(Snapshot::isComplete)
                .filter(snapshot -> snapshot.month().isBefore(assessment.month()))
                .filter(snapshot -> parts(state, snapshot).isPresent())
                .findFirst();
    }

    /** Parts are compared under one definition and in one unit only. */
    private Optional<Map<String, Reading.Part>> parts(IndicatorState state, Snapshot snapshot) {
        Optional<Reading.Known> now = state.reading().known();
        if (now.isEmpty() || state.parts().isEmpty()) {
            return Optional.empty();
        }
        Dimension dimension = state.parts().get(0).dimension();
        return assessment
                .reading(state.indicator(), snapshot)
                .known()
                .filter(known -> known.definition().equals(now.get().definition()))
                .map(known -> known.by().getOrDefault(dimension, Map.of()))
                .filter(parts -> !parts.isEmpty());
    }
}
