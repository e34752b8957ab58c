package dev.roi.rules.whatif;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Keyword;
import dev.roi.core.Language;
import dev.roi.core.PolicyRef;
import dev.roi.core.Scope;
import dev.roi.core.ThresholdId;
import dev.roi.core.Unit;
import dev.roi.core.json.Json;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What would change a decision, what keeps it, how sure it is, and what to measure next. Immutable and safe for use by
 * several threads.
 *
 * @param policy the policy it was found with
 * @param scope the scope
 * @param month the month that was decided on
 * @param language the language of its sentences
 * @param decision the decision
 * @param headline the decision and its first reason
 * @param changes the least that gives each better decision, the nearest better one first
 * @param impossible the better decisions that no change gives
 * @param worse the least that gives the next worse decision
 * @param keeps for each known reading, the values with which the decision stays while all others stay as they are
 * @param possible the decisions that what is unknown or uncertain leaves open
 * @param share how much of what is uncertain keeps the decision; nothing where nothing is uncertain
 * @param measureNext what is worth measuring, the worthiest first
 * @param undecided the questions on which trying was given up, in their order; what is said of them holds, but may not
 *     be all
 */
public record WhatIf(
        PolicyRef policy,
        Scope scope,
        YearMonth month,
        Language language,
        Decision decision,
        String headline,
        List<Change> changes,
        List<Impossible> impossible,
        List<Change> worse,
        List<Keep> keeps,
        Possible possible,
        Optional<Share> share,
        List<Measure> measureNext,
        List<Question> undecided) {

    /** Copies the lists. {@inheritDoc} */
    public WhatIf {
        requireNonNull(decision, "decision");
        changes = List.copyOf(changes);
        impossible = List.copyOf(impossible);
        worse = List.copyOf(worse);
        keeps = List.copyOf(keeps);
        measureNext = List.copyOf(measureNext);
        undecided = List.copyOf(undecided);
    }

    /** What is asked besides each better decision and what is possible, which say themselves whether they are decided. */
    public enum Question implements Keyword {
        /** What would give the next worse decision. */
        WORSE,
        /** What keeps the decision. */
        KEEPS,
        /** How much of what is uncertain keeps the decision. */
        SHARE,
        /** What to measure next. */
        MEASURE_NEXT
    }

    /**
     * Returns what was found as a document {@code roi-whatif/1}, for Jackson: any of its mappers writes it from this.
     *
     * @return the document, as {@link WhatIfJson} writes it
     */
    @JsonValue
    public Object document() {
        return Json.tree(WhatIfJson.document(this));
    }

    /** What kind of thing has to happen. */
    public enum Kind implements Keyword {
        /** A reading of the reviewed month is better. */
        IMPROVE,
        /** What is unknown becomes known. */
        MEASURE,
        /** Months pass, in which what is good stays so. */
        WAIT,
        /** A threshold is another. */
        POLICY,
        /** A reading of the reviewed month is worse. */
        WORSEN
    }

    /** On which side of a value it is so. */
    public enum Bound implements Keyword {
        /** From the value upwards. */
        AT_LEAST,
        /** From the value downwards. */
        AT_MOST,
        /** Above a limit. */
        ABOVE,
        /** Below a limit. */
        BELOW
    }

    /**
     * One way to another decision. It was tried: a scorecard with these readings is decided so.
     *
     * @param to the decision that it gives
     * @param kinds the kinds of what has to happen, each once
     * @param earliest the month that is decided so at the earliest
     * @param months how many months that is after the reviewed one
     * @param moves what has to be otherwise, in the policy's order
     * @param headline the headline of the review that it gives
     * @param sentence the whole in one or two sentences
     */
    public record Change(
            Decision to,
            List<Kind> kinds,
            YearMonth earliest,
            int months,
            List<Move> moves,
            String headline,
            String sentence) {

        /** Copies the lists. {@inheritDoc} */
        public Change {
            kinds = List.copyOf(kinds);
            moves = List.copyOf(moves);
        }
    }

    /**
     * One number that has to be another.
     *
     * @param indicator the indicator whose reading it is; nothing for a threshold
     * @param threshold the threshold; nothing for a reading
     * @param kind what has to happen
     * @param from what it is now; nothing where it is not known
     * @param to a value that does it, as little away as can be; a scorecard can hold it as it is
     * @param bound on which side of the limit it does; nothing where any value does
     * @param limit the number itself that the bound is about
     * @param unit what it counts
     */
    public record Move(
            Optional<IndicatorId> indicator,
            Optional<ThresholdId> threshold,
            Kind kind,
            Optional<Exact> from,
            Exact to,
            Optional<Bound> bound,
            Optional<Exact> limit,
            Unit unit) {}

    /**
     * A decision that no change gives.
     *
     * @param to the decision
     * @param upTo how many readings were changed together at the most
     * @param decided whether all such changes were tried; where not, trying was given up
     * @param because the reasons that stand in the way
     */
    public record Impossible(Decision to, int upTo, boolean decided, List<String> because) {

        /** Copies the list. {@inheritDoc} */
        public Impossible {
            because = List.copyOf(because);
        }
    }

    /**
     * What one reading may be for the decision to stay.
     *
     * @param indicator the indicator
     * @param span the values; without an end where the decision stays as far as the value can go
     * @param unit what they count
     * @param sentence the same in words
     */
    public record Keep(IndicatorId indicator, Span span, Unit unit, String sentence) {}

    /**
     * What unknown and uncertain readings leave open.
     *
     * @param decisions the decisions that are possible, the worst first
     * @param over the readings that may be otherwise, in the policy's order
     * @param proved whether no other decision is possible; where not, trying was given up
     * @param sentence the same in words
     */
    public record Possible(List<Decision> decisions, List<IndicatorId> over, boolean proved, String sentence) {

        /** Copies the lists. {@inheritDoc} */
        public Possible {
            decisions = List.copyOf(decisions);
            over = List.copyOf(over);
        }
    }

    /**
     * How much of what is uncertain keeps the decision.
     *
     * @param value from 0 to 1
     * @param over the readings with an uncertainty, in the policy's order
     * @param method what was assumed
     * @param sentence the same in words
     */
    public record Share(Exact value, List<IndicatorId> over, String method, String sentence) {

        /** Copies the list. {@inheritDoc} */
        public Share {
            over = List.copyOf(over);
        }
    }

    /**
     * What measuring one reading is worth.
     *
     * @param indicator the indicator
     * @param decisive whether its value can make a difference
     * @param decisions the decisions between which it can make one, the worst first; where it makes none, those that are
     *     possible
     * @param due the month from which its effects are due, where that is still to come
     * @param worth by how much it lowers what a wrong decision may be expected to cost, by the policy's table
     * @param sentence the same in words
     */
    public record Measure(
            IndicatorId indicator,
            boolean decisive,
            List<Decision> decisions,
            Optional<YearMonth> due,
            Exact worth,
            String sentence) {

        /** Copies the list. {@inheritDoc} */
        public Measure {
            decisions = List.copyOf(decisions);
        }
    }
}
