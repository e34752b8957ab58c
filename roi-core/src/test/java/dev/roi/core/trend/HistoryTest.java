package dev.roi.core.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Exact;
import dev.roi.core.trend.History.Point;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @Test
    void is_in_order_whatever_order_it_was_given_in() {
        Point may = new Point(MAY, Exact.ONE);
        Point december = new Point(YearMonth.of(2025, 12), Exact.ZERO);

        assertThat(new History(MAY, List.of(may, december)).points()).containsExactly(december, may);
    }

    @Test
    void is_cut_into_stretches_at_each_gap() {
        History history = History.of(
                MAY,
                Map.of(
                        YearMonth.of(2025, 9), Exact.of(1),
                        YearMonth.of(2025, 11), Exact.of(2),
                        YearMonth.of(2025, 12), Exact.of(3),
                        YearMonth.of(2026, 1), Exact.of(4),
                        YearMonth.of(2026, 5), Exact.of(5)));

        assertThat(history.stretches())
                .containsExactly(
                        List.of(Exact.of(1)), List.of(Exact.of(2), Exact.of(3), Exact.of(4)), List.of(Exact.of(5)));
    }

    @Test
    void without_a_point_has_no_stretch_and_no_latest_value() {
        History history = new History(MAY, List.of());

        assertThat(history.stretches()).isEmpty();
        assertThat(history.latest()).isEmpty();
    }

    @Test
    void has_a_latest_value_only_in_the_reviewed_month() {
        assertThat(History.of(MAY, Map.of(MAY, Exact.ONE)).latest()).contains(Exact.ONE);
        assertThat(History.of(MAY, Map.of(MAY.minusMonths(1), Exact.ONE)).latest())
                .isEmpty();
    }

    @Test
    void refuses_a_month_given_twice() {
        Point point = new Point(MAY, Exact.ONE);

        assertThatThrownBy(() -> new History(MAY, List.of(point, point)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("history has month (2026-05) twice");
    }

    @Test
    void refuses_to_read_later_than_the_reviewed_month() {
        assertThatThrownBy(() -> History.of(MAY, Map.of(MAY.plusMonths(1), Exact.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("history of (2026-05) reads (2026-06), which is later");
    }
}
