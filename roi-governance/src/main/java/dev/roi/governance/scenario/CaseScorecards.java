package dev.roi.governance.scenario;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Baseline;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.Message;
import dev.roi.core.Reading;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Snapshot;
import dev.roi.core.Workflow;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Spot;
import dev.roi.core.json.ScorecardParts;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.PolicyObjections;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes scorecards of what is given, and checks them as any other. For use by one thread. */
final class CaseScorecards {

    private final Cases cases;
    private final IndicatorSet indicators;
    private final ScorecardParts parts;
    private final PolicyObjections objections;
    private final Map<String, Checked> checked = new HashMap<>();
    private final IdentityHashMap<Cursor, Optional<Reading>> readings = new IdentityHashMap<>();
    private final IdentityHashMap<Cursor, Optional<Baseline>> baselines = new IdentityHashMap<>();
    private final IdentityHashMap<Cursor, List<Workflow>> workflows = new IdentityHashMap<>();

    CaseScorecards(Cases cases, IndicatorSet indicators, ScorecardParts parts, PolicyObjections objections) {
        this.cases = cases;
        this.indicators = indicators;
        this.parts = parts;
        this.objections = objections;
    }

    /**
     * What is given, as a scorecard.
     *
     * @param scorecard the scorecard
     * @param faults what it could not have, so that it is not said again of all that build on it
     */
    private record Checked(Scorecard scorecard, Set<String> faults) {}

    Scorecard of(String name) {
        return checked(name).scorecard();
    }

    private Checked checked(String name) {
        Checked made = checked.get(name);
        if (made == null) {
            BaseCase given = cases.get(name);
            checked.put(name, new Checked(scorecard(given, new HashMap<>()), Set.of())); // for cases in a circle
            Spot at = requireNonNull(cases.written().get(name)).spot();
            made = checked(given, at, cases.baseOf(name));
            checked.put(name, made);
        }
        return made;
    }

    /** Returns what is given as a scorecard; what one could not have is a fault, unless its case has it already. */
    Scorecard of(BaseCase given, Spot at, Optional<String> base) {
        return checked(given, at, base.filter(cases.written()::containsKey)).scorecard();
    }

    private Checked checked(BaseCase given, Spot at, Optional<String> base) {
        Map<String, Spot> places = new HashMap<>();
        Scorecard scorecard = scorecard(given, places);
        Set<String> before = base.map(name -> checked(name).faults()).orElse(Set.of());
        Set<String> wrong = new HashSet<>();
        for (Fault fault : ScorecardCheck.faults(scorecard, indicators)) {
            wrong.add(fault.message());
            Spot place = place(fault, places, at);
            if (place != at || !before.contains(fault.message())) {
                objections.at(
                        place,
                        new Objection(
                                PolicyCode.WRONG_SCENARIO.id(),
                                fault.what(),
                                fault.fix().or(() -> widen(fault))));
            }
        }
        return new Checked(scorecard, wrong);
    }

    private static Optional<Message> widen(Fault fault) {
        return fault.code().equals(InputFault.OUTSIDE_RANGE.code())
                ? Optional.of(Message.of("Give one within it, or widen the range in %s.", PolicyFiles.INDICATORS))
                : Optional.empty();
    }

    /** Returns what a fault of the scorecard is about: the reading or baseline that was written, or the scenario. */
    private static Spot place(Fault fault, Map<String, Spot> places, Spot scenario) {
        String pointer = fault.place().pointer();
        while (!pointer.isEmpty()) {
            Spot written = places.get(pointer);
            if (written != null) {
                return written;
            }
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return scenario;
    }

    private Scorecard scorecard(BaseCase given, Map<String, Spot> places) {
        Scope scope = new Scope(
                given.scope().level(), given.scope().id(), given.scope().name(), given.firstUse());
        Scorecard.Builder scorecard = Scorecard.of(scope);
        given.currency().ifPresent(scorecard::currency);
        given.budget().ifPresent(scorecard::budget);
        given.workflows()
                .map(list -> workflows.computeIfAbsent(list, parts::workflows))
                .ifPresent(list -> list.forEach(scorecard::workflow));
        given.baselines().forEach((name, written) -> {
            places.put("/baselines/" + name, written.spot());
            baselines
                    .computeIfAbsent(written, this::baseline)
                    .ifPresent(read -> scorecard.baseline(new IndicatorId(name), read));
        });
        int position = 0;
        for (int before = given.months() - 1; before >= 0; before--) {
            Optional<Cursor> said = before == 0
                    ? Optional.empty()
                    : Optional.ofNullable(given.earlier().get(before));
            if (said.filter(month -> isWord(month, "missing")).isEmpty()) {
                Map<String, Cursor> written = new LinkedHashMap<>(given.readings());
                said.filter(month -> month.kind() == Kind.OBJECT).ifPresent(month -> month.eachField(written::put));
                if (before == 0) {
                    written.putAll(given.now());
                }
                Map<IndicatorId, Reading> read = readings(written, position, places);
                YearMonth month = given.month().minusMonths(before);
                boolean isPartial = said.filter(word -> isWord(word, "partial")).isPresent();
                scorecard.snapshot(isPartial ? Snapshot.partial(month, read) : Snapshot.complete(month, read));
                position++;
            }
        }
        return scorecard.build();
    }

    private static boolean isWord(Cursor value, String word) {
        return value.kind() == Kind.TEXT && value.text().equals(word);
    }

    private Map<IndicatorId, Reading> readings(Map<String, Cursor> written, int position, Map<String, Spot> places) {
        Map<IndicatorId, Reading> read = new LinkedHashMap<>();
        written.forEach((name, value) -> {
            if (BaseCase.isOf(indicators, name)) {
                IndicatorId id = new IndicatorId(name);
                places.put(ScorecardParts.pointer(position, id), value.spot());
                readings.computeIfAbsent(value, this::reading).ifPresent(reading -> read.put(id, reading));
            }
        });
        return read;
    }

    /** A reading as a scorecard has it, or the word why it is unknown. */
    private Optional<Reading> reading(Cursor value) {
        return value.kind() == Kind.TEXT
                ? GivenFields.UNKNOWN.read(value, objections).map(Reading::unknown)
                : parts.reading(value);
    }

    /** A baseline as a scorecard has it, or a word; none is as if there were none. */
    private Optional<Baseline> baseline(Cursor value) {
        return value.kind() == Kind.TEXT
                ? GivenFields.NO_BASELINE
                        .read(value, objections)
                        .filter(isThere -> isThere)
                        .map(unknown -> new Baseline.Undefined(Optional.empty()))
                : parts.baseline(value);
    }
}
