package dev.roi.testkit;

import java.util.List;
import java.util.function.Supplier;

/**
 * The decision laws: what every policy keeps that recommends to maintain, adjust, extend or stop, whatever its
 * thresholds and over every scorecard.
 *
 * <p>Each law is a few {@linkplain #clauses() clauses} that are checked one by one. A clause applies where the policy has
 * what it speaks of, see {@link LawTerms}; {@link LawCheck#missing(Law)} says what it has not.
 */
public enum Law {
    /** Law 1. */
    ONE_DECISION(
            1,
            "there is exactly one decision for a month, with a reason; the same input gives the same bytes, and nothing"
                    + " later than the month is read",
            OneDecision::clauses),

    /** Law 2. */
    SECONDARY_SIGNALS_PROVE_NOTHING(
            2, "more activity or a better perception alone never makes the decision better", SecondarySignals::clauses),

    /** Law 3. */
    UNKNOWN_BLOCKS(
            3,
            "what extending depends on and is not known blocks it and asks for instrumentation; hiding never helps, and"
                    + " an alarm that goes dark stays an alarm",
            UnknownBlocks::clauses),

    /** Law 4. */
    SYSTEM_NOT_TOOL(
            4,
            "a local gain counts for nothing while the system does not follow, and where the system absorbs it, review"
                    + " is adjusted",
            SystemNotTool::clauses),

    /** Law 5. */
    HIDDEN_COST_BLOCKS(
            5,
            "a hidden cost, or one not shown to be absent, or not due yet, blocks extending whatever the speed",
            HiddenCost::clauses),

    /** Law 6. */
    RISK_BLOCKS_AND_STOPS(
            6,
            "a risk over its threshold blocks extending and adjusts the data policy; a critical one stops at once",
            RiskStops::clauses),

    /** Law 7. */
    ADOPTION_NEEDS_DIRECTION(
            7,
            "high adoption with dispersed usage tightens the frame; low adoption asks for training and is no reason to"
                    + " stop",
            AdoptionNeedsDirection::clauses),

    /** Law 8. */
    BUDGET_NEEDS_RESULTS(
            8,
            "a budget that is nearly consumed needs an observable improvement, and a bill that is about to grow blocks"
                    + " extending",
            BudgetNeedsResults::clauses),

    /** Law 9. */
    HOURS_NEED_DESTINATIONS(
            9, "hours count only where they are reallocated to observed destinations", HoursNeedDestinations::clauses),

    /** Law 10. */
    MONEY_NEEDS_WORKFLOWS(
            10,
            "money without a workflow, or on one that is not authorised, blocks extending",
            MoneyNeedsWorkflows::clauses),

    /** Law 11. */
    NEITHER_ENTHUSIASM_NOR_REJECTION(
            11,
            "one good month does not extend and one bad month does not stop; a month that is not known ends a good"
                    + " streak and neither ends nor lengthens a bad one",
            NeitherEnthusiasmNorRejection::clauses),

    /** Law 12. */
    BETTER_IS_NEVER_WORSE(
            12,
            "a better reading of the reviewed month, all else equal, never makes the decision worse",
            BetterIsNeverWorse::clauses),

    /** Law 13. */
    DECISIONS_ARE_COMPLETE(
            13,
            "every decision says its reasons, its levers, why it is not better, and what it still needs",
            DecisionsAreComplete::clauses),

    /** Law 14. */
    PERCEPTION_IS_SAID_NOT_COUNTED(
            14,
            "where perception and measurement disagree, that is said, and changes no decision",
            PerceptionIsSaid::clauses),

    /** Law 15. */
    FEW_POINTS_HAVE_NO_POWER(
            15,
            "few points are never stable, and a comparison on both sides of its limit blocks extending and helps nothing",
            FewPointsHaveNoPower::clauses),

    /** Law 16. */
    PORTFOLIO_IS_ITS_SCOPES(
            16,
            "a portfolio is read from its scopes: each is reviewed as if it were alone, and none is hidden",
            PortfolioIsItsScopes::clauses),

    /** Law 17. */
    GUARDRAILS_ARE_VETOES(17, "no good reading elsewhere pays for a failed guardrail", GuardrailsAreVetoes::clauses);

    private final int number;
    private final String sentence;

    @SuppressWarnings("ImmutableEnumChecker") // methods without state
    private final Supplier<List<Clause>> clauses;

    Law(int number, String sentence, Supplier<List<Clause>> clauses) {
        this.number = number;
        this.sentence = sentence;
        this.clauses = clauses;
    }

    /**
     * Returns the law's place in the list of laws.
     *
     * @return 1 for the first
     */
    public int number() {
        return number;
    }

    /**
     * Returns what the law demands.
     *
     * @return one sentence, without a full stop
     */
    public String sentence() {
        return sentence;
    }

    /**
     * Returns what is checked of the law, one by one.
     *
     * @return sentences, in the order in which they are checked
     */
    public List<String> clauses() {
        return clauseList().stream().map(Clause::sentence).toList();
    }

    List<Clause> clauseList() {
        return clauses.get();
    }

    @Override
    public String toString() {
        return "law %s: %s".formatted(number, sentence);
    }
}
