package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.MonthDecision;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The decisions of the last months: a bar for what the policy recommends, the higher the better the decision, and a line
 * across it for what the committee decided.
 *
 * @param label the same in words
 * @param bars the bars; a month that was not decided has none
 */
record Strip(String label, List<Bar> bars) implements Picture {

    /** The months that a strip shows. */
    static final int MONTHS = 12;

    static final int WIDTH = 96;
    static final int HEIGHT = 22;
    private static final int STEP = 5;

    Strip {
        bars = List.copyOf(bars);
    }

    /**
     * A month.
     *
     * @param x how far right it is
     * @param height how high it is
     * @param decision what is recommended
     * @param decided how high what the committee decided is; nothing where it is not on record
     */
    record Bar(int x, int height, Decision decision, Optional<Integer> decided) {}

    static Strip of(YearMonth newest, List<MonthDecision> recommended, List<MonthDecision> decided, Words words) {
        Map<YearMonth, Decision> policy = byMonth(recommended);
        Map<YearMonth, Decision> committee = byMonth(decided);
        List<Bar> bars = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = newest.minusMonths(MONTHS - 1L - i);
            Decision decision = policy.get(month);
            Optional<Decision> taken = Optional.ofNullable(committee.get(month));
            if (decision != null) {
                bars.add(new Bar(i * WIDTH / MONTHS, height(decision), decision, taken.map(Strip::height)));
                told.add(words.fill(
                        taken.isPresent() ? "strip.decided" : "plot.month",
                        Map.of(
                                "month", words.quantities().month(month),
                                "value", words.decision(decision),
                                "decided", taken.map(words::decision).orElse(""))));
            }
        }
        return new Strip(String.join(", ", told), bars);
    }

    private static Map<YearMonth, Decision> byMonth(List<MonthDecision> decisions) {
        return decisions.stream()
                .collect(Collectors.toMap(MonthDecision::month, MonthDecision::decision, (first, second) -> second));
    }

    private static int height(Decision decision) {
        return STEP
                * switch (decision) {
                    case STOP -> 1;
                    case ADJUST -> 2;
                    case MAINTAIN -> 3;
                    case EXTEND -> 4;
                };
    }
}
