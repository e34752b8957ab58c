package dev.roi.governance.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.governance.live.ReloadsUnderLoad.Figures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadsUnderLoadTest {

    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void reviews_during_reloads_are_those_of_the_policy_that_they_name() throws Exception {
        List<Figures> figures = new ReloadsUnderLoad(temporary.resolve("pilot")).run(10, 5);
        assertThat(last(figures).reviews()).isPositive();
        assertThat(last(figures).threads()).isLessThanOrEqualTo(figures.get(0).threads());
    }

    @Test
    @Tag("soak")
    void a_thousand_reloads_leave_nothing_behind() throws Exception {
        List<Figures> figures = new ReloadsUnderLoad(temporary.resolve("pilot")).run(1_000, 100);
        Figures first = figures.get(0);
        assertThat(last(figures).reviews()).isGreaterThan(1_000);
        assertThat(figures).allSatisfy(each -> {
            assertThat(each.threads()).isLessThanOrEqualTo(first.threads());
            assertThat(each.heap()).isLessThan(first.heap() + 5L * MEGABYTE);
            assertThat(each.metaspace()).isLessThan(first.metaspace() + 2L * MEGABYTE);
        });
    }

    private static Figures last(List<Figures> figures) {
        return figures.get(figures.size() - 1);
    }
}
