package dev.roi.testkit;

import dev.roi.core.Portfolio;
import dev.roi.core.Scorecard;
import dev.roi.core.Snapshot;
import dev.roi.rules.Engine;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Scorecards, months and portfolios of a policy as a domain of jqwik, so that a property says nothing of where they come
 * from.
 *
 * <pre>{@code
 * class Pilot extends ScorecardDomain {
 *     Pilot() {
 *         super(Engine.load(Path.of("policies/pilot")));
 *     }
 * }
 *
 * @Property
 * @Domain(Pilot.class)
 * void a_review_has_a_headline(@ForAll Scorecard scorecard) { … }
 * }</pre>
 */
public abstract class ScorecardDomain extends DomainContextBase {

    private final ScorecardArbitraries arbitraries;

    /**
     * Takes the indicators of a policy.
     *
     * @param engine the policy
     */
    protected ScorecardDomain(Engine engine) {
        this.arbitraries = ScorecardArbitraries.of(engine.policy());
    }

    /**
     * Provides scorecards.
     *
     * @return see {@link ScorecardArbitraries#scorecards()}
     */
    @Provide
    public Arbitrary<Scorecard> scorecards() {
        return arbitraries.scorecards();
    }

    /**
     * Provides months.
     *
     * @return see {@link ScorecardArbitraries#snapshots()}
     */
    @Provide
    public Arbitrary<Snapshot> snapshots() {
        return arbitraries.snapshots();
    }

    /**
     * Provides portfolios.
     *
     * @return see {@link ScorecardArbitraries#portfolios()}
     */
    @Provide
    public Arbitrary<Portfolio> portfolios() {
        return arbitraries.portfolios();
    }
}
