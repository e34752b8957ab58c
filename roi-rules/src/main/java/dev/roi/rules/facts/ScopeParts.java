package dev.roi.rules.facts;

import dev.roi.core.Level;
import dev.roi.core.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which scopes of a portfolio are part of which. */
public final class ScopeParts {

    private ScopeParts() {}

    /**
     * Finds out which scopes hold which: a workflow is part of the wider scopes whose register names it, and of the
     * portfolio, as every scope is, where there is one portfolio only.
     *
     * @param registers the workflows that the register of each scope names, authorised or not
     * @return a fact for each scope and one within it, in the order of scopes
     */
    public static List<Fact.ScopeHolds> of(Map<Scope, ? extends Collection<String>> registers) {
        boolean isOne = registers.keySet().stream()
                        .filter(scope -> scope.level() == Level.PORTFOLIO)
                        .count()
                == 1;
        List<Scope> workflows = registers.keySet().stream()
                .filter(scope -> scope.level() == Level.WORKFLOW)
                .toList();
        List<Fact.ScopeHolds> holding = new ArrayList<>();
        registers.forEach((holder, register) -> {
            if (holder.level() == Level.PORTFOLIO && isOne) {
                registers.keySet().stream()
                        .filter(part -> part.level() != Level.PORTFOLIO)
                        .forEach(part -> holding.add(holds(holder, part)));
            } else if (holder.level() != Level.WORKFLOW) {
                workflows.stream()
                        .filter(part -> register.contains(part.id()))
                        .forEach(part -> holding.add(holds(holder, part)));
            }
        });
        return holding;
    }

    private static Fact.ScopeHolds holds(Scope holder, Scope part) {
        return new Fact.ScopeHolds(holder.level(), holder.id(), part.level(), part.id());
    }
}
