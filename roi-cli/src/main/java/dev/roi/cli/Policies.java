package dev.roi.cli;

import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The policies that scorecards may name: those that come with the program, each loaded once, and those of a directory of
 * policies, which win. Besides, the policies of single directories, loaded when asked for.
 */
final class Policies {

    private final Map<String, Engine> builtIns = new ConcurrentHashMap<>();
    private final Map<String, Engine> own;

    Policies() {
        this(Map.of());
    }

    private Policies(Map<String, Engine> own) {
        this.own = new TreeMap<>(own);
    }

    /**
     * Adds the policies of a directory: each directory in it that has a {@code policy.yaml}.
     *
     * @param directory the directory of policies, as the command line names it
     * @return these policies and those
     * @throws Refusal when it cannot be read, there is no policy in it, or two have the same id
     * @throws InvalidInput when one of them cannot be loaded
     */
    Policies and(String directory) {
        Map<String, Engine> found = new TreeMap<>();
        for (Path each : directories(directory)) {
            if (Files.exists(each.resolve(PolicyFiles.POLICY))) {
                Engine engine = Engine.of(directory(each.toString()));
                String id = engine.policy().ref().id().value();
                if (found.put(id, engine) != null) {
                    throw new Refusal(Message.of("%s has two policies called %s", Quoted.of(directory), Quoted.of(id)));
                }
            }
        }
        if (found.isEmpty()) {
            throw new Refusal(Message.of(
                    "%s has no directory with a %s in it", Quoted.of(directory), Quoted.of(PolicyFiles.POLICY)));
        }
        return new Policies(found);
    }

    private static List<Path> directories(String named) {
        try (Stream<Path> entries = Files.list(Arguments.path(named))) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refusal(Message.of("%s is no directory that can be read", Quoted.of(named)), unreadable);
        }
    }

    List<String> names() {
        return Stream.concat(PolicyFiles.builtIns().stream(), own.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Finds a policy by the name that scorecards give it.
     *
     * @param id its name
     * @param language the language it has to speak
     * @return its engine, if there is such a policy
     * @throws Refusal when it does not speak the language
     */
    Optional<Engine> named(String id, Language language) {
        return Optional.ofNullable(own.get(id))
                .or(() -> PolicyFiles.builtIns().contains(id)
                        ? Optional.of(builtIns.computeIfAbsent(id, Engine::builtIn))
                        : Optional.empty())
                .map(engine -> speaking(language, engine));
    }

    /**
     * Loads the policy that was named on the command line.
     *
     * @param named a built-in policy, or else a directory
     * @param language the language it has to speak
     * @return its engine
     * @throws Refusal when there is neither, or it does not speak the language
     */
    Engine load(String named, Language language) {
        return named(named, language).orElseGet(() -> speaking(language, Engine.of(directory(named))));
    }

    /**
     * Chooses the language that is spoken where none is asked for.
     *
     * @param otherwise the language of the machine
     * @param named a built-in policy, or else a directory, where the command line names one
     * @return French where the machine speaks it and the policy does; or else the first that the policy speaks
     * @throws Refusal when there is no such policy
     */
    Language language(Language otherwise, Optional<String> named) {
        List<Language> spoken = named.filter(policy -> !PolicyFiles.builtIns().contains(policy))
                .map(this::ownPolicy)
                .map(Policy::languages)
                .orElse(List.of(otherwise));
        return otherwise.equals(Language.FRENCH) && spoken.contains(otherwise) ? otherwise : spoken.get(0);
    }

    private Policy ownPolicy(String named) {
        return Optional.ofNullable(own.get(named))
                .map(Engine::policy)
                .orElseGet(() -> Engine.read(directory(named), Map.of()));
    }

    /**
     * Reads the files of a policy that was named on the command line.
     *
     * @param named a built-in policy, or else a directory
     * @return its files
     * @throws Refusal when there is neither
     */
    PolicyFiles files(String named) {
        return PolicyFiles.builtIn(named).orElseGet(() -> directory(named));
    }

    /**
     * Finds a policy with its scenarios.
     *
     * @param named a built-in policy, or else a directory
     * @return its test
     * @throws Refusal when there is neither
     */
    PolicyTest test(String named) {
        PolicyFiles files = files(named);
        return PolicyFiles.builtIns().contains(named)
                ? PolicyTest.of(files, builtIns.computeIfAbsent(named, Engine::builtIn))
                : PolicyTest.of(files);
    }

    private PolicyFiles directory(String named) {
        Path directory = Arguments.path(named);
        if (!Files.exists(directory)) {
            Message help = Nearest.didYouMean(named, names())
                    .orElseGet(() -> Message.of("Built in: %s.", Sentences.all(names())));
            throw new Refusal(
                    Message.of("there is neither a built-in policy nor a directory %s. %s", Quoted.of(named), help));
        }
        try {
            return PolicyFiles.read(directory);
        } catch (UncheckedIOException unreadable) {
            throw new Refusal(Message.of("the policy directory %s cannot be read", Quoted.of(named)), unreadable);
        }
    }

    private static Engine speaking(Language language, Engine engine) {
        requireSpeaking(language, engine.policy());
        return engine;
    }

    /**
     * Checks that a policy speaks a language.
     *
     * @param language the language
     * @param policy the policy
     * @throws Refusal when it does not
     */
    static void requireSpeaking(Language language, Policy policy) {
        List<String> spoken = policy.languages().stream().map(Language::tag).toList();
        if (!spoken.contains(language.tag())) {
            throw new Refusal(Message.of(
                    "the policy %s does not speak %s, only %s",
                    policy.ref().id(), Quoted.of(language.tag()), Sentences.all(spoken)));
        }
    }

    /**
     * Puts together what is asked for.
     *
     * @param month the month, where one is asked for
     * @param language the language
     * @return the request
     */
    static ReviewRequest request(Optional<YearMonth> month, Language language) {
        ReviewRequest latest = ReviewRequest.LATEST.in(language);
        return month.map(latest::forMonth).orElse(latest);
    }
}
