package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One scope, what it is compared with, and its months: the input of a review.
 *
 * <p>Months are in order, and workflows in the order of their ids, whatever order they were given in; each is there once;
 * there is at least one month. What a policy allows for each indicator is checked when the scorecard is reviewed.
 *
 * @param policy the policy it was made for, where that is said
 * @param scope what is reviewed
 * @param currency the ISO 4217 code of its money, where that is said
 * @param workflows the register of workflows, in the order of their ids
 * @param baselines what readings are compared with, by indicator
 * @param dates months that rules may count to, such as that in which a contract ends, by name
 * @param budget the money that there is, where it is given as an amount for a period
 * @param snapshots the months, in order
 */
public record Scorecard(
        Optional<PolicyId> policy,
        Scope scope,
        Optional<String> currency,
        List<Workflow> workflows,
        Map<IndicatorId, Baseline> baselines,
        Map<String, YearMonth> dates,
        Optional<Budget> budget,
        List<Snapshot> snapshots) {

    /** Sorts the months and the register, and checks the currency and that each month and workflow is there once. {@inheritDoc} */
    public Scorecard {
        requireNonNull(scope, "scope");
        currency.filter(code -> !ScorecardCheck.currencies().contains(code)).ifPresent(code -> {
            throw new IllegalArgumentException("currency (%s) of (%s) is no code of ISO 4217, such as EUR"
                    .formatted(Quoted.visible(code, Names.MOST_CHARACTERS), scope.id()));
        });
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException("scorecard of (%s) has no snapshot".formatted(scope.id()));
        }
        List<Snapshot> sorted = new ArrayList<>(snapshots);
        sorted.sort(Comparator.comparing(Snapshot::month));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).month().equals(sorted.get(i - 1).month())) {
                throw new IllegalArgumentException("scorecard of (%s) has month (%s) twice"
                        .formatted(scope.id(), sorted.get(i).month()));
            }
        }
        snapshots = Collections.unmodifiableList(sorted);
        Set<String> ids = new HashSet<>();
        for (Workflow workflow : workflows) {
            if (!ids.add(workflow.id())) {
                throw new IllegalArgumentException(
                        "scorecard of (%s) has workflow (%s) twice".formatted(scope.id(), workflow.id()));
            }
        }
        workflows =
                workflows.stream().sorted(Comparator.comparing(Workflow::id)).toList();
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(baselines)));
        dates.keySet().forEach(name -> Names.requireKebab("date", name));
        dates = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(dates)));
    }

    /**
     * Begins a scorecard.
     *
     * @param scope what is reviewed
     * @return a builder without baselines and months
     */
    public static Builder of(Scope scope) {
        return new Builder(scope);
    }

    /**
     * Returns the scorecard of another scope.
     *
     * @param other what is reviewed
     * @return the same scorecard, of that scope
     */
    public Scorecard withScope(Scope other) {
        return new Scorecard(
                policy, requireNonNull(other, "other"), currency, workflows, baselines, dates, budget, snapshots);
    }

    /**
     * Returns the scorecard for another policy.
     *
     * @param other the policy that it is made for
     * @return the same scorecard, for that policy
     */
    public Scorecard withPolicy(PolicyId other) {
        return new Scorecard(
                Optional.of(requireNonNull(other, "other")),
                scope,
                currency,
                workflows,
                baselines,
                dates,
                budget,
                snapshots);
    }

    /**
     * Returns the scorecard in another currency; no amount is converted.
     *
     * @param code the ISO 4217 code of its money
     * @return the same scorecard, with that code
     */
    public Scorecard withCurrency(String code) {
        return new Scorecard(
                policy,
                scope,
                Optional.of(requireNonNull(code, "code")),
                workflows,
                baselines,
                dates,
                budget,
                snapshots);
    }

    /**
     * Returns the scorecard with other months that rules may count to.
     *
     * @param others the months, by name
     * @return the same scorecard, with these months only
     */
    public Scorecard withDates(Map<String, YearMonth> others) {
        return new Scorecard(
                policy, scope, currency, workflows, baselines, requireNonNull(others, "others"), budget, snapshots);
    }

    /**
     * Returns the scorecard with another budget.
     *
     * @param other the amount and its period
     * @return the same scorecard, with that budget
     */
    public Scorecard withBudget(Budget other) {
        return new Scorecard(
                policy,
                scope,
                currency,
                workflows,
                baselines,
                dates,
                Optional.of(requireNonNull(other, "other")),
                snapshots);
    }

    /**
     * Returns the scorecard with another register.
     *
     * @param others the workflows
     * @return the same scorecard, with these workflows only
     */
    public Scorecard withWorkflows(List<Workflow> others) {
        return new Scorecard(
                policy, scope, currency, requireNonNull(others, "others"), baselines, dates, budget, snapshots);
    }

    /**
     * Returns the scorecard with other baselines.
     *
     * @param others the baselines by indicator
     * @return the same scorecard, with these baselines only
     */
    public Scorecard withBaselines(Map<IndicatorId, Baseline> others) {
        return new Scorecard(
                policy, scope, currency, workflows, requireNonNull(others, "others"), dates, budget, snapshots);
    }

    /**
     * Returns the scorecard with other months.
     *
     * @param others the months, at least one
     * @return the same scorecard, with these months only
     */
    public Scorecard withSnapshots(List<Snapshot> others) {
        return new Scorecard(
                policy, scope, currency, workflows, baselines, dates, budget, requireNonNull(others, "others"));
    }

    /**
     * Returns the month in which use began.
     *
     * @return the scope's first use, or the earliest month given
     */
    public YearMonth firstUse() {
        return scope.firstUse().orElseGet(() -> snapshots.get(0).month());
    }

    /**
     * Returns the months that may carry a decision.
     *
     * @return the complete months from the first use on, in order; may be empty
     */
    public List<YearMonth> completeMonths() {
        return snapshots.stream()
                .filter(snapshot -> snapshot.isComplete() && !snapshot.month().isBefore(firstUse()))
                .map(Snapshot::month)
                .toList();
    }

    /**
     * Looks a month up.
     *
     * @param month the month
     * @return its snapshot, if it was given
     */
    public Optional<Snapshot> find(YearMonth month) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.month().equals(requireNonNull(month, "month")))
                .findFirst();
    }

    /** Puts a scorecard together. For use by one thread. */
    public static final class Builder {

        private final Scope scope;
        private Optional<PolicyId> policy = Optional.empty();
        private Optional<String> currency = Optional.empty();
        private final List<Workflow> workflows = new ArrayList<>();
        private final Map<IndicatorId, Baseline> baselines = new LinkedHashMap<>();
        private final Map<String, YearMonth> dates = new LinkedHashMap<>();
        private Optional<Budget> budget = Optional.empty();
        private final List<Snapshot> snapshots = new ArrayList<>();
        private final Map<YearMonth, Map<IndicatorId, Reading>> readings = new TreeMap<>();
        private final Set<YearMonth> partial = new HashSet<>();
        private final List<Fault> faults = new ArrayList<>();

        private Builder(Scope scope) {
            this.scope = requireNonNull(scope, "scope");
        }

        /**
         * Names the policy it is made for.
         *
         * @param id the policy
         * @return this builder
         */
        public Builder policy(PolicyId id) {
            policy = Optional.of(requireNonNull(id, "id"));
            return this;
        }

        /**
         * Names the currency of its money.
         *
         * @param code an ISO 4217 code
         * @return this builder
         */
        public Builder currency(String code) {
            currency = Optional.of(requireNonNull(code, "code"));
            return this;
        }

        /**
         * Adds a workflow to the register.
         *
         * @param workflow the workflow
         * @return this builder
         */
        public Builder workflow(Workflow workflow) {
            workflows.add(requireNonNull(workflow, "workflow"));
            return this;
        }

        /**
         * Sets an indicator's baseline.
         *
         * @param id the indicator
         * @param baseline its baseline
         * @return this builder
         */
        public Builder baseline(IndicatorId id, Baseline baseline) {
            baselines.put(requireNonNull(id, "id"), requireNonNull(baseline, "baseline"));
            return this;
        }

        /**
         * Sets an indicator's baseline, as a row of a database has it.
         *
         * @param indicator the name of the indicator; what is no name is said when the scorecard is finished
         * @param baseline its baseline
         * @return this builder
         */
        public Builder baseline(String indicator, Baseline baseline) {
            requireNonNull(baseline, "baseline");
            if (Names.isKebab(requireNonNull(indicator, "indicator"))) {
                return baseline(new IndicatorId(indicator), baseline);
            }
            faults.add(fault(
                    InputFault.UNKNOWN_INDICATOR,
                    "/baselines",
                    Message.of("unknown indicator %s", Quoted.of(indicator)),
                    didYouMean(indicator)));
            return this;
        }

        /**
         * Names a month that rules may count to.
         *
         * @param name its name in kebab-case, such as {@code contract-end}
         * @param month the month
         * @return this builder
         */
        public Builder date(String name, YearMonth month) {
            dates.put(requireNonNull(name, "name"), requireNonNull(month, "month"));
            return this;
        }

        /**
         * Sets the money that there is.
         *
         * @param amount the amount and its period
         * @return this builder
         */
        public Builder budget(Budget amount) {
            budget = Optional.of(requireNonNull(amount, "amount"));
            return this;
        }

        /**
         * Adds a month.
         *
         * @param snapshot the month's readings
         * @return this builder
         */
        public Builder snapshot(Snapshot snapshot) {
            snapshots.add(requireNonNull(snapshot, "snapshot"));
            return this;
        }

        /**
         * Adds one reading, as a row of a database has it: months are put together of those that are added.
         *
         * @param month the month
         * @param indicator the name of the indicator; what is no name is said when the scorecard is finished
         * @param reading what is known of it
         * @return this builder
         */
        public Builder reading(YearMonth month, String indicator, Reading reading) {
            requireNonNull(reading, "reading");
            Map<IndicatorId, Reading> ofMonth =
                    readings.computeIfAbsent(requireNonNull(month, "month"), first -> new LinkedHashMap<>());
            if (!Names.isKebab(requireNonNull(indicator, "indicator"))) {
                faults.add(fault(
                        InputFault.UNKNOWN_INDICATOR,
                        "/snapshots",
                        Message.of("month %s: unknown indicator %s", month, Quoted.of(indicator)),
                        didYouMean(indicator)));
            } else if (ofMonth.putIfAbsent(new IndicatorId(indicator), reading) != null) {
                faults.add(fault(
                        InputFault.CONTRADICTION,
                        "/snapshots",
                        Message.of("month %s: there are two readings of %s", month, Quoted.of(indicator)),
                        Optional.empty()));
            }
            return this;
        }

        /**
         * Says that a month whose readings are added is not complete.
         *
         * @param month the month
         * @return this builder
         */
        public Builder partial(YearMonth month) {
            partial.add(requireNonNull(month, "month"));
            readings.computeIfAbsent(month, first -> new LinkedHashMap<>());
            return this;
        }

        /**
         * Finishes the scorecard.
         *
         * @return the scorecard
         * @throws InvalidInput when there is no month, a month or workflow is there twice, the currency is none, or something
         *     has a name that it cannot have, with everything that is wrong
         */
        public Scorecard build() {
            Draft draft = new Draft();
            draft.throwIfAny(List.of());
            return draft.scorecard();
        }

        /**
         * Finishes the scorecard for a policy, and holds it against what the policy measures.
         *
         * @param indicators what the policy measures
         * @return the scorecard, which a review with that policy does not refuse but for its month
         * @throws InvalidInput when anything is wrong with it, with everything that is
         */
        public Scorecard build(IndicatorSet indicators) {
            requireNonNull(indicators, "indicators");
            Draft draft = new Draft();
            draft.throwIfAny(draft.months.isEmpty() ? List.of() : ScorecardCheck.faults(draft.scorecard(), indicators));
            return draft.scorecard();
        }

        private static Fault fault(InputFault fault, String pointer, Message message, Optional<Message> help) {
            return new Fault(fault.code(), Fault.Severity.ERROR, new Fault.Place("", 0, 0, pointer), message, help);
        }

        private static Optional<Message> didYouMean(String name) {
            return Names.likely(name).map(likely -> Message.of("Did you mean %s?", Quoted.of(likely)));
        }

        /** What was given, without what is wrong with it. */
        private final class Draft {

            private final List<Fault> wrong = new ArrayList<>(faults);
            private final Map<YearMonth, Snapshot> months = new TreeMap<>();
            private final Map<String, Workflow> register = new TreeMap<>();
            private final Map<String, YearMonth> named = new TreeMap<>();

            Draft() {
                snapshots.forEach(this::add);
                readings.forEach((month, of) ->
                        add(partial.contains(month) ? Snapshot.partial(month, of) : Snapshot.complete(month, of)));
                for (Workflow workflow : workflows) {
                    if (register.putIfAbsent(workflow.id(), workflow) != null) {
                        wrong.add(fault(
                                InputFault.REPEATED_WORKFLOW,
                                "/workflows",
                                Message.of("workflow %s is there twice", Quoted.of(workflow.id())),
                                Optional.empty()));
                    }
                }
                dates.forEach(this::name);
                if (months.isEmpty()) {
                    wrong.add(fault(
                            InputFault.NOTHING_TO_REVIEW,
                            "/snapshots",
                            Message.of("there is no month"),
                            Optional.empty()));
                }
                currency.filter(code -> !isCurrency(code))
                        .ifPresent(code -> wrong.add(fault(
                                InputFault.UNKNOWN_CURRENCY,
                                "/currency",
                                Message.of("unknown currency %s", Quoted.of(code)),
                                Nearest.didYouMean(code.toUpperCase(Locale.ROOT), ScorecardCheck.currencies())
                                        .or(() ->
                                                Optional.of(Message.of("It is a code of ISO 4217 such as `EUR`."))))));
            }

            private void name(String name, YearMonth month) {
                if (Names.isKebab(name)) {
                    named.put(name, month);
                    return;
                }
                wrong.add(fault(
                        InputFault.WRONG_NAME,
                        "/dates",
                        Message.of("date %s: a name is of small letters, digits and single hyphens", Quoted.of(name)),
                        didYouMean(name)));
            }

            private void add(Snapshot snapshot) {
                if (months.putIfAbsent(snapshot.month(), snapshot) != null) {
                    wrong.add(fault(
                            InputFault.REPEATED_MONTH,
                            "/snapshots",
                            Message.of("month %s is there twice", snapshot.month()),
                            Optional.empty()));
                }
            }

            private void throwIfAny(List<Fault> more) {
                wrong.addAll(more);
                if (!wrong.isEmpty()) {
                    throw new InvalidInput(wrong);
                }
            }

            private Scorecard scorecard() {
                return new Scorecard(
                        policy,
                        scope,
                        currency.filter(Builder::isCurrency),
                        List.copyOf(register.values()),
                        baselines,
                        named,
                        budget,
                        List.copyOf(months.values()));
            }
        }

        private static boolean isCurrency(String code) {
            return ScorecardCheck.currencies().contains(code);
        }
    }
}
