package dev.roi.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Health under Spring Boot 4: up, with the fingerprint of the policy in use; a directory that was refused is named there, and
 * takes nothing down, since the policy before it stays in use.
 */
@AutoConfiguration(after = RoiAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
@ConditionalOnBean(PolicyInUse.class)
public class RoiHealthOfBoot4AutoConfiguration {

    /** For Spring to make. */
    public RoiHealthOfBoot4AutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "roiHealthIndicator")
    HealthIndicator roiHealthIndicator(PolicyInUse inUse) {
        return () -> Health.up().withDetails(RoiEndpoint.details(inUse)).build();
    }
}
