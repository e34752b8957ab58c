package dev.roi.core;

import java.util.List;
import java.util.function.Function;

/**
 * How an indicator's value follows from other readings of the same month, so that it need not be given. Shares and gains are
 * percentages; a ratio is in the unit of what is divided.
 */
public sealed interface Computation permits Computation.Share, Computation.Gain, Computation.Ratio {

    /**
     * Returns the indicators that have to be known.
     *
     * @return their names, in the order of the computation
     */
    List<IndicatorId> sources();

    /**
     * Treats the kinds of computation apart.
     *
     * @param ifShare what to do with a share
     * @param ifGain what to do with a gain
     * @param ifRatio what to do with a ratio
     * @param <T> the type of the result
     * @return the result of the case that applies
     */
    <T> T fold(
            Function<? super Share, ? extends T> ifShare,
            Function<? super Gain, ? extends T> ifGain,
            Function<? super Ratio, ? extends T> ifRatio);

    /**
     * One part's share of a whole that is broken down: part / whole, in percent. Shares of one whole exclude each other,
     * so that they are at most 100 % together.
     *
     * @param whole the indicator that is broken down, by the names of its breakdown
     * @param part the part
     */
    record Share(IndicatorId whole, String part) implements Computation {

        @Override
        public List<IndicatorId> sources() {
            return List.of(whole);
        }

        @Override
        public <T> T fold(
                Function<? super Share, ? extends T> ifShare,
                Function<? super Gain, ? extends T> ifGain,
                Function<? super Ratio, ? extends T> ifRatio) {
            return ifShare.apply(this);
        }
    }

    /**
     * What is gained over what it costs: (gain − cost) / cost, in percent; unknown where the cost is 0.
     *
     * @param gain the indicator that is gained
     * @param cost the indicator that is spent, in the same unit
     */
    record Gain(IndicatorId gain, IndicatorId cost) implements Computation {

        @Override
        public List<IndicatorId> sources() {
            return List.of(gain, cost);
        }

        @Override
        public <T> T fold(
                Function<? super Share, ? extends T> ifShare,
                Function<? super Gain, ? extends T> ifGain,
                Function<? super Ratio, ? extends T> ifRatio) {
            return ifGain.apply(this);
        }
    }

    /**
     * So much for each: what is divided / what it is divided by; unknown where there is nothing to divide by.
     *
     * @param of the indicator that is divided
     * @param each the indicator that it is divided by
     * @param counting what is taken of that one
     */
    record Ratio(IndicatorId of, IndicatorId each, Counted counting) implements Computation {

        @Override
        public List<IndicatorId> sources() {
            return List.of(of, each);
        }

        @Override
        public <T> T fold(
                Function<? super Share, ? extends T> ifShare,
                Function<? super Gain, ? extends T> ifGain,
                Function<? super Ratio, ? extends T> ifRatio) {
            return ifRatio.apply(this);
        }
    }

    /** What is taken of an indicator that another one is divided by. */
    enum Counted implements Keyword {
        /** Its value. */
        VALUE,
        /** Of a rate, the cases that were counted: its numerator. */
        NUMERATOR
    }
}
