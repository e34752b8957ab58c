package dev.roi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they add to one ledger. */
class KilledTest {

    private static final Pattern ADDED = Pattern.compile("added (\\d+) (sha256:[0-9a-f]{64})");

    @TempDir
    private Path directory;

    private final Random random = new Random(500);
    private final Map<Long, String> acknowledged = new HashMap<>();

    @Test
    void killed_a_few_times_while_two_processes_add_the_ledger_loses_nothing() throws Exception {
        kill(6);
    }

    @Test
    @Tag("soak")
    void killed_at_500_moments_while_two_processes_add_the_ledger_loses_nothing() throws Exception {
        for (int ledger = 0; ledger < 20; ledger++) {
            kill(25);
            Files.delete(file());
            acknowledged.clear();
        }
    }

    private Path file() {
        return directory.resolve("decisions.jsonl");
    }

    private void kill(int times) throws IOException, InterruptedException {
        List<Child> children = new ArrayList<>(List.of(new Child(), new Child()));
        for (int i = 0; i < times; i++) {
            int which = random.nextInt(children.size());
            Child child = children.get(which);
            child.awaitAdded(1 + random.nextInt(8));
            for (int spin = random.nextInt(200_000); spin > 0; spin--) {
                Thread.onSpinWait();
            }
            child.killed();
            children.set(which, new Child());
        }
        for (Child child : children) {
            child.awaitAdded(1);
        }
        for (Child child : children) {
            child.killed();
        }
        Records records = Records.in(FileLedger.existing(file()));
        records.append(Sample.record("Zoé"), Sample.POLICY);
        Map<Long, String> kept = new HashMap<>();
        records.forEach(
                recorded -> kept.put(recorded.entry(), recorded.line().hash().value()));
        assertThat(records.verify(Optional.empty()).faults()).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThan(times);
        assertThat(kept).containsAllEntriesOf(acknowledged);
    }

    /** A process of its own; its output is read as far as it is needed, and to its end once it is killed. */
    private final class Child {

        private final Process process;
        private final BufferedReader output;

        Child() throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Appending.class.getName(),
                            file().toString())
                    .redirectErrorStream(true)
                    .start();
            output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void awaitAdded(int lines) throws IOException {
            for (int i = 0; i < lines; i++) {
                String line = output.readLine();
                assertThat(line).as("what the process says").isNotNull().matches(ADDED);
                note(line);
            }
        }

        void killed() throws IOException, InterruptedException {
            assertThat(process.toHandle().destroyForcibly()).isTrue(); // the process's own method closes its output too
            process.waitFor();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                note(line);
            }
            output.close();
        }

        private void note(String line) {
            Matcher added = ADDED.matcher(line);
            if (added.matches()) {
                acknowledged.put(Long.parseLong(added.group(1)), added.group(2));
            }
        }
    }
}
