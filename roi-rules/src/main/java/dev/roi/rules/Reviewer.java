package dev.roi.rules;

import dev.roi.core.AgendaItem;
import dev.roi.core.Breakdown;
import dev.roi.core.Dashboard;
import dev.roi.core.Dashboard.Cell;
import dev.roi.core.Dashboard.Row;
import dev.roi.core.Dimension;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.LeverId;
import dev.roi.core.Nature;
import dev.roi.core.PartialMonth;
import dev.roi.core.Questions;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Remark;
import dev.roi.core.Review;
import dev.roi.core.Snapshot;
import dev.roi.core.Trend;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.View;
import dev.roi.core.ViewId;
import dev.roi.core.Workflow;
import dev.roi.core.text.Template;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.Comparison;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.facts.BlockState;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Views;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the review of one scope and month around its recommendation. For use by one thread. */
final class Reviewer {

    private static final List<Trend.Course> WORST_FIRST =
            List.of(Trend.Course.WORSENING, Trend.Course.UNDETERMINED, Trend.Course.STABLE, Trend.Course.IMPROVING);

    /** What is worse than it was, or outside its target. */
    private static final int WORST = 0;

    private final Policy policy;
    private final Assessment assessment;
    private final Sentences sentences;
    private final Cells cells;
    private final Recommendation recommendation;
    private final ReviewRequest request;
    private final List<Snapshot> begun;
    private final List<UnknownIndicator> unknown;
    private final Map<String, String> overall;

    Reviewer(
            Policy policy,
            Assessment assessment,
            Sentences sentences,
            Recommendation recommendation,
            ReviewRequest request,
            List<Snapshot> begun) {
        this.policy = policy;
        this.assessment = assessment;
        this.sentences = sentences;
        this.cells = new Cells(policy, assessment, sentences);
        this.recommendation = recommendation;
        this.request = request;
        this.begun = begun;
        this.unknown = unknown();
        this.overall = details();
    }

    Review review() {
        List<String> needs = needs();
        FollowUps asked = new FollowUps(assessment, sentences);
        return new Review(
                policy.ref(),
                assessment.scorecard().scope(),
                assessment.month(),
                assessment.scorecard().currency(),
                sentences.texts().language(),
                recommendation.decision(),
                recommendation.headline(),
                recommendation.levers().stream().map(sentences::lever).toList(),
                recommendation.justifications(),
                unknown,
                new Dashboard(policy.views().dashboard().stream().map(this::row).toList()),
                questions(),
                agenda(needs),
                needs,
                asked.all(),
                begun.stream().map(this::partial).toList(),
                Map.of(),
                asked.stopped(),
                remarks());
    }

    private List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>(Remarks.on(assessment, sentences));
        remarks.addAll(new Restatements(assessment, sentences).since(request.recorded()));
        return remarks;
    }

    /** Returns one reader's view, which selects and orders what the review knows. */
    View view(ViewId id) {
        Views.ReaderView shown = policy.views().readers().get(id);
        Texts.ViewWords said = sentences.texts().views().get(id);
        if (shown == null || said == null) {
            throw new IllegalArgumentException("no view (%s)".formatted(id));
        }
        Set<IndicatorId> seen = new LinkedHashSet<>();
        shown.rows().forEach(seen::addAll);
        return new View(
                id,
                said.title(),
                policy.ref(),
                assessment.scorecard().scope(),
                assessment.month(),
                sentences.texts().language(),
                recommendation.decision(),
                recommendation.headline(),
                sentences.fill(said.headline(), overall),
                recommendation.levers().stream().map(sentences::lever).toList(),
                shown.rows().stream().map(ids -> line(ids, shown.parts())).toList(),
                said.questions().stream()
                        .map(asked -> new View.Answer(asked.question(), sentences.sentence(asked.answer(), overall)))
                        .filter(answer -> !answer.answer().isBlank())
                        .toList(),
                recommendation.justifications().stream()
                        .filter(reason -> isAbout(reason, seen) || makesTheDecision(reason))
                        .toList(),
                unknown.stream()
                        .filter(missing -> seen.contains(missing.indicator()))
                        .toList(),
                new FollowUps(assessment, sentences).stopped());
    }

    private static boolean isAbout(Justification reason, Collection<IndicatorId> indicators) {
        return reason.evidence().stream().anyMatch(evidence -> indicators.contains(evidence.indicator()));
    }

    /** Whoever sees a part of a review sees why it stops or adjusts, and the first thing that keeps it from extending. */
    private boolean makesTheDecision(Justification reason) {
        return switch (recommendation.decision()) {
            case STOP -> reason.effect() == Effect.STOP;
            case ADJUST -> reason.effect() == Effect.ADJUST;
            case MAINTAIN -> isFirst(reason, Effect.BLOCKS_EXTEND);
            case EXTEND -> isFirst(reason, Effect.SUPPORTS);
        };
    }

    private boolean isFirst(Justification reason, Effect effect) {
        return recommendation.justifications().stream()
                .filter(other -> other.effect() == effect)
                .findFirst()
                .filter(reason::equals)
                .isPresent();
    }

    private View.Line line(List<IndicatorId> ids, List<Dimension> dimensions) {
        List<View.Part> parts = new ArrayList<>();
        for (IndicatorId id : ids) {
            IndicatorState state = assessment.indicator(id);
            for (Dimension dimension : dimensions) {
                state.parts().stream()
                        .filter(part -> part.dimension() == dimension)
                        .filter(part -> !part.name().equals(Breakdown.UNASSIGNED)
                                || !part.value().isZero())
                        .forEach(part -> parts.add(new View.Part(
                                id,
                                dimension,
                                part.name(),
                                sentences.partName(dimension, part.name()),
                                part.value(),
                                sentences.valueText(state, part.value()))));
            }
        }
        return new View.Line(row(ids), parts);
    }

    private PartialMonth partial(Snapshot snapshot) {
        List<PartialMonth.Reading> readings = new ArrayList<>();
        for (IndicatorId id : new LinkedHashSet<>(
                policy.views().dashboard().stream().flatMap(List::stream).toList())) {
            IndicatorState state = assessment.indicator(id);
            assessment
                    .reading(state.indicator(), snapshot)
                    .known()
                    .ifPresent(known -> readings.add(new PartialMonth.Reading(
                            id,
                            sentences.name(id),
                            known.value(),
                            sentences.unit(state.indicator()),
                            sentences.knownText(state, known))));
        }
        return new PartialMonth(snapshot.month(), readings);
    }

    private List<UnknownIndicator> unknown() {
        List<UnknownIndicator> unknown = new ArrayList<>();
        for (IndicatorState state : assessment.indicators()) {
            if (!isShown(state)) {
                continue;
            }
            state.reading()
                    .fold(
                            known -> false,
                            missing -> unknown.add(new UnknownIndicator(
                                    state.indicator().id(),
                                    sentences.name(state.indicator().id()),
                                    missing.reason(),
                                    sentences.remark(state, missing))));
        }
        return unknown;
    }

    /** Of what nobody is asked for, only what is known is shown. */
    private static boolean isShown(IndicatorState state) {
        return state.indicator().shown() == Indicator.Shown.ALWAYS
                || state.reading().known().isPresent();
    }

    private Row row(List<IndicatorId> ids) {
        List<Cell> shown = ids.stream().map(cells::of).toList();
        Trend trend = shown.stream()
                .map(Cell::trend)
                .min(Comparator.comparing(each -> WORST_FIRST.indexOf(each.course())))
                .orElseThrow();
        var block = policy.indicators().indicator(ids.get(0)).block();
        Texts.BlockWords words = sentences.texts().blocks().get(block);
        String note = Stream.concat(
                        Stream.of(note(ids, shown)), ids.stream().flatMap(id -> measuredOtherwise(id).stream()))
                .collect(Collectors.joining("; "));
        return new Row(block, words == null ? block.value() : words.name(), shown, trend, note);
    }

    /** Says that an indicator is measured in another way than it was when it was known last; nothing where it is not. */
    private Optional<String> measuredOtherwise(IndicatorId id) {
        IndicatorState state = assessment.indicator(id);
        Optional<String> now = state.reading().known().flatMap(Reading.Known::definition);
        List<Reading> readings = assessment.readings(state.indicator());
        for (int i = readings.size() - 1; i >= 0; i--) {
            Snapshot snapshot = assessment.history().get(i);
            Optional<String> then = readings.get(i).known().flatMap(Reading.Known::definition);
            if (snapshot.month().isBefore(assessment.month()) && then.isPresent()) {
                return now.isEmpty() || now.equals(then)
                        ? Optional.empty()
                        : Optional.of(sentences.phrase(
                                Phrase.NOTE_MEASURED_OTHERWISE,
                                Map.of(
                                        "indicator", sentences.brief(id),
                                        "month", sentences.texts().quantities().month(snapshot.month()))));
            }
        }
        return Optional.empty();
    }

    /**
     * Says the gravest reason that a row's indicators give, or else how the worse of them compares; and where they are
     * going, where that is another way.
     */
    private String note(List<IndicatorId> ids, List<Cell> shown) {
        IndicatorState worst = ids.stream()
                .map(assessment::indicator)
                .min(Comparator.comparingInt(this::rank))
                .orElseThrow();
        List<Justification> reasons = recommendation.justifications();
        Optional<Justification> gravest = reasons.stream()
                .filter(reason -> reason.evidence().stream()
                        .findFirst()
                        .filter(evidence -> ids.contains(evidence.indicator()))
                        .isPresent())
                .filter(reason -> speaksAgainst(reason) || rank(worst) != WORST)
                .findFirst();
        boolean isBad = gravest.map(Reviewer::speaksAgainst).orElse(rank(worst) == WORST);
        String note = gravest.map(this::withFigure)
                .orElseGet(() -> comparisonNote(
                        ids,
                        worst,
                        reasons.stream().filter(reason -> isAbout(reason, ids)).findFirst()));
        return turning(note, isBad, shown);
    }

    private static boolean speaksAgainst(Justification reason) {
        return reason.effect() != Effect.SUPPORTS && reason.effect() != Effect.NOTE;
    }

    /** That the figure is missing, or the headline of a reason, with the change that it is about where it has no figure of its own. */
    private String withFigure(Justification reason) {
        Optional<String> missing = reason.evidence().stream()
                .findFirst()
                .map(evidence -> assessment.indicator(evidence.indicator()))
                .filter(state -> !state.isStale())
                .flatMap(state -> state.reading()
                        .fold(
                                known -> Optional.<String>empty(),
                                unknown -> Optional.of(sentences.reasonText(state, unknown))));
        if (missing.isPresent()) {
            return sentences.capital(missing.get());
        }
        String headline = sentences.capital(reason.headline());
        return speaksAgainst(reason) && reason.headline().chars().noneMatch(Character::isDigit)
                ? reason.evidence().stream()
                        .findFirst()
                        .map(evidence -> assessment.indicator(evidence.indicator()))
                        .filter(state -> !state.isStale() && rank(state) == WORST)
                        .flatMap(sentences::changeText)
                        .map(change -> Sentences.remarked(headline, change))
                        .orElse(headline)
                : headline;
    }

    /** A note does not contradict the trend beside it. */
    private boolean isAboutATrend(Justification reason) {
        return Optional.ofNullable(policy.rules().get(reason.rule())).stream()
                .flatMap(Rule::allConditions)
                .anyMatch(condition -> condition.type() == FactType.TREND);
    }

    private String turning(String note, boolean isBad, List<Cell> shown) {
        boolean worsens = shown.stream().anyMatch(cell -> cell.trend().course() == Trend.Course.WORSENING);
        boolean improves = shown.stream().allMatch(cell -> cell.trend().course() == Trend.Course.IMPROVING);
        if (!(worsens && !isBad) && !(improves && isBad)) {
            return note;
        }
        boolean isNothing = note.equals(sentences.capital(sentences.phrase(Phrase.NOTE_NOTHING)));
        boolean saysSo = recommendation.justifications().stream()
                .anyMatch(reason -> isAboutATrend(reason) && note.equals(sentences.capital(reason.headline())));
        if (saysSo) {
            return note;
        }
        Phrase way = worsens ? Phrase.NOTE_WORSENING : Phrase.NOTE_IMPROVING;
        return isNothing
                ? sentences.capital(sentences.phrase(way))
                : sentences.phrase(Phrase.NOTE_BUT, Map.of("note", note, "trend", sentences.phrase(way)));
    }

    /** How bad it is what an indicator shows: the worse, the lower. */
    private int rank(IndicatorState state) {
        Optional<Reading.Known> known = state.reading().known();
        if (known.isEmpty()) {
            return 2;
        }
        Optional<Range> target = state.indicator().target();
        if (target.isPresent()) {
            return target.get().contains(known.get().value()) ? 5 : WORST;
        }
        return state.indicator().hasBetterSide()
                ? state.comparison()
                        .map(comparison -> switch (comparison.result()) {
                            case WORSE -> WORST;
                            case UNDETERMINED -> 1;
                            case NOT_COMPARABLE -> 6;
                            case SAME, WITHIN_OBJECTIVE -> 4;
                            case BETTER -> 5;
                        })
                        .orElse(6)
                : 6;
    }

    /** Says how an indicator compares; where there is nothing to say of that, what else rests on it. */
    private String comparisonNote(List<IndicatorId> ids, IndicatorState state, Optional<Justification> otherwise) {
        Map<String, String> details = new LinkedHashMap<>();
        sentences.changeText(state).ifPresent(text -> details.put("change", text));
        Phrase phrase = state.reading()
                .fold(
                        known -> state.indicator()
                                .target()
                                .map(target -> phrase(state, known, target, details))
                                .or(() -> state.comparison().map(comparison -> phrase(state, comparison)))
                                .orElse(Phrase.NOTE_NOTHING),
                        unknown -> {
                            details.put("reason", sentences.reasonText(state, unknown));
                            return Phrase.NOTE_UNKNOWN;
                        });
        if (phrase == Phrase.NOTE_NOTHING && otherwise.isPresent()) {
            return sentences.capital(otherwise.get().headline());
        }
        String note = sentences.phrase(phrase, details);
        boolean isOneOfSeveral = ids.size() > 1 && phrase != Phrase.NOTE_NOTHING && differ(ids);
        return sentences.capital(
                isOneOfSeveral
                        ? sentences.phrase(
                                Phrase.NOTE_OF,
                                Map.of(
                                        "indicator",
                                        sentences.brief(state.indicator().id()),
                                        "note",
                                        note))
                        : note);
    }

    private boolean differ(List<IndicatorId> ids) {
        return ids.stream()
                        .map(assessment::indicator)
                        .map(this::rank)
                        .distinct()
                        .count()
                > 1;
    }

    private Phrase phrase(IndicatorState state, Reading.Known known, Range target, Map<String, String> details) {
        target.least().ifPresent(least -> details.put("least", sentences.valueText(state, least)));
        target.most().ifPresent(most -> details.put("most", sentences.valueText(state, most)));
        Exact doubt = known.uncertainty().orElse(Exact.ZERO);
        Phrase least = phrase(target, known.value().minus(doubt));
        return least == phrase(target, known.value().plus(doubt)) ? least : Phrase.NOTE_TARGET_UNDETERMINED;
    }

    private static Phrase phrase(Range target, Exact value) {
        if (target.contains(value)) {
            return Phrase.NOTE_WITHIN_TARGET;
        }
        return target.least().filter(value::isBelow).isPresent() ? Phrase.NOTE_BELOW_TARGET : Phrase.NOTE_ABOVE_TARGET;
    }

    private static Phrase phrase(IndicatorState state, Comparison comparison) {
        if (!state.indicator().hasBetterSide()) {
            return Phrase.NOTE_NOTHING;
        }
        return switch (comparison.result()) {
            case BETTER -> Phrase.NOTE_BETTER;
            case SAME -> Phrase.NOTE_SAME;
            case WITHIN_OBJECTIVE -> Phrase.NOTE_WITHIN_OBJECTIVE;
            case WORSE -> Phrase.NOTE_WORSE;
            case UNDETERMINED -> Phrase.NOTE_UNDETERMINED;
            case NOT_COMPARABLE ->
                comparison
                        .obstacle()
                        .filter(obstacle -> obstacle == Comparison.Obstacle.OTHER_DEFINITION)
                        .map(obstacle -> Phrase.NOTE_NOT_COMPARABLE)
                        .orElse(Phrase.NOTE_NOTHING);
        };
    }

    private Questions questions() {
        Texts.QuestionWords words = sentences.texts().questions();
        return new Questions(
                answer(words.financed()), answer(words.obtained()), answer(words.risked()), answer(words.decided()));
    }

    /** What there is nothing to say of is not measured. */
    private String answer(Template template) {
        String said =
                sentences.capital(sentences.fill(template, overall).strip().replaceFirst("^[,:;\u00a0 ]+", ""));
        return said.isEmpty() || said.equals(".")
                ? sentences.capital(sentences.phrase(Phrase.NOTE_NOT_MEASURED)) + "."
                : said;
    }

    private List<String> needs() {
        List<Template> templates = sentences.texts().needs().getOrDefault(recommendation.decision(), List.of());
        return templates.stream()
                .map(template -> sentences.fill(template, overall))
                .toList();
    }

    /** What can be said of the review as a whole; an empty list has no entry, so that optional parts fall away. */
    private Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("scope", assessment.scorecard().scope().name());
        details.put("month", sentences.texts().quantities().month(assessment.month()));
        details.put("headline", recommendation.headline());
        list(
                details,
                "levers",
                recommendation.levers().stream().map(id -> sentences.lever(id).name()));
        list(details, "vetoes", headlines(Effect.BLOCKS_EXTEND));
        list(
                details,
                "unknown",
                unknown.stream()
                        .filter(missing -> isNeeded(missing.indicator()))
                        .map(missing -> sentences.brief(missing.indicator())));
        for (BlockState blockState : BlockState.values()) {
            list(
                    details,
                    blockState.word(),
                    policy.indicators().blocks().stream()
                            .filter(block -> !block.judgedBy().isEmpty())
                            .filter(block -> assessment.blocks().get(block.id()) == blockState)
                            .map(block -> sentences.blockName(block.id())));
        }
        list(details, "worsened", worsened());
        long missing = unknown.stream()
                .filter(indicator -> isNeeded(indicator.indicator()))
                .count();
        if (missing > 0) {
            details.put("missing", String.valueOf(missing));
        }
        list(
                details,
                "workflows",
                assessment.scorecard().workflows().stream()
                        .filter(workflow -> workflow.authorisation() == Workflow.Authorisation.AUTHORISED)
                        .map(Workflow::name));
        return details;
    }

    /** The outcomes that are worse than before, each with its change. */
    private Stream<String> worsened() {
        return assessment.indicators().stream()
                .filter(state -> state.indicator().nature() == Nature.OUTCOME && !state.isStale())
                .filter(state -> state.comparison()
                        .filter(comparison -> comparison.result() == Fact.Comparison.Result.WORSE)
                        .isPresent())
                .map(state -> sentences
                        .changeText(state)
                        .map(change -> Sentences.remarked(
                                sentences.brief(state.indicator().id()), change))
                        .orElseGet(() -> sentences.brief(state.indicator().id())));
    }

    private boolean isNeeded(IndicatorId id) {
        return policy.indicators().indicator(id).extendNeed() == dev.roi.core.Indicator.ExtendNeed.NEEDED;
    }

    private Stream<String> headlines(Effect effect) {
        return recommendation.justifications().stream()
                .filter(reason -> reason.effect() == effect)
                .map(Justification::headline)
                .distinct();
    }

    private void list(Map<String, String> details, String name, Stream<String> items) {
        List<String> all = items.toList();
        if (!all.isEmpty()) {
            details.put(name, sentences.texts().quantities().list(all));
        }
    }

    private List<AgendaItem> agenda(List<String> needs) {
        return policy.views().agenda().stream()
                .map(topic -> new AgendaItem(
                        topic.name(),
                        sentences.texts().topics().getOrDefault(topic.name(), topic.name()),
                        points(topic, needs)))
                .toList();
    }

    private List<String> points(Views.Topic topic, List<String> needs) {
        List<String> points = new ArrayList<>();
        if (topic.shows() == Views.Shows.REGISTER) {
            points.addAll(register());
        }
        topic.indicators().stream()
                .map(assessment::indicator)
                .filter(Reviewer::isShown)
                .forEach(state -> points.add(indicatorPoint(state)));
        List<String> said = recommendation.justifications().stream()
                .filter(reason -> reason.evidence().stream()
                        .findFirst()
                        .filter(evidence -> topic.indicators().contains(evidence.indicator()))
                        .isPresent())
                .map(Justification::text)
                .distinct()
                .toList();
        points.addAll(said);
        if (topic.shows() == Views.Shows.DECISION) {
            points.addAll(decision(needs));
        }
        return points;
    }

    private List<String> register() {
        List<String> points = new ArrayList<>();
        for (Workflow workflow : assessment.scorecard().workflows()) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("name", workflow.name());
            workflow.owner().ifPresent(owner -> details.put("owner", owner));
            details.put(
                    "state",
                    sentences.phrase(
                            workflow.authorisation() == Workflow.Authorisation.AUTHORISED
                                    ? Phrase.AUTHORISED
                                    : Phrase.NOT_AUTHORISED));
            if (workflow.priority() == Workflow.Priority.PRIORITY) {
                details.put("priority", sentences.phrase(Phrase.PRIORITY));
            }
            points.add(sentences.phrase(Phrase.AGENDA_WORKFLOW, details));
        }
        if (points.isEmpty()) {
            points.add(sentences.phrase(Phrase.AGENDA_NO_WORKFLOW));
        }
        return points;
    }

    private String indicatorPoint(IndicatorState state) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("name", sentences.fullName(state));
        details.put("value", sentences.readingText(state));
        sentences.baselineText(state).ifPresent(text -> details.put("baseline", text));
        if (!state.isStale()) {
            sentences.changeText(state).ifPresent(text -> details.put("change", text));
        }
        state.reading()
                .fold(
                        known -> Optional.<String>empty(),
                        unknown -> Optional.ofNullable(details.put("reason", sentences.reasonText(state, unknown))));
        return sentences.phrase(Phrase.AGENDA_INDICATOR, details);
    }

    private List<String> decision(List<String> needs) {
        List<String> points = new ArrayList<>();
        points.add(sentences.phrase(Phrase.AGENDA_DECISION, Map.of("headline", recommendation.headline())));
        for (LeverId id : recommendation.levers()) {
            points.add(sentences.phrase(
                    Phrase.AGENDA_LEVER,
                    Map.of(
                            "lever",
                            sentences.lever(id).name(),
                            "action",
                            sentences.lever(id).action())));
        }
        needs.forEach(need -> points.add(sentences.capital(need) + "."));
        if (request.ledger().isEmpty() && policy.asksForRecord()) {
            points.add(sentences.phrase(
                    Phrase.AGENDA_NO_LEDGER,
                    Map.of(
                            "rules",
                            sentences
                                    .texts()
                                    .quantities()
                                    .list(policy.rules().values().stream()
                                            .filter(Rule::asksForRecord)
                                            .map(rule -> rule.id().value())
                                            .toList()))));
        }
        return points;
    }
}
