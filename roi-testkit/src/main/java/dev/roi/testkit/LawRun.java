package dev.roi.testkit;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Decision;
import dev.roi.core.Portfolio;
import dev.roi.core.Scorecard;
import dev.roi.rules.ReviewRequest;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Holds the same drawn scorecards to several laws, all to each of them: a scorecard is reviewed once, whatever the number
 * of laws. Begins when the first law is asked for, and uses every processor; the outcome is the same with one. Safe for
 * use by several threads.
 */
final class LawRun {

    private final LawCheck check;
    private final List<Law> laws;
    private final long seed;
    private final int tries;
    private Optional<Map<Law, Course>> courses = Optional.empty();

    LawRun(LawCheck check, List<Law> laws, long seed, int tries) {
        this.check = check;
        this.laws = laws;
        this.seed = seed;
        this.tries = tries;
    }

    /** Returns how a law fared. */
    synchronized Course of(Law law) {
        Map<Law, Course> finished = courses.orElseGet(this::run);
        courses = Optional.of(finished);
        return requireNonNull(finished.get(law));
    }

    private Map<Law, Course> run() {
        Map<Law, Course> begun = new EnumMap<>(Law.class);
        laws.forEach(law -> begun.put(law, new Course(law, check.clauses(law))));
        List<Course> alone = courses(begun, false);
        List<Course> together = courses(begun, true);
        ScorecardGenerator generator =
                ScorecardArbitraries.of(check.engine().policy()).generator();
        long[] seeds = new Random(seed).longs(tries).toArray();
        IntStream.range(0, tries).parallel().forEach(attempt -> {
            if (isAnyOpen(alone, attempt)) {
                Trial trial = check.trial(new Portfolio(List.of(generator.next(new Random(seeds[attempt])))));
                hold(alone, trial, attempt, List.of(trial.review().decision()));
            }
            if (isAnyOpen(together, attempt)) {
                Portfolio portfolio = generator.portfolio(new Random(seeds[attempt]));
                hold(together, check.trial(portfolio), attempt, decisions(portfolio));
            }
        });
        return begun;
    }

    private List<Course> courses(Map<Law, Course> all, boolean ofPortfolios) {
        return all.values().stream()
                .filter(course -> LawCheck.isOfPortfolios(course.law) == ofPortfolios)
                .toList();
    }

    private static boolean isAnyOpen(List<Course> courses, int attempt) {
        return courses.stream().anyMatch(course -> course.isOpen(attempt));
    }

    private List<Decision> decisions(Portfolio portfolio) {
        return portfolio.scorecards().stream().map(this::decision).toList();
    }

    private Decision decision(Scorecard scorecard) {
        return check.engine().decide(scorecard, ReviewRequest.LATEST);
    }

    private void hold(List<Course> courses, Trial trial, int attempt, List<Decision> decisions) {
        for (Course course : courses) {
            if (course.isOpen(attempt)) {
                course.count(decisions);
                try {
                    check.breach(course.law, trial, course::count)
                            .ifPresent(breach -> course.endAt(attempt, () -> breach));
                } catch (RuntimeException failure) {
                    course.endAt(attempt, () -> {
                        throw failure;
                    });
                }
            }
        }
    }

    /** How one law fares: what it was put to the test with, and the first try at which it was not kept. */
    static final class Course {

        private final Law law;
        private final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
        private final Map<String, Integer> clauses = new LinkedHashMap<>();
        private int end = Integer.MAX_VALUE;
        private Optional<Supplier<Breach>> ending = Optional.empty();

        private Course(Law law, List<String> clauses) {
            this.law = law;
            clauses.forEach(clause -> this.clauses.put(clause, 0));
        }

        private synchronized boolean isOpen(int attempt) {
            return attempt < end;
        }

        private synchronized void count(List<Decision> more) {
            more.forEach(decision -> decisions.merge(decision, 1, Integer::sum));
        }

        private synchronized void count(String clause, int times) {
            clauses.merge(clause, times, Integer::sum);
        }

        private synchronized void endAt(int attempt, Supplier<Breach> how) {
            if (attempt < end) {
                end = attempt;
                ending = Optional.of(how);
            }
        }

        /** Returns the first breach; throws what a check threw instead of an answer. */
        synchronized Optional<Breach> breach() {
            return ending.map(Supplier::get);
        }

        /** Returns at which try it was broken, counted from 1. */
        synchronized int attempt() {
            return end + 1;
        }

        synchronized Tally tally(long seed, int tries) {
            return new Tally(law, seed, tries, decisions, clauses);
        }
    }
}
