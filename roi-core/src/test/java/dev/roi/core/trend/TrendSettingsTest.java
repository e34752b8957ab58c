package dev.roi.core.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendSettingsTest {

    @Test
    void takes_the_least_of_each_number() {
        assertThat(new TrendSettings(5, 5, 2, 3).stablePoints()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 12, 8, 6, signalPoints (4) must be 5 or more",
        "6, 5, 8, 6, stablePoints (5) must be 6 or more",
        "6, 12, 1, 6, runLength (1) must be 2 or more",
        "6, 12, 8, 2, steadyLength (2) must be 3 or more"
    })
    void refuses_numbers_with_which_the_tests_mean_nothing(
            int signal, int stable, int run, int steady, String message) {
        assertThatThrownBy(() -> new TrendSettings(signal, stable, run, steady))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
