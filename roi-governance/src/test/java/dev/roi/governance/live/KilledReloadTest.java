package dev.roi.governance.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fingerprint;
import dev.roi.governance.live.ReloadUntilKilled.Moment;
import dev.roi.rules.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(600)
class KilledReloadTest {

    @TempDir
    private Path temporary = Path.of("");

    @ParameterizedTest
    @EnumSource
    void a_reload_that_is_killed_leaves_the_directory_whole(Moment moment) throws IOException, InterruptedException {
        PolicyDirectory directory = PolicyDirectory.copiedTo(temporary.resolve("pilot"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReloadUntilKilled.class.getName(),
                        directory.path().toString(),
                        moment.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                OutputStream input = process.getOutputStream()) {
            assertThat(lines.readLine()).isEqualTo("OPEN");
            directory.setHighAdoption(60);
            Map<String, String> before = directory.everything();
            input.write('\n');
            input.flush();
            assertThat(lines.readLine()).isEqualTo(moment.name());
            process.destroyForcibly().waitFor();
            assertThat(directory.everything()).isEqualTo(before);
        } finally {
            process.destroyForcibly();
        }
        Fingerprint written = Engine.load(directory.path()).policy().ref().fingerprint();
        assertThat(LivePolicy.open(directory.path()).engine().policy().ref().fingerprint())
                .isEqualTo(written);
    }
}
