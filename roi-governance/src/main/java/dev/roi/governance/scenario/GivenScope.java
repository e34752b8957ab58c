package dev.roi.governance.scenario;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Level;
import dev.roi.core.Scope;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.ScopeParts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a portfolio scenario gives of one scope.
 *
 * @param scope the scope
 * @param decision what is recommended for it
 * @param stale whether its latest complete month is before the newest
 * @param authorises the workflows that its register authorises
 * @param registers those that its register has and does not authorise
 * @param readings what is known of it
 */
record GivenScope(
        Scope scope,
        Decision decision,
        boolean stale,
        List<String> authorises,
        List<String> registers,
        Map<IndicatorId, Exact> readings) {

    /** The newest month where a scenario says none. */
    static final YearMonth SOME_MONTH = YearMonth.of(2026, 6);

    /** Returns what portfolio rules may ask of scopes. */
    static List<Fact> facts(List<GivenScope> given, YearMonth month) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.ReviewMonth.of(month));
        Map<Scope, Set<String>> registers = new LinkedHashMap<>();
        for (GivenScope one : given) {
            Level level = one.scope().level();
            String id = one.scope().id();
            facts.add(new Fact.ScopeReview(level, id, one.decision(), one.stale()));
            one.authorises().forEach(workflow -> facts.add(new Fact.ScopeAuthorises(level, id, workflow)));
            one.readings()
                    .forEach((indicator, value) ->
                            facts.add(new Fact.ScopeReading(level, id, indicator, Figure.of(value), one.stale())));
            Set<String> register = new LinkedHashSet<>(one.authorises());
            register.addAll(one.registers());
            registers.put(one.scope(), register);
        }
        facts.addAll(ScopeParts.of(registers));
        return facts;
    }

    /** Writes it as a scenario file does. */
    String written() {
        StringBuilder text = new StringBuilder(
                "{ level: %s, id: %s, decision: %s".formatted(scope.level().word(), scope.id(), decision.word()));
        if (stale) {
            text.append(", stale: true");
        }
        if (!authorises.isEmpty()) {
            text.append(", authorises: ").append(authorises);
        }
        if (!registers.isEmpty()) {
            text.append(", registers: ").append(registers);
        }
        if (!readings.isEmpty()) {
            text.append(readings.entrySet().stream()
                    .map(reading -> "%s: %s".formatted(reading.getKey(), reading.getValue()))
                    .collect(Collectors.joining(", ", ", readings: { ", " }")));
        }
        return text.append(" }").toString();
    }
}
