package dev.roi.cli;

import dev.roi.core.IndicatorSet;
import dev.roi.core.Language;
import dev.roi.core.PolicyId;
import dev.roi.core.Scorecard;
import dev.roi.core.json.PolicyLookup;
import dev.roi.rules.Engine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which policy each scorecard is reviewed with: the one of the command line, or else the scorecard's own. */
final class Engines implements PolicyLookup {

    private final Policies policies;
    private final Optional<Engine> chosen;
    private final Language language;

    Engines(Policies policies, Optional<String> named, Language language) {
        this.policies = policies;
        this.language = language;
        this.chosen = named.map(policy -> policies.load(policy, language));
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
        return chosen.isPresent() ? List.of() : policies.names();
    }

    private Optional<Engine> engine(Optional<PolicyId> id) {
        return chosen.or(() -> id.flatMap(named -> policies.builtIn(named.value(), language)));
    }
}
