package dev.roi.testkit;

import dev.roi.core.Decision;
import dev.roi.rules.Engine;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds a policy to the laws over generated scorecards, in one line.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> laws() {
 *     return PolicyLaws.of(Engine.load(Path.of("policies/pilot"))).tests();
 * }
 * }</pre>
 *
 * <p>A law fails where a scorecard breaks it, which is then shown as small as it can be made; and it fails for want of
 * cases: when one of the four decisions makes up too little of them, or a clause was never put to the test. The same seed
 * gives the same scorecards; every law is held to all of them. Immutable and safe for use by several threads.
 */
public final class PolicyLaws {

    /** How many scorecards each law is tried on, where nothing else is said. */
    public static final int TRIES = 1_000;

    /** How much of the cases each decision makes up at the least, in percent, where nothing else is said. */
    public static final int LEAST_SHARE = 5;

    /** How many smaller scorecards are tried before a breach is shown. */
    private static final int MOST_SHRINKING = 3_000;

    private final LawCheck check;
    private final int tries;
    private final long seed;
    private final int leastShare;
    private final Set<Law> chosen;

    private PolicyLaws(LawCheck check, int tries, long seed, int leastShare, Set<Law> chosen) {
        this.check = check;
        this.tries = tries;
        this.seed = seed;
        this.leastShare = leastShare;
        this.chosen = Collections.unmodifiableSet(EnumSet.copyOf(chosen));
    }

    /**
     * Holds a policy to the laws.
     *
     * @param engine the policy, ready to review
     * @return the laws, each to be tried on {@value #TRIES} scorecards
     */
    public static PolicyLaws of(Engine engine) {
        return of(LawCheck.of(engine));
    }

    /**
     * Holds a policy to the laws, as a check does for one scorecard.
     *
     * @param check the check, which knows what the policy calls what the laws speak of
     * @return the laws, each to be tried on {@value #TRIES} scorecards
     */
    public static PolicyLaws of(LawCheck check) {
        return new PolicyLaws(check, TRIES, 20260619L, LEAST_SHARE, EnumSet.allOf(Law.class));
    }

    /**
     * Sets how many scorecards each law is tried on.
     *
     * @param number 1 or more
     * @return the same laws, tried so often
     */
    public PolicyLaws tries(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("tries (%s) must be 1 or more".formatted(number));
        }
        return new PolicyLaws(check, number, seed, leastShare, chosen);
    }

    /**
     * Sets what the scorecards are drawn with.
     *
     * @param number any number
     * @return the same laws, over other scorecards
     */
    public PolicyLaws seed(long number) {
        return new PolicyLaws(check, tries, number, leastShare, chosen);
    }

    /**
     * Sets how much of the cases each decision makes up at the least; for a policy that hardly ever comes to one of them.
     *
     * @param percent 0 to 25; with 0 a law may hold for want of cases, and so may a clause
     * @return the same laws, with that demand
     */
    public PolicyLaws leastShare(int percent) {
        if (percent < 0 || percent > 25) {
            throw new IllegalArgumentException("share (%s) must be from 0 to 25".formatted(percent));
        }
        return new PolicyLaws(check, tries, seed, percent, chosen);
    }

    /**
     * Chooses laws.
     *
     * @param law a law
     * @param others more of them
     * @return those laws alone
     */
    public PolicyLaws only(Law law, Law... others) {
        return new PolicyLaws(check, tries, seed, leastShare, EnumSet.of(law, others));
    }

    /**
     * Leaves laws out, for a policy that means to break them.
     *
     * @param law a law
     * @param others more of them
     * @return the same laws without those
     * @throws IllegalArgumentException when none is left
     */
    public PolicyLaws except(Law law, Law... others) {
        Set<Law> left = EnumSet.copyOf(chosen);
        left.removeAll(EnumSet.of(law, others));
        if (left.isEmpty()) {
            throw new IllegalArgumentException("no law is left without %s".formatted(EnumSet.of(law, others)));
        }
        return new PolicyLaws(check, tries, seed, leastShare, left);
    }

    /**
     * Returns the laws that say something of the policy, of those that were chosen.
     *
     * @return the laws, in order
     */
    public List<Law> laws() {
        return chosen.stream().filter(law -> !check.clauses(law).isEmpty()).toList();
    }

    /**
     * Returns one test for each law that says something of the policy, of those that were chosen. The first that is run
     * holds every scorecard to all of them, so that it takes the time of all; each fails for its own law alone.
     *
     * @return the tests, in the order of the laws
     * @throws AssertionError when none of them says anything of the policy, so that nothing would be tested
     */
    public Stream<DynamicTest> tests() {
        if (laws().isEmpty()) {
            throw new AssertionError("none of %s says anything of this policy; it lacks %s"
                    .formatted(
                            chosen,
                            chosen.stream()
                                    .flatMap(law -> check.missing(law).stream())
                                    .distinct()
                                    .toList()));
        }
        LawRun run = new LawRun(check, laws(), seed, tries);
        return laws().stream().map(law -> DynamicTest.dynamicTest(law.toString(), () -> require(run, law)));
    }

    /**
     * Fails where a law is not kept, or was not put to the test.
     *
     * @param law the law
     * @return what it was put to the test with
     * @throws AssertionError when it is not kept, with the breach; or when cases were wanting
     */
    public Tally check(Law law) {
        return require(new LawRun(check, List.of(law), seed, tries), law);
    }

    private Tally require(LawRun run, Law law) {
        LawRun.Course course = run.of(law);
        course.breach().map(this::shrunk).ifPresent(smallest -> {
            throw new AssertionError(
                    "%s%nseed %s, try %s of %s".formatted(smallest.text(), seed, course.attempt(), tries));
        });
        Tally tally = course.tally(seed, tries);
        if (leastShare > 0) {
            requireCases(tally);
        }
        return tally;
    }

    private Breach shrunk(Breach breach) {
        ScorecardShrinker shrinker =
                ScorecardArbitraries.of(check.engine().policy()).shrinker();
        AtomicInteger left = new AtomicInteger(MOST_SHRINKING);
        Optional<Breach> smallest = Optional.of(breach);
        for (Optional<Breach> next = smallest; next.isPresent(); ) {
            smallest = next;
            next = shrinker.than(next.get().portfolio())
                    .takeWhile(candidate -> left.getAndDecrement() > 0)
                    .flatMap(candidate -> check.breach(breach.law(), candidate).stream())
                    .filter(again -> again.clause().equals(breach.clause()))
                    .findFirst();
        }
        return smallest.orElse(breach);
    }

    private void requireCases(Tally tally) {
        for (Decision decision : Decision.values()) {
            if (tally.share(decision) < leastShare) {
                throw new AssertionError(
                        "%s%nholds, but hardly for want of cases: %s of %s tries came to %s, less than %s %%"
                                .formatted(
                                        tally.law(),
                                        tally.decisions().getOrDefault(decision, 0),
                                        tries,
                                        decision.word(),
                                        leastShare));
            }
        }
        tally.clauses().forEach((clause, times) -> {
            if (times == 0) {
                throw new AssertionError("%s%nholds for want of cases: nothing was there to try this on: %s"
                        .formatted(tally.law(), clause));
            }
        });
    }
}
