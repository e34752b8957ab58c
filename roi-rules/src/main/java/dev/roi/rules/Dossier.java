package dev.roi.rules;

import static java.util.Objects.requireNonNull;

import dev.roi.core.IndicatorId;
import dev.roi.core.Money;
import dev.roi.core.Review;
import dev.roi.rules.explain.Explanation;
import dev.roi.rules.whatif.WhatIf;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A review, and what a committee's page shows besides: the months behind each figure, the money, what would change the
 * decision, and why each rule spoke or stayed silent. Immutable and safe for use by several threads.
 *
 * @param review the review
 * @param series the indicators that are known, or shown, this month, in the policy's order
 * @param money what the month costs; nothing where the policy does not say where that stands
 * @param owner who answers for the scope, where the register of workflows says so
 * @param agenda the items of the meeting, in order
 * @param lastMeeting the review of the month that was decided on last, under the policy as it is now; nothing where nothing
 *     was decided yet
 * @param whatIf what would change the decision, and what to measure next
 * @param explanation why each rule spoke or stayed silent
 */
public record Dossier(
        Review review,
        Map<IndicatorId, Series> series,
        Optional<Money> money,
        Optional<String> owner,
        List<Topic> agenda,
        Optional<Review> lastMeeting,
        Optional<WhatIf> whatIf,
        Optional<Explanation> explanation) {

    /** Copies the lists. {@inheritDoc} */
    public Dossier {
        requireNonNull(review, "review");
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
        agenda = List.copyOf(agenda);
    }

    /**
     * Makes the dossier of a review of which nothing else is at hand.
     *
     * @param review the review
     * @return its dossier
     */
    public static Dossier of(Review review) {
        Map<IndicatorId, Series> series = new LinkedHashMap<>();
        review.dashboard().rows().stream()
                .flatMap(row -> row.cells().stream())
                .forEach(cell -> series.put(cell.indicator(), Series.of(cell)));
        return new Dossier(
                review,
                series,
                Optional.empty(),
                Optional.empty(),
                review.agenda().stream()
                        .map(item -> new Topic(
                                item.topic(),
                                item.title(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Adds what would change the decision.
     *
     * @param found what would change it, of the same scope and month and in the same language
     * @return the dossier with it
     */
    public Dossier with(WhatIf found) {
        return new Dossier(review, series, money, owner, agenda, lastMeeting, Optional.of(found), explanation);
    }

    /**
     * One item of the meeting: one question, one picture, one note.
     *
     * @param name its name in kebab-case
     * @param title what people call it
     * @param question what it is to settle; nothing where it is about the decision itself
     * @param minutes how long it may take
     * @param picture the indicator that is looked at; nothing where none of it is known
     * @param note what there is to say
     */
    public record Topic(
            String name,
            String title,
            Optional<String> question,
            Optional<Integer> minutes,
            Optional<IndicatorId> picture,
            Optional<String> note) {}
}
