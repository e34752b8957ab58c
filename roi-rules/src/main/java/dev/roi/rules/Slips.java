package dev.roi.rules;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.Nature;
import dev.roi.core.Objective;
import dev.roi.core.Range;
import dev.roi.core.Reading;
import dev.roi.core.Remark;
import dev.roi.core.Snapshot;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.assessment.IndicatorState;
import dev.roi.rules.policy.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one reading was likely meant to be: a share given as a fraction, four of five given as a percentage, a time in
 * another unit, or a jump that nothing explains. It is asked, and nothing is changed.
 */
final class Slips {

    /** A slip is at least as far as from hours to days, but for one half. */
    private static final Exact FAR = Exact.of(12);

    /** What was meant lies near to what was there before. */
    private static final Exact NEAR = Exact.of(3);

    private static final Exact THREE_ORDERS = Exact.of(1_000);
    private static final Exact SCALE = Exact.of(5);
    private static final Exact FIFTH = Exact.of(20);

    private final Assessment assessment;
    private final Sentences sentences;
    private final IndicatorState state;
    private final Indicator indicator;
    private final Reading.Known known;

    Slips(Assessment assessment, Sentences sentences, IndicatorState state, Reading.Known known) {
        this.assessment = assessment;
        this.sentences = sentences;
        this.state = state;
        this.indicator = state.indicator();
        this.known = known;
    }

    Optional<Remark> find() {
        if (known.value().signum() <= 0 || isComputed()) {
            return Optional.empty();
        }
        return fraction().or(this::scale).or(this::time).or(this::jump);
    }

    /** What follows from other figures is as it is. */
    private boolean isComputed() {
        return known.rate().isPresent()
                || assessment
                        .given(indicator.id())
                        .filter(given -> given.value().equals(known.value())
                                || given.unit().isPresent())
                        .isEmpty();
    }

    /** What the reading is held against here: its baseline, and what it was before. */
    private List<Exact> references() {
        List<Exact> references = new ArrayList<>();
        state.baselineValue().ifPresent(references::add);
        List<Reading> readings = assessment.readings(indicator);
        for (int i = readings.size() - 1; i >= 0; i--) {
            Snapshot snapshot = assessment.history().get(i);
            Optional<Reading.Known> before = readings.get(i).known();
            if (snapshot.month().isBefore(assessment.month()) && before.isPresent()) {
                references.add(before.get().value());
                break;
            }
        }
        return references.stream().filter(number -> number.signum() > 0).toList();
    }

    private boolean isShare() {
        return indicator.unit().equals(Unit.PERCENT)
                && indicator.range().most().filter(Exact.HUNDRED::equals).isPresent();
    }

    private Optional<Remark> fraction() {
        if (!isShare() || !known.value().isBelow(Exact.ONE)) {
            return Optional.empty();
        }
        List<Exact> references = references();
        boolean isLow = references.stream().anyMatch(before -> !before.isBelow(Exact.TEN));
        boolean isAlwaysLow = references.stream().allMatch(before -> before.isBelow(Exact.ONE));
        boolean isMeant = isLow || (isAlwaysLow && isWantedHigh());
        return isMeant
                ? Optional.of(
                        remark(Phrase.REMARK_FRACTION, meaning(known.value().times(Exact.HUNDRED))))
                : Optional.empty();
    }

    private boolean isWantedHigh() {
        return switch (indicator.direction()) {
            case HIGHER_IS_BETTER, TARGET_RANGE -> true;
            case LOWER_IS_BETTER, CONTEXT -> false;
        };
    }

    private Optional<Remark> scale() {
        boolean isOnScale = !known.value().isBelow(Exact.ONE) && !known.value().isAbove(SCALE);
        if (!isShare() || !isOnScale) {
            return Optional.empty();
        }
        Optional<Exact> wanted = indicator
                .objective()
                .map(Objective::range)
                .flatMap(Range::least)
                .or(() -> indicator.target().flatMap(Range::least));
        boolean isExpectedHigh =
                Stream.concat(references().stream(), wanted.stream()).anyMatch(number -> !number.isBelow(FIFTH));
        boolean isMeant = isExpectedHigh || (references().isEmpty() && indicator.nature() == Nature.PERCEPTION);
        if (!isMeant) {
            return Optional.empty();
        }
        Map<String, String> details = meaning(known.value().times(Exact.HUNDRED).dividedBy(SCALE));
        details.put("number", sentences.number(known.value(), Unit.COUNT));
        return Optional.of(remark(Phrase.REMARK_SCALE, details));
    }

    private Optional<Remark> time() {
        if (!indicator.unit().isTime()) {
            return Optional.empty();
        }
        for (Exact before : references()) {
            if (!isApart(known.value(), before, FAR)) {
                continue;
            }
            Optional<Unit> meant = indicator.unit().kin().stream()
                    .filter(unit -> !isApart(converted(unit), before, NEAR))
                    .findFirst();
            if (meant.isPresent()) {
                Quantities quantities = sentences.texts().quantities();
                Unit own = sentences.unit(indicator);
                Map<String, String> details = new LinkedHashMap<>();
                details.put("meant", quantities.asGiven(converted(meant.get()), own));
                details.put("number", quantities.asGiven(known.value(), meant.get()));
                details.put("reference", quantities.asGiven(before, own));
                return Optional.of(remark(Phrase.REMARK_TIME, details));
            }
        }
        return Optional.empty();
    }

    private Exact converted(Unit unit) {
        return known.value().times(unit.in(indicator.unit()).orElseThrow());
    }

    private Optional<Remark> jump() {
        return references().stream()
                .filter(before -> isApart(known.value(), before, THREE_ORDERS))
                .findFirst()
                .map(before -> {
                    Map<String, String> details = new LinkedHashMap<>();
                    details.put("reference", sentences.valueText(state, before));
                    return remark(Phrase.REMARK_JUMP, details);
                });
    }

    private static boolean isApart(Exact one, Exact other, Exact factor) {
        return !one.isBelow(other.times(factor)) || !one.times(factor).isAbove(other);
    }

    private Map<String, String> meaning(Exact meant) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("meant", sentences.valueText(state, meant));
        return details;
    }

    private Remark remark(Phrase phrase, Map<String, String> details) {
        details.put("indicator", sentences.brief(indicator.id()));
        details.put("value", sentences.texts().quantities().asGiven(known.value(), sentences.unit(indicator)));
        return new Remark(List.of(indicator.id()), sentences.capital(sentences.phrase(phrase, details)));
    }
}
