package dev.roi.governance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A policy in a ConfigMap, as Kubernetes mounts it: links to {@code ..data}, which is a link that is replaced. */
@DisabledOnOs(OS.WINDOWS)
class MountedConfigMapTest {

    @TempDir
    private Path temporary = Path.of("");

    private Path mount = Path.of("");

    @BeforeEach
    void mount() throws IOException {
        mount = Files.createDirectory(temporary.resolve("mount"));
        hold("..2026_11_01", 60);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_11_01"));
        try (Stream<Path> entries = Files.list(mount.resolve("..2026_11_01"))) {
            for (Path entry : entries.toList()) {
                Files.createSymbolicLink(
                        mount.resolve(entry.getFileName()), Path.of("..data").resolve(entry.getFileName()));
            }
        }
    }

    /** Puts a version of the policy beside the others, where nobody looks yet. */
    private void hold(String version, int highAdoption) throws IOException {
        PolicyDirectory.copiedTo(mount.resolve(version)).setHighAdoption(highAdoption);
    }

    /** What the kubelet does: a new link takes the place of the old one, and what that led to goes. */
    private void swap(String from, String to) throws IOException {
        Path next = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(to));
        Files.move(next, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> gone = Files.walk(mount.resolve(from))) {
            for (Path path : gone.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void what_is_mounted_is_in_use_and_swaps_are_followed() throws IOException {
        LivePolicy live = LivePolicy.open(mount);
        HandDriven executor = new HandDriven();
        List<Reload> heard = new ArrayList<>();
        live.watch(executor, Duration.ofSeconds(1), heard::add);

        hold("..2026_12_01", 61);
        executor.tick();
        executor.tick();
        assertThat(heard).isEmpty();

        swap("..2026_11_01", "..2026_12_01");
        executor.tick();
        executor.tick();
        assertThat(heard).singleElement().isInstanceOf(Reload.Swapped.class);
        assertThat(heard.get(0).inUse()).isEqualTo(live.engine().policy().ref());
    }

    @Test
    void a_swap_to_a_policy_that_is_none_leaves_the_one_before_in_use() throws IOException {
        LivePolicy live = LivePolicy.open(mount);
        hold("..2026_12_01", 61);
        Files.writeString(mount.resolve("..2026_12_01/thresholds.yaml"), "");
        swap("..2026_11_01", "..2026_12_01");

        Reload reload = live.reload();

        assertThat(reload).isInstanceOf(Reload.Refused.class);
        assertThat(reload.inUse()).isEqualTo(live.engine().policy().ref());
    }

    @Test
    void a_link_that_leads_elsewhere_is_followed_no_more_than_any_other() throws IOException {
        PolicyDirectory.copiedTo(temporary.resolve("elsewhere"));
        for (String target :
                List.of("../elsewhere", temporary.resolve("elsewhere").toString(), "..", "..data_gone")) {
            Files.delete(mount.resolve("..data"));
            Files.createSymbolicLink(mount.resolve("..data"), Path.of(target));

            assertThatThrownBy(() -> LivePolicy.open(mount))
                    .as(target)
                    .isInstanceOf(InvalidPolicy.class)
                    .hasMessageContaining("it links to something else than a directory beside it");
        }
    }

    @Test
    void a_link_within_what_is_mounted_is_refused() throws IOException {
        Path thresholds = mount.resolve("..data/thresholds.yaml");
        Path moved = Files.move(thresholds, temporary.resolve("thresholds.yaml"));
        Files.createSymbolicLink(thresholds, moved);

        assertThat(Files.exists(thresholds, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThatThrownBy(() -> LivePolicy.open(mount))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("thresholds.yaml");
    }
}
