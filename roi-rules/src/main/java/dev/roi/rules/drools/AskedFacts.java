package dev.roi.rules.drools;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.OfIndicator;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Constraint;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts that some condition may be about, by type and indicator. No other is given to Drools, which would keep it for
 * nothing. Immutable.
 */
final class AskedFacts {

    private final Set<FactType> whole = EnumSet.noneOf(FactType.class);
    private final Map<FactType, Set<Object>> indicators = new EnumMap<>(FactType.class);

    AskedFacts(Collection<Condition> conditions) {
        for (Condition condition : conditions) {
            indicators(condition)
                    .ifPresentOrElse(
                            named -> indicators
                                    .computeIfAbsent(condition.type(), type -> new HashSet<>())
                                    .addAll(named),
                            () -> whole.add(condition.type()));
        }
    }

    private static Optional<Set<Object>> indicators(Condition condition) {
        return condition.constraints().stream()
                .filter(constraint -> constraint.field().kind() == FieldKind.INDICATOR)
                .map(Constraint::among)
                .flatMap(Optional::stream)
                .findFirst();
    }

    boolean include(Fact fact) {
        FactType type = fact.type();
        return whole.contains(type)
                || (fact instanceof OfIndicator about
                        && indicators.getOrDefault(type, Set.of()).contains(about.indicator()));
    }
}
