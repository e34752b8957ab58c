package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the readings of an indicator are held against before they are believed.
 *
 * @param leastSample how many cases a reading has to rest on, where it says how many; with fewer it is undetermined
 * @param otherPopulations words which, in a definition, say that it is measured over other cases than the indicator is: such
 *     a reading is shown, and used for nothing
 * @param notAbove the indicator that it cannot be above in the same month
 * @param notAboveCasesOf the rate whose number of cases it cannot be above in the same month
 * @param about what it should be about as much as, given the readings of the same month
 * @param notFreeWith the indicators that say that there was something to pay for, where it is 0
 */
public record Trust(
        Optional<Exact> leastSample,
        List<String> otherPopulations,
        Optional<IndicatorId> notAbove,
        Optional<IndicatorId> notAboveCasesOf,
        Optional<Computation.Ratio> about,
        List<IndicatorId> notFreeWith) {

    /** Of an indicator whose readings are held against nothing. */
    public static final Trust NOTHING =
            new Trust(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** Copies the lists. {@inheritDoc} */
    public Trust {
        requireNonNull(leastSample, "leastSample");
        otherPopulations = List.copyOf(otherPopulations);
        notFreeWith = List.copyOf(notFreeWith);
    }

    /**
     * Tells whether a reading rests on too few cases.
     *
     * @param reading the reading
     * @return whether it says how many, and they are fewer than are needed
     */
    public boolean isOfTooFew(Reading.Known reading) {
        return leastSample
                .flatMap(least -> reading.sample().filter(cases -> cases.isBelow(least)))
                .isPresent();
    }

    /**
     * Tells whether a reading is measured over other cases.
     *
     * @param reading the reading
     * @return whether its definition has one of the words that say so
     */
    public boolean isOfOthers(Reading.Known reading) {
        return !otherPopulations.isEmpty()
                && reading.definition()
                        .map(OwnTerms::folded)
                        .filter(definition ->
                                otherPopulations.stream().map(OwnTerms::folded).anyMatch(definition::contains))
                        .isPresent();
    }

    /**
     * Returns the indicators that it names.
     *
     * @return their names
     */
    public List<IndicatorId> named() {
        List<IndicatorId> named = new ArrayList<>(notFreeWith);
        notAbove.ifPresent(named::add);
        notAboveCasesOf.ifPresent(named::add);
        about.ifPresent(ratio -> named.addAll(ratio.sources()));
        return named;
    }
}
