package dev.roi.rules.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sentence that every policy needs and that is not about its indicators; English and French come with the library,
 * and a policy may say it otherwise.
 */
public enum Phrase {
    /** The headline's first word when the scope is stopped. */
    DECISION_STOP,
    /** The headline's first word when it is adjusted. */
    DECISION_ADJUST,
    /** The headline's first word when it is maintained. */
    DECISION_MAINTAIN,
    /** The headline's first word when it is extended. */
    DECISION_EXTEND,
    /** The headline's first words when nothing but a veto or an unknown stands in the way of extending. */
    DECISION_EXTEND_BLOCKED,
    /** The reason when no rule has one. */
    NO_RULE_HEADLINE,
    /** The reason when no rule has one, in full. */
    NO_RULE_TEXT,
    /** Instead of a value. */
    UNKNOWN,
    /** Why a reading is unknown. */
    REASON_NOT_INSTRUMENTED,
    /** Why a reading is unknown. */
    REASON_SCATTERED,
    /** Why a reading is unknown. */
    REASON_NOT_DUE,
    /** Why a reading is unknown. */
    REASON_NOT_REPORTED,
    /** Why a reading is unknown. */
    REASON_NO_CASES,
    /** Why a reading is unknown. */
    REASON_OTHER_UNIT,
    /** Why a reading is unknown. */
    REASON_OTHER_POPULATION,
    /** Why a reading is unknown. */
    REASON_WITHOUT_BASIS,
    /** Why a reading cannot be compared. */
    COMPARABLE_NO_BASELINE,
    /** Why a reading cannot be compared. */
    COMPARABLE_OTHER_DEFINITION,
    /** Why a reading cannot be compared. */
    COMPARABLE_OTHER_STATISTIC,
    /** Why a reading cannot be compared. */
    COMPARABLE_PARTIAL,
    /** A value that the true one is, or lies above. */
    AT_LEAST,
    /** A value that the true one is, or lies below. */
    AT_MOST,
    /** The days that a value is of. */
    DAYS_ONLY,
    /** A value that may still change. */
    PROVISIONAL,
    /** A value that has changed after it was reported. */
    RESTATED,
    /** The few cases that a value rests on. */
    CASES,
    /** Why a reading may be another number. */
    CAVEAT_UNCERTAIN,
    /** Why a reading may be another number. */
    CAVEAT_BOUND,
    /** Why a reading may be another number. */
    CAVEAT_FEW_CASES,
    /** Why a reading may be another number. */
    CAVEAT_PROVISIONAL,
    /** Why a reading may be another number. */
    CAVEAT_PARTIAL,
    /** What is remarked on figures. */
    REMARK_ROUNDED,
    /** What is remarked on figures. */
    REMARK_CREDIT,
    /** What is remarked on figures. */
    REMARK_ABOVE,
    /** What is remarked on figures. */
    REMARK_ABOVE_CASES,
    /** What is remarked on figures. */
    REMARK_ABOUT,
    /** What is remarked on figures. */
    REMARK_FREE,
    /** What is remarked on figures. */
    REMARK_CASES,
    /** What is remarked on figures. */
    REMARK_DUE,
    /** What is remarked on figures. */
    REMARK_BUDGET,
    /** What is remarked on figures. */
    REMARK_BUDGET_PERIOD,
    /** What is remarked on figures. */
    REMARK_FRACTION,
    /** What is remarked on figures. */
    REMARK_SCALE,
    /** What is remarked on figures. */
    REMARK_TIME,
    /** What is remarked on figures. */
    REMARK_JUMP,
    /** What is remarked on figures of months that were decided on. */
    REMARK_RESTATED,
    /** A month of such a remark. */
    REMARK_RESTATED_MONTH,
    /** Instead of a baseline. */
    NO_BASELINE,
    /** What a row of the dashboard says of an unknown indicator. */
    NOTE_UNKNOWN,
    /** What a row says of a better reading. */
    NOTE_BETTER,
    /** What a row says of a reading like its baseline. */
    NOTE_SAME,
    /** What a row says of a reading that is worse than its baseline and meets its objective. */
    NOTE_WITHIN_OBJECTIVE,
    /** What a row says of a worse reading. */
    NOTE_WORSE,
    /** What a row says of a reading that is too uncertain to compare. */
    NOTE_UNDETERMINED,
    /** What a row says of a reading that has nothing to be compared with. */
    NOTE_NOT_COMPARABLE,
    /** What a row says of a reading inside its target range. */
    NOTE_WITHIN_TARGET,
    /** What a row says of a reading below its target range. */
    NOTE_BELOW_TARGET,
    /** What a row says of a reading above its target range. */
    NOTE_ABOVE_TARGET,
    /** What a row says of a reading whose uncertainty lies on both sides of an end of its target range. */
    NOTE_TARGET_UNDETERMINED,
    /** What a row says when there is nothing to say. */
    NOTE_NOTHING,
    /** What an item of the agenda says when none of it is known. */
    NOTE_NOT_MEASURED,
    /** What a row says of an indicator that gets worse. */
    NOTE_WORSENING,
    /** What a row says of an indicator that gets better. */
    NOTE_IMPROVING,
    /** A note, and a trend that goes the other way. */
    NOTE_BUT,
    /** A note of one of several indicators. */
    NOTE_OF,
    /** Behind the note of a row: the indicator is measured in another way than when it was known last. */
    NOTE_MEASURED_OTHERWISE,
    /** An indicator on the agenda. */
    AGENDA_INDICATOR,
    /** A workflow of the register on the agenda. */
    AGENDA_WORKFLOW,
    /** An empty register on the agenda. */
    AGENDA_NO_WORKFLOW,
    /** The decision on the agenda. */
    AGENDA_DECISION,
    /** A lever on the agenda. */
    AGENDA_LEVER,
    /** That rules which ask for what is on record do not apply, as there is no ledger. */
    AGENDA_NO_LEDGER,
    /** Of a workflow. */
    AUTHORISED,
    /** Of a workflow. */
    NOT_AUTHORISED,
    /** What is left of many parts. */
    PART_OTHERS,
    /** A part that grew, and since when. */
    PART_GROWN,
    /** Of a workflow. */
    PRIORITY,
    /** Instead of an empty list. */
    NOTHING,
    /** What blocks did. */
    BLOCK_IMPROVED,
    /** What blocks did. */
    BLOCK_SAME,
    /** What blocks did. */
    BLOCK_WORSE,
    /** What blocks did. */
    BLOCK_UNDETERMINED,
    /** Where to extend, in a portfolio. */
    PORTFOLIO_EXTEND,
    /** What to maintain, in a portfolio. */
    PORTFOLIO_MAINTAIN,
    /** What to stop, in a portfolio. */
    PORTFOLIO_STOP,
    /** A workflow, among scopes of several levels. */
    PORTFOLIO_WORKFLOW,
    /** A team, among scopes of several levels. */
    PORTFOLIO_TEAM,
    /** A portfolio, among scopes of several levels. */
    PORTFOLIO_WHOLE,
    /** The first of many scopes, and how many more there are. */
    PORTFOLIO_MORE,
    /** That portfolio rules about money do not apply where scopes have several currencies. */
    PORTFOLIO_CURRENCIES,
    /** That a value is an earlier month's. */
    AT_THE_LAST_COUNT,
    /** A value that is too uncertain to clear an earlier month's. */
    NOT_CLEARED,
    /** Why a month is undetermined: it is missing or partial. */
    DOUBT_MONTH,
    /** Why a month is undetermined: an indicator is not known. */
    DOUBT_UNKNOWN,
    /** Why a month is undetermined: an indicator has no baseline. */
    DOUBT_NO_BASELINE,
    /** Why a month is undetermined: an indicator was measured otherwise. */
    DOUBT_DEFINITION,
    /** Why a month is undetermined: a change is no larger than its uncertainty. */
    DOUBT_UNCERTAIN,
    /** What got better, with its figures. */
    GAIN,
    /** A portfolio of one scope in one line. */
    PORTFOLIO_HEADLINE_ONE,
    /** The portfolio in one line. */
    PORTFOLIO_HEADLINE;

    /**
     * Looks a phrase up by the key that text files use.
     *
     * @param key the key, such as {@code note-unknown}
     * @return the phrase, if there is one
     */
    public static Optional<Phrase> find(String key) {
        return Arrays.stream(values())
                .filter(phrase -> phrase.key().equals(key))
                .findFirst();
    }

    /** Tells whether it is about several scopes, and so has no placeholders but its own. */
    boolean isOfPortfolio() {
        return compareTo(PORTFOLIO_EXTEND) >= 0;
    }

    /**
     * Returns the keys of all phrases.
     *
     * @return the keys, in order
     */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Phrase::key).toList();
    }

    /**
     * Returns the key that text files use.
     *
     * @return the key, in kebab-case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
