package dev.roi.rules;

import dev.roi.core.Decision;
import dev.roi.core.Level;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioContext.Conflict;
import dev.roi.core.PortfolioContext.Kind;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds scopes with opposite decisions of which one is part of the other. */
final class Conflicts {

    private Conflicts() {}

    static List<Conflict> between(Portfolio portfolio, Map<Scope, Review> reviews) {
        boolean one = portfolio.scorecards().stream()
                        .filter(card -> card.scope().level() == Level.PORTFOLIO)
                        .count()
                == 1;
        List<Conflict> conflicts = new ArrayList<>();
        for (Scorecard holder : portfolio.scorecards()) {
            for (Scorecard held : portfolio.scorecards()) {
                Optional<Workflow> entry = entry(holder, held.scope());
                boolean whole = one
                        && holder.scope().level() == Level.PORTFOLIO
                        && held.scope().level() != Level.PORTFOLIO;
                if (entry.isPresent() || whole) {
                    kind(reviews.get(holder.scope()), reviews.get(held.scope()), entry)
                            .ifPresent(kind -> conflicts.add(new Conflict(holder.scope(), held.scope(), kind)));
                }
            }
        }
        return conflicts;
    }

    /** The entry of a wider scope's register that is about a workflow. */
    private static Optional<Workflow> entry(Scorecard holder, Scope held) {
        if (held.level() != Level.WORKFLOW || holder.scope().level() == Level.WORKFLOW) {
            return Optional.empty();
        }
        return holder.workflows().stream()
                .filter(workflow -> workflow.id().equals(held.id()))
                .findFirst();
    }

    private static Optional<Kind> kind(@Nullable Review holder, @Nullable Review held, Optional<Workflow> entry) {
        if (holder == null || held == null) {
            return Optional.empty();
        }
        if (holder.decision() == Decision.EXTEND && held.decision() == Decision.STOP) {
            return Optional.of(Kind.EXTENDS_A_STOPPED_SCOPE);
        }
        if (holder.decision() == Decision.STOP && held.decision() == Decision.EXTEND) {
            return Optional.of(Kind.STOPS_AN_EXTENDED_SCOPE);
        }
        boolean authorised = entry.filter(workflow -> workflow.authorisation() == Workflow.Authorisation.AUTHORISED)
                .isPresent();
        return authorised && holder.decision() != Decision.STOP && held.decision() == Decision.STOP
                ? Optional.of(Kind.AUTHORISES_A_STOPPED_SCOPE)
                : Optional.empty();
    }
}
