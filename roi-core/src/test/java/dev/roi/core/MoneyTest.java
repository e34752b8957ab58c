package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Money.Plan;
import dev.roi.core.Reading.Bound;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Budget YEAR =
            Budget.of(Exact.of("60000"), "2026-01/2026-12").orElseThrow();
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Optional<Exact> RATE = Optional.of(Exact.of("5000"));

    @Test
    void what_is_spent_is_the_share_of_the_budget_that_is_consumed() {
        assertThat(Plan.of(YEAR, Reading.of("40"), MAY, RATE).spent()).isEqualTo(Exact.of("24000"));
    }

    @Test
    void a_budget_ends_where_each_month_that_is_left_costs_as_much_as_the_next() {
        assertThat(Plan.of(YEAR, Reading.of("40"), MAY, RATE).landing()).contains(Exact.of("59000"));
    }

    @Test
    void in_its_last_month_it_ends_at_what_is_spent() {
        Plan plan = Plan.of(YEAR, Reading.of("95"), YEAR.last(), RATE);
        assertThat(plan.landing()).contains(plan.spent());
    }

    @Test
    void where_a_month_is_not_known_nobody_says_where_it_ends() {
        Plan plan = Plan.of(YEAR, Reading.of("40").bounded(Bound.AT_LEAST), MAY, RATE);
        assertThat(plan.bound()).isEqualTo(Bound.AT_LEAST);
        assertThat(plan.landing()).isEmpty();
        assertThat(Plan.of(YEAR, Reading.of("40"), MAY, Optional.empty()).landing())
                .isEmpty();
    }
}
