package dev.roi.spring;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyRef;
import dev.roi.core.Review;
import dev.roi.governance.live.Reload;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;

/**
 * What happens, as meters: {@code roi.review} by policy and decision, {@code roi.unknown} by policy and reason, {@code
 * roi.faults} by code, {@code roi.reloads} by result. No name of a scope is in them.
 */
final class MeteredPolicy implements PolicyObserver {

    private final ObservationRegistry observations;
    private final MeterRegistry meters;

    MeteredPolicy(ObservationRegistry observations, MeterRegistry meters) {
        this.observations = observations;
        this.meters = meters;
    }

    @Override
    public Review reviewed(PolicyRef policy, Supplier<Review> reviewing) {
        Observation observation = Observation.createNotStarted("roi.review", observations)
                .lowCardinalityKeyValue("policy", policy.id().value())
                .lowCardinalityKeyValue("decision", "none");
        Review review = observation.observe(() -> {
            Review made = reviewing.get();
            observation.lowCardinalityKeyValue("decision", made.decision().word());
            return made;
        });
        review.unknown()
                .forEach(unknown -> meters.counter(
                                "roi.unknown",
                                "policy",
                                policy.id().value(),
                                "reason",
                                unknown.reason().word())
                        .increment());
        return review;
    }

    @Override
    public void refused(InvalidInput refused) {
        for (Fault fault : refused.faults()) {
            meters.counter("roi.faults", "code", fault.code()).increment();
        }
    }

    @Override
    public void reloaded(Reload reload) {
        String result = reload.<String>fold(swapped -> "swapped", unchanged -> "unchanged", refused -> "refused");
        meters.counter("roi.reloads", "result", result).increment();
    }
}
