package dev.roi.governance.live;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Approvals;
import dev.roi.core.Fault;
import dev.roi.core.Fingerprint;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Message;
import dev.roi.core.PolicyRef;
import dev.roi.governance.scenario.Outcome;
import dev.roi.governance.scenario.Scenarios;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A policy directory in use by a running application, and the engine that was made of it last.
 *
 * <p>{@link #engine()} is one read of a reference: it never waits, and an engine that it returned stays whole for as long
 * as the caller holds it, so that a review finishes on the policy that it began with and names that one's fingerprint.
 * Reading a scorecard and reviewing it belong to one engine; take it once for both.
 *
 * <p>{@link #reload()} reads the directory, builds the policy in it, and runs the policy's own scenarios, all beside the
 * engine in use; then it swaps the two, or says why not and leaves everything as it was. It only reads: nothing is ever
 * written to the directory or anywhere else. A scorecard that was made for the policy before is reviewed with the new one
 * from then on; where the new one does not know an indicator of it any more, the review throws {@link InvalidInput}, as
 * it does for every scorecard that does not fit its policy.
 *
 * <p>Safe for use by several threads. Nothing is logged: what came of each attempt is returned, or handed to the
 * listener of a {@linkplain #watch(Duration, Consumer) watch}.
 */
public final class LivePolicy {

    /** How many previous policies are kept unless said otherwise. */
    public static final int USUAL_HISTORY = 5;

    private static final Admission ANY = (files, candidate) -> List.of();

    private final Settings settings;
    private final Object reloading = new Object();
    private final Object swapping = new Object();
    private volatile Look tried;
    private volatile State state;

    private LivePolicy(Settings settings, Look look, Engine engine) {
        this.settings = settings;
        this.tried = look;
        this.state = State.of(engine);
    }

    /**
     * Opens a policy directory, which has to be fit for use.
     *
     * @param directory the directory
     * @return the policy, in use
     * @throws InvalidInput when anything is wrong with it or one of its scenarios fails, with everything that is
     */
    public static LivePolicy open(Path directory) {
        return of(directory).open();
    }

    /**
     * Begins the settings for a policy directory.
     *
     * @param directory the directory
     * @return the usual settings: {@value #USUAL_HISTORY} previous policies are kept, and nothing is asked of a policy
     *     but that it is without faults and its scenarios pass
     */
    public static Settings of(Path directory) {
        return new Settings(directory, USUAL_HISTORY, ANY, ANY, PolicyFiles::read);
    }

    /**
     * Returns the engine in use. It never waits, and what it returns is never changed.
     *
     * @return the engine
     */
    public Engine engine() {
        return state.engine();
    }

    /**
     * Returns which policies can be rolled back to.
     *
     * @return those in use before, the latest first
     */
    public List<PolicyRef> previous() {
        return state.previous().stream().map(engine -> engine.policy().ref()).toList();
    }

    /**
     * Reads the directory and puts what it says in use, if it passes everything. Attempts are made one after another.
     *
     * @return what came of it; whatever goes wrong is said there, and nothing is thrown for it
     */
    public Reload reload() {
        return reload(() -> Look.settled(settings.reader, settings.directory));
    }

    /** Puts in use what was seen in the directory, if it passes everything. */
    Reload reload(Supplier<Look> looking) {
        synchronized (reloading) {
            State before = state;
            try {
                Look look = looking.get();
                tried = look;
                return put(before, look);
            } catch (InvalidInput invalid) {
                return refused(invalid.faults());
            } catch (RuntimeException | StackOverflowError unexpected) {
                return refused(unexpected(unexpected));
            }
        }
    }

    /** What the directory held when it was loaded last, in use or not. */
    Look tried() {
        return tried;
    }

    Look look() {
        return Look.through(settings.reader, settings.directory);
    }

    private Reload put(State before, Look look) {
        PolicyFiles files = look.files();
        Engine candidate = Settings.built(files);
        PolicyRef ref = candidate.policy().ref();
        if (ref.fingerprint().equals(before.ref().fingerprint())) {
            return state.equals(before) ? new Reload.Unchanged(before.ref()) : refused(overtaken());
        }
        if (before.barred().contains(ref.fingerprint())) {
            return refused(ReloadFault.ROLLED_BACK.of(
                    settings.source(),
                    Message.of(
                            "policy %s %s was rolled back from, and the directory still says the same",
                            ref.id(), ref.version()),
                    Message.of("Change the directory, or roll back to %s to use it after all.", ref.fingerprint())));
        }
        List<Fault> faults = settings.faults(files, candidate);
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        return swap(before, before.followedBy(candidate, settings.history));
    }

    private Reload swap(State before, State after) {
        synchronized (swapping) {
            if (!state.equals(before)) {
                return refused(overtaken());
            }
            state = after;
        }
        return new Reload.Swapped(before.ref(), after.ref());
    }

    private List<Fault> overtaken() {
        return ReloadFault.OVERTAKEN.of(
                settings.source(),
                Message.of("another policy was put in use while this one was being made ready"),
                Message.of("Load it again if it should be in use."));
    }

    private Reload refused(List<Fault> faults) {
        return new Reload.Refused(state.ref(), faults);
    }

    private List<Fault> unexpected(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return ReloadFault.UNEXPECTED.of(
                settings.source(),
                Message.of(
                        "the policy could not be made ready, which is no fault of its files: %s at %s",
                        failure, trace.length > 0 ? Message.of("%s", trace[0]) : Message.of("an unknown place")),
                Message.of("Please report it to those who maintain the program."));
    }

    /**
     * Puts the policy in use again that was in use before this one, at once and without reading the directory; a reload
     * that is under way comes too late then. The policy that is rolled back from stays among the {@link #previous()} ones, and
     * {@link #reload()} refuses it until the directory has said something else, so that it does not come back by itself.
     *
     * @return what came of it
     */
    public Reload rollBack() {
        return rollBack(before -> before.previous().stream()
                .filter(engine -> !before.left().contains(engine.policy().ref().fingerprint()))
                .findFirst());
    }

    /**
     * Puts one of the previous policies in use again, at once and without reading the directory, as
     * {@link #rollBack()} does.
     *
     * @param fingerprint one of {@link #previous()}
     * @return what came of it
     */
    public Reload rollBack(Fingerprint fingerprint) {
        requireNonNull(fingerprint, "fingerprint");
        return rollBack(before -> before.previous().stream()
                .filter(engine -> engine.policy().ref().fingerprint().equals(fingerprint))
                .findFirst());
    }

    private Reload rollBack(Function<State, Optional<Engine>> choice) {
        synchronized (swapping) {
            State before = state;
            Optional<Engine> chosen = choice.apply(before);
            if (chosen.isEmpty()) {
                return refused(ReloadFault.NO_PREVIOUS.of(
                        settings.source(),
                        Message.of("there is no such policy to roll back to"),
                        before.previous().isEmpty()
                                ? Message.of("No other policy has been in use.")
                                : Message.of("There are %s.", previous())));
            }
            State after = before.returnedTo(chosen.get(), settings.history);
            state = after;
            return new Reload.Swapped(before.ref(), after.ref());
        }
    }

    /**
     * Watches the directory from a thread of its own, which {@link PolicyWatch#close()} ends.
     *
     * @param interval how often the directory is looked at; a change is taken up once two looks in a row are the same
     * @param listener is told what came of each attempt, in the watch's thread
     * @return the watch
     * @throws IllegalArgumentException when the interval is not above zero
     */
    public PolicyWatch watch(Duration interval, Consumer<? super Reload> listener) {
        return PolicyWatch.alone(this, interval, listener);
    }

    /**
     * Watches the directory from an executor of the caller, which stays the caller's to shut down.
     *
     * @param executor where the directory is looked at
     * @param interval how long after each look the next one is taken; a change is taken up once two looks in a row are
     *     the same
     * @param listener is told what came of each attempt, in the executor's thread
     * @return the watch
     * @throws IllegalArgumentException when the interval is not above zero
     */
    public PolicyWatch watch(ScheduledExecutorService executor, Duration interval, Consumer<? super Reload> listener) {
        return PolicyWatch.on(executor, this, interval, listener);
    }

    /** How a policy directory is held in use. Immutable, as far as what is asked of a policy is. */
    public static final class Settings {

        private final Path directory;
        private final int history;
        private final Admission admission;
        private final Admission approval;
        private final Function<Path, PolicyFiles> reader;

        private Settings(
                Path directory,
                int history,
                Admission admission,
                Admission approval,
                Function<Path, PolicyFiles> reader) {
            this.directory = requireNonNull(directory, "directory");
            this.history = history;
            this.admission = admission;
            this.approval = approval;
            this.reader = reader;
        }

        /**
         * Keeps another number of previous policies; each holds its compiled rules in memory.
         *
         * @param most how many, 0 or more
         * @return these settings with that number
         * @throws IllegalArgumentException when the number is negative
         */
        public Settings keeping(int most) {
            if (most < 0) {
                throw new IllegalArgumentException("history (%s) must not be negative".formatted(most));
            }
            return new Settings(directory, most, admission, approval, reader);
        }

        /**
         * Asks something more of a policy, such as a signature of its files.
         *
         * @param further what it has to pass
         * @return these settings with that in place of what was asked before
         */
        public Settings admitting(Admission further) {
            return new Settings(directory, history, requireNonNull(further, "further"), approval, reader);
        }

        /**
         * Asks that a policy is approved, exactly as its files say, by several people.
         *
         * @param approvals the approvals on record, such as {@code records::approvals} of the module of ledgers; asked for anew
         *     at each attempt
         * @param people how many different people have to approve it, 1 or more
         * @return these settings with that in place of what was asked of approvals before
         * @throws IllegalArgumentException when the number is below 1
         */
        public Settings requireApproval(Supplier<Approvals> approvals, int people) {
            requireNonNull(approvals, "approvals");
            return new Settings(directory, history, admission, new ApprovalRequirement(approvals, people), reader);
        }

        Settings readBy(Function<Path, PolicyFiles> other) {
            return new Settings(directory, history, admission, approval, other);
        }

        /**
         * Opens the directory, which has to be fit for use.
         *
         * @return the policy, in use
         * @throws InvalidInput when anything is wrong with it, one of its scenarios fails, or it is not admitted, with
         *     everything that speaks against it
         */
        public LivePolicy open() {
            Look look = Look.settled(reader, directory);
            Engine engine = built(look.files());
            List<Fault> faults = faults(look.files(), engine);
            if (!faults.isEmpty()) {
                throw new InvalidPolicy(faults);
            }
            return new LivePolicy(this, look, engine);
        }

        /** Builds a policy that has no faults; whatever else is held against its files belongs here. */
        private static Engine built(PolicyFiles files) {
            return Engine.of(files);
        }

        /** Everything that speaks against a policy that could be built. */
        private List<Fault> faults(PolicyFiles files, Engine candidate) {
            List<Fault> faults = new ArrayList<>();
            for (Outcome outcome : Scenarios.of(files, candidate).run(candidate)) {
                if (!outcome.isPassed()) {
                    faults.add(ReloadFault.SCENARIO_FAILED.at(
                            outcome.scenario().place(),
                            Message.of(
                                    "scenario `%s` failed: %s",
                                    outcome.scenario().name(), Message.joined("; ", outcome.differences())),
                            Message.of("Mend the policy, or the scenario where the change is meant.")));
                }
            }
            faults.addAll(admission.faults(files, candidate));
            faults.addAll(approval.faults(files, candidate));
            return faults;
        }

        private String source() {
            return directory.toString();
        }
    }

    /**
     * The engine in use and those before it.
     *
     * @param engine the engine in use
     * @param previous those that can be rolled back to, the latest in use first; without the one in use
     * @param left those of them that were rolled back from
     * @param barred those that were rolled back from since the directory was taken up last
     */
    private record State(Engine engine, List<Engine> previous, Set<Fingerprint> left, Set<Fingerprint> barred) {

        static State of(Engine engine) {
            return new State(engine, List.of(), Set.of(), Set.of());
        }

        PolicyRef ref() {
            return engine.policy().ref();
        }

        State followedBy(Engine next, int most) {
            return next(next, left, Set.of(), most);
        }

        State returnedTo(Engine chosen, int most) {
            Fingerprint to = chosen.policy().ref().fingerprint();
            if (left.contains(to)) {
                return next(chosen, left, without(barred, to), most); // what is left now was not at fault
            }
            return next(chosen, with(left, ref().fingerprint()), with(barred, ref().fingerprint()), most);
        }

        private static Set<Fingerprint> with(Set<Fingerprint> all, Fingerprint one) {
            Set<Fingerprint> more = new HashSet<>(all);
            more.add(one);
            return more;
        }

        private static Set<Fingerprint> without(Set<Fingerprint> all, Fingerprint one) {
            Set<Fingerprint> fewer = new HashSet<>(all);
            fewer.remove(one);
            return fewer;
        }

        private State next(Engine next, Set<Fingerprint> from, Set<Fingerprint> bars, int most) {
            Fingerprint now = next.policy().ref().fingerprint();
            List<Engine> kept = new ArrayList<>(List.of(engine));
            previous.stream()
                    .filter(each -> !each.policy().ref().fingerprint().equals(now))
                    .forEach(kept::add);
            kept.subList(Math.min(most, kept.size()), kept.size()).clear();
            Set<Fingerprint> remembered = without(from, now);
            remembered.retainAll(
                    kept.stream().map(each -> each.policy().ref().fingerprint()).toList());
            return new State(next, List.copyOf(kept), Set.copyOf(remembered), Set.copyOf(bars));
        }
    }
}
