package dev.roi.rules;

import dev.roi.core.Budget;
import dev.roi.core.Computation;
import dev.roi.core.DerivedReadings;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Remark;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.policy.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks back what is likely a slip, and says what contradicts, in the figures of one month. For use by one thread. */
final class Remarks {

    private final Assessment assessment;
    private final Sentences sentences;
    private final List<Remark> remarks = new ArrayList<>();

    private Remarks(Assessment assessment, Sentences sentences) {
        this.assessment = assessment;
        this.sentences = sentences;
    }

    /** What there is to remark, in the policy's order of indicators. */
    static List<Remark> on(Assessment assessment, Sentences sentences) {
        Remarks remarks = new Remarks(assessment, sentences);
        remarks.rounded();
        assessment.indicators().forEach(remarks::add);
        remarks.budget();
        return remarks.remarks;
    }

    private void add(Phrase phrase, Map<String, String> details, IndicatorId... about) {
        remarks.add(new Remark(List.of(about), sentences.capital(sentences.phrase(phrase, details))));
    }

    private void rounded() {
        List<IndicatorId> rounded = DerivedReadings.rounded(assessment.givenScorecard(), assessment.month()).stream()
                .filter(id -> assessment.find(id).isPresent())
                .toList();
        if (!rounded.isEmpty()) {
            String names = sentences
                    .texts()
                    .quantities()
                    .list(rounded.stream().map(sentences::brief).toList());
            add(Phrase.REMARK_ROUNDED, Map.of("indicators", names), rounded.toArray(IndicatorId[]::new));
        }
    }

    private void add(IndicatorState state) {
        state.reading()
                .fold(
                        known -> {
                            known(state, known);
                            return true;
                        },
                        unknown -> {
                            unknown(state, unknown);
                            return false;
                        });
    }

    private void known(IndicatorState state, Reading.Known known) {
        credit(state, known);
        notAbove(state, known);
        notAboveCases(state, known);
        about(state, known);
        notFree(state, known);
        new Slips(assessment, sentences, state, known).find().ifPresent(remarks::add);
    }

    private Map<String, String> details(IndicatorState state, Reading.Known known) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("indicator", sentences.brief(state.indicator().id()));
        details.put("value", sentences.knownText(state, known));
        return details;
    }

    private void credit(IndicatorState state, Reading.Known known) {
        boolean isBelow = known.value().signum() < 0
                || known.by().values().stream()
                        .flatMap(parts -> parts.values().stream())
                        .anyMatch(part -> part.value().signum() < 0);
        if (known.correction() == Reading.Correction.CREDIT && isBelow) {
            add(Phrase.REMARK_CREDIT, details(state, known), state.indicator().id());
        }
    }

    private Optional<IndicatorState> known(Optional<IndicatorId> id) {
        return id.flatMap(assessment::find)
                .filter(state -> state.reading().known().isPresent());
    }

    private static Reading.Known reading(IndicatorState state) {
        return state.reading().known().orElseThrow();
    }

    private void notAbove(IndicatorState state, Reading.Known known) {
        known(state.indicator().trust().notAbove()).ifPresent(other -> {
            Exact above = known.value().minus(reading(other).value());
            Exact rounding = ScorecardCheck.roundingOfSum(
                    sentences.unit(state.indicator()), ScorecardCheck.partCount(state.indicator(), known));
            if (above.isAbove(rounding)) {
                Map<String, String> details = details(state, known);
                details.put("other", sentences.brief(other.indicator().id()));
                details.put("other-value", sentences.knownText(other, reading(other)));
                add(
                        Phrase.REMARK_ABOVE,
                        details,
                        state.indicator().id(),
                        other.indicator().id());
            }
        });
    }

    private void notAboveCases(IndicatorState state, Reading.Known known) {
        known(state.indicator().trust().notAboveCasesOf())
                .ifPresent(other -> reading(other)
                        .rate()
                        .filter(rate -> known.value().isAbove(rate.denominator()))
                        .ifPresent(rate -> {
                            Map<String, String> details = details(state, known);
                            details.put(
                                    "other", sentences.brief(other.indicator().id()));
                            details.put("cases", sentences.number(rate.denominator(), Unit.COUNT));
                            add(
                                    Phrase.REMARK_ABOVE_CASES,
                                    details,
                                    state.indicator().id(),
                                    other.indicator().id());
                        }));
    }

    private void about(IndicatorState state, Reading.Known known) {
        Optional<Computation.Ratio> ratio = state.indicator().trust().about();
        Optional<IndicatorState> of = known(ratio.map(Computation.Ratio::of));
        Optional<IndicatorState> each = known(ratio.map(Computation.Ratio::each));
        if (of.isEmpty() || each.isEmpty() || reading(each.get()).value().isZero()) {
            return;
        }
        Exact expected = reading(of.get()).value().dividedBy(reading(each.get()).value());
        Exact tolerated =
                expected.magnitude().times(state.indicator().tolerance()).dividedBy(Exact.HUNDRED);
        if (known.value().minus(expected).magnitude().isAbove(tolerated)) {
            Map<String, String> details = details(state, known);
            details.put("of", sentences.brief(of.get().indicator().id()));
            details.put("each", sentences.brief(each.get().indicator().id()));
            details.put("expected", sentences.valueText(state, expected));
            add(
                    Phrase.REMARK_ABOUT,
                    details,
                    state.indicator().id(),
                    of.get().indicator().id(),
                    each.get().indicator().id());
        }
    }

    private void notFree(IndicatorState state, Reading.Known known) {
        if (!known.value().isZero()) {
            return;
        }
        List<IndicatorState> used = state.indicator().trust().notFreeWith().stream()
                .flatMap(id -> known(Optional.of(id)).stream())
                .filter(other -> reading(other).value().signum() > 0)
                .toList();
        if (!used.isEmpty()) {
            List<IndicatorId> about = new ArrayList<>(List.of(state.indicator().id()));
            used.forEach(other -> about.add(other.indicator().id()));
            Map<String, String> details = details(state, known);
            details.put("others", valued(used));
            add(Phrase.REMARK_FREE, details, about.toArray(IndicatorId[]::new));
        }
    }

    private String valued(List<IndicatorState> states) {
        return sentences
                .texts()
                .quantities()
                .list(states.stream()
                        .map(state -> "%s %s"
                                .formatted(
                                        sentences.brief(state.indicator().id()),
                                        sentences.knownText(state, reading(state))))
                        .toList());
    }

    private void unknown(IndicatorState state, Reading.Unknown unknown) {
        Indicator indicator = state.indicator();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("indicator", sentences.brief(indicator.id()));
        known(indicator.casesOf())
                .filter(cases -> unknown.reason() == UnknownReason.NO_CASES
                        && reading(cases).value().signum() > 0)
                .ifPresent(cases -> {
                    details.put("others", valued(List.of(cases)));
                    add(
                            Phrase.REMARK_CASES,
                            details,
                            indicator.id(),
                            cases.indicator().id());
                });
        boolean wasNotDue = assessment
                .givenReading(indicator.id())
                .fold(known -> false, given -> given.reason() == UnknownReason.NOT_DUE);
        if (wasNotDue && unknown.reason() == UnknownReason.NOT_REPORTED) {
            add(Phrase.REMARK_DUE, details, indicator.id());
        }
    }

    private void budget() {
        Optional<Budget> budget = assessment.scorecard().budget();
        budget.filter(given -> !given.isFor(assessment.month()))
                .ifPresent(given -> remarks.add(new Remark(
                        List.of(),
                        sentences.capital(
                                sentences.phrase(Phrase.REMARK_BUDGET_PERIOD, Map.of("period", given.period()))))));
        if (budget.filter(given -> given.isFor(assessment.month())).isEmpty()) {
            return;
        }
        for (IndicatorState state : assessment.indicators()) {
            Optional<Reading.Known> given = assessment
                    .given(state.indicator().id())
                    .filter(known -> state.indicator().budget().isPresent());
            state.reading()
                    .known()
                    .filter(known -> given.isPresent()
                            && known.value()
                                    .minus(given.get().value())
                                    .magnitude()
                                    .isAbove(Exact.ONE))
                    .ifPresent(known -> {
                        Map<String, String> details = details(state, known);
                        details.put("given", sentences.knownText(state, given.orElseThrow()));
                        add(Phrase.REMARK_BUDGET, details, state.indicator().id());
                    });
        }
    }
}
