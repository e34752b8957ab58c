package dev.roi.benchmarks.peers;

import dev.roi.rules.policy.Policy;
import java.util.function.Function;

/** Everybody who decides, in the order of the table. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
public enum Peers {
    /** This library. */
    ROI("roi", Roi::new),
    /** Plain Java. */
    BY_HAND("plain Java by hand", ByHand::new),
    /** Drools, rules interpreted. */
    DROOLS("Drools 10.2.0", policy -> PlainDrools.of(policy, PlainDrools.Model.CLASSIC)),
    /** Drools, rules compiled to Java. */
    DROOLS_EXECUTABLE(
            "Drools 10.2.0, executable model", policy -> PlainDrools.of(policy, PlainDrools.Model.EXECUTABLE)),
    /** Drools, rules compiled to Java, its sessions from a pool. */
    DROOLS_POOLED("Drools 10.2.0, executable model, pooled sessions", PlainDrools::pooled),
    /** KIE DMN. */
    KIE_DMN("KIE DMN 10.2.0", KieDmn::new),
    /** Camunda DMN. */
    CAMUNDA_DMN("Camunda DMN 7.24.0", CamundaDmn::new),
    /** Evrete. */
    EVRETE("Evrete 4.0.3", Evrete::new),
    /** Easy Rules. */
    EASY_RULES("Easy Rules 4.1.0", EasyRules::new);

    private final String title;
    private final Function<Policy, Peer> maker;

    Peers(String title, Function<Policy, Peer> maker) {
        this.title = title;
        this.maker = maker;
    }

    /**
     * Returns its name and release.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Makes it ready to decide.
     *
     * @param policy the policy whose rules it gets
     * @return the peer
     */
    public Peer with(Policy policy) {
        return maker.apply(policy);
    }
}
