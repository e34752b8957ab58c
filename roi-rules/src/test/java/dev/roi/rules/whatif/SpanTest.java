package dev.roi.rules.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Exact;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Exact HUNDRED = Exact.HUNDRED;

    private static final Span FROM_HUNDRED = new Span(Optional.of(HUNDRED), true, Optional.empty(), false);
    private static final Span ABOVE_HUNDRED = Span.between(Optional.of(HUNDRED), Optional.empty());

    @Test
    void spans_that_touch_have_the_end_in_common() {
        assertThat(FROM_HUNDRED.within(Exact.of(-100), HUNDRED)).contains(Span.of(HUNDRED));
    }

    @Test
    void an_end_that_does_not_belong_to_a_span_is_not_in_common() {
        assertThat(ABOVE_HUNDRED.within(Exact.of(-100), HUNDRED)).isEmpty();
    }

    @Test
    void what_lies_in_both_ends_where_the_first_of_them_ends() {
        assertThat(FROM_HUNDRED.within(Exact.ZERO, Exact.of(120)))
                .contains(new Span(Optional.of(HUNDRED), true, Optional.of(Exact.of(120)), true));
    }

    @Test
    void spans_apart_have_nothing_in_common() {
        assertThat(FROM_HUNDRED.within(Exact.ZERO, Exact.of(99))).isEmpty();
    }
}
