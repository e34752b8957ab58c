package dev.roi.imports;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.PolicyId;
import dev.roi.core.Scorecard;
import dev.roi.core.UnknownReason;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.text.ImportFaults;
import dev.roi.imports.text.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What rows came to: a scorecard for each scope.
 *
 * @param scorecards the scorecards, in the order of level and id
 * @param rows the rows that count, in the order of scope, month, indicator and part
 * @param restated the readings that were taken twice and changed, in the same order
 * @param dates the months with a name
 * @param budgets the budgets
 */
public record Readings(
        List<Scorecard> scorecards,
        List<ReadingRow> rows,
        List<Restated> restated,
        List<DateRow> dates,
        List<BudgetRow> budgets) {

    /** Copies the lists. {@inheritDoc} */
    public Readings {
        scorecards = List.copyOf(scorecards);
        rows = List.copyOf(rows);
        restated = List.copyOf(restated);
        dates = List.copyOf(dates);
        budgets = List.copyOf(budgets);
    }

    /**
     * Begins to gather rows.
     *
     * @return a builder without a row
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers rows, and makes scorecards of them. Their order changes nothing. For use by one thread. */
    public static final class Builder {

        private Language language = Language.ENGLISH;
        private Optional<PolicyId> policy = Optional.empty();
        private final List<ReadingRow> readings = new ArrayList<>();
        private final List<ScopeRow> scopes = new ArrayList<>();
        private final List<WorkflowRow> workflows = new ArrayList<>();
        private final List<BaselineRow> baselines = new ArrayList<>();
        private final List<DateRow> dates = new ArrayList<>();
        private final List<BudgetRow> budgets = new ArrayList<>();

        private Builder() {}

        /**
         * Says in which language faults are said.
         *
         * @param other the language; English unless said
         * @return this builder
         */
        public Builder in(Language other) {
            language = requireNonNull(other, "language");
            return this;
        }

        /**
         * Names the policy of scopes that name none.
         *
         * @param id the policy
         * @return this builder
         */
        public Builder policy(PolicyId id) {
            policy = Optional.of(id);
            return this;
        }

        /**
         * Adds a value.
         *
         * @param scope whose it is
         * @param month when
         * @param indicator the name of what was measured
         * @param value the value, in the indicator's unit
         * @return this builder
         */
        public Builder add(ScopeKey scope, YearMonth month, String indicator, Exact value) {
            return add(numbered(ReadingRow.of(scope, month, indicator, new ReadingRow.Value(value))));
        }

        /**
         * Adds a value.
         *
         * @param scope whose it is
         * @param month when
         * @param indicator the name of what was measured
         * @param value the decimal digits of the value, in the indicator's unit
         * @return this builder
         * @throws NumberFormatException when the text is no number
         */
        public Builder add(ScopeKey scope, YearMonth month, String indicator, String value) {
            return add(scope, month, indicator, Exact.of(value));
        }

        /**
         * Adds a rate: so many cases of so many.
         *
         * @param scope whose it is
         * @param month when
         * @param indicator the name of what was measured
         * @param numerator the cases counted
         * @param denominator the cases there were
         * @return this builder
         */
        public Builder add(ScopeKey scope, YearMonth month, String indicator, Exact numerator, Exact denominator) {
            return add(numbered(ReadingRow.of(scope, month, indicator, new ReadingRow.Counts(numerator, denominator))));
        }

        /**
         * Adds a reading that is not known.
         *
         * @param scope whose it is
         * @param month when
         * @param indicator the name of what was measured
         * @param reason why it is not known
         * @return this builder
         */
        public Builder add(ScopeKey scope, YearMonth month, String indicator, UnknownReason reason) {
            return add(numbered(ReadingRow.of(scope, month, indicator, new ReadingRow.Unknown(reason))));
        }

        /**
         * Adds a row.
         *
         * @param row the row
         * @return this builder
         */
        public Builder add(ReadingRow row) {
            boolean placed = row.origin().row() > 0 || !row.origin().source().isEmpty();
            readings.add(placed ? row : numbered(row));
            return this;
        }

        /** A row without a place is known by the number it was added as. */
        private ReadingRow numbered(ReadingRow row) {
            return row.from(Origin.of("rows", readings.size() + 1));
        }

        /**
         * Says something of a scope. A scope of which nothing is said has its id for a name.
         *
         * @param row what is said
         * @return this builder
         */
        public Builder scope(ScopeRow row) {
            scopes.add(requireNonNull(row, "row"));
            return this;
        }

        /**
         * Adds a workflow to the register.
         *
         * @param row the workflow
         * @return this builder
         */
        public Builder workflow(WorkflowRow row) {
            workflows.add(requireNonNull(row, "row"));
            return this;
        }

        /**
         * Adds what a reading is compared with.
         *
         * @param row the baseline
         * @return this builder
         */
        public Builder baseline(BaselineRow row) {
            baselines.add(requireNonNull(row, "row"));
            return this;
        }

        /**
         * Adds a month with a name.
         *
         * @param row the month
         * @return this builder
         */
        public Builder date(DateRow row) {
            dates.add(requireNonNull(row, "row"));
            return this;
        }

        /**
         * Adds a budget.
         *
         * @param row the budget
         * @return this builder
         */
        public Builder budget(BudgetRow row) {
            budgets.add(requireNonNull(row, "row"));
            return this;
        }

        /**
         * Returns the rows that were added.
         *
         * @return the rows, in the order they were added in
         */
        public List<ReadingRow> rows() {
            return List.copyOf(readings);
        }

        /**
         * Adds everything that another builder has, but some of its rows.
         *
         * @param other the other builder
         * @param isWanted tells which of its rows are added
         * @return this builder
         */
        public Builder addAll(Builder other, Predicate<? super ReadingRow> isWanted) {
            other.readings.stream().filter(isWanted).forEach(readings::add);
            scopes.addAll(other.scopes);
            workflows.addAll(other.workflows);
            baselines.addAll(other.baselines);
            dates.addAll(other.dates);
            budgets.addAll(other.budgets);
            return this;
        }

        /**
         * Tells whether a baseline was added.
         *
         * @param scope whose
         * @param indicator the name of what was measured
         * @return whether it was
         */
        public boolean hasBaseline(ScopeKey scope, String indicator) {
            return baselines.stream()
                    .anyMatch(
                            row -> row.scope().equals(scope) && row.indicator().equals(indicator));
        }

        /**
         * Makes the scorecards.
         *
         * @param policies where it learns what a policy measures
         * @return the scorecards, and what counts of the rows
         * @throws InvalidInput when a row is wrong, with every fault and the row that it is in
         */
        public Readings build(PolicyLookup policies) {
            return build(policies, List.of());
        }

        /**
         * Makes the scorecards of rows, in some of which something was found wrong before.
         *
         * @param policies where it learns what a policy measures
         * @param found what was found
         * @return the scorecards, and what counts of the rows
         * @throws InvalidInput when anything was found or is wrong, with all of it
         */
        public Readings build(PolicyLookup policies, Collection<Fault> found) {
            ImportFaults faults = new ImportFaults(new Words(language));
            found.forEach(faults.list()::add);
            Readings built =
                    new Assembly(policies, policy, faults, scopes, workflows, baselines, dates, budgets).of(readings);
            faults.throwIfAny();
            return built;
        }
    }
}
