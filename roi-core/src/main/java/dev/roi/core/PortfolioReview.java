package dev.roi.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several scopes, each reviewed by itself. There is no pooled decision: a good mean hides no stopped scope.
 *
 * @param reviews one for each scope, in the order of level and scope id
 * @param newest the newest month that was reviewed
 * @param stale the scopes whose latest complete month is before the newest
 * @param totals what adds up, by level, currency and indicator
 * @param actions what is recommended for which scopes, in the order of decisions, the gravest first, and levers
 * @param headline the scopes by decision, in one line
 * @param unasked the open actions of decisions for months before the newest that no review asks about, since their scope
 *     was not reviewed, or has no later month, in the order of scopes and of what is due first: an action does not end
 *     where a scope stops reporting
 * @param notes what the portfolio rules of the policies say of the scopes together, in the order of policies and rules; they
 *     change no scope's decision
 */
public record PortfolioReview(
        List<Review> reviews,
        YearMonth newest,
        List<Scope> stale,
        List<Total> totals,
        List<Action> actions,
        String headline,
        List<FollowUp> unasked,
        List<Note> notes) {

    /** Copies the lists, and checks that each action has no answer. {@inheritDoc} */
    public PortfolioReview {
        reviews = List.copyOf(reviews);
        stale = List.copyOf(stale);
        totals = List.copyOf(totals);
        actions = List.copyOf(actions);
        unasked = List.copyOf(unasked);
        notes = List.copyOf(notes);
        unasked.stream()
                .filter(past -> !past.action().map(PastAction::isOpen).orElse(false))
                .findFirst()
                .ifPresent(past -> {
                    throw new IllegalArgumentException(
                            "entry (%s) is not open".formatted(past.decision().entry()));
                });
    }

    /**
     * Returns the reviews as a document, for Jackson: any of its mappers writes it from this.
     *
     * @return the document, as {@code dev.roi.core.json.Json} writes it
     */
    @JsonValue
    public Object document() {
        return Documented.document(this);
    }

    /**
     * Says nothing of decisions that no review asks about, nor of the scopes together.
     *
     * @param reviews one for each scope, in the order of level and scope id
     * @param newest the newest month that was reviewed
     * @param stale the scopes whose latest complete month is before the newest
     * @param totals what adds up, by level, currency and indicator
     * @param actions what is recommended for which scopes, in the order of decisions and levers
     * @param headline the scopes by decision, in one line
     */
    public PortfolioReview(
            List<Review> reviews,
            YearMonth newest,
            List<Scope> stale,
            List<Total> totals,
            List<Action> actions,
            String headline) {
        this(reviews, newest, stale, totals, actions, headline, List.of(), List.of());
    }

    /**
     * Counts the scopes by decision.
     *
     * @return how many scopes have each decision; every decision is there
     */
    public Map<Decision, Integer> decisions() {
        Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            counts.put(decision, (int) reviews.stream()
                    .filter(review -> review.decision() == decision)
                    .count());
        }
        return Collections.unmodifiableMap(counts);
    }

    /**
     * A sum over the scopes of one level that report one indicator in one unit for the newest month.
     *
     * @param level the level of the scopes
     * @param indicator the indicator
     * @param name what people call it
     * @param unit what it counts
     * @param sum the sum of what is known; 0 where nothing is
     * @param sumText the sum with its unit, in the reviews' language; empty where nothing is known
     * @param known how many scopes it is known for
     * @param unknown the scopes it is not known for, in order
     */
    public record Total(
            Level level,
            IndicatorId indicator,
            String name,
            Unit unit,
            Exact sum,
            String sumText,
            int known,
            List<Scope> unknown) {

        /** Copies the list, and says nothing in words of a sum of nothing. {@inheritDoc} */
        public Total {
            unknown = List.copyOf(unknown);
            sumText = known == 0 ? "" : sumText;
        }
    }

    /**
     * What a portfolio rule says of scopes together.
     *
     * @param rule the rule
     * @param headline what it is about, in a few words
     * @param scopes the scopes that it rests on, each once, in the order of the rule's conditions and of scopes
     * @param text what it says, in words
     */
    public record Note(RuleId rule, String headline, List<Scope> scopes, String text) {

        /** Copies the list. {@inheritDoc} */
        public Note {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * What is recommended for several scopes.
     *
     * @param decision the decision
     * @param lever the lever, for an adjustment
     * @param title what to do, in words
     * @param scopes the scopes, in order
     */
    public record Action(Decision decision, Optional<LeverId> lever, String title, List<Scope> scopes) {

        /** Copies the list. {@inheritDoc} */
        public Action {
            scopes = List.copyOf(scopes);
        }
    }
}
