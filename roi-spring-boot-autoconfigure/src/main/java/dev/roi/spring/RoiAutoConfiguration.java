package dev.roi.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * The policy. It is loaded while the application starts, before any request is taken, so that an application that is ready
 * has it; a policy that cannot be used ends the start, with everything that is wrong with it.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@EnableConfigurationProperties(RoiProperties.class)
@Import({
    RoiPolicyConfiguration.Metered.class,
    RoiPolicyConfiguration.Unobserved.class,
    RoiPolicyConfiguration.Directory.class,
    RoiPolicyConfiguration.Followed.class,
    RoiPolicyConfiguration.Fixed.class
})
public class RoiAutoConfiguration {

    /** For Spring to make. */
    public RoiAutoConfiguration() {}
}
