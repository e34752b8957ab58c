package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one policy changes over another: in its own words, and in the decisions of the past. Immutable and safe for use by
 * several threads.
 *
 * @param before the policy that is compared with
 * @param after the policy that might take its place
 * @param language the language of its words and numbers
 * @param changes what is different, in the order of a policy's files
 * @param past what it does to past decisions, where a history was given
 */
public record PolicyDiff(Side before, Side after, Language language, List<Change> changes, Optional<Past> past) {

    /** Copies the list. {@inheritDoc} */
    public PolicyDiff {
        requireNonNull(language, "language");
        changes = List.copyOf(changes);
    }

    /**
     * Tells whether the comparison found something: a past decision that changes or cannot be compared or, where no
     * history was given, any change of the policy.
     *
     * @return whether it did
     */
    public boolean isFound() {
        return past.map(Past::isFound).orElse(!changes.isEmpty());
    }

    /**
     * Tells whether a past decision gets worse, or cannot be compared.
     *
     * @return whether one does; never without a history
     */
    public boolean isWorse() {
        return past.filter(all -> !all.refusals().isEmpty()
                        || all.flips().stream()
                                .anyMatch(flip -> flip.move()
                                                .after()
                                                .compareTo(flip.move().before())
                                        < 0))
                .isPresent();
    }

    /**
     * Returns a change.
     *
     * @param subject what is changed
     * @return the change
     * @throws IllegalArgumentException when nothing of that subject is changed
     */
    public Change change(Subject subject) {
        return changes.stream()
                .filter(change -> change.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no change of (%s)".formatted(subject)));
    }

    /**
     * One of the two policies.
     *
     * @param policy its name, version and fingerprint
     * @param title what it is about
     */
    public record Side(PolicyRef policy, String title) {}

    /** What kind of thing a policy has. */
    public enum Kind implements Keyword {
        /** Its name, version, title, owner and languages. */
        POLICY,
        /** A number that its owners may change. */
        THRESHOLD,
        /** A rule. */
        RULE,
        /** A block of indicators. */
        BLOCK,
        /** An indicator. */
        INDICATOR,
        /** A kind of month that runs are counted of. */
        MONTHS,
        /** What it takes to call something a trend. */
        TREND,
        /** The order in which decisions are considered. */
        PRECEDENCE,
        /** What wrong decisions cost. */
        WRONG_DECISIONS,
        /** The levers, in order. */
        LEVERS,
        /** The order in which reasons are given. */
        REASONS,
        /** What is shown. */
        VIEW,
        /** A sentence. */
        TEXT;

        /**
         * Tells whether a change of such a thing can change a decision, and not only its reasons or its words.
         *
         * @return whether it can
         */
        public boolean decides() {
            return switch (this) {
                case THRESHOLD, RULE, BLOCK, INDICATOR, MONTHS, TREND, PRECEDENCE -> true;
                case POLICY, WRONG_DECISIONS, LEVERS, REASONS, VIEW, TEXT -> false;
            };
        }
    }

    /**
     * What is changed.
     *
     * @param kind what kind of thing it is
     * @param name its name; of a text its language and place, as in {@code en/rules/low-adoption/headline}; empty for what
     *     a policy has one of
     */
    public record Subject(Kind kind, String name) implements Comparable<Subject> {

        /** Orders by kind, then by name. */
        @Override
        public int compareTo(Subject other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return name.isEmpty() ? kind.word() : kind.word() + "/" + name;
        }
    }

    /** What happened to a thing. */
    public enum Happening implements Keyword {
        /** Only the policy after has it. */
        ADDED,
        /** Only the policy before has it. */
        REMOVED,
        /** Both have it, and not alike. */
        CHANGED
    }

    /**
     * One change.
     *
     * @param subject what is changed
     * @param happening what happened to it
     * @param words what people call it, in the policy's words; empty where it has no words of its own
     * @param aspects what about it is different, or what it is like where it is added or removed
     * @param rules the rules that read it, of a threshold
     */
    public record Change(Subject subject, Happening happening, String words, List<Aspect> aspects, List<RuleId> rules) {

        /** Copies the lists. {@inheritDoc} */
        public Change {
            aspects = List.copyOf(aspects);
            rules = List.copyOf(rules);
        }

        /**
         * Looks an aspect up.
         *
         * @param name its name
         * @return the first aspect of that name, if there is one
         */
        public Optional<Aspect> find(String name) {
            return aspects.stream().filter(aspect -> aspect.name().equals(name)).findFirst();
        }

        /**
         * Tells whether the change can change a decision, and not only its reasons or its words. Of a threshold that
         * stays, only its value, its exceptions and its unit can; of a rule that stays, only its conditions and what it says.
         *
         * @return whether it can
         */
        public boolean decides() {
            if (!subject.kind().decides()) {
                return false;
            }
            boolean isChanged = happening == Happening.CHANGED;
            return switch (subject.kind()) {
                case THRESHOLD ->
                    !isChanged
                            || find("value").isPresent()
                            || find("exception").isPresent()
                            || find("unit").isPresent();
                case RULE ->
                    !isChanged || find("condition").isPresent() || find("says").isPresent();
                default -> true;
            };
        }
    }

    /**
     * One thing about a subject.
     *
     * @param name what it is, in kebab-case, such as {@code value} or {@code condition}
     * @param before how it was; empty where there was none
     * @param after how it is; empty where there is none
     */
    public record Aspect(
            String name,
            Optional<String> before,
            Optional<String> after,
            Optional<String> beforeInWords,
            Optional<String> afterInWords) {

        /** Checks that there is something on one side, and words for what is there. {@inheritDoc} */
        public Aspect {
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("aspect (%s) is on neither side".formatted(name));
            }
            if (before.isPresent() != beforeInWords.isPresent() || after.isPresent() != afterInWords.isPresent()) {
                throw new IllegalArgumentException("aspect (%s) has words for one side only".formatted(name));
            }
        }

        /**
         * Makes an aspect whose texts are words already.
         *
         * @param name its name
         * @param before how it was
         * @param after how it is
         */
        public Aspect(String name, Optional<String> before, Optional<String> after) {
            this(name, before, after, before, after);
        }
    }

    /**
     * Every complete month of every scope of a history, decided under both policies.
     *
     * @param scopes how many scopes there are
     * @param months how many complete months they have together; each carries a decision
     * @param first the first of them; empty where there is none
     * @param last the last of them; empty where there is none
     * @param flips the months whose decision changes, by scope and month
     * @param stays the decisions that stay for other reasons, by scope and month
     * @param leftOut the indicators that the history reports and one of the policies does not know; there their readings
     *     are left out
     * @param refusals the scopes that one of the policies cannot review, and why; their months are not counted
     * @param tallies how many of the months are decided so under each policy, by decision
     * @param mistakes what a change costs if it is wrong, by how the decision changes; empty where the policy after does
     *     not say what wrong decisions cost
     * @param notes what portfolio rules note of the scopes together under one policy alone, by month and rule
     */
    public record Past(
            int scopes,
            int months,
            Optional<YearMonth> first,
            Optional<YearMonth> last,
            List<Flip> flips,
            List<Stay> stays,
            List<IndicatorId> leftOut,
            List<Refusal> refusals,
            Map<Decision, Tally> tallies,
            Map<Move, Mistake> mistakes,
            List<NoteChange> notes) {

        /** Copies the lists. {@inheritDoc} */
        public Past {
            flips = List.copyOf(flips);
            stays = List.copyOf(stays);
            leftOut = List.copyOf(leftOut);
            refusals = List.copyOf(refusals);
            tallies = Map.copyOf(tallies);
            mistakes = Map.copyOf(mistakes);
            notes = List.copyOf(notes);
        }

        /**
         * Tells whether any decision changes or cannot be compared.
         *
         * @return whether one does
         */
        public boolean isFound() {
            return !flips.isEmpty() || !refusals.isEmpty();
        }

        /**
         * Counts the decisions that change by what they change from and to.
         *
         * @return the counts, in the order of decisions before and after
         */
        public Map<Move, Integer> moves() {
            List<Move> moves = new ArrayList<>();
            for (Decision from : Decision.values()) {
                for (Decision to : Decision.values()) {
                    moves.add(new Move(from, to));
                }
            }
            Map<Move, Integer> counts = new LinkedHashMap<>();
            for (Move move : moves) {
                int count = (int)
                        flips.stream().filter(flip -> flip.move().equals(move)).count();
                if (count > 0) {
                    counts.put(move, count);
                }
            }
            return counts;
        }

        /**
         * Sums up what the scopes cost in the months whose decision changes, by what it changes from and to. Months whose
         * cost is not known add nothing.
         *
         * @return the sums by currency, in the order of decisions before and after
         */
        public Map<Move, Map<Unit, Exact>> money() {
            Map<Move, Map<Unit, Exact>> money = new LinkedHashMap<>();
            for (Move move : moves().keySet()) {
                Map<Unit, Exact> sums = new TreeMap<>(Comparator.comparing(Unit::id));
                flips.stream()
                        .filter(flip -> flip.move().equals(move))
                        .flatMap(flip -> flip.money().stream())
                        .forEach(some -> sums.merge(some.unit(), some.amount(), Exact::plus));
                money.put(move, sums);
            }
            return money;
        }

        /**
         * Counts the decisions that change by what did it. One that each of several changes does alone is counted for each.
         *
         * @return the counts by the changes that it takes together, the most frequent first
         */
        public Map<Set<Subject>, Integer> causes() {
            Map<Set<Subject>, Integer> counts = new LinkedHashMap<>();
            flips.stream()
                    .flatMap(flip -> flip.causes().stream())
                    .forEach(cause -> counts.merge(Set.copyOf(cause), 1, Integer::sum));
            Map<Set<Subject>, Integer> sorted = new LinkedHashMap<>();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<Set<Subject>, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(entry ->
                                    entry.getKey().stream().sorted().toList().toString()))
                    .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            return sorted;
        }
    }

    /**
     * A note on the scopes of a portfolio that one policy has for a month, and the other has not.
     *
     * @param month the month; scopes for which it is not complete are left out
     * @param rule the portfolio rule
     * @param scopes the scopes that it is about, the first of them foremost
     * @param happening whether the policy after adds it, or removes it
     * @param text the note, in the words of the policy that has it
     */
    public record NoteChange(YearMonth month, RuleId rule, List<Scope> scopes, Happening happening, String text) {

        /** Copies the list. {@inheritDoc} */
        public NoteChange {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * From which decision to which.
     *
     * @param before the decision under the policy before
     * @param after the decision under the policy after
     */
    public record Move(Decision before, Decision after) {}

    /**
     * How many months carry a decision.
     *
     * @param before under the policy before
     * @param after under the policy after
     */
    public record Tally(int before, int after) {

        /** No months. */
        public static final Tally NONE = new Tally(0, 0);
    }

    /**
     * What one month whose decision changes costs, by which of the two decisions is right: 0 or more, in the unit of the
     * policy after.
     *
     * @param changing what the decision after costs where the one before is right
     * @param staying what the decision before costs where the one after is right
     */
    public record Mistake(Exact changing, Exact staying) {}

    /**
     * A month whose decision changes.
     *
     * @param scope the scope
     * @param month the month
     * @param recency whether it is the scope's latest complete month
     * @param move the decisions
     * @param headlineBefore the headline of the review under the policy before
     * @param headlineAfter the headline of the review under the policy after
     * @param causes the changes that did it: each list is enough to give the new decision when it alone is made to the
     *     policy before, and nothing of it can be left out; lists of one come first and are all there are, and only where
     *     there is none is there one list of several
     * @param silenced the rules that speak under the policy before only
     * @param raised the rules that speak under the policy after only
     * @param money what the scope cost in that month, where it is known
     */
    public record Flip(
            Scope scope,
            YearMonth month,
            Recency recency,
            Move move,
            String headlineBefore,
            String headlineAfter,
            List<List<Subject>> causes,
            List<RuleId> silenced,
            List<RuleId> raised,
            Optional<Money> money) {

        /**
         * Makes a flip of a month whose cost is not known.
         *
         * @param scope the scope
         * @param month the month
         * @param recency whether it is the scope's latest complete month
         * @param move how the decision changes
         * @param headlineBefore the headline of the review under the policy before
         * @param headlineAfter the headline of the review under the policy after
         * @param causes the changes that did it
         * @param silenced the rules that speak under the policy before only
         * @param raised the rules that speak under the policy after only
         */
        public Flip(
                Scope scope,
                YearMonth month,
                Recency recency,
                Move move,
                String headlineBefore,
                String headlineAfter,
                List<List<Subject>> causes,
                List<RuleId> silenced,
                List<RuleId> raised) {
            this(
                    scope,
                    month,
                    recency,
                    move,
                    headlineBefore,
                    headlineAfter,
                    causes,
                    silenced,
                    raised,
                    Optional.empty());
        }

        /** Copies the lists. {@inheritDoc} */
        public Flip {
            causes = causes.stream().map(List::copyOf).toList();
            silenced = List.copyOf(silenced);
            raised = List.copyOf(raised);
        }
    }

    /**
     * A month whose decision stays, for other reasons.
     *
     * @param scope the scope
     * @param month the month
     * @param recency whether it is the scope's latest complete month
     * @param decision the decision
     * @param leversBefore what it acts on under the policy before, in that policy's order
     * @param leversAfter what it acts on under the policy after, in that policy's order
     * @param silenced the rules that speak under the policy before only
     * @param raised the rules that speak under the policy after only
     * @param altered the rules that speak under both, to another effect or of something else
     */
    public record Stay(
            Scope scope,
            YearMonth month,
            Recency recency,
            Decision decision,
            List<Lever> leversBefore,
            List<Lever> leversAfter,
            List<RuleId> silenced,
            List<RuleId> raised,
            List<RuleId> altered) {

        /** Copies the lists. {@inheritDoc} */
        public Stay {
            leversBefore = List.copyOf(leversBefore);
            leversAfter = List.copyOf(leversAfter);
            silenced = List.copyOf(silenced);
            raised = List.copyOf(raised);
            altered = List.copyOf(altered);
        }

        /**
         * Tells whether the decision acts on other levers.
         *
         * @return whether one came or went; their words and order do not count
         */
        public boolean changesLevers() {
            return !ids(leversBefore).equals(ids(leversAfter));
        }

        private static Set<LeverId> ids(List<Lever> levers) {
            return levers.stream().map(Lever::id).collect(Collectors.toSet());
        }
    }

    /**
     * Money.
     *
     * @param amount how much
     * @param unit its currency, or {@link Unit#CURRENCY} where none is said
     */
    public record Money(Exact amount, Unit unit) {}

    /** Whether a month is the one that the committee decides on now. */
    public enum Recency implements Keyword {
        /** It is the scope's latest complete month. */
        LATEST,
        /** A later month of the scope is complete. */
        EARLIER
    }

    /**
     * A scope that one of the policies cannot review.
     *
     * @param scope the scope
     * @param policy that policy
     * @param faults what is wrong with the scope's scorecard for that policy
     */
    public record Refusal(Scope scope, PolicyRef policy, List<Fault> faults) {

        /** Copies the list. {@inheritDoc} */
        public Refusal {
            faults = List.copyOf(faults);
        }
    }
}
