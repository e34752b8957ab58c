package dev.roi.ledger;

import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.PastDecision;
import dev.roi.core.PastScorecard;
import dev.roi.core.Scorecard;
import dev.roi.core.json.LedgerEntry;
import dev.roi.core.json.LedgerEntry.OfDecision;
import dev.roi.core.json.LedgerEntry.OfPolicy;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the scorecards that the last decisions on some scopes rested on. For use by one thread. */
final class PastScorecards {

    private final Set<Long> wanted;
    private final Map<Long, OfPolicy> policies = new HashMap<>();
    private final Map<Long, IndicatorSet> indicators = new HashMap<>();
    private final List<PastScorecard> found = new ArrayList<>();

    /** Wants, for each of today's scorecards, the last decision on a month before the one that is reviewed. */
    PastScorecards(List<PastDecision> decisions, List<Scorecard> today, Optional<YearMonth> month) {
        this.wanted = today.stream()
                .flatMap(scorecard -> last(decisions, scorecard, month).stream())
                .map(PastDecision::entry)
                .collect(Collectors.toSet());
    }

    private static Optional<PastDecision> last(
            List<PastDecision> decisions, Scorecard today, Optional<YearMonth> month) {
        List<YearMonth> complete = today.completeMonths();
        Optional<YearMonth> reviewed =
                month.or(() -> complete.isEmpty() ? Optional.empty() : Optional.of(complete.get(complete.size() - 1)));
        return decisions.stream()
                .filter(past -> today.scope().goesOnFrom(past.scope()))
                .filter(past -> reviewed.filter(past.month()::isBefore).isPresent())
                .max(Comparator.comparing(PastDecision::month).thenComparing(PastDecision::entry));
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    List<PastScorecard> found() {
        return List.copyOf(found);
    }

    /** Takes an entry, in the order of the ledger. */
    void take(LedgerEntry entry) {
        if (entry.content() instanceof OfPolicy policy) {
            policies.put(entry.number(), policy);
        } else if (entry.content() instanceof OfDecision decided && wanted.contains(entry.number())) {
            read(entry.number(), decided).ifPresent(found::add);
        }
    }

    private Optional<PastScorecard> read(long number, OfDecision decided) {
        OfPolicy policy = policies.get(decided.policyEntry());
        if (policy == null) {
            return Optional.empty();
        }
        try {
            IndicatorSet measured = indicators.computeIfAbsent(
                    decided.policyEntry(),
                    same -> Engine.read(PolicyFiles.of("the recorded policy", policy.files()), Map.of())
                            .indicators());
            String document = decided.record().basis().scorecard();
            Scorecard scorecard = Scorecards.checkedAgainst(PolicyLookup.always(measured))
                    .read(List.of(Source.of(
                            "the recorded scorecard",
                            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))))
                    .scorecards()
                    .get(0);
            return Optional.of(
                    new PastScorecard(number, decided.record().basis().month(), scorecard));
        } catch (InvalidInput refused) {
            return Optional.empty(); // what this version refuses, replaying the ledger names
        }
    }
}
