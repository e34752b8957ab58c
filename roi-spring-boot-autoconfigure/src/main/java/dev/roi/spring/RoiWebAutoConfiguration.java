package dev.roi.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is answered where something is wrong. */
@AutoConfiguration(after = RoiAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(RestControllerAdvice.class)
public class RoiWebAutoConfiguration {

    /** For Spring to make. */
    public RoiWebAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    RoiProblems roiProblems() {
        return new RoiProblems();
    }
}
