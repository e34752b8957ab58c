package dev.roi.rules;

import dev.roi.core.Breakdown;
import dev.roi.core.Direction;
import dev.roi.core.Effect;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Money;
import dev.roi.core.Objective;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Review;
import dev.roi.core.Workflow;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.assessment.IndicatorState.PartState;
import dev.roi.rules.policy.Phrase;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Views;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gathers what a committee's page shows of one assessment besides its review. For use by one thread. */
final class DossierMaker {

    private final Policy policy;
    private final Assessment assessment;
    private final Sentences sentences;
    private final Cells cells;
    private final Review review;

    DossierMaker(Policy policy, Assessment assessment, Sentences sentences, Review review) {
        this.policy = policy;
        this.assessment = assessment;
        this.sentences = sentences;
        this.cells = new Cells(policy, assessment, sentences);
        this.review = review;
    }

    Dossier dossier(Optional<Review> lastMeeting) {
        return new Dossier(
                review,
                series(),
                money(policy, assessment),
                owner(assessment),
                agenda(),
                lastMeeting,
                Optional.empty(),
                Optional.empty());
    }

    private Map<IndicatorId, Series> series() {
        Set<IndicatorId> shown = new LinkedHashSet<>();
        policy.views().dashboard().forEach(shown::addAll);
        Map<IndicatorId, Series> series = new LinkedHashMap<>();
        for (IndicatorState state : assessment.indicators()) {
            IndicatorId id = state.indicator().id();
            if (state.reading().known().isPresent() || shown.contains(id)) {
                series.put(id, series(state));
            }
        }
        return series;
    }

    private Series series(IndicatorState state) {
        Indicator indicator = state.indicator();
        Map<YearMonth, Exact> uncertainty = new TreeMap<>();
        List<Reading> readings = assessment.readings(indicator);
        for (int i = 0; i < readings.size(); i++) {
            YearMonth month = assessment.history().get(i).month();
            readings.get(i)
                    .known()
                    .flatMap(Reading.Known::uncertainty)
                    .ifPresent(doubt -> uncertainty.put(month, doubt));
        }
        Optional<Range> aim = indicator.target().or(() -> indicator.objective().map(Objective::range));
        return new Series(
                cells.of(indicator.id()),
                sentences.brief(indicator.id()),
                indicator.direction(),
                aim,
                state.baselineValue()
                        .filter(base -> indicator.hasBetterSide())
                        .map(base ->
                                base.magnitude().times(indicator.tolerance()).dividedBy(Exact.HUNDRED)),
                Optional.of(assessment.chart(indicator.id())),
                uncertainty,
                parts(state));
    }

    /** Parts that the policy names come in its order; others, such as workflows, the largest first. */
    private List<Series.Part> parts(IndicatorState state) {
        if (state.parts().isEmpty()) {
            return List.of();
        }
        List<String> order = state.indicator()
                .breakdown()
                .map(Breakdown::parts)
                .filter(names -> !names.isEmpty())
                .orElseGet(() -> List.copyOf(sentences.texts().parts().keySet()));
        Map<String, Reading.Part> before = sentences.firstParts(state);
        Optional<YearMonth> since = sentences.firstPartsOf(state);
        return Sentences.parts(state)
                .filter(part -> !part.value().isZero() || !part.name().equals(Breakdown.UNASSIGNED))
                .sorted(Comparator.comparingInt((PartState part) -> position(order, part.name()))
                        .thenComparing(Comparator.comparing(PartState::value).reversed())
                        .thenComparing(PartState::name))
                .map(part -> new Series.Part(
                        part.dimension(),
                        sentences.partName(part.dimension(), part.name()),
                        part.value(),
                        Optional.ofNullable(before.get(part.name())).map(Reading.Part::value),
                        since))
                .toList();
    }

    private static int position(List<String> order, String name) {
        int at = order.indexOf(name);
        return at < 0 || name.equals(Breakdown.UNASSIGNED) ? Integer.MAX_VALUE : at;
    }

    /** What the month costs, where the policy says where that stands. */
    static Optional<Money> money(Policy policy, Assessment assessment) {
        return policy.views().money().map(view -> money(policy, assessment, view));
    }

    private static Money money(Policy policy, Assessment assessment, Views.MoneyView view) {
        Optional<Exact> cost = value(assessment, view.cost());
        Optional<Reading.Known> consumed =
                view.budget().flatMap(id -> assessment.indicator(id).reading().known());
        // a share that was given as cost of budget names the budget, too
        Optional<Exact> budget = consumed.flatMap(Reading.Known::rate)
                .filter(rate -> cost.filter(rate.numerator()::equals).isPresent())
                .map(Reading.Rate::denominator);
        Optional<Exact> forecast = view.forecast().flatMap(id -> value(assessment, id));
        Optional<Money.Plan> plan = assessment
                .scorecard()
                .budget()
                .filter(given -> given.isFor(assessment.month()) && given.months() > 1)
                .flatMap(given -> consumed.map(
                        share -> Money.Plan.of(given, share, assessment.month(), forecast.or(() -> cost))));
        return new Money(
                assessment.unit(policy.indicators().indicator(view.cost())),
                cost,
                consumed.map(Reading.Known::value),
                budget,
                forecast,
                plan);
    }

    private static Optional<Exact> value(Assessment assessment, IndicatorId id) {
        return assessment.indicator(id).reading().known().map(Reading.Known::value);
    }

    /** The owner of the workflow that is the scope; of a wider scope, the one owner that all its workflows have. */
    static Optional<String> owner(Assessment assessment) {
        List<Workflow> register = assessment.scorecard().workflows();
        List<String> own = register.stream()
                .filter(workflow ->
                        workflow.id().equals(assessment.scorecard().scope().id()))
                .flatMap(workflow -> workflow.owner().stream())
                .toList();
        List<String> owners = own.isEmpty()
                ? register.stream()
                        .flatMap(workflow -> workflow.owner().stream())
                        .distinct()
                        .toList()
                : own;
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    /** What an item has said, a later one does not say again. */
    private List<Dossier.Topic> agenda() {
        Set<Justification> told = new LinkedHashSet<>();
        Set<IndicatorId> drawn = new LinkedHashSet<>();
        List<Dossier.Topic> agenda = new ArrayList<>();
        for (Views.Topic topic : policy.views().agenda()) {
            List<Justification> left = review.justifications().stream()
                    .filter(reason -> isAbout(reason, topic) && !told.contains(reason))
                    .sorted(Comparator.comparing(reason -> !answers(reason, topic)))
                    .toList();
            Optional<Justification> first = left.stream().filter(this::isKnown).findFirst();
            Optional<IndicatorId> picture = picture(topic, left, drawn);
            first.ifPresent(told::add);
            picture.ifPresent(drawn::add);
            agenda.add(topic(topic, picture, first));
        }
        return agenda;
    }

    private Dossier.Topic topic(Views.Topic topic, Optional<IndicatorId> picture, Optional<Justification> first) {
        return new Dossier.Topic(
                topic.name(),
                sentences.texts().topics().getOrDefault(topic.name(), topic.name()),
                topic.indicators().stream().findFirst().flatMap(this::question),
                Optional.of(topic.minutes()),
                picture,
                topic.shows() == Views.Shows.DECISION
                        ? review.needs().stream().findFirst().map(sentences::capital)
                        : note(topic, first));
    }

    /** Whether the first figure of a reason belongs to a block that asks what the item asks. */
    private boolean answers(Justification reason, Views.Topic topic) {
        return question(reason.evidence().get(0).indicator())
                .equals(question(topic.indicators().get(0)));
    }

    /** The first reason that rests on a figure; where there is no figure at all, that there is none. */
    private Optional<String> note(Views.Topic topic, Optional<Justification> first) {
        boolean isMeasured = topic.indicators().stream()
                .anyMatch(id -> assessment.indicator(id).reading().known().isPresent());
        return isMeasured || topic.indicators().isEmpty()
                ? first.map(Justification::headline).map(sentences::capital)
                : Optional.of(sentences.capital(sentences.phrase(Phrase.NOTE_NOT_MEASURED)));
    }

    private boolean isKnown(Justification reason) {
        return assessment
                .indicator(reason.evidence().get(0).indicator())
                .latest()
                .isPresent();
    }

    private static boolean isAbout(Justification reason, Views.Topic topic) {
        return reason.evidence().stream()
                .findFirst()
                .filter(evidence -> topic.indicators().contains(evidence.indicator()))
                .isPresent();
    }

    private Optional<String> question(IndicatorId id) {
        return Optional.ofNullable(sentences
                        .texts()
                        .blocks()
                        .get(policy.indicators().indicator(id).block()))
                .map(Texts.BlockWords::question);
    }

    /** What the first reason rests on, if it is known; or else the first that is known and can be judged. */
    private Optional<IndicatorId> picture(Views.Topic topic, List<Justification> left, Set<IndicatorId> drawn) {
        Stream<IndicatorId> reasoned = left.stream()
                .filter(reason -> reason.effect() != Effect.NOTE)
                .flatMap(reason -> reason.evidence().stream())
                .map(evidence -> evidence.indicator());
        List<IndicatorId> candidates = new ArrayList<>(Stream.concat(reasoned, topic.indicators().stream())
                .filter(topic.indicators()::contains)
                .distinct()
                .filter(id -> !drawn.contains(id))
                .filter(id -> assessment.indicator(id).reading().known().isPresent())
                .toList());
        return candidates.stream()
                .filter(id -> policy.indicators().indicator(id).direction() != Direction.CONTEXT)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }
}
