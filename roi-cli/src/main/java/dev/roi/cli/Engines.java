package dev.roi.cli;

import dev.roi.core.Exact;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Language;
import dev.roi.core.PolicyId;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.core.json.PolicyLookup;
import dev.roi.rules.Engine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which policy each scorecard is reviewed with: the one of the command line, or else the scorecard's own. */
final class Engines implements PolicyLookup {

    private final Policies policies;
    private final Optional<Engine> chosen;
    private final Language language;
    private final Map<ThresholdId, Exact> assumed;
    private final Optional<ApprovedVersions> approved;
    private final Map<String, Engine> assuming = new HashMap<>();

    Engines(Policies policies, Optional<String> named, Language language) {
        this(policies, named, language, Map.of());
    }

    /** Policies are as they would be with other values of thresholds. */
    Engines(Policies policies, Optional<String> named, Language language, Map<ThresholdId, Exact> assumed) {
        this(policies, named, language, assumed, Optional.empty());
    }

    /** Policies are those that were approved for a month, where that is asked for, in place of the ones of today. */
    Engines(
            Policies policies,
            Optional<String> named,
            Language language,
            Map<ThresholdId, Exact> assumed,
            Optional<ApprovedVersions> approved) {
        this.policies = policies;
        this.language = language;
        this.assumed = Map.copyOf(assumed);
        this.approved = approved;
        this.chosen = named.map(policy -> assuming(policy, policies.load(policy, language)));
    }

    private Engine assuming(String name, Engine engine) {
        return assumed.isEmpty() ? engine : assuming.computeIfAbsent(name, same -> engine.assuming(assumed));
    }

    /** The policy of the command line. */
    Optional<PolicyId> chosen() {
        return chosen.map(engine -> engine.policy().ref().id());
    }

    Engine of(Scorecard scorecard) {
        return engine(scorecard.policy()).orElseThrow();
    }

    @Override
    public Optional<IndicatorSet> find(Optional<PolicyId> id) {
        return engine(id).map(Engine::indicators);
    }

    @Override
    public Collection<String> known() {
        if (chosen.isPresent()) {
            return List.of();
        }
        return approved.<Collection<String>>map(versions ->
                        versions.policies().stream().map(PolicyId::value).toList())
                .orElseGet(policies::names);
    }

    private Optional<Engine> engine(Optional<PolicyId> id) {
        if (approved.isPresent()) {
            return approved.get()
                    .find(id)
                    .map(engine -> assuming(engine.policy().ref().id().value(), engine));
        }
        return chosen.or(() -> id.flatMap(
                named -> policies.named(named.value(), language).map(engine -> assuming(named.value(), engine))));
    }
}
