package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Level;
import dev.roi.core.Scope;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another value of a threshold, for some scopes or from a month on.
 *
 * @param level the level of the scopes that it is for; any where nothing is said
 * @param scope the id of the scope that it is for; any where nothing is said
 * @param from the first month that it is for; any where nothing is said
 * @param value the value
 * @param because why it is another
 */
public record ThresholdException(
        Optional<Level> level, Optional<String> scope, Optional<YearMonth> from, Exact value, String because) {

    /** The most specific last: a level and a scope before a scope, before a level; then the latest month. */
    private static final Comparator<ThresholdException> BY_WEIGHT = Comparator.<ThresholdException>comparingInt(
                    one -> one.scope.isPresent() ? 2 : 0)
            .thenComparingInt(one -> one.level.isPresent() ? 1 : 0)
            .thenComparing(one -> one.from.orElse(YearMonth.of(0, 1)));

    /**
     * Finds the exception that counts. One for an id that the scope had before goes on counting.
     *
     * @param exceptions the exceptions of a threshold
     * @param scope the scope
     * @param month the month
     * @return the most specific one and, among equally specific ones, the latest; nothing where none is for them
     */
    static Optional<ThresholdException> counting(List<ThresholdException> exceptions, Scope scope, YearMonth month) {
        return exceptions.stream()
                .filter(one -> one.isFor(scope, month))
                .max(BY_WEIGHT.thenComparing(
                        one -> one.scope.filter(scope.id()::equals).isPresent()));
    }

    private boolean isFor(Scope asked, YearMonth month) {
        return level.filter(own -> own != asked.level()).isEmpty()
                && scope.filter(own -> !asked.goesOnFrom(Scope.of(asked.level(), own)))
                        .isEmpty()
                && from.filter(month::isBefore).isEmpty();
    }

    /** Tells whether both are for the same scopes, from the same month on. */
    boolean isForTheSameAs(ThresholdException other) {
        return level.equals(other.level) && scope.equals(other.scope) && from.equals(other.from);
    }

    /**
     * Says whom it is for, as the file does.
     *
     * @return such as {@code level: team, from: 2027-01}
     */
    public String whom() {
        return Stream.of(
                        level.map(own -> "level: " + own.word()),
                        scope.map("scope: "::concat),
                        from.map(month -> "from: " + month))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the same exception with another value.
     *
     * @param other the value
     * @return the exception
     */
    public ThresholdException with(Exact other) {
        return new ThresholdException(level, scope, from, other, because);
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(whom(), value);
    }
}
