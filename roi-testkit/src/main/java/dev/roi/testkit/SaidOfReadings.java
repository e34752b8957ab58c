package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.core.Direction;
import dev.roi.core.Indicator;
import dev.roi.core.Reading;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Days;
import dev.roi.core.Reading.Known;
import dev.roi.core.Reading.Status;
import dev.roi.core.Scorecard;
import java.time.YearMonth;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/** What a reading says of itself (that it may change, is a bound, or is of some days only), as law 15 has it. */
final class SaidOfReadings {

    private static final int SOME_DAYS = 10;

    /** One indicator of so many has its turn on a scorecard. */
    private static final int TURNS = 3;

    /** Something that a reading may say, and the best decision that it leaves where there was another without it. */
    private enum Said {
        /** It was reported otherwise before: that is said, and changes nothing. */
        RESTATED((known, month) -> known.as(Status.RESTATED), (was, after) -> was),
        /** It may still change: it excuses no alarm, but a stop needs what is surely so. */
        PROVISIONAL((known, month) -> known.as(Status.PROVISIONAL), SaidOfReadings::stopNeedsCertainty),
        /** It is the value, or more: where that cannot be told, it pulls no lever either. */
        AT_LEAST((known, month) -> known.bounded(Bound.AT_LEAST), SaidOfReadings::maintainAtBest),
        /** It is the value, or less. */
        AT_MOST((known, month) -> known.bounded(Bound.AT_MOST), SaidOfReadings::maintainAtBest),
        /** It is compared with nothing that is of a whole month. */
        SOME_OF_THE_DAYS(
                (known, month) -> known.covering(new Days(month.atDay(1), month.atDay(SOME_DAYS))),
                SaidOfReadings::maintainAtBest);

        @SuppressWarnings("ImmutableEnumChecker") // methods and lambdas without a state of their own
        private final BiFunction<Known, YearMonth, Reading> change;

        @SuppressWarnings("ImmutableEnumChecker")
        private final BinaryOperator<Decision> best;

        Said(BiFunction<Known, YearMonth, Reading> change, BinaryOperator<Decision> best) {
            this.change = change;
            this.best = best;
        }
    }

    private SaidOfReadings() {}

    /** Each indicator says another thing on each scorecard, so that over many of them each has said everything. */
    static void neverHelps(Trial trial) {
        int turn = trial.month().getMonthValue()
                + trial.scorecard().completeMonths().size();
        for (Indicator indicator : trial.indicators()) {
            Said said = Said.values()[turn++ % Said.values().length];
            if (turn % TURNS == 0 && trial.oracle().known(indicator.id()).isPresent()) {
                expectNoHelp(trial, indicator, said);
            }
        }
    }

    private static void expectNoHelp(Trial trial, Indicator indicator, Said said) {
        Scorecard changed = Edit.known(
                trial.scorecard(), trial.month(), indicator.id(), known -> said.change.apply(known, trial.month()));
        if (!trial.isValid(changed)) {
            return;
        }
        Decision was = trial.review().decision();
        boolean mayExtend = mayExtend(trial, indicator, said);
        trial.expectDecision(
                changed,
                after -> after.compareTo(said.best.apply(was, after)) <= 0
                        && (said != Said.RESTATED || after == was)
                        && (mayExtend || after != Decision.EXTEND),
                () -> "nothing better than %s, where %s is %s".formatted(was.word(), indicator.id(), said));
    }

    /** An open bound is told where it can be: it has to block where its open side is the one that would be worse. */
    private static boolean mayExtend(Trial trial, Indicator indicator, Said said) {
        return switch (said) {
            case RESTATED -> true;
            case PROVISIONAL, SOME_OF_THE_DAYS -> !LawTerms.isNeeded(indicator);
            case AT_LEAST -> !isOpenToWorse(trial, indicator, Direction.LOWER_IS_BETTER);
            case AT_MOST -> !isOpenToWorse(trial, indicator, Direction.HIGHER_IS_BETTER);
        };
    }

    private static boolean isOpenToWorse(Trial trial, Indicator indicator, Direction worseThere) {
        return LawTerms.isNeededCompared(indicator)
                && indicator.direction() == worseThere
                && trial.oracle().bounds(indicator.id()).isPresent();
    }

    private static Decision stopNeedsCertainty(Decision was, Decision after) {
        return was == Decision.STOP && after == Decision.ADJUST ? after : was;
    }

    private static Decision maintainAtBest(Decision was, Decision after) {
        return was == Decision.EXTEND ? was : Decision.MAINTAIN;
    }
}
