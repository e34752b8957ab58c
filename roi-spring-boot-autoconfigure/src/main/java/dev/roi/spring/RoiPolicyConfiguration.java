package dev.roi.spring;

import dev.roi.governance.live.LivePolicy;
import dev.roi.governance.live.PolicyWatch;
import dev.roi.ledger.Records;
import dev.roi.rules.Engine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link RoiAutoConfiguration} brings, in the order in which it is asked for. */
final class RoiPolicyConfiguration {

    private RoiPolicyConfiguration() {}

    /** Meters, where the application has a registry. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class Metered {

        @Bean
        @ConditionalOnMissingBean(PolicyObserver.class)
        PolicyObserver roiMeters(ObjectProvider<ObservationRegistry> observations, MeterRegistry meters) {
            return new MeteredPolicy(observations.getIfAvailable(() -> ObservationRegistry.NOOP), meters);
        }
    }

    /** Nobody listens. */
    @Configuration(proxyBeanMethods = false)
    static class Unobserved {

        @Bean
        @ConditionalOnMissingBean(PolicyObserver.class)
        PolicyObserver roiUnobserved() {
            return new PolicyObserver() {};
        }
    }

    /** A policy directory. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("roi.policy.directory")
    static class Directory {

        @Bean
        @ConditionalOnMissingBean
        LivePolicy roiLivePolicy(RoiProperties properties, ObjectProvider<Records> records) {
            LivePolicy.Settings settings =
                    LivePolicy.of(Objects.requireNonNull(properties.policy().directory()));
            int people = properties.policy().approvals();
            return people == 0
                    ? settings.open()
                    : settings.requireApproval(() -> records.getObject().approvals(), people)
                            .open();
        }
    }

    /** A policy that is followed, whoever opened it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(LivePolicy.class)
    static class Followed {

        @Bean
        @ConditionalOnMissingBean
        PolicyInUse roiPolicy(LivePolicy policy, PolicyObserver observer) {
            return new PolicyInUse(policy::engine, observer);
        }

        @Bean
        Following roiPolicyWatch(LivePolicy policy, PolicyInUse inUse, RoiProperties properties) {
            Duration interval = properties.policy().watch();
            return new Following(
                    interval.isZero() ? Optional.empty() : Optional.of(policy.watch(interval, inUse::heard)));
        }
    }

    /** A policy that comes with the library, or of an engine that the application made, and never changes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(LivePolicy.class)
    static class Fixed {

        @Bean
        @ConditionalOnMissingBean
        Engine roiEngine(RoiProperties properties) {
            return Engine.builtIn(properties.policy().builtIn());
        }

        @Bean
        @ConditionalOnMissingBean
        PolicyInUse roiPolicy(Engine engine, PolicyObserver observer) {
            return new PolicyInUse(() -> engine, observer);
        }
    }

    /** A watch, unless none was asked for. */
    record Following(Optional<PolicyWatch> watch) implements AutoCloseable {

        @Override
        public void close() {
            watch.ifPresent(PolicyWatch::close);
        }
    }
}
