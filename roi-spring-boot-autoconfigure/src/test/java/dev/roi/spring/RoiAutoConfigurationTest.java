package dev.roi.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.InvalidPolicy;
import dev.roi.governance.live.LivePolicy;
import dev.roi.governance.live.Reload;
import dev.roi.rules.Engine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class RoiAutoConfigurationTest {

    private static final Path PILOT = Path.of("../roi-examples/policies/pilot");

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    RoiAutoConfiguration.class,
                    RoiActuatorAutoConfiguration.class,
                    RoiHealthOfBoot3AutoConfiguration.class));

    @TempDir
    private Path temporary = Path.of("");

    @Configuration(proxyBeanMethods = false)
    static class OfItsOwn {

        @Bean
        Engine engine() {
            return Engine.load(PILOT);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private Path pilot() throws IOException {
        Path copy = temporary.resolve("pilot");
        try (Stream<Path> files = Files.walk(PILOT)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(PILOT.relativize(file).toString()));
            }
        }
        return copy;
    }

    @Test
    void a_policy_that_comes_with_the_library_is_there_by_itself() {
        application.withPropertyValues("roi.policy.built-in=assistant").run(context -> {
            assertThat(context.getBean(PolicyInUse.class)
                            .engine()
                            .policy()
                            .ref()
                            .id()
                            .value())
                    .isEqualTo("assistant");
            assertThat(context).hasSingleBean(Engine.class).doesNotHaveBean(LivePolicy.class);
            assertThat(context).hasBean("roiHealthIndicator");
        });
    }

    @Test
    void everything_backs_off_for_an_engine_of_the_application() {
        application.withUserConfiguration(OfItsOwn.class).run(context -> {
            assertThat(context).hasSingleBean(Engine.class);
            assertThat(context.getBean(PolicyInUse.class).engine()).isSameAs(context.getBean(Engine.class));
            assertThat(context.getBean(PolicyObserver.class)).isInstanceOf(MeteredPolicy.class);
        });
    }

    @Test
    void a_directory_is_followed_and_what_it_refuses_is_told_until_it_is_mended() throws IOException {
        Path directory = pilot();
        application
                .withUserConfiguration(Metered.class)
                .withPropertyValues("roi.policy.directory=" + directory, "roi.policy.watch=0s")
                .run(context -> {
                    PolicyInUse inUse = context.getBean(PolicyInUse.class);
                    LivePolicy live = context.getBean(LivePolicy.class);
                    Engine before = inUse.engine();
                    String thresholds = Files.readString(directory.resolve("thresholds.yaml"));

                    Files.writeString(directory.resolve("thresholds.yaml"), "");
                    inUse.heard(live.reload());
                    assertThat(inUse.engine()).isSameAs(before);
                    assertThat(RoiEndpoint.details(inUse)).containsKey("refused");

                    Files.writeString(directory.resolve("thresholds.yaml"), thresholds);
                    String policy = Files.readString(directory.resolve("policy.yaml"));
                    Files.writeString(directory.resolve("policy.yaml"), policy.replace("1.0.0", "1.0.1"));
                    Reload reload = live.reload();
                    inUse.heard(reload);
                    assertThat(reload).isInstanceOf(Reload.Swapped.class);
                    assertThat(inUse.engine()).isNotSameAs(before);
                    assertThat(RoiEndpoint.details(inUse)).doesNotContainKey("refused");
                    assertThat(context.getBean(MeterRegistry.class)
                                    .counter("roi.reloads", "result", "refused")
                                    .count())
                            .isEqualTo(1);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Metered {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @Test
    void a_policy_that_cannot_be_used_ends_the_start_with_every_fault() {
        application.withPropertyValues("roi.policy.directory=" + temporary).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).rootCause().isInstanceOf(InvalidPolicy.class);
            assertThat(new InvalidPolicyAnalyzer()
                            .analyze(Objects.requireNonNull(context.getStartupFailure()))
                            .getDescription())
                    .startsWith("The policy cannot be used:\n\nROI-");
        });
    }

    @Test
    void every_property_is_described() throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                RoiProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            String metadata = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (RecordComponent group : RoiProperties.class.getRecordComponents()) {
                for (RecordComponent property : group.getType().getRecordComponents()) {
                    assertThat(metadata)
                            .contains("\"roi.%s.%s\"".formatted(group.getName(), kebab(property.getName())));
                }
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
